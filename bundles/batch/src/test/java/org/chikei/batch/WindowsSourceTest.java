package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobRequest;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.api.series.SeriesFormat;
import org.chikei.batch.fake.FakeModels;
import org.chikei.batch.fake.FakeRegistry;
import org.chikei.batch.fake.FakeTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs whose files are windows: a harmonic system of stiffness 3 and mass 2 at kT = 1, held by
 * springs of different stiffness at different places.
 */
final class WindowsSourceTest {
  private static final double[] CENTRES = {-0.8, 0, 0.9};
  private static final double[] CONSTANTS = {5, 2, 4};
  private static final int FRAMES = 1500;
  private static final String LISTS =
      "windows: {of: x, centre: [-0.8, 0, 0.9], force-constant: [5, 2, 4]}";

  @TempDir Path folder;
  private final FakeRegistry registry =
      FakeRegistry.full()
          .add(SeriesFormat.class, "TABLE", new FakeTables())
          .add(CollectiveVariableProvider.class, "column", new FakeModels.Column());
  private final BatchWorkbench workbench = new BatchWorkbench(registry);
  private final double[][] frames = new double[3][FRAMES];

  @AfterEach
  void everythingIsGivenBack() {
    assertEquals(0, registry.borrowed());
  }

  /** Tables of time, position, velocity and the acceleration under spring and system. */
  @BeforeEach
  void writeTables() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < 3; k++) {
      StringBuilder text = new StringBuilder("TABLE\nt d v a\n");
      double sum = 3 + CONSTANTS[k];
      for (int n = 0; n < FRAMES; n++) {
        double x = CONSTANTS[k] * CENTRES[k] / sum + gauss(random) / Math.sqrt(sum);
        frames[k][n] = x;
        double a = (-3 * x - CONSTANTS[k] * (x - CENTRES[k])) / 2;
        text.append(n).append(' ').append(x).append(' ').append(gauss(random) / Math.sqrt(2));
        text.append(' ').append(a).append('\n');
      }
      Files.writeString(folder.resolve("r." + k), text);
    }
  }

  private static double gauss(SplittableRandom random) {
    double u = 1 - random.nextDouble();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private JobRequest request(String source, String column, int threads) throws IOException {
    String text =
        "source: {series: 'r.*', temperature: {kT: 1}, "
            + source
            + "}\nkinetics: "
            + (column.contains("velocity") ? "direct" : "series")
            + "\ncoordinates: [{name: x, type: column, column: d, "
            + column
            + "}]\nanalysis: [{step: record, of: x}]\n";
    Path file = Files.writeString(folder.resolve("job.yaml"), text);
    return new JobRequest(file, Map.of(), Optional.of(folder.resolve("out")), threads);
  }

  private JobResult run(String source, String column) throws Exception {
    return workbench.run(request(source, column, 2), JobMonitor.NONE).result();
  }

  private JobResult run(String source) throws Exception {
    return run(source, "velocity: v, acceleration: a, mass: 2");
  }

  private static Table record(JobResult result) {
    return result.steps().get(1).tables().get(0);
  }

  private List<String> problems(String source) {
    JobException e = assertThrows(JobException.class, () -> run(source));
    return e.problems().stream()
        .map(p -> p.line() + ":" + p.column() + ": " + p.message())
        .toList();
  }

  private String unusable(String source) {
    String message = assertThrows(InputException.class, () -> run(source)).getMessage();
    return message.replace(folder + "/", "");
  }

  /** The weights are 1/Σ Nₖ exp(fₖ − uₖ) with the f that the report states. */
  @Test
  void framesWeighWhatTheWindowsSay() throws Exception {
    JobResult result = run(LISTS);
    StepResult windows = result.steps().get(0);
    assertEquals("windows", windows.step());
    double[] f = windows.tables().get(0).column("F").values();
    double[] w = record(result).column("w").values();
    double[] expected = new double[3 * FRAMES];
    double mean = 0;
    for (int j = 0; j < expected.length; j++) {
      double x = frames[j / FRAMES][j % FRAMES];
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        double off = x - CENTRES[k];
        sum += FRAMES * Math.exp(f[k] - 0.5 * CONSTANTS[k] * off * off);
      }
      expected[j] = 1 / sum;
      mean += expected[j] / expected.length;
    }
    for (int j = 0; j < expected.length; j++) {
      assertEquals(expected[j] / mean, w[j], 1e-9 * expected[j] / mean);
    }
    for (int k = 1; k < 3; k++) {
      double error = windows.tables().get(0).column("F_err").values()[k];
      assertEquals(exact(k) - exact(0), f[k], 4 * error);
    }
    double[] segment = record(result).column("segment").values();
    assertEquals(2, segment[segment.length - 1]);
  }

  private static double exact(int k) {
    double sum = 3 + CONSTANTS[k];
    return 0.5 * Math.log(sum / 3) + 0.5 * 3 * CONSTANTS[k] / sum * CENTRES[k] * CENTRES[k];
  }

  @Test
  void restraintsAreTakenOutOfTheAccelerations() throws Exception {
    Table table = record(run(LISTS));
    double[] a = table.column("a0direct").values();
    double[] series = record(run(LISTS, "mass: 2")).column("a0series").values();
    double[] left =
        record(run(LISTS.replace("4]", "4], forces-include-bias: false")))
            .column("a0direct")
            .values();
    for (int j = 0; j < a.length; j++) {
      double x = frames[j / FRAMES][j % FRAMES];
      double spring = CONSTANTS[j / FRAMES] * (x - CENTRES[j / FRAMES]);
      assertEquals(-1.5 * x, a[j], 1e-12);
      assertEquals(-1.5 * x - spring / 2, left[j], 1e-12);
      int n = j % FRAMES;
      if (n > 0 && n < FRAMES - 1) {
        double[] row = frames[j / FRAMES];
        double bend = row[n + 1] - 2 * row[n] + row[n - 1];
        assertEquals(bend + spring / 2, series[j], 1e-12);
      } else {
        assertTrue(Double.isNaN(series[j]));
      }
    }
  }

  /** Without a mass Ṙ²/kT stands for 1/m, whose mean it has. */
  @Test
  void whereNoMassIsKnownVelocitiesSayIt() throws Exception {
    Table table = record(run(LISTS, "velocity: v, acceleration: a"));
    double[] a = table.column("a0direct").values();
    double[] v = table.column("v0direct").values();
    for (int j = 0; j < a.length; j += 7) {
      double x = frames[j / FRAMES][j % FRAMES];
      double spring = CONSTANTS[j / FRAMES] * (x - CENTRES[j / FRAMES]);
      assertEquals(-1.5 * x - spring / 2 + v[j] * v[j] * spring, a[j], 1e-12);
    }
  }

  @Test
  void aTableOfWindowsIsMatchedByTheNamesOfFiles() throws Exception {
    Files.writeString(
        folder.resolve("w.csv"), "force-constant,centre,file\n4,0.9,r.2\n5,-0.8,r.0\n2,0,r.1\n");
    Files.writeString(
        folder.resolve("w.dat"),
        "#! FIELDS centre.x force-constant.x\n# in order\n-0.8 5\n0 2\n0.9 4\n");
    double[] expected = record(run(LISTS)).column("w").values();
    for (String file : List.of("w.csv", "w.dat")) {
      JobResult result = run("windows: {of: x, file: " + file + "}");
      assertArrayEquals(expected, record(result).column("w").values(), file);
      assertTrue(result.inputs().stream().anyMatch(i -> i.path().equals(file)));
    }
  }

  @Test
  void theSameBitsComeWithAnyNumberOfThreads() throws Exception {
    JobResult one =
        workbench
            .run(request(LISTS, "velocity: v, acceleration: a, mass: 2", 1), JobMonitor.NONE)
            .result();
    JobResult many =
        workbench
            .run(request(LISTS, "velocity: v, acceleration: a, mass: 2", 5), JobMonitor.NONE)
            .result();
    for (int c = 0; c < record(one).columns().size(); c++) {
      assertArrayEquals(
          record(one).columns().get(c).values(), record(many).columns().get(c).values());
    }
    assertEquals(one.steps().get(0).fields().toString(), many.steps().get(0).fields().toString());
  }

  @Test
  void whoWatchesSeesWindowsJoinedAndThenTheInputRead() throws Exception {
    List<String> phases = new ArrayList<>();
    workbench.run(
        request(LISTS, "velocity: v, acceleration: a, mass: 2", 2),
        new JobMonitor() {
          @Override
          public void phase(String description) {
            phases.add(description.split(" ")[0]);
          }
        });
    assertEquals(List.of("joining", "reading", "finishing", "writing"), phases);
  }

  @Test
  void settingsStateTheWindowsAsTheyWereUnderstood() throws Exception {
    Map<?, ?> source = (Map<?, ?>) run(LISTS).settings().get("source");
    assertEquals(
        "{of=[x], centre=[-0.8, 0.0, 0.9], force-constant=[5.0, 2.0, 4.0], forces-include-bias=true}",
        source.get("windows").toString());
    assertTrue(run(LISTS).notes().stream().anyMatch(n -> n.contains("they are taken out")));
  }

  @Test
  void whatIsWrongWithWindowsIsSaidWithItsPlace() throws Exception {
    assertEquals(
        List.of(
            "1:56: source.windows: has 2 windows, but the source has 3 files; each file is one window, in"
                + " the order of the job (globs in that of their paths)"),
        problems("windows: {of: x, centre: [1, 2], force-constant: 3}"));
    assertEquals(
        List.of(
            "1:99: source.windows.force-constant: has 2 entries for 3 centres; give one number for all"
                + " windows, or one a window"),
        problems("windows: {of: x, centre: [1, 2, 3], force-constant: [3, 4]}"));
    assertTrue(
        problems("windows: {of: y, centre: [1, 2, 3], force-constant: 3}")
            .get(0)
            .contains("'y' is no coordinate of this job"));
    assertTrue(
        problems("windows: {of: x, centre: [1, 2, 3]}")
            .get(0)
            .endsWith("must have either both 'centre' and 'force-constant', or 'file' with both"));
    assertTrue(
        problems("windows: {of: x, centre: [[1, 2], [3, 4], [5, 6]], force-constant: 3}")
            .get(0)
            .endsWith(
                "centre[0]: has 2 numbers, but 1 coordinate is restrained; give one number a"
                    + " coordinate"));
    assertTrue(
        problems(LISTS + ", weights: {column: a, as: weight}")
            .get(0)
            .contains("leave one of the two out"));
    assertTrue(
        problems("windows: {of: x, centre: [1, 2, 3], force-constant: -3}")
            .get(0)
            .contains("source.windows.force-constant: '-3'"));
  }

  @Test
  void whatIsWrongWithATableOfWindowsIsSaidWithItsLine() throws Exception {
    String source = "windows: {of: x, file: w}";
    Files.writeString(folder.resolve("w"), "centre force-constant\n1 2\n2 -3\n3 4\n");
    assertEquals("w: line 3: a force constant is negative", unusable(source));
    Files.writeString(folder.resolve("w"), "centre constant\n1 2\n2 3\n3 4\n");
    assertEquals("w: has no column 'force-constant' (it has: centre, constant)", unusable(source));
    Files.writeString(
        folder.resolve("w"), "file centre force-constant\nr.0 1 2\nr.1 2 3\nr.9 3 4\n");
    assertEquals("w: has no line for the file r.2", unusable(source));
    Files.writeString(folder.resolve("w"), "centre force-constant\n1 2\n2 x\n");
    assertEquals("w: line 3: 'x' is no number", unusable(source));
  }

  @Test
  void windowsThatShareNothingAreRefused() {
    assertTrue(
        unusable("windows: {of: x, centre: [0, 0, 400], force-constant: 100}")
            .startsWith("source.windows: the windows"));
  }

  @Test
  void aWindowThatIsNotAsTheJobSaysIsNamed() throws Exception {
    JobResult result = run(LISTS.replace("0.9]", "0.2]"));
    assertTrue(
        result.steps().get(0).warnings().stream().anyMatch(w -> w.contains("window 3 disagrees")),
        result.steps().get(0).warnings()::toString);
  }

  @Test
  void littleOverlapIsToldWithWhatToDo() throws Exception {
    for (int k = 0; k < 2; k++) {
      StringBuilder text = new StringBuilder("TABLE\nt d v a\n");
      SplittableRandom random = new SplittableRandom(k);
      for (int n = 0; n < FRAMES; n++) {
        text.append(n).append(' ').append(0.36 * k + 0.05 * gauss(random)).append(" 0 0\n");
      }
      Files.writeString(folder.resolve("r." + k), text);
    }
    Files.delete(folder.resolve("r.2"));
    JobResult result = run("windows: {of: x, centre: [0, 0.36], force-constant: 400}");
    assertTrue(
        result.steps().get(0).warnings().stream()
            .anyMatch(
                w ->
                    w.startsWith("windows 1 and 2 share only")
                        && w.contains("run a window between")),
        result.steps().get(0).warnings()::toString);
  }
}
