package org.chikei.landscape.comparison;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.coordinate.Period;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Hits;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.Test;

/** Numbers that stand by themselves in a result lie within their errors as often as they should. */
class QuantityCoverageTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 40);

  /** ρ ∝ r e^(−r²/2): ⟨r⟩ = √(π/2), σ² = 2 − π/2, and kT/⟨(d(r²)/dt)²⟩ = 1/8. */
  @Test
  void meanDeviationAndMassOfARadius() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.RADIUS, 2, 1, 1, 1, 5, 15);
    Hits means = new Hits();
    Hits deviations = new Hits();
    Hits masses = new Hits();
    for (int seed = 1; seed <= SEEDS; seed++) {
      StepResult result =
          Runs.run(
              new ComparisonStep(),
              Runs.coordinate("nm", null),
              Runs.defaults("bins", 150L, "relabel", "square"),
              1,
              GaussianSystem.kinetics(),
              null,
              system.sample(20_000, seed));
      add(means, Math.sqrt(Math.PI / 2), result.fields().get("mean"));
      add(deviations, Math.sqrt(2 - Math.PI / 2), result.fields().get("standard_deviation"));
      Map<?, ?> relabelled = (Map<?, ?>) result.fields().get("relabelled");
      add(masses, 1.0 / 8, relabelled.get("reference_mass"));
    }
    means.assertHonest("mean");
    deviations.assertHonest("standard deviation");
    masses.assertHonest("mass of the square");
  }

  /**
   * On a circle with ρ ∝ e^(−cos θ) and D = 1 + ½ cos θ + ½ sin θ, f = D′ + D (ln ρ)′: ∮ f dθ = ∮ D
   * sin θ dθ = π/2, and Vm fails to close by −m* π/2; ⟨cos θ⟩ = −I₁(1)/I₀(1) makes m*.
   */
  @Test
  void closureAroundACircle() throws Exception {
    double mass = 1 / (1 - 0.5 * 0.565159104 / 1.266065878);
    Hits ofVm = new Hits();
    Hits ofChing = new Hits();
    for (int seed = 1; seed <= SEEDS; seed++) {
      StepResult result =
          Runs.run(
              new ComparisonStep(),
              Runs.coordinate("rad", Period.TURN),
              Runs.defaults("bins", 48L),
              1,
              Set.of(Kinetics.MOMENTUM_AVERAGED),
              null,
              circle(12_000, seed));
      Map<?, ?> closure = (Map<?, ?>) result.fields().get("closure");
      add(ofVm, -mass * Math.PI / 2, closure.get("Vm"));
      add(ofChing, 0, closure.get("G_ching"));
    }
    ofVm.assertHonest("closure of Vm");
    ofChing.assertHonest("closure of Ching's density");
  }

  private static void add(Hits hits, double exact, Object field) {
    Quantity found = (Quantity) field;
    hits.add(found.value() - exact, found.error());
  }

  /** Metric and acceleration scatter about D and f. */
  private static SampleTable circle(int frames, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] angle = new double[frames];
    double[] metric = new double[frames];
    double[] averaged = new double[frames];
    double theta = Math.PI;
    for (int k = -200; k < frames; k++) {
      for (int step = 0; step < 3; step++) {
        double trial = theta + 3 * (random.nextDouble() - 0.5);
        if (random.nextDouble() < Math.exp(Math.cos(theta) - Math.cos(trial))) {
          theta = Period.TURN.wrap(trial);
        }
      }
      if (k >= 0) {
        double d = 1 + 0.5 * Math.cos(theta) + 0.5 * Math.sin(theta);
        double slope = 0.5 * Math.cos(theta) - 0.5 * Math.sin(theta);
        angle[k] = theta;
        metric[k] = d * (0.8 + 0.4 * random.nextDouble());
        averaged[k] = slope + d * Math.sin(theta) + GaussianSystem.gauss(random);
      }
    }
    return new SampleTable(frames)
        .withValues(0, angle)
        .withMetric(0, 0, metric)
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, averaged);
  }
}
