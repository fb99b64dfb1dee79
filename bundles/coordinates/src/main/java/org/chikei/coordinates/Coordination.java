package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.coordinates.switching.RadialFunction;

/**
 * The number of contacts Σ s(r_ij) over pairs of points, either all pairs of two groups (or of one)
 * or pairs that are made one to one. Its second-order terms are the sums of those of its pairs.
 *
 * <p>Where the function has an end, the pairs of large groups are found with {@linkplain
 * NeighbourSum cells}; else they are gone through one after the other.
 */
final class Coordination extends PointVariable {
  /** From how many pairs on cells are worth their making. */
  private static final long MANY = 5000;

  private final Groups groups;
  private final RadialFunction function;
  private final boolean oneToOne;
  private final boolean nearestImage;
  private final boolean cells;

  Coordination(Groups groups, RadialFunction function, boolean oneToOne, boolean nearestImage) {
    this(
        groups,
        function,
        oneToOne,
        nearestImage,
        !oneToOne && function.range() < Double.POSITIVE_INFINITY && groups.pairs() >= MANY);
  }

  private Coordination(
      Groups groups,
      RadialFunction function,
      boolean oneToOne,
      boolean nearestImage,
      boolean cells) {
    super(groups.points(), "");
    this.groups = groups;
    this.function = function;
    this.oneToOne = oneToOne;
    this.nearestImage = nearestImage;
    this.cells = cells;
  }

  /** The same coordinate, its pairs gone through one after the other. */
  Coordination withoutCells() {
    return new Coordination(groups, function, oneToOne, nearestImage, false);
  }

  @Override
  public boolean countsSharedAtoms() {
    return true;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    if (cells && in.size() > 0) {
      NeighbourSum sum = new NeighbourSum(groups, function, nearestImage, in, out);
      if (sum.worthwhile()) {
        sum.evaluate();
        return;
      }
    }
    PairAccumulator accumulator = new PairAccumulator(in, out, nearestImage);
    accumulator.clear();
    if (oneToOne) {
      List<int[]> pairs = groups.oneToOne();
      for (int[] pair : pairs) {
        accumulator.add(pair[0], pair[1], function);
      }
    } else {
      groups.forEachPair((from, to) -> accumulator.add(from, to, function));
    }
  }
}
