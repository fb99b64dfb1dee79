package org.chikei.api.coordinate;

/** Makes blocks out of frames that a test writes down point by point. */
final class Frames {
  private Frames() {}

  /** A block of single atoms; velocities and boxes may be null. */
  static PointBlock of(
      double[][][] positions, double[][][] velocities, double[][] boxes, double... masses) {
    double[] inverseMasses = new double[masses.length * masses.length];
    for (int p = 0; p < masses.length; p++) {
      inverseMasses[p * masses.length + p] = 1 / masses[p];
    }
    return withInverseMasses(positions, velocities, boxes, inverseMasses);
  }

  /** A block of points with their matrix of inverse masses. */
  static PointBlock withInverseMasses(
      double[][][] positions, double[][][] velocities, double[][] boxes, double[] inverseMasses) {
    int frames = positions.length;
    int stride = frames + 3;
    int points = positions[0].length;
    int[] offsets = new int[points];
    for (int p = 0; p < points; p++) {
      offsets[p] = 3 * (points - 1 - p) * stride;
    }
    double[] boxColumns = null;
    if (boxes != null) {
      boxColumns = new double[9 * stride];
      for (int j = 0; j < frames; j++) {
        for (int k = 0; k < 9; k++) {
          boxColumns[k * stride + j] = boxes[j][k];
        }
      }
    }
    PointBlock block =
        new PointBlock(
            stride,
            columns(positions, stride, offsets),
            velocities == null ? null : columns(velocities, stride, offsets),
            boxColumns,
            offsets,
            inverseMasses);
    block.setSize(frames);
    return block;
  }

  private static double[] columns(double[][][] vectors, int stride, int[] offsets) {
    double[] columns = new double[3 * offsets.length * stride];
    for (int j = 0; j < vectors.length; j++) {
      for (int p = 0; p < offsets.length; p++) {
        for (int d = 0; d < 3; d++) {
          columns[offsets[p] + d * stride + j] = vectors[j][p][d];
        }
      }
    }
    return columns;
  }
}
