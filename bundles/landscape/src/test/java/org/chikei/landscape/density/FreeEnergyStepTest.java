package org.chikei.landscape.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.NoSampleFailure;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.coordinate.Period;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.GridSums;
import org.junit.jupiter.api.Test;

class FreeEnergyStepTest {

  private static StepResult run(
      List<CoordinateInfo> coordinates, SampleTable samples, Object... settings) throws Exception {
    return Runs.run(
        new FreeEnergyStep(),
        coordinates,
        Runs.defaults(settings),
        2.5,
        Set.of(),
        null,
        Runs.SLICE,
        samples);
  }

  @Test
  void ofTwoIndependentCoordinatesIsASum() throws Exception {
    int frames = 400_000;
    SplittableRandom random = new SplittableRandom(8);
    double[] x = new double[frames];
    double[] angle = new double[frames];
    for (int j = 0; j < frames; j++) {
      x[j] = GaussianSystem.gauss(random);
      angle[j] = Period.TURN.wrap(Math.PI + 0.8 * GaussianSystem.gauss(random));
    }
    StepResult result =
        run(
            List.of(Runs.coordinate("nm", null), Runs.coordinate("rad", Period.TURN)),
            new SampleTable(frames).withValues(0, x).withValues(1, angle),
            "bins",
            List.of(10L, 12L),
            "range",
            List.of(List.of(-1.5, 1.5), List.of(-Math.PI, Math.PI)));
    double[] a = Runs.column(result, "a");
    double[] b = Runs.column(result, "b");
    double[] g = Runs.column(result, "G");
    double[] error = Runs.column(result, "G_err");
    double[] count = Runs.column(result, "count");
    assertEquals(120, g.length);
    int reference = 5 * 12;
    int beyond = 0;
    int compared = 0;
    for (int k = 0; k < g.length; k++) {
      if (count[k] < 50) {
        continue;
      }
      double exact = cell(a[k], b[k]) - cell(a[reference], b[reference]);
      double sigma = Math.hypot(error[k], error[reference]);
      beyond += Math.abs(g[k] - g[reference] - exact) > 3 * sigma ? 1 : 0;
      compared++;
    }
    assertTrue(compared > 60, compared + " cells compared");
    assertTrue(beyond <= 2, beyond + " cells are off by more than three errors");
  }

  @Test
  void ofThreeCoordinatesHoldsTheCellsThatWereVisited() throws Exception {
    int frames = 300_000;
    SplittableRandom random = new SplittableRandom(3);
    double[][] x = new double[3][frames];
    for (int j = 0; j < frames; j++) {
      x[0][j] = GaussianSystem.gauss(random);
      x[1][j] = 0.5 * x[0][j] + GaussianSystem.gauss(random);
      x[2][j] = Period.TURN.wrap(3 * x[1][j] + 0.1 * GaussianSystem.gauss(random));
    }
    StepResult result =
        run(
            List.of(
                Runs.coordinate("nm", null),
                Runs.coordinate("nm", null),
                Runs.coordinate("rad", Period.TURN)),
            new SampleTable(frames).withValues(0, x[0]).withValues(1, x[1]).withValues(2, x[2]));
    double[] count = Runs.column(result, "count");
    double total = 0;
    double first = 0;
    double expected = 0;
    double[] a = Runs.column(result, "a");
    double[] b = Runs.column(result, "b");
    for (int k = 0; k < count.length; k++) {
      assertTrue(count[k] > 0);
      total += count[k];
      first += count[k] * a[k] * b[k];
    }
    for (int j = 0; j < frames; j++) {
      expected += x[0][j] * x[1][j];
    }
    assertEquals(frames, total);
    // centres in place of values add a part of the width's square, 0.3²/12 of a variance, at most
    assertEquals(expected / frames, first / frames, 0.02);
    assertTrue(Runs.column(result, "c").length == count.length && count.length < 27_000);
    // a map of each pair, then what was found on all three
    for (int k = 0; k < result.exhibits().size(); k++) {
      assertEquals(k < 3, result.exhibits().get(k) instanceof Exhibit.Field);
    }
    assertTrue(result.fields().containsKey("basins"));
    assertEquals(0, Arrays.stream(Runs.column(result, "G")).min().orElseThrow());
  }

  /** −kT ln of the mean density over a cell. */
  private static double cell(double a, double b) {
    double first = 0;
    double second = 0;
    for (int i = 0; i < 100; i++) {
      double x = a + ((i + 0.5) / 100 - 0.5) * 0.3;
      first += Math.exp(-x * x / 2);
      double y = b + ((i + 0.5) / 100 - 0.5) * Math.PI / 6;
      double off = Period.TURN.nearest(y - Math.PI);
      second += Math.exp(-off * off / (2 * 0.64));
    }
    return -2.5 * Math.log(first * second);
  }

  @Test
  void leavesEmptyCellsBlank() throws Exception {
    double[] x = {0.1, 0.1, 0.9};
    StepResult result =
        run(
            List.of(Runs.coordinate("nm", null)),
            new SampleTable(3).withValues(0, x),
            "bins",
            3L,
            "range",
            List.of(0.0, 1.0));
    assertArrayEquals(new double[] {2, 0, 1}, Runs.column(result, "count"));
    double[] g = Runs.column(result, "G");
    assertEquals(0, g[0]);
    assertTrue(Double.isNaN(g[1]));
    assertEquals(2.5 * Math.log(2), g[2], 1e-12);
    assertArrayEquals(new double[] {2, Double.NaN, 1}, Runs.column(result, "rho"), 1e-12);
  }

  @Test
  void countsFramesWithoutAValue() throws Exception {
    double[] x = {0.1, Double.NaN, 0.9, Double.NaN};
    StepResult result =
        run(
            List.of(Runs.coordinate("nm", null)),
            new SampleTable(4).withValues(0, x),
            "range",
            List.of(0.0, 1.0));
    assertTrue(result.warnings().get(0).contains("2 frames"), () -> result.warnings().toString());
  }

  @Test
  void findsItsOwnRangeHoweverFarTheRunGoesBeyondThePilot() throws Exception {
    // the pilot of a run is its beginning here: later frames go a thousand times as far
    int frames = 20_000;
    double[] x = new double[frames];
    SplittableRandom random = new SplittableRandom(3);
    for (int j = 0; j < frames; j++) {
      x[j] = (j < 2_000 ? 0.01 : 10) * (random.nextDouble() - 0.3);
    }
    double[] beginning = Arrays.copyOf(x, 2_000);
    BinAxis axis = BinAxis.choose(Runs.coordinate("nm", null), 40, null, beginning, frames);
    CellAccumulator all = new CellAccumulator(new BinAxis[] {axis}, 32);
    SampleTable samples = new SampleTable(frames).withValues(0, x);
    for (int from = 0; from < frames; from += Runs.SLICE) {
      CellAccumulator part = new CellAccumulator(new BinAxis[] {axis}, 32);
      part.add(samples.own(from, Math.min(frames, from + Runs.SLICE), 0, from));
      all.merge(part);
    }
    all.close();
    GridSums sums = GridSums.of(all.binning(), all.sums());
    assertTrue(sums.cells() >= 25 && sums.cells() <= 60, sums.cells() + " bins");
    double[] count = sums.quantity(CellAccumulator.COUNT);
    double total = 0;
    for (int k = 0; k < sums.cells(); k++) {
      double low = sums.centres(0)[k] - sums.width(0) / 2;
      double expected = 0;
      for (double value : x) {
        expected += value >= low && value < low + sums.width(0) ? 1 : 0;
      }
      assertEquals(expected, count[k]);
      total += count[k];
    }
    assertEquals(frames, total);
  }

  @Test
  void refusesARangeWithoutASample() {
    assertThrows(
        NoSampleFailure.class,
        () ->
            run(
                List.of(Runs.coordinate("nm", null)),
                new SampleTable(1).withValues(0, new double[] {5}),
                "range",
                List.of(0.0, 1.0)));
  }
}
