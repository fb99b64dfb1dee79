package org.chikei.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a file is told in one line with the file, the place and what to do. */
class DamageTest {
  private static final TrajectoryOptions ANY = new TrajectoryOptions(0, "", Map.of());

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aMissingFileIsTold(Samples sample) {
    assertTold(sample, folder.resolve("none"), "there is no such file");
  }

  @ParameterizedTest
  @EnumSource
  void aFolderIsTold(Samples sample) {
    assertTold(sample, folder, "this is a folder");
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyFileIsTold(Samples sample) throws IOException {
    assertTold(sample, write(new byte[0]), "the file is empty");
  }

  @ParameterizedTest
  @EnumSource
  void randomBytesAreRefused(Samples sample) throws IOException {
    Random random = new Random(6);
    for (int length : new int[] {1, 3, 17, 100, 1000, 100_000}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertTold(sample, write(bytes), "");
      assertTrue(sample.format().recognises(bytes, "run") < 2);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HDF5", "H5MD"}) // whose frames do not follow one another
  void aFileCutAnywhereInItsFirstFrameIsRefused(Samples sample) throws IOException {
    byte[] whole = sample.bytes();
    int first = sample.frameStart(whole, 1);
    int slack = sample.isText() ? 1 : 0; // without its last line feed a frame is whole
    for (int length = 1; length < first - slack; length += 1 + length / 50) {
      assertTold(sample, write(Arrays.copyOf(whole, length)), "");
    }
    assertTold(sample, write(Arrays.copyOf(whole, first - 1 - slack)), "");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HDF5", "H5MD"}) // whose frames do not follow one another
  void aFileCutAnywhereInItsLastFrameGivesTheFramesBefore(Samples sample) throws IOException {
    byte[] whole = sample.bytes();
    Decoded all = Decoded.all(sample.format(), write(whole), sample.options());
    assertEquals(Samples.FRAMES, all.size());
    assertEquals(List.of(), all.warnings());
    int last = sample.frameStart(whole, Samples.FRAMES - 1);
    int slack = sample.isText() ? 1 : 0;
    int most = sample.isText() ? 5 : 1; // most lines of text are like each other
    int length = last + 1;
    for (; length < whole.length - slack; length += whole.length - length > 150 ? most : 1) {
      Path file = write(Arrays.copyOf(whole, length));
      Decoded cut = Decoded.all(sample.format(), file, sample.options());
      assertEquals(Samples.FRAMES - 1, cut.size(), "cut after " + length);
      assertEquals(
          List.of(
              "%s: the last frame (frame 2, from byte %d) is cut; the 2 before it are used"
                  .formatted(file, last)),
          cut.warnings());
      assertArrayEquals(all.positions().get(1), cut.positions().get(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherNumberOfAtomsThanTheStructureIsRefusedWithBothNumbers(Samples sample)
      throws IOException {
    Path file = write(sample.bytes());
    TrajectoryOptions options = TrajectoryOptions.ofAtoms(23);
    String told =
        assertThrows(InputException.class, () -> sample.format().open(file, options)).getMessage();
    assertTrue(told.contains("it has 22 atoms, the structure has 23"), told);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DCD", "NETCDF", "HDF5", "H5MD"}) // which state the number of atoms once
  void aFrameOfAnotherSystemIsToldAfterTheFramesBefore(Samples sample) throws IOException {
    byte[] whole = sample.bytes();
    int second = sample.frameStart(whole, 1);
    byte[] other = Arrays.copyOfRange(whole, second, whole.length);
    switch (sample) {
      case TRR -> {
        ByteBuffer.wrap(other).putInt(52, 252).putInt(56, 252).putInt(60, 252).putInt(64, 21);
      }
      case XTC -> ByteBuffer.wrap(other).putInt(4, 21).putInt(52, 21);
      case LAMMPS, GRO -> other = changed(other, "\\b22\n", "21\n");
      case PDB -> other = changed(other, "ATOM     22 .*\n", "");
      default -> other[1] = '1';
    }
    byte[] both = new byte[second + other.length];
    System.arraycopy(whole, 0, both, 0, second);
    System.arraycopy(other, 0, both, second, other.length);
    Path file = write(both);
    try (Trajectory trajectory = sample.format().open(file, ANY)) {
      assertEquals(1, trajectory.next(100).size(), "the sound frame before comes first");
      String told = assertThrows(InputException.class, () -> trajectory.next(100)).getMessage();
      assertEquals(
          ("%s: frame 1, byte %d: 21 atoms, but 22 in the first frame%s; the file is damaged there,"
                  + " and 'end' in the job can stop before it")
              .formatted(file, second, sample == Samples.PDB ? " (to line 57 of the file)" : ""),
          told);
    }
  }

  private static byte[] changed(byte[] bytes, String pattern, String replacement) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replaceFirst(pattern, replacement)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HDF5", "H5MD"}) // whose frames do not follow one another
  void aDamagedFrameInTheMiddleIsTold(Samples sample) throws IOException {
    byte[] whole = sample.bytes();
    int second = sample.frameStart(whole, 1);
    sample.damage(whole, second);
    Path file = write(whole);
    try (Trajectory trajectory = sample.format().open(file, ANY)) {
      assertEquals(1, trajectory.next(100).size());
      String told = assertThrows(InputException.class, () -> trajectory.next(100)).getMessage();
      assertTrue(told.startsWith(file + ": frame 1, byte " + second + ": "), told);
      assertTrue(trajectory.spread(10).size() >= 1, "a first look leaves it out");
    }
  }

  @Test
  void aPositionThatIsNotFiniteIsToldWithFrameAndAtom() throws IOException {
    byte[] trr = Samples.TRR.bytes();
    ByteBuffer.wrap(trr).putFloat(912 + 84 + 36 + 12 * 4 + 4, Float.NaN);
    assertNotDecoded(Samples.TRR, trr, "frame 1 (t = 4.0 ps): the position of atom 5 is not a");
    trr = Samples.TRR.bytes();
    ByteBuffer.wrap(trr).putFloat(2 * 912 + 84 + 36 + 264 + 8, Float.NEGATIVE_INFINITY);
    assertNotDecoded(Samples.TRR, trr, "frame 2 (t = 8.0 ps): the velocity of atom 1 is not a");
    assertNotDecoded(
        Samples.XYZ,
        Samples.XYZ.replaced("24.41700", "     nan"),
        "frame 1 (t = 1.0 ps), 'nan': the position of atom 1 is not a number");
    assertNotDecoded(
        Samples.EXTXYZ,
        Samples.EXTXYZ.replaced("-1.76961820", "***********"),
        "frame 0 (t = 0.0 ps), '***********': the force of atom 1 is not a number");
  }

  @Test
  void anAbsurdBoxIsTold() throws IOException {
    byte[] trr = Samples.TRR.bytes();
    ByteBuffer.wrap(trr).putFloat(912 + 84, 1e30f);
    assertNotDecoded(Samples.TRR, trr, "frame 1, byte 912: a box vector of (1.0");
    byte[] xtc = Samples.XTC.bytes();
    ByteBuffer.wrap(xtc).putFloat(Samples.XTC.frameStart(xtc, 1) + 16, Float.NaN);
    assertNotDecoded(Samples.XTC, xtc, "a box vector of (NaN, 0.0, 0.0) nm");
    assertNotDecoded(
        Samples.EXTXYZ,
        Samples.EXTXYZ.replaced("0.0 50 0.0 0.0 0.0 50", "0.0 50 0.0 0.0 50 0.0"),
        "frame 0, byte 0: a box without volume");
    assertNotDecoded(
        Samples.EXTXYZ,
        Samples.EXTXYZ.replaced("Lattice=\"50 0.0", "Lattice=\"50 x"),
        "frame 0: Lattice must be nine numbers, not '50 x 0.0 0.0 50 0.0 0.0 …'");
  }

  @Test
  void aTrrHeaderThatClaimsTooMuchIsRefused() throws IOException {
    for (int atoms : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -22, 0x08000000}) {
      byte[] trr = Samples.TRR.bytes();
      ByteBuffer header = ByteBuffer.wrap(trr).putInt(64, atoms);
      assertTold(Samples.TRR, write(trr), "atoms");
      header.putInt(52, 12 * atoms).putInt(56, 0).putInt(60, 0);
      assertTold(Samples.TRR, write(trr), "");
    }
    byte[] trr = Samples.TRR.bytes();
    ByteBuffer.wrap(trr).putInt(64, 100_000_000).putInt(52, 1_200_000_000).putInt(56, 0);
    ByteBuffer.wrap(trr).putInt(60, 0);
    assertTold(
        Samples.TRR,
        write(trr),
        "the first frame claims 100000000 atoms in 1200000120 bytes, but the file has 2736");
    trr = Samples.TRR.bytes();
    ByteBuffer.wrap(trr).putInt(52, -264);
    assertTold(Samples.TRR, write(trr), "block lengths do not fit 22 atoms");
  }

  @Test
  void anXtcHeaderThatClaimsTooMuchIsRefused() throws IOException {
    for (int atoms : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 0, -1, 100_000_000}) {
      byte[] xtc = Samples.XTC.bytes();
      ByteBuffer.wrap(xtc).putInt(4, atoms).putInt(52, atoms);
      assertTold(Samples.XTC, write(xtc), "atoms");
    }
    for (int packed : new int[] {Integer.MAX_VALUE, -1, 0, 1000}) {
      byte[] xtc = Samples.XTC.bytes();
      ByteBuffer.wrap(xtc).putInt(88, packed);
      assertTold(Samples.XTC, write(xtc), packed + " packed bytes for 22 atoms");
    }
    byte[] xtc = Samples.XTC.bytes();
    ByteBuffer.wrap(xtc).putFloat(56, Float.NaN);
    assertTold(Samples.XTC, write(xtc), "a precision of NaN");
  }

  @Test
  void anXtcLengthThatJumpsOverSoundFramesIsNoCutFrame() throws IOException {
    byte[] xtc = Samples.XTC.bytes();
    int second = Samples.XTC.frameStart(xtc, 1);
    ByteBuffer.wrap(xtc).putInt(second + 88, 280);
    try (Trajectory trajectory = Samples.XTC.format().open(write(xtc), ANY)) {
      assertEquals(1, trajectory.next(100).size());
      String told = assertThrows(InputException.class, () -> trajectory.next(100)).getMessage();
      assertTrue(told.contains("frame 1, byte " + second + ": it claims 372 bytes"), told);
    }
  }

  @Test
  void damagedPackedPositionsAreTold() throws IOException {
    byte[] sound = Samples.XTC.bytes();
    for (int field : new int[] {60, 72, 84}) { // smallest, largest, base of steps
      byte[] xtc = sound.clone();
      ByteBuffer.wrap(xtc).putInt(field, field == 84 ? 200 : field == 60 ? 1 << 30 : -(1 << 30));
      assertNotDecoded(Samples.XTC, xtc, "frame 0, byte 0: the packed positions are damaged");
    }
    byte[] xtc = sound.clone();
    Arrays.fill(xtc, 92, Samples.XTC.frameStart(sound, 1), (byte) 0xff);
    assertNotDecoded(Samples.XTC, xtc, "the packed positions are damaged");
  }

  @Test
  void anXyzCountThatNoFileCanHoldIsRefused() throws IOException {
    for (String count : List.of("2147483648", "999999999999", "2000000000")) {
      assertTold(Samples.XYZ, write(Samples.XYZ.replaced("22\n", count + "\n")), "claims " + count);
    }
    for (String count : List.of("-22", "0", "22.0", "22 atoms", "22x")) {
      assertTold(
          Samples.XYZ,
          write(Samples.XYZ.replaced("22\n", count + "\n")),
          "an XYZ file begins with the number of atoms, not with '" + count + "'");
    }
  }

  @Test
  void columnsThatCannotBeUnderstoodAreTold() throws IOException {
    assertTold(
        Samples.EXTXYZ,
        write(Samples.EXTXYZ.replaced("pos:R:3", "pos:R:2")),
        "frame 0: Properties must hold the positions as pos:R:3");
    assertTold(
        Samples.EXTXYZ,
        write(Samples.EXTXYZ.replaced("pos:R:3", "pos:R:2000000000")),
        "frame 0: Properties must be name:type:columns again and again");
    assertNotDecoded(
        Samples.EXTXYZ,
        Samples.EXTXYZ.replaced(" -1.76961820 -0.91174058", ""),
        "frame 0 (t = 0.0 ps): the line of atom 1, 'C  21.609950 24.620047 2…', has fewer than 11");
  }

  @Test
  void aFileThatBecameShorterIsTold() throws IOException {
    Path file = write(Samples.TRR.bytes());
    try (Trajectory trajectory = Samples.TRR.format().open(file, ANY)) {
      FrameBatch batch = trajectory.next(3);
      Files.write(file, Arrays.copyOf(Samples.TRR.bytes(), 1000));
      String told =
          assertThrows(InputException.class, () -> Decoded.of(trajectory, batch)).getMessage();
      assertTrue(told.contains("became shorter while it was read"), told);
    }
  }

  @Test
  void unitsForAFormatThatFixesThemAreRefused() throws IOException {
    for (Samples sample :
        List.of(Samples.TRR, Samples.XTC, Samples.GRO, Samples.PDB, Samples.DCD, Samples.NETCDF)) {
      Path file = write(sample.bytes());
      TrajectoryOptions real = new TrajectoryOptions(0, "real", Map.of());
      String told =
          assertThrows(InputException.class, () -> sample.format().open(file, real)).getMessage();
      assertTrue(told.contains("remove 'units' from the job"), told);
      sample.format().open(file, new TrajectoryOptions(0, "lj", Map.of())).close();
    }
  }

  @Test
  void onlyTheWantedAtomsMustBeSound() throws IOException {
    byte[] trr = Samples.TRR.bytes();
    ByteBuffer.wrap(trr).putFloat(84 + 36 + 12 * 4, Float.NaN);
    try (Trajectory trajectory = Samples.TRR.format().open(write(trr), ANY)) {
      FrameBatch batch = trajectory.next(3);
      FrameDecoder decoder = trajectory.decoder(new int[] {0, 5});
      FrameBlock block = new FrameBlock(3, 2, false, false);
      decoder.decode(batch, IntStream.range(0, 3).toArray(), 0, 3, block, 0);
      assertEquals(2.160995f, block.positions()[0]);
    }
  }

  private void assertTold(Samples sample, Path file, String part) {
    String told =
        assertThrows(InputException.class, () -> sample.format().open(file, ANY)).getMessage();
    assertTrue(told.startsWith(file + ": ") && told.contains(part), told);
    assertEquals(-1, told.indexOf('\n'), told);
  }

  private void assertNotDecoded(Samples sample, byte[] bytes, String part) throws IOException {
    Path file = write(bytes);
    String told =
        assertThrows(
                InputException.class, () -> Decoded.all(sample.format(), file, sample.options()))
            .getMessage();
    assertTrue(told.startsWith(file + ": ") && told.contains(part), told);
    assertEquals(-1, told.indexOf('\n'), told);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "run", ".dat"), bytes);
  }
}
