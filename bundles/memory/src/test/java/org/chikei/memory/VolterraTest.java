package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.special.BesselJ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tagged atom of an infinite harmonic chain, whose correlations and kernel are Bessel
 * functions.
 */
class VolterraTest {

  /**
   * C, C′, u against ṙ and u against r̈ of a chain with ω0, without a mean force, and its kernel.
   */
  private record Chain(double[][][] correlations, double[] kernel) {
    static Chain of(double omega, double step, int lags) {
      double[][][] c = new double[4][1][lags + 1];
      double[] kernel = new double[lags + 1];
      for (int k = 0; k <= lags; k++) {
        double x = 2 * omega * k * step;
        double j0 = BesselJ.value(0, x);
        double j1 = BesselJ.value(1, x);
        c[Kernels.VV][0][k] = j0;
        c[Kernels.AV][0][k] = -2 * omega * j1;
        c[Kernels.UV][0][k] = -2 * omega * j1;
        // −C″ = (2ω)² (J0 − J1/x)
        c[Kernels.UA][0][k] = 4 * omega * omega * (k == 0 ? 0.5 : j0 - j1 / x);
        kernel[k] = k == 0 ? 2 * omega * omega : 4 * omega * omega * j1 / x;
      }
      return new Chain(c, kernel);
    }
  }

  @Test
  void kernelOfTheChainHasItsKnownValues() {
    double[] kernel = Chain.of(1, 0.5, 10).kernel;
    double[] at = {2, 1.760202, 1.153450};
    for (int k = 0; k < 3; k++) {
      assertEquals(at[k], kernel[k], 5e-7);
    }
    assertEquals(-0.066043, kernel[4], 5e-7);
    assertEquals(0.017389, kernel[10], 5e-7);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.05", "1, 0.01", "0.7, 0.05", "1.3, 0.02"})
  void exactCorrelationsGiveTheKernel(double omega, double step) {
    int lags = (int) Math.round(10 / step);
    Chain chain = Chain.of(omega, step, lags);
    Kernels kernels = Kernels.of(chain.correlations, step);
    double h = omega * step;
    double scale = omega * omega;
    // trapezoids of the first kind err by Γ(0) (2ωh)²/8 of the kernel, known as 2.5e-3 at ωh = 0.05
    double[] minus = Arrays.stream(chain.correlations[Kernels.UV][0]).map(x -> -x).toArray();
    double[] trapezoid =
        Volterra.firstKind(
            chain.correlations[Kernels.VV],
            new double[][] {minus},
            new double[] {chain.kernel[0]},
            step)[0];
    double off = farthest(trapezoid, chain.kernel) / scale;
    assertEquals(2.5e-3 * h * h / 0.0025, off, 0.3e-3 * h * h / 0.0025);
    // Gregory's rule is of fourth order, where trapezoids of the second kind err by 1.9e-3
    assertTrue(
        farthest(kernels.second()[0], chain.kernel) / scale < 1.5e-5 * Math.pow(h / 0.05, 4) + 1e-9,
        () -> "second kind " + farthest(kernels.second()[0], chain.kernel));
    double[] friction = Volterra.integral(chain.kernel, step);
    assertTrue(
        farthest(kernels.friction()[0], friction) / omega < 6e-5 * Math.pow(h / 0.05, 4) + 1e-9,
        () -> "friction " + farthest(kernels.friction()[0], friction));
  }

  @Test
  void noiseOfTheCorrelationsIsNotMadeLarger() {
    Chain chain = Chain.of(1, 0.01, 1000);
    Random random = new Random(5);
    double[][][] noisy = new double[4][1][];
    for (int p = 0; p < 4; p++) {
      noisy[p][0] =
          Arrays.stream(chain.correlations[p][0])
              .map(x -> x + 1e-4 * random.nextGaussian())
              .toArray();
    }
    double[] second = Kernels.of(noisy, 0.01).second()[0];
    double sum = 0;
    for (int k = 0; k < second.length; k++) {
      sum += Math.pow(second[k] - chain.kernel[k], 2);
    }
    double rms = Math.sqrt(sum / second.length);
    // the first kind makes 0.6 of the same noise; 1.2e-4 is what the second kind adds up to
    assertTrue(rms < 5e-4, () -> "rms " + rms);
    assertTrue(farthest(second, chain.kernel) < 1e-3, () -> "at most " + rms);
  }

  @Test
  void smoothingTakesAlternationAndKeepsCubics() {
    double[] x = new double[12];
    Arrays.setAll(x, k -> 1 + k - 0.3 * k * k + 0.02 * k * k * k);
    double[] rough = new double[12];
    Arrays.setAll(rough, k -> x[k] + (k % 2 == 0 ? 1 : -1));
    double[] smooth = Volterra.smooth(rough);
    for (int k = 2; k < 10; k++) {
      assertEquals(x[k], smooth[k], 1e-12);
    }
  }

  @Test
  void integralAndDerivativeAreExactForCubicsAndUndoEachOther() {
    double[] x = new double[9];
    Arrays.setAll(x, k -> Math.pow(0.1 * k, 3));
    double[] integral = Volterra.integral(x, 0.1);
    for (int k = 0; k < 9; k++) {
      assertEquals(Math.pow(0.1 * k, 4) / 4, integral[k], 1e-15);
    }
    double[] slope = Volterra.derivative(integral, 0.1);
    for (int k = 2; k < 7; k++) {
      assertEquals(x[k], slope[k], 1e-14);
    }
  }

  private static double farthest(double[] a, double[] b) {
    double farthest = 0;
    for (int k = 0; k < a.length; k++) {
      farthest = Math.max(farthest, Math.abs(a[k] - b[k]));
    }
    return farthest;
  }
}
