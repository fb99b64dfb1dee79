package org.chikei.host;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chikei.api.Declaration;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;

/** Prints what a provider says of itself. */
final class Description {
  private final PrintStream out;

  Description(PrintStream out) {
    this.out = out;
  }

  void print(Declaration declaration) {
    out.println(declaration.type() + ": " + declaration.summary());
    paragraph("", declaration.description());
    paragraph("Formula: ", declaration.formula());
    paragraph("Source: ", declaration.reference());
    if (!declaration.parameters().isEmpty()) {
      out.println();
      out.println("Parameters:");
      List<List<String>> rows = new ArrayList<>();
      parameters("", declaration.parameters(), rows);
      TextTable.lines(rows).forEach(line -> out.println("  " + line));
    }
    if (!declaration.example().isEmpty()) {
      out.println();
      out.println("Example:");
      declaration.example().lines().forEach(line -> out.println("  " + line));
    }
  }

  private void paragraph(String label, String text) {
    if (!text.isEmpty()) {
      out.println();
      text.lines().forEach(line -> out.println(label + line));
    }
  }

  private static void parameters(
      String prefix, List<ParameterDeclaration> parameters, List<List<String>> rows) {
    for (ParameterDeclaration parameter : parameters) {
      String value =
          parameter.required()
              ? "required"
              : parameter.defaultValue().map(d -> "default " + value(d)).orElse("optional");
      rows.add(
          List.of(
              prefix + parameter.name(),
              accepted(parameter.type()),
              unit(parameter.unit()),
              value,
              parameter.summary()));
      if (parameter.type() instanceof ParameterType.Group group) {
        parameters(prefix + parameter.name() + ".", group.members(), rows);
      }
    }
  }

  private static String unit(String unit) {
    return unit.equals("CV") ? "unit of the coordinate" : unit;
  }

  private static String value(Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf(number.longValue())
        : String.valueOf(value);
  }

  /** What a type accepts, in a few words. */
  static String accepted(ParameterType type) {
    if (type instanceof ParameterType.Real real) {
      return "number" + bounds(real.minimum(), real.maximum(), real.exclusive());
    }
    if (type instanceof ParameterType.Whole whole) {
      return "whole number"
          + bounds(
              whole.minimum() <= Integer.MIN_VALUE ? Double.NEGATIVE_INFINITY : whole.minimum(),
              whole.maximum() >= Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : whole.maximum(),
              false);
    }
    if (type instanceof ParameterType.Flag) {
      return "true or false";
    }
    if (type instanceof ParameterType.Text) {
      return "text";
    }
    if (type instanceof ParameterType.Choice choice) {
      return String.join(" | ", choice.words());
    }
    if (type instanceof ParameterType.Points points) {
      return count(points.minimum(), points.maximum()) + "atoms";
    }
    if (type instanceof ParameterType.Coordinates coordinates) {
      return count(coordinates.minimum(), coordinates.maximum()) + "coordinates";
    }
    if (type instanceof ParameterType.ListOf list) {
      return "list of " + count(list.minimum(), list.maximum()) + accepted(list.element());
    }
    if (type instanceof ParameterType.OneOf oneOf) {
      return oneOf.alternatives().stream()
          .map(Description::accepted)
          .distinct()
          .collect(Collectors.joining(" or "));
    }
    if (type instanceof ParameterType.MapOf map) {
      return "mapping to " + accepted(map.value());
    }
    return type instanceof ParameterType.Group ? "mapping" : "file";
  }

  private static String bounds(double minimum, double maximum, boolean exclusive) {
    String low =
        Double.isInfinite(minimum) ? "" : (exclusive ? " > " : " ≥ ") + value((Object) minimum);
    String high =
        Double.isInfinite(maximum) ? "" : (exclusive ? " < " : " ≤ ") + value((Object) maximum);
    return low + high;
  }

  private static String count(int minimum, int maximum) {
    if (minimum == maximum) {
      return minimum + " ";
    }
    return maximum == Integer.MAX_VALUE
        ? minimum <= 1 ? "" : minimum + " or more "
        : minimum + " to " + maximum + " ";
  }
}
