package org.chikei.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.Trajectory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is in a file, frames or an {@link InputException} come of it: nothing else, soon, and
 * without much memory. {@code -Dchikei.fuzz=100000} tries so many files for each format.
 */
class MutationTest {
  private static final int USUAL_TRIES = 2000;

  /** For formats whose files take ten times as long to open. */
  private static final int FEWER_TRIES = 300;

  private static final int[] WORDS = {
    0,
    1,
    -1,
    9,
    10,
    22,
    72,
    73,
    255,
    1993,
    1995,
    2023,
    1 << 24,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE
  };
  private static final String[] SNIPPETS = {
    "\n",
    "\r\n",
    " ",
    "\t",
    "-",
    "1e999",
    "nan",
    "22\n",
    "99999999999",
    "=",
    "\"",
    ":",
    "pos:R:3",
    "Lattice=\"",
    "t=",
    "\u0000",
    "1.0D+00",
    "Properties=",
    "ITEM: TIMESTEP\n",
    "ITEM: ATOMS id xs ys zs ix iy iz\n",
    "ITEM: UNITS\nmetal\n",
    "ITEM: BOX BOUNDS xy xz yz pp pp pp\n",
    "ENDMDL\n",
    "MODEL\n",
    "HETATM",
    "CRYST1"
  };

  /** Buffers and columns of a few files of some kB; far below what a header can claim. */
  private static final long MEMORY = 16 << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void damageGivesFramesOrAnInputException(Samples sample) throws IOException {
    byte[] sound = sample.bytes();
    boolean few = sample == Samples.HDF5 || sample == Samples.H5MD;
    int tries = Integer.getInteger("chikei.fuzz", few ? FEWER_TRIES : USUAL_TRIES);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Random random = new Random(20140116 + sample.ordinal());
    AtomicInteger mutant = new AtomicInteger();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60 + tries / 20),
        () -> {
          for (int k = 0; k < tries; k++) {
            mutant.set(k);
            byte[] bytes = mutate(sound, sample.isText(), random);
            Path file = Files.write(folder.resolve("mutant" + k), bytes);
            long before = threads.getCurrentThreadAllocatedBytes();
            read(sample, file, sample + ", mutant " + k);
            Files.delete(file);
            long used = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(used < MEMORY, sample + ", mutant " + k + " took " + used + " bytes");
          }
        },
        () -> sample + ", mutant " + mutant + " takes for ever");
  }

  private static void read(Samples sample, Path file, String name) throws IOException {
    int frames = 0;
    try (Trajectory trajectory = sample.format().open(file, sample.options())) {
      int[] atoms = IntStream.range(0, Math.min(trajectory.atoms(), 40)).toArray();
      FrameDecoder decoder = trajectory.decoder(atoms);
      FrameBlock block = new FrameBlock(8, atoms.length, true, true);
      decode(trajectory.spread(5), decoder, block);
      FrameBatch batch = trajectory.next(7);
      while (batch != null) {
        decode(batch, decoder, block);
        frames += batch.size();
        batch = trajectory.next(7);
      }
      assertTrue(trajectory.progress() >= 0 && trajectory.progress() <= 1, name);
    } catch (InputException e) {
      assertEquals(-1, e.getMessage().indexOf('\n'), e.getMessage());
      assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    }
    assertTrue(frames < 10_000, name);
  }

  private static void decode(FrameBatch batch, FrameDecoder decoder, FrameBlock block)
      throws IOException {
    int size = batch.size();
    decoder.decode(batch, IntStream.range(0, size).toArray(), 0, size, block, 0);
    for (int column = 0; column < 3 * block.atoms(); column++) {
      for (int j = 0; j < size; j++) {
        assertTrue(Double.isFinite(block.positions()[column * block.stride() + j]));
      }
    }
  }

  private static byte[] mutate(byte[] sound, boolean text, Random random) {
    byte[] bytes = sound.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 8; changes--) {
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(200, bytes.length));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 3 -> bytes = spliced(bytes, at, Math.min(length, bytes.length - at), new byte[0]);
        case 4 -> bytes = spliced(bytes, at, 0, Arrays.copyOf(bytes, length));
        default -> bytes = replaced(bytes, at, text, random);
      }
    }
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int at, boolean text, Random random) {
    if (text) {
      byte[] snippet = SNIPPETS[random.nextInt(SNIPPETS.length)].getBytes();
      return spliced(bytes, at, Math.min(random.nextInt(4), bytes.length - at), snippet);
    }
    int word = Math.min(at, bytes.length - 4) & ~3;
    if (random.nextBoolean()) {
      word = Math.min(word % 96, bytes.length - 4); // in the first header, as a rule
    }
    ByteBuffer.wrap(bytes).putInt(word, WORDS[random.nextInt(WORDS.length)]);
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
    byte[] result = new byte[bytes.length - removed + added.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(added, 0, result, at, added.length);
    System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
    return result;
  }
}
