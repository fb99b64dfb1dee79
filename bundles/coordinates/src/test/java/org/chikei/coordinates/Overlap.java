package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.Point;

/** Coordinates of groups that share atoms, against differences of their values atom by atom. */
final class Overlap {
  private static final double STEP = 1e-3;

  private Overlap() {}

  /** Checks the Laplacian over atoms, and the vᵀHv, at a few geometries 0.2 nm in size. */
  static void check(CollectiveVariable variable, double[] masses, Random random) {
    List<Point> points = variable.points();
    for (int n = 0; n < 5; n++) {
      double[][] x = Scene.normal(random, masses.length, 0.2);
      double[][] v = Scene.normal(random, masses.length, 1);
      Scene scene =
          new Scene(
              new double[][][] {means(points, x)},
              new double[][][] {means(points, v)},
              null,
              InverseMasses.of(points, masses));
      Terms terms = scene.evaluateCompleted(variable);
      double laplacian = 0;
      for (int i = 0; i < masses.length; i++) {
        for (int d = 0; d < 3; d++) {
          double[][] direction = new double[masses.length][3];
          direction[i][d] = 1;
          laplacian += second(variable, x, direction) / masses[i];
        }
      }
      double size = terms.steepest(0) * Math.max(terms.steepest(0), 10);
      assertEquals(laplacian, terms.laplacian(0), 1e-4 * size);
      assertEquals(second(variable, x, v), terms.curvature(0), 1e-3 * size);
    }
  }

  private static double second(CollectiveVariable variable, double[][] x, double[][] direction) {
    double[] r = new double[5];
    for (int k = 0; k < 5; k++) {
      double[][] moved = new double[x.length][3];
      for (int i = 0; i < x.length; i++) {
        for (int d = 0; d < 3; d++) {
          moved[i][d] = x[i][d] + (k - 2) * STEP * direction[i][d];
        }
      }
      r[k] = Scene.still(means(variable.points(), moved)).values(variable)[0];
    }
    return (16 * (r[3] + r[1]) - (r[4] + r[0]) - 30 * r[2]) / (12 * STEP * STEP);
  }

  private static double[][] means(List<Point> points, double[][] vectors) {
    double[][] means = new double[points.size()][3];
    for (int p = 0; p < means.length; p++) {
      for (int k = 0; k < points.get(p).size(); k++) {
        for (int d = 0; d < 3; d++) {
          means[p][d] += points.get(p).weight(k) * vectors[points.get(p).atom(k)][d];
        }
      }
    }
    return means;
  }
}
