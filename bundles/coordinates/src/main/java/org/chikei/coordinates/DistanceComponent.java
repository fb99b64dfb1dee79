package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * One Cartesian component of the vector from the first point to the second. Linear: no second-order
 * terms.
 */
final class DistanceComponent extends PointVariable {
  private final int component;
  private final boolean nearestImage;

  DistanceComponent(List<Point> points, int component, boolean nearestImage) {
    super(points, "nm");
    this.component = component;
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    int size = in.size();
    Displacement vector = new Displacement(in, 0, 1, nearestImage, out, 0);
    double[] column = component == 0 ? vector.x : component == 1 ? vector.y : vector.z;
    System.arraycopy(column, 0, out.value(), 0, size);
    if (out.order() >= 1) {
      int first = component * out.stride();
      int second = (3 + component) * out.stride();
      Arrays.fill(out.gradient(), 0);
      Arrays.fill(out.gradient(), first, first + size, -1);
      Arrays.fill(out.gradient(), second, second + size, 1);
    }
    if (out.order() >= 2) {
      Arrays.fill(out.curvature(), 0, size, 0);
      Arrays.fill(out.laplacian(), 0, size, 0);
    }
  }
}
