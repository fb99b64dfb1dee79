package org.chikei.memory.hierarchy;

import java.util.Random;

/**
 * A double well along q1 and a spring along q2, seen along a slanted axis, from canonical starts.
 */
final class Slanted {
  final double[] q1;
  final double[] r1;
  final int[] starts;

  Slanted(double h, double k, double alpha, int segments, int frames, double spacing, long seed) {
    Random random = new Random(seed);
    int inner = 10;
    double dt = spacing / inner;
    q1 = new double[segments * frames];
    r1 = new double[q1.length];
    starts = new int[segments + 1];
    double x = 1;
    for (int s = 0; s < segments; s++) {
      starts[s + 1] = (s + 1) * frames;
      for (int m = 0; m < 400; m++) {
        double trial = x + 0.6 * random.nextGaussian() * (random.nextInt(4) == 0 ? 4 : 1);
        double old = h * Math.pow(x * x - 1, 2);
        if (random.nextDouble() < Math.exp(old - h * Math.pow(trial * trial - 1, 2))) {
          x = trial;
        }
      }
      double y = random.nextGaussian() / Math.sqrt(k);
      double vx = random.nextGaussian();
      double vy = random.nextGaussian();
      double q = x;
      for (int j = 0; j < frames; j++) {
        q1[starts[s] + j] = q;
        r1[starts[s] + j] = q * Math.cos(alpha) + y * Math.sin(alpha);
        for (int i = 0; i < inner; i++) {
          vx -= 0.5 * dt * 4 * h * q * (q * q - 1);
          vy -= 0.5 * dt * k * y;
          q += dt * vx;
          y += dt * vy;
          vx -= 0.5 * dt * 4 * h * q * (q * q - 1);
          vy -= 0.5 * dt * k * y;
        }
      }
    }
  }

  /** How often the best guess of the well from 60 × 60 cells is right on the other segments. */
  double score(double[]... columns) {
    int cells = 60;
    double[] low = new double[columns.length];
    double[] high = new double[columns.length];
    for (int a = 0; a < columns.length; a++) {
      low[a] = Double.POSITIVE_INFINITY;
      high[a] = Double.NEGATIVE_INFINITY;
      for (double v : columns[a]) {
        if (Double.isFinite(v)) {
          low[a] = Math.min(low[a], v);
          high[a] = Math.max(high[a], v);
        }
      }
    }
    int[] votes = new int[(int) Math.pow(cells, columns.length)];
    long right = 0;
    long all = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int s = pass; s + 1 < starts.length; s += 2) {
        for (int j = starts[s]; j < starts[s + 1]; j++) {
          int cell = 0;
          for (int a = 0; a < columns.length && cell >= 0; a++) {
            double v = columns[a][j];
            int at = (int) Math.min(cells - 1, cells * (v - low[a]) / (high[a] - low[a]));
            cell = Double.isFinite(v) ? cell * cells + at : -1;
          }
          if (cell < 0) {
            continue;
          }
          int sign = q1[j] > 0 ? 1 : -1;
          if (pass == 0) {
            votes[cell] += sign;
          } else {
            all++;
            right += votes[cell] * sign > 0 ? 1 : 0;
          }
        }
      }
    }
    return (double) right / all;
  }
}
