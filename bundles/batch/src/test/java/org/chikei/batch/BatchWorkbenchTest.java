package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chikei.api.InputException;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.batch.fake.FakeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchWorkbenchTest {
  private static final String JOB =
      """
      source: {trajectory: a.fake, structure: four.atoms, temperature: 300}
      coordinates:
        - {name: d, type: span, atoms: [1, 2]}
        - {name: e, type: span, atoms: [2, D.D]}
        - {name: p, type: product, of: [d, e]}
      analysis:
        - {step: record, of: d, halo: 3}
        - {step: record, of: [p, d]}
      """;

  @TempDir Path folder;
  private final FakeRegistry registry = FakeRegistry.full();
  private final BatchWorkbench workbench = new BatchWorkbench(registry);

  @BeforeEach
  void writeInput() throws IOException {
    write("four.atoms", "ATOMS\nC A A\nC B B\nC C C\nC D D\n");
    write("a.fake", "FAKE\nframes=5000\nbatch=333\ngaps=1500,2524,2525\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private JobOutcome run(String job, int threads, Map<String, String> overrides)
      throws JobException, IOException, JobCancelledException {
    Path file = write("job.yaml", job);
    return workbench.run(
        new JobRequest(file, overrides, Optional.of(folder.resolve("out")), threads),
        JobMonitor.NONE);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void resultsHaveTheSameBytesForAnyNumberOfThreads() throws Exception {
    run(JOB, 1, Map.of());
    String first = Files.readString(folder.resolve("out/d.record.csv"));
    String second = Files.readString(folder.resolve("out/p-d.record.csv"));
    assertEquals(5002, first.lines().count());
    for (int threads : new int[] {2, 7}) {
      run(JOB, threads, Map.of());
      assertEquals(first, Files.readString(folder.resolve("out/d.record.csv")));
      assertEquals(second, Files.readString(folder.resolve("out/p-d.record.csv")));
    }
    assertEquals(List.of("a.fake", "four.atoms", "job.yaml", "out"), left());
    assertEquals(0, registry.borrowed());
  }

  @Test
  void aBadFrameFailsTheJobAndLeavesNothing() throws Exception {
    write("a.fake", "FAKE\nframes=5000\nbad=3001\n");
    InputException e = assertThrows(InputException.class, () -> run(JOB, 2, Map.of()));
    assertTrue(e.getMessage().contains("frame 3001"), e.getMessage());
    assertEquals(List.of("a.fake", "four.atoms", "job.yaml"), left());
  }

  @Test
  void aStepThatFailsLeavesTheOthers() throws Exception {
    for (String at : List.of("look", "collect", "finish", "stack")) {
      JobOutcome outcome = run(JOB + "  - {step: fail, of: e, at: " + at + "}\n", 2, Map.of());
      assertEquals(2, outcome.result().steps().size());
      assertEquals(1, outcome.result().failures().size());
      assertFalse(outcome.result().failures().get("fail e").contains("\n"));
    }
  }
}
