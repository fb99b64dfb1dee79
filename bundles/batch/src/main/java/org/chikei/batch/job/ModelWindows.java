package org.chikei.batch.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.Model;
import org.chikei.api.model.ModelVariable;
import org.chikei.api.model.Simulator;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.batch.text.Problems;
import org.chikei.batch.windows.RestrainedModel;

/** Prepares the simulations of a model under the restraints of windows. */
final class ModelWindows {
  private final WindowsText text;
  private final Problems problems;

  ModelWindows(WindowsText text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /** One simulation a window, each with a chance of its own; none where the problems say why. */
  List<Simulator.Simulation> prepare(
      Model model, Simulator simulator, double kT, Map<String, Object> settings)
      throws ParameterException {
    if (text.file().isPresent()) {
      refuse("a model has its windows in the job itself; give 'centre' and 'force-constant'");
      return List.of();
    }
    if (!(model instanceof MechanicalModel masses)) {
      refuse("this model has no potential that a restraint could be added to");
      return List.of();
    }
    int[] variables = variables(model);
    List<Simulator.Simulation> windows = new ArrayList<>();
    for (int k = 0; k < text.centres().length && variables != null; k++) {
      Map<String, Object> own = new LinkedHashMap<>(settings);
      if (settings.get("seed") instanceof Number seed) {
        own.put("seed", seed.longValue() + 1_000_003L * k);
      }
      windows.add(
          simulator.prepare(
              new RestrainedModel(masses, variables, text.centres()[k], text.constants(k)),
              kT,
              new Parameters(own)));
    }
    return windows;
  }

  private int[] variables(Model model) {
    List<String> names = model.variables().stream().map(ModelVariable::name).toList();
    int[] variables = new int[text.of().size()];
    for (int a = 0; a < variables.length; a++) {
      NameText name = text.of().get(a);
      variables[a] = names.indexOf(name.name());
      if (variables[a] < 0) {
        problems.add(
            name.place(),
            name.path(),
            "'"
                + name.name()
                + "' is no variable of the model, and nothing else can be restrained (accepted: "
                + String.join(", ", names)
                + ")");
        return null;
      }
    }
    return variables;
  }

  private void refuse(String why) {
    problems.add(text.place(), "source.windows", why);
  }
}
