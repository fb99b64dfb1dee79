package org.chikei.models.systems;

import java.util.List;
import java.util.Optional;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;
import org.chikei.models.sampling.LineDensity;

/** V = h (q1² − 1)² + k q2²/2 + c q1 q2. */
record DoubleWell(double h, double k, double c) implements MechanicalModel {

  @Override
  public List<ModelVariable> variables() {
    return List.of(ModelVariable.of("q1"), ModelVariable.of("q2"));
  }

  @Override
  public double[] start() {
    return new double[] {-1, 0};
  }

  @Override
  public double[] masses() {
    return new double[] {1, 1};
  }

  @Override
  public double energy(double[] q) {
    double d = q[0] * q[0] - 1;
    return h * d * d + 0.5 * k * q[1] * q[1] + c * q[0] * q[1];
  }

  @Override
  public void force(double[] q, double[] force) {
    force[0] = -4 * h * q[0] * (q[0] * q[0] - 1) - c * q[1];
    force[1] = -k * q[1] - c * q[0];
  }

  @Override
  public double fastest(double kT) {
    // the curvature 4 h (3 q² − 1) where q1 stands 5 kT above the wells
    double q = reach(5 * kT);
    return Math.sqrt(Math.max(4 * h * (3 * q * q - 1), k) + Math.abs(c));
  }

  /** How far q1 gets with an energy above the lowest of its mean potential. */
  private double reach(double energy) {
    double depth = c * c / (2 * k);
    return Math.sqrt(1 + depth / (2 * h) + Math.sqrt(energy / h + depth / h * (1 + depth / h)));
  }

  @Override
  public Optional<StateDraw> stationary(double kT) {
    // q2 integrated out leaves h (q1² − 1)² − c² q1²/2k
    double farthest = reach(45 * kT);
    LineDensity first =
        new LineDensity(
            x -> -(h * (x * x - 1) * (x * x - 1) - c * c * x * x / (2 * k)) / kT,
            -farthest,
            farthest);
    return Optional.of(
        (random, q) -> {
          q[0] = first.draw(random);
          q[1] = -c * q[0] / k + Math.sqrt(kT / k) * random.nextGaussian();
        });
  }
}
