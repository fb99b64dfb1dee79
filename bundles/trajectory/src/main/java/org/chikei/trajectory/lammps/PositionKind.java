package org.chikei.trajectory.lammps;

/** How a dump can state positions, in the order in which they are preferred. */
enum PositionKind {
  /** Unwrapped. */
  UNWRAPPED("u", false),
  /** As they are in the box. */
  WRAPPED("", false),
  /** Unwrapped, as fractions of the box. */
  SCALED_UNWRAPPED("su", true),
  /** Fractions of the box. */
  SCALED("s", true);

  private final String ending;
  private final boolean scaled;

  PositionKind(String ending, boolean scaled) {
    this.ending = ending;
    this.scaled = scaled;
  }

  /** The name of the column of one component, such as {@code xsu}. */
  String column(int component) {
    return "xyz".charAt(component) + ending;
  }

  /** The names of the three columns, for a message. */
  String columns() {
    return column(0) + " " + column(1) + " " + column(2);
  }

  /** Whether they are fractions of the box. */
  boolean isScaled() {
    return scaled;
  }

  /** Whether image numbers are to be added. */
  boolean isWrapped() {
    return this == WRAPPED || this == SCALED;
  }
}
