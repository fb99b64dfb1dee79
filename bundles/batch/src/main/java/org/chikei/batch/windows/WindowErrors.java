package org.chikei.batch.windows;

/**
 * The errors of the free energies of windows, from how the responsibilities scatter within each
 * window and how correlated its frames are: cov f = H⁻¹ [Σᵢ gᵢ Σₙ (p − p̄ᵢ)(p − p̄ᵢ)ᵀ] H⁻¹.
 */
final class WindowErrors {
  private final double[] inefficiencies;
  private final double[][] means;
  private final double[][] covariance;

  WindowErrors(Joined joined) {
    int windows = joined.count();
    Restraints restraints = joined.restraints();
    inefficiencies = new double[windows];
    means = new double[windows][restraints.of().length];
    double[][] scatter = new double[windows][windows];
    for (int k = 0; k < windows; k++) {
      double[][] off = offsets(joined, k);
      inefficiencies[k] = 1;
      for (int a = 0; a < off.length; a++) {
        for (double each : off[a]) {
          means[k][a] += each / off[a].length;
        }
        inefficiencies[k] = Math.max(inefficiencies[k], inefficiency(off[a], means[k][a]));
        means[k][a] += restraints.centres()[k][a];
        if (restraints.periods()[a] != null) {
          means[k][a] = restraints.periods()[a].wrap(means[k][a]);
        }
      }
      joined.addScatter(k, inefficiencies[k], scatter);
    }
    covariance = joined.covariance(scatter);
  }

  /** The larger of those of R and of its squared deviation: R may swing, its amplitude does not. */
  private static double inefficiency(double[] off, double mean) {
    double[] squares = new double[off.length];
    for (int n = 0; n < squares.length; n++) {
      squares[n] = (off[n] - mean) * (off[n] - mean);
    }
    return Math.max(Inefficiency.of(off), Inefficiency.of(squares));
  }

  /** R − c in the frames of a window that have it, by coordinate. */
  private static double[][] offsets(Joined joined, int window) {
    Restraints restraints = joined.restraints();
    WindowSamples samples = joined.samples();
    double[][] off = new double[restraints.of().length][(int) joined.counts()[window]];
    int at = 0;
    for (int s = 0; s < samples.segments(); s++) {
      double[][] values = samples.window(s) == window ? samples.values(s) : new double[1][0];
      for (int n = 0; n < values[0].length; n++) {
        double check = 0;
        for (double[] column : values) {
          check += column[n];
        }
        if (check == check) {
          for (int a = 0; a < off.length; a++) {
            off[a][at] = restraints.off(window, a, values[a][n]);
          }
          at++;
        }
      }
    }
    return off;
  }

  /** How many frames of a window are worth one. */
  double inefficiency(int window) {
    return inefficiencies[window];
  }

  /** The mean of a restrained coordinate in a window. */
  double mean(int window, int coordinate) {
    return means[window][coordinate];
  }

  /** The standard error of f of one window less f of another. */
  double difference(int a, int b) {
    double variance = covariance[a][a] + covariance[b][b] - 2 * covariance[a][b];
    return Math.sqrt(Math.max(0, variance));
  }
}
