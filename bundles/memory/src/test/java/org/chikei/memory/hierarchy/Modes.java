package org.chikei.memory.hierarchy;

/**
 * Two harmonic modes at kT = 1, mass 1, seen along a slanted axis: amplitudes and phases on a
 * lattice of equal probability, so that canonical averages are met without noise.
 */
final class Modes {
  private static final int AMPLITUDES = 10;
  private static final int PHASES = 8;
  private static final int FRAMES = 40;

  final double[] q1;
  final double[] q2;
  final double[] r1;
  final int[] starts;

  Modes(double slow, double fast, double angle, double step) {
    int segments = AMPLITUDES * AMPLITUDES * PHASES * PHASES;
    q1 = new double[segments * FRAMES];
    q2 = new double[q1.length];
    r1 = new double[q1.length];
    starts = new int[segments + 1];
    for (int s = 0; s < segments; s++) {
      starts[s + 1] = (s + 1) * FRAMES;
      int code = s;
      double e1 = energy(code % AMPLITUDES);
      code /= AMPLITUDES;
      double e2 = energy(code % AMPLITUDES);
      code /= AMPLITUDES;
      double p1 = 2 * Math.PI * (code % PHASES) / PHASES;
      double p2 = 2 * Math.PI * (code / PHASES) / PHASES;
      for (int j = 0; j < FRAMES; j++) {
        int at = starts[s] + j;
        q1[at] = Math.sqrt(2 * e1) / slow * Math.cos(slow * j * step + p1);
        q2[at] = Math.sqrt(2 * e2) / fast * Math.cos(fast * j * step + p2);
        r1[at] = Math.cos(angle) * q1[at] + Math.sin(angle) * q2[at];
      }
    }
  }

  /** The mean energy of a tenth of the exponential distribution, so that the mean is exact. */
  private static double energy(int k) {
    double from = (double) k / AMPLITUDES;
    double to = (double) (k + 1) / AMPLITUDES;
    return AMPLITUDES * (integral(to) - integral(from));
  }

  /** ∫ −ln(1 − u) du. */
  private static double integral(double u) {
    return u >= 1 ? 1 : (1 - u) * Math.log(1 - u) + u;
  }

  /** The coefficients of q1 and q2 in a column, by least squares. */
  double[] regress(double[] y) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ay = 0;
    double by = 0;
    for (int j = 0; j < y.length; j++) {
      if (Double.isFinite(y[j])) {
        aa += q1[j] * q1[j];
        ab += q1[j] * q2[j];
        bb += q2[j] * q2[j];
        ay += q1[j] * y[j];
        by += q2[j] * y[j];
      }
    }
    double det = aa * bb - ab * ab;
    return new double[] {(bb * ay - ab * by) / det, (aa * by - ab * ay) / det};
  }
}
