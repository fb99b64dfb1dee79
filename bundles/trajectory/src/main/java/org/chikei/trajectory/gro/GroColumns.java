package org.chikei.trajectory.gro;

import org.chikei.trajectory.text.Lines;

/**
 * Where the numbers stand in the lines of a frame's atoms.
 *
 * <p>A position takes five columns more than it has places after the point, and a velocity the same
 * columns with one place more.
 */
final class GroColumns {
  private static final int NAMES_END = 20;
  private static final int BEFORE_PLACES = 5;

  private int width;
  private boolean velocities;

  /**
   * Measures the line of an atom.
   *
   * @return whether there are three positions in it
   */
  boolean measure(Lines lines) {
    int first = point(lines, NAMES_END);
    int second = first < 0 ? -1 : point(lines, first + 1);
    width = second - first;
    boolean found = second > 0 && width >= BEFORE_PLACES && length(lines) >= end(3);
    velocities = found && length(lines) > end(3) && point(lines, end(3)) >= 0;
    return found;
  }

  private static int length(Lines lines) {
    return lines.end() - lines.start();
  }

  private static int point(Lines lines, int from) {
    for (int column = from; column < length(lines); column++) {
      if (lines.bytes()[lines.start() + column] == '.') {
        return column;
      }
    }
    return -1;
  }

  /** One past the last column of so many numbers. */
  private int end(int numbers) {
    return NAMES_END + numbers * width;
  }

  /** How many places the positions have after the point. */
  int places() {
    return width - BEFORE_PLACES;
  }

  /** Whether velocities follow the positions. */
  boolean hasVelocities() {
    return velocities;
  }

  /** Number {@code k} of the line at hand: three positions, then three velocities. NaN if none. */
  double number(Lines lines, int k) {
    return lines.number(end(k), end(k + 1));
  }

  /** What stands where number {@code k} should be, for a message. */
  String shown(Lines lines, int k) {
    return lines.shown(end(k), end(k + 1));
  }
}
