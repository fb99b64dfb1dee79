package org.chikei.coordinates;

import org.apache.commons.math3.dfp.Dfp;

/** Vectors of the arithmetic of {@link Precise}. */
final class PreciseVectors {
  private PreciseVectors() {}

  /** The vector from one point to another. */
  static Dfp[] difference(Dfp[] from, Dfp[] to) {
    return new Dfp[] {to[0].subtract(from[0]), to[1].subtract(from[1]), to[2].subtract(from[2])};
  }

  /** A scalar product. */
  static Dfp dot(Dfp[] a, Dfp[] b) {
    return a[0].multiply(b[0]).add(a[1].multiply(b[1])).add(a[2].multiply(b[2]));
  }

  /** The length of a vector. */
  static Dfp length(Dfp[] a) {
    return dot(a, a).sqrt();
  }

  /** The distance of two points. */
  static Dfp distance(Dfp[] a, Dfp[] b) {
    return length(difference(a, b));
  }

  /** A number. */
  static Dfp number(double number) {
    return Precise.FIELD.newDfp(number);
  }
}
