package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * The pseudorotation of a ring of five by two of its torsions: with v₁ that of the points 2-3-4-5
 * and v₃ that of 4-5-1-2,
 *
 * <pre>
 *   c = (v₁ + v₃)/(2 cos 4π/5),   s = (v₁ − v₃)/(2 sin 4π/5) .
 * </pre>
 *
 * <p>The Laplacians of torsions vanish, and so do theirs.
 */
final class TorsionRing implements RingModel {
  private static final int[][] POINTS = {{1, 2, 3, 4}, {3, 4, 0, 1}};
  private static final double COSINE = 0.5 / Math.cos(0.8 * Math.PI);
  private static final double SINE = 0.5 / Math.sin(0.8 * Math.PI);

  /** Torsions in rad are rounded to a few 1e-16. */
  private static final double FLOOR = 1e-14;

  private final TorsionAngle[] torsions = new TorsionAngle[2];
  private final double[] gradient = new double[12];
  private final boolean curved;
  private final int order;

  TorsionRing(PointBlock in, boolean nearestImage, DerivativeBlock out) {
    for (int t = 0; t < 2; t++) {
      torsions[t] = new TorsionAngle(in, POINTS[t], nearestImage, out, t);
    }
    curved = PointVariable.curved(in, out);
    order = out.order();
  }

  @Override
  public void set(int j, PuckeringVector q) {
    q.floor = FLOOR;
    Arrays.fill(q.value, 0);
    Arrays.fill(q.acceleration, 0);
    for (double[] column : q.gradient) {
      Arrays.fill(column, 0);
    }
    for (int t = 0; t < 2; t++) {
      double sine = t == 0 ? SINE : -SINE;
      double torsion = torsions[t].set(j);
      q.value[0] += COSINE * torsion;
      q.value[1] += sine * torsion;
      if (order == 0) {
        continue;
      }
      torsions[t].gradient(gradient);
      for (int k = 0; k < 12; k++) {
        int at = 3 * POINTS[t][k / 3] + k % 3;
        q.gradient[0][at] += COSINE * gradient[k];
        q.gradient[1][at] += sine * gradient[k];
      }
      if (curved) {
        double acceleration = torsions[t].acceleration(j);
        q.acceleration[0] += COSINE * acceleration;
        q.acceleration[1] += sine * acceleration;
      }
    }
  }
}
