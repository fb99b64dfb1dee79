package org.chikei.trajectory.xtc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values and checksums are what MDTraj 1.9.7 reads from the same file, bit for bit: the checksum is
 * the CRC-32 of all its positions as big-endian floats.
 */
class XtcFormatTest {
  private final XtcFormat format = new XtcFormat();

  @TempDir Path folder;

  @Test
  void alanineDipeptideReadsAsInMdtraj() throws IOException {
    Decoded ala = Decoded.all(format, Decoded.data("ala2.xtc"));
    assertEquals(2501, ala.size());
    assertEquals(8, ala.times().get(1));
    assertFloats(ala, 1250, 12, 3.7340002f, 3.877f, 2.151f);
    assertArrayEquals(new double[] {5, 0, 0, 0, 5, 0, 0, 0, 5}, ala.boxes().get(2500));
    assertEquals(597833182L, Decoded.checksum(ala.positions()));
    assertTrue(Double.isNaN(Decoded.sum(ala.velocities())), "an XTC has no velocities");
    assertTrue(Double.isNaN(Decoded.sum(ala.forces())), "an XTC has no forces");
  }

  @Test
  void saltWaterReadsAsInMdtraj() throws IOException {
    Decoded salt = Decoded.all(format, Decoded.data("nacl.xtc"));
    assertEquals(30, salt.size());
    assertEquals(2.9000000953674316, salt.times().get(29));
    assertFloats(salt, 15, 1323, 0.128f, 0.39900002f, 1.271f);
    assertEquals(2.9812407f, salt.boxes().get(29)[8]);
    assertEquals(1015500300L, Decoded.checksum(salt.positions()));
  }

  @Test
  void everyWidthAndBaseOfThePackingIsUnpacked() throws IOException {
    Decoded every = Decoded.all(format, everyBase());
    assertEquals(161, every.size());
    assertEquals(3948902670L, Decoded.checksum(every.positions()));
  }

  @Test
  void unpackingStopsAtTheLastWantedAtom() throws IOException {
    Decoded all = Decoded.all(format, Decoded.data("nacl.xtc"));
    int[] atoms = {0, 1, 5, 30};
    try (Trajectory trajectory = open(Decoded.data("nacl.xtc"))) {
      Decoded some = Decoded.all(trajectory, atoms, 1, 7);
      for (int frame = 0; frame < 30; frame++) {
        for (int a = 0; a < atoms.length; a++) {
          assertArrayEquals(
              Decoded.vector(all.positions(), frame, atoms[a]),
              Decoded.vector(some.positions(), frame, a));
        }
      }
    }
  }

  @Test
  void theGridIsTold() throws IOException {
    try (Trajectory trajectory = open(Decoded.data("nacl.xtc"))) {
      assertEquals(0.001, trajectory.resolution());
      assertEquals(2644, trajectory.atoms());
      assertEquals(-1, trajectory.frames());
      assertEquals(EnumSet.of(FrameContent.TIME, FrameContent.BOX), trajectory.carries());
    }
    try (Trajectory trajectory = open(everyBase())) {
      Decoded.all(trajectory, new int[] {0}, 1, 100);
      assertTrue(
          trajectory.warnings().get(0).contains("fewer digits than the first"),
          "the file has frames of 100000, 10 and 1000 per nm");
    }
  }

  @Test
  void aJumpLandsOnFrames() throws IOException {
    Decoded all = Decoded.all(format, Decoded.data("ala2.xtc"));
    try (Trajectory trajectory = open(Decoded.data("ala2.xtc"))) {
      FrameBatch spread = trajectory.spread(50);
      assertEquals(50, spread.size());
      assertTrue(spread.time(49) > 19000, "the last of fifty is in the last twentieth");
      Decoded jumped = Decoded.of(trajectory, spread);
      for (int k = 0; k < 50; k++) {
        int frame = all.times().indexOf(spread.time(k));
        assertArrayEquals(all.positions().get(frame), jumped.positions().get(k));
      }
    }
  }

  @Test
  void framesThatStateTheirBytesIn64BitsReadTheSame() throws IOException {
    byte[] old = Files.readAllBytes(Decoded.data("nacl.xtc"));
    ByteBuffer from = ByteBuffer.wrap(old);
    ByteBuffer to = ByteBuffer.allocate(2 * old.length);
    for (int at = 0; at < old.length; ) {
      int length = from.getInt(at + 88) + 3 & ~3;
      to.putInt(2023).put(old, at + 4, 84).putLong(from.getInt(at + 88));
      to.put(old, at + 92, length);
      at += 92 + length;
    }
    Path file = folder.resolve("long.xtc");
    Files.write(file, Arrays.copyOf(to.array(), to.position()));
    assertEquals(1015500300L, Decoded.checksum(Decoded.all(format, file).positions()));
  }

  @Test
  void nineAtomsOrFewerArePlainFloats() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(3 * (56 + 24));
    for (int frame = 0; frame < 3; frame++) {
      bytes.putInt(1995).putInt(2).putInt(frame).putFloat(0.5f * frame);
      for (int k = 0; k < 9; k++) {
        bytes.putFloat(k % 4 == 0 ? 3.5f : 0);
      }
      bytes.putInt(2);
      for (int k = 0; k < 6; k++) {
        bytes.putFloat(frame + 0.1f * k);
      }
    }
    Path file = Files.write(folder.resolve("ions.xtc"), bytes.array());
    Decoded ions = Decoded.all(format, file);
    assertEquals(List.of(0.0, 0.5, 1.0), ions.times());
    assertFloats(ions, 2, 2, 2 + 0.1f * 3, 2 + 0.1f * 4, 2 + 0.1f * 5);
    try (Trajectory trajectory = open(file)) {
      assertEquals(3, trajectory.frames());
      assertEquals(0, trajectory.resolution());
      assertEquals(2, trajectory.spread(2).number(1));
    }
  }

  @Test
  void contentIsRecognisedBeforeTheName() throws IOException {
    byte[] head = Files.readAllBytes(Decoded.data("nacl.xtc"));
    assertEquals(3, format.recognises(head, "anything.trr"));
    assertEquals(2, format.recognises(new byte[] {0, 0, 7, (byte) 203}, "run.xtc"));
    assertEquals(1, format.recognises(new byte[0], "RUN.XTC"));
    assertEquals(0, format.recognises(new byte[] {0, 0, 7, (byte) 201}, "run.trr"));
  }

  private Path everyBase() {
    return Path.of("src", "test", "resources", "org", "chikei", "trajectory", "xtc")
        .resolve("every-base.xtc");
  }

  private Trajectory open(Path file) throws IOException {
    return format.open(file, new TrajectoryOptions(0, "", Map.of()));
  }

  private static void assertFloats(
      Decoded decoded, int frame, int atom, float x, float y, float z) {
    assertArrayEquals(new double[] {x, y, z}, Decoded.vector(decoded.positions(), frame, atom - 1));
  }
}
