package org.chikei.landscape.profile;

import org.chikei.landscape.error.BlockTerms;

/**
 * Means over bins, brought to the centres of the bins.
 *
 * <p>The mean over a bin is weighted with the density within it, so at a steep place it belongs to
 * another place than the centre. With y(r) = a + b (r − c) + e (r − c)² in the bin, the mean is a +
 * b δ + e (h²/12 + δ²), δ the mean of r − c; b and e come from the neighbours. Along a piece;
 * elsewhere the mean stays as it is.
 */
public final class Centring {
  private Centring() {}

  /**
   * Brings means to centres.
   *
   * @param frame bins and pieces
   * @param mean the means
   * @param out receives the values at the centres
   */
  static void values(CurveFrame frame, double[] mean, double[] out) {
    System.arraycopy(mean, 0, out, 0, frame.bins());
    double h = frame.width();
    double[] off = frame.offCentre();
    for (int[] run : frame.pieces().runs()) {
      for (int k = 0; k < run.length; k++) {
        int bin = run[k];
        out[bin] -=
            slope(frame, run, k, mean) * off[bin]
                + bend(frame, run, k, mean) * (h * h / 12 + off[bin] * off[bin]);
      }
    }
  }

  /**
   * The same for small changes of the means and of the mean places, a column of them a bin.
   *
   * @param frame bins and pieces
   * @param mean the means
   * @param change the changes of each mean
   * @param shift the changes of the mean of r in each bin
   * @return the changes of the values at the centres, new columns
   */
  static double[][] influences(
      CurveFrame frame, double[] mean, double[][] change, double[][] shift) {
    double[][] out = new double[frame.bins()][];
    for (int bin = 0; bin < out.length; bin++) {
      out[bin] = change[bin].clone();
    }
    double h = frame.width();
    for (int[] run : frame.pieces().runs()) {
      for (int k = 0; k < run.length; k++) {
        int bin = run[k];
        double off = frame.offCentre()[bin];
        double b = slope(frame, run, k, mean);
        double e = bend(frame, run, k, mean);
        int before = neighbour(frame, run, k, -1);
        int behind = neighbour(frame, run, k, 1);
        double bySlope = off / distance(frame, run, k);
        boolean bends = before != bin && behind != bin;
        double byBend = bends ? (h * h / 12 + off * off) / (2 * h * h) : 0;
        BlockTerms.add(out[bin], -bySlope - byBend, change[behind]);
        BlockTerms.add(out[bin], bySlope - byBend, change[before]);
        BlockTerms.add(out[bin], 2 * byBend, change[bin]);
        BlockTerms.add(out[bin], b * bySlope, shift[behind]);
        BlockTerms.add(out[bin], -b * bySlope, shift[before]);
        BlockTerms.add(out[bin], -b - 2 * e * off, shift[bin]);
      }
    }
    return out;
  }

  /** The bin beside the one at place k of a run; that bin itself at an open end. */
  private static int neighbour(CurveFrame frame, int[] run, int k, int side) {
    int place = k + side;
    if (frame.pieces().closed()) {
      return run[Math.floorMod(place, run.length)];
    }
    return run[Math.max(0, Math.min(run.length - 1, place))];
  }

  /** How far apart the mean places of the two neighbours are. */
  private static double distance(CurveFrame frame, int[] run, int k) {
    int before = neighbour(frame, run, k, -1);
    int behind = neighbour(frame, run, k, 1);
    int steps = before == run[k] || behind == run[k] ? 1 : 2;
    return steps * frame.width() + frame.offCentre()[behind] - frame.offCentre()[before];
  }

  private static double slope(CurveFrame frame, int[] run, int k, double[] y) {
    return (y[neighbour(frame, run, k, 1)] - y[neighbour(frame, run, k, -1)])
        / distance(frame, run, k);
  }

  /** Half the second derivative; 0 at an open end. */
  private static double bend(CurveFrame frame, int[] run, int k, double[] y) {
    int before = neighbour(frame, run, k, -1);
    int behind = neighbour(frame, run, k, 1);
    if (before == run[k] || behind == run[k]) {
      return 0;
    }
    return (y[behind] - 2 * y[run[k]] + y[before]) / (2 * frame.width() * frame.width());
  }
}
