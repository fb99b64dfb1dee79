package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.Problem;
import org.chikei.api.result.JobResult;
import org.chikei.api.series.SeriesFormat;
import org.chikei.batch.fake.FakeRegistry;
import org.chikei.batch.fake.FakeTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs whose source is a series, against what its columns hold. */
final class SeriesSourceTest {
  private static final String RECORD = "analysis: [{step: record, of: x}]\n";

  @TempDir Path folder;
  private final FakeRegistry registry =
      FakeRegistry.full()
          .add(SeriesFormat.class, "TABLE", new FakeTables())
          .add(CollectiveVariableProvider.class, "column", new FakeTables.ColumnType())
          .add(CollectiveVariableProvider.class, "bare", new FakeTables.Bare());
  private final BatchWorkbench workbench = new BatchWorkbench(registry);

  @AfterEach
  void everythingIsGivenBack() {
    assertEquals(0, registry.borrowed());
  }

  private void table(String file, String names, String rows) throws IOException {
    Files.writeString(
        folder.resolve(file), "TABLE\n" + names + "\n" + rows.replace("; ", "\n") + "\n");
  }

  private Path job(String text) throws IOException {
    return Files.writeString(folder.resolve("job.yaml"), text);
  }

  private JobResult run(String text, int threads) throws Exception {
    JobRequest request = new JobRequest(job(text), Map.of(), Optional.empty(), threads);
    return workbench.run(request, JobMonitor.NONE).result();
  }

  private JobResult run(String source, String x, String rest) throws Exception {
    return run(
        "source: {" + source + "}\ncoordinates:\n- {name: x, type: column, " + x + "}\n" + rest, 2);
  }

  private static double[] column(JobResult result, String name) {
    return result.steps().get(0).tables().get(0).column(name).values();
  }

  private static List<String> columns(JobResult result) {
    return result.steps().get(0).tables().get(0).columns().stream().map(c -> c.name()).toList();
  }

  private String refused(String source, String x, String rest) {
    JobException e = assertThrows(JobException.class, () -> run(source, x, rest));
    Problem first = e.problems().get(0);
    return first.line() + ":" + first.column() + ": " + first.message();
  }

  private String unusable(String source, String x, String rest) {
    String message = assertThrows(InputException.class, () -> run(source, x, rest)).getMessage();
    return message.replace(folder + "/", "");
  }

  @Test
  void everyFileAndEveryRestartIsASegment() throws Exception {
    table("r.1", "t d", "0 5; 1 6; 2 8; 3 11; 2 20; 3 22; 4 25");
    table("r.2", "d t", "1 5; 3 6; 6 7; 10 8");
    JobResult result =
        run("series: 'r.*', temperature: 300", "column: d", "kinetics: series\n" + RECORD);
    assertArrayEquals(new double[] {5, 6, 8, 11, 20, 22, 25, 1, 3, 6, 10}, column(result, "r0"));
    assertArrayEquals(new double[] {0, 1, 2, 3, 2, 3, 4, 5, 6, 7, 8}, column(result, "t"));
    assertArrayEquals(new double[] {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2}, column(result, "segment"));
    double n = Double.NaN;
    assertArrayEquals(
        new double[] {n, 1.5, 2.5, n, n, 2.5, n, n, 2.5, 3.5, n}, column(result, "v0series"));
    assertArrayEquals(new double[] {n, 1, 1, n, n, 1, n, n, 1, 1, n}, column(result, "a0series"));
    assertEquals(3, result.steps().get(0).fields().get("segments"));
    assertEquals(List.of("r.1", "r.2"), result.inputs().stream().map(i -> i.path()).toList());
    assertTrue(result.structure().isEmpty());
  }

  @Test
  void aSegmentOfItsOwnBeginsWhereTheFormatSaysSo() throws Exception {
    table("r", "t d", "0 5; 1 6; -; 2 8; 3 11; 4 15");
    JobResult result =
        run("series: r, temperature: 300", "column: d", "kinetics: series\n" + RECORD);
    assertArrayEquals(new double[] {0, 0, 1, 1, 1}, column(result, "segment"));
    double n = Double.NaN;
    assertArrayEquals(new double[] {n, n, n, 3.5, n}, column(result, "v0series"));
  }

  @Test
  void differencesGoTheShortWayRoundACircle() throws Exception {
    table("r", "t d", "0 -100; 1 -170; 2 140; 3 90; 4 380");
    JobResult result =
        run(
            "series: r, temperature: 300",
            "column: d, periodic: [-180, 180]",
            "kinetics: series\n" + RECORD);
    assertArrayEquals(new double[] {-100, -170, 140, 90, 20}, column(result, "r0"));
    double n = Double.NaN;
    assertArrayEquals(new double[] {n, -60, -50, -60, n}, column(result, "v0series"));
    assertArrayEquals(new double[] {n, 20, 0, -20, n}, column(result, "a0series"));
  }

  @Test
  void velocitiesAndAccelerationsOfColumnsGoThroughCompositesByTheChainRule() throws Exception {
    table("r", "t d dd ddd e de dee", "0 2 3 5 7 11 13; 1 17 19 23 29 31 37");
    JobResult result =
        run(
            "source: {series: r, temperature: 300}\n"
                + "coordinates:\n"
                + "- {name: d, type: column, column: d, velocity: dd, acceleration: ddd}\n"
                + "- {name: e, type: column, column: e, velocity: de, acceleration: dee}\n"
                + "- {name: x, type: product, of: [d, e]}\n"
                + "kinetics: direct\n"
                + RECORD,
            1);
    assertArrayEquals(new double[] {14, 17 * 29}, column(result, "r0"));
    // (de)' = d'e + de', (de)'' = d''e + 2 d'e' + de''
    assertArrayEquals(new double[] {3 * 7 + 2 * 11, 19 * 29 + 17 * 31}, column(result, "v0direct"));
    assertArrayEquals(
        new double[] {5 * 7 + 2 * 3 * 11 + 2 * 13, 23 * 29 + 2 * 19 * 31 + 17 * 37},
        column(result, "a0direct"));
    assertTrue(Double.isNaN(column(result, "g00")[0]), "what columns share is not known");
  }

  @Test
  void aMassMakesTheMetricKnown() throws Exception {
    table("r", "t d v a", "0 2 3 5; 1 7 11 13");
    String source = "series: r, temperature: 300";
    String x = "column: d, mass: 12.5";
    assertArrayEquals(new double[] {0.08, 0.08}, column(run(source, x, RECORD), "g00"));
    JobResult direct = run(source, x + ", velocity: v, acceleration: a", RECORD);
    assertTrue(columns(direct).contains("a0direct"));
    assertTrue(
        !columns(direct).contains("a0momentum-averaged"), "where velocities are there, they tell");
    JobResult averaged = run(source, x + ", acceleration: a", RECORD);
    assertArrayEquals(new double[] {5, 13}, column(averaged, "a0momentum-averaged"));
    assertTrue(!columns(averaged).contains("a0direct"));
    assertTrue(!columns(run(source, "column: d, acceleration: a", RECORD)).contains("a0direct"));
  }

  @Test
  void kineticsThatAreDemandedNeedTheirColumns() throws Exception {
    table("r", "t d v a", "0 2 3 5; 1 7 11 13");
    table("timeless", "d", "1; 2; 3");
    String source = "series: r, temperature: 300";
    assertTrue(
        unusable(source, "column: d, velocity: v", "kinetics: direct\n" + RECORD)
            .contains("columns of velocity and acceleration of 'x'"));
    assertTrue(
        unusable(source, "column: d, mass: 2", "kinetics: momentum-averaged\n" + RECORD)
            .contains("the mass and the column of the acceleration of 'x'"));
    assertTrue(
        unusable("series: timeless, temperature: 300", "column: d", "kinetics: series\n" + RECORD)
            .contains("the series has none; set source.time-step"));
    JobResult result =
        run(
            "series: timeless, temperature: 300, time-step: 0.5",
            "column: d",
            "kinetics: series\n" + RECORD);
    assertArrayEquals(new double[] {0, 0.5, 1}, column(result, "t"));
    assertEquals(2, column(result, "v0series")[1]);
    String values = "analysis: [{step: record, of: x, kinetics: false}]\n";
    assertEquals(2, column(run(source, "column: d", "kinetics: direct\n" + values), "r0").length);
  }

  @Test
  void weightsMayBeAColumnOfTheSeries() throws Exception {
    table("r", "t d b", "0 1 2.5; 1 2 5; 2 3 0");
    double kT = Units.BOLTZMANN * 300;
    double[] expected = {Math.exp(-2.5 / kT), 1, Math.exp(-5 / kT)};
    String source = "series: r, temperature: 300, weights: {column: b, as: bias}";
    assertArrayEquals(expected, column(run(source, "column: d", RECORD), "w"), 1e-15);
    String named = "series: r, temperature: 300, weights: {file: r, column: b, as: bias}";
    assertArrayEquals(expected, column(run(named, "column: d", RECORD), "w"), 1e-15);
    String logarithm = "series: r, temperature: 300, weights: {column: 3, as: log-weight}";
    assertArrayEquals(
        new double[] {Math.exp(-2.5), 1, Math.exp(-5)},
        column(run(logarithm, "column: d", RECORD), "w"),
        1e-15);
    String plain = "series: r, temperature: 300, weights: {column: b, as: weight}";
    assertArrayEquals(new double[] {2.5, 5, 0}, column(run(plain, "column: d", RECORD), "w"));
    Files.writeString(folder.resolve("w.csv"), "time,w\n0,1\n1,2\n2,3\n");
    String other = "series: r, temperature: 300, weights: {file: w.csv, column: w, as: weight}";
    assertArrayEquals(new double[] {1, 2, 3}, column(run(other, "column: d", RECORD), "w"));
    assertEquals(
        "r: has no column 'c' for weights (it has: t, d, b)",
        unusable(source.replace("column: b", "column: c"), "column: d", RECORD));
    table("r", "t d b", "0 1 2.5; 1 2 -5; 2 3 0");
    assertEquals("r: has a negative weight, -5.0", unusable(plain, "column: d", RECORD));
    table("r", "t d b", "0 1 0; 1 2 0");
    assertEquals("r: all weights are zero", unusable(plain, "column: d", RECORD));
  }

  @Test
  void aSelectionOfTimesHoldsForRows() throws Exception {
    table("r", "t d", "0 1; 1 2; 2 3; 3 4; 4 5; 5 6; 6 7");
    String bounds = "series: r, temperature: 300, begin: 1, end: 5, stride: 2";
    // every second row of the segment, those within the bounds
    assertArrayEquals(new double[] {3, 5}, column(run(bounds, "column: d", RECORD), "r0"));
  }

  @Test
  void theSameSamplesComeWithAnyNumberOfThreads() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int k = 0; k < 5000; k++) {
      rows.append(k % 3001).append(' ').append(Math.sin(0.01 * k)).append("; ");
    }
    table("r", "t d", rows.substring(0, rows.length() - 2));
    String text =
        "source: {series: r, temperature: 300}\n"
            + "coordinates: [{name: x, type: column, column: d}]\n"
            + "analysis: [{step: record, of: x, halo: 3}]\n";
    JobResult one = run(text, 1);
    JobResult many = run(text, 5);
    assertEquals(columns(one), columns(many));
    assertTrue(columns(one).contains("a0series"));
    for (String name : columns(one)) {
      assertArrayEquals(column(one, name), column(many, name), name);
    }
    double[] x = column(one, "r0");
    double[] v = column(one, "v0series");
    for (int k = 1; k < 4999; k++) {
      boolean edge = k == 3000 || k == 3001;
      assertEquals(edge ? Double.NaN : (x[k + 1] - x[k - 1]) / 2, v[k], 1e-15, "row " + k);
    }
  }

  @Test
  void columnsAndAtomsDoNotMix() throws Exception {
    table("r", "t d", "0 1; 1 2");
    assertEquals(
        "4:32: coordinates[1].atoms: there are no atoms in a series or a model; use 'type: column'"
            + " for what a series holds, the variables of a model by their names, or a source with"
            + " a trajectory",
        refused(
            "series: r, temperature: 300",
            "column: d}\n- {name: y, type: span, atoms: [1, 2]",
            RECORD));
    assertEquals(
        "4:19: coordinates[1].type: 'bare' is a function of atoms, and the source has none; use what it"
            + " holds itself, or a source with a trajectory",
        refused("series: r, temperature: 300", "column: d}\n- {name: y, type: bare", RECORD));
    assertEquals(
        "4:16: groups.ends: there are no atoms in a series or a model; use 'type: column' for what a"
            + " series holds, the variables of a model by their names, or a source with a"
            + " trajectory",
        refused("series: r, temperature: 300", "column: d", "groups: {ends: [1, 2]}\n" + RECORD));
    assertEquals(
        "3:35: coordinates[0].column: there is no column 'e'",
        refused("series: r, temperature: 300", "column: e", RECORD));
  }

  @Test
  void aFileThatLacksAColumnIsNamed() throws Exception {
    table("r.1", "t d", "0 1; 1 2");
    table("r.2", "t e", "0 1; 1 2");
    assertEquals(
        "r.2: has no column 'd' (it has: t, e)",
        unusable("series: 'r.*', temperature: 300", "column: d", RECORD));
  }

  @Test
  void damageIsSaidWhereItIs() throws Exception {
    table("r", "t d", "0 1; 1 NaN; 2 3");
    assertEquals(
        "r: row 1 is damaged", unusable("series: r, temperature: 300", "column: d", RECORD));
    Files.writeString(folder.resolve("r"), "something else");
    assertTrue(
        unusable("series: r, temperature: 300", "column: d", RECORD)
            .startsWith("r: is no series of a format that is installed (TABLE)"));
  }

  @Test
  void aCheckTellsWhatTheTableHolds() throws Exception {
    table("r", "t d phi", "0 1 3; 1 2 4");
    CheckReport report =
        workbench.check(
            JobRequest.of(
                job(
                    "source: {series: r, temperature: 300}\n"
                        + "coordinates: [{name: x, type: column, column: d}]\n"
                        + RECORD)));
    List<String> facts = report.facts().stream().map(f -> f.label() + ": " + f.text()).toList();
    assertEquals("series: r, TABLE, 1 kB", facts.get(0).replace(folder + "/", ""));
    assertTrue(facts.contains("content: columns t, d, phi; with times"), facts::toString);
    assertTrue(
        report.warnings().stream().anyMatch(w -> w.contains("taken to be in ps")),
        report.warnings()::toString);
    assertEquals(List.of("x"), report.coordinates().stream().map(CheckReport.Fact::label).toList());
    assertEquals(0, Arrays.stream(folder.toFile().list()).filter("results"::equals).count());
  }

  @Test
  void derivativesAreOfAtomsAlone() throws Exception {
    table("r", "t d", "0 1; 1 2");
    Path file =
        job(
            "source: {series: r, temperature: 300}\n"
                + "coordinates: [{name: x, type: column, column: d}]\n"
                + RECORD);
    assertTrue(
        assertThrows(InputException.class, () -> workbench.checkDerivatives(JobRequest.of(file)))
            .getMessage()
            .contains("has none"));
  }
}
