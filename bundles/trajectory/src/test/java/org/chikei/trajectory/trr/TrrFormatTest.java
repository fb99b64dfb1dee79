package org.chikei.trajectory.trr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single values are what MDTraj 1.9.7 reads from the same file, as the floats that it keeps. */
class TrrFormatTest {
  /** Sums of some 10⁵ to 10⁶ terms in another order than NumPy's. */
  private static final double SUMMATION = 1e-11;

  private static final double ABSENT = Double.NaN;

  private final TrrFormat format = new TrrFormat();

  @TempDir Path folder;

  @Test
  void alanineDipeptideReadsAsInMdtraj() throws IOException {
    Decoded ala = Decoded.all(format, Decoded.data("ala2.trr"));
    assertEquals(5001, ala.size());
    assertEquals(20000, ala.times().get(5000));
    assertFloats(ala.positions(), 0, 1, 2.160995f, 2.4620047f, 2.5168624f);
    assertFloats(ala.velocities(), 0, 1, 0.5598777f, 0.9913062f, 0.13767597f);
    assertFloats(ala.forces(), 0, 1, -1707.422f, -879.6959f, -2464.7722f);
    assertFloats(ala.positions(), 5000, 22, 4.1993165f, 1.2067733f, 3.6373339f);
    assertFloats(ala.velocities(), 5000, 22, 0.93811655f, -2.9100308f, 0.020411983f);
    assertFloats(ala.forces(), 5000, 22, 422.595f, -438.53326f, -53.159157f);
    assertArrayEquals(new double[] {5, 0, 0, 0, 5, 0, 0, 0, 5}, ala.boxes().get(2500));
    assertRelative(841689.1441094009, Decoded.sum(ala.positions()));
    assertRelative(473535.3636026337, Decoded.sumOfSquares(ala.velocities()));
    assertRelative(238144259583.60675, Decoded.sumOfSquares(ala.forces()));
    assertEquals(List.of(), ala.warnings());
  }

  @Test
  void saltWaterReadsAsInMdtraj() throws IOException {
    Decoded salt = Decoded.all(format, Decoded.data("nacl.trr"));
    assertEquals(10, salt.size());
    assertFloats(salt.positions(), 5, 1323, 0.1535541f, 0.37911683f, 1.2042582f);
    assertFloats(salt.velocities(), 9, 2644, -0.0018753186f, -0.27741694f, -0.3075804f);
    assertFloats(salt.forces(), 9, 2644, -8.490616f, -67.572426f, 180.40204f);
    assertEquals(2.9812407f, salt.boxes().get(3)[4]);
    assertRelative(117701.8174493449, Decoded.sum(salt.positions()));
    assertRelative(34868663197.89825, Decoded.sumOfSquares(salt.forces()));
  }

  @Test
  void aHandfulOfAtomsIsReadAsWhenAllAreRead() throws IOException {
    Decoded all = Decoded.all(format, Decoded.data("nacl.trr"));
    int[] ions = {3, 700, 701, 2640, 2643};
    try (Trajectory trajectory = open(Decoded.data("nacl.trr"))) {
      Decoded some = Decoded.all(trajectory, ions, 2, 3);
      assertEquals(7, some.size(), "frames 0 and 2 of 0–2, 3–5, 6–8, and 9");
      for (int k = 0; k < some.size(); k++) {
        int frame = (int) (long) some.numbers().get(k);
        for (int a = 0; a < ions.length; a++) {
          assertArrayEquals(
              Decoded.vector(all.positions(), frame, ions[a]),
              Decoded.vector(some.positions(), k, a));
          assertArrayEquals(
              Decoded.vector(all.velocities(), frame, ions[a]),
              Decoded.vector(some.velocities(), k, a));
          assertArrayEquals(
              Decoded.vector(all.forces(), frame, ions[a]), Decoded.vector(some.forces(), k, a));
        }
      }
    }
  }

  @Test
  void evenFilesKnowTheirNumberOfFramesAndSpreadOverAllOfThem() throws IOException {
    try (Trajectory trajectory = open(Decoded.data("butane.trr"))) {
      assertEquals(16667, trajectory.frames());
      assertEquals(4, trajectory.atoms());
      assertEquals(0, trajectory.resolution());
      assertEquals(EnumSet.allOf(FrameContent.class), trajectory.carries());
      FrameBatch spread = trajectory.spread(11);
      assertEquals(11, spread.size());
      assertEquals(0, spread.number(0));
      assertEquals(8333, spread.number(5));
      assertEquals(16666, spread.number(10));
      assertEquals(4999.7998046875, spread.time(10));
      assertEquals(0, trajectory.next(1).number(0), "spread does not move next");
      assertTrue(trajectory.progress() > 0 && trajectory.progress() < 1e-3);
    }
  }

  @Test
  void framesMayDifferInWhatTheyCarryAndInPrecision() throws IOException {
    for (boolean doubles : new boolean[] {false, true}) {
      TrrBytes bytes = new TrrBytes(5, doubles);
      for (int k = 0; k < 200; k++) {
        boolean withV = k % 3 == 0;
        boolean withF = k % 7 == 0;
        bytes.frame(k, k % 2 * 3, 100 + k, withV ? 200 + k : ABSENT, withF ? 300 + k : ABSENT);
      }
      Path file = write("mixed.trr", bytes.toBytes());
      Decoded mixed = Decoded.all(format, file);
      assertEquals(200, mixed.size());
      for (int k = 0; k < 200; k++) {
        for (int entry = 0; entry < 15; entry++) {
          assertEquals(TrrBytes.value(100 + k, entry), mixed.positions().get(k)[entry]);
          assertEquals(
              k % 3 == 0 ? TrrBytes.value(200 + k, entry) : Double.NaN,
              mixed.velocities().get(k)[entry]);
          assertEquals(
              k % 7 == 0 ? TrrBytes.value(300 + k, entry) : Double.NaN,
              mixed.forces().get(k)[entry]);
        }
        assertEquals(k % 2 * 3, mixed.boxes().get(k)[8]);
        assertEquals(k, mixed.times().get(k));
      }
      try (Trajectory trajectory = open(file)) {
        assertEquals(-1, trajectory.frames());
        FrameBatch spread = trajectory.spread(20);
        assertTrue(spread.size() >= 15, "found " + spread.size());
        Decoded jumped = Decoded.of(trajectory, spread);
        for (int k = 0; k < spread.size(); k++) {
          assertEquals(100 + spread.time(k), jumped.positions().get(k)[0]);
        }
      }
    }
  }

  @Test
  void framesWithoutPositionsAreSkippedAndCounted() throws IOException {
    byte[] bytes =
        new TrrBytes(3, false)
            .frame(0, 2, ABSENT, 1, ABSENT)
            .frame(1, 2, 10, 1, ABSENT)
            .frame(2, 2, ABSENT, ABSENT, 5)
            .frame(3, 2, 30, 1, ABSENT)
            .toBytes();
    Decoded decoded = Decoded.all(format, write("skip.trr", bytes));
    assertEquals(List.of(1.0, 3.0), decoded.times());
    assertEquals(List.of(1L, 3L), decoded.numbers());
    assertEquals(1, decoded.warnings().size());
    assertTrue(
        decoded.warnings().get(0).endsWith("2 of 4 frames have no positions and were skipped"),
        decoded.warnings().get(0));
  }

  @Test
  void doublesKeepAllTheirDigits() throws IOException {
    byte[] bytes = new TrrBytes(2, true).frame(0.1, 2, 0.1, 1e-300, -1e9 / 3).toBytes();
    Decoded decoded = Decoded.all(format, write("double.trr", bytes));
    assertEquals(0.1, decoded.times().get(0));
    assertEquals(0.1, decoded.positions().get(0)[0]);
    assertEquals(1e-300, decoded.velocities().get(0)[0]);
    assertEquals(-1e9 / 3, decoded.forces().get(0)[0]);
  }

  @Test
  void manyThreadsDecodeTheSameNumbers() throws IOException {
    Decoded alone = Decoded.all(format, Decoded.data("ala2.trr"));
    try (Trajectory trajectory = open(Decoded.data("ala2.trr"))) {
      FrameBatch batch = trajectory.next(5001);
      List<Decoded> together =
          IntStream.range(0, 4)
              .parallel()
              .mapToObj(
                  k -> {
                    try {
                      return Decoded.of(trajectory, batch);
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  })
              .toList();
      for (Decoded one : together) {
        assertEquals(Decoded.checksum(alone.forces()), Decoded.checksum(one.forces()));
      }
      assertNull(trajectory.next(1));
      assertEquals(1, trajectory.progress());
    }
  }

  @Test
  void contentIsRecognisedBeforeTheName() throws IOException {
    byte[] head = Files.readAllBytes(Decoded.data("ala2-leapfrog.trr"));
    assertEquals(3, format.recognises(head, "anything.xtc"));
    assertEquals(1, format.recognises(new byte[] {1, 2, 3}, "RUN.TRR"));
    assertEquals(0, format.recognises(new byte[] {1, 2, 3, 4, 5}, "run.xtc"));
    assertEquals(0, format.recognises(new byte[0], "run"));
  }

  private Trajectory open(Path file) throws IOException {
    return format.open(file, new TrajectoryOptions(0, "", Map.of()));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static void assertFloats(
      List<double[]> quantity, int frame, int atom, float x, float y, float z) {
    assertArrayEquals(new double[] {x, y, z}, Decoded.vector(quantity, frame, atom - 1));
  }

  private static void assertRelative(double expected, double actual) {
    assertEquals(expected, actual, SUMMATION * Math.abs(expected));
  }
}
