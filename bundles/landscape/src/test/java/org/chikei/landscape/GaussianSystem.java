package org.chikei.landscape;

import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;

/**
 * A particle of mass m in d dimensions and a harmonic well, sampled as a stationary autoregressive
 * series in every component, with Maxwellian velocities: ρ ∝ exp(−k x²/2kT) exactly, frames
 * correlated over τ. Seen along x, along r = |x|, or along r², all with closed forms.
 */
public final class GaussianSystem {
  /** The coordinate that is looked along. */
  public enum View {
    LINEAR,
    RADIUS,
    SQUARE
  }

  public final View view;
  public final int dimensions;
  public final double stiffness;
  public final double mass;
  public final double kT;
  final double[] times;

  public GaussianSystem(
      View view, int dimensions, double stiffness, double mass, double kT, double... times) {
    this.view = view;
    this.dimensions = dimensions;
    this.stiffness = stiffness;
    this.mass = mass;
    this.kT = kT;
    this.times = times;
  }

  /** Samples of the coordinate, by every kind of kinetics but the series. */
  public SampleTable sample(int frames, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] r = new double[frames];
    double[] velocity = new double[frames];
    double[] direct = new double[frames];
    double[] averaged = new double[frames];
    double[] metric = new double[frames];
    double[] x = new double[dimensions];
    double spread = Math.sqrt(kT / stiffness);
    for (int d = 0; d < dimensions; d++) {
      x[d] = spread * gauss(random);
    }
    double thermal = Math.sqrt(kT / mass);
    for (int j = 0; j < frames; j++) {
      double xx = 0;
      double xv = 0;
      double vv = 0;
      double first = 0;
      for (int d = 0; d < dimensions; d++) {
        double keep = Math.exp(-1 / times[d % times.length]);
        x[d] = keep * x[d] + spread * Math.sqrt(1 - keep * keep) * gauss(random);
        double v = thermal * gauss(random);
        first = d == 0 ? v : first;
        xx += x[d] * x[d];
        xv += x[d] * v;
        vv += v * v;
      }
      double length = Math.sqrt(xx);
      switch (view) {
        case LINEAR -> {
          r[j] = x[0];
          velocity[j] = first;
          direct[j] = -stiffness * x[0] / mass;
          averaged[j] = direct[j];
          metric[j] = 1 / mass;
        }
        case RADIUS -> {
          r[j] = length;
          velocity[j] = xv / length;
          direct[j] = (vv - velocity[j] * velocity[j]) / length - stiffness * length / mass;
          averaged[j] = (dimensions - 1) * kT / (mass * length) - stiffness * length / mass;
          metric[j] = 1 / mass;
        }
        default -> {
          r[j] = xx;
          velocity[j] = 2 * xv;
          direct[j] = 2 * vv - 2 * stiffness * xx / mass;
          averaged[j] = 2 * dimensions * kT / mass - 2 * stiffness * xx / mass;
          metric[j] = 4 * xx / mass;
        }
      }
    }
    return new SampleTable(frames)
        .withValues(0, r)
        .withVelocities(Kinetics.DIRECT, 0, velocity)
        .withAccelerations(Kinetics.DIRECT, 0, direct)
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, averaged)
        .withMetric(0, 0, metric);
  }

  public static double gauss(SplittableRandom random) {
    double u = 1 - random.nextDouble();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** D(r), exactly. */
  public double squaredVelocity(double r) {
    return view == View.SQUARE ? 4 * r * kT / mass : kT / mass;
  }

  /** f(r), exactly. */
  public double meanForce(double r) {
    return switch (view) {
      case LINEAR -> -stiffness * r / mass;
      case RADIUS -> (dimensions - 1) * kT / (mass * r) - stiffness * r / mass;
      default -> 2 * dimensions * kT / mass - 2 * stiffness * r / mass;
    };
  }

  /** ρ(r) up to a factor. */
  public double density(double r) {
    return switch (view) {
      case LINEAR -> Math.exp(-stiffness * r * r / (2 * kT));
      case RADIUS -> Math.pow(r, dimensions - 1) * Math.exp(-stiffness * r * r / (2 * kT));
      default -> Math.pow(r, dimensions / 2.0 - 1) * Math.exp(-stiffness * r / (2 * kT));
    };
  }

  /** −m* ∫ f dr up to a constant. */
  public double potential(double r, double referenceMass) {
    double k = stiffness / mass;
    return referenceMass
        * switch (view) {
          case LINEAR -> k * r * r / 2;
          case RADIUS -> k * r * r / 2 - (dimensions - 1) * kT / mass * Math.log(r);
          default -> k * r * r - 2 * dimensions * kT / mass * r;
        };
  }

  public static Set<Kinetics> kinetics() {
    return Set.of(Kinetics.DIRECT, Kinetics.MOMENTUM_AVERAGED);
  }
}
