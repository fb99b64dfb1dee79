package org.chikei.api.trajectory;

/**
 * Decoded frames in columns: for each wanted atom and each of x, y, z an array over frames. The
 * value of component {@code d} of the wanted atom {@code a} in frame {@code j} stands at {@code (3
 * a + d) * stride + j}. Made once and filled again and again; not thread-safe.
 */
public final class FrameBlock {
  private final int stride;
  private final int atoms;
  private final double[] positions;
  private final double[] velocities;
  private final double[] forces;
  private final double[] boxes;
  private final double[] times;
  private int size;

  /**
   * Makes an empty block.
   *
   * @param stride how many frames it can hold
   * @param atoms how many atoms are wanted
   * @param velocities whether velocities are wanted
   * @param forces whether forces are wanted
   */
  public FrameBlock(int stride, int atoms, boolean velocities, boolean forces) {
    this.stride = stride;
    this.atoms = atoms;
    int length = Math.multiplyExact(Math.multiplyExact(3, atoms), stride);
    this.positions = new double[length];
    this.velocities = velocities ? new double[length] : null;
    this.forces = forces ? new double[length] : null;
    this.boxes = new double[9 * stride];
    this.times = new double[stride];
  }

  /**
   * How many frames it can hold, which is also the distance between columns.
   *
   * @return the capacity
   */
  public int stride() {
    return stride;
  }

  /**
   * The number of atoms.
   *
   * @return the number
   */
  public int atoms() {
    return atoms;
  }

  /**
   * The number of frames it holds now.
   *
   * @return the number
   */
  public int size() {
    return size;
  }

  /**
   * Says how many frames it holds now.
   *
   * @param frames the number, at most {@link #stride}
   */
  public void setSize(int frames) {
    if (frames < 0 || frames > stride) {
      throw new IllegalArgumentException(frames + " frames in a block of " + stride);
    }
    size = frames;
  }

  /**
   * The positions.
   *
   * @return columns in nm
   */
  public double[] positions() {
    return positions;
  }

  /**
   * The velocities; NaN in a frame that carries none.
   *
   * @return columns in nm/ps, or null where they are not wanted
   */
  public double[] velocities() {
    return velocities;
  }

  /**
   * The forces; NaN in a frame that carries none.
   *
   * @return columns in kJ/mol/nm, or null where they are not wanted
   */
  public double[] forces() {
    return forces;
  }

  /**
   * The box vectors a, b, c, each x, y, z: nine columns, entry {@code k} of frame {@code j} at
   * {@code k * stride + j}; all zero in a frame without a box.
   *
   * @return columns in nm
   */
  public double[] boxes() {
    return boxes;
  }

  /**
   * The times.
   *
   * @return one column in ps; NaN where the file has none
   */
  public double[] times() {
    return times;
  }

  /**
   * Marks the velocities of one frame as absent.
   *
   * @param frame the row
   */
  public void clearVelocities(int frame) {
    clear(velocities, frame);
  }

  /**
   * Marks the forces of one frame as absent.
   *
   * @param frame the row
   */
  public void clearForces(int frame) {
    clear(forces, frame);
  }

  /**
   * Marks the box of one frame as absent.
   *
   * @param frame the row
   */
  public void clearBox(int frame) {
    for (int k = 0; k < 9; k++) {
      boxes[k * stride + frame] = 0;
    }
  }

  private void clear(double[] columns, int frame) {
    if (columns != null) {
      for (int k = 0; k < 3 * atoms; k++) {
        columns[k * stride + frame] = Double.NaN;
      }
    }
  }

  @Override
  public String toString() {
    return size + " frames of " + atoms + " atoms";
  }
}
