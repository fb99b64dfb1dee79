package org.chikei.landscape.profile;

import java.util.Arrays;
import org.chikei.api.analysis.Kinetics;

/**
 * Every curve of a comparison, computed from sums by bin. One instance is filled again and again,
 * for the data and for each resampling of their blocks.
 *
 * <p>Units: r in the coordinate's unit u, D in u²/ps², f in u/ps², energies in kJ/mol, m and m* in
 * amu nm²/u².
 */
public final class Curves {
  public static final int RHO = 0;
  public static final int G = 1;
  public static final int D = 2;
  public static final int F = 3;
  public static final int VM = 4;
  public static final int M = 5;
  public static final int C = 6;
  public static final int G_CHING = 7;
  public static final int G_ISO = 8;
  public static final int S = 9;
  public static final int VM_GD = 10;
  public static final int DVG = 11;
  public static final int G_GEO = 12;
  public static final int RESIDUAL = 13;
  static final int MEAN_VELOCITY = 14;

  /** Means over bins, where {@link #D} and {@link #F} are values at bin centres. */
  static final int D_MEAN = 15;

  static final int F_MEAN = 16;

  /** G, low-variance Vm and the mean of D over bins as they are along the relabelled coordinate. */
  public static final int G_RELABELLED = 17;

  public static final int VM_RELABELLED = 18;
  static final int D_RELABELLED = 19;

  /** G from histogram and mean force together, as {@link BestFreeEnergy} combines them. */
  public static final int G_BEST = 20;

  static final int COUNT = 21;

  private final CurveFrame frame;
  private final double[][] y;
  private final double[] q;
  private final double[] integral;
  private double referenceMass;
  private double relabelledMass;
  private double closureVm;
  private double closureChing;

  /**
   * Makes empty curves.
   *
   * @param frame grid, kinetics and pieces
   */
  Curves(CurveFrame frame) {
    this.frame = frame;
    this.y = new double[COUNT][frame.bins()];
    this.q = new double[frame.bins() + 3];
    this.integral = new double[frame.bins() + 3];
  }

  /** One curve by bin; NaN where it says nothing. */
  double[] get(int curve) {
    return y[curve];
  }

  /** The reference mass m* = kT/⟨Ṙ²⟩, or what the job set. */
  public double referenceMass() {
    return referenceMass;
  }

  /** The reference mass of the relabelled coordinate, kT/⟨u̇²⟩ over the bins; NaN without one. */
  public double relabelledMass() {
    return relabelledMass;
  }

  /** How far Vm fails to close around a circle, in kJ/mol; NaN unless a full circle is sampled. */
  public double closureVm() {
    return closureVm;
  }

  /**
   * How far Ching's density fails to close around a circle, in kJ/mol; NaN unless fully sampled.
   */
  public double closureChing() {
    return closureChing;
  }

  /**
   * Fills all curves.
   *
   * @param sums by bin, {@code layout.size()} numbers each
   * @param all the same sums over all samples, before any range is cut
   */
  void fill(double[] sums, double[] all) {
    SampleLayout layout = frame.layout();
    int n = frame.bins();
    int width = layout.size();
    double kT = frame.kT();
    for (double[] curve : y) {
      Arrays.fill(curve, Double.NaN);
    }
    closureVm = Double.NaN;
    closureChing = Double.NaN;
    double total = 0;
    for (int k = 0; k < n; k++) {
      total += sums[k * width + SampleLayout.WEIGHT];
    }
    for (int k = 0; k < n; k++) {
      double weight = sums[k * width + SampleLayout.WEIGHT];
      y[RHO][k] = weight / (total * frame.width());
      y[G][k] = weight > 0 ? -kT * Math.log(y[RHO][k]) : Double.NaN;
    }
    squares(sums);
    accelerations(sums);
    Centring.values(frame, y[D_MEAN], y[D]);
    Centring.values(frame, y[F_MEAN], y[F]);
    if (frame.fits() != null) {
      frame.fits().put(y[D], y[F]);
    }
    referenceMass = mass(all);
    for (int k = 0; k < n; k++) {
      double d = y[D][k];
      if (d > 0) {
        y[M][k] = kT / d;
        y[C][k] = referenceMass * d / kT;
        y[G_ISO][k] = y[G][k] + 0.5 * kT * Math.log(kT / (d * referenceMass));
      }
    }
    relabelledMass = Double.NaN;
    if (frame.stretch() != null) {
      relabel(sums);
    }
    integrals();
  }

  /** Makes the best free energy: G less the share of its residual that is given by bin. */
  void fillBest(double[] share) {
    for (int k = 0; k < frame.bins(); k++) {
      y[G_BEST][k] = share[k] > 0 ? y[G][k] - share[k] * y[RESIDUAL][k] : y[G][k];
    }
  }

  /** G and D of the relabelled coordinate, and its reference mass. */
  private void relabel(double[] sums) {
    double squares = 0;
    double total = 0;
    for (int k = 0; k < frame.bins(); k++) {
      double stretch = frame.stretch()[k];
      y[G_RELABELLED][k] = y[G][k] + frame.kT() * Math.log(stretch);
      y[D_RELABELLED][k] = stretch * stretch * y[D_MEAN][k];
      if (y[D_MEAN][k] > 0) {
        double weight = sums[k * frame.layout().size() + SampleLayout.WEIGHT];
        squares += weight * y[D_RELABELLED][k];
        total += weight;
      }
    }
    relabelledMass = frame.kT() * total / squares;
  }

  /** The mean of Ṙ² and the geometric free energy. */
  private void squares(double[] sums) {
    SampleLayout layout = frame.layout();
    int width = layout.size();
    double kT = frame.kT();
    int metric = layout.metric();
    int weightAt = frame.squareWeight();
    for (int k = 0; k < frame.bins(); k++) {
      int base = k * width;
      if (weightAt >= 0 && sums[base + weightAt] > 0) {
        y[D_MEAN][k] = frame.squareFactor() * sums[base + frame.square()] / sums[base + weightAt];
      }
      if (metric >= 0 && sums[base + metric] > 0) {
        double root =
            sums[base + metric + SampleLayout.METRIC_ROOT]
                / sums[base + metric + SampleLayout.METRIC_WEIGHT];
        y[G_GEO][k] = y[G][k] - kT * Math.log(root);
      }
    }
  }

  private double mass(double[] all) {
    if (frame.massBin() >= 0) {
      return frame.kT() / y[D][frame.massBin()];
    }
    if (frame.fixedMass() > 0) {
      return frame.fixedMass();
    }
    return frame.squareWeight() < 0
        ? Double.NaN
        : frame.kT() * all[frame.squareWeight()] / (frame.squareFactor() * all[frame.square()]);
  }

  private void accelerations(double[] sums) {
    if (frame.kinetics() != null) {
      int offset = frame.layout().kinetics(frame.kinetics());
      mean(sums, offset, SampleLayout.ACCELERATION, y[F_MEAN]);
    }
    int direct = frame.layout().kinetics(Kinetics.DIRECT);
    if (direct >= 0) {
      mean(sums, direct, SampleLayout.VELOCITY, y[MEAN_VELOCITY]);
    }
  }

  private void mean(double[] sums, int offset, int quantity, double[] out) {
    int width = frame.layout().size();
    for (int k = 0; k < frame.bins(); k++) {
      double weight = sums[k * width + offset + SampleLayout.KINETIC_WEIGHT];
      if (weight > 0) {
        out[k] = sums[k * width + offset + quantity] / weight;
      }
    }
  }

  private void integrals() {
    for (int[] run : frame.pieces().runs()) {
      int size = run.length;
      double h = frame.width();
      double kT = frame.kT();
      boolean closed = frame.pieces().closed();
      // Vm = −m* ∫ f dr (16)
      gather(F, run);
      Quadrature.running(q, size, h, integral);
      for (int k = 0; k < size; k++) {
        y[VM][run[k]] = -referenceMass * integral[k];
      }
      closureVm = closed ? -referenceMass * (integral[size - 1] + closing(size, h)) : closureVm;
      // G_C = −kT (∫ f/D dr − ln D) (17)
      for (int k = 0; k < size; k++) {
        q[k] = y[F_MEAN][run[k]] / y[D_MEAN][run[k]];
      }
      Quadrature.running(q, size, h, integral);
      for (int k = 0; k < size; k++) {
        y[G_CHING][run[k]] = -kT * (integral[k] - Math.log(y[D_MEAN][run[k]]));
      }
      closureChing = closed ? -kT * (integral[size - 1] + closing(size, h)) : closureChing;
      // s = ∫ √(m/m*) dr
      for (int k = 0; k < size; k++) {
        q[k] = Math.sqrt(y[M][run[k]] / referenceMass);
      }
      Quadrature.running(q, size, h, integral);
      for (int k = 0; k < size; k++) {
        y[S][run[k]] = integral[k];
      }
      new VmByFreeEnergy(run, y[G], y[D_MEAN], kT, referenceMass).fill(y[VM_GD]);
      if (frame.stretch() != null) {
        new VmByFreeEnergy(run, y[G_RELABELLED], y[D_RELABELLED], kT, relabelledMass)
            .fill(y[VM_RELABELLED]);
      }
      align(run);
    }
  }

  /** Sets each curve's zero to its mean over the piece, and forms the differences. */
  private void align(int[] run) {
    subtractMean(VM, run);
    subtractMean(VM_GD, run);
    subtractMean(VM_RELABELLED, run);
    subtractMean(G_CHING, run);
    double g = mean(G, run);
    for (int bin : run) {
      double free = y[G][bin] - g;
      y[DVG][bin] = unrounded(y[VM_GD][bin] - free, frame.kT());
      y[RESIDUAL][bin] = unrounded(free - y[G_CHING][bin], frame.kT());
    }
  }

  /** A difference of energies; 0 where it is nothing but rounding. */
  public static double unrounded(double difference, double kT) {
    return Math.abs(difference) < 1e-10 * kT ? 0 : difference;
  }

  private void subtractMean(int curve, int[] run) {
    double mean = mean(curve, run);
    for (int bin : run) {
      y[curve][bin] -= mean;
    }
  }

  private double mean(int curve, int[] run) {
    double sum = 0;
    double weight = 0;
    for (int bin : run) {
      sum += frame.alignment()[bin] * y[curve][bin];
      weight += frame.alignment()[bin];
    }
    return sum / weight;
  }

  private void gather(int curve, int[] run) {
    for (int k = 0; k < run.length; k++) {
      q[k] = y[curve][run[k]];
    }
  }

  /** The integral over the step that closes a circle, of the integrand that stands in q. */
  private double closing(int size, double h) {
    return Quadrature.step(q[size - 2], q[size - 1], q[0], q[1], h);
  }
}
