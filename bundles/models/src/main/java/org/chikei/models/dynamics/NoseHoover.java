package org.chikei.models.dynamics;

import org.chikei.api.model.MechanicalModel;

/**
 * A chain of Nosé–Hoover thermostats on all masses together (G. J. Martyna, M. L. Klein, M.
 * Tuckerman, J. Chem. Phys. 97, 2635, 1992): deterministic, canonical, and not Hamiltonian. The
 * thermostats act half a step before and half a step after a step of velocity Verlet.
 */
final class NoseHoover extends MassMotion {
  private static final int LENGTH = 4;

  private final double kT;
  private final double[] masses;
  private final double[] thermostatMasses = new double[LENGTH];
  private final double[] rates;

  /**
   * Makes a motion.
   *
   * @param relaxation the period of the thermostats' own swing over 2π
   * @param rates where the thermostats begin, ξ₁ … ξ₄
   */
  NoseHoover(
      MechanicalModel model,
      Steps steps,
      double[] positions,
      double[] velocities,
      double kT,
      double relaxation,
      double[] rates) {
    super(model, steps, positions, velocities);
    this.kT = kT;
    this.masses = model.masses();
    this.rates = rates.clone();
    for (int k = 0; k < LENGTH; k++) {
      thermostatMasses[k] = thermostatMass(k, q.length, kT, relaxation);
    }
  }

  /** The number of thermostats. */
  static int length() {
    return LENGTH;
  }

  /** The mass of a thermostat: kT times the square of its time, times what it acts on. */
  static double thermostatMass(int k, int variables, double kT, double relaxation) {
    return kT * relaxation * relaxation * (k == 0 ? variables : 1);
  }

  @Override
  void step() {
    thermostats(steps.length() / 2);
    kick(steps.length() / 2);
    drift(steps.length());
    model.force(q, force);
    kick(steps.length() / 2);
    thermostats(steps.length() / 2);
  }

  private void thermostats(double time) {
    double doubled = 0;
    for (int a = 0; a < v.length; a++) {
      doubled += masses[a] * v[a] * v[a];
    }
    for (int k = LENGTH - 1; k >= 0; k--) {
      push(k, doubled, time);
    }
    double factor = Math.exp(-rates[0] * time);
    for (int a = 0; a < v.length; a++) {
      v[a] *= factor;
    }
    doubled *= factor * factor;
    for (int k = 0; k < LENGTH; k++) {
      push(k, doubled, time);
    }
  }

  /** Half a step of one thermostat, driven by what is below it and damped by the one above. */
  private void push(int k, double doubled, double time) {
    double damping = k == LENGTH - 1 ? 1 : Math.exp(-rates[k + 1] * time / 4);
    double drive =
        (k == 0
                ? doubled - v.length * kT
                : thermostatMasses[k - 1] * rates[k - 1] * rates[k - 1] - kT)
            / thermostatMasses[k];
    rates[k] = (rates[k] * damping + drive * time / 2) * damping;
  }
}
