package org.chikei.landscape.landmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StreamLinesTest {

  private static CellGrid grid(int n, boolean circle) {
    double[] known = new double[n * n];
    Arrays.fill(known, 100);
    return new CellGrid(
        new int[] {n, n},
        new double[2],
        new double[] {1, 1},
        new boolean[] {circle, false},
        new int[n * n],
        known);
  }

  private static List<double[][]> lines(CellGrid grid, UnaryOperator<double[]> field) {
    double[][] v = new double[2][grid.cells()];
    boolean[] known = new boolean[grid.cells()];
    for (int cell = 0; cell < known.length; cell++) {
      double[] at = field.apply(grid.values(grid.centre(cell)));
      v[0][cell] = at[0];
      v[1][cell] = at[1];
      known[cell] = Math.hypot(at[0], at[1]) > 0;
    }
    return StreamLines.of(grid, v, known);
  }

  @Test
  void ofARotationAreClosedCirclesThatTurnItsWay() {
    CellGrid grid = grid(41, false);
    List<double[][]> lines =
        lines(
            grid,
            r -> {
              double x = r[0] - 20;
              double y = r[1] - 20;
              return Math.hypot(x, y) > 18 ? new double[2] : new double[] {-y, x};
            });
    assertTrue(lines.size() >= 4, lines.size() + " lines");
    int inside = 0;
    for (double[][] line : lines) {
      double radius = Math.hypot(line[0][0] - 20, line[0][1] - 20);
      for (double[] place : line) {
        assertEquals(radius, Math.hypot(place[0] - 20, place[1] - 20), 0.05 + 0.01 * radius);
      }
      double[] a = line[0];
      double[] b = line[1];
      assertTrue((a[0] - 20) * (b[1] - 20) - (a[1] - 20) * (b[0] - 20) > 0, "counterclockwise");
      if (radius < 16) {
        inside++;
        assertArrayEquals(line[0], line[line.length - 1], "closed at a radius of " + radius);
      }
    }
    assertTrue(inside >= 4, inside + " lines away from the border");
  }

  @Test
  void keepApartAndEndAtTheBorder() {
    CellGrid grid = grid(40, false);
    List<double[][]> lines = lines(grid, r -> new double[] {1, 0.3 * Math.sin(r[0] / 5)});
    assertTrue(lines.size() > 8 && lines.size() < 30, lines.size() + " lines");
    int points = 0;
    for (double[][] line : lines) {
      points += line.length;
      for (double[] place : line) {
        assertTrue(grid.cellAt(place) >= 0);
      }
      for (double[][] other : lines) {
        for (double[] p : line) {
          for (double[] q : other) {
            assertTrue(line == other || Math.hypot(p[0] - q[0], p[1] - q[1]) > 0.5);
          }
        }
      }
    }
    assertTrue(points <= 8000, points + " points");
  }

  @Test
  void closeAroundACircle() {
    List<double[][]> lines = lines(grid(36, true), r -> new double[] {2, 0});
    for (double[][] line : lines) {
      assertArrayEquals(line[0], line[line.length - 1]);
      assertEquals(36 / 0.4, line.length, 3);
    }
    assertTrue(lines.size() >= 8);
  }

  @Test
  void thereAreNoneWhereNothingIsKnown() {
    assertEquals(0, lines(grid(10, false), r -> new double[2]).size());
  }
}
