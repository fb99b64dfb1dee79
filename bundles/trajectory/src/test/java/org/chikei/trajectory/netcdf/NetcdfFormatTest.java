package org.chikei.trajectory.netcdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetcdfFormatTest {
  private static final int FLOAT = 5;
  private static final int DOUBLE = 6;

  private static final String SCALED =
      "velocities are kept in AMBER's own unit and are multiplied by their scale factor, 20.455, to"
          + " be in angstrom/picosecond";

  private final NetcdfFormat format = new NetcdfFormat();

  @TempDir Path folder;

  @Test
  void velocitiesWithoutAScaleFactorAreWhatTheyAre() throws IOException {
    Path file = Decoded.data("ala2-xvf.nc");
    Decoded ala = Decoded.all(format, file);
    assertNotes(
        file,
        "velocities have no scale factor and are taken to be in angstrom/picosecond as they are");
    assertNotes(Decoded.data("ala2.nc"));
    try (Trajectory trajectory = open(file)) {
      assertEquals(EnumSet.allOf(FrameContent.class), trajectory.carries());
      assertEquals(100, trajectory.frames());
      assertEquals(22, trajectory.atoms());
      FrameBatch spread = trajectory.spread(8);
      assertEquals(99, spread.number(7));
      assertEquals(99, spread.time(7));
      Decoded jumped = Decoded.of(trajectory, spread);
      assertArrayEquals(ala.forces().get(99), jumped.forces().get(7));
      assertEquals(0, trajectory.next(1).number(0), "spread does not move next");
      assertEquals(0.01, trajectory.progress(), 1e-12);
    }
  }

  /** AMBER's own habit, in CDF-5 with a variable of two bytes, written by the NetCDF library. */
  @Test
  void velocitiesWithAScaleFactorAreMultipliedByIt() throws IOException {
    Path file = Decoded.data("ala2-amber.nc");
    Decoded ala = Decoded.all(format, file);
    Decoded plain = Decoded.all(format, Decoded.data("ala2-xvf.nc"));
    assertEquals(6, ala.size());
    for (int k = 0; k < 6; k++) {
      assertArrayEquals(plain.positions().get(k), ala.positions().get(k));
      assertArrayEquals(plain.velocities().get(k), ala.velocities().get(k), 1e-6);
      assertEquals(k, ala.times().get(k));
    }
    double[] box = ala.boxes().get(2);
    assertEquals(5, box[0], 1e-12);
    assertEquals(5.2 * Math.cos(Math.toRadians(110)), box[3], 1e-12);
    assertEquals(5.4 * Math.cos(Math.toRadians(95)), box[6], 1e-12);
    double volume = box[0] * box[4] * box[8];
    assertEquals(129.8699979, volume, 1e-7, "by the formula of the parallelepiped");
    assertNotes(file, SCALED);
  }

  @Test
  void aRestartFileIsOneFrame() throws IOException {
    Path file = Decoded.data("ala2.ncrst");
    Decoded ala = Decoded.all(format, file);
    Decoded plain = Decoded.all(format, Decoded.data("ala2-xvf.nc"));
    assertEquals(List.of(4.0), ala.times());
    assertArrayEquals(plain.positions().get(4), ala.positions().get(0), 1e-15);
    assertArrayEquals(plain.velocities().get(4), ala.velocities().get(0), 1e-12);
    assertArrayEquals(new double[] {5, 0, 0, 0, 5, 0, 0, 0, 5}, ala.boxes().get(0), 1e-12);
    try (Trajectory trajectory = open(file)) {
      assertEquals(1, trajectory.frames());
      assertEquals(1, trajectory.spread(10).size());
    }
  }

  @Test
  void everyVersionAndEitherPlaceOfFramesAndBothTypesAreRead() throws IOException {
    for (int version : new int[] {1, 2, 5}) {
      for (boolean records : new boolean[] {true, false}) {
        for (int type : new int[] {FLOAT, DOUBLE}) {
          NetcdfBytes bytes = full(version, records, 40, type);
          assertFull(Decoded.all(format, write(bytes)), 40, type);
          assertEquals(3, format.recognises(bytes.toBytes(), "run.trr"));
        }
      }
    }
  }

  private static NetcdfBytes full(int version, boolean records, int frames, int type) {
    return new NetcdfBytes(version, records, frames, 7)
        .letters("spatial", "xyz")
        .numbers("odd", 1, (frame, k) -> frame)
        .numbers("time", type, (frame, k) -> 0.1 * frame, "units", "picosecond")
        .vectors("coordinates", type, (frame, k) -> frame + 0.1 * k, "units", "angstrom")
        .triples("cell_lengths", type, (frame, k) -> 40 + frame + k, "units", "angstrom")
        .triples("cell_angles", type, (frame, k) -> 90, "units", "degree")
        .numbers("short", 3, (frame, k) -> frame)
        .vectors("velocities", type, (frame, k) -> -frame - 0.3 * k, "scale_factor", 20.455)
        .vectors(
            "forces", type, (frame, k) -> 10 * k - frame, "units", "kilocalorie/mole/angstrom");
  }

  private static void assertFull(Decoded decoded, int frames, int type) {
    assertEquals(frames, decoded.size());
    assertEquals(List.of(), decoded.warnings());
    for (int f = 0; f < frames; f++) {
      for (int k = 0; k < 21; k++) {
        assertEquals(kept(f + 0.1 * k, type) * 0.1, decoded.positions().get(f)[k], 1e-14);
        assertEquals(kept(-f - 0.3 * k, type) * 2.0455, decoded.velocities().get(f)[k], 1e-13);
        assertEquals((10 * k - f) * 41.84, decoded.forces().get(f)[k], 1e-11);
      }
      assertEquals(kept(0.1 * f, type), decoded.times().get(f));
      assertArrayEquals(
          new double[] {4 + 0.1 * f, 0, 0, 0, 4.1 + 0.1 * f, 0, 0, 0, 4.2 + 0.1 * f},
          decoded.boxes().get(f),
          1e-12);
    }
  }

  private static double kept(double value, int type) {
    return type == FLOAT ? (float) value : value;
  }

  @Test
  void aVariableThatIsAloneInItsRecordsIsNotFilledUp() throws IOException {
    NetcdfBytes bytes =
        new NetcdfBytes(1, true, 9, 3)
            .letters("spatial", "xyz")
            .vectors("coordinates", FLOAT, (frame, k) -> frame + k);
    Path file = write(bytes);
    Decoded decoded = Decoded.all(format, file);
    assertEquals(9, decoded.size());
    assertEquals(1.6, decoded.positions().get(8)[8], 1e-12);
    assertTrue(Double.isNaN(decoded.times().get(0)));
    assertNotes(file, "the file has no times; 'time-step' in the job sets them");
  }

  @Test
  void unitsThatTheFileNamesAreKept() throws IOException {
    NetcdfBytes bytes =
        new NetcdfBytes(2, true, 2, 1)
            .numbers("time", DOUBLE, (f, k) -> 500 + f, "units", "femtoseconds")
            .vectors(
                "coordinates", DOUBLE, (f, k) -> 3, "units", "nanometers", "scale_factor", 2.0f)
            .triples("cell_lengths", DOUBLE, (f, k) -> 4, "units", "nanometer")
            .triples("cell_angles", DOUBLE, (f, k) -> Math.PI / 2, "units", "radian")
            .vectors("velocities", DOUBLE, (f, k) -> 5, "units", "nanometer/picosecond")
            .vectors("forces", DOUBLE, (f, k) -> 7, "units", "amu*angstrom/picosecond^2");
    Decoded decoded = Decoded.all(format, write(bytes));
    assertEquals(0.501, decoded.times().get(1), 1e-15);
    assertEquals(6, decoded.positions().get(0)[0]);
    assertEquals(4, decoded.boxes().get(0)[8]);
    assertEquals(5, decoded.velocities().get(0)[0]);
    assertEquals(0.7, decoded.forces().get(0)[0], 1e-15);
  }

  @Test
  void aUnitThatIsNotKnownIsTold() throws IOException {
    NetcdfBytes bytes =
        new NetcdfBytes(2, true, 2, 1)
            .vectors("coordinates", DOUBLE, (f, k) -> 3, "units", "furlong");
    assertTold(write(bytes), "'coordinates' is in 'furlong', a unit that is not known");
  }

  @Test
  void theHeadersNumberOfFramesIsHeldAgainstTheFile() throws IOException {
    Path none = write(full(2, true, 5, FLOAT).claim(0));
    assertFull(Decoded.all(format, none), 5, FLOAT);
    assertNotes(none, SCALED, "the header speaks of no frame, but the file holds 5");
    assertFull(Decoded.all(format, write(full(5, true, 5, FLOAT).claim(-1))), 5, FLOAT);
    Path more = write(full(2, true, 5, FLOAT).claim(3));
    assertFull(Decoded.all(format, more), 3, FLOAT);
    assertNotes(
        more,
        SCALED,
        "the header speaks of 3 frames, and what the file holds beyond them is left out");
    Path cut = write(full(1, true, 5, FLOAT).claim(9));
    Decoded decoded = Decoded.all(format, cut);
    assertEquals(5, decoded.size());
    assertEquals(1, decoded.warnings().size());
    assertTrue(
        decoded.warnings().get(0).contains("the last frame (frame 5, from byte "),
        decoded.warnings().get(0));
  }

  @Test
  void framesThatAreNoRecordsMayBeCutToo() throws IOException {
    byte[] whole = full(2, false, 5, FLOAT).toBytes();
    Path file = write(Arrays.copyOf(whole, whole.length - 1));
    Decoded decoded = Decoded.all(format, file);
    assertEquals(4, decoded.size());
    assertTrue(decoded.warnings().get(0).contains("is cut; the 4 before it are used"));
    assertTold(
        write(Arrays.copyOf(whole, whole.length - 4 * 21 * 5)), "ends within its first frame");
  }

  @Test
  void whatWasNeverWrittenIsNoNumber() throws IOException {
    double fill = 9.9692099683868690e+36;
    for (int type : new int[] {FLOAT, DOUBLE}) {
      NetcdfBytes bytes =
          new NetcdfBytes(2, true, 4, 2)
              .numbers("time", DOUBLE, (f, k) -> f)
              .vectors("coordinates", type, (f, k) -> f == 2 && k == 4 ? fill : k);
      String told =
          assertThrows(InputException.class, () -> Decoded.all(format, write(bytes))).getMessage();
      assertTrue(told.contains("frame 2 (t = 2.0 ps): the position of atom 2 is not a"), told);
    }
    NetcdfBytes late =
        new NetcdfBytes(2, true, 4, 2)
            .numbers("time", DOUBLE, (f, k) -> f == 3 ? fill : f)
            .vectors("coordinates", FLOAT, (f, k) -> k);
    try (Trajectory trajectory = open(write(late))) {
      assertEquals(3, trajectory.next(10).size(), "the frames before come first");
      String told = assertThrows(InputException.class, () -> trajectory.next(10)).getMessage();
      assertTrue(told.contains("frame 3, byte ") && told.contains("the time is not a"), told);
      assertEquals(3, trajectory.spread(4).size());
    }
  }

  @Test
  void variablesOfAnotherShapeAreTold() throws IOException {
    assertTold(
        write(new NetcdfBytes(1, true, 2, 3).numbers("time", FLOAT, (f, k) -> f)),
        "has no variable 'coordinates'");
    assertTold(
        write(new NetcdfBytes(1, true, 2, 3).triples("coordinates", FLOAT, (f, k) -> f)),
        "is not of frames, atoms and three components");
    assertTold(
        write(new NetcdfBytes(1, true, 2, 3).vectors("coordinates", 4, (f, k) -> f)),
        "'coordinates' is kept as numbers of type INT; only float and double are read");
    assertTold(
        write(
            new NetcdfBytes(1, true, 2, 3)
                .vectors("coordinates", FLOAT, (f, k) -> f)
                .triples("velocities", FLOAT, (f, k) -> f)),
        "'velocities' is of another shape than 'coordinates'");
    assertTold(
        write(
            new NetcdfBytes(1, true, 2, 3)
                .vectors("coordinates", FLOAT, (f, k) -> f)
                .triples("cell_lengths", FLOAT, (f, k) -> f)),
        "it has the lengths of the cell, but not its angles");
    assertTold(
        write(
            new NetcdfBytes(1, true, 2, 3)
                .vectors("coordinates", FLOAT, (f, k) -> f, "scale_factor", Double.NaN)),
        "'coordinates' has a scale factor of NaN");
  }

  @Test
  void aNetcdf4FileIsNamedAndWhatToDo() throws IOException {
    byte[] bytes = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
    assertEquals(1, format.recognises(bytes, "run.nc"));
    assertTold(
        Files.write(folder.resolve("four.nc"), bytes),
        "this is a NetCDF-4 file, that is HDF5; 'nccopy -k cdf5 old.nc new.nc' makes a classic one");
  }

  @Test
  void anotherConventionIsNoted() throws IOException {
    NetcdfBytes bytes =
        new NetcdfBytes(1, true, 2, 3)
            .conventions("CF-1.0")
            .numbers("time", FLOAT, (f, k) -> f)
            .vectors("coordinates", FLOAT, (f, k) -> f);
    assertNotes(
        write(bytes),
        "the file does not say that it follows AMBER's conventions, but is read by them");
  }

  @Test
  void someAtomsReadAsWhenAllAreRead() throws IOException {
    Decoded all = Decoded.all(format, Decoded.data("ala2-xvf.nc"));
    int[] atoms = {4, 6, 21};
    try (Trajectory trajectory = open(Decoded.data("ala2-xvf.nc"))) {
      Decoded some = Decoded.all(trajectory, atoms, 3, 10);
      for (int k = 0; k < some.size(); k++) {
        int frame = (int) (long) some.numbers().get(k);
        for (int a = 0; a < atoms.length; a++) {
          assertArrayEquals(
              Decoded.vector(all.positions(), frame, atoms[a]),
              Decoded.vector(some.positions(), k, a));
          assertArrayEquals(
              Decoded.vector(all.forces(), frame, atoms[a]), Decoded.vector(some.forces(), k, a));
        }
      }
    }
  }

  @Test
  void contentIsRecognisedBeforeTheName() {
    assertEquals(1, format.recognises(new byte[] {1, 2, 3}, "RUN.NCDF"));
    assertEquals(2, format.recognises(ByteBuffer.allocate(4).putInt(0x43444601).array(), "run"));
    assertEquals(0, format.recognises(ByteBuffer.allocate(4).putInt(0x43444603).array(), "run"));
    assertEquals(0, format.recognises(new byte[0], "run"));
  }

  private void assertTold(Path file, String part) {
    String told = assertThrows(InputException.class, () -> open(file)).getMessage();
    assertTrue(told.startsWith(file + ": ") && told.contains(part), told);
  }

  private void assertNotes(Path file, String... notes) throws IOException {
    try (Trajectory trajectory = open(file)) {
      assertEquals(
          Arrays.stream(notes).map(note -> file + ": " + note).toList(), trajectory.notes());
    }
  }

  private Trajectory open(Path file) throws IOException {
    return format.open(file, new TrajectoryOptions(0, "", Map.of()));
  }

  private Path write(NetcdfBytes bytes) throws IOException {
    return write(bytes.toBytes());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "run", ".nc"), bytes);
  }
}
