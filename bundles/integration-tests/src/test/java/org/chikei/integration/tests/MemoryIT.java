package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What series of real molecules show of their memory, and which series show none. */
class MemoryIT {
  private static final int BAD_INPUT = 3;
  private static final double STEP = 0.004;
  private static final int LAGS = 50;
  private static final Pattern ADVICE =
      Pattern.compile("save frames every (0\\.\\d+) ps or closer");

  @TempDir static Path folder;
  private static Path ions;

  @BeforeAll
  static void runTheIonPair() throws Exception {
    ions = folder.resolve("ions");
    Outcome outcome =
        ExecutableJar.run(
            folder,
            "run",
            Repository.descriptor("ion-pair.yaml").toString(),
            "--output",
            ions.toString());
    assertEquals(0, outcome.status(), outcome::errors);
  }

  /**
   * Another inversion of the same pair found 1,000 ps⁻² at the beginning, 45 ps⁻¹ in all and little
   * left after 0.1 ps; it left its errors open, so that of each of ours the double is allowed.
   */
  @Test
  void theIonPairForgetsItsWaterInATenthOfAPicosecond() throws Exception {
    Table table = Table.read(ions.resolve("d.memory.csv"));
    double[] gamma = table.column("gamma");
    double[] error = table.column("gamma_err");
    double[] friction = table.column("friction");
    double[] frictionError = table.column("friction_err");
    assertEquals(LAGS + 1, gamma.length);
    assertEquals(1000, gamma[0], 2 * error[0]);
    assertEquals(45, friction[LAGS], 2 * frictionError[LAGS]);
    assertTrue(error[0] < 0.08 * gamma[0], "error " + error[0]);
    assertTrue(frictionError[LAGS] < 0.15 * friction[LAGS], "error " + frictionError[LAGS]);
    for (int k = 25; k <= LAGS; k++) {
      assertEquals(0, gamma[k], 0.2 * gamma[0], k * STEP + " ps");
    }
  }

  /** The plainest inversion of the first kind, of the values that the hierarchy wrote. */
  @Test
  void aPlainInversionOfTheSameSeriesGivesTheSameKernel() throws Exception {
    double[] r = Table.read(ions.resolve("d.hierarchy.csv")).column("r1");
    Table table = Table.read(ions.resolve("d.memory.csv"));
    double[] plain = firstKind(r);
    double[] gamma = table.column("gamma");
    double[] friction = table.column("friction");
    double off = 0;
    double norm = 0;
    double sum = 0;
    for (int k = 1; k <= LAGS; k++) {
      off += Math.pow(plain[k] - gamma[k], 2);
      norm += gamma[k] * gamma[k];
      sum += STEP * (k == 1 || k == LAGS ? 1.5 : 1) * plain[k];
    }
    // bins of a mean force against splines, and trapezoids: some percent of either
    assertTrue(Math.sqrt(off / norm) < 0.08, Math.sqrt(off / norm) + " off");
    assertEquals(friction[LAGS], sum, 0.08 * sum);
  }

  private static double[] firstKind(double[] r) {
    int n = r.length - 2;
    double[] v = new double[n];
    double[] u = new double[n];
    double low = Arrays.stream(r).min().orElseThrow();
    double high = Arrays.stream(r).max().orElseThrow();
    int bins = 160;
    double[] force = new double[bins];
    int[] counts = new int[bins];
    int[] bin = new int[n];
    for (int j = 0; j < n; j++) {
      v[j] = (r[j + 2] - r[j]) / (2 * STEP);
      u[j] = (r[j + 2] - 2 * r[j + 1] + r[j]) / (STEP * STEP);
      bin[j] = (int) Math.min(bins - 1, bins * (r[j + 1] - low) / (high - low));
      force[bin[j]] += u[j];
      counts[bin[j]]++;
    }
    for (int j = 0; j < n; j++) {
      u[j] -= force[bin[j]] / counts[bin[j]];
    }
    double[] c = new double[LAGS + 1];
    double[] g = new double[LAGS + 1];
    for (int k = 0; k <= LAGS; k++) {
      for (int j = 0; j + k < n; j++) {
        c[k] += v[j + k] * v[j] / (n - k);
        g[k] -= u[j + k] * v[j] / (n - k);
      }
    }
    // from the middles of steps, at which trapezoids of the first kind do not alternate
    double[] gamma = new double[LAGS + 1];
    double[] middle = new double[LAGS + 1];
    for (int k = 1; k <= LAGS; k++) {
      double sum = 0;
      for (int j = 1; j < k; j++) {
        sum += middle[j] * (c[k - j] + c[k - j + 1]) / 2;
      }
      middle[k] = (g[k] / STEP - sum) / ((c[0] + c[1]) / 2);
    }
    for (int k = 1; k < LAGS; k++) {
      gamma[k] = (middle[k] + middle[k + 1]) / 2;
    }
    gamma[LAGS] = middle[LAGS];
    return gamma;
  }

  @Test
  void theIonPairHasHiddenCoordinatesAndATimeScale() throws Exception {
    Table hierarchy = Table.read(ions.resolve("d.hierarchy.csv"));
    double[] r1 = hierarchy.column("r1");
    double[] r2 = hierarchy.column("r2");
    assertEquals(50_001, r1.length);
    double mean = 0;
    double squares = 0;
    int defined = 0;
    for (double each : r2) {
      if (Double.isFinite(each)) {
        mean += each;
        squares += each * each;
        defined++;
      }
    }
    // the window of a derivative is missing at either end, and nothing else
    assertTrue(defined > 49_900, defined + " values");
    double spread = Math.sqrt(squares / defined);
    // most frames lie in a well a tenth as wide as the range, the bottom of which is smoothed
    assertEquals(0, mean / defined, 0.08 * spread);
    // what the distance does not tell begins the kernel: <r2^2> = <v^2> Gamma(0)
    Table memory = Table.read(ions.resolve("d.memory.csv"));
    double square = memory.column("c_vv")[0] * memory.column("gamma")[0];
    assertEquals(Math.sqrt(square), spread, 0.03 * spread);
    for (String file : new String[] {"d.time-scale.csv", "d.time-scale-every.csv"}) {
      double[] tau =
          Arrays.stream(Table.read(ions.resolve(file)).column("tau")).distinct().toArray();
      assertArrayEquals(new double[] {0, 0.016, 0.048, 0.096, 0.2}, tau, 1e-9, file);
    }
    String report = Files.readString(ions.resolve("report.html"));
    for (String figure : new String[] {"Memory kernel of d", "ρ(r1, r2)", "Running mean"}) {
      assertTrue(report.contains(figure), figure);
    }
  }

  @Test
  void alanineDipeptideEveryHalfFemtosecondHasShortKernels() throws Exception {
    Files.copy(Repository.data("ala2-dense.colvar"), folder.resolve("ala2-dense.colvar"));
    Outcome outcome =
        run(
            """
            source: {series: ala2-dense.colvar, temperature: 300, time-step: 0.0005}
            coordinates:
              - {name: cc, type: column, column: d1}
              - {name: phi, type: column, column: phi}
            analysis:
              - {step: memory, of: cc, to: 0.03}
              - {step: memory, of: phi, to: 0.03}
              - {step: hierarchy, of: cc, levels: 2}
              - {step: hierarchy, of: phi, levels: 2}
            output: {directory: dense}
            """);
    assertEquals(0, outcome.status(), outcome::errors);
    for (String name : new String[] {"cc", "phi"}) {
      double[] gamma = Table.read(folder.resolve("dense/" + name + ".memory.csv")).column("gamma");
      assertEquals(61, gamma.length);
      // vibrations of bonds and angles, 100 to 250 rad/ps, of which a coordinate knows a part
      assertTrue(gamma[0] > 1e4 && gamma[0] < 1e5, name + ": " + gamma[0]);
      assertEquals(
          2, Table.read(folder.resolve("dense/" + name + ".hierarchy.csv")).names().size() - 2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ala2.trr, ala2.pdb, '5, 7, 9, 15', 4",
    "ala2-leapfrog.trr, ala2.pdb, '5, 7, 9, 15', 1",
    "butane.trr, butane.pdb, '1, 2, 3, 4', 0.300"
  })
  void framesThatDoNotFollowTheMotionAreRefusedWithTheSpacingThatWouldDo(
      String trajectory, String structure, String atoms, String spacing) throws Exception {
    String masses =
        structure.startsWith("butane")
            ? "\n  masses: {1: 15.035, 2: 14.027, 3: 14.027, 4: 15.035}"
            : "";
    Outcome outcome =
        run(
            """
            source:
              trajectory: %s
              structure: %s
              temperature: 300%s
            coordinates: [{name: phi, type: torsion, atoms: [%s]}]
            analysis: [{step: memory, of: phi}, {step: hierarchy, of: phi}]
            output: {directory: refused}
            """
                .formatted(Repository.data(trajectory), Repository.data(structure), masses, atoms));
    assertEquals(BAD_INPUT, outcome.status(), outcome::output);
    for (String step : new String[] {"memory", "hierarchy"}) {
      int at = outcome.errors().indexOf(step + " phi: frames " + spacing + " ps apart in time");
      assertTrue(at >= 0, outcome::errors);
      Matcher advice = ADVICE.matcher(outcome.errors());
      assertTrue(advice.find(at), outcome::errors);
      // bonds and bends of carbon swing at some 50 to 250 rad/ps and turn by 0.3 in this time
      double would = Double.parseDouble(advice.group(1));
      assertTrue(would >= 0.001 && would < 0.02, outcome::errors);
    }
  }

  private static Outcome run(String job) throws Exception {
    Files.writeString(folder.resolve("job.yaml"), job);
    return ExecutableJar.run(folder, "run", "job.yaml");
  }
}
