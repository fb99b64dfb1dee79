package org.chikei.models.systems;

import java.util.List;
import java.util.Optional;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;
import org.chikei.models.sampling.PlaneDensity;

/** The potential of Müller and Brown times a scale. */
record MullerBrown(double scale) implements MechanicalModel {
  private static final double[] AMPLITUDE = {-200, -100, -170, 15};
  private static final double[] XX = {-1, -1, -6.5, 0.7};
  private static final double[] XY = {0, 0, 11, 0.6};
  private static final double[] YY = {-10, -10, -6.5, 0.7};
  private static final double[] X0 = {1, 0, -0.5, -1};
  private static final double[] Y0 = {0, 0.5, 1.5, 1};

  @Override
  public List<ModelVariable> variables() {
    return List.of(ModelVariable.of("q1"), ModelVariable.of("q2"));
  }

  @Override
  public double[] start() {
    return new double[] {-0.558, 1.442};
  }

  @Override
  public double[] masses() {
    return new double[] {1, 1};
  }

  @Override
  public double energy(double[] q) {
    return energy(q[0], q[1]);
  }

  private double energy(double x, double y) {
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      sum += term(k, x - X0[k], y - Y0[k]);
    }
    return scale * sum;
  }

  private static double term(int k, double dx, double dy) {
    return AMPLITUDE[k] * Math.exp(XX[k] * dx * dx + XY[k] * dx * dy + YY[k] * dy * dy);
  }

  @Override
  public void force(double[] q, double[] force) {
    force[0] = 0;
    force[1] = 0;
    for (int k = 0; k < 4; k++) {
      double dx = q[0] - X0[k];
      double dy = q[1] - Y0[k];
      double term = scale * term(k, dx, dy);
      force[0] -= term * (2 * XX[k] * dx + XY[k] * dy);
      force[1] -= term * (XY[k] * dx + 2 * YY[k] * dy);
    }
  }

  @Override
  public double fastest(double kT) {
    // the stiffest of the three wells has a curvature near 4200
    return Math.sqrt(4200 * scale);
  }

  @Override
  public Optional<StateDraw> stationary(double kT) {
    PlaneDensity density =
        new PlaneDensity(
            (x, y) -> -energy(x, y) / kT, new double[] {-2.5, -1.5}, new double[] {2, 3});
    return Optional.of(density::draw);
  }
}
