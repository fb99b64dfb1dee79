package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.Checkpoints;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.batch.fake.FakeCoordinates;
import org.chikei.batch.fake.FakeRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that throw or hang while a job is planned. */
@Timeout(120)
final class SpoiledPlanTest {
  private static final String LATE =
      " did not come back within 0.5 s from being %s and was given up; a thread may still run in"
          + " it. Give it more time, or tell the makers of org.chikei.fake 1.0.0";
  private static final String THROWN =
      " could not be %s: IllegalStateException (no idea). Tell the makers of org.chikei.fake 1.0.0";

  @TempDir Path folder;
  private final BatchWorkbench workbench =
      new BatchWorkbench(
          FakeRegistry.full().add(FakeCoordinates.KIND, "failing", new FakeCoordinates.Failing()));

  @BeforeEach
  void writeInput() throws IOException {
    SpoiledJobs.writeInput(folder, 3000);
  }

  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    SpoiledJobs.noThreadIsLeft();
  }

  /** A job with the coordinate d and its record, and what is added. */
  private static String job(String coordinates, String steps) {
    return SpoiledJobs.SOURCE
        + "coordinates:\n  - {name: d, type: span, atoms: [1, 2]}\n"
        + coordinates
        + "analysis:\n  - {step: record, of: d}\n"
        + steps;
  }

  private static String failing(String by) {
    return "  - {name: f, type: failing, atoms: [1, 3], after: 0, by: " + by + "}\n";
  }

  private JobRequest request(String job) throws IOException {
    return SpoiledJobs.request(folder, job, Checkpoints.USUAL, Duration.ofMillis(500));
  }

  private JobOutcome run(String job) throws Exception {
    return workbench.run(request(job), JobMonitor.NONE);
  }

  private String recorded() throws IOException {
    return Files.readString(folder.resolve("out/d.record.csv"));
  }

  @ParameterizedTest
  @CsvSource({"stuck-make, true", "throw-make, false"})
  void aCoordinateThatCannotBeMadeSpoilsTheStepsThatNeedItAlone(String by, boolean late)
      throws Exception {
    run(job("", ""));
    String without = recorded();
    String job =
        job(
            failing(by) + "  - {name: p, type: product, of: [d, f]}\n",
            "  - {step: record, of: [d, f]}\n  - {step: record, of: p}\n");
    JobOutcome outcome = run(job);
    assertEquals(without, recorded());
    String why = "the coordinate 'f'" + (late ? LATE : THROWN).formatted("made");
    assertEquals(Map.of("record d-f", why, "record p", why), outcome.result().failures());

    CheckReport report = workbench.check(request(job));
    assertEquals(List.of(true, false, false), report.steps().stream().map(s -> s.runs()).toList());
    assertEquals(List.of(why), report.steps().get(1).remarks());
  }

  @ParameterizedTest
  @CsvSource({"stuck-prepare, true", "throw-prepare, false"})
  void aStepThatCannotBePreparedSpoilsItselfAndThoseThatNeedItAlone(String at, boolean late)
      throws Exception {
    run(job("", ""));
    String without = recorded();
    JobOutcome outcome =
        run(
            job(
                "",
                "  - {step: fail, of: d, at: "
                    + at
                    + ", name: lost}\n  - {step: record, of: d, name: later, needs: lost}\n"));
    assertEquals(without, recorded());
    assertEquals(
        Map.of(
            "fail lost",
            "the step" + (late ? LATE : THROWN).formatted("prepared"),
            "record later",
            "needs the result of 'lost', which gave none"),
        outcome.result().failures());
    assertEquals(
        List.of("fail lost", "record later"), List.copyOf(outcome.result().failures().keySet()));
  }

  @Test
  void whereNoStepIsLeftTheFailureIsWritten() throws Exception {
    String only =
        SpoiledJobs.SOURCE
            + "coordinates:\n"
            + failing("throw-make")
            + "analysis: [{step: record, of: f}]\n";
    JobOutcome outcome = run(only);
    assertEquals(List.of(), outcome.result().steps());
    assertTrue(outcome.result().failures().get("record f").startsWith("the coordinate 'f' could"));
    assertFalse(workbench.check(request(only)).steps().get(0).runs());
  }

  @Test
  void aCoordinateThatNoStepNeedsIsAWarning() throws Exception {
    JobOutcome outcome = run(job(failing("throw-make"), ""));
    assertEquals(Map.of(), outcome.result().failures());
    assertTrue(
        outcome.result().warnings().contains("the coordinate 'f'" + THROWN.formatted("made")),
        outcome.result().warnings()::toString);
  }

  @Test
  void aCoordinateThatTheSourceNeedsEndsTheJobAtItsPlace() throws Exception {
    Files.copy(folder.resolve("a.fake"), folder.resolve("b.fake"));
    String job =
        job(failing("throw-make"), "")
            .replace("a.fake", "[a.fake, b.fake]")
            .replace(
                "temperature: 300",
                "temperature: 300, windows: {of: f, centre: [0.1, 0.2], force-constant: 5}");
    JobException refused = assertThrows(JobException.class, () -> run(job));
    assertTrue(
        refused.problems().get(0).toString().contains("the coordinate 'f' could not be made"),
        refused::getMessage);
  }

  @Test
  void derivativesOfACoordinateThatCannotBeMadeAreRefused() throws Exception {
    JobRequest request = request(job(failing("throw-make"), ""));
    InputException refused =
        assertThrows(InputException.class, () -> workbench.checkDerivatives(request));
    assertTrue(refused.getMessage().startsWith("the coordinate 'f' could not be made"));
  }

  @Test
  void aCheckGivesUpAStepThatHangsAtTheFirstLook() throws Exception {
    CheckReport report =
        workbench.check(request(job("", "  - {step: fail, of: d, at: stuck-look}\n")));
    assertEquals(List.of(true, false), report.steps().stream().map(s -> s.runs()).toList());
    assertTrue(
        report.steps().get(1).remarks().get(0).contains("within 0.5 s at the first look"),
        report.steps().get(1).remarks()::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stuck-prepare", "stuck-make"})
  void whoeverCancelsWaitsForNoProvider(String at) {
    String job =
        at.equals("stuck-make")
            ? job(failing(at), "  - {step: record, of: f}\n")
            : job("", "  - {step: fail, of: d, at: " + at + "}\n");
    JobMonitor cancelled =
        new JobMonitor() {
          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(JobCancelledException.class, () -> workbench.run(request(job), cancelled));
  }
}
