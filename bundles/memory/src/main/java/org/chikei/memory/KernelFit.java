package org.chikei.memory;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * A kernel as a sum of terms exp(−t/τ)(a cos ωt + b sin ωt), ω = 0 for those that do not swing, by
 * least squares. The amplitudes are linear and follow from the times, which alone are searched for.
 *
 * <p>Every term is the autocorrelation of a random force: a ≥ 0 and |b| ≤ a/ωτ, so that its
 * spectrum is nowhere negative. Those with b = ±a/ωτ are the extremes, of which all others are
 * mixtures.
 *
 * @param terms the terms, at most three
 * @param values their sum at the times of the kernel
 * @param distance how far it is from the kernel, as a part of its norm, every time weighed by the
 *     error of the kernel there
 * @param response by how much {@link #friction()} grows with each value of the kernel
 */
record KernelFit(List<Term> terms, double[] values, double distance, double[] response) {
  private static final int EVALUATIONS = 600;

  /** The most points that are fitted; a longer kernel is thinned. */
  private static final int POINTS = 200;

  /** A term more must bring the fit closer by this part. */
  private static final double WORTH = 0.8;

  /** What is closer than this part of the kernel at 0 is as good as the kernel. */
  private static final double FLOOR = 0.01;

  /**
   * A term.
   *
   * @param cosine a
   * @param sine b
   * @param time τ
   * @param frequency ω
   */
  record Term(double cosine, double sine, double time, double frequency) {
    double value(double t) {
      return Math.exp(-t / time)
          * (cosine * Math.cos(frequency * t) + sine * Math.sin(frequency * t));
    }

    /** The integral over all times from 0 on. */
    double integral() {
      double rate = 1 / time;
      return (cosine * rate + sine * frequency) / (rate * rate + frequency * frequency);
    }
  }

  /** Whether some of the terms swing. */
  boolean swings() {
    return terms.stream().anyMatch(term -> term.frequency() > 0);
  }

  /** ∫Γ of the terms over all times. */
  double friction() {
    return terms.stream().mapToDouble(Term::integral).sum();
  }

  /** The same of another kernel of about the same terms, to first order. */
  double frictionOf(double[] kernel) {
    double friction = friction();
    for (int k = 0; k < kernel.length; k++) {
      friction += response[k] * (kernel[k] - values[k]);
    }
    return friction;
  }

  /** How many terms decay and how many swing as well, from few to many. */
  private static final int[][] SHAPES = {
    {1, 0}, {2, 0}, {0, 1}, {1, 1}, {3, 0}, {2, 1}, {0, 2}, {1, 2}
  };

  /**
   * Fits.
   *
   * @param kernel the kernel from time 0 on
   * @param step the time between its values
   * @param memoryTime about how long it lasts
   * @param errors its standard errors; NaN where they are not known
   */
  static KernelFit of(double[] kernel, double step, double memoryTime, double[] errors) {
    int stride = Math.max(1, (kernel.length + POINTS - 1) / POINTS);
    int size = (kernel.length + stride - 1) / stride;
    double[] thinned = new double[size];
    double[] weights = new double[size];
    double within = 0;
    for (int k = 0; k < size; k++) {
      double error = Double.isNaN(errors[k * stride]) ? 0 : errors[k * stride];
      double floor = FLOOR * kernel[0];
      thinned[k] = kernel[k * stride];
      weights[k] = 1 / (error * error + floor * floor);
      within += weights[k] * thinned[k] * thinned[k];
    }
    // the distance of a kernel that is off by its errors everywhere
    within = Math.sqrt(size / within);
    Target target = new Target(thinned, weights, step * stride);
    KernelFit best = new KernelFit(List.of(), new double[0], Double.NaN, new double[0]);
    for (int[] shape : SHAPES) {
      if (size <= 4 * (shape[0] + 2 * shape[1]) || best.distance <= within) {
        continue;
      }
      KernelFit fit = search(target, memoryTime, shape[0], shape[1]);
      if (!(fit.distance >= WORTH * best.distance)) {
        best = fit;
      }
    }
    double[] values = new double[kernel.length];
    for (int k = 0; k < values.length; k++) {
      for (Term term : best.terms) {
        values[k] += term.value(k * step);
      }
    }
    double[] thinnedResponse = FrictionResponse.of(best.terms, weights, step * stride);
    double[] response = new double[kernel.length];
    for (int k = 0; k < size; k++) {
      response[k * stride] = thinnedResponse[k];
    }
    return new KernelFit(best.terms, values, best.distance, response);
  }

  /** What is fitted: values, how much each counts, and the time between them. */
  private record Target(double[] kernel, double[] weights, double step) {}

  private static KernelFit search(Target target, double memoryTime, int decaying, int swinging) {
    double[] start = new double[decaying + 2 * swinging];
    for (int k = 0; k < decaying; k++) {
      start[k] = Math.log(memoryTime) + k * Math.log(4);
    }
    for (int k = decaying; k < start.length; k += 2) {
      start[k] = Math.log(memoryTime);
      start[k + 1] = Math.log(2 / memoryTime);
    }
    double shortest = Math.log(target.step / 4);
    double longest = Math.log(target.step * target.kernel.length / 2);
    SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-7, 1e-12));
    PointValuePair found =
        optimizer.optimize(
            new MaxEval(50 * EVALUATIONS),
            new MaxIter(50 * EVALUATIONS),
            new ObjectiveFunction(
                p -> {
                  for (int k = 0; k < p.length; k++) {
                    boolean rate = k > decaying && (k - decaying) % 2 == 1;
                    double time = rate ? -p[k] : p[k];
                    if (!(time > shortest && time < longest)) {
                      return 10 + Math.abs(time);
                    }
                  }
                  return solve(target, p, decaying).distance;
                }),
            GoalType.MINIMIZE,
            new InitialGuess(start),
            new NelderMeadSimplex(start.length, 0.7));
    return solve(target, found.getPoint(), decaying);
  }

  private static KernelFit solve(Target target, double[] p, int decaying) {
    double[] kernel = target.kernel;
    double step = target.step;
    int terms = decaying + (p.length - decaying) / 2;
    double[] times = new double[terms];
    double[] frequencies = new double[terms];
    for (int k = 0; k < terms; k++) {
      times[k] = Math.exp(k < decaying ? p[k] : p[decaying + 2 * (k - decaying)]);
      frequencies[k] = k < decaying ? 0 : Math.exp(p[decaying + 2 * (k - decaying) + 1]);
    }
    int columns = p.length;
    double[][] basis = new double[columns][kernel.length];
    int column = 0;
    for (int k = 0; k < terms; k++) {
      for (int j = 0; j < kernel.length; j++) {
        double t = j * step;
        double decay = Math.exp(-t / times[k]);
        double cosine = decay * Math.cos(frequencies[k] * t);
        basis[column][j] = cosine;
        if (k >= decaying) {
          double sine = decay * Math.sin(frequencies[k] * t) / (frequencies[k] * times[k]);
          basis[column][j] = cosine + sine;
          basis[column + 1][j] = cosine - sine;
        }
      }
      column += k < decaying ? 1 : 2;
    }
    double[] amplitudes = amplitudes(basis, target);
    double off = 0;
    double norm = 0;
    for (int j = 0; j < kernel.length; j++) {
      double rest = kernel[j];
      for (int c = 0; c < columns; c++) {
        rest -= amplitudes[c] * basis[c][j];
      }
      off += target.weights[j] * rest * rest;
      norm += target.weights[j] * kernel[j] * kernel[j];
    }
    List<Term> list = new ArrayList<>();
    column = 0;
    for (int k = 0; k < terms; k++) {
      if (k < decaying) {
        list.add(new Term(amplitudes[column], 0, times[k], 0));
        column++;
      } else {
        double plus = amplitudes[column];
        double minus = amplitudes[column + 1];
        double sine = (plus - minus) / (frequencies[k] * times[k]);
        list.add(new Term(plus + minus, sine, times[k], frequencies[k]));
        column += 2;
      }
    }
    list.removeIf(term -> term.cosine() == 0);
    return new KernelFit(list, kernel, Math.sqrt(off / norm), new double[0]);
  }

  private static double[] amplitudes(double[][] basis, Target target) {
    int n = basis.length;
    double[][] products = new double[n][n];
    double[] right = new double[n];
    for (int j = 0; j < target.kernel.length; j++) {
      for (int a = 0; a < n; a++) {
        double weighed = target.weights[j] * basis[a][j];
        right[a] += weighed * target.kernel[j];
        for (int b = 0; b < n; b++) {
          products[a][b] += weighed * basis[b][j];
        }
      }
    }
    return NonNegative.solve(products, right);
  }
}
