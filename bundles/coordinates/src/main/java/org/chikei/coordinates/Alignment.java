package org.chikei.coordinates;

/**
 * A reference structure r and weights a by which other conformations y are laid over it: the
 * rotation Q that makes Σ aᵢ |yᵢ − Q rᵢ|² smallest, with both centred by the weights. Immutable;
 * {@link Superposition} finds the rotation.
 */
final class Alignment {
  /** The part of the extent along a line up to which that across it counts as none. */
  private static final double STRAIGHT = 1e-7;

  private final double[] reference;
  private final double[] weights;
  private final double[] positions;
  private final double[] torques;
  private final double size;
  private final boolean linear;

  /**
   * Takes a reference structure.
   *
   * @param positions x, y, z of each point
   * @param weights one a point, of any positive sum
   */
  Alignment(double[] positions, double[] weights) {
    int points = weights.length;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    this.weights = new double[points];
    this.positions = positions.clone();
    this.reference = positions.clone();
    for (int p = 0; p < points; p++) {
      this.weights[p] = weights[p] / sum;
    }
    for (int d = 0; d < 3; d++) {
      double mean = 0;
      for (int p = 0; p < points; p++) {
        mean += this.weights[p] * positions[3 * p + d];
      }
      for (int p = 0; p < points; p++) {
        reference[3 * p + d] -= mean;
      }
    }
    this.torques = new double[3 * points];
    SymmetricMatrix tensor = new SymmetricMatrix(3);
    for (int k = 0; k < 3 * points; k++) {
      torques[k] = this.weights[k / 3] * reference[k];
      for (int d = 0; d < 3; d++) {
        tensor.entries[3 * (k % 3) + d] += torques[k] * reference[k - k % 3 + d];
      }
    }
    tensor.solve();
    this.size = Math.sqrt(Math.max(0, tensor.values[0]));
    this.linear = Math.sqrt(Math.max(0, tensor.values[1])) <= STRAIGHT * size;
  }

  /** The number of points. */
  int points() {
    return weights.length;
  }

  /** The weights, with the sum 1. */
  double[] weights() {
    return weights;
  }

  /** The centred reference structure r: x, y, z of each point. */
  double[] reference() {
    return reference;
  }

  /** The reference structure where it stands: x, y, z of each point. */
  double[] positions() {
    return positions;
  }

  /** The products aᵢ rᵢ, whose sum is zero. */
  double[] torques() {
    return torques;
  }

  /** The root mean square of the weighted points along the longest axis of the reference. */
  double size() {
    return size;
  }

  /** Whether all points that have a weight in a list are on the line of a linear reference. */
  boolean isOnLine(double[] some) {
    double[] line = new double[3];
    double longest = 0;
    for (int p = 0; p < weights.length; p++) {
      double square = 0;
      for (int d = 0; d < 3; d++) {
        square += reference[3 * p + d] * reference[3 * p + d];
      }
      if (weights[p] > 0 && square > longest) {
        longest = square;
        System.arraycopy(reference, 3 * p, line, 0, 3);
      }
    }
    for (int p = 0; p < weights.length; p++) {
      double x = reference[3 * p];
      double y = reference[3 * p + 1];
      double z = reference[3 * p + 2];
      double a = y * line[2] - z * line[1];
      double b = z * line[0] - x * line[2];
      double c = x * line[1] - y * line[0];
      if (some[p] > 0 && Math.sqrt(a * a + b * b + c * c) > STRAIGHT * longest) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the weighted points of the reference are on one line, so that turning about it makes no
   * difference to them.
   */
  boolean isLinear() {
    return linear;
  }
}
