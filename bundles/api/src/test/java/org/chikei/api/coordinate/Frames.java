package org.chikei.api.coordinate;

import java.util.List;

/** Makes blocks out of frames that a test writes down point by point. */
final class Frames {
  private Frames() {}

  /** A block of single atoms; velocities and boxes may be null. */
  static PointBlock of(
      double[][][] positions, double[][][] velocities, double[][] boxes, double... masses) {
    return withInverseMasses(positions, velocities, boxes, InverseMasses.ofAtoms(masses));
  }

  /** W of two points that share an atom: w0 and w1 on its diagonal, at least the shared off it. */
  static InverseMasses sharing(double w0, double w1, double shared) {
    double[] half = {1, 1};
    return InverseMasses.of(
        List.of(
            Point.ofMean(new int[] {0, 1}, half, "A"), Point.ofMean(new int[] {1, 2}, half, "B")),
        new double[] {0.25 / (w0 - shared), 0.25 / shared, 0.25 / (w1 - shared)});
  }

  /** A block of points with their inverse masses. */
  static PointBlock withInverseMasses(
      double[][][] positions,
      double[][][] velocities,
      double[][] boxes,
      InverseMasses inverseMasses) {
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
