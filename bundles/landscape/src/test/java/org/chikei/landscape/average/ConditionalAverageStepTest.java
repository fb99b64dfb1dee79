package org.chikei.landscape.average;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.Declaration;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.NoSampleFailure;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Means of what is known exactly, along what is correlated in time. */
public class ConditionalAverageStepTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 40);
  private static final double MEMORY = 0.95;

  /** A step that observes the last of the coordinates it is given. */
  public record Observing(AnalysisStep step, int own) implements AnalysisStep {
    @Override
    public Declaration declaration() {
      return step.declaration();
    }

    @Override
    public int minimumCoordinates() {
      return step.minimumCoordinates();
    }

    @Override
    public int maximumCoordinates() {
      return step.maximumCoordinates();
    }

    @Override
    public Analysis prepare(StepRequest request) throws ParameterException {
      List<CoordinateInfo> all = request.coordinates();
      return step.prepare(
          new StepRequest(
              request.name(),
              all.subList(0, own),
              all.subList(own, all.size()),
              request.parameters()));
    }
  }

  public static CoordinateInfo named(String name, Period period) {
    return new CoordinateInfo(
        name, "distance", "nm", Optional.ofNullable(period), List.of(), List.of());
  }

  private static StepResult run(int own, List<CoordinateInfo> all, SampleTable samples)
      throws Exception {
    return run(own, all, false, samples);
  }

  private static StepResult run(
      int own, List<CoordinateInfo> all, boolean drift, SampleTable samples) throws Exception {
    Object bins = own == 1 ? (Object) 12L : List.of(6L, 6L);
    List<?> one = List.of(-1.5, 1.5);
    return Runs.run(
        new Observing(new ConditionalAverageStep(), own),
        all,
        Runs.defaults(
            "bins", bins, "range", own == 1 ? one : List.of(one, one), "drift-landscape", drift),
        1,
        Set.of(),
        null,
        Runs.SLICE,
        samples);
  }

  /** A normal process whose correlation decays by {@link #MEMORY} a frame. */
  private static double[] process(int frames, SplittableRandom random) {
    double[] x = new double[frames];
    double value = GaussianSystem.gauss(random);
    for (int j = 0; j < frames; j++) {
      x[j] = value;
      value = MEMORY * value + Math.sqrt(1 - MEMORY * MEMORY) * GaussianSystem.gauss(random);
    }
    return x;
  }

  /** The mean of x² over a bin of the normal density, and that of x, by quadrature. */
  private static double[] moments(double centre, double width) {
    double norm = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < 400; i++) {
      double x = centre + ((i + 0.5) / 400 - 0.5) * width;
      double rho = Math.exp(-x * x / 2);
      norm += rho;
      first += rho * x;
      second += rho * x * x;
    }
    return new double[] {first / norm, second / norm};
  }

  /**
   * ⟨F; x⟩ of F = x² + y − 0.7 x, y a process of its own; and of an angle about the end of its
   * circle. The truth lies within one error in 62 to 74 % and within 1.96 in 93 to 97 % of bins and
   * seeds; a small number of seeds is given the room of its own scatter.
   */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theTruthLiesWithinTheErrorsAsOftenAsItShould(boolean weighted) throws Exception {
    int within = 0;
    int wide = 0;
    int withinAngle = 0;
    int wideAngle = 0;
    int all = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(100 + seed);
      int frames = 40_000;
      double[] x = process(frames, random);
      double[] y = process(frames, random);
      double[] f = new double[frames];
      double[] angle = new double[frames];
      double[] weights = new double[frames];
      for (int j = 0; j < frames; j++) {
        f[j] = x[j] * x[j] + y[j] - 0.7 * x[j];
        angle[j] = Period.TURN.wrap(Math.PI + 0.4 * y[j]);
        // a bias that depends on something else altogether leaves ⟨F; x⟩ as it is
        weights[j] = 0.5 + random.nextDouble();
      }
      SampleTable samples =
          new SampleTable(frames).withValues(0, x).withValues(1, f).withValues(2, angle);
      if (weighted) {
        samples.withWeights(weights);
      }
      StepResult result =
          run(1, List.of(named("x", null), named("F", null), named("t", Period.TURN)), samples);
      double[] r = Runs.column(result, "r");
      double[] mean = Runs.column(result, "F");
      double[] error = Runs.column(result, "F_err");
      double[] turn = Runs.column(result, "t");
      double[] turnError = Runs.column(result, "t_err");
      for (int k = 0; k < r.length; k++) {
        double[] moments = moments(r[k], 0.25);
        double off = Math.abs(mean[k] - (moments[1] - 0.7 * moments[0])) / error[k];
        double offAngle = Math.abs(Period.TURN.wrap(turn[k] - Math.PI)) / turnError[k];
        within += off < 1 ? 1 : 0;
        wide += off < 1.96 ? 1 : 0;
        withinAngle += offAngle < 1 ? 1 : 0;
        wideAngle += offAngle < 1.96 ? 1 : 0;
        all++;
      }
    }
    // bins of one seed are not independent of each other: half as many count
    double room = 3 / Math.sqrt(all / 2.0);
    for (int count : new int[] {within, withinAngle}) {
      assertEquals(0.68, (double) count / all, 0.06 + 0.47 * room, "one error");
    }
    for (int count : new int[] {wide, wideAngle}) {
      assertEquals(0.95, (double) count / all, 0.02 + 0.22 * room, "1.96 errors");
    }
  }

  @Test
  void alongTwoCoordinatesThereIsAMeanForEachCell() throws Exception {
    int frames = 300_000;
    SplittableRandom random = new SplittableRandom(4);
    double[] x = new double[frames];
    double[] y = new double[frames];
    double[] f = new double[frames];
    for (int j = 0; j < frames; j++) {
      x[j] = GaussianSystem.gauss(random);
      y[j] = GaussianSystem.gauss(random);
      f[j] = 2 * x[j] - y[j] + GaussianSystem.gauss(random);
    }
    StepResult result =
        run(
            2,
            List.of(named("x", null), named("y", null), named("F", null)),
            new SampleTable(frames).withValues(0, x).withValues(1, y).withValues(2, f));
    double[] a = Runs.column(result, "a");
    double[] b = Runs.column(result, "b");
    double[] mean = Runs.column(result, "F");
    double[] error = Runs.column(result, "F_err");
    assertEquals(36, a.length);
    int beyond = 0;
    for (int k = 0; k < a.length; k++) {
      double exact = 2 * moments(a[k], 0.5)[0] - moments(b[k], 0.5)[0];
      beyond += Math.abs(mean[k] - exact) > 3 * error[k] ? 1 : 0;
    }
    assertTrue(beyond <= 1, beyond + " of 36 cells are off by more than three errors");
    assertEquals(List.of("x", "y"), result.of());
  }

  @Test
  void whatIsObservedMayBeMissingInSomeFrames() throws Exception {
    int frames = 20_000;
    double[] x = process(frames, new SplittableRandom(2));
    double[] f = new double[frames];
    for (int j = 0; j < frames; j++) {
      f[j] = j % 4 == 0 ? Double.NaN : 3;
    }
    StepResult result =
        run(
            1,
            List.of(named("x", null), named("F", null)),
            new SampleTable(frames).withValues(0, x).withValues(1, f));
    for (double mean : Runs.column(result, "F")) {
      assertEquals(3, mean, 1e-12);
    }
    assertEquals(1, result.warnings().size());
    assertTrue(
        result.warnings().get(0).startsWith("'F' does not exist in 25 % of the samples"),
        result.warnings().get(0));
  }

  @Test
  void anEmptyBinHasNoMeanAndOutOfRangeIsAnError() throws Exception {
    double[] x = {-1.4, -1.4, 1.4, 1.4};
    double[] f = {1, 2, 3, 5};
    StepResult result =
        run(
            1,
            List.of(named("x", null), named("F", null)),
            new SampleTable(4).withValues(0, x).withValues(1, f));
    double[] mean = Runs.column(result, "F");
    List<Integer> filled = new ArrayList<>();
    for (int k = 0; k < mean.length; k++) {
      if (!Double.isNaN(mean[k])) {
        filled.add(k);
      }
    }
    assertEquals(List.of(0, 11), filled);
    assertEquals(1.5, mean[0]);
    assertEquals(4, mean[11]);
    assertTrue(Double.isNaN(Runs.column(result, "F_err")[0]));
    SampleTable far = new SampleTable(1).withValues(0, new double[] {9}).withValues(1, f);
    assertThrows(
        NoSampleFailure.class, () -> run(1, List.of(named("x", null), named("F", null)), far));
  }

  /** A drift −x + x³/4 has the landscape x²/2 − x⁴/16. */
  @Test
  void aDriftHasALandscapeOfItsOwn() throws Exception {
    SplittableRandom random = new SplittableRandom(12);
    int frames = 200_000;
    double[] x = process(frames, random);
    double[] f = new double[frames];
    for (int j = 0; j < frames; j++) {
      f[j] = -x[j] + x[j] * x[j] * x[j] / 4 + GaussianSystem.gauss(random);
    }
    StepResult result =
        run(
            1,
            List.of(named("x", null), named("drift", null)),
            true,
            new SampleTable(frames).withValues(0, x).withValues(1, f));
    double[] r = Runs.column(result, "r");
    double[] landscape = Runs.column(result, "drift_landscape");
    double[] error = Runs.column(result, "drift_landscape_err");
    double offset = landscape[5] - (r[5] * r[5] / 2 - Math.pow(r[5], 4) / 16);
    for (int k = 0; k < r.length; k++) {
      double exact = r[k] * r[k] / 2 - Math.pow(r[k], 4) / 16 + offset;
      // the trapezoidal rule in bins of 0.25 and their means add up to less than 0.01
      assertEquals(exact, landscape[k], 3.5 * (error[k] + error[5]) + 0.01, "at " + r[k]);
      assertTrue(error[k] > 0 && error[k] < 0.03);
    }
    assertTrue(
        result.exhibits().stream().anyMatch(e -> e.toString().contains("Drift landscape of x")));
    assertThrows(
        ParameterException.class,
        () ->
            run(
                2,
                List.of(named("x", null), named("y", null), named("drift", null)),
                true,
                new SampleTable(frames).withValues(0, x).withValues(1, x).withValues(2, f)));
  }
}
