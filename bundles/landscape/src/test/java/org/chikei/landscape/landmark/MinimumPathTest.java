package org.chikei.landscape.landmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.chikei.landscape.landmark.Landmarks.Landmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Basins, saddles and paths of landscapes that are known without noise. */
class MinimumPathTest {
  private static final boolean[] PLANE = {false, false};

  /** K. Müller, L. D. Brown, Theor. Chim. Acta 53, 75 (1979). */
  private static double mullerBrown(double x, double y) {
    double[][] terms = {
      {-200, -1, 0, -10, 1, 0},
      {-100, -1, 0, -10, 0, 0.5},
      {-170, -6.5, 11, -6.5, -0.5, 1.5},
      {15, 0.7, 0.6, 0.7, -1, 1}
    };
    double sum = 0;
    for (double[] t : terms) {
      double dx = x - t[4];
      double dy = y - t[5];
      sum += t[0] * Math.exp(t[1] * dx * dx + t[2] * dx * dy + t[3] * dy * dy);
    }
    return sum;
  }

  private static CellGrid grid(
      int[] shape, double[] from, double[] to, boolean[] circle, int[] piece) {
    double[] widths = {(to[0] - from[0]) / shape[0], (to[1] - from[1]) / shape[1]};
    double[] known = new double[shape[0] * shape[1]];
    Arrays.fill(known, 1e6);
    return new CellGrid(
        shape,
        new double[] {from[0] + widths[0] / 2, from[1] + widths[1] / 2},
        widths,
        circle,
        piece == null ? new int[known.length] : piece,
        known);
  }

  private static CellLandscape exact(CellGrid grid, DoubleBinaryOperator v) {
    double[] values = new double[grid.cells()];
    double[][] still = new double[values.length][8];
    for (int cell = 0; cell < values.length; cell++) {
      double[] r = grid.values(grid.centre(cell));
      values[cell] = grid.piece()[cell] < 0 ? Double.NaN : v.applyAsDouble(r[0], r[1]);
    }
    return new CellLandscape("G", "", values, still);
  }

  private static void isAt(
      Landmarks landmarks, Landmark found, double x, double y, double tolerance) {
    double[] r = landmarks.grid().values(found.place());
    assertEquals(x, r[0], tolerance, found.label());
    assertEquals(y, r[1], tolerance, found.label());
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1.5, 90", "0.1, 0.5, 110", "1, 10, 140"})
  void theMinimaAndSaddlesOfMullerAndBrownAreThoseOfTheLiterature(
      double scale, double kT, int bins) {
    CellGrid grid =
        grid(
            new int[] {bins, bins},
            new double[] {-1.6, -0.5},
            new double[] {1.2, 2.1},
            PLANE,
            null);
    Landmarks landmarks =
        new Landmarks(grid, exact(grid, (x, y) -> scale * mullerBrown(x, y)), kT, 8);
    assertEquals(3, landmarks.minima().size());
    // a quadratic over three cells either way shifts places by a part of a cell
    double cell = 2.8 / bins;
    isAt(landmarks, landmarks.minima().get(0), -0.558, 1.442, 0.5 * cell);
    isAt(landmarks, landmarks.minima().get(1), 0.623, 0.028, 0.5 * cell);
    isAt(landmarks, landmarks.minima().get(2), -0.050, 0.467, 0.5 * cell);
    assertEquals(2, landmarks.saddles().size());
    Landmark low = landmarks.saddles().get(0).at();
    Landmark high = landmarks.saddles().get(1).at();
    assertEquals("BC", low.label());
    assertEquals("AC", high.label());
    isAt(landmarks, low, 0.212, 0.293, 0.5 * cell);
    isAt(landmarks, high, -0.822, 0.624, 1.5 * cell);
    assertEquals(scale * -40.665, high.fit().value(), scale * 1.5);
    assertEquals(scale * -72.249, low.fit().value(), scale * 1.5);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 1", "2, 0.5, 1", "1, -0.6, 3"})
  void thePathFollowsTheGradientInItsMetric(double aa, double ab, double bb) {
    CellGrid grid =
        grid(new int[] {140, 140}, new double[] {-1.6, -0.5}, new double[] {1.2, 2.1}, PLANE, null);
    Landmarks landmarks = new Landmarks(grid, exact(grid, (x, y) -> 0.1 * mullerBrown(x, y)), 1, 8);
    MinimumPath.Path path = new MinimumPath(landmarks, 1, new double[] {aa, ab, bb}).between(0, 1);
    double[][] r = Arrays.stream(path.places()).map(grid::values).toArray(double[][]::new);
    double highest = Double.NEGATIVE_INFINITY;
    int compared = 0;
    for (int n = 1; n < r.length - 1; n++) {
      highest = Math.max(highest, 0.1 * mullerBrown(r[n][0], r[n][1]));
      double h = 1e-5;
      double gx = (mullerBrown(r[n][0] + h, r[n][1]) - mullerBrown(r[n][0] - h, r[n][1])) / 2 / h;
      double gy = (mullerBrown(r[n][0], r[n][1] + h) - mullerBrown(r[n][0], r[n][1] - h)) / 2 / h;
      if (Math.hypot(gx, gy) < 60) {
        continue;
      }
      double determinant = aa * bb - ab * ab;
      double dx = (bb * gx - ab * gy) / determinant;
      double dy = (aa * gy - ab * gx) / determinant;
      double tx = r[n + 1][0] - r[n - 1][0];
      double ty = r[n + 1][1] - r[n - 1][1];
      double sine = (dx * ty - dy * tx) / Math.hypot(dx, dy) / Math.hypot(tx, ty);
      // chords of a bent path and the fit of the slope: some degrees
      assertEquals(0, sine, 0.2, "at " + Arrays.toString(r[n]));
      compared++;
    }
    assertTrue(compared > 20, compared + " places");
    assertEquals(-4.0665, highest, 0.1, "the path goes over the lowest pass and no higher");
    double length = path.lengths()[r.length - 1];
    double chord = length(aa, ab, bb, r[0], r[r.length - 1]);
    assertTrue(length > chord, "lengths are those of the metric");
    double sum = 0;
    for (int n = 1; n < r.length; n++) {
      sum += length(aa, ab, bb, r[n - 1], r[n]);
    }
    assertEquals(sum, length, 1e-9 * sum);
  }

  private static double length(double aa, double ab, double bb, double[] p, double[] q) {
    double dx = q[0] - p[0];
    double dy = q[1] - p[1];
    return Math.sqrt(aa * dx * dx + 2 * ab * dx * dy + bb * dy * dy);
  }

  @Test
  void thePathOfAPeriodicPairGoesAroundWhereThatIsLower() {
    CellGrid grid =
        grid(
            new int[] {72, 60},
            new double[] {-Math.PI, -Math.PI},
            new double[] {Math.PI, Math.PI},
            new boolean[] {true, true},
            null);
    // minima where cos x = −1/6, passes at x = π (1) and x = 0 (5); y = 3 throughout
    DoubleBinaryOperator v =
        (x, y) -> 3 * Math.cos(2 * x) + 2 * Math.cos(x) + 4 * (1 - Math.cos(y - 3));
    Landmarks landmarks = new Landmarks(grid, exact(grid, v), 1, 8);
    assertEquals(2, landmarks.minima().size());
    double x = Math.acos(-1.0 / 6);
    double cell = 2 * Math.PI / 72;
    for (Landmark minimum : landmarks.minima()) {
      double[] r = grid.values(minimum.place());
      assertEquals(x, Math.abs(r[0]), 0.1 * cell);
      assertEquals(3, r[1], 0.1 * cell);
    }
    Landmark pass = landmarks.saddles().get(0).at();
    assertEquals(Math.PI, Math.abs(grid.values(pass.place())[0]), 0.1 * cell);
    double barrier = pass.fit().value() - landmarks.minima().get(0).fit().value();
    // the fourth derivative of cos 2x, which a quadratic leaves out, is 48: 48 h⁴/8 at a kernel of
    // h
    assertEquals(1 + 19.0 / 6, barrier, 0.02);
    MinimumPath.Path path = new MinimumPath(landmarks, 1, new double[] {1, 0, 1}).between(0, 1);
    assertEquals(2 * (Math.PI - x), path.lengths()[path.lengths().length - 1], 0.02);
    for (double[] place : path.places()) {
      assertEquals(3, grid.values(place)[1], 0.1 * cell);
      assertTrue(Math.abs(grid.values(place)[0]) >= x - cell);
    }
  }

  @Test
  void thereIsNoPathAcrossWhatWasNotSampled() {
    int[] piece = new int[40 * 20];
    for (int cell = 0; cell < piece.length; cell++) {
      piece[cell] = cell / 20 < 18 ? 0 : cell / 20 < 22 ? -1 : 1;
    }
    CellGrid grid =
        grid(new int[] {40, 20}, new double[] {-2, -1}, new double[] {2, 1}, PLANE, piece);
    Landmarks landmarks =
        new Landmarks(grid, exact(grid, (x, y) -> 3 * (x * x - 1) * (x * x - 1) + y * y), 1, 8);
    assertEquals(2, landmarks.minima().size());
    assertEquals(List.of(), landmarks.saddles());
    assertNull(new MinimumPath(landmarks, 1, new double[] {1, 0, 1}).between(0, 1));
    assertNull(landmarks.surface().at(new double[] {19.5, 10}));
    assertEquals(-1, landmarks.basinAt(new double[] {0, 0}));
    assertEquals(
        landmarks.basinAt(new double[] {-1.2, 0.3}), landmarks.basinAt(new double[] {-1, 0}));
  }

  @Test
  void aQuadraticIsReproducedExactlyAlsoAtARaggedEdge() {
    int[] piece = new int[12 * 12];
    for (int cell = 0; cell < piece.length; cell++) {
      piece[cell] = cell / 12 + cell % 12 > 14 ? -1 : 0;
    }
    CellGrid grid =
        grid(new int[] {12, 12}, new double[] {0, 0}, new double[] {12, 12}, PLANE, piece);
    DoubleBinaryOperator v = (x, y) -> 2 + x - 3 * y + x * x - 0.5 * x * y + 0.25 * y * y;
    CellLandscape landscape = exact(grid, v);
    FittedSurface surface = new FittedSurface(grid, landscape.values());
    for (double[] place : new double[][] {{0, 0}, {7, 7}, {3.3, 5.6}, {11, 3.2}}) {
      FittedSurface.Fit fit = surface.at(place);
      assertNotNull(fit);
      double[] r = grid.values(place);
      assertEquals(v.applyAsDouble(r[0], r[1]), fit.value(), 1e-9);
      assertEquals(1 + 2 * r[0] - 0.5 * r[1], fit.local().slope()[0], 1e-9);
      assertEquals(2, fit.local().bend()[0], 1e-9);
      assertEquals(-0.5, fit.local().bend()[1], 1e-9);
      assertEquals(1, Arrays.stream(fit.shares()).sum(), 1e-12);
      assertEquals(fit.value(), landscape.at(fit), 1e-9);
    }
  }
}
