package org.chikei.landscape;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.chikei.api.analysis.JoinedWindows;

/**
 * Windows joined by the plain iteration of MBAR's equations until they hold to 1e-9, all matrices
 * dense: slow, and written independently of what jobs use.
 */
public final class SelfConsistentWindows implements JoinedWindows {
  private final int[] lengths;
  private final double[] f;
  private final double[][] p;
  private final double[] weights;
  private final RealMatrix inverse;

  /**
   * Joins.
   *
   * @param x the restrained coordinate, by window
   * @param centres the centres of the restraints
   * @param constant their force constant, in kT
   */
  public SelfConsistentWindows(double[][] x, double[] centres, double constant) {
    int windows = x.length;
    lengths = Arrays.stream(x).mapToInt(each -> each.length).toArray();
    double[] all = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
    double[][] boltzmann = new double[all.length][windows];
    for (int n = 0; n < all.length; n++) {
      for (int k = 0; k < windows; k++) {
        boltzmann[n][k] = Math.exp(-0.5 * constant * Math.pow(all[n] - centres[k], 2));
      }
    }
    f = new double[windows];
    weights = new double[all.length];
    double change = 1;
    while (change > 1e-9) {
      double[] z = new double[windows];
      double[] part = new double[windows];
      for (int k = 0; k < windows; k++) {
        part[k] = lengths[k] * Math.exp(f[k]);
      }
      for (int n = 0; n < all.length; n++) {
        double sum = 0;
        for (int k = 0; k < windows; k++) {
          sum += part[k] * boltzmann[n][k];
        }
        weights[n] = 1 / sum;
        for (int k = 0; k < windows; k++) {
          z[k] += weights[n] * boltzmann[n][k];
        }
      }
      change = 0;
      for (int k = windows - 1; k >= 0; k--) {
        double next = -Math.log(z[k] / z[0]);
        change = Math.max(change, Math.abs(next - f[k]));
        f[k] = next;
      }
    }
    p = new double[all.length][windows];
    double[][] hessian = new double[windows - 1][windows - 1];
    for (int n = 0; n < all.length; n++) {
      for (int k = 0; k < windows; k++) {
        p[n][k] = lengths[k] * Math.exp(f[k]) * boltzmann[n][k] * weights[n];
      }
      for (int k = 1; k < windows; k++) {
        hessian[k - 1][k - 1] += p[n][k];
        for (int l = 1; l < windows; l++) {
          hessian[k - 1][l - 1] -= p[n][k] * p[n][l];
        }
      }
    }
    inverse = new LUDecomposition(new Array2DRowRealMatrix(hessian)).getSolver().getInverse();
  }

  /** The weights of the frames of a window. */
  public double[] weights(int window) {
    int from = 0;
    for (int k = 0; k < window; k++) {
      from += lengths[k];
    }
    return Arrays.copyOfRange(weights, from, from + lengths[window]);
  }

  @Override
  public int count() {
    return lengths.length;
  }

  @Override
  public double[][] influences(int[] frames) {
    double[][] means = new double[count()][count()];
    int n = 0;
    for (int window = 0; window < count(); window++) {
      for (int j = 0; j < lengths[window]; j++) {
        for (int k = 0; k < count(); k++) {
          means[window][k] += p[n][k] / lengths[window];
        }
        n++;
      }
    }
    double[][] influences = new double[frames.length][count()];
    n = 0;
    int window = 0;
    int left = lengths[0];
    for (int run = 0; run < frames.length; run++) {
      while (left == 0) {
        left = lengths[++window];
      }
      double[] excess = new double[count() - 1];
      for (int j = 0; j < frames[run]; j++) {
        for (int k = 1; k < count(); k++) {
          excess[k - 1] += p[n][k] - means[window][k];
        }
        n++;
      }
      left -= frames[run];
      double[] answer = inverse.operate(excess);
      for (int k = 1; k < count(); k++) {
        influences[run][k] = -answer[k - 1];
      }
    }
    return influences;
  }
}
