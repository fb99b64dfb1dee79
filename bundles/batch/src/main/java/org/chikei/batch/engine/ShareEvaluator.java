package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.Point;

/** Each atom's share |∇ᵢR|²/mᵢ of the metric of one coordinate; means are spread over atoms. */
final class ShareEvaluator {
  private final List<List<Term>> termsByAtom = new ArrayList<>();
  private final double[] inverseMasses;
  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final int stride;

  /**
   * Makes an evaluator.
   *
   * @param atoms the atoms, indices from 0
   * @param leaves the variables of points that the coordinate depends on
   * @param factors ∂R/∂leaf for each of them; null for the leaf itself
   */
  ShareEvaluator(
      List<Integer> atoms,
      List<LeafEvaluator> leaves,
      List<double[]> factors,
      PointLayout layout,
      int stride) {
    this.stride = stride;
    inverseMasses = new double[atoms.size()];
    for (int i = 0; i < inverseMasses.length; i++) {
      int atom = atoms.get(i);
      inverseMasses[i] = layout.inverseMass(atom);
      List<Term> terms = new ArrayList<>();
      for (int leaf = 0; leaf < leaves.size(); leaf++) {
        List<Point> points = leaves.get(leaf).points();
        for (int p = 0; p < points.size(); p++) {
          double weight = weight(points.get(p), atom);
          if (weight != 0) {
            terms.add(
                new Term(
                    leaves.get(leaf).out.gradient(), 3 * p * stride, weight, factors.get(leaf)));
          }
        }
      }
      termsByAtom.add(terms);
    }
    x = new double[stride];
    y = new double[stride];
    z = new double[stride];
  }

  private static double weight(Point point, int atom) {
    for (int k = 0; k < point.size(); k++) {
      if (point.atom(k) == atom) {
        return point.weight(k);
      }
    }
    return 0;
  }

  int atoms() {
    return inverseMasses.length;
  }

  /** Puts the shares into columns from a row on. */
  void evaluate(double[][] columns, int row, int size) {
    for (int i = 0; i < inverseMasses.length; i++) {
      Arrays.fill(x, 0, size, 0);
      Arrays.fill(y, 0, size, 0);
      Arrays.fill(z, 0, size, 0);
      for (Term term : termsByAtom.get(i)) {
        add(term, size);
      }
      double[] column = columns[i];
      double inverse = inverseMasses[i];
      for (int j = 0; j < size; j++) {
        column[row + j] = inverse * (x[j] * x[j] + y[j] * y[j] + z[j] * z[j]);
      }
    }
  }

  private void add(Term term, int size) {
    double[] gradient = term.gradient;
    int g = term.offset;
    double w = term.weight;
    double[] factor = term.factor;
    for (int j = 0; j < size; j++) {
      double f = factor == null ? w : w * factor[j];
      x[j] += f * gradient[g + j];
      y[j] += f * gradient[g + stride + j];
      z[j] += f * gradient[g + 2 * stride + j];
    }
  }

  /** What one point of one leaf adds to the gradient with respect to an atom. */
  private record Term(double[] gradient, int offset, double weight, double[] factor) {}
}
