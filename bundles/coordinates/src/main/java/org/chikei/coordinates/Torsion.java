package org.chikei.coordinates;

import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The torsion about the bond from the second of four points to the third: 0 where the first and the
 * fourth are on the same side (cis), positive where, looking along the bond, the fourth is reached
 * from the first clockwise (IUPAC).
 *
 * <p>With the vectors b₁, b₂, b₃ from point to point, it is the {@linkplain Turn turn} of b₁ about
 * b₂ less that of b₃, and so are its derivatives; the Laplacian ℓ is zero, whatever the masses.
 * Nothing is singular at ±π. Where three consecutive points are on one line it does not exist.
 */
final class Torsion extends PointVariable {
  private static final int[] POINTS = {0, 1, 2, 3};

  private final boolean nearestImage;

  Torsion(List<Point> points, boolean nearestImage) {
    super(points, "rad");
    this.nearestImage = nearestImage;
  }

  @Override
  public Optional<Period> period() {
    return Optional.of(Period.TURN);
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    TorsionAngle angle = new TorsionAngle(in, POINTS, nearestImage, out, 0);
    boolean curved = curved(in, out);
    int order = out.order();
    for (int j = 0; j < in.size(); j++) {
      out.value()[j] = angle.set(j);
      if (order >= 1) {
        angle.putGradient(out, j);
      }
      if (order == 2) {
        out.laplacian()[j] = angle.exists() ? 0 : Double.NaN;
      }
      if (curved) {
        out.curvature()[j] = angle.acceleration(j);
      }
    }
  }
}
