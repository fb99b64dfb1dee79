package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.coordinates.switching.RadialFunction;

/**
 * A sum over listed pairs, each with a function of its own: Σ w (s − s_ref), or Σ [w (s − s_ref)]²,
 * the squared distance of two contact maps.
 */
final class ContactMap extends PointVariable {
  private final List<Contact> contacts;
  private final boolean nearestImage;

  ContactMap(List<Point> points, List<Contact> contacts, boolean nearestImage) {
    super(points, "");
    this.contacts = List.copyOf(contacts);
    this.nearestImage = nearestImage;
  }

  @Override
  public boolean countsSharedAtoms() {
    return true;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    PairAccumulator accumulator = new PairAccumulator(in, out, nearestImage);
    accumulator.clear();
    for (Contact contact : contacts) {
      accumulator.add(contact.from, contact.to, contact);
    }
  }

  /**
   * One pair and what it adds.
   *
   * @param from the index of the one point
   * @param to the index of the other
   * @param function the switching function s
   * @param reference s_ref
   * @param weight w
   * @param squared whether the square is added
   */
  record Contact(
      int from, int to, RadialFunction function, double reference, double weight, boolean squared)
      implements RadialFunction {

    @Override
    public double range() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public void evaluate(int size, double[] square, double[] value, double[] slope, double[] bend) {
      function.evaluate(size, square, value, slope, bend);
      for (int j = 0; j < size; j++) {
        double u = weight * (value[j] - reference);
        double factor = squared ? 2 * u * weight : weight;
        value[j] = squared ? u * u : u;
        if (bend != null) {
          double steep = squared ? 2 * weight * weight * slope[j] * slope[j] : 0;
          bend[j] = factor * bend[j] + steep;
        }
        if (slope != null) {
          slope[j] *= factor;
        }
      }
    }
  }
}
