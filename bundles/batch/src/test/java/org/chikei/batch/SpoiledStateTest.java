package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.InputException;
import org.chikei.api.job.Checkpoints;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.result.StepResult;
import org.chikei.batch.fake.FailingStep;
import org.chikei.batch.fake.FakeRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that spoil what is written of them, in a checkpoint or to be shown. */
@Timeout(120)
final class SpoiledStateTest {
  private static final String RECORDS =
      SpoiledJobs.SOURCE
          + """
      coordinates:
        - {name: d, type: span, atoms: [1, 2]}
        - {name: e, type: span, atoms: [2, D.D]}
      analysis:
        - {step: record, of: d}
        - {step: record, of: e}
      """;

  /** Checkpoints as often as there is something to keep. */
  private static final double OFTEN = 1e-9;

  @TempDir Path folder;
  private final BatchWorkbench workbench = new BatchWorkbench(FakeRegistry.full());
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void writeInput() throws IOException {
    SpoiledJobs.writeInput(folder, 20000);
  }

  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    SpoiledJobs.noThreadIsLeft();
    assertFalse(Files.exists(checkpoint().resolveSibling(".out.checkpoint.part")));
  }

  private Path checkpoint() {
    return folder.resolve(".out.checkpoint");
  }

  private JobOutcome run(String at, boolean resume, JobMonitor monitor) throws Exception {
    String step = at.isEmpty() ? "" : "  - {step: fail, of: e, at: " + at + "}\n";
    String job =
        RECORDS.replace("  - {step: record, of: e}\n", step + "  - {step: record, of: e}\n");
    Checkpoints checkpoints = new Checkpoints(resume, OFTEN);
    return workbench.run(
        SpoiledJobs.request(folder, job, checkpoints, Duration.ofMillis(700)), monitor);
  }

  private String recorded() throws IOException {
    return Files.readString(folder.resolve("out/d.record.csv"))
        + Files.readString(folder.resolve("out/e.record.csv"));
  }

  private String without() throws Exception {
    run("", false, JobMonitor.NONE);
    return recorded();
  }

  /** Hears warnings of checkpoints, and stops once some frames are merged. */
  private JobMonitor listening(long most) {
    return new JobMonitor() {
      private volatile boolean enough;

      @Override
      public void progress(long frames, double fraction) {
        enough |= frames > most;
      }

      @Override
      public boolean cancelled() {
        return enough;
      }

      @Override
      public void warning(String sentence) {
        if (sentence.contains("resume")) {
          warnings.add(sentence);
        }
      }
    };
  }

  private void interrupt(String at) {
    assertThrows(JobCancelledException.class, () -> run(at, false, listening(6000)));
    assertTrue(Files.exists(checkpoint()));
  }

  @Test
  void whatIsInterruptedGoesOnAndEndsWithTheSameBytes() throws Exception {
    String without = without();
    interrupt("");
    run("", true, listening(Long.MAX_VALUE));
    assertEquals(without, recorded());
    assertFalse(Files.exists(checkpoint()));
  }

  @Test
  void aStepThatHangsWhileACheckpointIsWrittenIsGivenUpAlone() throws Exception {
    String without = without();
    JobOutcome outcome = run("write", false, listening(Long.MAX_VALUE));
    assertEquals(without, recorded());
    assertEquals(
        Map.of(
            "fail e",
            "the step did not come back within 0.7 s from writing what it had collected to the"
                + " checkpoint and was given up; a thread may still run in it. Give it more time,"
                + " or tell the makers of org.chikei.fake 1.0.0"),
        outcome.result().failures());
    assertEquals(List.of(), warnings);
  }

  @Test
  void aCheckpointIsKeptWithoutTheStepThatHungInIt() throws Exception {
    String without = without();
    interrupt("write");
    JobOutcome outcome = run("write", true, listening(Long.MAX_VALUE));
    assertEquals(without, recorded());
    assertTrue(outcome.result().failures().get("fail e").contains("to the checkpoint"));
  }

  @Test
  void aStepThatCannotBeKeptEndsAsUsualButIsLostToAResumedRun() throws Exception {
    String without = without();
    JobOutcome whole = run("throw-write", false, listening(Long.MAX_VALUE));
    assertEquals(without, recorded());
    assertEquals("no sample", whole.result().failures().get("fail e"));
    assertEquals(
        List.of(
            "fail e could not write what it has collected (IllegalStateException (a bug)), so that"
                + " it is lost to a run with --resume"),
        warnings);
    interrupt("throw-write");
    JobOutcome outcome = run("throw-write", true, listening(Long.MAX_VALUE));
    assertEquals(without, recorded());
    assertEquals(
        "what it had collected was not kept (IllegalStateException (a bug)); run without --resume",
        outcome.result().failures().get("fail e"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "throw-read"})
  void aStepThatCannotReadWhatItKeptIsNamedAndAnotherRunDoesWithoutIt(String at) throws Exception {
    String without = without();
    interrupt(at);
    InputException refused =
        assertThrows(InputException.class, () -> run(at, true, listening(Long.MAX_VALUE)));
    assertTrue(refused.getMessage().contains("fail e"), refused.getMessage());
    assertTrue(refused.getMessage().endsWith("run without --resume"), refused.getMessage());
    run(at, false, listening(Long.MAX_VALUE));
    assertEquals(without, recorded());
  }

  @Test
  void aCheckpointWithoutAStepThatCouldBeginTheNextTimeIsRefused() throws Exception {
    interrupt("stuck-look");
    Thread waking = new Thread(SpoiledStateTest::wake);
    waking.start();
    try {
      InputException refused =
          assertThrows(InputException.class, () -> run("stuck-look", true, JobMonitor.NONE));
      assertEquals(
          "the checkpoint holds other steps than could begin this time; run without --resume",
          refused.getMessage());
    } finally {
      waking.interrupt();
      waking.join();
    }
  }

  private static void wake() {
    try {
      while (true) {
        FailingStep.wake();
        Thread.sleep(20);
      }
    } catch (InterruptedException end) {
      // nobody hangs any more
    }
  }

  @Test
  void aStepThatHangsInACopyIsGivenUpAndTheOthersAreShown() throws Exception {
    String without = without();
    List<List<String>> shown = Collections.synchronizedList(new ArrayList<>());
    JobMonitor watching =
        new JobMonitor() {
          @Override
          public boolean previewWanted() {
            return shown.isEmpty();
          }

          @Override
          public void preview(List<StepResult> steps) {
            shown.add(steps.stream().map(StepResult::name).toList());
          }
        };
    Path file =
        Files.writeString(
            folder.resolve("job.yaml"), RECORDS + "  - {step: fail, of: e, at: write}\n");
    JobOutcome outcome =
        workbench.run(
            new JobRequest(
                file,
                Map.of(),
                Optional.of(folder.resolve("out")),
                2,
                Optional.empty(),
                new Checkpoints(false, 0),
                Duration.ofMillis(700),
                Optional.empty()),
            watching);
    assertEquals(List.of(List.of("d", "e")), shown.subList(0, 1));
    assertEquals(without, recorded());
    assertTrue(
        outcome
            .result()
            .failures()
            .get("fail e")
            .startsWith("the step did not come back within 0.7 s from copying"));
  }
}
