package org.chikei.batch.engine;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.analysis.Kinetics;

/** Which kinetics a step may see: what the input allows. */
final class KineticsChoice {
  private KineticsChoice() {}

  /**
   * The kinetics that the content of the frames allows.
   *
   * @param requested what the job demands; empty for all that can be had
   * @param content what the frames carry
   * @param source the trajectory, for messages
   * @return the kinetics; {@link Kinetics#SERIES} among them where there are times
   * @throws InputException if the input lacks what the job demands
   */
  static Set<Kinetics> allowed(Optional<Kinetics> requested, Content content, String source)
      throws InputException {
    Set<Kinetics> allowed = EnumSet.noneOf(Kinetics.class);
    if (content.velocities() && content.forces()) {
      allowed.add(Kinetics.DIRECT);
    }
    if (content.forces()) {
      allowed.add(Kinetics.MOMENTUM_AVERAGED);
    }
    if (content.times()) {
      allowed.add(Kinetics.SERIES);
    }
    if (requested.isEmpty()) {
      return allowed;
    }
    if (!allowed.contains(requested.get())) {
      throw new InputException(source + ": " + lacking(requested.get(), content));
    }
    // velocities and the metric are compared whatever is asked for; a series is made only where it
    // is
    if (requested.get() != Kinetics.SERIES) {
      allowed.remove(Kinetics.SERIES);
    }
    return allowed;
  }

  private static String lacking(Kinetics requested, Content content) {
    return switch (requested) {
      case DIRECT ->
          "'kinetics: direct' needs velocities and forces in the trajectory, which has no "
              + (content.velocities() ? "" : "velocities")
              + (content.velocities() || content.forces() ? "" : " and no ")
              + (content.forces() ? "" : "forces")
              + "; save them next time (in GROMACS nstvout and nstfout equal to nstxout)";
      case MOMENTUM_AVERAGED ->
          "'kinetics: momentum-averaged' needs forces in the trajectory, which has none; save them"
              + " next time (in GROMACS nstfout equal to nstxout)";
      case SERIES ->
          "'kinetics: series' needs times, and the trajectory has none; set source.time-step";
    };
  }
}
