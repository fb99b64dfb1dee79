package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * A number that the box alone decides. It has no points, and so no gradient and no metric; in a
 * frame without a box it does not exist.
 */
final class CellQuantity extends PointVariable {

  /** What a box vectors' nine components give. */
  @FunctionalInterface
  interface Measure {
    /** The number, for the vectors a, b, c, each x, y, z. */
    double of(double[] box);
  }

  private final Measure measure;

  CellQuantity(String unit, Measure measure) {
    super(List.<Point>of(), unit);
    this.measure = measure;
  }

  @Override
  public List<String> notes() {
    return List.of(
        "a function of the box, of which velocities and forces of atoms say nothing; its kinetics"
            + " come from the series alone");
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    double[] box = new double[9];
    for (int j = 0; j < in.size(); j++) {
      double largest = 0;
      for (int k = 0; in.boxes() != null && k < 9; k++) {
        box[k] = in.boxes()[k * in.stride() + j];
        largest = Math.max(largest, Math.abs(box[k]));
      }
      out.value()[j] = largest == 0 ? Double.NaN : measure.of(box);
    }
    PairAccumulator.clearDerivatives(in, out);
  }

  /** The volume |a·(b × c)|. */
  static double volume(double[] box) {
    return Math.abs(
        box[0] * (box[4] * box[8] - box[5] * box[7])
            + box[1] * (box[5] * box[6] - box[3] * box[8])
            + box[2] * (box[3] * box[7] - box[4] * box[6]));
  }

  /** The length of a box vector. */
  static double length(double[] box, int vector) {
    return Math.sqrt(dot(box, vector, vector));
  }

  /** The angle between two box vectors; NaN where one is zero. */
  static double angle(double[] box, int one, int other) {
    int p = 3 * one;
    int q = 3 * other;
    double x = box[p + 1] * box[q + 2] - box[p + 2] * box[q + 1];
    double y = box[p + 2] * box[q] - box[p] * box[q + 2];
    double z = box[p] * box[q + 1] - box[p + 1] * box[q];
    double cross = Math.sqrt(x * x + y * y + z * z);
    double dot = dot(box, one, other);
    return cross == 0 && dot == 0 ? Double.NaN : Math.atan2(cross, dot);
  }

  private static double dot(double[] box, int one, int other) {
    double sum = 0;
    for (int d = 0; d < 3; d++) {
      sum += box[3 * one + d] * box[3 * other + d];
    }
    return sum;
  }
}
