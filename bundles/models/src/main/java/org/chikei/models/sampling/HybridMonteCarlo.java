package org.chikei.models.sampling;

import java.util.random.RandomGenerator;
import org.chikei.api.model.MechanicalModel;

/**
 * Draws states of a model that has no exact way of its own: short trajectories from fresh
 * velocities, each accepted or refused by Metropolis' rule, so that the canonical density is exact
 * once the start is forgotten (S. Duane et al., Phys. Lett. B 195, 216, 1987).
 */
public final class HybridMonteCarlo {
  private static final int TRAJECTORIES = 400;
  private static final int STEPS = 25;

  private HybridMonteCarlo() {}

  /**
   * Draws a state.
   *
   * @param model the model, conservative
   * @param kT the thermal energy
   * @param random where chance comes from
   * @param q receives the positions
   */
  public static void draw(MechanicalModel model, double kT, RandomGenerator random, double[] q) {
    double[] masses = model.masses();
    double[] at = model.start();
    double[] trial = new double[at.length];
    double[] force = new double[at.length];
    double[] v = new double[at.length];
    double energy = model.energy(at);
    for (int n = 0; n < TRAJECTORIES; n++) {
      // lengths that differ keep periodic motions from coming back to where they began
      double step = (0.1 + 0.25 * random.nextDouble()) / model.fastest(kT);
      System.arraycopy(at, 0, trial, 0, at.length);
      double kinetic = 0;
      for (int a = 0; a < v.length; a++) {
        v[a] = Math.sqrt(kT / masses[a]) * random.nextGaussian();
        kinetic += 0.5 * masses[a] * v[a] * v[a];
      }
      model.force(trial, force);
      for (int k = 0; k < STEPS; k++) {
        for (int a = 0; a < v.length; a++) {
          v[a] += 0.5 * step * force[a] / masses[a];
          trial[a] += step * v[a];
        }
        model.force(trial, force);
        for (int a = 0; a < v.length; a++) {
          v[a] += 0.5 * step * force[a] / masses[a];
        }
      }
      double kineticAfter = 0;
      for (int a = 0; a < v.length; a++) {
        kineticAfter += 0.5 * masses[a] * v[a] * v[a];
      }
      double after = model.energy(trial);
      if (Math.log(1 - random.nextDouble()) * kT < energy + kinetic - after - kineticAfter) {
        double[] other = at;
        at = trial;
        trial = other;
        energy = after;
      }
    }
    System.arraycopy(at, 0, q, 0, at.length);
  }
}
