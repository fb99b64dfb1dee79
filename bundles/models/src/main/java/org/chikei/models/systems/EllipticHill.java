package org.chikei.models.systems;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;
import org.chikei.models.sampling.LineDensity;

/** A hill along the elliptic coordinate μ of foci at x = ±c, and a wall. */
record EllipticHill(double c, double height, double centre, double width, double wall)
    implements MechanicalModel {
  private static final double WALL = 100;

  @Override
  public List<ModelVariable> variables() {
    return List.of(ModelVariable.of("x"), ModelVariable.of("y"));
  }

  @Override
  public double[] start() {
    return new double[] {0, c * Math.sinh(Math.min(wall, 0.5))};
  }

  @Override
  public double[] masses() {
    return new double[] {1, 1};
  }

  private double energy(double mu) {
    double t = (mu - centre) / width;
    double beyond = Math.max(0, mu - wall);
    return height * Math.exp(-t * t) + WALL / 2 * beyond * beyond;
  }

  private double slope(double mu) {
    double t = (mu - centre) / width;
    return -2 * t / width * height * Math.exp(-t * t) + WALL * Math.max(0, mu - wall);
  }

  /** cosh μ = (r₁ + r₂)/2c. */
  private double mu(double x, double y) {
    double sum = (Math.hypot(x + c, y) + Math.hypot(x - c, y)) / (2 * c);
    double above = Math.max(0, sum - 1);
    return Math.log1p(above + Math.sqrt(above * (above + 2)));
  }

  @Override
  public double energy(double[] q) {
    return energy(mu(q[0], q[1]));
  }

  @Override
  public void force(double[] q, double[] force) {
    double plus = Math.hypot(q[0] + c, q[1]);
    double minus = Math.hypot(q[0] - c, q[1]);
    double mu = mu(q[0], q[1]);
    double factor = -slope(mu) / (2 * c * Math.sinh(mu));
    if (mu == 0 || plus == 0 || minus == 0) {
      // on the line between the foci the force has no direction
      force[0] = 0;
      force[1] = 0;
      return;
    }
    force[0] = factor * ((q[0] + c) / plus + (q[0] - c) / minus);
    force[1] = factor * (q[1] / plus + q[1] / minus);
  }

  @Override
  public double fastest(double kT) {
    // |∇μ|² is at most 1/c² sinh²μ; the hill bends by 2 height/width²
    double low = Math.max(0.1, centre - 2 * width);
    double bend = Math.max(2 * Math.abs(height) / (width * width), WALL);
    return Math.sqrt(bend) / (c * Math.sinh(Math.min(low, wall))) + Math.sqrt(kT) / (0.1 * c);
  }

  @Override
  public Optional<StateDraw> stationary(double kT) {
    // dx dy = c² (sinh²μ + sin²ν) dμ dν
    double farthest = wall + Math.sqrt(2 * 60 * (kT + 1) / WALL);
    LineDensity density =
        new LineDensity(m -> Math.log(Math.cosh(2 * m)) - energy(m) / kT, 0, farthest);
    return Optional.of((random, q) -> place(density.draw(random), random, q));
  }

  private void place(double mu, RandomGenerator random, double[] q) {
    double s = Math.sinh(mu) * Math.sinh(mu);
    double nu;
    do {
      nu = 2 * Math.PI * random.nextDouble();
    } while (random.nextDouble() * (s + 1) > s + Math.sin(nu) * Math.sin(nu));
    q[0] = c * Math.cosh(mu) * Math.cos(nu);
    q[1] = c * Math.sinh(mu) * Math.sin(nu);
  }
}
