package org.chikei.models.dynamics;

import java.util.random.RandomGenerator;
import org.chikei.api.model.MechanicalModel;

/**
 * The limit of high friction, m γ q̇ = F + noise, by the scheme that BAOAB becomes there: each
 * noise is used half in its step and half in the next, which makes averages right to second order
 * (B. Leimkuhler, C. Matthews, Appl. Math. Res. Express 2013, 34). There is no velocity.
 */
final class Overdamped extends MassMotion {
  private final RandomGenerator random;
  private final double[] mobility;
  private final double[] noise;
  private final double[] last;

  Overdamped(
      MechanicalModel model,
      Steps steps,
      double[] positions,
      double kT,
      double friction,
      RandomGenerator random) {
    super(model, steps, positions, new double[positions.length]);
    this.random = random;
    this.mobility = new double[q.length];
    this.noise = new double[q.length];
    this.last = new double[q.length];
    for (int a = 0; a < q.length; a++) {
      mobility[a] = inverseMasses[a] / friction;
      noise[a] = Math.sqrt(kT * mobility[a] * steps.length() / 2);
      last[a] = random.nextGaussian();
    }
  }

  @Override
  void step() {
    for (int a = 0; a < q.length; a++) {
      double next = random.nextGaussian();
      q[a] += steps.length() * mobility[a] * force[a] + noise[a] * (last[a] + next);
      last[a] = next;
    }
    model.force(q, force);
  }

  @Override
  public double[] velocities() {
    return null;
  }
}
