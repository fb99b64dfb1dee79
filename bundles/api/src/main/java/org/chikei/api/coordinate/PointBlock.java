package org.chikei.api.coordinate;

/**
 * The points of one collective variable in a block of frames, in columns: component {@code d} of
 * point {@code p} in frame {@code j} stands at {@code offset(p) + d * stride + j}. Columns are
 * shared among coordinates and must not be changed. Not thread-safe.
 */
public final class PointBlock {
  private final int stride;
  private final double[] positions;
  private final double[] velocities;
  private final double[] boxes;
  private final int[] offsets;
  private final InverseMasses inverseMasses;
  private final NearestImage images;
  private int size;

  /**
   * Makes a block over columns that somebody else fills.
   *
   * @param stride the distance between columns
   * @param positions position columns in nm
   * @param velocities velocity columns in nm/ps, laid out like the positions, or null
   * @param boxes nine columns of box vectors as in {@link
   *     org.chikei.api.trajectory.FrameBlock#boxes}, or null where there is no box
   * @param offsets where the x column of each point begins
   * @param inverseMasses the inverse masses of the points
   */
  public PointBlock(
      int stride,
      double[] positions,
      double[] velocities,
      double[] boxes,
      int[] offsets,
      InverseMasses inverseMasses) {
    if (inverseMasses.size() != offsets.length) {
      throw new IllegalArgumentException(
          inverseMasses.size() + " inverse masses for " + offsets.length + " points");
    }
    this.stride = stride;
    this.positions = positions;
    this.velocities = velocities;
    this.boxes = boxes;
    this.offsets = offsets.clone();
    this.inverseMasses = inverseMasses;
    this.images = new NearestImage();
  }

  /**
   * The distance between columns.
   *
   * @return the stride
   */
  public int stride() {
    return stride;
  }

  /**
   * The number of frames now.
   *
   * @return the number
   */
  public int size() {
    return size;
  }

  /**
   * Says how many frames the columns hold now.
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
   * The number of points.
   *
   * @return the number
   */
  public int points() {
    return offsets.length;
  }

  /**
   * Where the columns of a point begin.
   *
   * @param point from 0
   * @return the index of its x in the first frame
   */
  public int offset(int point) {
    return offsets[point];
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
   * The velocities.
   *
   * @return columns in nm/ps, NaN in a frame without any; null where there are none at all
   */
  public double[] velocities() {
    return velocities;
  }

  /**
   * The boxes.
   *
   * @return nine columns in nm, zero in a frame without one; null where there are none at all
   */
  public double[] boxes() {
    return boxes;
  }

  /**
   * The inverse masses of the points.
   *
   * @return W
   */
  public InverseMasses inverseMasses() {
    return inverseMasses;
  }

  /**
   * The inverse mass of a point: 1/m of an atom, Σᵢ wᵢ²/mᵢ of a mean.
   *
   * @param point from 0
   * @return the inverse mass in 1/amu
   */
  public double inverseMass(int point) {
    return inverseMasses.of(point);
  }

  /**
   * An entry of the inverse masses of the points, W_pq = Σᵢ w_pi w_qi / mᵢ; zero off the diagonal
   * unless two points share an atom.
   *
   * @param p the one point
   * @param q the other point
   * @return W_pq in 1/amu
   */
  public double inverseMass(int p, int q) {
    return inverseMasses.of(p, q);
  }

  /**
   * Whether points share atoms, so that W has entries off its diagonal. A variable whose Laplacian
   * counts the diagonal alone is not asked for it then.
   *
   * @return true if so
   */
  public boolean overlapping() {
    return inverseMasses.overlapping();
  }

  /**
   * The vectors from one point to the nearest image of another, in every frame. With the frame's
   * box, whatever its shape, the shortest of all images; without one the plain difference.
   *
   * @param from the one point
   * @param to the other point
   * @param dx receives x in nm
   * @param dy receives y in nm
   * @param dz receives z in nm
   */
  public void displacements(int from, int to, double[] dx, double[] dy, double[] dz) {
    differences(from, to, dx, dy, dz);
    if (boxes != null) {
      images.reduce(boxes, stride, size, dx, dy, dz);
    }
  }

  /**
   * The plain differences of the positions of two points, whatever the box, in every frame.
   *
   * @param from the one point
   * @param to the other point
   * @param dx receives x in nm
   * @param dy receives y in nm
   * @param dz receives z in nm
   */
  public void differences(int from, int to, double[] dx, double[] dy, double[] dz) {
    int a = offsets[from];
    int b = offsets[to];
    subtract(a, b, dx);
    subtract(a + stride, b + stride, dy);
    subtract(a + 2 * stride, b + 2 * stride, dz);
  }

  private void subtract(int a, int b, double[] difference) {
    for (int j = 0; j < size; j++) {
      difference[j] = positions[b + j] - positions[a + j];
    }
  }

  /**
   * The vector from one point to the nearest image of another, in one frame.
   *
   * @param from the one point
   * @param to the other point
   * @param frame the frame
   * @param vector receives x, y, z in nm
   */
  public void displacement(int from, int to, int frame, double[] vector) {
    int a = offsets[from] + frame;
    int b = offsets[to] + frame;
    for (int d = 0; d < 3; d++) {
      vector[d] = positions[b + d * stride] - positions[a + d * stride];
    }
    if (boxes != null) {
      images.reduce(boxes, stride, frame, vector);
    }
  }
}
