package org.chikei.api.coordinate;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A coordinate R(x) of points of the structure. It works on blocks of frames: arrays of primitives
 * in and out, no object a frame. {@link FramewiseVariable} is the easier way in for a formula that
 * is written frame by frame.
 *
 * <p>Implementations hold no state that changes: one instance serves all threads, scratch space
 * comes with the {@link DerivativeBlock}.
 */
@ConsumerType
public non-sealed interface CollectiveVariable extends Coordinate {

  /**
   * The points that the value depends on, in the order in which {@link #evaluate} numbers them;
   * none twice.
   *
   * @return the points
   */
  List<Point> points();

  /**
   * Whether its own Laplacian counts what pairs of points that share atoms add to it, Σ_pq W_pq tr
   * H_pq over all p and q. Where it does not and points overlap, the Laplacian is made anew from
   * the curvature along one direction after the other, which is exact and takes three evaluations
   * an atom.
   *
   * @return false as a rule
   */
  default boolean countsSharedAtoms() {
    return false;
  }

  /**
   * Evaluates the coordinate in every frame of a block.
   *
   * <p>Always fills {@link DerivativeBlock#value}; fills {@link DerivativeBlock#gradient} where
   * {@code out.order() >= 1}, and where {@code out.order() == 2} and {@link #order} is 2 also
   * {@link DerivativeBlock#curvature} (if the block has velocities) and {@link
   * DerivativeBlock#laplacian}. A frame where the coordinate or a derivative does not exist, such
   * as a torsion of collinear atoms, gets NaN there.
   *
   * @param in where the points are, in what box, how fast, and how heavy
   * @param out what to fill
   */
  void evaluate(PointBlock in, DerivativeBlock out);
}
