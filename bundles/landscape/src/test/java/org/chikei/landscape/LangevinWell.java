package org.chikei.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.comparison.ComparisonStep;

/**
 * A particle of mass 1 in V = h (x² − 1)² + t x, kT = 1, moving by Langevin's equation (BAOAB), in
 * the limit of high friction (Euler–Maruyama), or without friction; every segment begins in
 * equilibrium. The time of a frame is the unit of time of what a step reports.
 *
 * @param height h
 * @param tilt t
 */
public record LangevinWell(double height, double tilt) {
  /** How a barrier that is looked at every step seems farther off: Siegmund's constant. */
  private static final double OVERSHOOT = 0.5826;

  private static final int SLICE = 1 << 15;

  private static final long BINS = 50;
  private static final double WIDTH = 4.0 / BINS;

  double potential(double x) {
    return height * (x * x - 1) * (x * x - 1) + tilt * x;
  }

  private double force(double x) {
    return -4 * height * x * (x * x - 1) - tilt;
  }

  private double equilibrium(SplittableRandom random) {
    while (true) {
      double x = 4 * random.nextDouble() - 2;
      if (random.nextDouble() < Math.exp(-potential(x) - Math.abs(tilt) * 1.2)) {
        return x;
      }
    }
  }

  /** γ ẋ = −V′ + noise with γ = 1: dx = −V′ dt + √(2 dt) N(0, 1), a frame every step. */
  public SampleTable overdamped(int frames, double step, SplittableRandom random) {
    double[] x = new double[frames];
    double noise = Math.sqrt(2 * step);
    double q = equilibrium(random);
    for (int k = 0; k < frames; k++) {
      x[k] = q;
      q += step * force(q) + noise * GaussianSystem.gauss(random);
    }
    double[] metric = new double[frames];
    Arrays.fill(metric, 1);
    return new SampleTable(frames).withValues(0, x).withMetric(0, 0, metric);
  }

  /** BAOAB; velocity Verlet where the friction is 0. */
  public SampleTable underdamped(
      int frames, int stepsAFrame, double step, double friction, SplittableRandom random) {
    double[] x = new double[frames];
    double[] velocity = new double[frames];
    double[] acceleration = new double[frames];
    double[] metric = new double[frames];
    double frame = stepsAFrame * step;
    double kept = Math.exp(-friction * step);
    double noise = Math.sqrt(1 - kept * kept);
    double q = equilibrium(random);
    double v = GaussianSystem.gauss(random);
    double f = force(q);
    for (int k = 0; k < frames; k++) {
      x[k] = q;
      velocity[k] = v * frame;
      acceleration[k] = f * frame * frame;
      metric[k] = frame * frame;
      for (int i = 0; i < stepsAFrame; i++) {
        v += step / 2 * f;
        q += step / 2 * v;
        v = friction == 0 ? v : kept * v + noise * GaussianSystem.gauss(random);
        q += step / 2 * v;
        f = force(q);
        v += step / 2 * f;
      }
    }
    return new SampleTable(frames)
        .withValues(0, x)
        .withMetric(0, 0, metric)
        .withVelocities(Kinetics.DIRECT, 0, velocity)
        .withAccelerations(Kinetics.DIRECT, 0, acceleration)
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, acceleration);
  }

  /** A comparison of segments. */
  public static StepResult compare(Set<Kinetics> kinetics, SampleTable... segments)
      throws Exception {
    return Runs.run(
        new ComparisonStep(),
        List.of(Runs.coordinate("", null)),
        Runs.defaults("bins", BINS, "range", List.of(-2.0, 2.0)),
        1,
        kinetics,
        null,
        SLICE,
        segments);
  }

  /**
   * The mean first-passage time of the overdamped motion from one place to another behind it, in
   * frames, ∫ e^V ∫ e^−V over the step, each place shifted by what looking at steps overlooks.
   */
  public double passage(double from, double to, double step) {
    double shift = OVERSHOOT * Math.sqrt(2 * step);
    double sign = to > from ? 1 : -1;
    DoubleUnaryOperator v = y -> potential(sign * y);
    double a = sign * from - shift;
    double b = sign * to + shift;
    int n = 20_000;
    double h = (b + 3) / n;
    double below = 0;
    double time = 0;
    for (int k = 0; k < n; k++) {
      double x = -3 + (k + 0.5) * h;
      double weight = Math.exp(-v.applyAsDouble(x)) * h;
      below += weight / 2;
      time += x > a ? below * Math.exp(v.applyAsDouble(x)) * h : 0;
      below += weight / 2;
    }
    return time / step;
  }

  /** √(1/2π) e^−V(top)/∫ e^−V over one side of the top: exact without tilt. */
  public double transitionStateRate() {
    int n = 20_000;
    double population = 0;
    for (int k = 0; k < n; k++) {
      population += Math.exp(-potential(-3 * (k + 0.5) / n)) * 3 / n;
    }
    return Math.exp(-potential(0)) / (Math.sqrt(2 * Math.PI) * population);
  }

  /** The mean density over a bin of {@link #compare} over that at 0. */
  public double densityAgainstTop(double centre) {
    int n = 100;
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double x = centre + WIDTH * ((k + 0.5) / n - 0.5);
      sum += Math.exp(potential(0) - potential(x)) / n;
    }
    return sum;
  }
}
