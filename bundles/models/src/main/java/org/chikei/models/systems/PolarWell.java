package org.chikei.models.systems;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;
import org.chikei.models.sampling.LineDensity;

/**
 * V = k (r² − radius²)²/8 radius² + tilt x, or k r²/2 + tilt x without a radius: smooth at the
 * origin, and bent by k where r is at rest.
 */
record PolarWell(int dimensions, double k, double radius, double tilt) implements MechanicalModel {

  @Override
  public List<ModelVariable> variables() {
    return Stream.of("x", "y", "z").limit(dimensions).map(ModelVariable::of).toList();
  }

  @Override
  public double[] start() {
    double[] q = new double[dimensions];
    q[1] = radius + 1;
    return q;
  }

  @Override
  public double[] masses() {
    double[] masses = new double[dimensions];
    Arrays.fill(masses, 1);
    return masses;
  }

  private static double square(double[] q) {
    double square = 0;
    for (double component : q) {
      square += component * component;
    }
    return square;
  }

  /** The energy without the field, of r². */
  private double bound(double square) {
    double stretch = square - radius * radius;
    return radius > 0 ? k * stretch * stretch / (8 * radius * radius) : 0.5 * k * square;
  }

  @Override
  public double energy(double[] q) {
    return bound(square(q)) + tilt * q[0];
  }

  @Override
  public void force(double[] q, double[] force) {
    double factor = radius > 0 ? -k / 2 * (square(q) / (radius * radius) - 1) : -k;
    for (int d = 0; d < q.length; d++) {
      force[d] = factor * q[d];
    }
    force[0] -= tilt;
  }

  @Override
  public double fastest(double kT) {
    if (radius == 0) {
      return Math.sqrt(k);
    }
    double farthest = reach(5 * kT);
    return Math.sqrt(k * (3 * farthest * farthest / (radius * radius) - 1) / 2);
  }

  /** A distance beyond which the energy is above the lowest one by more than some. */
  private double reach(double energy) {
    double deep = energy + 2 * Math.abs(tilt) * (radius + Math.sqrt(2 * energy / k));
    return radius > 0
        ? Math.sqrt(radius * radius + Math.sqrt(8 * radius * radius * deep / k))
        : Math.abs(tilt) / k + Math.sqrt(2 * deep / k);
  }

  @Override
  public Optional<StateDraw> stationary(double kT) {
    // the distance from a density in which the field helps in all directions, then a direction,
    // both refused as often as the field does not help
    LineDensity distance =
        new LineDensity(
            r -> (dimensions - 1) * Math.log(r) - (bound(r * r) - Math.abs(tilt) * r) / kT,
            0,
            reach(50 * kT));
    return Optional.of((random, q) -> place(distance, kT, random, q));
  }

  private void place(LineDensity distance, double kT, RandomGenerator random, double[] q) {
    while (true) {
      double r = distance.draw(random);
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        q[d] = random.nextGaussian();
        square += q[d] * q[d];
      }
      for (int d = 0; d < dimensions; d++) {
        q[d] *= r / Math.sqrt(square);
      }
      // the envelope has e^(|tilt| r/kT) in place of e^(−tilt x/kT)
      if (Math.log(1 - random.nextDouble()) < -(tilt * q[0] + Math.abs(tilt) * r) / kT) {
        return;
      }
    }
  }
}
