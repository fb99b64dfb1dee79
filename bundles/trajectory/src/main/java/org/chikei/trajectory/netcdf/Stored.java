package org.chikei.trajectory.netcdf;

import org.chikei.api.InputException;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * Where a quantity stands in a file, and what its numbers are worth.
 *
 * @param begin where that of the first frame begins
 * @param stride how far that of the next frame is
 * @param bytes the length of a number: 4 or 8
 * @param factor what a number is multiplied by
 */
record Stored(long begin, long stride, int bytes, double factor) {

  /**
   * Takes a variable.
   *
   * @param file the file, for messages
   * @param variable the variable, checked for its shape
   * @param stride how far its part of the next frame is
   * @param unit what its unit is worth
   */
  static Stored of(TrajectoryFile file, NetcdfVariable variable, long stride, double unit)
      throws InputException {
    if (!variable.type().isReal()) {
      throw file.fault(
          "'%s' is kept as numbers of type %s; only float and double are read"
              .formatted(shown(variable.name()), variable.type()));
    }
    double factor = variable.scale() * unit;
    if (!(Math.abs(factor) > 0 && Math.abs(factor) < 1e30)) {
      throw file.fault(
          "'%s' has a scale factor of %s".formatted(shown(variable.name()), variable.scale()));
    }
    if (variable.begin() < 0 || (variable.begin() & 3) != 0) {
      throw file.damaged(
          0, -1, "'%s' begins at byte %d".formatted(shown(variable.name()), variable.begin()));
    }
    return new Stored(variable.begin(), stride, variable.type().bytes(), factor);
  }

  private static String shown(String name) {
    String plain = name.replaceAll("[^ -~]", "?");
    return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
  }

  /** Where it stands in a frame. */
  long place(long frame) {
    return begin + frame * stride;
  }
}
