package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.job.Checkpoints;
import org.chikei.api.job.JobRequest;
import org.chikei.batch.fake.FailingStep;

/** Jobs on four atoms that something spoils, and what they must not leave behind. */
final class SpoiledJobs {
  /** The source of all of them. */
  static final String SOURCE =
      "source: {trajectory: a.fake, structure: four.atoms, temperature: 300}\n";

  private SpoiledJobs() {}

  /** Writes four atoms and so many frames of them. */
  static void writeInput(Path folder, int frames) throws IOException {
    Files.writeString(folder.resolve("four.atoms"), "ATOMS\nC A A\nC B B\nC C C\nC D D\n");
    Files.writeString(folder.resolve("a.fake"), "FAKE\nframes=" + frames + "\nbatch=333\n");
  }

  /** A job for two threads that writes to the folder {@code out}. */
  static JobRequest request(Path folder, String job, Checkpoints checkpoints, Duration patience)
      throws IOException {
    return new JobRequest(
        Files.writeString(folder.resolve("job.yaml"), job),
        Map.of(),
        Optional.of(folder.resolve("out")),
        2,
        Optional.empty(),
        checkpoints,
        patience,
        Optional.empty());
  }

  /** Lets what hangs go on, and sees all threads end. */
  static void noThreadIsLeft() throws InterruptedException {
    FailingStep.wake();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("chikei-batch")) {
        thread.join(10_000);
        assertFalse(thread.isAlive(), thread::getName);
      }
    }
  }
}
