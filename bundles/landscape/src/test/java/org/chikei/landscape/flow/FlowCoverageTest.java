package org.chikei.landscape.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Hits;
import org.chikei.landscape.Runs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The share of flow lies within its errors as often as it should, and the tests of a flow keep
 * their size, of two and of three coordinates, whatever frames remember of each other.
 */
class FlowCoverageTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 20);

  /**
   * f = −r + turn e × r and noise, r Gaussian with covariance 1, as autoregressive series; weighted
   * ones scatter by 1.2. The truth is what the same frames give without the noise: the cells and
   * the ragged edge of what was sampled take up to 4 % from 2 turn²/(dimensions + 2 turn²).
   */
  @ParameterizedTest
  @CsvSource({
    "2, 0.5, 20000, 10, 2, 16, false",
    "2, 0.5, 20000, 10, 2, 16, true",
    "2, 1, 20000, 3, 1, 12, false",
    "3, 0.5, 30000, 3, 2, 8, false"
  })
  void sharesOfFlowLieWithinTheirErrors(
      int dimensions,
      double turn,
      int frames,
      double time,
      double noise,
      int bins,
      boolean weighted)
      throws Exception {
    Hits hits = new Hits();
    double mean = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Gaussian system = new Gaussian(dimensions, frames, time, weighted ? 1.2 : 1, seed);
      double exact = share(system.forced(turn, 0), bins, dimensions).value();
      Quantity share = share(system.forced(turn, noise), bins, dimensions);
      hits.add(share.value() - exact, share.error());
      mean += exact / SEEDS;
    }
    double whole = 2 * turn * turn / (dimensions + 2 * turn * turn);
    assertTrue(Math.abs(mean - whole) < 0.05 * whole, mean + " for " + whole);
    hits.assertHonest("share of flow, " + dimensions + " coordinates, weighted " + weighted);
  }

  private static Quantity share(SampleTable samples, int bins, int dimensions) throws Exception {
    StepResult result = run(samples, Kinetics.MOMENTUM_AVERAGED, bins, dimensions);
    return (Quantity) result.fields().get("share_of_flow");
  }

  /**
   * Velocities that know nothing of the place: ⟨ṘṘᵀ; r⟩ is constant, there is no current, and
   * neither `differ` nor a current may be called in more than 5 % but for chance, three standard
   * deviations of a binomial.
   */
  @ParameterizedTest
  @CsvSource({"2, 16, 20000, 10, 10", "3, 8, 5000, 0, 0", "3, 10, 20000, 10, 10"})
  void testsByVelocitiesKeepTheirSize(
      int dimensions, int bins, int frames, double time, double timeOfVelocities) throws Exception {
    int seeds = Math.min(400, 2 * SEEDS);
    int changes = 0;
    int currents = 0;
    int different = 0;
    for (int seed = 0; seed < seeds; seed++) {
      SampleTable samples =
          new Gaussian(dimensions, frames, time, 1, 7000 + seed).moving(timeOfVelocities);
      StepResult result = run(samples, Kinetics.DIRECT, bins, dimensions);
      changes += probability(result, "condition") < 0.05 ? 1 : 0;
      currents += probability(result, "current") < 0.05 ? 1 : 0;
      different += result.fields().get("verdict").equals("differ") ? 1 : 0;
    }
    System.out.printf(
        "flow of %d: false alarms %d, %d, %d of %d%n",
        dimensions, changes, currents, different, seeds);
    double most = 0.05 * seeds + 3 * Math.sqrt(seeds * 0.05 * 0.95);
    assertTrue(changes <= most, changes + " false alarms of a change");
    assertTrue(currents <= most, currents + " false alarms of a current");
    assertTrue(different <= most, different + " false alarms of a difference");
  }

  private static double probability(StepResult result, String test) {
    return (Double) ((Map<?, ?>) result.fields().get(test)).get("p_value");
  }

  private static StepResult run(SampleTable samples, Kinetics kinetics, int bins, int dimensions)
      throws Exception {
    return Runs.run(
        new FlowStep(),
        Collections.nCopies(dimensions, Runs.coordinate("", null)),
        Runs.defaults(
            "bins",
            Collections.nCopies(dimensions, (long) bins),
            "range",
            Collections.nCopies(dimensions, List.of(-4.0, 4.0))),
        1,
        Set.of(kinetics),
        null,
        Runs.SLICE,
        samples);
  }

  /** Independent coordinates with normal distributions. */
  private static final class Gaussian {
    private final double time;
    private final double spread;
    private final SplittableRandom random;
    private final double[][] r;

    Gaussian(int dimensions, int frames, double time, double spread, long seed) {
      this.time = time;
      this.spread = spread;
      this.random = new SplittableRandom(seed);
      this.r = new double[dimensions][];
      Arrays.setAll(r, a -> series(frames, time, spread, random.split()));
    }

    private static double[] series(
        int frames, double time, double spread, SplittableRandom random) {
      double keep = time == 0 ? 0 : Math.exp(-1 / time);
      double[] x = new double[frames];
      double last = GaussianSystem.gauss(random);
      for (int j = 0; j < frames; j++) {
        last = keep * last + Math.sqrt(1 - keep * keep) * GaussianSystem.gauss(random);
        x[j] = spread * last;
      }
      return x;
    }

    /** Forces that turn about the third axis, with noise as slow as the places; a metric of 1. */
    SampleTable forced(double turn, double noise) {
      SampleTable table = places();
      for (int a = 0; a < r.length; a++) {
        double[] f = series(r[a].length, time, noise, random.split());
        for (int j = 0; j < f.length; j++) {
          f[j] += -r[a][j] + (a == 0 ? -turn * r[1][j] : a == 1 ? turn * r[0][j] : 0);
        }
        table.withAccelerations(Kinetics.MOMENTUM_AVERAGED, a, f);
      }
      return table;
    }

    /** Harmonic forces, and velocities that remember themselves alone. */
    SampleTable moving(double timeOfVelocities) {
      SampleTable table = places();
      for (int a = 0; a < r.length; a++) {
        double[] f = Arrays.stream(r[a]).map(x -> -x).toArray();
        table
            .withAccelerations(Kinetics.DIRECT, a, f)
            .withVelocities(
                Kinetics.DIRECT, a, series(f.length, timeOfVelocities, 1, random.split()));
      }
      return table;
    }

    private SampleTable places() {
      int frames = r[0].length;
      SampleTable table = new SampleTable(frames);
      double[] squares = new double[frames];
      for (int a = 0; a < r.length; a++) {
        table.withValues(a, r[a]);
        for (int b = a; b < r.length; b++) {
          double[] metric = new double[frames];
          Arrays.fill(metric, a == b ? 1 : 0);
          table.withMetric(a, b, metric);
        }
        for (int j = 0; j < frames; j++) {
          squares[j] += r[a][j] * r[a][j];
        }
      }
      double narrower = (1 - 1 / (spread * spread)) / 2;
      return narrower == 0
          ? table
          : table.withWeights(Arrays.stream(squares).map(s -> Math.exp(-narrower * s)).toArray());
    }
  }
}
