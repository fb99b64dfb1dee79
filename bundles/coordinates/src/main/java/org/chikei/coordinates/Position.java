package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/** One Cartesian component of a point as it stands in the file. Linear: no second-order terms. */
final class Position extends PointVariable {
  private final int component;

  Position(Point point, int component) {
    super(List.of(point), "nm");
    this.component = component;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    int size = in.size();
    int from = in.offset(0) + component * in.stride();
    System.arraycopy(in.positions(), from, out.value(), 0, size);
    if (out.order() >= 1) {
      Arrays.fill(out.gradient(), 0);
      Arrays.fill(out.gradient(), component * out.stride(), component * out.stride() + size, 1);
    }
    if (out.order() >= 2) {
      Arrays.fill(out.curvature(), 0, size, 0);
      Arrays.fill(out.laplacian(), 0, size, 0);
    }
  }
}
