package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed goes on from its checkpoint and ends as if nothing had happened. */
@Timeout(300)
class ResumeIT {
  private static final int KILLS = Integer.getInteger("chikei.kills", 3);
  private static final String JOB =
      """
      source: {model: double-well-2d, parameters: {h: 3, k: 6}, temperature: {kT: 1}, segments: 1500, frames: 500, spacing: 0.02, seed: 7}
      coordinates:
        - {name: r, type: linear-combination, of: [q1, q2], coefficients: [0.359, 0.933]}
      analysis:
        - {step: comparison, of: r, bins: 60}
        - {step: free-energy, of: [q1, q2], bins: [40, 40], name: wells}
        - {step: flow, of: [q1, q2], bins: [30, 30], name: flow}
        - {step: conditional-average, of: q1, observables: [q2, r], name: means}
        - {step: time-scale, of: r, taus: [0.1, 0.2], name: time}
        - {step: memory, of: r, name: memory}
        - {step: hierarchy, of: r, levels: 2, name: hidden}
      output: {formats: [csv]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void job() throws Exception {
    Files.writeString(folder.resolve("job.yaml"), JOB);
  }

  private Path checkpoint() {
    return folder.resolve(".resumed.checkpoint");
  }

  private Process start() throws Exception {
    return ExecutableJar.start(
        folder, "run", "job.yaml", "--output", "resumed", "--resume", "--checkpoint", "0.05");
  }

  /** Kills a run some time after it has written a checkpoint; false if it is done before. */
  private boolean killed(long milliseconds) throws Exception {
    Process process = start();
    while (process.isAlive() && !Files.exists(checkpoint())) {
      Thread.sleep(5);
    }
    boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended;
  }

  @Test
  void everyResumeEndsWithTheSameBytes() throws Exception {
    Outcome whole = ExecutableJar.run(folder, "run", "job.yaml", "--output", "whole");
    assertEquals(0, whole.status(), whole::errors);
    Random random = new Random();
    int kills = 0;
    while (kills < KILLS && killed(random.nextInt(600))) {
      kills++;
      assertFalse(Files.exists(folder.resolve("resumed")));
    }
    assertTrue(kills > 0, "the run was over before it could be killed");
    Outcome resumed = ExecutableJar.end(start(), folder);
    assertEquals(0, resumed.status(), resumed::errors);
    try (Stream<Path> files = Files.list(folder.resolve("whole"))) {
      for (Path file : files.toList()) {
        assertArrayEquals(
            Files.readAllBytes(file),
            Files.readAllBytes(folder.resolve("resumed").resolve(file.getFileName())),
            file.getFileName() + " after " + kills + " kills");
      }
    }
    assertFalse(Files.exists(checkpoint()));
  }

  @Test
  void aCheckpointOfSomethingElseIsRefusedAndNothingIsLost() throws Exception {
    assertTrue(killed(50));
    Outcome other =
        ExecutableJar.run(
            folder, "run", "job.yaml", "--output", "resumed", "--resume", "--set", "source.seed=8");
    assertEquals(3, other.status());
    assertTrue(other.errors().contains("is of another job"), other::errors);
    assertTrue(Files.exists(checkpoint()));

    byte[] content = Files.readAllBytes(checkpoint());
    content[content.length / 2] ^= 1;
    Files.write(checkpoint(), content);
    Outcome damaged = ExecutableJar.end(start(), folder);
    assertEquals(3, damaged.status());
    assertTrue(damaged.errors().contains("is damaged; run without --resume"), damaged::errors);

    Outcome anew =
        ExecutableJar.run(
            folder, "run", "job.yaml", "--output", "resumed", "--set", "source.segments=50");
    assertEquals(0, anew.status(), anew::errors);
    assertTrue(anew.errors().contains("--resume would have gone on"), anew::errors);
    assertFalse(Files.exists(checkpoint()));
  }

  @Test
  void howOftenIsANumber() throws Exception {
    Outcome outcome = ExecutableJar.run(folder, "run", "job.yaml", "--checkpoint", "-1");
    assertEquals(2, outcome.status());
    assertEquals(1, outcome.errors().lines().count(), outcome::errors);
  }
}
