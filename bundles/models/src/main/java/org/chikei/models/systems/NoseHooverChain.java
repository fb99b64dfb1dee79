package org.chikei.models.systems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chikei.api.model.FirstOrderModel;
import org.chikei.api.model.ModelVariable;
import org.chikei.models.sampling.LineDensity;

/** A particle of mass 1 under thermostats of mass Q: the state is q, p, ξ₁ … ξₙ. */
record NoseHooverChain(double h, double k, double kT, int thermostats, double mass)
    implements FirstOrderModel {

  @Override
  public List<ModelVariable> variables() {
    List<ModelVariable> variables = new ArrayList<>();
    variables.add(ModelVariable.of("q"));
    variables.add(ModelVariable.of("p"));
    for (int i = 1; i <= thermostats; i++) {
      variables.add(ModelVariable.of("xi" + i));
    }
    return variables;
  }

  @Override
  public double[] start() {
    double[] z = new double[thermostats + 2];
    z[0] = 1;
    return z;
  }

  @Override
  public double[] noise() {
    return new double[thermostats + 2];
  }

  private double force(double q) {
    return h > 0 ? -4 * h * q * (q * q - 1) : -k * q;
  }

  private double bend(double q) {
    return h > 0 ? -4 * h * (3 * q * q - 1) : -k;
  }

  @Override
  public void rate(double[] z, double[] rate) {
    rate[0] = z[1];
    rate[1] = force(z[0]) - z[2] * z[1];
    for (int i = 0; i < thermostats; i++) {
      double below = i == 0 ? z[1] * z[1] : mass * z[1 + i] * z[1 + i];
      double above = i + 1 < thermostats ? z[3 + i] : 0;
      rate[2 + i] = (below - kT) / mass - z[2 + i] * above;
    }
  }

  @Override
  public void jacobianTimes(double[] z, double[] u, double[] product) {
    product[0] = u[1];
    product[1] = bend(z[0]) * u[0] - z[2] * u[1] - z[1] * u[2];
    for (int i = 0; i < thermostats; i++) {
      double below = i == 0 ? 2 * z[1] * u[1] / mass : 2 * z[1 + i] * u[1 + i];
      boolean last = i + 1 == thermostats;
      product[2 + i] = below - (last ? 0 : z[3 + i] * u[2 + i] + z[2 + i] * u[3 + i]);
    }
  }

  @Override
  public double relaxation() {
    return 20 / fastest(kT);
  }

  @Override
  public double fastest(double thermal) {
    double own = h > 0 ? Math.sqrt(4 * h * (3 * (1 + Math.sqrt(5 * kT / h)) - 1)) : Math.sqrt(k);
    return own + 4 * Math.sqrt(kT / mass);
  }

  @Override
  public Optional<StateDraw> stationary(double thermal) {
    double farthest = Math.sqrt(1 + Math.sqrt(45 * kT / h));
    LineDensity wells =
        h > 0
            ? new LineDensity(x -> -h * (x * x - 1) * (x * x - 1) / kT, -farthest, farthest)
            : null;
    return Optional.of(
        (random, z) -> {
          z[0] = h > 0 ? wells.draw(random) : Math.sqrt(kT / k) * random.nextGaussian();
          z[1] = Math.sqrt(kT) * random.nextGaussian();
          for (int i = 0; i < thermostats; i++) {
            z[2 + i] = Math.sqrt(kT / mass) * random.nextGaussian();
          }
        });
  }
}
