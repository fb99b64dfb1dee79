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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.chikei.api.job.Checkpoints;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.ResultWriter;
import org.chikei.batch.fake.FailingWriter;
import org.chikei.batch.fake.FakeRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writers that throw or hang while the results are written. */
@Timeout(120)
final class SpoiledWritingTest {
  private static final String LATE =
      "the writer did not come back within 0.5 s from writing its files and was given up; a thread"
          + " may still run in it. Give it more time, or tell the makers of org.chikei.fake 1.0.0";

  @TempDir Path folder;
  private final FakeRegistry registry =
      FakeRegistry.full()
          .add(ResultWriter.class, "summary", new Summary())
          .add(ResultWriter.class, "hang", new FailingWriter("hang"))
          .add(ResultWriter.class, "stuck", new FailingWriter("hang"))
          .add(ResultWriter.class, "throw", new FailingWriter("throw"))
          .add(ResultWriter.class, "refuse", new FailingWriter("refuse"));
  private final BatchWorkbench workbench = new BatchWorkbench(registry);

  /** A file that tells what failed. */
  private static final class Summary implements ResultWriter {
    @Override
    public List<String> write(JobResult result, Path folder) throws IOException {
      Files.writeString(folder.resolve("summary.text"), result.failures().toString());
      return List.of("summary.text");
    }
  }

  @BeforeEach
  void writeInput() throws IOException {
    SpoiledJobs.writeInput(folder, 3000);
  }

  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    SpoiledJobs.noThreadIsLeft();
    assertEquals(0, registry.borrowed());
    assertEquals(List.of(), files(folder).stream().filter(f -> f.startsWith(".")).toList());
  }

  private JobRequest request(String formats, Duration patience) throws IOException {
    String job =
        SpoiledJobs.SOURCE
            + "coordinates: [{name: d, type: span, atoms: [1, 2]}]\n"
            + "analysis: [{step: record, of: d}]\n"
            + ("output: {formats: [" + formats + "]}\n");
    return SpoiledJobs.request(folder, job, Checkpoints.USUAL, patience);
  }

  private JobOutcome run(String formats) throws Exception {
    return workbench.run(request(formats, Duration.ofMillis(500)), JobMonitor.NONE);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hang | " + LATE,
        "throw | could not be written: IllegalStateException (no idea)",
        "refuse | could not be written: IOException (no space left)"
      })
  void aWriterThatFailsSpoilsItsOwnFilesAloneAndTheOthersSaySo(String by, String why)
      throws Exception {
    run("csv");
    Path out = folder.resolve("out");
    String numbers = Files.readString(out.resolve("d.record.csv"));
    for (String formats : List.of(by + ", csv, summary", "csv, summary, " + by)) {
      JobOutcome outcome = run(formats);
      assertEquals(Map.of("output " + by, why), outcome.result().failures());
      assertEquals(1, outcome.result().steps().size());
      assertEquals(List.of("d.record.csv", "summary.text"), outcome.files());
      assertEquals(List.of("d.record.csv", "summary.text"), files(out));
      assertEquals(numbers, Files.readString(out.resolve("d.record.csv")));
      assertEquals(
          "{output " + by + "=" + why + "}", Files.readString(out.resolve("summary.text")));
    }
  }

  @Test
  void severalWritersMayFailInOneJob() throws Exception {
    JobOutcome outcome = run("hang, csv, throw, refuse, summary");
    assertEquals(
        List.of("output hang", "output refuse", "output throw"),
        List.copyOf(outcome.result().failures().keySet()));
    assertEquals(List.of("d.record.csv", "summary.text"), files(folder.resolve("out")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang", "throw", "refuse"})
  void whereNothingCanBeWrittenOlderResultsStay(String by) throws Exception {
    run("csv, summary");
    IOException failed = assertThrows(IOException.class, () -> run(by));
    assertTrue(
        failed.getMessage().startsWith("nothing was written; output " + by + ": "),
        failed::getMessage);
    assertEquals(List.of("d.record.csv", "summary.text"), files(folder.resolve("out")));
  }

  @Test
  void aWriterThatCannotBeHadIsAWarning() throws Exception {
    registry.add(ResultWriter.class, "lost", null);
    JobOutcome outcome = run("csv, lost");
    assertEquals(List.of("d.record.csv"), outcome.files());
    assertTrue(
        outcome
            .result()
            .warnings()
            .contains(
                "the format 'lost' of the bundle org.chikei.fake 1.0.0 cannot be used: it left, or"
                    + " could not be made; the framework's log says more; nothing is written in it"),
        outcome.result().warnings()::toString);
  }

  /** Looks on, and does something once results are being written. */
  private static JobMonitor whileWriting(Runnable then, AtomicBoolean cancelled) {
    return new JobMonitor() {
      @Override
      public void phase(String phase) {
        if (phase.startsWith("writing")) {
          then.run();
        }
      }

      @Override
      public boolean cancelled() {
        return cancelled.get();
      }
    };
  }

  @Test
  void whoeverCancelsWaitsForNoWriter() throws Exception {
    AtomicBoolean cancelled = new AtomicBoolean();
    JobMonitor monitor = whileWriting(() -> cancelled.set(true), cancelled);
    JobRequest request = request("hang, csv, stuck", Duration.ofHours(1));
    assertThrows(JobCancelledException.class, () -> workbench.run(request, monitor));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void anInterruptEndsTheWaitForAllWriters() throws Exception {
    Thread caller = Thread.currentThread();
    JobMonitor monitor = whileWriting(caller::interrupt, new AtomicBoolean());
    JobRequest request = request("hang, csv, stuck", Duration.ofHours(1));
    assertThrows(JobCancelledException.class, () -> workbench.run(request, monitor));
    assertTrue(Thread.interrupted(), "the caller is told that it was interrupted");
    assertFalse(Files.exists(folder.resolve("out")));
  }
}
