package org.chikei.coordinates;

import java.util.Random;

/** Geometries for tests. */
final class Geometry {
  private Geometry() {}

  /** A chain of points with given bond lengths, angles and, for four points, a torsion. */
  static double[][] chain(double[] bonds, double[] angles, double torsion) {
    double[][] points = new double[bonds.length + 1][3];
    points[1][2] = bonds[0];
    if (bonds.length > 1) {
      points[2][2] = bonds[0] - bonds[1] * Math.cos(angles[0]);
      points[2][0] = bonds[1] * Math.sin(angles[0]);
    }
    if (bonds.length > 2) {
      // unit vectors: along the second bond, at right angles in the plane towards the first point
      double s = Math.sin(angles[0]);
      double c = Math.cos(angles[0]);
      double along = -bonds[2] * Math.cos(angles[1]);
      double cis = bonds[2] * Math.sin(angles[1]) * Math.cos(torsion);
      double out = bonds[2] * Math.sin(angles[1]) * Math.sin(torsion);
      points[3][0] = points[2][0] + along * s - cis * c;
      points[3][1] = points[2][1] + out;
      points[3][2] = points[2][2] - along * c - cis * s;
    }
    return points;
  }

  /** A random rotation, as a matrix row by row. */
  static double[] rotation(Random random) {
    double[] q = new double[4];
    double norm = 0;
    for (int k = 0; k < 4; k++) {
      q[k] = random.nextGaussian();
      norm += q[k] * q[k];
    }
    double s = 2 / norm;
    double w = q[0];
    double x = q[1];
    double y = q[2];
    double z = q[3];
    return new double[] {
      1 - s * (y * y + z * z),
      s * (x * y - w * z),
      s * (x * z + w * y),
      s * (x * y + w * z),
      1 - s * (x * x + z * z),
      s * (y * z - w * x),
      s * (x * z - w * y),
      s * (y * z + w * x),
      1 - s * (x * x + y * y)
    };
  }

  /** Rotated and then shifted vectors. */
  static double[][] move(double[][] vectors, double[] rotation, double... shift) {
    double[][] moved = new double[vectors.length][3];
    for (int p = 0; p < vectors.length; p++) {
      for (int d = 0; d < 3; d++) {
        moved[p][d] = shift[d];
        for (int e = 0; e < 3; e++) {
          moved[p][d] += rotation[3 * d + e] * vectors[p][e];
        }
      }
    }
    return moved;
  }

  /** Each point in another image of the box. */
  static double[][] scatter(double[][] points, double[] box, Random random) {
    double[][] scattered = new double[points.length][3];
    for (int p = 0; p < points.length; p++) {
      System.arraycopy(points[p], 0, scattered[p], 0, 3);
      for (int k = 0; k < 3; k++) {
        int turns = random.nextInt(5) - 2;
        for (int d = 0; d < 3; d++) {
          scattered[p][d] += turns * box[3 * k + d];
        }
      }
    }
    return scattered;
  }

  static double distance(double[] a, double[] b) {
    return Math.sqrt(square(b[0] - a[0]) + square(b[1] - a[1]) + square(b[2] - a[2]));
  }

  private static double square(double x) {
    return x * x;
  }
}
