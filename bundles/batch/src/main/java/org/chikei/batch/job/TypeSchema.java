package org.chikei.batch.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;

/** The JSON Schema of parameters. */
final class TypeSchema {
  private static final String POINT = "point";

  private TypeSchema() {}

  /** The schema of a key's value, with what the key means. */
  static Map<String, Object> of(ParameterDeclaration declaration) {
    Map<String, Object> schema = new LinkedHashMap<>();
    String unit = declaration.unit().equals("CV") ? "the coordinate's unit" : declaration.unit();
    schema.put("description", declaration.summary() + (unit.isEmpty() ? "" : " (" + unit + ")"));
    schema.putAll(of(declaration.type()));
    declaration.defaultValue().ifPresent(d -> schema.put("default", plain(d)));
    return schema;
  }

  /** The schema of a mapping with declared keys. */
  static Map<String, Object> group(List<ParameterDeclaration> members) {
    Map<String, Object> properties = new LinkedHashMap<>();
    members.forEach(m -> properties.put(m.name(), of(m)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    List<String> required =
        members.stream()
            .filter(ParameterDeclaration::required)
            .map(ParameterDeclaration::name)
            .toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    return schema;
  }

  /** The schema of a type. */
  static Map<String, Object> of(ParameterType type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type instanceof ParameterType.Real real) {
      schema.put("type", "number");
      bound(schema, real.exclusive() ? "exclusiveMinimum" : "minimum", real.minimum());
      bound(schema, real.exclusive() ? "exclusiveMaximum" : "maximum", real.maximum());
    } else if (type instanceof ParameterType.Whole whole) {
      schema.put("type", "integer");
      if (whole.minimum() > Integer.MIN_VALUE) {
        schema.put("minimum", whole.minimum());
      }
      if (whole.maximum() < Integer.MAX_VALUE) {
        schema.put("maximum", whole.maximum());
      }
    } else if (type instanceof ParameterType.Flag) {
      schema.put("type", "boolean");
    } else if (type instanceof ParameterType.Text text) {
      schema.put("type", "string");
      if (!text.pattern().isEmpty()) {
        schema.put("pattern", "^(?:" + text.pattern() + ")$");
      }
    } else if (type instanceof ParameterType.Choice choice) {
      schema.put("enum", choice.words());
    } else if (type instanceof ParameterType.Points points) {
      return points(points.maximum());
    } else if (type instanceof ParameterType.Coordinates coordinates) {
      return references(Map.of("type", "string"), coordinates.minimum(), coordinates.maximum());
    } else if (type instanceof ParameterType.ListOf list) {
      return array(of(list.element()), list.minimum(), list.maximum());
    } else if (type instanceof ParameterType.OneOf oneOf) {
      schema.put("anyOf", oneOf.alternatives().stream().map(TypeSchema::of).toList());
    } else if (type instanceof ParameterType.Group group) {
      return group(group.members());
    } else if (type instanceof ParameterType.MapOf map) {
      schema.put("type", "object");
      schema.put("additionalProperties", of(map.value()));
    } else {
      schema.put("type", "string");
    }
    return schema;
  }

  private static void bound(Map<String, Object> schema, String key, double bound) {
    if (!Double.isInfinite(bound)) {
      schema.put(key, bound);
    }
  }

  /** Points: one entry may name several, so that their number does not follow from the text. */
  private static Map<String, Object> points(int maximum) {
    Map<String, Object> entry = Map.of("$ref", "#/$defs/" + POINT);
    return Map.of("anyOf", List.of(entry, array(entry, 1, maximum)));
  }

  /** What schemas of points refer to, by name. */
  static Map<String, Object> definitions() {
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put("atoms", atoms());
    definitions.put("group", atomGroup());
    definitions.put(POINT, Map.of("anyOf", List.of(atom(), Map.of("$ref", "#/$defs/group"))));
    return definitions;
  }

  private static Map<String, Object> atom() {
    return Map.of("type", List.of("integer", "string"), "minimum", 1);
  }

  /** The schema of what names atoms: a number, an expression, or a list of them. */
  private static Map<String, Object> atoms() {
    return Map.of("anyOf", List.of(atom(), array(atom(), 1, Integer.MAX_VALUE)));
  }

  /** The schema of a group of atoms that is written as a mapping. */
  @SuppressWarnings("unchecked") // a group's properties are a map that was just made
  private static Map<String, Object> atomGroup() {
    Map<String, Object> group = group(JobKeys.GROUP);
    ((Map<String, Object>) group.get("properties")).put("atoms", Map.of("$ref", "#/$defs/atoms"));
    return group;
  }

  /** One reference may stand without a list around it. */
  private static Map<String, Object> references(
      Map<String, Object> element, int minimum, int maximum) {
    Map<String, Object> array = array(element, minimum, maximum);
    return minimum > 1 ? array : Map.of("anyOf", List.of(element, array));
  }

  private static Map<String, Object> array(Map<String, Object> element, int minimum, int maximum) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    if (minimum > 0) {
      schema.put("minItems", minimum);
    }
    if (maximum < Integer.MAX_VALUE) {
      schema.put("maxItems", maximum);
    }
    schema.put("items", element);
    return schema;
  }

  private static Object plain(Object value) {
    return value instanceof Path ? value.toString() : value;
  }
}
