package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * The principal axes of a molecule in one frame: eigenvalues and eigenvectors of its gyration
 * tensor, and what a function of the eigenvalues needs of the points along them. Moved from frame
 * to frame.
 */
final class PrincipalFrame {
  private final PointBlock in;
  private final Conformation conformation;
  private final double[] weights;
  private final SymmetricMatrix tensor = new SymmetricMatrix(3);
  private final double[] axes = tensor.vectors;
  private final double[] values = new double[3];

  /** Along each axis, Σ wᵢ² yᵢ²/mᵢ. */
  private final double[] spread = new double[3];

  /** The rate of change of the tensor between the axes. */
  private final double[] rate = new double[9];

  private final double[] meanVelocity = new double[3];
  private final double[] y = new double[3];
  private final double[] v = new double[3];
  private final double internal;
  private int frame;

  PrincipalFrame(PointBlock in, Conformation conformation, double[] weights) {
    this.in = in;
    this.conformation = conformation;
    this.weights = weights;
    double sum = 0;
    for (int p = 0; p < weights.length; p++) {
      sum += in.inverseMass(p) * weights[p] * (1 - weights[p]);
    }
    this.internal = sum;
  }

  /** The eigenvalues in this frame, the largest first. */
  double[] values() {
    return values;
  }

  /** The trace of the tensor. */
  double trace() {
    return values[0] + values[1] + values[2];
  }

  void moveTo(int newFrame) {
    frame = newFrame;
    double[] entries = tensor.entries;
    Arrays.fill(entries, 0);
    for (int p = 0; p < weights.length; p++) {
      double a = conformation.column(p, 0)[frame];
      double b = conformation.column(p, 1)[frame];
      double c = conformation.column(p, 2)[frame];
      double weight = weights[p];
      entries[0] += weight * a * a;
      entries[1] += weight * a * b;
      entries[2] += weight * a * c;
      entries[4] += weight * b * b;
      entries[5] += weight * b * c;
      entries[8] += weight * c * c;
    }
    entries[3] = entries[1];
    entries[6] = entries[2];
    entries[7] = entries[5];
    tensor.solve();
    // as sums of squares along the axes, small eigenvalues keep their digits
    Arrays.fill(values, 0);
    Arrays.fill(spread, 0);
    for (int p = 0; p < weights.length; p++) {
      project(p);
      double share = in.inverseMass(p) * weights[p] * weights[p];
      for (int k = 0; k < 3; k++) {
        values[k] += weights[p] * y[k] * y[k];
        spread[k] += share * y[k] * y[k];
      }
    }
  }

  /** Puts a point's components along the axes into y. */
  private void project(int p) {
    double a = conformation.column(p, 0)[frame];
    double b = conformation.column(p, 1)[frame];
    double c = conformation.column(p, 2)[frame];
    for (int k = 0; k < 3; k++) {
      y[k] = axes[3 * k] * a + axes[3 * k + 1] * b + axes[3 * k + 2] * c;
    }
  }

  /** Puts the components of a point's velocity along the axes into v. */
  private void projectVelocity(int p) {
    double[] velocities = in.velocities();
    int at = in.offset(p) + frame;
    int stride = in.stride();
    double a = velocities[at];
    double b = velocities[at + stride];
    double c = velocities[at + 2 * stride];
    for (int k = 0; k < 3; k++) {
      v[k] = axes[3 * k] * a + axes[3 * k + 1] * b + axes[3 * k + 2] * c;
    }
  }

  /** Sets the gradient of a function with the derivatives fₖ at a point. */
  void gradient(int p, double[] first, DerivativeBlock out) {
    project(p);
    double a = 0;
    double b = 0;
    double c = 0;
    for (int k = 0; k < 3; k++) {
      double slope = 2 * weights[p] * first[k] * y[k];
      a += slope * axes[3 * k];
      b += slope * axes[3 * k + 1];
      c += slope * axes[3 * k + 2];
    }
    out.setGradient(p, frame, a, b, c);
  }

  /** The Laplacian of a function with the derivatives given. */
  double laplacian(double[] first, double[] ratios, double[] second) {
    double sum = 2 * internal * (first[0] + first[1] + first[2]);
    sum += spread[0] * (4 * second[0] + 2 * (ratios[0] + ratios[1]));
    sum += spread[1] * (4 * second[4] + 2 * (ratios[0] + ratios[2]));
    sum += spread[2] * (4 * second[8] + 2 * (ratios[1] + ratios[2]));
    return sum;
  }

  /** The vᵀHv of a function with the derivatives given. */
  double curvature(double[] first, double[] ratios, double[] second) {
    Arrays.fill(meanVelocity, 0);
    for (int p = 0; p < weights.length; p++) {
      projectVelocity(p);
      for (int k = 0; k < 3; k++) {
        meanVelocity[k] += weights[p] * v[k];
      }
    }
    Arrays.fill(rate, 0);
    double sum = 0;
    for (int p = 0; p < weights.length; p++) {
      project(p);
      projectVelocity(p);
      for (int k = 0; k < 3; k++) {
        double relative = v[k] - meanVelocity[k];
        sum += 2 * first[k] * weights[p] * relative * relative;
        for (int l = 0; l <= k; l++) {
          rate[3 * k + l] += weights[p] * (v[k] * y[l] + v[l] * y[k]);
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      for (int l = 0; l < 3; l++) {
        sum += second[3 * k + l] * rate[4 * k] * rate[4 * l];
      }
    }
    return sum
        + 2 * (ratios[0] * rate[3] * rate[3] + ratios[1] * rate[6] * rate[6])
        + 2 * ratios[2] * rate[7] * rate[7];
  }
}
