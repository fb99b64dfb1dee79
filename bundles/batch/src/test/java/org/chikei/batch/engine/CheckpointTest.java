package org.chikei.batch.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.chikei.api.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir Path folder;
  private Path file;
  private final Kept kept = new Kept();

  /** What a run has collected; says whether it was touched. */
  private static final class Kept implements Checkpoint.Content {
    private double[] values = {1.5, -2.25, 1e-300};
    private boolean touched;

    @Override
    public void write(DataOutputStream out) throws IOException {
      for (double value : values) {
        out.writeDouble(value);
      }
    }

    @Override
    public void read(DataInputStream in) throws IOException {
      touched = true;
      values = new double[] {in.readDouble(), in.readDouble(), in.readDouble()};
    }
  }

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve(".job.checkpoint");
    resuming("fingerprint").write(kept);
  }

  private Checkpoint resuming(String fingerprint) {
    return new Checkpoint(file, fingerprint, true, 1);
  }

  private String refusal(String fingerprint) {
    return assertThrows(InputException.class, () -> resuming(fingerprint).read(kept)).getMessage();
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    double[] before = kept.values.clone();
    kept.values = null;
    assertTrue(resuming("fingerprint").read(kept));
    assertEquals(Arrays.toString(before), Arrays.toString(kept.values));
  }

  @Test
  void aFileWithAnyBitTurnedOrAnyEndCutOffIsRefusedBeforeAnythingIsTaken() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int k = 0; k < whole.length; k++) {
      byte[] turned = whole.clone();
      turned[k] ^= (byte) (1 << k % 8);
      Files.write(file, turned);
      assertTrue(refusal("fingerprint").endsWith("run without --resume"));
      Files.write(file, Arrays.copyOf(whole, k));
      assertTrue(refusal("fingerprint").endsWith("run without --resume"));
    }
    assertFalse(kept.touched);
  }

  @Test
  void whatBelongsToAnotherJobIsRefused() {
    assertTrue(refusal("another").contains("is of another job"));
    assertFalse(kept.touched);
  }

  @Test
  void whatAnInterruptedWriteLeftGoesWithIt() throws IOException {
    Files.writeString(folder.resolve(".job.checkpoint.part"), "half of it");
    resuming("fingerprint").remove();
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }
}
