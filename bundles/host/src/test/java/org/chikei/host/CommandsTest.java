package org.chikei.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.job.Checkpoints;
import org.chikei.api.job.JobRequest;
import org.chikei.api.result.Quantity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandsTest {
  private final FakeWorkbench workbench = new FakeWorkbench();
  private final Commands commands = new Commands("1.2.3", null, workbench);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream systemOut = System.out;
  private final PrintStream systemErr = System.err;

  @BeforeEach
  void catchOutput() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveOutputBack() {
    System.setOut(systemOut);
    System.setErr(systemErr);
  }

  private int run(String... words) {
    return commands.applyAsInt(words);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aRunEndsWithTheVerdictAndASmallTable() {
    assertEquals(0, run("run", "good.yaml"));
    assertEquals(
        """
        A title
        phi (comparison): G and Vm differ.
          Barriers
          from   G
          trans  13.81 ± 0.12
        out: results.json
        """,
        text(out));
    assertEquals("warning: mind the gap\n", text(err));
  }

  @Test
  void aQuietRunPrintsWarningsAlone() {
    assertEquals(0, run("run", "good.yaml", "--quiet"));
    assertEquals("", text(out));
    assertEquals("warning: mind the gap\n", text(err));
  }

  @ParameterizedTest
  @CsvSource({
    "good.yaml, 0",
    "bad.yaml, 2",
    "missing.yaml, 3",
    "half.yaml, 4",
    "interrupted.yaml, 130"
  })
  void theExitStatusSaysWhatBecameOfTheJob(String job, int status) {
    assertEquals(status, run("run", job, "--quiet"));
    assertTrue(
        text(err).lines().allMatch(l -> l.matches("(warning|chikei|bad.yaml:\\d:\\d|flow pc).*")),
        text(err));
  }

  @Test
  void everyProblemIsALine() {
    run("run", "bad.yaml");
    assertEquals("bad.yaml:3:7: wrong\nbad.yaml:4:1: wrong too\n", text(err));
    assertEquals("", text(out));
  }

  @Test
  void aStackTraceNeedsDebug() {
    run("run", "missing.yaml");
    assertEquals("chikei: a.trr: there is no such file\n", text(err));
    run("run", "missing.yaml", "--debug");
    assertTrue(text(err).contains("\tat org.chikei"));
  }

  @Test
  void theGravestOfSeveralJobsDecides() {
    assertEquals(2, run("run", "half.yaml", "bad.yaml", "missing.yaml", "good.yaml"));
    assertEquals(4, workbench.requests.size());
    assertEquals(130, run("run", "bad.yaml", "interrupted.yaml", "good.yaml"));
    assertEquals(6, workbench.requests.size());
  }

  @Test
  void suggestionsArePrintedAsTheyAre() {
    assertEquals(0, run("suggest", "x.pdb"));
    assertEquals("coordinates: # x.pdb\n", text(out));
    out.reset();
    assertEquals(0, run("suggest", "x.pdb", "--all"));
    assertEquals("coordinates: # x.pdb all\n", text(out));
    assertEquals(2, run("suggest"));
    assertEquals(3, run("suggest", "missing.pdb"));
  }

  @Test
  void aJobToBeginWithIsWrittenOnce() {
    assertEquals(0, run("init", "x.pdb", "x.trr"));
    assertEquals(0, run("init", "x.pdb", "x.trr", "--output", "a.yaml"));
    assertEquals(List.of("x.pdb x.trr job.yaml", "x.pdb x.trr a.yaml"), workbench.started);
    assertEquals(3, run("init", "x.pdb", "x.trr", "--output", "there.yaml"));
    assertEquals("chikei: there.yaml: is there already\n", text(err));
    assertEquals(2, run("init", "x.pdb"));
  }

  @Test
  void optionsReachTheJob() {
    run(
        "run",
        "a/x.yaml",
        "--output",
        "o",
        "--threads",
        "3",
        "--set",
        "source.begin=1=2",
        "--set",
        "title=");
    assertEquals(
        new JobRequest(
            Path.of("a/x.yaml"),
            Map.of("source.begin", "1=2", "title", ""),
            Optional.of(Path.of("o")),
            3),
        workbench.requests.get(0));
    assertEquals(Checkpoints.USUAL, workbench.requests.get(0).checkpoints());
    run("run", "z.yaml", "--resume", "--checkpoint", "0.5");
    assertEquals(new Checkpoints(true, 0.5), workbench.requests.remove(1).checkpoints());
    run("run", "a/x.yaml", "b/y.json", "--output=o");
    assertEquals(
        List.of(Path.of("o/x"), Path.of("o/y")),
        workbench.requests.subList(1, 3).stream().map(r -> r.output().get()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "run", "run x --threads 0", "run x --threads many", "run x --set a", "run x --set =1",
    "run x --checkpoint -1", "run a/x.yaml b/x.yaml --output o", "check", "describe",
        "describe nothing",
    "list everything", "fly", "''"
  })
  void wrongUsageIsStatusTwoAndALine(String line) {
    assertEquals(2, line.isEmpty() ? run() : run(line.split(" ")));
    assertEquals("", text(out));
    assertTrue(line.isEmpty() || text(err).lines().count() == 1, text(err));
    assertEquals(0, workbench.requests.size());
  }

  @Test
  void aCheckSaysWhatWillRun() {
    assertEquals(0, run("check", "good.yaml"));
    assertEquals(
        """
        good.yaml: the job can be run
        Input
          frames  10
        Coordinates
          phi  torsion of 1, 2, 3, 4
        Steps
          comparison phi: will fail
            no forces
        """,
        text(out));
    assertEquals("warning: save forces\n", text(err));
    assertEquals(2, run("check", "bad.yaml"));
    assertEquals(3, run("check", "missing.yaml"));
  }

  @Test
  void whatIsInstalledIsListedByKind() {
    assertEquals(0, run("list"));
    assertEquals(3, text(out).lines().count());
    out.reset();
    assertEquals(0, run("list", "steps"));
    assertEquals("step  comparison  G and Vm  org.chikei.landscape 0.1.0\n", text(out));
  }

  @Test
  void aTypeIsDescribedWithItsParameters() {
    assertEquals(0, run("describe", "angle"));
    assertEquals(
        """
        angle: an angle

        At the middle atom.

        Formula: cos θ = a·b/|a||b|

        Source: anyone

        Parameters:
          atoms: a list of 3 atoms; required
              ends
          width: a number above 0 in nm; default 2
              how wide

        Example:
          {name: a, type: angle, atoms: [1, 2, 3]}
        """,
        text(out));
    run("describe", "angel");
    assertEquals("chikei: 'angel' is not installed (there are: angle, comparison)\n", text(err));
  }

  @Test
  void helpAndVersionAreNoErrors() {
    assertEquals(0, run("--version"));
    assertEquals("Chikei 1.2.3\n", text(out));
    assertEquals(0, run("run", "--help"));
    assertTrue(text(out).contains("--threads"));
    assertTrue(text(out).contains("--resume"));
  }

  @Test
  void numbersHaveTheDigitsThatTheirErrorsAllow() {
    assertEquals("-0.28 ± 0.14", Verdict.cell(new Quantity(-0.28213, 0.1412, "")));
    assertEquals("0.00302 ± 0.00012", Verdict.cell(new Quantity(0.0030236, 0.000123, "")));
    assertEquals("1235 ± 123", Verdict.cell(new Quantity(1234.5, 123.4, "")));
    assertEquals("6.005", Verdict.cell(new Quantity(6.005, Double.NaN, "amu")));
    assertEquals("–", Verdict.cell(new Quantity(Double.NaN, 1, "")));
    assertEquals("72", Verdict.cell(72));
  }

  @Test
  void progressTellsTheSpeedAndTheTimeLeft() {
    assertEquals("1000 frames, 500 frames/s, 6 s left", Progress.line(1000, 0.25, 2));
    assertEquals("1000 frames, 500 frames/s", Progress.line(1000, Double.NaN, 2));
    assertEquals("10 frames, 0 frames/s, 1:23 h left", Progress.line(10, 0.5, 4980));
  }

  @Test
  void aCheckOfDerivativesPrintsATable() {
    assertEquals(0, run("check", "good.yaml", "--derivatives"));
    assertTrue(text(out).contains("Derivatives, on 16 frames of the input\n"), text(out));
    assertTrue(
        text(out)
            .contains(
                "  phi         torsion  3.0e-11   2.0e-09    -          same   changes  -     "
                    + "  -3.1416…3.1416  right\n"),
        text(out));
    assertTrue(text(out).contains("  phi: does not exist in 3 of the frames\n"), text(out));
  }

  @Test
  void wrongDerivativesShowInTheExitStatus() {
    assertEquals(4, run("check", "steep.yaml", "--derivatives"));
    assertTrue(text(out).contains("  phi: its gradient disagrees\n"), text(out));
    assertEquals(0, run("check", "steep.yaml"));
  }
}
