package org.chikei.trajectory.xtc;

/**
 * The bases in which XTC files write steps from atom to atom: the cube root of 2 to the power of
 * the index, rounded down, so that three digits fit as many bits as the index says.
 */
final class StepBase {

  /** The first index that is used. */
  static final int FIRST = 9;

  /**
   * The list as every writer has it: three entries, 37, 57 and 69, are less than the rule gives.
   */
  private static final int[] BASES = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64, 80, 101, 128, 161, 203, 256,
    322, 406, 512, 645, 812, 1024, 1290, 1625, 2048, 2580, 3250, 4096, 5060, 6501, 8192, 10321,
    13003, 16384, 20642, 26007, 32768, 41285, 52015, 65536, 82570, 104031, 131072, 165140, 208063,
    262144, 330280, 416127, 524287, 660561, 832255, 1048576, 1321122, 1664510, 2097152, 2642245,
    3329021, 4194304, 5284491, 6658042, 8388607, 10568983, 13316085, 16777216
  };

  private StepBase() {}

  /** Whether a frame may be at an index; at the one after the last base it has no steps. */
  static boolean exists(int index) {
    return index >= FIRST && index <= BASES.length;
  }

  /** Whether steps can be written with an index. */
  static boolean hasSteps(int index) {
    return index < BASES.length;
  }

  /** The base of an index that {@link #hasSteps}. */
  static int of(int index) {
    return BASES[index];
  }
}
