package org.chikei.batch.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.CoordinateImport;
import org.chikei.api.model.ModelProvider;
import org.chikei.api.model.Simulator;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.result.ResultWriter;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.registry.Provider;

/** The JSON Schema of a job, made from the declarations that jobs are validated with. */
public final class JobSchema {
  private final Loan loan;

  /**
   * Makes a schema.
   *
   * @param loan what is installed
   */
  public JobSchema(Loan loan) {
    this.loan = loan;
  }

  /**
   * The schema.
   *
   * @return JSON text in the dialect 2020-12
   */
  public String text() {
    Map<String, Object> properties = new LinkedHashMap<>();
    JobKeys.TOP.forEach(p -> properties.put(p.name(), TypeSchema.of(p)));
    properties.put("source", source());
    properties.put("groups", groups());
    properties.put("coordinates", coordinates());
    properties.put("analysis", list(steps(), "what to do with the coordinates"));
    properties.put("output", TypeSchema.group(JobKeys.output(loan.types(ResultWriter.class))));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Chikei job");
    schema.put("type", "object");
    // a model brings coordinates of its own
    schema.put(
        "required",
        loan.types(ModelProvider.class).isEmpty()
            ? List.of("source", "coordinates", "analysis")
            : List.of("source", "analysis"));
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    schema.put("$defs", TypeSchema.definitions());
    return new JsonText().write(schema);
  }

  @SuppressWarnings("unchecked") // a group's properties are a map that was just made
  private Map<String, Object> source() {
    Map<String, Object> trajectory = TypeSchema.group(JobKeys.SOURCE);
    Map<String, Object> masses = new LinkedHashMap<>(TypeSchema.of(JobKeys.MASSES));
    masses.put(
        "description",
        "masses in amu: an integer key is an atom's number, text a name, else an element");
    ((Map<String, Object>) trajectory.get("properties")).put("masses", masses);
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("description", "what to read: a trajectory, a series or a model");
    List<Object> kinds = new ArrayList<>(List.of(trajectory, TypeSchema.group(JobKeys.SERIES)));
    Simulator simulator = ModelReader.simulator(loan);
    if (simulator != null) {
      for (Provider<ModelProvider> provider : loan.providers(ModelProvider.class)) {
        loan.borrow(provider).ifPresent(p -> kinds.add(model(p.declaration(), simulator)));
      }
    }
    source.put("oneOf", kinds);
    return source;
  }

  @SuppressWarnings("unchecked") // a group's properties are a map that was just made
  private static Map<String, Object> model(Declaration declaration, Simulator simulator) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", declaration.type());
    model.put("description", declaration.summary());
    model.putAll(TypeSchema.group(ModelReader.keys(simulator)));
    Map<String, Object> properties = (Map<String, Object>) model.get("properties");
    properties.put("model", constant(declaration.type()));
    properties.put("parameters", TypeSchema.group(declaration.parameters()));
    return model;
  }

  private static Map<String, Object> groups() {
    Map<String, Object> groups = new LinkedHashMap<>();
    groups.put("description", "atoms by a name of the job's own");
    groups.put("type", "object");
    groups.put("propertyNames", Map.of("pattern", "^" + JobKeys.NAME + "$"));
    groups.put(
        "additionalProperties",
        Map.of("anyOf", List.of(Map.of("$ref", "#/$defs/atoms"), Map.of("$ref", "#/$defs/group"))));
    return groups;
  }

  private static Map<String, Object> list(List<Object> entries, String description) {
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("oneOf", entries);
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("description", description);
    list.put("type", "array");
    list.put("minItems", 1);
    list.put("items", items);
    return list;
  }

  /** A list of coordinates and inputs of other programs, or such inputs alone. */
  private Map<String, Object> coordinates() {
    List<Object> entries = types();
    List<String> imports = loan.types(CoordinateImport.class);
    if (imports.isEmpty()) {
      return list(entries, "the coordinates");
    }
    Map<String, Object> files = new LinkedHashMap<>();
    for (Provider<CoordinateImport> provider : loan.providers(CoordinateImport.class)) {
      Map<String, Object> names = new LinkedHashMap<>();
      names.put("description", provider.summary());
      names.put("type", List.of("string", "array"));
      names.put("items", Map.of("type", "string"));
      files.put(provider.type(), names);
    }
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("title", "inputs of other programs");
    input.put("type", "object");
    input.put("minProperties", 1);
    input.put("additionalProperties", false);
    input.put("properties", files);
    entries.add(input);
    Map<String, Object> either = new LinkedHashMap<>();
    either.put("description", "the coordinates");
    either.put("oneOf", List.of(list(entries, "one by one"), input));
    return either;
  }

  private List<Object> types() {
    List<Object> entries = new ArrayList<>();
    for (Provider<CollectiveVariableProvider> provider :
        loan.providers(CollectiveVariableProvider.class)) {
      loan.borrow(provider)
          .ifPresent(
              p ->
                  entries.add(
                      pattern(
                          p.declaration(),
                          entry(
                              p.declaration(),
                              Map.of("type", constant(p.declaration().type())),
                              ParameterDeclaration.required(
                                  "name",
                                  new ParameterType.Text(JobKeys.NAME),
                                  "",
                                  "the name of the coordinate")))));
    }
    return entries;
  }

  /** Adds a pattern that may stand in place of points. */
  @SuppressWarnings("unchecked") // an entry's properties and required keys were just made
  private static Map<String, Object> pattern(Declaration declaration, Map<String, Object> entry) {
    String points = CoordinateReader.pointsOf(declaration.parameters()).orElse(null);
    if (points == null) {
      return entry;
    }
    Map<String, Object> properties = (Map<String, Object>) entry.get("properties");
    JobKeys.GROUP.subList(0, 2).forEach(p -> properties.put(p.name(), TypeSchema.of(p)));
    List<Object> required = new ArrayList<>((List<Object>) entry.get("required"));
    if (required.remove(points)) {
      entry.put("required", required);
      entry.put(
          "oneOf",
          List.of(Map.of("required", List.of(points)), Map.of("required", List.of("smarts"))));
    }
    return entry;
  }

  private List<Object> steps() {
    List<Object> entries = new ArrayList<>();
    for (Provider<AnalysisStep> provider : loan.providers(AnalysisStep.class)) {
      loan.borrow(provider)
          .ifPresent(
              s ->
                  entries.add(
                      entry(
                          s.declaration(),
                          Map.of("step", constant(s.declaration().type())),
                          ParameterDeclaration.required(
                              "of",
                              new ParameterType.Coordinates(
                                  s.minimumCoordinates(), s.maximumCoordinates()),
                              "",
                              "the coordinates"),
                          ParameterDeclaration.optional(
                              "name",
                              new ParameterType.Text(JobKeys.NAME),
                              "",
                              "the name that the step's files carry; the coordinates' names if"
                                  + " absent"))));
    }
    return entries;
  }

  @SuppressWarnings("unchecked") // a group's properties and required keys were just made
  private static Map<String, Object> entry(
      Declaration declaration, Map<String, Object> kind, ParameterDeclaration... also) {
    List<ParameterDeclaration> members = new ArrayList<>(List.of(also));
    members.addAll(declaration.parameters());
    Map<String, Object> group = TypeSchema.group(members);
    Map<String, Object> properties = new LinkedHashMap<>(kind);
    properties.putAll((Map<String, Object>) group.get("properties"));
    List<Object> required = new ArrayList<>(kind.keySet());
    required.addAll((List<Object>) group.getOrDefault("required", List.of()));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("title", declaration.type());
    entry.put("description", declaration.summary());
    entry.putAll(group);
    entry.put("properties", properties);
    entry.put("required", required);
    return entry;
  }

  private static Map<String, Object> constant(String word) {
    return Map.of("const", word);
  }
}
