package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.Test;

/**
 * A bias that changes in time and is a function of the coordinate leaves ⟨A; r⟩ as it is: frames of
 * one bin then need no weights among each other, and the mean over all of them scatters less than
 * one that the few heaviest carry.
 */
class BiasAlongTest {
  private static final GaussianSystem SYSTEM =
      new GaussianSystem(GaussianSystem.View.SQUARE, 2, 1, 1, 1, 4);

  /** Frames of several stiffnesses k in turn, weighed so that together they are those of k = 1. */
  private static SampleTable samples(int frames, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] r = new double[frames];
    double[] velocity = new double[frames];
    double[] direct = new double[frames];
    double[] averaged = new double[frames];
    double[] metric = new double[frames];
    double[] weights = new double[frames];
    double[] x = {GaussianSystem.gauss(random), GaussianSystem.gauss(random)};
    for (int j = 0; j < frames; j++) {
      double k = 0.3 + 2.1 * ((j / 50) % 4) / 3;
      double xv = 0;
      double vv = 0;
      double xx = 0;
      for (int d = 0; d < 2; d++) {
        double keep = Math.exp(-0.5);
        double spread = 1 / Math.sqrt(k);
        x[d] =
            j % 50 == 0
                ? spread * GaussianSystem.gauss(random)
                : keep * x[d] + spread * Math.sqrt(1 - keep * keep) * GaussianSystem.gauss(random);
        double v = GaussianSystem.gauss(random);
        xx += x[d] * x[d];
        xv += x[d] * v;
        vv += v * v;
      }
      r[j] = xx;
      velocity[j] = 2 * xv;
      direct[j] = 2 * vv - 2 * xx;
      averaged[j] = 4 - 2 * xx;
      metric[j] = 4 * xx;
      weights[j] = Math.exp(-(1 - k) * xx / 2) / k;
    }
    return new SampleTable(frames)
        .withValues(0, r)
        .withVelocities(Kinetics.DIRECT, 0, velocity)
        .withAccelerations(Kinetics.DIRECT, 0, direct)
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, averaged)
        .withMetric(0, 0, metric)
        .withWeights(weights);
  }

  private static StepResult run(boolean biasAlong) throws Exception {
    return Runs.run(
        new ComparisonStep(),
        List.of(Runs.coordinate("nm", null)),
        Runs.defaults("bins", 30L, "range", List.of(0.2, 5.0), "reference-mass", 0.25),
        1,
        GaussianSystem.kinetics(),
        Kinetics.DIRECT,
        Runs.SLICE,
        null,
        biasAlong,
        samples(40_000, 5));
  }

  @Test
  void meansOverFramesAsTheyAreAreRightAndScatterLess() throws Exception {
    StepResult plain = run(true);
    StepResult weighted = run(false);
    assertEquals(
        "unweighted, since the bias is a function of the coordinate",
        ((Map<?, ?>) plain.fields().get("kinetics")).get("means"));
    assertEquals("weighted", ((Map<?, ?>) weighted.fields().get("kinetics")).get("means"));
    double[] r = Runs.column(plain, "r");
    for (String name : List.of("D", "f")) {
      double[] y = Runs.column(plain, name);
      double[] error = Runs.column(plain, name + "_err");
      double[] other = Runs.column(weighted, name + "_err");
      double ratio = 0;
      for (int k = 0; k < r.length; k++) {
        double exact = name.equals("D") ? SYSTEM.squaredVelocity(r[k]) : SYSTEM.meanForce(r[k]);
        assertEquals(exact, y[k], 4 * error[k], name + " at " + r[k]);
        ratio += error[k] / other[k] / r.length;
      }
      assertTrue(ratio < 0.95, name + ": " + ratio);
    }
  }

  @Test
  void populationsAreWeighedAllTheSame() throws Exception {
    StepResult plain = run(true);
    double[] r = Runs.column(plain, "r");
    double[] g = Runs.column(plain, "G");
    double[] error = Runs.column(plain, "G_err");
    double[] weighted = Runs.column(run(false), "G");
    double[] ching = Runs.column(plain, "G_ching");
    double[] chingError = Runs.column(plain, "G_ching_err");
    for (int k = 1; k < r.length; k++) {
      assertEquals(weighted[k], g[k], 1e-12);
      double exact = (r[k] - r[0]) / 2;
      assertEquals(exact, g[k] - g[0], 4 * Math.hypot(error[k], error[0]));
      assertEquals(exact, ching[k] - ching[0], 4 * Math.hypot(chingError[k], chingError[0]));
    }
  }
}
