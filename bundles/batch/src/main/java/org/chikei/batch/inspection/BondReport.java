package org.chikei.batch.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.chikei.batch.engine.BondColumns;
import org.chikei.batch.engine.FirstLook;
import org.chikei.batch.engine.JobData;

/**
 * What the bonds of the structure say of a trajectory, whatever coordinates a job has: whether they
 * are constrained, whether velocities belong to the same time as positions, and whether they have
 * the job's temperature.
 *
 * @param halfStepVelocities whether velocities belong to another time than the positions
 * @param constrained whether bonds are constrained
 * @param warnings what to tell, each a sentence
 */
public record BondReport(boolean halfStepVelocities, boolean constrained, List<String> warnings) {
  private static final int FEWEST_FRAMES = 16;

  /** Standard errors that a sign of trouble must exceed: one false alarm in 1.7 million jobs. */
  private static final double CERTAIN = 5;

  /** A constrained bond has none of kT g; a free one half of it by chance in 10⁻⁵ of 64 bonds. */
  private static final double RIGID = 0.1;

  /** Half the least that a triple bond's length varies at 300 K, in nm. */
  private static final double STIFFEST = 7e-4;

  /** How far kinetic energy of bonds may be off by the finite time step of the run. */
  private static final double TEMPERATURE_SLACK = 0.12;

  /** Nothing to tell, as where there are no bonds. */
  public static final BondReport NONE = new BondReport(false, false, List.of());

  /** Copies the list. */
  public BondReport {
    warnings = List.copyOf(warnings);
  }

  /**
   * Looks at up to 64 bonds in the pilot's frames.
   *
   * @param structure the structure with the job's masses
   * @param data the job's data
   * @param first the first look at the data
   * @return what was seen
   * @throws IOException if frames cannot be read
   */
  public static BondReport of(Structure structure, JobData data, FirstLook first)
      throws IOException {
    List<Bond> bonds = BondChoice.of(structure, data.coordinates());
    if (bonds.isEmpty() || first.pilotFrames() < FEWEST_FRAMES) {
      return NONE;
    }
    return judge(structure, first.bonds(bonds), data.kT(), data.reduced());
  }

  static BondReport judge(Structure structure, BondColumns columns, double kT, boolean reduced) {
    List<BondMotion> motions = new ArrayList<>();
    for (int b = 0; b < columns.bonds().size(); b++) {
      Bond bond = columns.bonds().get(b);
      motions.add(
          BondMotion.of(
              bond,
              columns.lengths()[b],
              columns.rates() == null ? null : columns.rates()[b],
              1 / structure.mass(bond.first()) + 1 / structure.mass(bond.second())));
    }
    List<BondMotion> rigid =
        motions.stream()
            .filter(m -> m.rigid(kT, RIGID, reduced ? 0 : STIFFEST * Math.sqrt(kT / 2.494)))
            .toList();
    List<String> warnings = new ArrayList<>();
    if (!rigid.isEmpty()) {
      warnings.add(constraints(structure, rigid, motions.size()));
    }
    List<BondMotion> free = new ArrayList<>(motions);
    free.removeAll(rigid);
    boolean halfStep = false;
    if (columns.rates() != null && !free.isEmpty()) {
      VelocityLag lag = VelocityLag.of(free);
      halfStep = Math.abs(lag.lag()) > CERTAIN * lag.error();
      if (halfStep) {
        warnings.add(halfSteps(lag));
      }
      KineticEnergy energy = KineticEnergy.of(free, kT);
      double off = energy.ratio() - 1;
      if (Math.abs(off) > TEMPERATURE_SLACK && Math.abs(off) > CERTAIN * energy.error()) {
        warnings.add(temperature(energy));
      }
    }
    return new BondReport(halfStep, !rigid.isEmpty(), warnings);
  }

  private static String constraints(Structure structure, List<BondMotion> rigid, int looked) {
    Bond first = rigid.get(0).bond();
    return "constraints: "
        + rigid.size()
        + " of "
        + looked
        + " bonds looked at are held at their lengths (such as "
        + structure.atom(first.first()).label()
        + " – "
        + structure.atom(first.second()).label()
        + "); stored forces and momentum averages know nothing of constraints, so for coordinates"
        + " of constrained atoms D and Vm are wrong: use 'kinetics: series' on frames a few fs"
        + " apart, or a run without constraints";
  }

  private static String halfSteps(VelocityLag lag) {
    return String.format(
        Locale.ROOT,
        "half-step velocities: along the bonds, velocities and lengths are correlated as if the"
            + " velocities belonged to a time %.2g ps %s the positions (%.0f standard errors); a"
            + " leap-frog integrator stores them so: use 'kinetics: momentum-averaged', and save"
            + " the next run with velocity Verlet (in GROMACS integrator = md-vv)",
        Math.abs(lag.lag()),
        lag.lag() > 0 ? "before" : "after",
        Math.abs(lag.lag()) / lag.error());
  }

  private static String temperature(KineticEnergy energy) {
    return String.format(
        Locale.ROOT,
        "the kinetic energy along the bonds is %.2f ± %.2f times what the job's temperature and"
            + " masses make it: check 'temperature', and 'masses' where atoms are united or heavy",
        energy.ratio(),
        energy.error());
  }
}
