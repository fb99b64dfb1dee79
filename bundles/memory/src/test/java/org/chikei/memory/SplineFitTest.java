package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    Spline mean = fit(SplineAxis.between(-1.5, 1.5, 24, false), r, a);
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
    Spline mean = fit(SplineAxis.between(-Math.PI, Math.PI, 32, true), r, a);
    // a cubic spline with knots h apart errs by about h⁴/384; the stiffness adds about as much
    for (double x = -Math.PI; x < Math.PI; x += 0.37) {
      assertEquals(Math.cos(x), mean.value(x), 3e-4);
      assertEquals(-Math.sin(x), mean.slope(x), 1e-3);
    }
    assertEquals(mean.value(-Math.PI), mean.value(Math.PI), 1e-12);
  }

  @Test
  void findsAMeanOfTwoCoordinatesOneOfThemOnACircle() {
    Random random = new Random(6);
    int n = 100_000;
    double[][] r = new double[2][n];
    double[] a = new double[n];
    for (int j = 0; j < n; j++) {
      r[0][j] = 2 * random.nextDouble() - 1;
      r[1][j] = Math.PI * (2 * random.nextDouble() - 1);
      a[j] = Math.sin(r[1][j] + 2 * r[0][j]) + 0.3 * random.nextGaussian();
    }
    SplineGrid grid =
        new SplineGrid(
            SplineAxis.between(-1, 1, 8, false), SplineAxis.between(-Math.PI, Math.PI, 12, true));
    double[] coefficients = SplineFit.of(grid, r, a);
    double[][] places = {{-0.9, 0, 0.3, 0.3, 0.8}, {0.1, -2, Math.PI, -Math.PI, 3}};
    double[] mean = new double[5];
    grid.evaluate(coefficients, places, 0, 5, mean);
    // 132 coefficients of 100,000 samples with noise 0.3: 0.011 a place; 5 of these
    for (int j = 0; j < 5; j++) {
      assertEquals(Math.sin(places[1][j] + 2 * places[0][j]), mean[j], 0.055);
    }
    assertEquals(mean[2], mean[3], 1e-12);
  }

  /** The sums of close knots hold those of knots farther apart, which are sums of them. */
  @ParameterizedTest
  @CsvSource({"4, 1", "2, 2", "4, 2"})
  void leavingKnotsOutOfTheSumsIsFittingWithoutThem(int coarser, int coordinates) {
    Random random = new Random(coarser);
    int n = 3000;
    double[][] r = new double[coordinates][n];
    double[][] a = new double[2][n];
    for (int j = 0; j < n; j++) {
      for (double[] along : r) {
        along[j] = Math.PI * (2 * random.nextDouble() - 1);
      }
      a[0][j] = Math.sin(r[0][j]) + random.nextGaussian();
      a[1][j] = r[coordinates - 1][j] * random.nextDouble();
    }
    SplineAxis open = SplineAxis.between(-3, 3.2, 8, false);
    SplineAxis circle = SplineAxis.between(-Math.PI, Math.PI, 8, true);
    SplineAxis[] axes = {open, circle};
    SplineGrid fine = new SplineGrid(Arrays.copyOf(axes, coordinates));
    Blocks blocks = Blocks.of(new int[] {0, 1000, n}, 100, 0);
    SplineFit fit = new SplineFit(new SplineSums(fine, r, a, blocks), coarser);
    SplineGrid coarse = fit.grid();
    assertEquals(8 / coarser, coarse.axes()[0].intervals());
    double[][][] changes = fit.changes();
    double unexplained = 0;
    for (int q = 0; q < 2; q++) {
      assertArrayEquals(SplineFit.of(coarse, r, a[q]), fit.coefficients()[q], 1e-10);
      double left = 0;
      double squares = 0;
      for (Blocks.Part part : blocks.parts()) {
        double[] mean = fit.coefficients()[q].clone();
        for (int f = 0; f < mean.length; f++) {
          mean[f] += changes[part.block()][q][f];
        }
        double[] values = new double[n];
        coarse.evaluate(mean, r, part.from(), part.to(), values);
        for (int j = part.from(); j < part.to(); j++) {
          left += (a[q][j] - values[j]) * (a[q][j] - values[j]);
          squares += a[q][j] * a[q][j];
        }
      }
      unexplained += left / squares;
    }
    assertEquals(unexplained, fit.unexplained(changes), 1e-12);
  }

  private static Spline fit(SplineAxis axis, double[] r, double[] a) {
    double[][] places = {r};
    return Spline.of(axis, SplineFit.of(new SplineGrid(axis), places, a));
  }
}
