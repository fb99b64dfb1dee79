package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The projection p = Σ eᵢ·(Qᵀ(xᵢ − c) − rᵢ) of the displacement from a reference structure on a
 * vector e, with Q the rotation that lays the reference over the points, or none. Its derivatives
 * are those of an {@link AlignedSum}; without a rotation it is linear.
 */
final class Projection extends PointVariable {
  private final Alignment alignment;
  private final double[] vectors;
  private final double offset;
  private final Fitting fitting;
  private final boolean nearestImage;

  /**
   * Makes the coordinate.
   *
   * @param vectors e: x, y, z of each point
   */
  Projection(
      List<Point> points,
      String unit,
      Alignment alignment,
      double[] vectors,
      Fitting fitting,
      boolean nearestImage) {
    super(points, unit);
    this.alignment = alignment;
    this.vectors =
        fitting == Fitting.NONE ? vectors.clone() : AlignedSum.centred(alignment, vectors);
    double[] reference = fitting == Fitting.NONE ? alignment.positions() : alignment.reference();
    double sum = 0;
    for (int k = 0; k < vectors.length; k++) {
      sum += this.vectors[k] * reference[k];
    }
    this.offset = sum;
    this.fitting = fitting;
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    int size = in.size();
    Conformation y =
        fitting == Fitting.NONE
            ? new Conformation(in, out)
            : new Conformation(in, alignment.weights(), nearestImage, out);
    if (out.order() == 2) {
      Arrays.fill(out.curvature(), 0, size, 0);
      Arrays.fill(out.laplacian(), 0, size, 0);
    }
    Arrays.fill(out.value(), 0, size, -offset);
    if (fitting == Fitting.OPTIMAL) {
      rotated(in, out, y);
    } else {
      linear(size, out, y);
    }
  }

  private void linear(int size, DerivativeBlock out, Conformation y) {
    double[] value = out.value();
    for (int k = 0; k < vectors.length; k++) {
      double[] column = y.column(k / 3, k % 3);
      double factor = vectors[k];
      for (int j = 0; j < size; j++) {
        value[j] += factor * column[j];
      }
      if (out.order() >= 1) {
        Arrays.fill(out.gradient(), k * out.stride(), k * out.stride() + size, factor);
      }
    }
  }

  private void rotated(PointBlock in, DerivativeBlock out, Conformation y) {
    int size = in.size();
    Fit fit = new Fit(alignment, vectors, in, out, y, Conformation.scratch(in.points()));
    fit.solve(1);
    double[] value = out.value();
    for (int j = 0; j < size; j++) {
      value[j] += fit.sum()[j];
    }
    if (out.order() == 0) {
      return;
    }
    Arrays.fill(out.gradient(), 0);
    for (int k = 0; k < vectors.length; k++) {
      int row = k % 3;
      int p = k / 3;
      int to = k * out.stride();
      fit.rotation().add(row, 1, vectors, p, size, out.gradient(), to);
      double weight = alignment.weights()[p];
      fit.turning().add(row, weight, alignment.reference(), p, size, out.gradient(), to);
    }
  }
}
