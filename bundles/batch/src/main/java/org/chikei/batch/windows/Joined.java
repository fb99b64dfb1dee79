package org.chikei.batch.windows;

import java.util.Arrays;
import org.chikei.api.analysis.JoinedWindows;

/** The windows of a job, joined: their free energies, and what every frame had to do with them. */
public final class Joined implements JoinedWindows, AutoCloseable {
  private final Restraints restraints;
  private final WindowSamples samples;
  private final double kT;
  private final Mbar mbar;

  /** The mean of the responsibilities over the frames of each window, by window. */
  private final double[][] means;

  private final long[] frames;
  private final WindowWeights weights;

  /**
   * Joins.
   *
   * @param restraints the restraints
   * @param samples the restrained coordinates in every frame; closed with this
   * @param kT the thermal energy
   * @throws UnconnectedWindows if some windows have no frames, or share none with the others
   */
  public Joined(Restraints restraints, WindowSamples samples, double kT) throws UnconnectedWindows {
    this.restraints = restraints;
    this.samples = samples;
    this.kT = kT;
    this.mbar = new Mbar(restraints, samples, kT);
    this.means = new double[count()][count()];
    this.frames = new long[count()];
    this.weights = new WindowWeights(restraints, kT, mbar.lnWeights(), lnScale());
  }

  /** Fills the means; the logarithm of what makes the mean of the weights 1. */
  private double lnScale() {
    Responsibilities look = new Responsibilities(restraints, kT, mbar.lnWeights());
    double lowest = Double.POSITIVE_INFINITY;
    double sum = 0;
    double number = 0;
    for (int s = 0; s < samples.segments(); s++) {
      double[] mean = means[samples.window(s)];
      double[][] values = samples.values(s);
      frames[samples.window(s)] += values[0].length;
      for (int n = 0; n < values[0].length; n++) {
        double ln = look.look(values, n);
        if (ln == ln) {
          if (ln < lowest) {
            sum *= Math.exp(ln - lowest);
            lowest = ln;
          }
          sum += Math.exp(lowest - ln);
          number++;
          for (int i = 0; i < look.count; i++) {
            mean[look.windows[i]] += look.p[look.windows[i]];
          }
        }
      }
    }
    for (int k = 0; k < means.length; k++) {
      for (int l = 0; l < means.length; l++) {
        means[k][l] /= frames[k];
      }
    }
    return lowest + Math.log(number / sum);
  }

  @Override
  public int count() {
    return restraints.windows();
  }

  /**
   * The restraints.
   *
   * @return as they were given
   */
  public Restraints restraints() {
    return restraints;
  }

  /**
   * The weights of frames.
   *
   * @return what undoes the restraints
   */
  public WindowWeights weights() {
    return weights;
  }

  double kT() {
    return kT;
  }

  /** f = −ln Z of each window, 0 for the first. */
  double[] freeEnergies() {
    return mbar.freeEnergies();
  }

  /** How many frames of each window have all restrained coordinates. */
  double[] counts() {
    return mbar.counts();
  }

  /** Which part of the frames of a window each window would have had. */
  double[][] overlap() {
    return mbar.overlap();
  }

  WindowSamples samples() {
    return samples;
  }

  /** What looks at frames, one by one. */
  interface Look {

    /**
     * Looks at a frame that has all restrained coordinates.
     *
     * @param look the responsibilities of the windows there
     * @param window the window that it came from
     * @param values the coordinates of its segment
     * @param row which of its rows
     */
    void at(Responsibilities look, int window, double[][] values, int row);
  }

  /** Shows all frames that have all restrained coordinates, in their order. */
  void frames(Look looking) {
    Responsibilities look = new Responsibilities(restraints, kT, mbar.lnWeights());
    for (int s = 0; s < samples.segments(); s++) {
      double[][] values = samples.values(s);
      for (int n = 0; n < values[0].length; n++) {
        double ln = look.look(values, n);
        if (ln == ln) {
          looking.at(look, samples.window(s), values, n);
        }
      }
    }
  }

  /** How f answers to what is added to Σ pₖ. */
  double[] answer(double[] added) {
    return mbar.answer(added);
  }

  /** Adds a multiple of Σ (p − p̄)(p − p̄)ᵀ over the frames of a window. */
  void addScatter(int window, double factor, double[][] scatter) {
    Responsibilities look = new Responsibilities(restraints, kT, mbar.lnWeights());
    double[] mean = means[window];
    for (int s = 0; s < samples.segments(); s++) {
      double[][] values = samples.window(s) == window ? samples.values(s) : new double[1][0];
      for (int n = 0; n < values[0].length; n++) {
        look.look(values, n);
        for (int i = 0; i < look.count; i++) {
          int k = look.windows[i];
          for (int j = 0; j < look.count; j++) {
            int l = look.windows[j];
            scatter[k][l] += factor * look.p[k] * look.p[l];
          }
        }
      }
    }
    for (int k = 0; k < mean.length; k++) {
      for (int l = 0; l < mean.length; l++) {
        scatter[k][l] -= factor * frames[window] * mean[k] * mean[l];
      }
    }
  }

  /** The covariance of f where that of Σ pₖ is given. */
  double[][] covariance(double[][] scatter) {
    double[][] half = new double[scatter.length][];
    for (int k = 0; k < half.length; k++) {
      half[k] = mbar.answer(scatter[k]);
    }
    double[][] whole = new double[scatter.length][];
    for (int k = 0; k < whole.length; k++) {
      double[] column = new double[scatter.length];
      for (int l = 0; l < column.length; l++) {
        column[l] = half[l][k];
      }
      whole[k] = mbar.answer(column);
    }
    return whole;
  }

  @Override
  public synchronized double[][] influences(int[] runs) {
    double[][] influences = new double[runs.length][count()];
    Responsibilities look = new Responsibilities(restraints, kT, mbar.lnWeights());
    int run = -1;
    long left = 0;
    int inRun = 0;
    double[] sum = new double[count()];
    for (int s = 0; s < samples.segments(); s++) {
      double[] mean = means[samples.window(s)];
      double[][] values = samples.values(s);
      for (int n = 0; n < values[0].length; n++) {
        while (left == 0) {
          run++;
          left = runs[run];
          inRun = 0;
          Arrays.fill(sum, 0);
        }
        double ln = look.look(values, n);
        for (int i = 0; i < look.count && ln == ln; i++) {
          sum[look.windows[i]] += look.p[look.windows[i]];
        }
        inRun++;
        left--;
        if (left == 0) {
          for (int k = 0; k < sum.length; k++) {
            sum[k] -= inRun * mean[k];
          }
          influences[run] = mbar.answer(sum);
        }
      }
    }
    return influences;
  }

  @Override
  public void close() {
    samples.close();
  }
}
