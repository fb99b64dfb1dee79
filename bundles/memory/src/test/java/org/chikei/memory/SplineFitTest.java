package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SplineFitTest {

  @Test
  void findsAConditionalMeanUnderNoise() {
    Random random = new Random(4);
    int n = 200_000;
    double[] r = new double[n];
    double[] a = new double[n];
    for (int j = 0; j < n; j++) {
      r[j] = 3 * random.nextDouble() - 1.5;
      a[j] = Math.sin(3 * r[j]) + random.nextGaussian();
    }
    SplineFit fit = new SplineFit(-1.5, 1.5, 24, false, 1);
    fit.add(r, 0, n, a);
    Spline mean = fit.fit()[0];
    // 27 coefficients of 200,000 samples: 0.012 of noise a place; 4.5 of these
    for (double x = -1.4; x < 1.45; x += 0.1) {
      assertEquals(Math.sin(3 * x), mean.value(x), 0.055);
    }
    double slope = (mean.value(0.3 + 1e-6) - mean.value(0.3 - 1e-6)) / 2e-6;
    assertEquals(slope, mean.slope(0.3), 1e-7);
  }

  @Test
  void closesACircle() {
    int n = 10_000;
    double[] r = new double[n];
    double[] a = new double[n];
    for (int j = 0; j < n; j++) {
      r[j] = 2 * Math.PI * j / n - Math.PI;
      a[j] = Math.cos(r[j]);
    }
    SplineFit fit = new SplineFit(-Math.PI, Math.PI, 32, true, 1);
    fit.add(r, 0, n, a);
    Spline mean = fit.fit()[0];
    // a cubic spline with knots h apart errs by about h⁴/384; the stiffness adds about as much
    for (double x = -Math.PI; x < Math.PI; x += 0.37) {
      assertEquals(Math.cos(x), mean.value(x), 3e-4);
      assertEquals(-Math.sin(x), mean.slope(x), 1e-3);
    }
    assertEquals(mean.value(-Math.PI), mean.value(Math.PI), 1e-12);
  }
}
