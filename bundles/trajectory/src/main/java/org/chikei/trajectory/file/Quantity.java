package org.chikei.trajectory.file;

import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBlock;

/** What a frame holds for every atom. */
public enum Quantity {
  /** Where the atoms are. */
  POSITIONS("position"),
  /** How fast they are. */
  VELOCITIES("velocity"),
  /** What pulls at them. */
  FORCES("force");

  private final String one;

  Quantity(String one) {
    this.one = one;
  }

  /**
   * Where the numbers go.
   *
   * @param block the block
   * @return its columns, or null where they are not wanted
   */
  public double[] columns(FrameBlock block) {
    return switch (this) {
      case POSITIONS -> block.positions();
      case VELOCITIES -> block.velocities();
      case FORCES -> block.forces();
    };
  }

  /**
   * Marks one frame as having none. Every frame has positions.
   *
   * @param block the block
   * @param row the frame's row
   */
  public void clear(FrameBlock block, int row) {
    if (this == VELOCITIES) {
      block.clearVelocities(row);
    } else if (this == FORCES) {
      block.clearForces(row);
    }
  }

  /**
   * Says that a number is NaN or infinite.
   *
   * @param file the file
   * @param frame the frame's name
   * @param atom the atom's index, from 0
   * @return the exception, to be thrown
   */
  public InputException notFinite(TrajectoryFile file, String frame, int atom) {
    return file.fault(
        "%s: the %s of atom %d is not a number; if the simulation broke down there, 'end' in the job can stop before it"
            .formatted(frame, one, atom + 1));
  }
}
