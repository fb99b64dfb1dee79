package org.chikei.memory.hierarchy;

import java.util.Arrays;
import java.util.Random;

/**
 * Two harmonic modes at kT = 1, mass 1, seen along a slanted axis: amplitudes and phases on a
 * lattice of equal probability, so that canonical averages are met without noise, or at random.
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
    this(AMPLITUDES * AMPLITUDES * PHASES * PHASES, FRAMES);
    for (int s = 0; s + 1 < starts.length; s++) {
      int code = s;
      double e1 = energy(code % AMPLITUDES);
      code /= AMPLITUDES;
      double e2 = energy(code % AMPLITUDES);
      code /= AMPLITUDES;
      double p1 = 2 * Math.PI * (code % PHASES) / PHASES;
      double p2 = 2 * Math.PI * (code / PHASES) / PHASES;
      swing(q1, s, slow, e1, p1, step);
      swing(q2, s, fast, e2, p2, step);
    }
    project(angle);
  }

  Modes(double slow, double fast, double angle, double step, int segments, int frames, long seed) {
    this(segments, frames);
    Random random = new Random(seed);
    for (int s = 0; s < segments; s++) {
      swing(q1, s, slow, energy(random), 2 * Math.PI * random.nextDouble(), step);
      swing(q2, s, fast, energy(random), 2 * Math.PI * random.nextDouble(), step);
    }
    project(angle);
  }

  private Modes(int segments, int frames) {
    q1 = new double[segments * frames];
    q2 = new double[q1.length];
    r1 = new double[q1.length];
    starts = new int[segments + 1];
    Arrays.setAll(starts, s -> s * frames);
  }

  private void swing(double[] q, int s, double omega, double energy, double phase, double step) {
    for (int j = starts[s]; j < starts[s + 1]; j++) {
      q[j] = Math.sqrt(2 * energy) / omega * Math.cos(omega * (j - starts[s]) * step + phase);
    }
  }

  private void project(double angle) {
    Arrays.setAll(r1, j -> Math.cos(angle) * q1[j] + Math.sin(angle) * q2[j]);
  }

  private static double energy(Random random) {
    return -Math.log(1 - random.nextDouble());
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
