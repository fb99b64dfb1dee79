package org.chikei.landscape.average;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.Runs;
import org.chikei.landscape.kernel.KernelDensityTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Means along three coordinates, one of them a circle, where they are known exactly. */
class AveragesInSpaceTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 6);
  private static final CoordinateInfo F = ConditionalAverageStepTest.named("F", null);
  private static final CoordinateInfo U = ConditionalAverageStepTest.named("u", Period.TURN);
  private static final List<CoordinateInfo> SPACE =
      List.of(
          ConditionalAverageStepTest.named("x", null),
          ConditionalAverageStepTest.named("t", Period.TURN),
          ConditionalAverageStepTest.named("z", null),
          F,
          U);

  private static StepResult run(SampleTable samples, boolean biasAlong, Object... settings)
      throws Exception {
    Map<String, Object> parameters = Runs.defaults(settings);
    parameters.put("drift-landscape", false);
    return Runs.run(
        new ConditionalAverageStepTest.Observing(new ConditionalAverageStep(), 3),
        SPACE,
        parameters,
        1,
        Set.of(),
        null,
        Runs.SLICE,
        null,
        biasAlong,
        samples);
  }

  /** x and z with a memory of their own, t uniform; F and u with a noise that remembers, too. */
  private static SampleTable samples(int frames, double curvature, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = KernelDensityTest.process(frames, 3, random);
    double[] z = KernelDensityTest.process(frames, 3, random);
    double[] noise = KernelDensityTest.process(frames, 6, random);
    double[] t = new double[frames];
    double[] f = new double[frames];
    double[] u = new double[frames];
    for (int j = 0; j < frames; j++) {
      t[j] = Period.TURN.wrap(2 * Math.PI * random.nextDouble());
      f[j] = curvature * x[j] * x[j] + z[j] * Math.cos(t[j]) + noise[j];
      u[j] = Period.TURN.wrap(t[j] + 0.5 + 0.3 * noise[j]);
    }
    return new SampleTable(frames)
        .withValues(0, x)
        .withValues(1, t)
        .withValues(2, z)
        .withValues(3, f)
        .withValues(4, u);
  }

  /** The means of x and x² over a bin of the density of the process, by quadrature. */
  private static double[] moments(double centre, double width) {
    double norm = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < 200; i++) {
      double x = centre + ((i + 0.5) / 200 - 0.5) * width;
      double rho = Math.exp(-1.25 * x * x);
      norm += rho;
      first += rho * x;
      second += rho * x * x;
    }
    return new double[] {first / norm, second / norm};
  }

  /**
   * In cells of 0.4 × 60° × 0.4, borders and the seam of the circle included, the means of F and u
   * over the cell lie within one error in 68 %, within 1.96 in 95 % of cells and seeds.
   */
  @ParameterizedTest
  @CsvSource({"1, false", "-0.7, true"})
  void cellsHoldTheirTruthAsOftenAsTheirErrorsSay(double curvature, boolean biased)
      throws Exception {
    double[] within = new double[2];
    double[] wide = new double[2];
    int all = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SampleTable samples = samples(60_000, curvature, 70 + seed);
      if (biased) {
        double[] weights = new double[60_000];
        for (int j = 0; j < weights.length; j++) {
          // what depends on the coordinates alone leaves ⟨F; x, t, z⟩ as it is
          weights[j] = Math.exp(samples.values(0)[j] - Math.cos(samples.values(1)[j]));
        }
        samples.withWeights(weights);
      }
      List<Double> ends = List.of(-1.0, 1.0);
      StepResult result =
          run(
              samples,
              biased,
              "bins",
              List.of(5L, 6L, 5L),
              "range",
              List.of(ends, List.of(-Math.PI, Math.PI), ends));
      double[][] r = new double[3][];
      for (int a = 0; a < 3; a++) {
        r[a] = Runs.column(result, String.valueOf((char) ('a' + a)));
      }
      assertEquals(150, r[0].length);
      for (int k = 0; k < r[0].length; k++) {
        double half = Math.PI / 6;
        double cos = Math.cos(r[1][k]) * Math.sin(half) / half;
        double exact = curvature * moments(r[0][k], 0.4)[1] + moments(r[2][k], 0.4)[0] * cos;
        double[] off = {
          (Runs.column(result, "F")[k] - exact) / Runs.column(result, "F_err")[k],
          Period.TURN.nearest(Runs.column(result, "u")[k] - r[1][k] - 0.5)
              / Runs.column(result, "u_err")[k]
        };
        for (int f = 0; f < 2; f++) {
          within[f] += Math.abs(off[f]) < 1 ? 1 : 0;
          wide[f] += Math.abs(off[f]) < 1.96 ? 1 : 0;
        }
        all++;
      }
    }
    // cells of one seed share the noise's memory: a third as many count
    double room = 3 / Math.sqrt(all / 3.0);
    for (int f = 0; f < 2; f++) {
      assertEquals(0.68, within[f] / all, 0.03 + 0.47 * room, "one error");
      assertEquals(0.95, wide[f] / all, 0.02 + 0.22 * room, "1.96 errors");
    }
  }

  /** Local fits at the points: what a bandwidth of 0.15 × 15° × 0.15 bends is told beside. */
  @ParameterizedTest
  @CsvSource({"1", "-0.5"})
  void localFitsStandAtTheirPoints(double curvature) throws Exception {
    StepResult result =
        run(
            samples(60_000, curvature, 7),
            false,
            "estimator",
            "local-linear",
            "bandwidth",
            List.of(0.15, Math.PI / 12, 0.15),
            "bins",
            List.of(8L, 12L, 8L),
            "range",
            List.of(List.of(-1.0, 1.0), List.of(-Math.PI, Math.PI), List.of(-1.0, 1.0)));
    double[] x = Runs.column(result, "a");
    double[] t = Runs.column(result, "b");
    double[] z = Runs.column(result, "c");
    assertEquals(8 * 12 * 8, x.length);
    int far = 0;
    for (int k = 0; k < x.length; k++) {
      // h² F''/2 along each axis: a plane does not bend
      double exact = curvature * x[k] * x[k] + z[k] * Math.cos(t[k]);
      double bend = curvature * 0.15 * 0.15 - z[k] * Math.cos(t[k]) * Math.pow(Math.PI / 12, 2) / 2;
      double off = Runs.column(result, "F")[k] - exact - bend;
      far += Math.abs(off) > 3 * Runs.column(result, "F_err")[k] + 0.005 ? 1 : 0;
      double turned = Period.TURN.nearest(Runs.column(result, "u")[k] - t[k] - 0.5);
      far += Math.abs(turned) > 3 * Runs.column(result, "u_err")[k] + 0.005 ? 1 : 0;
      assertTrue(Runs.column(result, "F_err")[k] < 0.25, "scatter at " + k);
    }
    assertTrue(far <= 15, far + " of 1536 are off by more than three errors");
  }

  @Test
  void onlyVisitedCellsHaveRowsAndOnlyOftenVisitedOnesErrors() throws Exception {
    double[] x = new double[4000];
    double[] t = new double[4000];
    double[] z = new double[4000];
    double[] f = new double[4000];
    for (int j = 0; j < x.length; j++) {
      x[j] = j % 2;
      z[j] = j == 100 ? 5 : x[j];
      f[j] = x[j] + (j / 2) % 2;
    }
    SampleTable samples =
        new SampleTable(x.length)
            .withValues(0, x)
            .withValues(1, t)
            .withValues(2, z)
            .withValues(3, f)
            .withValues(4, t);
    List<Double> ends = List.of(-0.5, 5.5);
    StepResult result =
        run(
            samples,
            false,
            "bins",
            List.of(6L, 6L, 6L),
            "range",
            List.of(ends, List.of(-Math.PI, Math.PI), ends));
    double[] count = Runs.column(result, "count");
    assertEquals(3, count.length);
    double[] mean = Runs.column(result, "F");
    double[] error = Runs.column(result, "F_err");
    for (int k = 0; k < 3; k++) {
      if (count[k] == 1) {
        assertTrue(Double.isNaN(error[k]), "one visit knows no scatter");
        assertEquals(0, mean[k]);
      } else {
        assertEquals(Runs.column(result, "a")[k] + 0.5, mean[k], 0.001);
        assertTrue(error[k] < 0.03);
      }
    }
  }

  @Test
  void theReportShowsTheMeanAlongEachPair() throws Exception {
    StepResult result = run(samples(20_000, 1, 3), false, "bins", List.of(8L, 8L, 8L));
    List<String> titles = result.exhibits().stream().map(e -> ((Exhibit.Field) e).title()).toList();
    assertEquals(
        List.of("⟨F; x, t⟩", "⟨F; x, z⟩", "⟨F; t, z⟩", "⟨u; x, t⟩", "⟨u; x, z⟩", "⟨u; t, z⟩"),
        titles);
    Exhibit.Field field = (Exhibit.Field) result.exhibits().get(1);
    double[] at = field.xs();
    int checked = 0;
    for (int i = 0; i < at.length; i++) {
      for (int k = 0; k < field.ys().length; k++) {
        if (Math.abs(at[i]) < 0.7 && Math.abs(field.ys()[k]) < 0.7) {
          // z cos t is nothing on the average over t
          assertEquals(at[i] * at[i], field.values()[i][k], 0.25);
          checked++;
        }
      }
    }
    assertTrue(checked >= 4, checked + " cells");
  }

  @Test
  void tooManyCellsAreRefused() {
    ParameterException refused =
        assertThrows(
            ParameterException.class,
            () -> run(samples(10, 1, 3), false, "bins", List.of(200L, 200L, 200L)));
    assertEquals(
        "8000000 cells are more than can be held; use fewer bins: at most 1000000 cells",
        refused.getMessage());
  }
}
