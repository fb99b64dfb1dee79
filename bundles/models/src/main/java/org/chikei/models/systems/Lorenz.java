package org.chikei.models.systems;

import java.util.List;
import org.chikei.api.model.FirstOrderModel;
import org.chikei.api.model.ModelVariable;

/** The system of Lorenz. */
record Lorenz(double sigma, double rho, double beta) implements FirstOrderModel {

  @Override
  public List<ModelVariable> variables() {
    return List.of(ModelVariable.of("x"), ModelVariable.of("y"), ModelVariable.of("z"));
  }

  @Override
  public double[] start() {
    return new double[] {1, 1, rho};
  }

  @Override
  public double[] noise() {
    return new double[3];
  }

  @Override
  public void rate(double[] z, double[] rate) {
    rate[0] = sigma * (z[1] - z[0]);
    rate[1] = z[0] * (rho - z[2]) - z[1];
    rate[2] = z[0] * z[1] - beta * z[2];
  }

  @Override
  public void jacobianTimes(double[] z, double[] u, double[] product) {
    product[0] = sigma * (u[1] - u[0]);
    product[1] = u[0] * (rho - z[2]) - u[1] - z[0] * u[2];
    product[2] = z[1] * u[0] + z[0] * u[1] - beta * u[2];
  }

  @Override
  public double relaxation() {
    return 5;
  }

  @Override
  public double fastest(double kT) {
    return sigma + Math.sqrt(sigma * rho);
  }
}
