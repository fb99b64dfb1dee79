package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * The vector (c, s, z) that tells how a ring is puckered, with its derivatives, in one frame: c and
 * s are amplitude times cosine and sine of the phase. A function h of it follows by the chain rule,
 *
 * <pre>
 *   vᵀHv = Σ h_a q̈_a + Σ h_ab q̇_a q̇_b,   ℓ = Σ h_a ℓ_a + Σ h_ab g_ab .
 * </pre>
 */
final class PuckeringVector {
  /** c, s and z. */
  final double[] value = new double[3];

  /** The gradient of each with respect to x, y, z of each point. */
  final double[][] gradient;

  /** The Laplacian of each. */
  final double[] laplacian = new double[3];

  /** The second-order term vᵀHv of each. */
  final double[] acceleration = new double[3];

  /** The length below which the amplitude is nothing but rounding. */
  double floor;

  private final double[] rate = new double[3];

  PuckeringVector(int points) {
    gradient = new double[3][3 * points];
  }

  /** Puts a function of the vector into frame j. */
  void put(PuckeringFunction h, int j, PointBlock in, DerivativeBlock out) {
    out.value()[j] = h.value;
    if (out.order() == 0) {
      return;
    }
    for (int k = 0; k < gradient[0].length; k++) {
      double sum = 0;
      for (int a = 0; a < 3; a++) {
        sum += h.first[a] * gradient[a][k];
      }
      out.gradient()[k * out.stride() + j] = sum;
    }
    if (out.order() == 2) {
      out.laplacian()[j] = laplacian(h, in);
      if (in.velocities() != null) {
        out.curvature()[j] = curvature(h, j, in);
      }
    }
  }

  private double laplacian(PuckeringFunction h, PointBlock in) {
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      sum += h.first[a] * laplacian[a];
      for (int b = 0; b < 3; b++) {
        double metric = 0;
        for (int k = 0; k < gradient[a].length; k++) {
          metric += in.inverseMass(k / 3) * gradient[a][k] * gradient[b][k];
        }
        sum += h.second[a][b] * metric;
      }
    }
    return sum;
  }

  private double curvature(PuckeringFunction h, int j, PointBlock in) {
    Arrays.fill(rate, 0);
    for (int k = 0; k < gradient[0].length; k++) {
      double velocity = in.velocities()[in.offset(k / 3) + k % 3 * in.stride() + j];
      for (int a = 0; a < 3; a++) {
        rate[a] += gradient[a][k] * velocity;
      }
    }
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      sum += h.first[a] * acceleration[a];
      for (int b = 0; b < 3; b++) {
        sum += h.second[a][b] * rate[a] * rate[b];
      }
    }
    return sum;
  }
}
