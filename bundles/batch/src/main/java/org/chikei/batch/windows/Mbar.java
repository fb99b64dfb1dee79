package org.chikei.batch.windows;

import java.util.Arrays;

/**
 * The free energies of windows by MBAR (M. R. Shirts and J. D. Chodera, J. Chem. Phys. 129 (2008)
 * 124105): the f that make every window as populated as it is, Σₙ pₖₙ = Nₖ over the frames of all
 * windows. They are the minimum of the convex Σₙ ln Σₖ Nₖ exp(fₖ − uₖₙ) − Σₖ Nₖ fₖ, found by
 * Newton's method from a guess by the mean forces of the restraints.
 */
final class Mbar {
  private static final int MOST_STEPS = 200;
  private static final double CONVERGED = 1e-11;

  private final Restraints restraints;
  private final WindowSamples samples;
  private final double kT;
  private final int windows;
  private final double[] counts;
  private final double[] f;
  private final double[] gradient;
  private final double[][] hessian;
  private double[][] factor;
  private double objective;

  /**
   * Solves.
   *
   * @param restraints the restraints
   * @param samples the frames
   * @param kT the thermal energy
   * @throws UnconnectedWindows if some windows have no frames, or share none with the others
   */
  Mbar(Restraints restraints, WindowSamples samples, double kT) throws UnconnectedWindows {
    this.restraints = restraints;
    this.samples = samples;
    this.kT = kT;
    this.windows = restraints.windows();
    this.counts = new double[windows];
    this.gradient = new double[windows];
    this.hessian = new double[windows][windows];
    this.f = new InitialGuess(restraints, samples, kT, counts).freeEnergies();
    for (int k = 0; k < windows; k++) {
      if (counts[k] == 0) {
        throw new UnconnectedWindows(k);
      }
    }
    solve();
  }

  private void solve() throws UnconnectedWindows {
    evaluate(f);
    for (int step = 0; step < MOST_STEPS; step++) {
      factor = SymmetricMatrix.factor(hessian, 1);
      if (factor == null) {
        throw UnconnectedWindows.among(hessian, counts);
      }
      double[] move = SymmetricMatrix.solve(factor, gradient, 1);
      double largest = Arrays.stream(move).map(Math::abs).max().orElse(0);
      if (largest < CONVERGED) {
        return;
      }
      descend(move, Math.min(1, 20 / largest));
    }
    throw UnconnectedWindows.among(hessian, counts);
  }

  /** Goes against a direction as far as the objective falls. */
  private void descend(double[] move, double longest) {
    double before = objective;
    double[] from = f.clone();
    double total = Arrays.stream(counts).sum();
    for (double length = longest; length > 1e-6; length /= 2) {
      for (int k = 0; k < windows; k++) {
        f[k] = from[k] - length * move[k];
      }
      evaluate(f);
      if (objective <= before + 1e-13 * total) {
        return;
      }
    }
  }

  /** Objective, gradient and Hessian. */
  private void evaluate(double[] at) {
    double[] lnWeights = lnWeights(at);
    Responsibilities look = new Responsibilities(restraints, kT, lnWeights);
    objective = 0;
    Arrays.fill(gradient, 0);
    for (double[] row : hessian) {
      Arrays.fill(row, 0);
    }
    for (int k = 0; k < windows; k++) {
      objective -= counts[k] * at[k];
      gradient[k] = -counts[k];
    }
    for (int s = 0; s < samples.segments(); s++) {
      double[][] values = samples.values(s);
      for (int n = 0; n < values[0].length; n++) {
        double ln = look.look(values, n);
        if (ln == ln) {
          objective += ln;
          add(look);
        }
      }
    }
  }

  private void add(Responsibilities look) {
    for (int i = 0; i < look.count; i++) {
      int k = look.windows[i];
      double p = look.p[k];
      gradient[k] += p;
      hessian[k][k] += p;
      for (int j = 0; j <= i; j++) {
        int l = look.windows[j];
        hessian[k][l] -= p * look.p[l];
        if (l != k) {
          hessian[l][k] = hessian[k][l];
        }
      }
    }
  }

  private double[] lnWeights(double[] at) {
    double[] ln = new double[windows];
    for (int k = 0; k < windows; k++) {
      ln[k] = Math.log(counts[k]) + at[k];
    }
    return ln;
  }

  /** ln Nₖ + fₖ. */
  double[] lnWeights() {
    return lnWeights(f);
  }

  /** f = −ln Z of each window, 0 for the first. */
  double[] freeEnergies() {
    return f.clone();
  }

  /** How many frames each window has. */
  double[] counts() {
    return counts;
  }

  /** How f answers to what is added to Σₙ pₖₙ: −H⁻¹ of it, the first window's f kept at 0. */
  double[] answer(double[] added) {
    double[] answer = SymmetricMatrix.solve(factor, added, 1);
    for (int k = 0; k < answer.length; k++) {
      answer[k] = -answer[k];
    }
    return answer;
  }

  /** Which part of the frames of window i window j would have had: Σₙ pᵢₙ pⱼₙ/Nᵢ. */
  double[][] overlap() {
    double[][] overlap = new double[windows][windows];
    for (int i = 0; i < windows; i++) {
      double sum = 0;
      for (int j = 0; j < windows; j++) {
        overlap[i][j] = i == j ? 0 : Math.max(0, -hessian[i][j]) / counts[i];
        sum += overlap[i][j];
      }
      overlap[i][i] = 1 - sum;
    }
    return overlap;
  }
}
