package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.NearestImage;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * One Cartesian component of a point, as it stands in the file or of the image nearest to the
 * origin. Linear: no second-order terms.
 */
final class Position extends PointVariable {
  private final int component;
  private final boolean nearestImage;

  Position(Point point, int component, boolean nearestImage) {
    super(List.of(point), "nm");
    this.component = component;
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    int size = in.size();
    int from = in.offset(0) + component * in.stride();
    System.arraycopy(in.positions(), from, out.value(), 0, size);
    if (nearestImage && in.boxes() != null) {
      wrap(in, out);
    }
    if (out.order() >= 1) {
      Arrays.fill(out.gradient(), 0);
      Arrays.fill(out.gradient(), component * out.stride(), component * out.stride() + size, 1);
    }
    if (out.order() >= 2) {
      Arrays.fill(out.curvature(), 0, size, 0);
      Arrays.fill(out.laplacian(), 0, size, 0);
    }
  }

  private void wrap(PointBlock in, DerivativeBlock out) {
    double[][] columns = {out.scratch(0), out.scratch(1), out.scratch(2)};
    for (int d = 0; d < 3; d++) {
      int from = in.offset(0) + d * in.stride();
      System.arraycopy(in.positions(), from, columns[d], 0, in.size());
    }
    new NearestImage()
        .reduce(in.boxes(), in.stride(), in.size(), columns[0], columns[1], columns[2]);
    System.arraycopy(columns[component], 0, out.value(), 0, in.size());
  }
}
