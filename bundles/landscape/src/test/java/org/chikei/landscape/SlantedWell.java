package org.chikei.landscape;

import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;

/**
 * A double well along x with a harmonic y, V = h (x² − 1)² + 3 y², kT = 1, walked through by
 * Metropolis' rule under a bias on x and seen along the slanted axis r = x cos a + y sin a: a
 * linear coordinate, so Vm is G exactly. Accelerations are those of V alone.
 *
 * @param height the height h of the barrier
 * @param cos the cosine of the slant
 * @param sin its sine
 */
public record SlantedWell(double height, double cos, double sin) {
  public static final double MASS = 2;
  private static final double STIFFNESS = 6;

  /** An energy of x, added to V. */
  public interface Bias {
    /** No bias. */
    Bias NONE = x -> 0;

    double at(double x);
  }

  /** What was walked through: samples of r, and x itself. */
  public record Walk(SampleTable samples, double[] x) {}

  public static SlantedWell of(double height, double degrees) {
    double angle = Math.toRadians(degrees);
    return new SlantedWell(height, Math.cos(angle), Math.sin(angle));
  }

  private double potential(double x, double y) {
    return height * (x * x - 1) * (x * x - 1) + STIFFNESS / 2 * y * y;
  }

  public Walk walk(Bias bias, double start, int frames, int thinning, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] r = new double[frames];
    double[] xs = new double[frames];
    double[] velocity = new double[frames];
    double[] acceleration = new double[frames];
    double[] metric = new double[frames];
    double x = random.nextBoolean() ? start : -start;
    x = start == 1 ? x : start;
    double y = 0;
    double energy = potential(x, y) + bias.at(x);
    for (int j = -200; j < frames; j++) {
      for (int step = 0; step < thinning; step++) {
        double newX = x + 1.6 * (random.nextDouble() - 0.5);
        double newY = y + 1.2 * (random.nextDouble() - 0.5);
        double trial = potential(newX, newY) + bias.at(newX);
        if (random.nextDouble() < Math.exp(energy - trial)) {
          x = newX;
          y = newY;
          energy = trial;
        }
      }
      if (j >= 0) {
        xs[j] = x;
        r[j] = cos * x + sin * y;
        velocity[j] = GaussianSystem.gauss(random) / Math.sqrt(MASS);
        acceleration[j] = -(cos * 4 * height * x * (x * x - 1) + sin * STIFFNESS * y) / MASS;
        metric[j] = 1 / MASS;
      }
    }
    SampleTable table =
        new SampleTable(frames)
            .withValues(0, r)
            .withMetric(0, 0, metric)
            .withVelocities(Kinetics.DIRECT, 0, velocity)
            .withAccelerations(Kinetics.DIRECT, 0, acceleration)
            .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, acceleration);
    return new Walk(table, xs);
  }

  /** −kT ln ρ(r) up to a constant, by quadrature across the axis. */
  public double free(double r) {
    double sum = 0;
    for (int i = -400; i <= 400; i++) {
      double across = i / 100.0;
      sum += Math.exp(-potential(r * cos - across * sin, r * sin + across * cos));
    }
    return -Math.log(sum);
  }

  /**
   * √(kT/2πm) ρ(top)/P, P the population from the end of the range at ±2 to the far or near side of
   * the bin of the top, which belongs to the basin on its left.
   *
   * @param from a place in the basin
   * @param top the centre of the bin of the top
   * @param width the width of the bins
   */
  public double transitionStateRate(double from, double top, double width) {
    double end = from < top ? -2 : 2;
    double side = top + width / 2;
    int n = 400;
    double population = 0;
    double density = 0;
    for (int i = 0; i < n; i++) {
      population += Math.exp(-free(end + (side - end) * (i + 0.5) / n)) * Math.abs(side - end) / n;
    }
    for (int i = 0; i < 8; i++) {
      density += Math.exp(-free(top + ((i + 0.5) / 8 - 0.5) * width)) / 8;
    }
    return density / population / Math.sqrt(2 * Math.PI * MASS);
  }
}
