package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.JoinedWindows;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.SelfConsistentWindows;
import org.chikei.landscape.SlantedWell;
import org.junit.jupiter.api.Test;

/**
 * What is made of biased frames covers the truth as often as that of unbiased ones: of a run under
 * a bias that its weights undo, and of umbrella windows joined by MBAR, whose free energies come
 * from the same frames. The double well of {@link SlantedWell}, biased along x, seen along a
 * slanted axis.
 */
class BiasedCoverageTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 60);
  private static final double[] CENTRES = {-1.4, -1.0, -0.6, -0.2, 0.2, 0.6, 1.0, 1.4};
  private static final double CONSTANT = 12;

  private final Map<String, int[]> hits = new LinkedHashMap<>();

  @Test
  void weightsOfABiasedRunAreInItsErrors() throws Exception {
    SlantedWell well = SlantedWell.of(3, 25);
    SlantedWell.Bias bias = x -> -2 * (x * x - 1) * (x * x - 1) * Math.exp(-0.3 * x * x);
    for (int seed = 1; seed <= SEEDS; seed++) {
      SlantedWell.Walk walk = well.walk(bias, 1, 12_000, 4, seed);
      double[] weights = new double[walk.x().length];
      for (int j = 0; j < weights.length; j++) {
        weights[j] = Math.exp(bias.at(walk.x()[j]));
      }
      count(well, run(null, List.of(), walk.samples().withWeights(weights)));
    }
    report("weighted");
  }

  @Test
  void freeEnergiesOfWindowsAreInTheErrors() throws Exception {
    SlantedWell well = SlantedWell.of(5, 25);
    for (int seed = 1; seed <= SEEDS; seed++) {
      count(well, ofWindows(well, seed));
    }
    report("windows");
  }

  @Test
  void soAreLocalFitsOfThem() throws Exception {
    SlantedWell well = SlantedWell.of(5, 25);
    for (int seed = 1; seed <= SEEDS; seed++) {
      StepResult result = ofWindows(well, seed, "estimator", "local-linear", "bandwidth", 0.04);
      curve("Vm", result, well);
      squaredVelocities(result);
    }
    report("local fits in windows");
  }

  private static StepResult ofWindows(SlantedWell well, long seed, Object... settings)
      throws Exception {
    double[][] x = new double[CENTRES.length][];
    SampleTable[] tables = new SampleTable[CENTRES.length];
    for (int k = 0; k < CENTRES.length; k++) {
      double centre = CENTRES[k];
      SlantedWell.Walk walk =
          well.walk(
              q -> 0.5 * CONSTANT * (q - centre) * (q - centre), centre, 2000, 4, 1000 * seed + k);
      tables[k] = walk.samples().ofRun(k);
      x[k] = walk.x();
    }
    SelfConsistentWindows windows = new SelfConsistentWindows(x, CENTRES, CONSTANT);
    for (int k = 0; k < CENTRES.length; k++) {
      tables[k].withWeights(windows.weights(k));
    }
    return run(windows, List.of(settings), tables);
  }

  private static StepResult run(JoinedWindows windows, List<Object> settings, SampleTable... tables)
      throws Exception {
    List<Object> all = new ArrayList<>(settings);
    all.addAll(List.of("bins", 40L, "range", List.of(-1.6, 1.6), "reference-mass", 2.0));
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("nm", null),
        Runs.defaults(all.toArray()),
        1,
        GaussianSystem.kinetics(),
        Kinetics.DIRECT,
        windows,
        tables);
  }

  private void count(SlantedWell well, StepResult result) {
    for (String name : List.of("G", "Vm", "Vm_gd", "G_ching", "G_best")) {
      curve(name, result, well);
    }
    squaredVelocities(result);
    List<?> barriers = (List<?>) result.fields().get("barriers");
    assertTrue(!barriers.isEmpty());
    Map<?, ?> barrier = (Map<?, ?>) barriers.get(0);
    double from = (Double) barrier.get("from");
    double at = (Double) barrier.get("at");
    double exact = well.free(at) - well.free(from);
    for (String name : List.of("G", "Vm", "Vm_gd", "G_ching", "G_best")) {
      hit(
          "barrier of " + name,
          ((Double) barrier.get(name) - exact) / (Double) barrier.get(name + "_err"));
    }
    double width = Runs.column(result, "r")[1] - Runs.column(result, "r")[0];
    double rate = well.transitionStateRate(from, at, width);
    hit(
        "TST rate",
        ((Double) barrier.get("tst_rate") - rate) / (Double) barrier.get("tst_rate_err"));
    hit(
        "barrier of Vm - G",
        (Double) barrier.get("difference") / (Double) barrier.get("difference_err"));
  }

  private void squaredVelocities(StepResult result) {
    double[] d = Runs.column(result, "D");
    double[] error = Runs.column(result, "D_err");
    for (int k = 0; k < d.length; k++) {
      if (error[k] > 0) {
        hit("D", (d[k] - 1 / SlantedWell.MASS) / error[k]);
      }
    }
  }

  private void hit(String name, double off) {
    int[] hit = hits.computeIfAbsent(name, key -> new int[3]);
    hit[0] += Math.abs(off) < 1 ? 1 : 0;
    hit[1] += Math.abs(off) < 1.96 ? 1 : 0;
    hit[2]++;
  }

  /** A curve is known up to a constant: its mean over the samples. */
  private void curve(String name, StepResult result, SlantedWell well) {
    double[] r = Runs.column(result, "r");
    double[] y = Runs.column(result, name);
    double[] error = Runs.column(result, name + "_err");
    double[] rho = Runs.column(result, "rho");
    double width = r[1] - r[0];
    double[] off = new double[r.length];
    double total = 0;
    double mean = 0;
    for (int k = 0; k < r.length; k++) {
      if (error[k] > 0) {
        off[k] = y[k] - (name.startsWith("G") ? binned(well, r[k], width) : well.free(r[k]));
        total += rho[k];
        mean += rho[k] * off[k];
      }
    }
    for (int k = 0; k < r.length; k++) {
      if (error[k] > 0) {
        hit(name, (off[k] - mean / total) / error[k]);
      }
    }
  }

  /** −ln of the mean density over a bin. */
  private static double binned(SlantedWell well, double r, double width) {
    double sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += Math.exp(-well.free(r + ((i + 0.5) / 8 - 0.5) * width)) / 8;
    }
    return -Math.log(sum);
  }

  private void report(String what) {
    StringBuilder report = new StringBuilder();
    boolean honest = true;
    for (Map.Entry<String, int[]> hit : hits.entrySet()) {
      double tried = hit.getValue()[2];
      double one = hit.getValue()[0] / tried;
      double two = hit.getValue()[1] / tried;
      // of the bins of one data set about eight are independent; of barriers there is one
      double slack = 3 / Math.sqrt((tried > SEEDS ? 8.0 : 1.0) * SEEDS);
      honest &= Math.abs(one - 0.68) < 0.06 + 0.47 * slack;
      honest &= Math.abs(two - 0.95) < 0.02 + 0.22 * slack;
      report.append(String.format("%s %.3f %.3f; ", hit.getKey(), one, two));
    }
    System.out.println(what + ": " + report);
    assertTrue(honest, report::toString);
  }
}
