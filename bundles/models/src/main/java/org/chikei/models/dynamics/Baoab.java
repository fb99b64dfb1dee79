package org.chikei.models.dynamics;

import java.util.random.RandomGenerator;
import org.chikei.api.model.MechanicalModel;

/**
 * Langevin's equation m q̈ = F − m γ q̇ + noise by the BAOAB splitting, whose averages over
 * positions are right to fourth order at high friction (B. Leimkuhler, C. Matthews, Appl. Math.
 * Res. Express 2013, 34).
 */
final class Baoab extends MassMotion {
  private final RandomGenerator random;
  private final double kept;
  private final double[] noise;

  Baoab(
      MechanicalModel model,
      Steps steps,
      double[] positions,
      double[] velocities,
      double kT,
      double friction,
      RandomGenerator random) {
    super(model, steps, positions, velocities);
    this.random = random;
    this.kept = Math.exp(-friction * steps.length());
    this.noise = new double[q.length];
    for (int a = 0; a < noise.length; a++) {
      noise[a] = Math.sqrt(kT * inverseMasses[a] * -Math.expm1(-2 * friction * steps.length()));
    }
  }

  @Override
  void step() {
    double half = steps.length() / 2;
    kick(half);
    drift(half);
    for (int a = 0; a < v.length; a++) {
      v[a] = kept * v[a] + noise[a] * random.nextGaussian();
    }
    drift(half);
    model.force(q, force);
    kick(half);
  }
}
