package org.chikei.coordinates;

import java.util.Arrays;

/** A function of (c, s, z) with its first and second derivatives, used again and again. */
final class PuckeringFunction {
  /** What is made of the vector. */
  enum Kind {
    /** c, amplitude times cosine of the phase. */
    COSINE,
    /** s, amplitude times sine of the phase. */
    SINE,
    /** z. */
    AXIAL,
    /** The angle whose cosine and sine go with c and s, from −π to π. */
    PHASE,
    /** The length of the vector. */
    AMPLITUDE,
    /** Its angle with the z axis, from 0 to π. */
    POLAR_ANGLE
  }

  double value;
  final double[] first = new double[3];
  final double[][] second = new double[3][3];

  private final Kind kind;

  PuckeringFunction(Kind kind) {
    this.kind = kind;
  }

  /**
   * Evaluates.
   *
   * @param q the vector
   * @param floor the length below which there is no direction
   */
  void set(double[] q, double floor) {
    Arrays.fill(first, 0);
    for (double[] row : second) {
      Arrays.fill(row, 0);
    }
    switch (kind) {
      case COSINE, SINE, AXIAL -> {
        value = q[kind.ordinal()];
        first[kind.ordinal()] = 1;
      }
      case PHASE -> phase(q[0], q[1], floor);
      case AMPLITUDE -> amplitude(q, floor);
      case POLAR_ANGLE -> polarAngle(q, floor);
    }
  }

  private void phase(double c, double s, double floor) {
    double radius = Math.hypot(c, s);
    double inverse = radius > floor ? 1 / radius : Double.NaN;
    value = radius > floor ? Math.atan2(s, c) : Double.NaN;
    double x = c * inverse;
    double y = s * inverse;
    first[0] = -y * inverse;
    first[1] = x * inverse;
    second[0][0] = 2 * x * y * inverse * inverse;
    second[1][1] = -second[0][0];
    second[0][1] = (y - x) * (y + x) * inverse * inverse;
    second[1][0] = second[0][1];
  }

  private void amplitude(double[] q, double floor) {
    value = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2]);
    double inverse = value > floor ? 1 / value : Double.NaN;
    for (int a = 0; a < 3; a++) {
      first[a] = q[a] * inverse;
    }
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        second[a][b] = ((a == b ? 1 : 0) - first[a] * first[b]) * inverse;
      }
    }
  }

  /** atan2(ρ, z) with ρ = √(c² + s²); on the axis there is a value and no derivatives. */
  private void polarAngle(double[] q, double floor) {
    double radius = Math.hypot(q[0], q[1]);
    double length = Math.hypot(radius, q[2]);
    value = length > floor ? Math.atan2(radius, q[2]) : Double.NaN;
    double inverse = radius > floor ? 1 / radius : Double.NaN;
    double per = 1 / length;
    double sine = radius * per;
    double cosine = q[2] * per;
    double[] e = {q[0] * inverse, q[1] * inverse};
    double byRadius = cosine * per;
    double byRadiusTwice = -2 * cosine * sine * per * per;
    double byBoth = (sine - cosine) * (sine + cosine) * per * per;
    for (int a = 0; a < 2; a++) {
      first[a] = byRadius * e[a];
      for (int b = 0; b < 2; b++) {
        double across = (a == b ? 1 : 0) - e[a] * e[b];
        second[a][b] = byRadiusTwice * e[a] * e[b] + byRadius * across * inverse;
      }
      second[a][2] = byBoth * e[a];
      second[2][a] = second[a][2];
    }
    first[2] = -sine * per;
    second[2][2] = 2 * sine * cosine * per * per;
  }
}
