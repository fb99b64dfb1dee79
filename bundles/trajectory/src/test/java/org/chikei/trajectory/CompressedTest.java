package org.chikei.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A compressed file of any format gives what the plain file gives. */
class CompressedTest {
  private static final TrajectoryOptions ANY = new TrajectoryOptions(0, "", Map.of());

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aCompressedFileReadsAsThePlainOne(Samples sample) throws IOException {
    byte[] bytes = sample.bytes();
    Path plain = Files.write(folder.resolve("plain"), bytes);
    int middle = bytes.length / 2;
    byte[] first = gzip(Arrays.copyOf(bytes, middle));
    byte[] second = gzip(Arrays.copyOfRange(bytes, middle, bytes.length));
    byte[] members = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, members, first.length, second.length);
    for (byte[] packed : List.of(gzip(bytes), members)) {
      Path file = Files.write(folder.resolve("packed"), packed);
      assertSame(Decoded.all(sample.format(), plain), Decoded.all(sample.format(), file));
      try (Trajectory expected = sample.format().open(plain, ANY);
          Trajectory actual = sample.format().open(file, ANY)) {
        assertEquals(expected.frames(), actual.frames());
        assertEquals(expected.carries(), actual.carries());
        assertEquals(expected.resolution(), actual.resolution());
        FrameBatch spread = actual.spread(3);
        assertSame(Decoded.of(expected, expected.spread(3)), Decoded.of(actual, spread));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCompressedFileThatIsCutIsTold(Samples sample) throws IOException {
    byte[] packed = gzip(sample.bytes());
    Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(packed, packed.length - 100));
    String told =
        assertThrows(InputException.class, () -> sample.format().open(file, ANY)).getMessage();
    assertEquals(
        "%s: the gzip file is cut after %d bytes; was it copied whole?"
            .formatted(file, packed.length - 100),
        told);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HDF5", "H5MD"}) // whose frames are told by their numbers alone
  void placesInACompressedFileAreThoseOfItsContent(Samples sample) throws IOException {
    byte[] bytes = sample.bytes();
    int second = sample.frameStart(bytes, 1);
    sample.damage(bytes, second);
    Path file = Files.write(folder.resolve("damaged"), gzip(bytes));
    String told =
        assertThrows(InputException.class, () -> Decoded.all(sample.format(), file)).getMessage();
    String place = file + ": frame 1, byte " + second + " of what it unpacks to: ";
    assertTrue(told.startsWith(place), told);
  }

  private static void assertSame(Decoded expected, Decoded actual) {
    assertEquals(expected.times(), actual.times());
    assertEquals(expected.numbers(), actual.numbers());
    for (int k = 0; k < expected.size(); k++) {
      assertArrayEquals(expected.boxes().get(k), actual.boxes().get(k));
      assertArrayEquals(expected.positions().get(k), actual.positions().get(k));
      assertArrayEquals(expected.velocities().get(k), actual.velocities().get(k));
      assertArrayEquals(expected.forces().get(k), actual.forces().get(k));
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
