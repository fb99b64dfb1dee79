package org.chikei.landscape.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.words.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flows of three coordinates in closed form. With a Gaussian ρ of covariance Σ, any v = ΣA r with A
 * antisymmetric has ∇·(ρv) = 0, so that f = −D H r + ΣA r has Hess Vm = H under M* = kT D⁻¹.
 */
class FlowInSpaceTest {
  private static final Set<Kinetics> AVERAGED = Set.of(Kinetics.MOMENTUM_AVERAGED);
  private static final double[][] SIGMA = {{1, 0.3, -0.2}, {0.3, 0.6, 0.1}, {-0.2, 0.1, 0.8}};

  private static StepResult run(
      List<CoordinateInfo> coordinates,
      Set<Kinetics> kinetics,
      SampleTable samples,
      Object... settings)
      throws Exception {
    return Runs.run(
        new FlowStep(),
        coordinates,
        Runs.defaults(settings),
        1,
        kinetics,
        null,
        Runs.SLICE,
        samples);
  }

  private static List<CoordinateInfo> lines(String unit) {
    CoordinateInfo q = Runs.coordinate(unit, null);
    return List.of(q, q, q);
  }

  private static Map<String, ?> part(StepResult result, String name) {
    @SuppressWarnings("unchecked")
    Map<String, ?> part = (Map<String, ?>) result.fields().get(name);
    return part;
  }

  private static double share(StepResult result, String which) {
    return ((Quantity) result.fields().get(which)).value();
  }

  /** What is known of the frames: place, mean force and D there. */
  private interface Field {
    /** Place, force, then D row by row: aa, ab, ac, bb, bc, cc. */
    double[] frame(SplittableRandom random);
  }

  private static SampleTable table(int frames, Field field, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] c = new double[12][frames];
    for (int j = 0; j < frames; j++) {
      double[] frame = field.frame(random);
      for (int k = 0; k < 12; k++) {
        c[k][j] = frame[k];
      }
    }
    SampleTable samples = new SampleTable(frames);
    int at = 6;
    for (int a = 0; a < 3; a++) {
      samples.withValues(a, c[a]).withAccelerations(Kinetics.MOMENTUM_AVERAGED, a, c[3 + a]);
      for (int b = a; b < 3; b++) {
        samples.withMetric(a, b, c[at++]);
      }
    }
    return samples;
  }

  /** Gaussian samples in units of 1/scale with f = b r, ⟨ṘṘᵀ⟩ = diag(d), and noise in f. */
  private static Field linear(
      double[][] sigma, double[][] b, double[] d, double scale, double noise) {
    RealMatrix l = new CholeskyDecomposition(new Array2DRowRealMatrix(sigma)).getL();
    return random -> {
      double[] z = {
        GaussianSystem.gauss(random), GaussianSystem.gauss(random), GaussianSystem.gauss(random)
      };
      double[] r = l.operate(z);
      double[] frame = new double[12];
      for (int a = 0; a < 3; a++) {
        frame[a] = scale * r[a];
        for (int k = 0; k < 3; k++) {
          frame[3 + a] += scale * b[a][k] * r[k];
        }
        frame[3 + a] += noise == 0 ? 0 : scale * noise * GaussianSystem.gauss(random);
        frame[6 + SymmetricMatrix.place(3, a, a)] = scale * scale * d[a];
      }
      return frame;
    };
  }

  /** −D H + ΣA. */
  private static double[][] field(double[] d, double[][] h, double[][] v) {
    double[][] b = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int k = 0; k < 3; k++) {
        b[a][k] = -d[a] * h[a][k] + v[a][k];
      }
    }
    return b;
  }

  /** ΣA with A the turn about an axis. */
  private static double[][] turning(double[] axis) {
    double[][] a = {
      {0, -axis[2], axis[1]}, {axis[2], 0, -axis[0]}, {-axis[1], axis[0], 0},
    };
    return new Array2DRowRealMatrix(SIGMA).multiply(new Array2DRowRealMatrix(a)).getData();
  }

  private static double largest(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
  }

  /** ⟨|Br|²⟩ weighted with 1/d over the Gaussian. */
  private static double moment(double[][] b, double[] d) {
    RealMatrix m = new Array2DRowRealMatrix(b);
    RealMatrix s = m.multiply(new Array2DRowRealMatrix(SIGMA)).multiply(m.transpose());
    return s.getEntry(0, 0) / d[0] + s.getEntry(1, 1) / d[1] + s.getEntry(2, 2) / d[2];
  }

  private static double[] fit(
      StepResult result, String name, double floor, UnaryOperator<double[]> functions) {
    return LeastSquares.fit(result, 3, name, floor, 300, functions);
  }

  private static double[] quadratic(double[] r) {
    return new double[] {
      1,
      r[0],
      r[1],
      r[2],
      r[0] * r[0] / 2,
      r[0] * r[1],
      r[0] * r[2],
      r[1] * r[1] / 2,
      r[1] * r[2],
      r[2] * r[2] / 2
    };
  }

  private static double[] plane(double[] r) {
    return new double[] {1, r[0], r[1], r[2]};
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void partsALinearFieldWithARotationAsItsClosedFormDoes(boolean identity) throws Exception {
    double[] d = identity ? new double[] {1, 1, 1} : new double[] {1, 2, 0.5};
    double[][] h = {{2, 0.5, -0.3}, {0.5, 1.5, 0.2}, {-0.3, 0.2, 1.2}};
    double[][] v = turning(new double[] {0.3, -0.5, 0.8});
    double[][] b = field(d, h, v);
    StepResult result =
        run(
            lines(""),
            AVERAGED,
            table(300_000, linear(SIGMA, b, d, 1, 0), 4),
            "bins",
            List.of(18L, 18L, 18L),
            "mass-matrix",
            identity ? "identity" : "mean");
    double[] vm = fit(result, "Vm", 30, FlowInSpaceTest::quadratic);
    // sampled covariances are off by 1/√n; the rest is what bins leave: 2 % of what is largest
    for (int a = 0; a < 3; a++) {
      for (int k = a; k < 3; k++) {
        assertEquals(h[a][k], vm[4 + SymmetricMatrix.place(3, a, k)], 0.04, "Hessian " + a + k);
      }
      double[] own = fit(result, "v_" + Places.letter(a), 30, FlowInSpaceTest::plane);
      for (int k = 0; k < 3; k++) {
        assertEquals(v[a][k], own[1 + k], 0.02 * largest(v), "v " + a + k);
      }
    }
    double exact = moment(v, d) / moment(b, d);
    assertEquals(exact, share(result, "share_of_flow"), 0.02 * exact);
    assertTrue((Double) result.fields().get("remaining_divergence") < 1e-8);
    assertTrue(result.headline().contains("has a flow"), result.headline());
  }

  /**
   * How far v is off in the sampled core, as a share of v: squares weighted with ρ, of all that is
   * off and of what the errors say is chance.
   */
  private static double[] missed(StepResult result, double[][] v) {
    double[][] r = LeastSquares.places(result, 3);
    double[] count = Runs.column(result, "count");
    double off = 0;
    double chance = 0;
    double size = 0;
    for (int a = 0; a < 3; a++) {
      double[] own = Runs.column(result, "v_" + Places.letter(a));
      double[] error = Runs.column(result, "v_" + Places.letter(a) + "_err");
      for (int k = 0; k < r.length; k++) {
        if (count[k] >= 100 && error[k] > 0) {
          double exact = v[a][0] * r[k][0] + v[a][1] * r[k][1] + v[a][2] * r[k][2];
          off += count[k] * (own[k] - exact) * (own[k] - exact);
          chance += count[k] * error[k] * error[k];
          size += count[k] * exact * exact;
        }
      }
    }
    return new double[] {off / size, chance / size};
  }

  /** √(Σ|given − exact|² / Σ|exact|²). */
  private static double relative(double[][] exact, double[][] given) {
    RealMatrix whole = new Array2DRowRealMatrix(exact);
    return whole.subtract(new Array2DRowRealMatrix(given)).getFrobeniusNorm()
        / whole.getFrobeniusNorm();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsHessianAndFlowWithinTwoPercentInTheCore(boolean first) throws Exception {
    double[] d = first ? new double[] {1, 2, 0.5} : new double[] {1, 1, 1};
    double[][] h =
        first
            ? new double[][] {{2, 0.5, -0.3}, {0.5, 1.5, 0.2}, {-0.3, 0.2, 1.2}}
            : new double[][] {{1, -0.4, 0.1}, {-0.4, 1.8, 0}, {0.1, 0, 2.5}};
    double[][] v = turning(first ? new double[] {0.3, -0.5, 0.8} : new double[] {-0.9, 0.2, 0.4});
    StepResult result =
        run(
            lines(""),
            AVERAGED,
            table(1_000_000, linear(SIGMA, field(d, h, v), d, 1, 0), first ? 4 : 5),
            "bins",
            List.of(20L, 20L, 20L),
            "mass-matrix",
            first ? "mean" : "identity");
    double[] vm = fit(result, "Vm", 100, FlowInSpaceTest::quadratic);
    double[][] hessian = new double[3][3];
    double[][] slopes = new double[3][];
    for (int a = 0; a < 3; a++) {
      for (int k = 0; k < 3; k++) {
        hessian[a][k] = vm[4 + SymmetricMatrix.place(3, Math.min(a, k), Math.max(a, k))];
      }
      double[] own = fit(result, "v_" + Places.letter(a), 100, FlowInSpaceTest::plane);
      slopes[a] = Arrays.copyOfRange(own, 1, 4);
    }
    double[] missed = missed(result, v);
    assertEquals(0, relative(h, hessian), 0.02, "Hessian of Vm");
    assertEquals(0, relative(v, slopes), 0.02, "slopes of v");
    // exact forces: chance is that of ρ in cells of few frames, bounded lest it hide a bias
    assertTrue(missed[0] < 0.05 * 0.05, "v is off by the root of " + missed[0]);
    assertTrue(missed[0] - missed[1] < 0.02 * 0.02, "v is off by more than chance");
  }

  /**
   * Frames on a lattice of four by four by four in each cell, weighted with ρ: what is off is what
   * bins leave, of fourth order in their width, and no chance.
   */
  @ParameterizedTest
  @CsvSource({
    "20, 0.3, -0.5, 0.8, 2, 0.004",
    "20, -0.9, 0.2, 0.4, 1, 0.004",
    "26, 1, 0, 0, 1, 0.002",
    "14, 0.3, -0.5, 0.8, 2, 0.015"
  })
  void leavesLittleOfWideBins(int bins, double x, double y, double z, double db, double most)
      throws Exception {
    double[] d = {1, db, 0.5};
    double[][] h = {{2, 0.5, -0.3}, {0.5, 1.5, 0.2}, {-0.3, 0.2, 1.2}};
    double[][] v = turning(new double[] {x, y, z});
    double[][] b = field(d, h, v);
    RealMatrix precision =
        new LUDecomposition(new Array2DRowRealMatrix(SIGMA)).getSolver().getInverse();
    int side = 4 * bins;
    List<double[]> frames = new ArrayList<>();
    for (int n = 0; n < side * side * side; n++) {
      int[] place = {n / side / side, n / side % side, n % side};
      double[] r = new double[3];
      for (int a = 0; a < 3; a++) {
        // as far as a million frames reach
        r[a] = 4.5 * Math.sqrt(SIGMA[a][a]) * (2 * (place[a] + 0.5) / side - 1);
      }
      double[] slope = precision.operate(r);
      double energy = (slope[0] * r[0] + slope[1] * r[1] + slope[2] * r[2]) / 2;
      if (energy < 8) {
        double[] frame = new double[13];
        for (int a = 0; a < 3; a++) {
          frame[a] = r[a];
          frame[3 + a] = b[a][0] * r[0] + b[a][1] * r[1] + b[a][2] * r[2];
          frame[6 + SymmetricMatrix.place(3, a, a)] = d[a];
        }
        frame[12] = Math.exp(-energy);
        frames.add(frame);
      }
    }
    Collections.shuffle(frames, new Random(1));
    double[] weight = frames.stream().mapToDouble(frame -> frame[12]).toArray();
    Iterator<double[]> next = frames.iterator();
    SampleTable samples = table(frames.size(), random -> next.next(), 1).withWeights(weight);
    List<List<Double>> ranges = new ArrayList<>();
    for (int a = 0; a < 3; a++) {
      double end = 4.5 * Math.sqrt(SIGMA[a][a]);
      ranges.add(List.of(-end, end));
    }
    long n = bins;
    StepResult result =
        run(lines(""), AVERAGED, samples, "bins", List.of(n, n, n), "range", ranges);
    double[][] r = LeastSquares.places(result, 3);
    double[] rho = Runs.column(result, "rho");
    double[] g = Runs.column(result, "G");
    double off = 0;
    double size = 0;
    for (int a = 0; a < 3; a++) {
      double[] own = Runs.column(result, "v_" + Places.letter(a));
      for (int k = 0; k < r.length; k++) {
        if (g[k] < 5) {
          double exact = v[a][0] * r[k][0] + v[a][1] * r[k][1] + v[a][2] * r[k][2];
          off += rho[k] * (own[k] - exact) * (own[k] - exact);
          size += rho[k] * exact * exact;
        }
      }
    }
    assertEquals(0, Math.sqrt(off / size), most);
  }

  @Test
  void takesAMetricForNoFlow() throws Exception {
    RealMatrix k = new LUDecomposition(new Array2DRowRealMatrix(SIGMA)).getSolver().getInverse();
    double[] d = {1, 2, 0.5};
    double[][] b = field(d, k.getData(), new double[3][3]);
    StepResult result =
        run(
            lines("nm"),
            AVERAGED,
            table(200_000, linear(SIGMA, b, d, 1, 0), 9),
            "bins",
            List.of(16L, 16L, 16L));
    double plain = share(result, "share_of_flow_identity");
    assertTrue(plain > 0.02, "a flow of the metric: " + plain);
    assertTrue(share(result, "share_of_flow") < 0.01 * plain);
    assertTrue(result.headline().contains("the metric alone makes that"), result.headline());
    assertEquals("equal", result.fields().get("verdict"));
    double[] vm = fit(result, "Vm", 30, FlowInSpaceTest::quadratic);
    for (int a = 0; a < 3; a++) {
      for (int c = a; c < 3; c++) {
        double own = vm[4 + SymmetricMatrix.place(3, a, c)];
        assertEquals(k.getEntry(a, c), own, 0.02 * k.getEntry(1, 1), "Vm is G");
      }
    }
  }

  @Test
  void doesNotAskWhetherLengthsAreInNanometresOrAngstroms() throws Exception {
    double[] d = {1, 2, 0.5};
    double[][] h = {{2, 0.5, 0}, {0.5, 1.5, 0}, {0, 0, 1}};
    double[][] b = field(d, h, turning(new double[] {0, 0.4, 0.7}));
    List<Object> small = List.of(ends(4), ends(4), ends(4));
    List<Object> large = List.of(ends(40), ends(40), ends(40));
    List<Long> bins = List.of(15L, 17L, 13L);
    SampleTable first = table(40_000, linear(SIGMA, b, d, 1, 0.5), 5);
    SampleTable second = table(40_000, linear(SIGMA, b, d, 10, 0.5), 5);
    StepResult nm = run(lines("nm"), AVERAGED, first, "bins", bins, "range", small);
    StepResult angstrom = run(lines("A"), AVERAGED, second, "bins", bins, "range", large);
    double[] x = Runs.column(nm, "Vm");
    double[] y = Runs.column(angstrom, "Vm");
    double[] u = Runs.column(nm, "v_a");
    double[] w = Runs.column(angstrom, "v_a");
    int compared = 0;
    for (int k = 0; k < x.length; k++) {
      assertEquals(Double.isNaN(x[k]), Double.isNaN(y[k]));
      if (!Double.isNaN(x[k])) {
        // conjugate gradients leave 1e-9
        assertEquals(x[k], y[k], 1e-6 * (1 + x[k]));
        assertEquals(10 * u[k], w[k], 1e-5);
        compared++;
      }
    }
    assertTrue(compared > 200, compared + " cells");
    assertEquals(share(nm, "share_of_flow"), share(angstrom, "share_of_flow"), 1e-7);
  }

  private static List<Double> ends(double half) {
    return List.of(-half, half);
  }

  /**
   * On a circle ρ = e^{0.8 cos t} carries v_t = c e^{−0.8 cos t}, beside two lines and a potential
   * 0.6 cos t: the seam of the circle and the ragged edge of the lines included.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, -0.8})
  void goesAroundACircle(double c) throws Exception {
    Field field =
        random -> {
          double t;
          do {
            t = Math.PI * (2 * random.nextDouble() - 1);
          } while (random.nextDouble() > Math.exp(0.8 * (Math.cos(t) - 1)));
          double x = GaussianSystem.gauss(random);
          double y = GaussianSystem.gauss(random);
          double turn = c * Math.exp(-0.8 * Math.cos(t)) + 0.6 * Math.sin(t);
          return new double[] {x, t, y, -1.3 * x, turn, -0.7 * y, 1, 0, 0, 1, 0, 1};
        };
    StepResult result =
        run(
            List.of(
                Runs.coordinate("", null),
                Runs.coordinate("", Period.TURN),
                Runs.coordinate("", null)),
            AVERAGED,
            table(200_000, field, 21),
            "bins",
            List.of(14L, 20L, 14L),
            "mass-matrix",
            "identity");
    double[] v =
        fit(
            result,
            "v_b",
            30,
            r -> new double[] {Math.exp(-0.8 * Math.cos(r[1])), Math.sin(r[1]), r[0], r[2]});
    assertEquals(c, v[0], 0.02 * Math.abs(c));
    double[] vm =
        fit(
            result,
            "Vm",
            30,
            r -> new double[] {1, Math.cos(r[1]), Math.sin(r[1]), r[0] * r[0], r[2] * r[2]});
    // 2 % of the largest force: a sampled ρ has a flow of its own
    assertArrayEquals(
        new double[] {0.6, 0, 0.65, 0.35}, new double[] {vm[1], vm[2], vm[3], vm[4]}, 0.036);
    assertTrue((Double) result.fields().get("remaining_divergence") < 1e-8);
  }

  /** A particle of mass 1 in ½r² + tilt x, seen in spherical coordinates. */
  private static Field spherical(double tilt) {
    return random -> {
      double x = GaussianSystem.gauss(random) - tilt;
      double y = GaussianSystem.gauss(random);
      double z = GaussianSystem.gauss(random);
      double r = Math.sqrt(x * x + y * y + z * z);
      double theta = Math.acos(z / r);
      double s = Math.sin(theta);
      double cos = Math.cos(theta);
      double phi = Math.atan2(y, x);
      double[] frame = new double[12];
      frame[0] = r;
      frame[1] = theta;
      frame[2] = phi;
      frame[3] = -r - tilt * s * Math.cos(phi) + 2 / r;
      frame[4] = -tilt * cos * Math.cos(phi) / r + cos / (s * r * r);
      frame[5] = tilt * Math.sin(phi) / (r * s);
      frame[6] = 1;
      frame[9] = 1 / (r * r);
      frame[11] = 1 / (r * r * s * s);
      return frame;
    };
  }

  private static StepResult inSphericalCoordinates(Set<Kinetics> kinetics, SampleTable samples)
      throws Exception {
    return run(
        List.of(
            Runs.coordinate("nm", null),
            Runs.coordinate("rad", null),
            Runs.coordinate("rad", Period.TURN)),
        kinetics,
        samples,
        "range",
        List.of(List.of(0.8, 2.8), List.of(0.6, 2.5), List.of(-Math.PI, Math.PI)),
        "bins",
        List.of(14L, 14L, 14L));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.6})
  void rebuildsTheDensityFromForceAndSquaresInSphericalCoordinates(double tilt) throws Exception {
    StepResult result = inSphericalCoordinates(AVERAGED, table(200_000, spherical(tilt), 8));
    // f_a ρ = Σ ∂_b(D_ab ρ): G_ching and G are one landscape, r² sin θ included
    double rms = (Double) part(result, "ching_residual").get("rms_kT");
    // the histogram's own scatter is 1/√n in a cell of n frames: that alone is left
    double cells = 0;
    double frames = 0;
    double[] known = Runs.column(result, "G_ching");
    for (int k = 0; k < known.length; k++) {
      cells += Double.isNaN(known[k]) ? 0 : 1;
      frames += Double.isNaN(known[k]) ? 0 : Runs.column(result, "count")[k];
    }
    assertTrue(rms < 1.3 * Math.sqrt(cells / frames), "residual " + rms + " kT");
    double noise = (Double) part(result, "ching_residual").get("rms_noise_kT");
    assertEquals(rms, noise, 0.3 * noise, "noise is all there is");
    ToDoubleFunction<double[]> exact =
        r ->
            r[0] * r[0] / 2
                + tilt * r[0] * Math.sin(r[1]) * Math.cos(r[2])
                - 2 * Math.log(r[0])
                - Math.log(Math.sin(r[1]));
    double[] slope = fit(result, "G_ching", 30, r -> new double[] {1, exact.applyAsDouble(r)});
    assertEquals(1, slope[1], 0.03);
    assertEquals(0.0, (Double) part(result, "condition").get("p_value"), 1e-6);
    assertEquals("differ", result.fields().get("verdict"));
    assertTrue((Double) result.fields().get("remaining_divergence") < 1e-8);
  }

  /**
   * A particle of mass 1 in ½r² + tilt x in spherical coordinates, with velocities of its own: D
   * and the accelerations of its motion come with their noise.
   */
  private static SampleTable moving(double tilt, int frames, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] c = new double[15][frames];
    for (int j = 0; j < frames; j++) {
      double x = GaussianSystem.gauss(random) - tilt;
      double y = GaussianSystem.gauss(random);
      double z = GaussianSystem.gauss(random);
      double r = Math.sqrt(x * x + y * y + z * z);
      double theta = Math.acos(z / r);
      double s = Math.sin(theta);
      double cos = Math.cos(theta);
      double phi = Math.atan2(y, x);
      double vr = GaussianSystem.gauss(random);
      double vt = GaussianSystem.gauss(random) / r;
      double vp = GaussianSystem.gauss(random) / (r * s);
      double[] frame = {
        r,
        theta,
        phi,
        vr,
        vt,
        vp,
        -r - tilt * s * Math.cos(phi) + r * vt * vt + r * s * s * vp * vp,
        -tilt * cos * Math.cos(phi) / r - 2 * vr * vt / r + s * cos * vp * vp,
        tilt * Math.sin(phi) / (r * s) - 2 * vr * vp / r - 2 * cos / s * vt * vp,
        1,
        0,
        0,
        1 / (r * r),
        0,
        1 / (r * r * s * s)
      };
      for (int k = 0; k < 15; k++) {
        c[k][j] = frame[k];
      }
    }
    SampleTable samples = new SampleTable(frames);
    for (int a = 0; a < 3; a++) {
      samples
          .withValues(a, c[a])
          .withVelocities(Kinetics.DIRECT, a, c[3 + a])
          .withAccelerations(Kinetics.DIRECT, a, c[6 + a]);
      for (int b = a; b < 3; b++) {
        samples.withMetric(a, b, c[9 + SymmetricMatrix.place(3, a, b)]);
      }
    }
    return samples;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.6})
  void rebuildsTheDensityFromStoredVelocitiesToo(double tilt) throws Exception {
    StepResult result = inSphericalCoordinates(Set.of(Kinetics.DIRECT), moving(tilt, 200_000, 12));
    double rms = (Double) part(result, "ching_residual").get("rms_kT");
    double noise = (Double) part(result, "ching_residual").get("rms_noise_kT");
    ToDoubleFunction<double[]> exact =
        r ->
            r[0] * r[0] / 2
                + tilt * r[0] * Math.sin(r[1]) * Math.cos(r[2])
                - 2 * Math.log(r[0])
                - Math.log(Math.sin(r[1]));
    double[] slope = fit(result, "G_ching", 30, r -> new double[] {1, exact.applyAsDouble(r)});
    // √(2/70) of noise in D of 70 frames a cell leaves 0.3 kT, of 4 kT from the floor to the edge
    assertEquals(1, slope[1], 0.08);
    assertTrue(noise < 0.4, "noise " + noise + " kT");
    assertTrue(rms < 1.2 * noise, "residual " + rms + " kT, noise " + noise + " kT");
    assertTrue(result.warnings().stream().noneMatch(w -> w.contains("blunt")));
    assertEquals("differ", result.fields().get("verdict"));
  }

  /** Forces with noise, frames independent: nine in ten to all but one in a hundred lie within. */
  @Test
  void theTruthLiesWithinTheErrorsAsOftenAsItShould() throws Exception {
    double[] d = {1, 1, 1};
    double[][] h = {{1, 0, 0}, {0, 1.5, 0}, {0, 0, 1.2}};
    double[][] v = turning(new double[] {0.2, 0.3, -0.4});
    double[][] b = field(d, h, v);
    int[] within = new int[3];
    int all = 0;
    for (int seed = 0; seed < Integer.getInteger("chikei.coverage", 4); seed++) {
      StepResult result =
          run(
              lines(""),
              AVERAGED,
              table(60_000, linear(SIGMA, b, d, 1, 4), 300 + seed),
              "range",
              List.of(ends(2.7), ends(2.7), ends(2.7)),
              "bins",
              List.of(12L, 12L, 12L),
              "mass-matrix",
              "identity");
      double[][] r = LeastSquares.places(result, 3);
      double[][] off = {
        Runs.column(result, "f_a"), Runs.column(result, "v_c"), Runs.column(result, "D_ab")
      };
      double[] fError = Runs.column(result, "f_a_err");
      double[] vError = Runs.column(result, "v_c_err");
      double[] vm = Runs.column(result, "Vm");
      double[] vmError = Runs.column(result, "Vm_err");
      double[] count = Runs.column(result, "count");
      double zero = 0;
      double whole = 0;
      for (int k = 0; k < r.length; k++) {
        if (vmError[k] > 0) {
          zero += count[k] * (vm[k] - potential(h, r[k]));
          whole += count[k];
        }
      }
      for (int k = 0; k < r.length; k++) {
        if (vmError[k] > 0) {
          double f = b[0][0] * r[k][0] + b[0][1] * r[k][1] + b[0][2] * r[k][2];
          double flow = v[2][0] * r[k][0] + v[2][1] * r[k][1] + v[2][2] * r[k][2];
          within[0] += Math.abs(off[0][k] - f) < 1.96 * fError[k] ? 1 : 0;
          within[1] += Math.abs(off[1][k] - flow) < 1.96 * vError[k] ? 1 : 0;
          double level = vm[k] - potential(h, r[k]) - zero / whole;
          within[2] += Math.abs(level) < 1.96 * vmError[k] ? 1 : 0;
          all++;
        }
      }
    }
    System.out.printf(
        "flow in space: 95 %% intervals hold f_a %.3f, v_c %.3f, Vm %.3f of %d%n",
        within[0] / (double) all, within[1] / (double) all, within[2] / (double) all, all);
    for (int count : within) {
      assertEquals(0.95, count / (double) all, 0.03);
    }
  }

  private static double potential(double[][] h, double[] r) {
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      sum += h[a][a] * r[a] * r[a] / 2;
    }
    return sum;
  }

  /** Velocities of their own, with a mean that turns or does not. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tellsACurrentFromNone(boolean turns) throws Exception {
    int frames = 60_000;
    SplittableRandom random = new SplittableRandom(77);
    double[][] c = new double[9][frames];
    for (int j = 0; j < frames; j++) {
      for (int a = 0; a < 3; a++) {
        c[a][j] = GaussianSystem.gauss(random);
        c[6 + a][j] = GaussianSystem.gauss(random);
        c[3 + a][j] = -c[a][j];
      }
      c[6][j] += turns ? -0.2 * c[2][j] : 0;
      c[8][j] += turns ? 0.2 * c[0][j] : 0;
    }
    SampleTable samples = new SampleTable(frames);
    for (int a = 0; a < 3; a++) {
      samples
          .withValues(a, c[a])
          .withAccelerations(Kinetics.DIRECT, a, c[3 + a])
          .withVelocities(Kinetics.DIRECT, a, c[6 + a]);
      for (int b = a; b < 3; b++) {
        double[] g = new double[frames];
        Arrays.fill(g, a == b ? 1 : 0);
        samples.withMetric(a, b, g);
      }
    }
    StepResult result =
        run(lines("nm"), Set.of(Kinetics.DIRECT), samples, "bins", List.of(10L, 10L, 10L));
    double p = (Double) part(result, "current").get("p_value");
    assertEquals(turns, p < 1e-5, "p " + p);
    assertEquals(turns, result.headline().contains("There is a current"), result.headline());
  }

  @Test
  void theReportShowsSlicesThroughTheFullestCell() throws Exception {
    double[] d = {1, 1, 1};
    double[][] h = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    double[][] b = field(d, h, turning(new double[] {0, 0, 0.5}));
    StepResult result = run(lines("nm"), AVERAGED, table(40_000, linear(SIGMA, b, d, 1, 0), 3));
    List<String> titles = new ArrayList<>();
    for (Exhibit exhibit : result.exhibits()) {
      if (exhibit instanceof Exhibit.Field field) {
        titles.add(field.title());
        assertTrue(field.caption().contains("The slice through the cell with most samples"));
      }
    }
    assertEquals(9, titles.size());
    assertTrue(titles.get(0).startsWith("Free energy G at q = "), titles.get(0));
    assertTrue(titles.get(1).startsWith("Potential of mean force Vm and flow v at q = "));
    assertTrue(titles.get(2).startsWith("Vm − G at q = "));
    double[] count = Runs.column(result, "count");
    for (double each : count) {
      assertTrue(each > 0, "only visited cells have rows");
    }
  }

  @Test
  void refusesWhatCannotBeInSpace() {
    SampleTable few = table(10, linear(SIGMA, SIGMA, new double[] {1, 1, 1}, 1, 0), 1);
    assertRefused(few, "cells are more than can be held", "bins", List.of(60L, 60L, 60L));
    assertRefused(
        few,
        "2 rows for 3 coordinates; one each is needed",
        "mass-matrix",
        List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)));
    assertRefused(
        few,
        "is not positive definite",
        "mass-matrix",
        List.of(List.of(1.0, 0.0, 2.0), List.of(0.0, 1.0, 0.0), List.of(2.0, 0.0, 1.0)));
    assertRefused(
        few,
        "2 numbers for 3 coordinates; one each is needed",
        "path",
        List.of(List.of(0.0, 0.0), List.of(1.0, 1.0)));
  }

  private static void assertRefused(SampleTable samples, String why, String key, Object value) {
    ParameterException refused =
        assertThrows(
            ParameterException.class, () -> run(lines("nm"), AVERAGED, samples, key, value));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }
}
