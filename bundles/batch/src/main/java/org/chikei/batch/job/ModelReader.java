package org.chikei.batch.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.model.Model;
import org.chikei.api.model.ModelProvider;
import org.chikei.api.model.ModelVariable;
import org.chikei.api.model.Simulator;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Place;
import org.chikei.batch.text.Problems;

/** Reads a source that is a model, and the coordinates that it brings. */
final class ModelReader {
  private final Loan loan;
  private final ParameterReader reader;
  private final Problems problems;

  ModelReader(Loan loan, ParameterReader reader, Problems problems) {
    this.loan = loan;
    this.reader = reader;
    this.problems = problems;
  }

  /** The keys of a source that is a model: the model's, the simulator's, and which frames. */
  static List<ParameterDeclaration> keys(Simulator simulator) {
    List<ParameterDeclaration> keys = new ArrayList<>(JobKeys.MODEL);
    keys.addAll(simulator.parameters());
    return keys;
  }

  /** What moves models; null where none is installed. */
  static Simulator simulator(Loan loan) {
    return loan.providers(Simulator.class).stream()
        .flatMap(p -> loan.borrow(p).stream())
        .findFirst()
        .orElse(null);
  }

  /**
   * Reads the values of the source's keys, but for the parameters of the model.
   *
   * @return the values, or null where models are not installed; the problems say so
   */
  Map<String, Object> values(JobNode.Entries source, Simulator simulator) {
    if (simulator == null) {
      problems.add(
          JobDescription.placeOf(source, "model"),
          "source",
          "no installed bundle provides a source of the kind 'model'; org.chikei.models brings one");
      return null;
    }
    return reader.group(keys(simulator), Set.of("parameters"), source, "source");
  }

  /**
   * Makes the model and prepares its simulation.
   *
   * @return both, or null where that cannot be; the problems say why
   */
  ModelText read(
      JobNode.Entries source,
      Map<String, Object> values,
      Simulator simulator,
      double kT,
      Optional<WindowsText> windows) {
    JobNode.Scalar type = (JobNode.Scalar) source.find("model").orElseThrow().value();
    ModelProvider provider = loan.borrow(ModelProvider.class, type.text()).orElse(null);
    if (provider == null) {
      JobReader.unknownType(
          type,
          "source.model",
          "model",
          loan.types(ModelProvider.class),
          loan.fault(ModelProvider.class, type.text()),
          problems);
      return null;
    }
    int before = problems.size();
    JobNode node = source.find("parameters").map(JobNode.Entry::value).orElse(null);
    if (node == null) {
      node = new JobNode.Entries(type.place(), List.of());
    }
    if (!(node instanceof JobNode.Entries given)) {
      problems.add(
          node.place(),
          "source.parameters",
          node.kindInWords() + "; must be a mapping with the parameters of " + type.text());
      return null;
    }
    Map<String, Object> parameters =
        reader.group(provider.declaration().parameters(), Set.of(), given, "source.parameters");
    Map<String, Object> settings = new LinkedHashMap<>();
    for (ParameterDeclaration declared : simulator.parameters()) {
      if (values.containsKey(declared.name())) {
        settings.put(declared.name(), values.get(declared.name()));
      }
    }
    if (problems.size() > before) {
      return null;
    }
    Model model;
    try {
      model = provider.create(new Parameters(parameters));
    } catch (ParameterException e) {
      problems.add(
          JobDescription.placeOf(given, e.parameter()),
          "source.parameters." + e.parameter(),
          e.getMessage());
      return null;
    }
    try {
      return new ModelText(
          type.text(),
          parameters,
          settings,
          model,
          simulator.prepare(model, kT, new Parameters(settings)),
          windows.isPresent()
              ? new ModelWindows(windows.get(), problems).prepare(model, simulator, kT, settings)
              : List.of(),
          type.place());
    } catch (ParameterException e) {
      problems.add(
          JobDescription.placeOf(source, e.parameter()), "source." + e.parameter(), e.getMessage());
      return null;
    }
  }

  /** The variables of a model as coordinates of a job, as if it had listed them. */
  static List<JobNode.Entries> coordinates(ModelText text) {
    List<JobNode.Entries> coordinates = new ArrayList<>();
    for (int k = 0; k < text.model().variables().size(); k++) {
      ModelVariable variable = text.model().variables().get(k);
      Simulator.VariableColumns columns = text.simulation().columns(k);
      List<JobNode.Entry> entries = new ArrayList<>();
      entries.add(entry("name", JobNode.Kind.TEXT, variable.name(), text.place()));
      entries.add(entry("type", JobNode.Kind.TEXT, "column", text.place()));
      entries.add(entry("column", JobNode.Kind.TEXT, columns.value(), text.place()));
      if (!columns.velocity().isEmpty()) {
        entries.add(entry("velocity", JobNode.Kind.TEXT, columns.velocity(), text.place()));
      }
      if (!columns.acceleration().isEmpty()) {
        entries.add(entry("acceleration", JobNode.Kind.TEXT, columns.acceleration(), text.place()));
      }
      if (!Double.isNaN(columns.inverseMass())) {
        entries.add(entry("mass", JobNode.Kind.REAL, 1 / columns.inverseMass() + "", text.place()));
      }
      coordinates.add(new JobNode.Entries(text.place(), entries));
    }
    return coordinates;
  }

  private static JobNode.Entry entry(String key, JobNode.Kind kind, String value, Place place) {
    return new JobNode.Entry(
        new JobNode.Scalar(place, JobNode.Kind.TEXT, key), new JobNode.Scalar(place, kind, value));
  }
}
