package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.StepResult;
import org.chikei.api.text.Words;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A free coordinate of two foci, x = cosh μ cos ν, y = sinh μ sin ν, with V = 5 exp(−((μ −
 * 1)/0.25)²) in units of kT: the case where a reaction is downhill on G and uphill on Vm. |∇μ|² =
 * 1/(sinh²μ + sin²ν) and ∇²μ = 0, so ρ ∝ cosh 2μ e^−V, D = 2/cosh 2μ and f = −V′ D, all exact.
 */
class EllipticCoordinateTest {
  private static final int FRAMES = 300_000;
  private static StepResult result;

  @BeforeAll
  static void sample() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    double[] mu = new double[FRAMES];
    double[] metric = new double[FRAMES];
    double[] averaged = new double[FRAMES];
    double most = square(Math.sinh(2)) + 1;
    for (int j = 0; j < FRAMES; ) {
      double m = 2 * random.nextDouble();
      double nu = 2 * Math.PI * random.nextDouble();
      double area = square(Math.sinh(m)) + square(Math.sin(nu));
      if (random.nextDouble() * most < area * Math.exp(-potential(m))) {
        mu[j] = m;
        metric[j] = 1 / area;
        averaged[j] = -slope(m) / area;
        j++;
      }
    }
    result =
        Runs.run(
            new ComparisonStep(),
            Runs.coordinate("", null),
            Runs.defaults("bins", 78L, "range", List.of(0.0375, 1.9875), "reference-mass", 1.0),
            1,
            Set.of(Kinetics.MOMENTUM_AVERAGED),
            null,
            new SampleTable(FRAMES)
                .withValues(0, mu)
                .withMetric(0, 0, metric)
                .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, averaged));
  }

  private static double square(double x) {
    return x * x;
  }

  private static double potential(double mu) {
    return 5 * Math.exp(-square((mu - 1) / 0.25));
  }

  private static double slope(double mu) {
    return -2 * (mu - 1) / 0.0625 * potential(mu);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 1.773638, -0.026266, -0.114508, 0.001125",
    "0.50, 1.296109, -1.899124, -0.337214, 0.128946",
    "0.75, 0.850192, -12.510727, 0.988946, 1.859567",
    "1.00, 0.531604, 0, 3.679986, 4.106198",
    "1.25, 0.326142, 4.799244, 0.030818, 2.842427",
    "1.50, 0.198656, 0.291081, -2.212761, 2.355766",
    "1.75, 0.120679, 0.001787, -2.802158, 2.339499"
  })
  void agreesWithTheExactTable(double mu, double d, double f, double g, double vm) {
    int bin = bin(mu);
    int zero = bin(0.5);
    assertWithin(d, "D", "D_err", bin);
    assertEquals(f, column("f")[bin], 3.5 * column("f_err")[bin] + 2e-3);
    assertDifference(g + 0.337214, "G", "G_err", zero, bin);
    assertDifference(g + 0.337214, "G_ching", "G_ching_err", zero, bin);
    assertDifference(vm - 0.128946, "Vm", "Vm_err", zero, bin);
    assertDifference(vm - 0.128946, "Vm_gd", "Vm_gd_err", zero, bin);
  }

  @Test
  void saysThatTheReactionTurnsRound() {
    assertEquals("differ", result.fields().get("verdict"));
    assertTrue(
        result.headline().contains("the sign of the reaction turns round"), result.headline());
    Map<?, ?> pair = (Map<?, ?>) ((List<?>) result.fields().get("differences")).get(0);
    assertEquals(true, pair.get("sign_turns"));
    assertTrue((Double) pair.get("G") < -1, pair.toString());
    assertTrue((Double) pair.get("Vm_gd") > 1, pair.toString());
  }

  /** ΔG‡ is 4.0 and 6.5 kT, ΔVm‡ 4.0 and 1.8 kT: only the second barrier is worth a warning. */
  @Test
  void warnsThatSignAndBarrierDependOnTheLandscape() {
    List<String> sign = warnings("disagree about the sign of the reaction");
    assertEquals(1, sign.size(), result.warnings()::toString);
    List<String> barriers = warnings("differ by more than kT");
    assertEquals(1, barriers.size(), result.warnings()::toString);
    Map<?, ?> back = (Map<?, ?>) ((List<?>) result.fields().get("barriers")).get(1);
    String from = "from " + Words.number((Double) back.get("from"), 4) + " over";
    assertTrue(barriers.get(0).contains(from), barriers::toString);
    assertEquals(1, barriers.get(0).split(" over ").length - 1, barriers::toString);
  }

  private static List<String> warnings(String part) {
    return result.warnings().stream().filter(warning -> warning.contains(part)).toList();
  }

  @Test
  void givesTheRateOfTransitionStateTheory() {
    Map<?, ?> barrier = (Map<?, ?>) ((List<?>) result.fields().get("barriers")).get(0);
    double top = (Double) barrier.get("at");
    // k = √(kT/2π) ⟨√g; r‡⟩ ρ(r‡)/P by quadrature
    double population = 0;
    double density = 0;
    double root = 0;
    int steps = 400;
    for (int i = 0; i < steps; i++) {
      double nu = 2 * Math.PI * (i + 0.5) / steps;
      double area = square(Math.sinh(top)) + square(Math.sin(nu));
      density += area * Math.exp(-potential(top)) / steps;
      root += Math.sqrt(area) * Math.exp(-potential(top)) / steps;
      double mu = 0.0375 + (top - 0.0375) * (i + 0.5) / steps;
      population += Math.cosh(2 * mu) / 2 * Math.exp(-potential(mu)) * (top - 0.0375) / steps;
    }
    double exact = Math.sqrt(1 / (2 * Math.PI)) * (root / density) * density / population;
    // the basin ends at the far side of the top's bin, 0.0125 beyond it, which adds 0.1 %
    assertEquals(
        exact,
        (Double) barrier.get("tst_rate"),
        3.5 * (Double) barrier.get("tst_rate_err") + 3e-3 * exact);
  }

  @Test
  void freeEnergiesOfReactionAndActivationBelongToWholeBasins() {
    Map<?, ?> there = (Map<?, ?>) ((List<?>) result.fields().get("barriers")).get(0);
    Map<?, ?> back = (Map<?, ?>) ((List<?>) result.fields().get("barriers")).get(1);
    double top = (Double) there.get("at");
    double before = population(0.0375, top);
    double after = population(top, 1.9875);
    // −ln of the ratio of populations, no minimum of G in it; the top's bin counts to one side
    double exact = Math.log(before / after);
    assertEquals(
        exact, (Double) there.get("reaction"), 3.5 * (Double) there.get("reaction_err") + 0.005);
    assertEquals((Double) there.get("reaction"), -(Double) back.get("reaction"), 1e-12);
    // Eyring: the difference of the activation free energies is that of the reaction
    assertEquals(
        (Double) there.get("reaction"),
        (Double) there.get("activation") - (Double) back.get("activation"),
        1e-9);
    double rate = (Double) there.get("tst_rate");
    assertEquals(-Math.log(rate * 0.399031271289), (Double) there.get("activation"), 1e-12);
    assertEquals(
        (Double) there.get("tst_rate_err") / rate, (Double) there.get("activation_err"), 1e-12);
    double observed = (Double) there.get("observed_rate");
    assertTrue(Double.isNaN((Double) there.get("kappa")), "frames that do not follow the motion");
    Map<?, ?> basin = (Map<?, ?>) ((List<?>) result.fields().get("basins")).get(0);
    assertEquals(1 / observed, (Double) basin.get("mean_stay"), 1e-9 / observed);
  }

  private static double population(double from, double to) {
    double sum = 0;
    for (int i = 0; i < 4000; i++) {
      double mu = from + (to - from) * (i + 0.5) / 4000;
      sum += Math.cosh(2 * mu) * Math.exp(-potential(mu)) * (to - from) / 4000;
    }
    return sum;
  }

  private static int bin(double mu) {
    int bin = (int) Math.round((mu - 0.05) / 0.025);
    assertEquals(mu, column("r")[bin], 1e-9);
    return bin;
  }

  private static double[] column(String name) {
    return Runs.column(result, name);
  }

  private static void assertWithin(double exact, String name, String error, int bin) {
    assertEquals(exact, column(name)[bin], 3.5 * column(error)[bin], name);
  }

  private static void assertDifference(double exact, String name, String error, int from, int to) {
    double[] y = column(name);
    double[] sigma = column(error);
    double width = 0.025;
    // a bin's mean differs from its centre by h²/24 (ln ρ)″, at most 0.003 on the flanks of the
    // barrier
    double tolerance = 3.5 * (sigma[from] + sigma[to]) + 5 * square(width);
    assertEquals(exact, y[to] - y[from], tolerance, name);
  }
}
