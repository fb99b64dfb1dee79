package org.chikei.api.coordinate;

/** A view of one frame of a {@link PointBlock}, moved from frame to frame. Not thread-safe. */
public final class PointFrame {
  private final PointBlock block;
  private final double[] displacement = new double[3];
  private int frame;

  /**
   * Makes a view of the first frame.
   *
   * @param block the block to look at
   */
  public PointFrame(PointBlock block) {
    this.block = block;
  }

  /**
   * Moves the view.
   *
   * @param newFrame the frame to look at, from 0
   */
  public void moveTo(int newFrame) {
    frame = newFrame;
  }

  /**
   * The number of points.
   *
   * @return the number
   */
  public int points() {
    return block.points();
  }

  /**
   * A position as it stands in the file.
   *
   * @param point the point, from 0
   * @param component 0, 1 or 2 for x, y or z
   * @return the component in nm
   */
  public double position(int point, int component) {
    return block.positions()[block.offset(point) + component * block.stride() + frame];
  }

  /**
   * The vector from one point to the nearest image of another.
   *
   * @param from the one point, from 0
   * @param to the other point, from 0
   * @return x, y, z in nm; the same array at each call
   */
  public double[] displacement(int from, int to) {
    block.displacement(from, to, frame, displacement);
    return displacement;
  }
}
