package org.chikei.coordinates;

import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * The vector from one point to another in every frame of a block, and how fast it changes. Its
 * columns are scratch space of the block that is being filled.
 */
final class Displacement {
  final double[] x;
  final double[] y;
  final double[] z;
  private final double[] velocities;
  private final int stride;
  private final int from;
  private final int to;

  /**
   * Gathers the vectors of a block.
   *
   * @param in where the points are
   * @param from the one point
   * @param to the other point
   * @param nearestImage whether to take the nearest image of the other point or its plain position
   * @param out whose scratch space to use
   * @param slot which three scratch columns to use, from 0
   */
  Displacement(
      PointBlock in, int from, int to, boolean nearestImage, DerivativeBlock out, int slot) {
    this.x = out.scratch(3 * slot);
    this.y = out.scratch(3 * slot + 1);
    this.z = out.scratch(3 * slot + 2);
    this.velocities = in.velocities();
    this.stride = in.stride();
    this.from = in.offset(from);
    this.to = in.offset(to);
    if (nearestImage) {
      in.displacements(from, to, x, y, z);
    } else {
      in.differences(from, to, x, y, z);
    }
  }

  /** The x component of the rate of change in frame j; only where there are velocities. */
  double vx(int j) {
    return velocities[to + j] - velocities[from + j];
  }

  /** The y component of the rate of change in frame j. */
  double vy(int j) {
    return velocities[to + stride + j] - velocities[from + stride + j];
  }

  /** The z component of the rate of change in frame j. */
  double vz(int j) {
    return velocities[to + 2 * stride + j] - velocities[from + 2 * stride + j];
  }
}
