package org.chikei.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.text.Words;

/** What is to be said of a memory kernel before it is used. */
final class MemoryWarnings {
  /** A random force whose correlation is farther from the kernel than this is worth a warning. */
  private static final double FAR = 0.2;

  private MemoryWarnings() {}

  static List<String> of(List<CoordinateInfo> coordinates, MotionChoice choice, Memory memory) {
    List<String> warnings = new ArrayList<>();
    String names =
        coordinates.stream().map(c -> "'" + c.name() + "'").collect(Collectors.joining(", "));
    if (choice.undefined() > 0) {
      warnings.add(
          names + " does not exist in " + choice.undefined() + " frames, which cut the run");
    }
    for (int a = 0; a < coordinates.size(); a++) {
      MassTest mass = memory.masses().get(a);
      if (mass.significant()) {
        warnings.add(mass(coordinates.get(a).name(), mass, memory, coordinates.size()));
      }
    }
    if (Double.isNaN(memory.errors()[0][0])) {
      warnings.add(
          "the run of "
              + names
              + " is too short against 'to' for standard errors; follow the kernel"
              + " for less long, or run longer");
    }
    if (!memory.reversible() && !Double.isNaN(memory.errors()[0][0])) {
      warnings.add(
          "the run of "
              + names
              + " looks different backwards, as no run in equilibrium does, so that its kernel comes"
              + " from one direction of time alone; if nothing drives the system, look for a drift or"
              + " a beginning that is not equilibrated");
    }
    if (memory.votes() < 3) {
      warnings.add(
          "the methods do not agree on the memory of "
              + names
              + "; run longer, save frames closer together, or trust its integral alone");
    }
    if (!level(memory, coordinates.size())) {
      warnings.add(
          "the friction of "
              + names
              + " has not become level by the end; follow it with a longer 'to'");
    }
    if (memory.fluctuationDissipation() > FAR) {
      warnings.add(
          "the correlation of the random force of "
              + names
              + " is not the kernel times <v^2>; a kernel that depends on the position may be needed");
    }
    return warnings;
  }

  private static String mass(String name, MassTest mass, Memory memory, int coordinates) {
    return "<v^2> of '"
        + name
        + "' changes along it by "
        + Words.percent(mass.deviation())
        + (memory.isometric()
            ? ", so that no kernel along it would give its density; the kernel is that of the"
                + " isometric coordinate"
            : ", so that no generalised Langevin equation with one kernel has its density; "
                + (coordinates == 1
                    ? "use along: isometric"
                    : "take a coordinate of which it does not change"));
  }

  /** Whether ∫Γ of every coordinate with itself has become level. */
  private static boolean level(Memory memory, int coordinates) {
    int lags = memory.lags();
    for (int a = 0; a < coordinates; a++) {
      int pair = a * (coordinates + 1);
      double[] friction = memory.kernels().friction()[pair];
      double grown = Math.abs(friction[lags] - friction[lags / 2]);
      double error = memory.frictionErrors()[pair][lags];
      if (grown > Math.max(0.1 * Math.abs(friction[lags]), 3 * error)
          || memory.level(pair) == lags) {
        return false;
      }
    }
    return true;
  }
}
