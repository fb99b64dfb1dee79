package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on tables that other programs have written. */
class SeriesIT {
  private static final int BAD_JOB = 2;
  private static final int BAD_INPUT = 3;
  private static final double STEP = 0.0005;

  @TempDir Path folder;

  @BeforeEach
  void copyInput() throws IOException {
    for (String name : List.of("ala2.trr", "ala2.pdb", "ala2.colvar.gz", "ala2-dense.colvar")) {
      Files.copy(Repository.data(name), folder.resolve(name));
    }
  }

  private Outcome run(String job, String... more) throws Exception {
    Files.writeString(folder.resolve("job.yaml"), job);
    String[] arguments = Arrays.copyOf(new String[] {"run", "job.yaml"}, 2 + more.length);
    System.arraycopy(more, 0, arguments, 2, more.length);
    return ExecutableJar.run(folder, arguments);
  }

  private Table done(String job, String name, String... more) throws Exception {
    Outcome outcome = run(job, more);
    assertEquals(0, outcome.status(), outcome::errors);
    return Table.read(folder.resolve("results").resolve(name + ".comparison.csv"));
  }

  private String refused(int status, String job) throws Exception {
    Outcome outcome = run(job, "--quiet");
    assertEquals(status, outcome.status(), outcome::output);
    assertEquals(1, outcome.errors().lines().count(), outcome::errors);
    return outcome.errors().strip();
  }

  /**
   * The table holds values, velocities and accelerations that were computed from the same frames by
   * another program, which keeps positions in single precision and in Å: in a box of 50 Å that is
   * 2e-6 of a distance, and 1e-4 is more than what becomes of it in any curve.
   */
  @Test
  void aTableOfAllTheTrajectorySaysOfACoordinateGivesTheSameLandscapes() throws Exception {
    String steps =
        """
        kinetics: direct
        analysis:
          - {step: comparison, of: cc, bins: 40}
          - {step: comparison, of: phi, bins: 72}
        """;
    Table[] expected = new Table[2];
    String trajectory =
        """
        source:
          trajectory: ala2.trr
          structure: ala2.pdb
          temperature: 300
          masses: {C: 12.011, N: 14.007, O: 15.999, H: 1.008}
        coordinates:
          - {name: cc, type: distance, atoms: [9, 15]}
          - {name: phi, type: torsion, atoms: [5, 7, 9, 15]}
        """
            + steps;
    expected[0] = done(trajectory, "cc");
    expected[1] = Table.read(folder.resolve("results/phi.comparison.csv"));
    Table cc =
        done(
            """
            source: {series: ala2.colvar.gz, temperature: 300}
            coordinates:
              - {name: cc, type: column, column: cc, velocity: vcc, acceleration: acc, unit: nm}
              - {name: phi, type: column, column: phi, velocity: 5, acceleration: 7}
            """
                + steps,
            "cc");
    Table phi = Table.read(folder.resolve("results/phi.comparison.csv"));
    for (String column : List.of("r", "count", "rho", "G", "D", "f", "Vm", "m", "c", "G_ching")) {
      agree(expected[0].column(column), cc.column(column), "cc " + column);
      agree(expected[1].column(column), phi.column(column), "phi " + column);
    }
  }

  private static void agree(double[] expected, double[] found, String name) {
    double largest =
        Arrays.stream(expected).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    assertTrue(largest > 0, name);
    assertArrayEquals(expected, found, 1e-4 * largest, name);
  }

  @Test
  void velocitiesAreCentralDifferencesWithinAFileAndTheShortWayRound() throws Exception {
    List<String> lines = Files.readAllLines(folder.resolve("ala2-dense.colvar"));
    List<String> head = lines.subList(0, 5);
    Files.write(folder.resolve("run.1"), lines.subList(0, 1005));
    Files.write(folder.resolve("run.2"), head);
    Files.write(
        folder.resolve("run.2"),
        lines.subList(1005, lines.size()),
        java.nio.file.StandardOpenOption.APPEND);
    Table table =
        done(
            """
            source: {series: "run.*", temperature: 300, time-step: 0.0005}
            coordinates: [{name: phi, type: column, column: phi}]
            kinetics: series
            analysis: [{step: comparison, of: phi, bins: 36, range: [-3.0, -1.0]}]
            """,
            "phi");
    double[] phi =
        lines.stream()
            .skip(5)
            .mapToDouble(l -> Double.parseDouble(l.strip().split(" +")[7]))
            .toArray();
    double[] squares = new double[36];
    int[] moving = new int[36];
    int[] counts = new int[36];
    for (int k = 0; k < phi.length; k++) {
      int bin = (int) Math.floor((phi[k] + 3) / (2.0 / 36));
      if (bin < 0 || bin >= 36) {
        continue;
      }
      counts[bin]++;
      if (k % 1000 != 0 && k % 1000 != 999) {
        double v = Math.IEEEremainder(phi[k + 1] - phi[k - 1], 2 * Math.PI) / (2 * STEP);
        squares[bin] += v * v;
        moving[bin]++;
      }
    }
    double[] d = table.column("D");
    double[] count = table.column("count");
    int compared = 0;
    for (int bin = 0; bin < 36; bin++) {
      assertEquals(counts[bin], count[bin], 0.5, "bin " + bin);
      if (moving[bin] > 0) {
        // ten digits are written
        assertEquals(squares[bin] / moving[bin], d[bin], 1e-8 * d[bin], "bin " + bin);
        compared++;
      }
    }
    assertTrue(compared > 20, compared + " bins");
  }

  @Test
  void aSeriesThatCrossesTheCutOfTheCircleIsSlowThere() throws Exception {
    StringBuilder rows = new StringBuilder("time,x\n");
    for (int k = 0; k < 4000; k++) {
      double x = 170 + 25 * Math.sin(0.05 * k);
      rows.append(k).append(',').append(x >= 180 ? x - 360 : x).append('\n');
    }
    Files.writeString(folder.resolve("x.csv"), rows);
    Table table =
        done(
            """
            source: {series: x.csv, temperature: 300}
            coordinates: [{name: x, type: column, column: x, periodic: [-180, 180], unit: deg}]
            kinetics: series
            analysis: [{step: comparison, of: x, bins: 72}]
            """,
            "x");
    double fastest = Arrays.stream(table.column("D")).filter(Double::isFinite).max().orElse(0);
    assertTrue(
        fastest < 1.25 * 1.25 && fastest > 1.5, "a step is 1.25 degrees at most: " + fastest);
  }

  @Test
  void weightsOfTheSeriesItselfReweighIt() throws Exception {
    String rows = "x,w\n0.25,1\n0.25,1\n0.75,6\n0.75,0\n";
    Files.writeString(folder.resolve("x.csv"), rows.replace("\n", "\n") + rows.substring(4));
    Table table =
        done(
            """
            source: {series: x.csv, temperature: 300, weights: {column: w, as: weight}}
            coordinates: [{name: x, type: column, column: x}]
            analysis: [{step: comparison, of: x, bins: 2, range: [0, 1]}]
            """,
            "x");
    assertArrayEquals(new double[] {0.5, 1.5}, table.column("rho"), 1e-9);
  }

  @Test
  void theSameJobMakesTheSameBytesWithAnyNumberOfThreads() throws Exception {
    String job = Files.readString(Repository.descriptor("alanine-series.yaml"));
    job =
        job.replace("../test-data/", "")
            .replaceFirst("(?m)^output:.*$", "output: {directory: results}");
    done(job, "cc", "--threads", "1");
    byte[] one = Files.readAllBytes(folder.resolve("results/phi.comparison.csv"));
    done(job, "cc", "--threads", "5");
    assertArrayEquals(one, Files.readAllBytes(folder.resolve("results/phi.comparison.csv")));
    String json = Files.readString(folder.resolve("results/results.json"));
    assertTrue(json.contains("\"path\": \"ala2.colvar.gz\""), "the input with its digest");
  }

  @Test
  void whatCannotBeRunEndsWithOneClearLine() throws Exception {
    String analysis = "analysis: [{step: free-energy, of: x}]\n";
    String series = "source: {series: ala2-dense.colvar, temperature: 300}\n";
    assertEquals(
        "job.yaml:2:50: coordinates[0].column: the series has no column 'd2' (it has: time, d1, dCN,"
            + " dee, dOH, dHO, ang, phi, psi, rg, diff)",
        refused(BAD_JOB, series + "coordinates: [{name: x, type: column, column: d2}]\n" + analysis)
            .replaceFirst("2:\\d+", "2:50"));
    assertTrue(
        refused(
                BAD_JOB,
                series + "coordinates: [{name: x, type: distance, atoms: [1, 2]}]\n" + analysis)
            .contains("there are no atoms in a series"));
    assertTrue(
        refused(
                BAD_JOB,
                "source: {trajectory: ala2.trr, structure: ala2.pdb, temperature: 300}\n"
                    + "coordinates: [{name: x, type: column, column: d1}]\n"
                    + analysis)
            .contains("the source has atoms and no columns"));
    String text = Files.readString(folder.resolve("ala2-dense.colvar"));
    int place = text.indexOf(" 700.000000 ");
    Files.writeString(
        folder.resolve("ala2-dense.colvar"),
        text.substring(0, place) + " 700.000000 0.15x" + text.substring(place + 17));
    String coordinates = "coordinates: [{name: x, type: column, column: d1}]\n";
    assertTrue(
        refused(BAD_INPUT, series + coordinates + analysis)
            .matches(
                ".*ala2-dense.colvar: line 706: column 'd1' holds '0.15x.*', which is no finite number"));
  }
}
