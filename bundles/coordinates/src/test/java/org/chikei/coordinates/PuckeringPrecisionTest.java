package org.chikei.coordinates;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpMath;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.parameter.ParameterException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rings that are almost flat, or almost in a chair, against arithmetic of 50 digits. */
class PuckeringPrecisionTest {
  private static final double[] MASSES = {12.01, 16, 12.01, 14.01, 12.01, 32.06};

  @ParameterizedTest
  @CsvSource({
    "5, phi, 1e-2",
    "5, phi, 1e-5",
    "5, phi, 1e-9",
    "6, phi, 1e-3",
    "6, phi, 1e-6",
    "6, phi, 1e-10",
    "6, theta, 1e-3",
    "6, theta, 1e-6",
    "6, theta, 1e-9",
    "6, amplitude, 1e-6",
    "5, amplitude, 1e-9",
    "5, phs, 1e-3",
    "5, phs, 1e-6",
    "5, phs, 1e-9",
    "5, amp, 1e-6"
  })
  void nearTheSingularPlaceNothingIsLost(int points, String component, double pucker)
      throws ParameterException {
    Random random = new Random(91);
    CollectiveVariable variable =
        Requests.variable(
            new PuckeringProvider(), Map.of("atoms", Scene.atoms(points), "component", component));
    double axial = component.equals("theta") ? 0.05 : 0;
    for (int n = 0; n < 5; n++) {
      double[][] x = ring(points, pucker, axial, random);
      // heights are rounded to 1e-16 of some 0.1 nm, and the pucker is so much smaller
      double error = 1e-15 * 0.4 / pucker;
      PreciseCheck.check(
          variable,
          y -> exact(component, y),
          x,
          Arrays.copyOf(MASSES, points),
          pucker,
          error,
          random);
    }
  }

  /** An irregular ring whose heights are known but for their last digits, near the origin. */
  private static double[][] ring(int points, double pucker, double axial, Random random) {
    double[][] x = new double[points][3];
    double phase = 0.4 + 2 * random.nextDouble(); // the seams are elsewhere
    for (int j = 0; j < points; j++) {
      double angle = 2 * Math.PI * j / points;
      x[j][0] = 0.14 * Math.cos(angle);
      x[j][1] = -0.14 * Math.sin(angle);
      x[j][2] = pucker * Math.cos(phase + 2 * angle);
      x[j][2] += points == 6 ? (j % 2 == 0 ? axial : -axial) / Math.sqrt(6) : 0;
    }
    return x;
  }

  private static Dfp exact(String component, Dfp[][] x) {
    if (component.equals("phs") || component.equals("amp")) {
      Dfp v1 = torsion(x[1], x[2], x[3], x[4]);
      Dfp v3 = torsion(x[3], x[4], x[0], x[1]);
      Dfp angle = pi().multiply(4).divide(5);
      Dfp c = v1.add(v3).divide(DfpMath.cos(angle).multiply(2));
      Dfp s = v1.subtract(v3).divide(DfpMath.sin(angle).multiply(2));
      return component.equals("phs") ? atan2(s, c) : c.multiply(c).add(s.multiply(s)).sqrt();
    }
    int points = x.length;
    Dfp[] p = sum(x, 1, true, null);
    Dfp[] q = sum(x, 1, false, null);
    Dfp[] n = cross(p, q);
    Dfp length = PreciseVectors.length(n);
    Dfp scale = number(2).divide(points).sqrt();
    Dfp s = PreciseVectors.dot(sum(x, 2, true, null), n).divide(length).multiply(scale).negate();
    Dfp c = PreciseVectors.dot(sum(x, 2, false, null), n).divide(length).multiply(scale);
    Dfp z = number(0);
    if (points == 6) {
      double[] signs = {1, -1, 1, -1, 1, -1};
      z = PreciseVectors.dot(sum(x, 0, false, signs), n).divide(length).divide(number(6).sqrt());
    }
    Dfp across = c.multiply(c).add(s.multiply(s));
    return switch (component) {
      case "phi" -> positive(atan2(s, c));
      case "theta" -> atan2(across.sqrt(), z);
      default -> across.add(z.multiply(z)).sqrt();
    };
  }

  private static Dfp[] sum(Dfp[][] x, int times, boolean sine, double[] signs) {
    Dfp[] sum = {number(0), number(0), number(0)};
    for (int j = 0; j < x.length; j++) {
      Dfp angle = pi().multiply(2 * times * j).divide(x.length);
      Dfp weight = sine ? DfpMath.sin(angle) : DfpMath.cos(angle);
      if (signs != null) {
        weight = number(signs[j]);
      }
      for (int d = 0; d < 3; d++) {
        sum[d] = sum[d].add(weight.multiply(x[j][d]));
      }
    }
    return sum;
  }

  private static Dfp torsion(Dfp[] a, Dfp[] b, Dfp[] c, Dfp[] d) {
    Dfp[] b1 = PreciseVectors.difference(a, b);
    Dfp[] b2 = PreciseVectors.difference(b, c);
    Dfp[] b3 = PreciseVectors.difference(c, d);
    Dfp sine = PreciseVectors.length(b2).multiply(PreciseVectors.dot(b1, cross(b2, b3)));
    return atan2(sine, PreciseVectors.dot(cross(b1, b2), cross(b2, b3)));
  }

  private static Dfp[] cross(Dfp[] a, Dfp[] b) {
    Dfp[] product = new Dfp[3];
    for (int d = 0; d < 3; d++) {
      int e = (d + 1) % 3;
      int f = (d + 2) % 3;
      product[d] = a[e].multiply(b[f]).subtract(a[f].multiply(b[e]));
    }
    return product;
  }

  private static Dfp atan2(Dfp y, Dfp x) {
    if (y.abs().greaterThan(x.abs())) {
      Dfp quarter = pi().divide(2);
      return (y.lessThan(number(0)) ? quarter.negate() : quarter)
          .subtract(DfpMath.atan(x.divide(y)));
    }
    Dfp angle = DfpMath.atan(y.divide(x));
    if (!x.lessThan(number(0))) {
      return angle;
    }
    return y.lessThan(number(0)) ? angle.subtract(pi()) : angle.add(pi());
  }

  private static Dfp positive(Dfp angle) {
    return angle.lessThan(number(0)) ? angle.add(pi().multiply(2)) : angle;
  }

  private static Dfp pi() {
    return Precise.FIELD.getPi();
  }

  private static Dfp number(double number) {
    return PreciseVectors.number(number);
  }
}
