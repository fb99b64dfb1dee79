package org.chikei.landscape.landmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.landmark.Landmarks.Landmark;
import org.chikei.landscape.landmark.Landmarks.Saddle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Basins, saddles and paths of landscapes of one and three coordinates, known without noise. */
public class LandmarksInSpaceTest {
  private static final double[] PLAIN = {0, 0, 0};
  private static final double[] TURNED = {0.5, 0.7, 0.3};

  private static CellGrid grid(int[] shape, double half, boolean[] circle, int[] piece) {
    int dimensions = shape.length;
    double[] low = new double[dimensions];
    double[] widths = new double[dimensions];
    int cells = 1;
    for (int a = 0; a < dimensions; a++) {
      double end = circle[a] ? Math.PI : half;
      widths[a] = 2 * end / shape[a];
      low[a] = -end + widths[a] / 2;
      cells *= shape[a];
    }
    double[] known = new double[cells];
    Arrays.fill(known, 1e6);
    return new CellGrid(shape, low, widths, circle, piece == null ? new int[cells] : piece, known);
  }

  private static CellLandscape exact(CellGrid grid, ToDoubleFunction<double[]> v) {
    double[] values = new double[grid.cells()];
    double[][] still = new double[values.length][8];
    for (int cell = 0; cell < values.length; cell++) {
      double[] r = grid.values(grid.centre(cell));
      values[cell] = grid.piece()[cell] < 0 ? Double.NaN : v.applyAsDouble(r);
    }
    return new CellLandscape("G", "", values, still);
  }

  /** The turn about the three axes in turn: q = R r. */
  public static double[][] rotation(double[] angles) {
    double[][] whole = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (int axis = 0; axis < 3; axis++) {
      int a = (axis + 1) % 3;
      int b = (axis + 2) % 3;
      double c = Math.cos(angles[axis]);
      double s = Math.sin(angles[axis]);
      for (double[] row : whole) {
        double first = row[a];
        row[a] = c * first + s * row[b];
        row[b] = -s * first + c * row[b];
      }
    }
    return whole;
  }

  public static double[] product(double[][] m, double[] x) {
    return Arrays.stream(m)
        .mapToDouble(row -> row[0] * x[0] + row[1] * x[1] + row[2] * x[2])
        .toArray();
  }

  /** Three double wells, one along each axis, tilted. */
  private static double wells(double[] q, double[] h, double[] tilt) {
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      double well = q[a] * q[a] - 1;
      sum += h[a] * well * well + tilt[a] * q[a];
    }
    return sum;
  }

  /** The extremum of one of them near a place, by Newton's method. */
  private static double extremum(double near, double h, double tilt) {
    double x = near;
    for (int n = 0; n < 50; n++) {
      x -= (4 * h * x * (x * x - 1) + tilt) / (4 * h * (3 * x * x - 1));
    }
    return x;
  }

  @ParameterizedTest
  @CsvSource({"28, 0", "36, 0", "40, 1"})
  void threeDoubleWellsHaveEightMinimaAndTheTwelveSaddlesOnTheEdgesOfTheirCube(
      int bins, int turned) {
    double[] h = {6, 5, 4};
    double[] tilt = {0.2, 0.4, 0.8};
    double[][] rotation = rotation(turned == 1 ? TURNED : PLAIN);
    CellGrid grid =
        grid(new int[] {bins, bins, bins}, turned == 1 ? 2.2 : 1.6, new boolean[3], null);
    ToDoubleFunction<double[]> v = r -> wells(product(rotation, r), h, tilt);
    Landmarks landmarks = new Landmarks(grid, exact(grid, v), 1, 8);
    assertEquals(8, landmarks.minima().size());
    assertEquals(12, landmarks.saddles().size());
    double width = grid.widths()[0];
    for (Landmark minimum : landmarks.minima()) {
      isStationary(grid, minimum, rotation, h, tilt, width, 0);
    }
    for (Saddle saddle : landmarks.saddles()) {
      isStationary(grid, saddle.at(), rotation, h, tilt, width, 1);
    }
    double[] deepest = product(rotation, grid.values(landmarks.minima().get(0).place()));
    assertTrue(deepest[0] < 0 && deepest[1] < 0 && deepest[2] < 0, "where the tilts point");
    // a step along the first axis is the cheapest to climb down from, 2 × 0.2
    double[] next = product(rotation, grid.values(landmarks.minima().get(1).place()));
    assertTrue(next[0] > 0 && next[1] < 0 && next[2] < 0);
  }

  private static void isStationary(
      CellGrid grid,
      Landmark at,
      double[][] rotation,
      double[] h,
      double[] tilt,
      double width,
      int tops) {
    double[] q = product(rotation, grid.values(at.place()));
    double[] truth = new double[3];
    int found = 0;
    for (int a = 0; a < 3; a++) {
      double near = Math.abs(q[a]) < 0.5 ? 0 : Math.signum(q[a]);
      found += near == 0 ? 1 : 0;
      truth[a] = extremum(near, h[a], tilt[a]);
      // the third derivative of a minimum, 24h to a second of 8h, moves it by 3w²/2
      assertEquals(truth[a], q[a], 2 * width * width, at.label());
    }
    assertEquals(tops, found, "directions downwards at " + at.label());
    // under a Gaussian of w the third derivative, 24h, moves a minimum by 3w²/2, which lifts the
    // fit
    // by 9h w⁴ along each axis, and the fourth, 24h, lowers it by 3h w⁴
    double tolerance = 9 * (h[0] + h[1] + h[2]) * Math.pow(width, 4);
    assertEquals(wells(truth, h, tilt), at.fit().value(), tolerance, at.label());
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "2, 0.5, -0.3", "0.5, -0.2, 0.4"})
  void thePathRunsDownTheGradientInItsMetric(double aa, double ab, double bc) {
    double[][] rotation = rotation(TURNED);
    // two wells at q = (±1, ½, −½), joined by a valley that bends through (0, 0, 0)
    ToDoubleFunction<double[]> v =
        r -> {
          double[] q = product(rotation, r);
          double well = q[0] * q[0] - 1;
          double y = q[1] - q[0] * q[0] / 2;
          double z = q[2] + q[0] * q[0] / 2;
          return 5 * well * well + 8 * y * y + 8 * z * z;
        };
    CellGrid grid = grid(new int[] {60, 60, 60}, 2, new boolean[3], null);
    Landmarks landmarks = new Landmarks(grid, exact(grid, v), 1, 8);
    assertEquals(2, landmarks.minima().size());
    assertEquals(1, landmarks.saddles().size());
    double[] metric = {aa, ab, 0, 1, bc, 1.5};
    MinimumPath.Path path = new MinimumPath(landmarks, 1, metric).between(0, 1);
    double[][] r = Arrays.stream(path.places()).map(grid::values).toArray(double[][]::new);
    double[] inverse = SymmetricMatrix.inverse(metric);
    int compared = 0;
    double sum = 0;
    for (int n = 1; n < r.length; n++) {
      double[] step = difference(r[n], r[n - 1]);
      sum += Math.sqrt(SymmetricMatrix.square(metric, step));
      if (n == r.length - 1) {
        break;
      }
      double[] slope = new double[3];
      for (int a = 0; a < 3; a++) {
        double[] up = r[n].clone();
        double[] down = r[n].clone();
        up[a] += 1e-5;
        down[a] -= 1e-5;
        slope[a] = (v.applyAsDouble(up) - v.applyAsDouble(down)) / 2e-5;
      }
      if (size(slope) < 5) {
        continue;
      }
      double[] down = new double[3];
      for (int a = 0; a < 3; a++) {
        down[a] = SymmetricMatrix.row(inverse, a, slope);
      }
      double[] along = difference(r[n + 1], r[n - 1]);
      double cosine =
          (down[0] * along[0] + down[1] * along[1] + down[2] * along[2])
              / (size(down) * size(along));
      // chords of a bent path and the fit of the slope: some degrees
      assertEquals(1, Math.abs(cosine), 0.04, "at " + Arrays.toString(r[n]));
      compared++;
    }
    assertTrue(compared > 10, compared + " places");
    assertEquals(sum, path.lengths()[r.length - 1], 1e-9 * sum);
  }

  private static double[] difference(double[] p, double[] q) {
    return new double[] {p[0] - q[0], p[1] - q[1], p[2] - q[2]};
  }

  private static double size(double[] x) {
    return Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
  }

  @Test
  void aCircleInSpaceHasASaddleOnEitherSideAndThePathTakesTheLowerOne() {
    CellGrid grid = grid(new int[] {36, 16, 18}, 1.2, new boolean[] {true, false, false}, null);
    // wells at 0 and π, tops of 4 (1 ± 0.25) at ±π/2; y follows cos x
    ToDoubleFunction<double[]> v =
        r ->
            4 * Math.pow(Math.sin(r[0]), 2) * (1 + 0.25 * Math.sin(r[0]))
                + 4 * Math.pow(r[1] - 0.3 * Math.cos(r[0]), 2)
                + 3 * r[2] * r[2]
                + 0.1 * Math.cos(r[0]);
    Landmarks landmarks = new Landmarks(grid, exact(grid, v), 1, 8);
    assertEquals(2, landmarks.minima().size());
    List<String> names = landmarks.saddles().stream().map(saddle -> saddle.at().label()).toList();
    assertEquals(List.of("AB", "AB2"), names);
    double low = grid.values(landmarks.saddles().get(0).at().place())[0];
    double high = grid.values(landmarks.saddles().get(1).at().place())[0];
    assertEquals(-Math.PI / 2, low, 0.1);
    assertEquals(Math.PI / 2, high, 0.1);
    assertEquals(3, landmarks.saddles().get(0).at().fit().value(), 0.03);
    assertEquals(5, landmarks.saddles().get(1).at().fit().value(), 0.03);
    double[] metric = SymmetricMatrix.identity(3);
    for (double[] place : new MinimumPath(landmarks, 1, metric).between(0, 1).places()) {
      assertTrue(grid.values(place)[0] < 0.1 || grid.values(place)[0] > Math.PI - 0.1);
    }
  }

  @Test
  void thereIsNoPathAcrossWhatWasNotSampledInSpace() {
    int[] piece = new int[24 * 10 * 10];
    for (int cell = 0; cell < piece.length; cell++) {
      piece[cell] = cell / 100 < 11 ? 0 : cell / 100 < 13 ? -1 : 1;
    }
    CellGrid grid = grid(new int[] {24, 10, 10}, 1.6, new boolean[3], piece);
    ToDoubleFunction<double[]> v =
        r -> 3 * Math.pow(r[0] * r[0] - 1, 2) + r[1] * r[1] + r[2] * r[2];
    Landmarks landmarks = new Landmarks(grid, exact(grid, v), 1, 8);
    assertEquals(2, landmarks.minima().size());
    assertEquals(List.of(), landmarks.saddles());
    assertNull(new MinimumPath(landmarks, 1, SymmetricMatrix.identity(3)).between(0, 1));
    assertNull(landmarks.surface().at(new double[] {11.5, 5, 5}));
    assertEquals(-1, landmarks.basinAt(new double[] {0, 0, 0}));
    assertEquals(-1, landmarks.basinAt(new double[] {0, 9, 0}));
    assertEquals(
        landmarks.basinAt(new double[] {-1.2, 0.3, 1}), landmarks.basinAt(new double[] {-1, 0, 0}));
  }

  @Test
  void aQuadraticInSpaceIsReproducedExactlyAlsoAtARaggedEdge() {
    int[] piece = new int[10 * 10 * 10];
    for (int cell = 0; cell < piece.length; cell++) {
      piece[cell] = cell / 100 + cell / 10 % 10 + cell % 10 > 17 ? -1 : 0;
    }
    CellGrid grid = grid(new int[] {10, 10, 10}, 5, new boolean[3], piece);
    double[] h = {2, -0.5, 0.3, 0.5, 0.7, -1};
    double[] g = {1, -3, 0.4};
    ToDoubleFunction<double[]> v =
        r -> 2 + g[0] * r[0] + g[1] * r[1] + g[2] * r[2] + SymmetricMatrix.square(h, r) / 2;
    CellLandscape landscape = exact(grid, v);
    FittedSurface surface = new FittedSurface(grid, landscape.values());
    for (double[] place : new double[][] {{0, 0, 0}, {5, 6, 6}, {3.3, 5.6, 2.1}, {9, 4.2, 4}}) {
      FittedSurface.Fit fit = surface.at(place);
      assertNotNull(fit);
      double[] r = grid.values(place);
      assertEquals(v.applyAsDouble(r), fit.value(), 1e-9);
      for (int a = 0; a < 3; a++) {
        double slope = g[a] + SymmetricMatrix.row(h, a, r);
        assertEquals(slope, fit.local().slope()[a], 1e-8);
      }
      for (int c = 0; c < 6; c++) {
        assertEquals(h[c], fit.local().bend()[c], 1e-8);
      }
      assertEquals(1, Arrays.stream(fit.shares()).sum(), 1e-12);
      assertEquals(fit.value(), landscape.at(fit), 1e-9);
    }
  }

  @Test
  void oneCoordinateHasItsBasinsAndBarriersToo() {
    CellGrid grid = grid(new int[] {72}, 0, new boolean[] {true}, null);
    ToDoubleFunction<double[]> v = r -> 3 * Math.cos(3 * r[0]) + 0.5 * Math.cos(r[0]);
    Landmarks landmarks = new Landmarks(grid, exact(grid, v), 1, 8);
    assertEquals(3, landmarks.minima().size());
    assertEquals(3, landmarks.saddles().size());
    assertEquals(Math.PI, Math.abs(grid.values(landmarks.minima().get(0).place())[0]), 1e-3);
    // fourth derivatives of 3⁵ under a Gaussian of 5° add 243 × 0.0873⁴/8
    assertEquals(-3.5, landmarks.minima().get(0).fit().value(), 0.004);
    assertEquals(3.5, landmarks.saddles().get(2).at().fit().value(), 0.004);
    MinimumPath.Path path = new MinimumPath(landmarks, 1, new double[] {4}).between(0, 1);
    // the cells around π, between two cells, are not the same on both sides
    double apart = Math.PI - Math.abs(grid.values(landmarks.minima().get(1).place())[0]);
    assertEquals(2 * apart, path.lengths()[path.lengths().length - 1], 1e-3);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 3, 0",
    "-1, 2, 3, 1",
    "-1, -2, 3, 2",
    "-1, -2, -3, 3",
    "0, 1, 1, 1",
    "5, 0, -1, 1"
  })
  void negativeDirectionsAreThoseOfTheEigenvalues(double a, double b, double c, int negative) {
    // diagonal entries 0, 1, 1 stand for a matrix whose first pivot is zero by chance
    double[][] r = rotation(a == 0 ? PLAIN : TURNED);
    double[] values = {a, b, c};
    double[] m = new double[6];
    for (int i = 0; i < 3; i++) {
      for (int k = i; k < 3; k++) {
        for (int n = 0; n < 3; n++) {
          m[SymmetricMatrix.place(3, i, k)] += r[n][i] * values[n] * r[n][k];
        }
      }
    }
    if (a == 0) {
      m[SymmetricMatrix.place(3, 0, 1)] = 2;
    }
    if (b != 0) {
      assertEquals(negative, SymmetricMatrix.negativeDirections(m));
    }
    double[] plane = {a, a == 0 ? 2 : 0, c};
    assertEquals((a <= 0 ? 1 : 0) + (c < 0 ? 1 : 0), SymmetricMatrix.negativeDirections(plane));
    assertEquals(c < 0 ? 1 : 0, SymmetricMatrix.negativeDirections(new double[] {c}));
  }
}
