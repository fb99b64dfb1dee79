package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LangevinRunTest {

  /** Places and velocities to begin from; the accelerations give the rate of the motion. */
  private static Motion beginnings(double omega, double square, double step, double reach) {
    int n = 1000;
    double[] r = new double[n];
    double[] v = new double[n];
    double[] a = new double[n];
    for (int j = 0; j < n; j++) {
      r[j] = reach * Math.sin(j);
      v[j] = Math.sqrt(2 * square) * Math.cos(0.7 * j);
      a[j] = omega * v[j];
    }
    return new Motion(step, Optional.empty(), new int[] {0, n}, r, v, a);
  }

  private static Spline harmonic(double omega, double reach) {
    SplineAxis axis = SplineAxis.between(-reach, reach, 20, false);
    double[] r = new double[4000];
    Arrays.setAll(r, j -> reach * (2 * (j + 0.5) / r.length - 1));
    double[] f = Arrays.stream(r).map(x -> -omega * omega * x).toArray();
    double[][] places = {r};
    return Spline.of(axis, SplineFit.of(new SplineGrid(axis), places, f));
  }

  /** r, v and z of a harmonic particle are linear: ⟨v(t) v(0)⟩ follows from their drift. */
  @ParameterizedTest
  @CsvSource({"2, 1, 3, 0.4, 0.05", "30, 0.5, 400, 0.02, 0.004"})
  void aHarmonicParticleHasItsDensityAndItsCorrelation(
      double omega, double square, double a, double tau, double step) {
    double reach = 6 * Math.sqrt(square) / omega;
    List<KernelFit.Term> terms = List.of(new KernelFit.Term(a, 0, tau, 0));
    Motion run =
        new LangevinRun(
                beginnings(Math.hypot(omega, Math.sqrt(a)), square, step, reach),
                harmonic(omega, reach),
                terms,
                5)
            .run();
    double place = Arrays.stream(run.position()).map(x -> x * x).average().orElseThrow();
    // a million frames, some tens a period of memory: under 1 % of noise, 4 of these
    assertEquals(square / (omega * omega), place, 0.03 * square / (omega * omega));
    assertEquals(square, run.squaredVelocity(), 0.02 * square);
    int lags = 60;
    double[] correlation =
        Correlations.of(
                run.starts(),
                lags,
                0,
                new double[][] {run.velocity()},
                new int[] {0},
                new int[] {0})
            .means(-1)[0];
    double[][] drift = {{0, 1, 0}, {-omega * omega, 0, 1}, {0, -a, -1 / tau}};
    int fine = 200;
    RealMatrix small = new Array2DRowRealMatrix(drift).scalarMultiply(step / fine);
    double[] state = {0, square, 0};
    for (int k = 0; k <= lags; k++) {
      assertEquals(state[1], correlation[k], 0.03 * square);
      for (int m = 0; m < fine; m++) {
        double[] first = small.operate(state);
        double[] second = small.operate(first);
        for (int i = 0; i < 3; i++) {
          state[i] += first[i] + second[i] / 2;
        }
      }
    }
  }

  @Test
  void theSeedAloneDecides() {
    Motion begin = beginnings(3, 1, 0.3, 2);
    List<KernelFit.Term> terms = List.of(new KernelFit.Term(4, 1, 0.5, 3));
    Motion first = new LangevinRun(begin, harmonic(2, 2), terms, 7).run();
    Motion again = new LangevinRun(begin, harmonic(2, 2), terms, 7).run();
    Motion other = new LangevinRun(begin, harmonic(2, 2), terms, 8).run();
    assertArrayEquals(first.position(), again.position());
    assertNotEquals(first.position()[1000], other.position()[1000]);
  }
}
