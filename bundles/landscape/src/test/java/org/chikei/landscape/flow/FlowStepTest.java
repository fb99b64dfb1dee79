package org.chikei.landscape.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.NoSampleFailure;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.GridSums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fields f = −B r on Gaussian samples, in closed form: with S = ½(Hess Vm) and v = −ΣA r, A
 * antisymmetric, and their polar cousins.
 */
class FlowStepTest {
  private static final int FRAMES = 400_000;

  private static Map<String, Object> settings(Object... more) {
    return Runs.defaults(more);
  }

  private static StepResult run(
      String unit, Map<String, Object> settings, Set<Kinetics> kinetics, SampleTable samples)
      throws Exception {
    CoordinateInfo q = Runs.coordinate(unit, null);
    return Runs.run(
        new FlowStep(), List.of(q, q), settings, 1, kinetics, null, Runs.SLICE, samples);
  }

  /** Gaussian samples of covariance sigma, in units of 1/scale, f = −B r, ⟨ṘṘᵀ⟩ = diag(d). */
  private static SampleTable linear(
      int frames, double[] b, double[] sigma, double[] d, double scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] c = new double[7][frames];
    double l = Math.sqrt(sigma[2] - sigma[1] * sigma[1] / sigma[0]);
    for (int j = 0; j < frames; j++) {
      double first = GaussianSystem.gauss(random);
      double x = Math.sqrt(sigma[0]) * first;
      double y = sigma[1] / Math.sqrt(sigma[0]) * first + l * GaussianSystem.gauss(random);
      c[0][j] = scale * x;
      c[1][j] = scale * y;
      c[2][j] = -scale * (b[0] * x + b[1] * y);
      c[3][j] = -scale * (b[2] * x + b[3] * y);
      c[4][j] = scale * scale * d[0];
      c[6][j] = scale * scale * d[1];
    }
    return new SampleTable(frames)
        .withValues(0, c[0])
        .withValues(1, c[1])
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, c[2])
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 1, c[3])
        .withMetric(0, 0, c[4])
        .withMetric(0, 1, c[5])
        .withMetric(1, 1, c[6]);
  }

  private static double[] fit(
      StepResult result, String name, double floor, UnaryOperator<double[]> functions) {
    return LeastSquares.fit(result, 2, name, floor, 100, functions);
  }

  private static double[] quadratic(double[] r) {
    return new double[] {1, r[0], r[1], r[0] * r[0] / 2, r[0] * r[1], r[1] * r[1] / 2};
  }

  private static double[] plane(double[] r) {
    return new double[] {1, r[0], r[1]};
  }

  private static double share(StepResult result, String which) {
    return ((Quantity) result.fields().get(which)).value();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, -0.5, 1.5, 1, 0.3, 0.5",
    "1, 0.5, -0.5, 1, 1, 0, 1",
    "3, -1, 2, 1, 0.4, -0.2, 0.9"
  })
  void partsALinearFieldAsItsClosedFormDoes(
      double b11, double b12, double b21, double b22, double s11, double s12, double s22)
      throws Exception {
    double[] b = {b11, b12, b21, b22};
    double[] sigma = {s11, s12, s22};
    StepResult result =
        run(
            "",
            settings("bins", List.of(40L, 40L), "mass-matrix", "identity"),
            Set.of(Kinetics.MOMENTUM_AVERAGED),
            linear(FRAMES, b, sigma, new double[] {1, 1}, 1, 4));
    double a = (b12 - b21) / (s11 + s22);
    // v = −ΣA r with A = a[[0, 1], [−1, 0]], Hess Vm = B − ΣA
    double[] sa = {-s12 * a, s11 * a, -s22 * a, s12 * a};
    double[] vm = fit(result, "Vm", 100, FlowStepTest::quadratic);
    double[] va = fit(result, "v_a", 100, FlowStepTest::plane);
    double[] vb = fit(result, "v_b", 100, FlowStepTest::plane);
    // a sampled covariance is off by 1/√n, a share of 0.002; the rest is what bins leave
    double size = 0.02 * Math.max(Math.max(Math.abs(b11), Math.abs(b22)), Math.abs(a));
    assertEquals(b11 - sa[0], vm[3], size);
    assertEquals(b12 - sa[1], vm[4], size);
    assertEquals(b22 - sa[3], vm[5], size);
    assertEquals(-sa[0], va[1], size);
    assertEquals(-sa[1], va[2], size);
    assertEquals(-sa[2], vb[1], size);
    assertEquals(-sa[3], vb[2], size);
    assertTrue((Double) result.fields().get("remaining_divergence") < 1e-8);
    // ∫ρ v² = tr(ΣAΣAᵀΣ …): by the moments of a Gaussian
    double flow = moment(sa, sigma);
    double whole = moment(b, sigma);
    assertEquals(flow / whole, share(result, "share_of_flow"), 0.02 * flow / whole + 1e-4);
    assertTrue(result.headline().contains("has a flow"), result.headline());
  }

  /** ⟨|Mr|²⟩ over a Gaussian. */
  private static double moment(double[] m, double[] s) {
    double sum = 0;
    for (int row = 0; row < 4; row += 2) {
      sum +=
          m[row] * m[row] * s[0] + 2 * m[row] * m[row + 1] * s[1] + m[row + 1] * m[row + 1] * s[2];
    }
    return sum;
  }

  /** ρ = e^−G with G = ½ rᵀKr, ⟨ṘṘᵀ⟩ = diag(1, 2): f = −diag(1, 2) K r. */
  private static SampleTable metric(double scale) {
    double det = 1 - 0.36;
    return linear(
        FRAMES,
        new double[] {1, 0.6, 1.2, 2},
        new double[] {1 / det, -0.6 / det, 1 / det},
        new double[] {1, 2},
        scale,
        9);
  }

  @Test
  void takesAMetricForNoFlow() throws Exception {
    StepResult mean =
        run(
            "nm",
            settings("bins", List.of(40L, 40L)),
            Set.of(Kinetics.MOMENTUM_AVERAGED),
            metric(1));
    double whitened = share(mean, "share_of_flow");
    double plain = share(mean, "share_of_flow_identity");
    // the flow that the metric makes with M* = 1, by the moments of a Gaussian
    double det = 1 - 0.36;
    double[] sigma = {1 / det, -0.6 / det, 1 / det};
    double[] v = {0.18, 0.3, -0.3, -0.18};
    double exact = moment(v, sigma) / moment(new double[] {1, 0.6, 1.2, 2}, sigma);
    assertEquals(exact, plain, 0.02 * exact);
    assertTrue(whitened < 0.01 * plain, whitened + " of " + plain);
    assertTrue(mean.headline().contains("the metric alone makes that"), mean.headline());
    double[] vm = fit(mean, "Vm", 100, FlowStepTest::quadratic);
    double[] expected = {1, 0.6, 1};
    for (int c = 0; c < 3; c++) {
      assertEquals(expected[c], vm[3 + c], 0.02);
    }
    assertEquals(1.0, (Double) ((Map<?, ?>) mean.fields().get("condition")).get("p_value"));
    StepResult one =
        run(
            "nm",
            settings("bins", List.of(40L, 40L), "mass-matrix", "identity"),
            Set.of(Kinetics.MOMENTUM_AVERAGED),
            metric(1));
    double[] hessian = fit(one, "Vm", 100, FlowStepTest::quadratic);
    double[] va = fit(one, "v_a", 100, FlowStepTest::plane);
    double[] vb = fit(one, "v_b", 100, FlowStepTest::plane);
    double[] exactHessian = {1.18, 0.9, 1.82};
    for (int c = 0; c < 3; c++) {
      assertEquals(exactHessian[c], hessian[3 + c], 0.02);
    }
    assertEquals(0.18, va[1], 0.01);
    assertEquals(0.3, va[2], 0.01);
    assertEquals(-0.3, vb[1], 0.01);
    assertEquals(-0.18, vb[2], 0.01);
  }

  @Test
  void doesNotAskWhetherLengthsAreInNanometresOrAngstroms() throws Exception {
    List<Object> small = List.of(List.of(-4.0, 4.0), List.of(-4.0, 4.0));
    List<Object> large = List.of(List.of(-40.0, 40.0), List.of(-40.0, 40.0));
    Set<Kinetics> kinetics = Set.of(Kinetics.MOMENTUM_AVERAGED);
    List<Long> bins = List.of(37L, 41L);
    double[] b = {2, 1, -0.5, 1.5};
    double[] sigma = {1, 0.3, 0.5};
    double[] d = {1, 2};
    StepResult nm =
        run(
            "nm",
            settings("bins", bins, "range", small),
            kinetics,
            linear(50_000, b, sigma, d, 1, 5));
    StepResult angstrom =
        run(
            "A",
            settings("bins", bins, "range", large),
            kinetics,
            linear(50_000, b, sigma, d, 10, 5));
    double[] x = Runs.column(nm, "Vm");
    double[] y = Runs.column(angstrom, "Vm");
    double[] u = Runs.column(nm, "v_a");
    double[] w = Runs.column(angstrom, "v_a");
    int compared = 0;
    for (int k = 0; k < x.length; k++) {
      assertEquals(Double.isNaN(x[k]), Double.isNaN(y[k]));
      if (!Double.isNaN(x[k])) {
        // bins border at the same samples but for rounding
        assertEquals(x[k], y[k], 1e-6 * (1 + x[k]));
        assertEquals(10 * u[k], w[k], 1e-5);
        compared++;
      }
    }
    assertTrue(compared > 200);
    assertEquals(share(nm, "share_of_flow"), share(angstrom, "share_of_flow"), 1e-7);
  }

  /** A particle of mass 1 in V = ½r² + tilt x, seen in r and θ: noise in what is averaged. */
  private static SampleTable polar(int frames, double tilt, boolean direct, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] c = new double[9][frames];
    for (int j = 0; j < frames; j++) {
      double x = GaussianSystem.gauss(random) - tilt;
      double y = GaussianSystem.gauss(random);
      double u = GaussianSystem.gauss(random);
      double v = GaussianSystem.gauss(random);
      double r = Math.hypot(x, y);
      c[0][j] = r;
      c[1][j] = Math.atan2(y, x);
      double radial = -r - tilt * x / r;
      double turning = tilt * y / r;
      double vr = (x * u + y * v) / r;
      double vt = (x * v - y * u) / r;
      c[2][j] = radial + (direct ? vt * vt / r : 1 / r);
      c[3][j] = turning / r - (direct ? 2 * vr * vt / (r * r) : 0);
      c[4][j] = 1;
      c[6][j] = 1 / (r * r);
      c[7][j] = vr;
      c[8][j] = vt / r;
    }
    return new SampleTable(frames)
        .withValues(0, c[0])
        .withValues(1, c[1])
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, c[2])
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 1, c[3])
        .withAccelerations(Kinetics.DIRECT, 0, c[2])
        .withAccelerations(Kinetics.DIRECT, 1, c[3])
        .withVelocities(Kinetics.DIRECT, 0, c[7])
        .withVelocities(Kinetics.DIRECT, 1, c[8])
        .withMetric(0, 0, c[4])
        .withMetric(0, 1, c[5])
        .withMetric(1, 1, c[6]);
  }

  private static StepResult polarRun(SampleTable samples, Kinetics kinetics, Object... more)
      throws Exception {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "range",
                List.of(List.of(0.5, 3.5), List.of(-Math.PI, Math.PI)),
                "bins",
                List.of(40L, 36L),
                "mass-matrix",
                "identity"));
    all.addAll(List.of(more));
    return Runs.run(
        new FlowStep(),
        List.of(Runs.coordinate("nm", null), Runs.coordinate("rad", Period.TURN)),
        settings(all.toArray()),
        1,
        Set.of(kinetics),
        null,
        Runs.SLICE,
        samples);
  }

  @Test
  void seesAFlowInPolarCoordinatesAtEquilibrium() throws Exception {
    double tilt = 0.7;
    StepResult result = polarRun(polar(1_000_000, tilt, false, 6), Kinetics.MOMENTUM_AVERAGED);
    double[] a = Runs.column(result, "a");
    double[] b = Runs.column(result, "b");
    double[] count = Runs.column(result, "count");
    double[] fa = Runs.column(result, "f_a");
    double[] fb = Runs.column(result, "f_b");
    double[] va = Runs.column(result, "v_a");
    double[] vb = Runs.column(result, "v_b");
    double[] errorA = Runs.column(result, "v_a_err");
    double[] errorB = Runs.column(result, "v_b_err");
    double[] exact = polarPotential(tilt);
    int cells = 0;
    int beyond = 0;
    double off = 0;
    double size = 0;
    for (int k = 0; k < a.length; k++) {
      if (count[k] < 100) {
        continue;
      }
      double wantedA = 1 / a[k] - a[k] - tilt * Math.cos(b[k]);
      double wantedB = tilt * Math.sin(b[k]) / a[k];
      assertEquals(wantedA, fa[k], 0.01);
      assertEquals(wantedB, fb[k], 0.01);
      double[] gradient = gradient(exact, a[k], b[k]);
      double dx = va[k] - (wantedA + gradient[0]);
      double dy = vb[k] - (wantedB + gradient[1]);
      // what the errors say is chance is taken off
      double chance = errorA[k] * errorA[k] + errorB[k] * errorB[k];
      off += count[k] * (dx * dx + dy * dy - chance);
      cells += 2;
      beyond += Math.abs(dx) > 3 * errorA[k] + 5e-3 ? 1 : 0;
      beyond += Math.abs(dy) > 3 * errorB[k] + 5e-3 ? 1 : 0;
      size += count[k] * (va[k] * va[k] + vb[k] * vb[k]);
    }
    assertTrue(off / size < 0.02 * 0.02, "v is off by the root of " + off / size);
    assertTrue(cells > 1000 && beyond < 0.01 * cells, beyond + " of " + cells);
    assertTrue(result.headline().contains("has a flow"), result.headline());
  }

  // Vm of the polar case by finite volumes on a grid several times as fine as the step's bins
  private static final int RADII = 240;
  private static final int ANGLES = 144;

  /** Solves ∇·(ρ∇V) = −∇·(ρf) on the ring, with V at the centres and f on the faces. */
  private static double[] polarPotential(double tilt) {
    double h = 3.0 / RADII;
    double t = 2 * Math.PI / ANGLES;
    double[] v = new double[RADII * ANGLES];
    double[] right = new double[v.length];
    double[][] east = new double[RADII][ANGLES];
    double[][] north = new double[RADII][ANGLES];
    for (int i = 0; i < RADII; i++) {
      for (int k = 0; k < ANGLES; k++) {
        double r = 0.5 + (i + 0.5) * h;
        double angle = -Math.PI + (k + 0.5) * t;
        double edge = 0.5 + (i + 1) * h;
        double next = -Math.PI + (k + 1) * t;
        east[i][k] = i + 1 < RADII ? density(edge, angle, tilt) / (h * h) : 0;
        north[i][k] = density(r, next, tilt) / (t * t);
        double fluxEast = east[i][k] * h * (1 / edge - edge - tilt * Math.cos(angle));
        double fluxNorth = north[i][k] * t * tilt * Math.sin(next) / r;
        right[i * ANGLES + k] += fluxEast;
        right[i * ANGLES + (k + 1) % ANGLES] -= fluxNorth;
        right[i * ANGLES + k] += fluxNorth;
        if (i + 1 < RADII) {
          right[(i + 1) * ANGLES + k] -= fluxEast;
        }
      }
    }
    return conjugate(right, v, east, north);
  }

  private static double density(double r, double angle, double tilt) {
    return r * Math.exp(-r * r / 2 - tilt * r * Math.cos(angle));
  }

  private static double[] apply(double[] v, double[][] east, double[][] north, double[] diagonal) {
    double[] out = new double[v.length];
    for (int i = 0; i < RADII; i++) {
      for (int k = 0; k < ANGLES; k++) {
        int cell = i * ANGLES + k;
        int up = i * ANGLES + (k + 1) % ANGLES;
        double flow = north[i][k] * (v[cell] - v[up]);
        out[cell] += flow;
        out[up] -= flow;
        diagonal[cell] += north[i][k];
        diagonal[up] += north[i][k];
        if (i + 1 < RADII) {
          flow = east[i][k] * (v[cell] - v[cell + ANGLES]);
          out[cell] += flow;
          out[cell + ANGLES] -= flow;
          diagonal[cell] += east[i][k];
          diagonal[cell + ANGLES] += east[i][k];
        }
      }
    }
    return out;
  }

  /** Conjugate gradients with the diagonal. */
  private static double[] conjugate(double[] right, double[] v, double[][] east, double[][] north) {
    double[] diagonal = new double[v.length];
    apply(v, east, north, diagonal);
    double[] rest = new double[v.length];
    double[] direction = new double[v.length];
    double old = 0;
    for (int c = 0; c < v.length; c++) {
      rest[c] = right[c];
      direction[c] = rest[c] / diagonal[c];
      old += rest[c] * direction[c];
    }
    double first = old;
    for (int round = 0; round < 4000 && old > 1e-22 * first; round++) {
      double[] image = apply(direction, east, north, new double[v.length]);
      double along = 0;
      for (int c = 0; c < v.length; c++) {
        along += direction[c] * image[c];
      }
      double step = old / along;
      double next = 0;
      for (int c = 0; c < v.length; c++) {
        v[c] += step * direction[c];
        rest[c] -= step * image[c];
        next += rest[c] * rest[c] / diagonal[c];
      }
      for (int c = 0; c < v.length; c++) {
        direction[c] = rest[c] / diagonal[c] + next / old * direction[c];
      }
      old = next;
    }
    return v;
  }

  /** ∇V at a place, by differences of the fine grid. */
  private static double[] gradient(double[] v, double r, double angle) {
    double x = (r - 0.5) / 3 * RADII - 0.5;
    double y = (angle + Math.PI) / (2 * Math.PI) * ANGLES - 0.5;
    double h = 3.0 / RADII;
    double t = 2 * Math.PI / ANGLES;
    return new double[] {
      (at(v, x + 1, y) - at(v, x - 1, y)) / (2 * h), (at(v, x, y + 1) - at(v, x, y - 1)) / (2 * t)
    };
  }

  private static double at(double[] v, double x, double y) {
    int i = Math.max(0, Math.min(RADII - 2, (int) Math.floor(x)));
    int k = (int) Math.floor(y);
    double s = x - i;
    double u = y - k;
    int low = Math.floorMod(k, ANGLES);
    int high = Math.floorMod(k + 1, ANGLES);
    return (1 - s) * ((1 - u) * v[i * ANGLES + low] + u * v[i * ANGLES + high])
        + s * ((1 - u) * v[(i + 1) * ANGLES + low] + u * v[(i + 1) * ANGLES + high]);
  }

  @Test
  void seesThatSquaredVelocitiesChangeAndThatChingsFormulaHolds() throws Exception {
    StepResult result =
        polarRun(polar(400_000, 0.7, true, 8), Kinetics.DIRECT, "mass-matrix", "mean");
    double p = (Double) ((Map<?, ?>) result.fields().get("condition")).get("p_value");
    assertTrue(p < 1e-6, "p = " + p);
    // D_θθ = kT/r² changes, and Vm leaves G by more than kT where r is small
    assertEquals("differ", result.fields().get("verdict"));
    assertTrue(result.headline().contains("G and Vm differ: <v v'; r> changes"), result.headline());
    Map<?, ?> current = (Map<?, ?>) result.fields().get("current");
    assertTrue((Double) current.get("p_value") > 1e-4, current.toString());
    assertTrue(result.headline().contains("No current is seen"), result.headline());
    double[] g = Runs.column(result, "G_ching");
    double[] error = Runs.column(result, "G_ching_err");
    double[] a = Runs.column(result, "a");
    double[] b = Runs.column(result, "b");
    double[] count = Runs.column(result, "count");
    double mean = 0;
    double whole = 0;
    for (int k = 0; k < g.length; k++) {
      if (!Double.isNaN(g[k])) {
        mean += count[k] * (g[k] + Math.log(density(a[k], b[k], 0.7)));
        whole += count[k];
      }
    }
    int compared = 0;
    int beyond = 0;
    for (int k = 0; k < g.length; k++) {
      if (count[k] > 200) {
        double off = g[k] + Math.log(density(a[k], b[k], 0.7)) - mean / whole;
        compared++;
        beyond += Math.abs(off) > 3 * error[k] + 0.01 ? 1 : 0;
      }
    }
    assertTrue(compared > 300 && beyond < 0.02 * compared, beyond + " of " + compared);
  }

  /** A current u = turn (−y, x) with Maxwellian velocities around it. */
  private static SampleTable turning(int frames, double turn, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] c = new double[6][frames];
    for (int j = 0; j < frames; j++) {
      double x = GaussianSystem.gauss(random);
      double y = GaussianSystem.gauss(random);
      c[0][j] = x;
      c[1][j] = y;
      c[2][j] = GaussianSystem.gauss(random) - turn * y;
      c[3][j] = GaussianSystem.gauss(random) + turn * x;
      c[4][j] = -x - turn * y;
      c[5][j] = -y + turn * x;
    }
    double[] none = new double[frames];
    Arrays.fill(none, Double.NaN);
    return new SampleTable(frames)
        .withValues(0, c[0])
        .withValues(1, c[1])
        .withVelocities(Kinetics.DIRECT, 0, c[2])
        .withVelocities(Kinetics.DIRECT, 1, c[3])
        .withAccelerations(Kinetics.DIRECT, 0, c[4])
        .withAccelerations(Kinetics.DIRECT, 1, c[5])
        .withMetric(0, 0, none)
        .withMetric(0, 1, none)
        .withMetric(1, 1, none);
  }

  /**
   * f = −r with noise, from wells of several stiffnesses k in turn, weighed to be those of k = 1.
   */
  private static SampleTable biased(int frames, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] c = new double[6][frames];
    double[] weights = new double[frames];
    for (int j = 0; j < frames; j++) {
      double k = 0.3 + 2.1 * ((j / 50) % 4) / 3;
      double square = 0;
      for (int a = 0; a < 2; a++) {
        c[a][j] = GaussianSystem.gauss(random) / Math.sqrt(k);
        c[2 + a][j] = GaussianSystem.gauss(random);
        c[4 + a][j] = -c[a][j] + 3 * GaussianSystem.gauss(random);
        square += c[a][j] * c[a][j];
      }
      weights[j] = Math.exp(-(1 - k) * square / 2) / k;
    }
    double[] none = new double[frames];
    Arrays.fill(none, Double.NaN);
    SampleTable table = new SampleTable(frames).withWeights(weights);
    for (int a = 0; a < 2; a++) {
      table
          .withValues(a, c[a])
          .withVelocities(Kinetics.DIRECT, a, c[2 + a])
          .withAccelerations(Kinetics.DIRECT, a, c[4 + a]);
    }
    return table.withMetric(0, 0, none).withMetric(0, 1, none).withMetric(1, 1, none);
  }

  private static StepResult runBiased(boolean biasAlong) throws Exception {
    CoordinateInfo q = Runs.coordinate("", null);
    return Runs.run(
        new FlowStep(),
        List.of(q, q),
        settings(
            "bins", List.of(20L, 20L), "range", List.of(List.of(-2.5, 2.5), List.of(-2.5, 2.5))),
        1,
        Set.of(Kinetics.DIRECT),
        null,
        Runs.SLICE,
        null,
        biasAlong,
        biased(80_000, 4));
  }

  @Test
  void aBiasAlongBothCoordinatesLeavesMeansUnweightedAndThemMoreCertain() throws Exception {
    StepResult plain = runBiased(true);
    StepResult weighted = runBiased(false);
    double[] a = Runs.column(plain, "a");
    double[] b = Runs.column(plain, "b");
    double[] vm = Runs.column(plain, "Vm");
    double[] f = Runs.column(plain, "f_a");
    double[] error = Runs.column(plain, "f_a_err");
    double[] other = Runs.column(weighted, "f_a_err");
    double ratio = 0;
    int known = 0;
    int far = 0;
    for (int k = 0; k < a.length; k++) {
      if (error[k] > 0 && other[k] > 0) {
        ratio += error[k] / other[k];
        known++;
        far += Math.abs(f[k] + a[k]) > 3 * error[k] ? 1 : 0;
      }
    }
    assertTrue(known > 250);
    assertTrue(ratio / known < 0.9, "errors are " + ratio / known + " of those of weighted means");
    // 0.3 % by chance; cells share the noise of their blocks
    assertTrue(far <= 0.01 * known, far + " of " + known + " further than 3 errors");
    assertArrayEquals(Runs.column(weighted, "G"), Runs.column(plain, "G"), 1e-9);
    double[] vmError = Runs.column(plain, "Vm_err");
    double[] rho = Runs.column(plain, "rho");
    double mean = 0;
    double whole = 0;
    for (int k = 0; k < a.length; k++) {
      if (vmError[k] > 0) {
        mean += rho[k] * (vm[k] - (a[k] * a[k] + b[k] * b[k]) / 2);
        whole += rho[k];
      }
    }
    for (int k = 0; k < a.length; k++) {
      if (vmError[k] > 0) {
        double exact = (a[k] * a[k] + b[k] * b[k]) / 2 + mean / whole;
        assertEquals(exact, vm[k], 4.5 * vmError[k]);
      }
    }
    List<?> mass = (List<?>) ((List<?>) plain.fields().get("mass_matrix")).get(0);
    assertEquals(1, (Double) mass.get(0), 0.02);
    assertEquals(0, (Double) mass.get(1), 0.02);
    assertTrue(plain.headline().contains("is a gradient within its error"), plain.headline());
    assertEquals(
        "unweighted, since the bias is a function of the coordinates",
        ((Map<?, ?>) plain.fields().get("kinetics")).get("means"));
  }

  @Test
  void tellsACurrentFromAnEquilibrium() throws Exception {
    Set<Kinetics> direct = Set.of(Kinetics.DIRECT);
    Map<String, Object> settings = settings("bins", List.of(30L, 30L));
    StepResult turning = run("", settings, direct, turning(200_000, 0.2, 3));
    assertTrue(turning.headline().contains("not at equilibrium"), turning.headline());
    assertTrue(turning.warnings().get(0).contains("not at"), turning.warnings().toString());
    double strength = (Double) ((Map<?, ?>) turning.fields().get("current")).get("strength");
    // ⟨u²⟩ = turn² ⟨r²⟩, ⟨Ṙ²⟩ = 2 + ⟨u²⟩
    assertEquals(Math.sqrt(0.08 / 2.08), strength, 0.01);
    StepResult still = run("", settings, direct, turning(200_000, 0, 3));
    assertTrue(still.headline().contains("No current is seen"), still.headline());
    assertTrue(still.headline().contains("is a gradient within its error"), still.headline());
  }

  @Test
  void aCurrentIsSeenHoweverTheRunIsCutIntoSegments() throws Exception {
    // blocks of such segments come to differ twofold in length
    SampleTable[] segments = new SampleTable[1500];
    for (int k = 0; k < segments.length; k++) {
      segments[k] = turning(100, 0.2, 50 + k);
    }
    CoordinateInfo q = Runs.coordinate("", null);
    StepResult result =
        Runs.run(
            new FlowStep(),
            List.of(q, q),
            settings(
                "bins",
                List.of(30L, 30L),
                "range",
                List.of(List.of(-4.0, 4.0), List.of(-4.0, 4.0))),
            1,
            Set.of(Kinetics.DIRECT),
            null,
            Runs.SLICE,
            segments);
    assertTrue(result.headline().contains("not at equilibrium"), result.headline());
  }

  @Test
  void testsKeepTheirSize() throws Exception {
    int seeds = Integer.getInteger("chikei.coverage", 60);
    int changes = 0;
    int currents = 0;
    for (int seed = 0; seed < seeds; seed++) {
      StepResult result =
          run(
              "",
              settings("bins", List.of(16L, 16L)),
              Set.of(Kinetics.DIRECT),
              turning(10_000, 0, 100 + seed));
      double p = (Double) ((Map<?, ?>) result.fields().get("condition")).get("p_value");
      changes += p < 0.05 ? 1 : 0;
      p = (Double) ((Map<?, ?>) result.fields().get("current")).get("p_value");
      currents += p < 0.05 ? 1 : 0;
    }
    // 5 % with three standard errors of a binomial
    double most = 0.05 * seeds + 3 * Math.sqrt(seeds * 0.05 * 0.95);
    System.out.printf("flow: false alarms %d and %d of %d%n", changes, currents, seeds);
    assertTrue(changes <= most, changes + " false alarms of a change");
    assertTrue(currents <= most, currents + " false alarms of a current");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "60, true"})
  void saysWhereTheCheckByChingsDensityIsBlunt(double noise, boolean blunt) throws Exception {
    SampleTable samples = turning(20_000, 0, 3);
    SplittableRandom random = new SplittableRandom(4);
    for (int c = 0; c < 2; c++) {
      double[] f = samples.accelerations(Kinetics.DIRECT, c);
      for (int j = 0; j < f.length; j++) {
        f[j] += noise * GaussianSystem.gauss(random);
      }
    }
    StepResult result =
        run("", settings("bins", List.of(20L, 20L)), Set.of(Kinetics.DIRECT), samples);
    assertEquals(
        blunt,
        result.warnings().stream().anyMatch(w -> w.contains("blunt: noise alone makes")),
        result.warnings()::toString);
  }

  @Test
  void errorsCoverTheTruth() throws Exception {
    int seeds = Integer.getInteger("chikei.coverage", 60);
    int[] within = new int[3];
    int[] all = new int[3];
    String[] names = {"f_a", "D_aa", "v_b"};
    int shares = 0;
    double sum = 0;
    double sigma = 0;
    // f = −(1 + i turn) r with noise in f. On the whole plane the flow's share is turn²/(1 +
    // turn²);
    // on the ragged region that is sampled it is what the same frames give without the noise
    double turn = 0.5;
    Map<String, Object> grid =
        settings(
            "bins", List.of(16L, 16L), "range", List.of(List.of(-4.0, 4.0), List.of(-4.0, 4.0)));
    for (int seed = 0; seed < seeds; seed++) {
      SampleTable samples = turning(40_000, turn, 500 + seed);
      StepResult exactly = run("", grid, Set.of(Kinetics.DIRECT), samples);
      SplittableRandom random = new SplittableRandom(seed);
      for (int c = 0; c < 2; c++) {
        double[] f = samples.accelerations(Kinetics.DIRECT, c);
        for (int j = 0; j < f.length; j++) {
          f[j] += 2 * GaussianSystem.gauss(random);
        }
      }
      StepResult result = run("", grid, Set.of(Kinetics.DIRECT), samples);
      double[] a = Runs.column(result, "a");
      double[] b = Runs.column(result, "b");
      double[] count = Runs.column(result, "count");
      for (int n = 0; n < names.length; n++) {
        double[] y = Runs.column(result, names[n]);
        double[] e = Runs.column(result, names[n] + "_err");
        for (int k = 0; k < y.length; k++) {
          double exact =
              n == 0 ? -a[k] - turn * b[k] : n == 1 ? 1 + turn * turn * b[k] * b[k] : turn * a[k];
          if (count[k] > 150) {
            all[n]++;
            within[n] += Math.abs(y[k] - exact) < 1.96 * e[k] ? 1 : 0;
          }
        }
      }
      Quantity share = (Quantity) result.fields().get("share_of_flow");
      sum += share.value() / seeds;
      sigma += share.error() / seeds;
      double exact = share(exactly, "share_of_flow");
      // the ragged edge takes 0.003 of it at 40,000 frames, 0.001 at 160,000
      assertEquals(turn * turn / (1 + turn * turn), exact, 0.006);
      shares += Math.abs(share.value() - exact) < 1.96 * share.error() ? 1 : 0;
    }
    System.out.printf(
        "flow: 95 %% intervals hold f_a %.3f, D_aa %.3f, v_b %.3f, share %.3f (mean %.5f, error %.5f)%n",
        (double) within[0] / all[0],
        (double) within[1] / all[1],
        (double) within[2] / all[2],
        (double) shares / seeds,
        sum,
        sigma);
    for (int n = 0; n < names.length; n++) {
      // 93–97 %, and cells of one run are not independent of each other
      assertEquals(0.95, (double) within[n] / all[n], 0.02 + 0.08 / Math.sqrt(seeds), names[n]);
    }
    assertEquals(0.95, (double) shares / seeds, 0.02 + 3 * Math.sqrt(0.0475 / seeds));
  }

  @Test
  void keepsPiecesThatDoNotTouchApart() throws Exception {
    int frames = 40_000;
    SplittableRandom random = new SplittableRandom(2);
    SampleTable samples =
        linear(
            frames, new double[] {1, 0, 0, 1}, new double[] {1, 0, 1}, new double[] {1, 1}, 1, 2);
    double[] x = samples.values(0);
    for (int j = 0; j < frames; j++) {
      x[j] = 0.2 * x[j] + (random.nextBoolean() ? 2 : -2);
    }
    StepResult result =
        run("", settings("bins", List.of(40L, 40L)), Set.of(Kinetics.MOMENTUM_AVERAGED), samples);
    assertEquals(2, result.fields().get("pieces"));
    assertTrue(result.warnings().get(0).contains("2 pieces"), result.warnings().toString());
    double[] piece = Runs.column(result, "piece");
    double[] vm = Runs.column(result, "Vm");
    double[] low = {9, 9};
    for (int k = 0; k < vm.length; k++) {
      assertEquals(Double.isNaN(piece[k]), Double.isNaN(vm[k]));
      if (piece[k] > 0) {
        low[(int) piece[k] - 1] = Math.min(low[(int) piece[k] - 1], vm[k]);
      }
    }
    assertEquals(0, low[0]);
    assertEquals(0, low[1]);
  }

  @Test
  void givesFreeEnergyAloneWithoutKinetics() throws Exception {
    SampleTable samples =
        linear(5_000, new double[] {1, 0, 0, 1}, new double[] {1, 0, 1}, new double[] {1, 1}, 1, 2);
    StepResult result = run("", settings("bins", List.of(10L, 10L)), Set.of(), samples);
    assertTrue(result.headline().startsWith("Nothing is known of a flow"), result.headline());
    for (double value : Runs.column(result, "Vm")) {
      assertTrue(Double.isNaN(value));
    }
    double lowest = 1;
    for (double value : Runs.column(result, "G")) {
      lowest = value < lowest ? value : lowest;
    }
    assertEquals(0, lowest);
  }

  @Test
  void refusesWhatMakesNoPlane() {
    SampleTable samples =
        linear(5_000, new double[] {1, 0, 0, 1}, new double[] {1, 0, 1}, new double[] {1, 1}, 1, 2);
    double[] one = samples.metric(0, 0);
    samples.withMetric(0, 1, one).withMetric(1, 1, one);
    StepFailure failure =
        assertThrows(
            StepFailure.class,
            () -> run("", settings(), Set.of(Kinetics.MOMENTUM_AVERAGED), samples));
    assertTrue(failure.getMessage().contains("move together"), failure.getMessage());
    assertThrows(
        NoSampleFailure.class,
        () ->
            run(
                "",
                settings("range", List.of(List.of(50.0, 60.0), List.of(0.0, 1.0))),
                Set.of(Kinetics.MOMENTUM_AVERAGED),
                samples));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2 3 1", "1 2 2 1", "-1 0 0 -1"})
  void refusesAMatrixThatIsNoMass(String numbers) {
    String[] n = numbers.split(" ");
    List<Object> matrix =
        List.of(
            List.of(Double.valueOf(n[0]), Double.valueOf(n[1])),
            List.of(Double.valueOf(n[2]), Double.valueOf(n[3])));
    ParameterException refusal =
        assertThrows(
            ParameterException.class,
            () ->
                run(
                    "",
                    settings("mass-matrix", matrix),
                    Set.of(Kinetics.MOMENTUM_AVERAGED),
                    new SampleTable(0)));
    assertTrue(
        refusal.getMessage().contains("symmetric") || refusal.getMessage().contains("positive"),
        refusal.getMessage());
  }

  @Test
  void isTheSameAfterItWasWrittenAndReadBack() throws Exception {
    FlowLayout layout = new FlowLayout(2, true, Set.of(Kinetics.MOMENTUM_AVERAGED), false);
    BinAxis axis = new BinAxis(BinAxis.Kind.OPEN, 0, 0.1, 40, 0);
    FlowAccumulator whole = new FlowAccumulator(new BinAxis[] {axis, axis}, layout, 64);
    whole.add(
        linear(
            3_000, new double[] {1, 0, 0, 1}, new double[] {1, 0, 1}, new double[] {1, 1}, 1, 2));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    whole.write(new DataOutputStream(bytes));
    FlowAccumulator read = new FlowAccumulator(new BinAxis[] {axis, axis}, layout, 64);
    read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    double[] wanted = GridSums.of(whole.binning(), whole.sums()).total();
    assertArrayEquals(wanted, GridSums.of(read.binning(), read.sums()).total());
  }
}
