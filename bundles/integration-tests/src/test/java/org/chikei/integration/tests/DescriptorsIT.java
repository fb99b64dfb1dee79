package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs that come with the code, run by the executable jar, against answers known otherwise. */
class DescriptorsIT {
  private static final double KT = 0.00831446261815324 * 300;
  private static final Pattern REFERENCE_MASS =
      Pattern.compile("\"reference_mass\": \\{\"value\": ([0-9.eE+-]+)");
  private static final Pattern RUN = Pattern.compile(",\\s*\"run\": \\{.*", Pattern.DOTALL);

  @TempDir static Path folder;
  private static Path butane;
  private static Path alanine;
  private static Outcome butaneOutcome;
  private static Outcome alanineOutcome;

  @BeforeAll
  static void runBoth() throws Exception {
    butane = folder.resolve("butane");
    alanine = folder.resolve("alanine");
    butaneOutcome = run("butane.yaml", butane, 2);
    alanineOutcome = run("alanine-dipeptide.yaml", alanine, 2);
  }

  @Test
  void aRunEndsWithTheVerdictInWords() {
    assertEquals(0, butaneOutcome.status(), butaneOutcome::errors);
    assertEquals(0, alanineOutcome.status(), alanineOutcome::errors);
    assertTrue(butaneOutcome.output().contains("Along phi, G and Vm differ"));
    assertTrue(alanineOutcome.output().contains("Along cc, G and Vm are equal"));
  }

  @Test
  void everyFormatIsWritten() throws IOException {
    assertEquals(
        List.of(
            "cc.comparison.csv",
            "phi-psi.free-energy.csv",
            "phi-psi.path.csv",
            "phi.comparison.csv",
            "psi.comparison.csv",
            "report.html",
            "results.json"),
        names(alanine));
  }

  @Test
  void theColumnsStandAsTheyArePromised() throws IOException {
    assertEquals(
        List.of(
            ("r,count,rho,G,G_err,D,D_err,f,f_err,Vm,Vm_err,m,c,c_err,G_ching,G_ching_err,G_iso,s,"
                    + "r_mean,piece,Vm_gd,Vm_gd_err,dVG,dVG_err,G_geo")
                .split(",")),
        Table.read(butane.resolve("phi.comparison.csv")).names().subList(0, 25));
    assertEquals(
        List.of("a", "b", "count", "rho", "G", "G_err"),
        Table.read(alanine.resolve("phi-psi.free-energy.csv")).names());
  }

  /**
   * The potential of the torsion is the free energy, exactly. Each well is aligned by itself, since
   * the run crosses too rarely to know the wells against each other; a bin of 200 frames has an
   * error of 0.07 kT or more, and weighted by counts 0.06 kT is what the whole run keeps.
   */
  @Test
  void theFreeEnergyOfButaneIsItsTorsionPotential() throws IOException {
    Table table = Table.read(butane.resolve("phi.comparison.csv"));
    assertTrue(deviation(table, "G") < 0.06);
  }

  /** Forces and metric know the shape of a well better than counts do: 0.03 kT. */
  @Test
  void chingsDensityOfButaneFollowsItsTorsionPotentialMoreCloselyThanCountsDo() throws IOException {
    Table table = Table.read(butane.resolve("phi.comparison.csv"));
    assertTrue(deviation(table, "G_ching") < 0.03);
  }

  /** Known from the exact distribution of bond angles; the mean over a bin has the stated error. */
  @Test
  void theEffectiveMassOfButaneDoublesFromGaucheToTrans() throws IOException {
    Table table = Table.read(butane.resolve("phi.comparison.csv"));
    for (double degrees : new double[] {-177.5, 177.5}) {
      assertEquals(0.0708, at(table, "m", degrees), 4 * at(table, "m_err", degrees));
    }
    for (double degrees : new double[] {-62.5, 62.5}) {
      assertEquals(0.0382, at(table, "m", degrees), 4 * at(table, "m_err", degrees));
    }
    assertTrue(at(table, "m_err", 62.5) < 0.02 * 0.0382);
  }

  @Test
  void aDistanceHasTheReducedMassOfItsAtoms() throws IOException {
    // Natural carbon, 12.011 amu, twice.
    Matcher cc = REFERENCE_MASS.matcher(Files.readString(alanine.resolve("results.json")));
    assertTrue(cc.find());
    assertEquals(12.011 / 2, Double.parseDouble(cc.group(1)), 1e-3);
  }

  @Test
  void theSameJobMakesTheSameBytesWithAnyNumberOfThreads() throws Exception {
    for (int threads : new int[] {1, 7}) {
      Path again = folder.resolve("alanine-" + threads);
      assertEquals(0, run("alanine-dipeptide.yaml", again, threads).status());
      assertEquals(names(alanine), names(again));
      for (String name : names(alanine)) {
        Path one = alanine.resolve(name);
        Path other = again.resolve(name);
        if (name.equals("results.json")) {
          assertEquals(withoutRun(one), withoutRun(other));
        } else {
          assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other), name);
        }
      }
    }
  }

  @Test
  void aCheckComputesNothing() throws Exception {
    for (String job : List.of("butane.yaml", "alanine-dipeptide.yaml")) {
      Path own = Files.createDirectories(folder.resolve("check"));
      Outcome outcome = ExecutableJar.run(own, "check", Repository.descriptor(job).toString());
      assertEquals(0, outcome.status(), outcome::errors);
      assertTrue(outcome.output().contains("will run"), outcome::output);
      assertFalse(Files.exists(own.resolve("results")));
    }
  }

  private static Outcome run(String job, Path output, int threads) throws Exception {
    return ExecutableJar.run(
        Files.createDirectories(folder.resolve("work")),
        "run",
        Repository.descriptor(job).toString(),
        "--output",
        output.toString(),
        "--threads",
        Integer.toString(threads));
  }

  private static List<String> names(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String withoutRun(Path results) throws IOException {
    String text = Files.readString(results);
    String rest = RUN.matcher(text).replaceFirst("");
    assertTrue(rest.length() < text.length());
    return rest;
  }

  private static double at(Table table, String column, double degrees) {
    double[] r = table.column("r");
    for (int bin = 0; bin < r.length; bin++) {
      if (Math.abs(Math.toDegrees(r[bin]) - degrees) < 0.01) {
        return table.column(column)[bin];
      }
    }
    throw new AssertionError("no bin at " + degrees);
  }

  /** Root of the mean square of a curve minus the potential, in kT, over bins of 200 frames. */
  private static double deviation(Table table, String curve) {
    double[] r = table.column("r");
    double[] count = table.column("count");
    double[] y = table.column(curve);
    double squares = 0;
    double frames = 0;
    for (int well = 0; well < 3; well++) {
      double[] sums = new double[3];
      for (int bin = 0; bin < r.length; bin++) {
        if (well(r[bin]) == well && count[bin] >= 200) {
          double off = (y[bin] - binned(r[bin], 2 * Math.PI / r.length)) / KT;
          sums[0] += count[bin];
          sums[1] += count[bin] * off;
          sums[2] += count[bin] * off * off;
        }
      }
      assertTrue(sums[0] > 0);
      squares += sums[2] - sums[1] * sums[1] / sums[0];
      frames += sums[0];
    }
    return Math.sqrt(squares / frames);
  }

  private static int well(double phi) {
    return Math.abs(phi) > Math.toRadians(120) ? 0 : phi < 0 ? 1 : 2;
  }

  /** What counts in a bin of this width tell of the potential, by the trapezoidal rule. */
  private static double binned(double centre, double width) {
    int steps = 100;
    double sum = 0;
    for (int k = 0; k <= steps; k++) {
      double weight = k == 0 || k == steps ? 0.5 : 1;
      sum += weight * Math.exp(-potential(centre + width * ((double) k / steps - 0.5)) / KT);
    }
    return -KT * Math.log(sum / steps);
  }

  private static double potential(double phi) {
    return 0.5
        * (5.90380 * (1 + Math.cos(phi))
            - 1.13394 * (1 - Math.cos(2 * phi))
            + 13.15880 * (1 + Math.cos(3 * phi)));
  }
}
