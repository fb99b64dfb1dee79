package org.chikei.batch.windows;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;

/**
 * Compares each window with what all windows together say of it: the mean and the mean square of R
 * − c among its own frames, and among all frames as MBAR weighs them for its restraint. Where every
 * window is at equilibrium in one and the same system they agree within their error, which includes
 * that of the free energies.
 */
final class WindowAgreement {
  /** The chance of a false alarm in a job. */
  private static final double CHANCE = 1e-3;

  private final Joined joined;
  private final WindowErrors errors;
  private final int windows;
  private final int moments;

  /** Own mean less that by MBAR, by window and moment. */
  private final double[][] z;

  /** How z answers to the free energies, then how a frame's responsibilities add to it. */
  private final double[][][] answers;

  /** The mean that MBAR expects of each moment, as its zero. */
  private final double[][] zero;

  private final double[] probabilities;

  WindowAgreement(Joined joined, WindowErrors errors) {
    this.joined = joined;
    this.errors = errors;
    this.windows = joined.count();
    this.moments = 2 * joined.restraints().of().length;
    this.z = new double[windows][moments];
    this.answers = new double[windows][moments][windows];
    this.zero = new double[windows][moments];
    this.probabilities = new double[windows];
    joined.frames((look, window, values, n) -> addExpected(look, values, n));
    joined.frames(this::addDeviation);
    for (double[][] ofWindow : answers) {
      for (int q = 0; q < moments; q++) {
        ofWindow[q] = joined.answer(ofWindow[q]);
      }
    }
    judge();
  }

  /** The probability that a window deviates as much by chance. */
  double probability(int window) {
    return probabilities[window];
  }

  private double moment(int window, int q, double[][] values, int n) {
    int a = q / 2;
    double off = joined.restraints().off(window, a, values[a][n]);
    return q % 2 == 0 ? off : off * off;
  }

  private void addExpected(Responsibilities look, double[][] values, int n) {
    for (int k = 0; k < look.count; k++) {
      int i = look.windows[k];
      for (int q = 0; q < moments; q++) {
        zero[i][q] += look.p[i] * moment(i, q, values, n) / joined.counts()[i];
      }
    }
  }

  private void addDeviation(Responsibilities look, int window, double[][] values, int n) {
    for (int k = 0; k < look.count; k++) {
      int i = look.windows[k];
      double p = look.p[i] / joined.counts()[i];
      for (int q = 0; q < moments; q++) {
        double x = moment(i, q, values, n) - zero[i][q];
        z[i][q] -= p * x;
        answers[i][q][i] -= p * x;
        for (int l = 0; l < look.count; l++) {
          answers[i][q][look.windows[l]] += p * look.p[look.windows[l]] * x;
        }
      }
    }
    for (int q = 0; q < moments; q++) {
      double x = moment(window, q, values, n) - zero[window][q];
      z[window][q] += x / joined.counts()[window];
    }
  }

  private void judge() {
    double[][][] scatter = new double[windows][moments][moments];
    double[][][] sums = new double[windows][windows][moments];
    double[] x = new double[moments];
    joined.frames(
        (look, window, values, n) -> {
          double g = errors.inefficiency(window);
          for (int i = 0; i < windows; i++) {
            for (int q = 0; q < moments; q++) {
              x[q] = influence(look, i, window, q, values, n);
              sums[window][i][q] += x[q];
              for (int r = 0; r <= q; r++) {
                scatter[i][q][r] += g * x[q] * x[r];
              }
            }
          }
        });
    for (int i = 0; i < windows; i++) {
      for (int q = 0; q < moments; q++) {
        for (int r = 0; r <= q; r++) {
          for (int j = 0; j < windows; j++) {
            scatter[i][q][r] -=
                errors.inefficiency(j) * sums[j][i][q] * sums[j][i][r] / joined.counts()[j];
          }
          scatter[i][r][q] = scatter[i][q][r];
        }
      }
      probabilities[i] = probability(scatter[i], z[i]);
    }
  }

  private double influence(
      Responsibilities look, int i, int window, int q, double[][] values, int n) {
    double share = (i == window ? 1 : 0) - look.p[i];
    double x = share == 0 ? 0 : share * (moment(i, q, values, n) - zero[i][q]) / joined.counts()[i];
    for (int l = 0; l < look.count; l++) {
      x += answers[i][q][look.windows[l]] * look.p[look.windows[l]];
    }
    return x;
  }

  /** The upper tail of χ² with an even number of degrees of freedom. */
  private static double probability(double[][] covariance, double[] z) {
    double[][] lower = SymmetricMatrix.factor(covariance, 0);
    if (lower == null) {
      return 1;
    }
    double[] solved = SymmetricMatrix.solve(lower, z, 0);
    double half = 0;
    for (int q = 0; q < z.length; q++) {
      half += solved[q] * z[q] / 2;
    }
    double term = 1;
    double sum = 1;
    for (int k = 1; k < z.length / 2; k++) {
      term *= half / k;
      sum += term;
    }
    return Math.exp(-half) * sum;
  }

  List<String> warnings(List<CoordinateInfo> coordinates) {
    List<String> names = coordinates.stream().map(CoordinateInfo::name).toList();
    List<String> warnings = new ArrayList<>();
    for (int k = 0; k < windows; k++) {
      if (probabilities[k] < CHANCE / windows) {
        warnings.add(
            "window "
                + (k + 1)
                + " disagrees with the others about where '"
                + String.join("' and '", names)
                + "' lies under its restraint (p = "
                + String.format(java.util.Locale.ROOT, "%.1g", probabilities[k])
                + "): check its centre and force constant in the job, and whether it was at equilibrium;"
                + " leave out its beginning, or run it longer");
      }
    }
    return warnings;
  }
}
