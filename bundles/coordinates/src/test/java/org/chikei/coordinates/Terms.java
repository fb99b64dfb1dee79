package org.chikei.coordinates;

import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.InverseMasses;

/** What came out for a scene, frame by frame. */
record Terms(Scene scene, DerivativeBlock out) {

  double value(int frame) {
    return out.value()[frame];
  }

  double curvature(int frame) {
    return out.curvature()[frame];
  }

  double laplacian(int frame) {
    return out.laplacian()[frame];
  }

  double gradient(int frame, int point, int component) {
    return out.gradient()[(3 * point + component) * out.stride() + frame];
  }

  /** Ṙ = Σ v·∇R. */
  double rate(int frame) {
    return product(frame, scene.velocities()[frame], null)[0];
  }

  /** Σ (f/m)·∇R of atoms, and the sum of its absolute values by atom. */
  double[] force(int frame, double[][] forces) {
    return product(frame, forces, scene.inverseMasses());
  }

  private double[] product(int frame, double[][] vectors, InverseMasses inverseMasses) {
    double sum = 0;
    double absolute = 0;
    int n = scene.points();
    for (int p = 0; p < n; p++) {
      double share = 0;
      for (int d = 0; d < 3; d++) {
        share += vectors[p][d] * gradient(frame, p, d);
      }
      share *= inverseMasses == null ? 1 : inverseMasses.of(p);
      sum += share;
      absolute += Math.abs(share);
    }
    return new double[] {sum, absolute};
  }

  /** g with itself. */
  double metric(int frame) {
    return metric(frame, this);
  }

  /** g_ab = Σ W_pq ∇_pR_a·∇_qR_b. */
  double metric(int frame, Terms other) {
    int n = scene.points();
    double sum = 0;
    for (int p = 0; p < n; p++) {
      for (int q = 0; q < n; q++) {
        for (int d = 0; d < 3; d++) {
          sum +=
              scene.inverseMasses().of(p, q) * gradient(frame, p, d) * other.gradient(frame, q, d);
        }
      }
    }
    return sum;
  }

  /** The largest component of the gradient. */
  double steepest(int frame) {
    double largest = 0;
    for (int p = 0; p < scene.points(); p++) {
      for (int d = 0; d < 3; d++) {
        largest = Math.max(largest, Math.abs(gradient(frame, p, d)));
      }
    }
    return largest;
  }
}
