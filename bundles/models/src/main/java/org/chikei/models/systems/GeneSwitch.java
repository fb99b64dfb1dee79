package org.chikei.models.systems;

import java.util.List;
import org.chikei.api.model.FirstOrderModel;
import org.chikei.api.model.ModelVariable;

/** Two genes that promote themselves and repress each other. */
record GeneSwitch(double a, double b, double s, int n, double k, double sigma)
    implements FirstOrderModel {

  @Override
  public List<ModelVariable> variables() {
    return List.of(ModelVariable.of("x"), ModelVariable.of("y"));
  }

  @Override
  public double[] start() {
    return new double[] {b / k, b / k};
  }

  @Override
  public double[] noise() {
    return new double[] {sigma, sigma};
  }

  /** x^n/(s^n + x^n): 0 where the noise has carried a concentration below zero. */
  private double share(double x) {
    return x > 0 ? 1 / (1 + Math.pow(s / x, n)) : 0;
  }

  private double shareSlope(double x) {
    double share = share(x);
    return x > 0 ? n / x * share * (1 - share) : 0;
  }

  @Override
  public void rate(double[] z, double[] rate) {
    rate[0] = a * share(z[0]) + b * (1 - share(z[1])) - k * z[0];
    rate[1] = a * share(z[1]) + b * (1 - share(z[0])) - k * z[1];
  }

  @Override
  public void jacobianTimes(double[] z, double[] u, double[] product) {
    double x = shareSlope(z[0]);
    double y = shareSlope(z[1]);
    product[0] = (a * x - k) * u[0] - b * y * u[1];
    product[1] = (a * y - k) * u[1] - b * x * u[0];
  }

  @Override
  public double relaxation() {
    return 5 / k;
  }

  @Override
  public double fastest(double kT) {
    return k + n * (a + b) / s;
  }
}
