package org.chikei.batch.engine;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.ColumnVariable;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;

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
    if (requested.isPresent() && !allowed.contains(requested.get())) {
      throw new InputException(source + ": " + lacking(requested.get(), content));
    }
    return demanded(allowed, requested);
  }

  /**
   * Takes away what a coordinate that the box decides cannot have: no atom's velocity or force says
   * how the box moves.
   *
   * @param kinds the kinetics that the frames allow
   * @param requested what the job demands; empty for all that can be had
   * @param coordinate the coordinate
   * @param source the trajectory, for messages
   * @throws InputException if the job demands what there cannot be
   */
  static void restrict(
      Set<Kinetics> kinds, Optional<Kinetics> requested, JobCoordinate coordinate, String source)
      throws InputException {
    if (!ofBox(coordinate.coordinate())) {
      return;
    }
    if (requested.isPresent() && requested.get() != Kinetics.SERIES) {
      throw new InputException(
          source
              + ": '"
              + coordinate.info().name()
              + "' is a function of the box, of which velocities and forces of atoms say nothing;"
              + " use 'kinetics: series' or 'auto'");
    }
    kinds.remove(Kinetics.DIRECT);
    kinds.remove(Kinetics.MOMENTUM_AVERAGED);
  }

  /** Whether a coordinate, or one that it is made of, has no points. */
  private static boolean ofBox(Coordinate coordinate) {
    return coordinate instanceof CompositeVariable composite
        ? composite.components().stream().anyMatch(KineticsChoice::ofBox)
        : coordinate instanceof CollectiveVariable variable && variable.points().isEmpty();
  }

  /**
   * Velocities and the metric are compared whatever is asked for; a series is made only where it
   * is.
   */
  private static Set<Kinetics> demanded(Set<Kinetics> allowed, Optional<Kinetics> requested) {
    if (requested.isPresent() && requested.get() != Kinetics.SERIES) {
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

  /**
   * The kinetics that a coordinate made of columns allows.
   *
   * @param requested what the job demands; empty for all that can be had
   * @param coordinate the coordinate
   * @param times whether there are times
   * @param source the series, for messages
   * @return the kinetics
   * @throws InputException if the columns lack what the job demands
   */
  static Set<Kinetics> ofColumns(
      Optional<Kinetics> requested, JobCoordinate coordinate, boolean times, String source)
      throws InputException {
    Coordinate made = coordinate.coordinate();
    Set<Kinetics> allowed = EnumSet.noneOf(Kinetics.class);
    if (moves(made)) {
      allowed.add(Kinetics.DIRECT);
    } else if (accelerates(made) && single(made) instanceof ColumnVariable one && one.hasMass()) {
      // D = kT/m is known, and the mean of R̈ at given R is that of its average over momenta
      allowed.add(Kinetics.MOMENTUM_AVERAGED);
    }
    if (times) {
      allowed.add(Kinetics.SERIES);
    }
    if (requested.isPresent() && !allowed.contains(requested.get())) {
      String name = "'" + coordinate.info().name() + "'";
      throw new InputException(
          source
              + ": "
              + switch (requested.get()) {
                case DIRECT ->
                    "'kinetics: direct' needs the columns of velocity and acceleration of "
                        + name
                        + "; name them with 'velocity' and 'acceleration' where the file has them";
                case MOMENTUM_AVERAGED ->
                    "'kinetics: momentum-averaged' needs the mass and the column of the"
                        + " acceleration of "
                        + name
                        + ", and is not made where there is one of its velocity or of more than one"
                        + " column; use 'auto'";
                case SERIES ->
                    "'kinetics: series' needs times, and the series has none; set"
                        + " source.time-step or source.time-column";
              });
    }
    return demanded(allowed, requested);
  }

  /** Whether velocities and accelerations of all columns are known. */
  static boolean moves(Coordinate coordinate) {
    return coordinate instanceof CompositeVariable composite
        ? composite.components().stream().allMatch(KineticsChoice::moves)
        : coordinate instanceof ColumnVariable column
            && column.velocity() >= 0
            && column.acceleration() >= 0;
  }

  /** Whether accelerations of all columns are known. */
  static boolean accelerates(Coordinate coordinate) {
    return coordinate instanceof CompositeVariable composite
        ? composite.components().stream().allMatch(KineticsChoice::accelerates)
        : coordinate instanceof ColumnVariable column && column.acceleration() >= 0;
  }

  /** The one column that a coordinate is a function of; null where there are several. */
  private static Coordinate single(Coordinate coordinate) {
    if (!(coordinate instanceof CompositeVariable composite)) {
      return coordinate;
    }
    Coordinate one = null;
    for (Coordinate component : composite.components()) {
      Coordinate of = single(component);
      if (of == null || one != null && of != one) {
        return null;
      }
      one = of;
    }
    return one;
  }
}
