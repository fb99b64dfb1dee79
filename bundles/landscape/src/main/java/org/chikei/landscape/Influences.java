package org.chikei.landscape;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.Kinetics;

/**
 * How much each block of frames moves each curve of a comparison: the derivative of the curve along
 * the block's own sums. The error of a curve is the error of the sum of its influences; that of a
 * difference between two places, or two curves, is the error of the difference of theirs.
 */
final class Influences {
  private final GridSums sums;
  private final Curves curves;
  private final Curves.Frame frame;
  private final int bins;
  private final int blocks;
  private final double[] leverage;
  private final double[][][] influence;
  private final double[] lnMass;
  private final CorrelatedError error = new CorrelatedError();

  /** Curves whose influences are kept. */
  private static final int[] KEPT = {
    Curves.G,
    Curves.D,
    Curves.F,
    Curves.VM,
    Curves.C,
    Curves.G_CHING,
    Curves.G_ISO,
    Curves.VM_GD,
    Curves.G_GEO,
    Curves.MEAN_VELOCITY
  };

  /**
   * Computes the influences.
   *
   * @param sums the sums by block
   * @param frame what the curves were computed with
   * @param curves the curves, filled from the total sums and not shifted since
   * @param independent the number of independent samples of each bin
   */
  Influences(GridSums sums, Curves.Frame frame, Curves curves, double[] independent) {
    this.sums = sums;
    this.curves = curves;
    this.frame = frame;
    this.bins = frame.bins();
    this.blocks = sums.blocks();
    this.leverage = new double[bins];
    for (int k = 0; k < bins; k++) {
      leverage[k] = independent[k] > 1 ? Math.sqrt(independent[k] / (independent[k] - 1)) : 1;
    }
    this.influence = new double[Curves.COUNT][][];
    for (int curve : KEPT) {
      influence[curve] = new double[bins][blocks];
    }
    this.lnMass = new double[blocks];
    fill();
  }

  private void fill() {
    double[] own = new double[sums.total().length];
    double[] dl = new double[bins];
    double[] dd = new double[bins];
    double[] df = new double[bins];
    double[] dx = new double[bins];
    double[] ddCentre = new double[bins];
    double[] dfCentre = new double[bins];
    double[] q = new double[bins + 3];
    double[] integral = new double[bins + 3];
    for (int b = 0; b < blocks; b++) {
      Arrays.fill(own, 0);
      sums.add(b, 1, own);
      means(b, own, dl, dd, df, dx);
      Centring.influences(frame, curves.get(Curves.D_MEAN), dd, dx, ddCentre);
      Centring.influences(frame, curves.get(Curves.F_MEAN), df, dx, dfCentre);
      double dm = lnMass[b];
      double kT = frame.kT();
      double[] d = curves.get(Curves.D);
      double[] c = curves.get(Curves.C);
      for (int k = 0; k < bins; k++) {
        influence[Curves.G][k][b] = -kT * dl[k];
        influence[Curves.D][k][b] = ddCentre[k];
        influence[Curves.F][k][b] = dfCentre[k];
        influence[Curves.C][k][b] = c[k] * (ddCentre[k] / d[k] + dm);
        influence[Curves.G_ISO][k][b] = -kT * dl[k] - 0.5 * kT * (ddCentre[k] / d[k] + dm);
      }
      for (int[] run : frame.pieces().runs()) {
        along(run, b, dl, dd, df, dfCentre, dm, q, integral);
      }
    }
  }

  /**
   * The influences of one block on ln ρ, D, f, ln m*, the geometric free energy and the mean
   * velocity.
   */
  private void means(int b, double[] own, double[] dl, double[] dd, double[] df, double[] dx) {
    SampleLayout layout = frame.layout();
    int width = layout.size();
    double[] total = sums.total();
    double kT = frame.kT();
    Kinetics kinetics = frame.kinetics();
    int metric = layout.metric();
    int square = frame.square();
    int squareWeight = frame.squareWeight();
    double factor = frame.squareFactor();
    boolean squares = squareWeight >= 0;
    int offset = kinetics == null ? -1 : layout.kinetics(kinetics);
    int direct = layout.kinetics(Kinetics.DIRECT);
    for (int k = 0; k < bins; k++) {
      int base = k * width;
      dl[k] = leverage[k] * ratio(own, total, base + SampleLayout.WEIGHT);
      dx[k] = leverage[k] * mean(own, total, base + SampleLayout.VALUE, base + SampleLayout.WEIGHT);
      dd[k] =
          squares
              ? factor * leverage[k] * mean(own, total, base + square, base + squareWeight)
              : Double.NaN;
      df[k] = Double.NaN;
      if (offset >= 0) {
        int weight = base + offset + SampleLayout.KINETIC_WEIGHT;
        df[k] = leverage[k] * mean(own, total, base + offset + SampleLayout.ACCELERATION, weight);
      }
      influence[Curves.MEAN_VELOCITY][k][b] =
          direct < 0
              ? Double.NaN
              : leverage[k]
                  * mean(own, total, base + direct + SampleLayout.VELOCITY, base + direct);
      if (metric >= 0) {
        double root = total[base + metric + SampleLayout.METRIC_ROOT];
        double weight = total[base + metric];
        double dRoot = mean(own, total, base + metric + SampleLayout.METRIC_ROOT, base + metric);
        influence[Curves.G_GEO][k][b] = -kT * (dl[k] + leverage[k] * dRoot * weight / root);
      }
    }
    int everything = bins * width;
    if (frame.massBin() >= 0) {
      lnMass[b] = -dd[frame.massBin()] / curves.get(Curves.D_MEAN)[frame.massBin()];
    } else if (frame.fixedMass() > 0 || !squares) {
      lnMass[b] = 0;
    } else {
      lnMass[b] =
          -mean(own, total, everything + square, everything + squareWeight)
              * total[everything + squareWeight]
              / total[everything + square];
    }
  }

  /** What a block adds to a sum, as a part of the sum. */
  private static double ratio(double[] own, double[] total, int at) {
    return total[at] > 0 ? own[at] / total[at] : Double.NaN;
  }

  /** The influence of a block on a weighted mean. */
  private static double mean(double[] own, double[] total, int sum, int weight) {
    double whole = total[weight];
    return whole > 0 ? (own[sum] - total[sum] / whole * own[weight]) / whole : Double.NaN;
  }

  private void along(
      int[] run,
      int b,
      double[] dl,
      double[] dd,
      double[] df,
      double[] dfCentre,
      double dm,
      double[] q,
      double[] integral) {
    double kT = frame.kT();
    double h = frame.width();
    double mass = curves.referenceMass();
    double[] d = curves.get(Curves.D_MEAN);
    double[] f = curves.get(Curves.F_MEAN);
    double[] g = curves.get(Curves.G);
    int size = run.length;
    for (int k = 0; k < size; k++) {
      q[k] = dfCentre[run[k]];
    }
    Quadrature.running(q, size, h, integral);
    for (int k = 0; k < size; k++) {
      int bin = run[k];
      influence[Curves.VM][bin][b] = -mass * integral[k] + curves.get(Curves.VM)[bin] * dm;
      q[k] = df[bin] / d[bin] - f[bin] * dd[bin] / (d[bin] * d[bin]);
    }
    Quadrature.running(q, size, h, integral);
    double sum = 0;
    influence[Curves.VM_GD][run[0]][b] = curves.get(Curves.VM_GD)[run[0]] * dm;
    for (int k = 0; k < size; k++) {
      int bin = run[k];
      influence[Curves.G_CHING][bin][b] = -kT * (integral[k] - dd[bin] / d[bin]);
      if (k > 0) {
        int before = run[k - 1];
        sum +=
            (dd[before] + dd[bin]) / 2 * (g[bin] - g[before]) / kT
                - (d[before] + d[bin]) / 2 * (dl[bin] - dl[before])
                - (dd[bin] - dd[before]);
        influence[Curves.VM_GD][bin][b] = mass * sum + curves.get(Curves.VM_GD)[bin] * dm;
      }
    }
  }

  /** The influences of all blocks on one curve in one bin. */
  double[] of(int curve, int bin) {
    return influence[curve][bin];
  }

  /** The influences of all blocks on ln m*. */
  double[] ofLnMass() {
    return lnMass;
  }

  /** How many blocks there are. */
  int blocks() {
    return blocks;
  }

  /**
   * The standard errors of a curve that is a mean in each bin by itself: D, f, c.
   *
   * @param curve which curve
   * @return one error a bin, NaN where there is none
   */
  double[] plain(int curve) {
    double[] errors = new double[bins];
    for (int k = 0; k < bins; k++) {
      errors[k] = finite(curve, k) ? error.of(influence[curve][k], 0, blocks) : Double.NaN;
    }
    return errors;
  }

  /**
   * The standard errors of a curve that is defined up to a constant: of y(r) − ⟨y⟩, the mean over
   * some bins.
   *
   * @param curve which curve
   * @param minus a curve to subtract, −1 for none
   * @param groups the bins over which each mean is taken
   * @return one error a bin, NaN where there is none
   */
  double[] aligned(int curve, int minus, List<int[]> groups) {
    double[] errors = new double[bins];
    Arrays.fill(errors, Double.NaN);
    double[] mean = new double[blocks];
    double[] term = new double[blocks];
    for (int[] group : groups) {
      Arrays.fill(mean, 0);
      double weight = 0;
      for (int bin : group) {
        if (finite(curve, bin) && (minus < 0 || finite(minus, bin))) {
          double share = frame.alignment()[bin];
          weight += share;
          add(mean, share, curve, minus, bin);
        }
      }
      for (int bin : group) {
        if (!finite(curve, bin) || minus >= 0 && !finite(minus, bin)) {
          continue;
        }
        for (int b = 0; b < blocks; b++) {
          term[b] = -mean[b] / weight;
        }
        add(term, 1, curve, minus, bin);
        errors[bin] = error.of(term, 0, blocks);
      }
    }
    return errors;
  }

  private void add(double[] to, double factor, int curve, int minus, int bin) {
    double[] plus = influence[curve][bin];
    for (int b = 0; b < blocks; b++) {
      to[b] += factor * plus[b];
    }
    if (minus >= 0) {
      double[] subtracted = influence[minus][bin];
      for (int b = 0; b < blocks; b++) {
        to[b] -= factor * subtracted[b];
      }
    }
  }

  /**
   * The standard error of a difference between two places, y(to) − y(from), of a curve or of the
   * difference of two curves.
   *
   * @param curve which curve
   * @param minus a curve to subtract, −1 for none
   * @param from the one bin
   * @param to the other bin
   * @return the error, NaN where there is none
   */
  double difference(int curve, int minus, int from, int to) {
    if (!finite(curve, from) || !finite(curve, to)) {
      return Double.NaN;
    }
    double[] term = new double[blocks];
    add(term, 1, curve, minus, to);
    add(term, -1, curve, minus, from);
    return error.of(term, 0, blocks);
  }

  /** The standard error of a sum of influences. */
  double of(double[] terms) {
    return error.of(terms, 0, blocks);
  }

  private boolean finite(int curve, int bin) {
    return blocks > 0 && Double.isFinite(influence[curve][bin][0]);
  }
}
