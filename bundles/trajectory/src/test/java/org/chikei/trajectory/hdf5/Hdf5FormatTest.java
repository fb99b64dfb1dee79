package org.chikei.trajectory.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5FormatTest {
  private static final TrajectoryOptions ANY = new TrajectoryOptions(0, "", Map.of());

  private final Hdf5Format format = new Hdf5Format();

  @TempDir Path folder;

  @Test
  void mdtrajsFileCarriesTimesAndBox() throws IOException {
    try (Trajectory trajectory = format.open(Decoded.data("ala2.h5"), ANY)) {
      assertEquals(EnumSet.of(FrameContent.TIME, FrameContent.BOX), trajectory.carries());
      assertEquals(100, trajectory.frames());
      assertEquals(22, trajectory.atoms());
      assertEquals(0, trajectory.resolution());
      assertEquals(List.of(), trajectory.notes());
      FrameBatch spread = trajectory.spread(5);
      assertEquals(99, spread.number(4));
      assertEquals(99, spread.time(4));
      assertEquals(0, trajectory.next(1).number(0), "spread does not move next");
      assertEquals(0.01, trajectory.progress(), 1e-12);
    }
  }

  @Test
  void mdanalysissFileCarriesAllAndItsUnits() throws IOException {
    try (Trajectory trajectory = format.open(Decoded.data("ala2.h5md"), ANY)) {
      assertEquals(EnumSet.allOf(FrameContent.class), trajectory.carries());
      assertEquals(100, trajectory.frames());
      assertEquals(List.of(), trajectory.notes());
    }
  }

  /**
   * Newest kinds of groups, headers and chunk indices, a block before the file, chunks across the
   * atoms with three filters, two orders of bytes, and times of its own for every element.
   */
  @Test
  void elementsWithTimesOfTheirOwnAreBroughtTogether() throws IOException {
    Path file = Decoded.data("mixed.h5md");
    TrajectoryOptions options = TrajectoryOptions.ofAtoms(22);
    Decoded mixed = Decoded.all(format, file, options);
    Decoded plain = Decoded.all(format, Decoded.data("ala2.h5md"));
    assertEquals(20, mixed.size());
    for (int k = 0; k < 20; k++) {
      assertEquals(2.5 + 0.5 * k, mixed.times().get(k), 1e-12);
      assertArrayEquals(plain.positions().get(k), mixed.positions().get(k), 1e-15);
      double[] velocities = mixed.velocities().get(k);
      double[] forces = mixed.forces().get(k);
      if (k % 2 == 0) {
        assertArrayEquals(plain.velocities().get(k), velocities, 1e-6);
      } else {
        assertTrue(Arrays.stream(velocities).allMatch(Double::isNaN));
      }
      if (k % 3 == 1) {
        assertArrayEquals(plain.forces().get(k), forces, 1e-3);
      } else {
        assertTrue(Arrays.stream(forces).allMatch(Double::isNaN));
      }
      assertArrayEquals(new double[] {5, 0, 0, 0, 0, 0, 0, 0, 5.2}, mixed.boxes().get(k), 1e-15);
    }
    try (Trajectory trajectory = format.open(file, options)) {
      assertEquals(
          EnumSet.of(FrameContent.TIME, FrameContent.BOX, FrameContent.VELOCITIES),
          trajectory.carries(),
          "the first frame has no forces");
      assertEquals(
          List.of(file + ": of its groups of particles 'all' is read, which alone has 22 atoms"),
          trajectory.notes());
      FrameBatch spread = trajectory.spread(3);
      Decoded jumped = Decoded.of(trajectory, spread);
      assertArrayEquals(mixed.positions().get(9), jumped.positions().get(1));
      assertArrayEquals(mixed.forces().get(19), jumped.forces().get(2));
    }
    int[] atoms = {3, 9, 10, 21};
    try (Trajectory trajectory = format.open(file, options)) {
      Decoded some = Decoded.all(trajectory, atoms, 2, 9);
      for (int k = 0; k < some.size(); k++) {
        int frame = (int) (long) some.numbers().get(k);
        for (int a = 0; a < atoms.length; a++) {
          assertArrayEquals(
              Decoded.vector(mixed.positions(), frame, atoms[a]),
              Decoded.vector(some.positions(), k, a));
        }
      }
    }
  }

  @Test
  void whichParticlesAreMeantMustBeClear() {
    for (int atoms : new int[] {0, 23}) {
      String told =
          assertThrows(
                  InputException.class,
                  () -> format.open(Decoded.data("mixed.h5md"), TrajectoryOptions.ofAtoms(atoms)))
              .getMessage();
      assertTrue(
          told.contains(
              "groups of particles with positions: all (22 atoms), wall (4 atoms); which"),
          told);
    }
  }

  @Test
  void unitsThatAreMissingAreTakenFromTheJobOrNoted() throws IOException {
    Path file = write(h5md -> element(h5md, "position", 3, 2, "", 10));
    Decoded decoded = Decoded.all(format, file);
    assertEquals(1.25, decoded.positions().get(1)[1]);
    assertEquals(10, decoded.times().get(1));
    assertNotes(
        file,
        "the file does not state all its units and is taken to be in nm (position), ps (time);"
            + " 'units' in the job sets others");
    Decoded real = Decoded.all(format, file, new TrajectoryOptions(0, "real", Map.of()));
    assertEquals(0.125, real.positions().get(1)[1], 1e-15);
    assertEquals(0.01, real.times().get(1), 1e-15);
  }

  @Test
  void unitsThatAreStatedAreKept() throws IOException {
    Path file =
        write(
            h5md -> {
              element(h5md, "position", 3, 2, "Angstrom", 1, "fs");
              element(h5md, "velocity", 3, 2, "Angstrom fs-1", 1, "fs");
              element(h5md, "force", 3, 2, "kcal mol-1 Angstrom-1", 1, "fs");
            });
    Decoded decoded = Decoded.all(format, file);
    assertEquals(0.125, decoded.positions().get(1)[1], 1e-15);
    assertEquals(125, decoded.velocities().get(1)[1], 1e-12);
    assertEquals(1.25 * 41.84, decoded.forces().get(1)[1], 1e-12);
    assertEquals(0.001, decoded.times().get(1), 1e-15);
    assertNotes(file);
    TrajectoryOptions real = new TrajectoryOptions(0, "real", Map.of());
    assertThrows(InputException.class, () -> format.open(file, real));
    Path odd = write(h5md -> element(h5md, "position", 3, 2, "furlong", 1));
    assertTold(odd, "'furlong' is no unit of position that is known");
    Path other = write(h5md -> element(h5md, "position", 3, 2, "ps", 1));
    assertTold(other, "'ps' is no unit of position that is known");
  }

  @Test
  void atomsOutOfOrderAreTold() throws IOException {
    Path file =
        write(
            h5md -> {
              element(h5md, "position", 3, 2, "nm", 1);
              h5md.putDataset("id", new int[] {1, 3, 2});
            });
    assertTold(file, "its atoms do not stand in the order of their ids (atom 3); sort them");
    Path sound =
        write(
            h5md -> {
              element(h5md, "position", 3, 2, "nm", 1);
              h5md.putDataset("id", new int[] {1, 3, 7});
            });
    assertEquals(2, Decoded.all(format, sound).size());
    Path later =
        write(
            h5md -> {
              element(h5md, "position", 3, 2, "nm", 1);
              WritableGroup id = h5md.putGroup("id");
              id.putDataset("value", new int[][] {{1, 2, 3}, {1, 3, 2}});
              id.putDataset("step", 1);
            });
    String told = assertThrows(InputException.class, () -> Decoded.all(format, later)).getMessage();
    assertTrue(
        told.contains("frame 1 (t = 1.0 ps): another atom stands in the place of atom 2"), told);
  }

  @Test
  void aBoxMayChangeFromFrameToFrameAndBeOpen() throws IOException {
    Path file =
        write(
            h5md -> {
              element(h5md, "position", 3, 2, "nm", 1);
              WritableGroup box = h5md.putGroup("box");
              box.putAttribute("boundary", new String[] {"periodic", "periodic", "periodic"});
              WritableGroup edges = box.putGroup("edges");
              edges
                  .putDataset("value", new double[][] {{3, 4, 5}, {6, 7, 8}})
                  .putAttribute("unit", "nm");
              edges.putDataset("step", 1);
            });
    assertArrayEquals(
        new double[] {6, 0, 0, 0, 7, 0, 0, 0, 8}, Decoded.all(format, file).boxes().get(1));
    Path open =
        write(
            h5md -> {
              element(h5md, "position", 3, 2, "nm", 1);
              h5md.putGroup("box").putAttribute("boundary", new String[] {"none", "none", "none"});
            });
    assertArrayEquals(new double[9], Decoded.all(format, open).boxes().get(1));
    Path matrix =
        write(
            h5md -> {
              element(h5md, "position", 3, 2, "nm", 1);
              WritableGroup box = h5md.putGroup("box");
              box.putDataset("edges", new double[][] {{3, 0, 0}, {1, 4, 0}, {1, 1, 5}})
                  .putAttribute("unit", "nm");
            });
    assertArrayEquals(
        new double[] {3, 0, 0, 1, 4, 0, 1, 1, 5}, Decoded.all(format, matrix).boxes().get(1));
    assertNotes(
        matrix, "the box does not say which of its directions are periodic; all are taken to be");
  }

  @Test
  void positionsWithoutTimeAreOneFrame() throws IOException {
    Path file =
        write(
            h5md ->
                h5md.putDataset("position", new double[][] {{1, 2, 3}, {4, 5, 6}})
                    .putAttribute("unit", "nm"));
    Decoded decoded = Decoded.all(format, file);
    assertEquals(1, decoded.size());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, decoded.positions().get(0));
    assertNotes(file, "the file has no times; 'time-step' in the job sets them");
  }

  @Test
  void mdtrajsVelocitiesAreReadAndItsShapesHeld() throws IOException {
    Path file = folder.resolve("velocities.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putAttribute("conventions", "Pande");
      hdf.putDataset("coordinates", rows(2, 3, 0)).putAttribute("units", "angstroms");
      hdf.putDataset("velocities", rows(2, 3, 5)).putAttribute("units", "nanometers/picosecond");
      hdf.putDataset("time", new float[] {3, 4}).putAttribute("units", "picoseconds");
      hdf.putDataset("cell_lengths", new float[][] {{3, 4, 5}, {3, 4, 5}});
      hdf.putDataset("cell_angles", new float[][] {{90, 90, 60}, {90, 90, 60}});
    }
    Decoded decoded = Decoded.all(format, file);
    assertEquals(0.125, decoded.positions().get(1)[1], 1e-15);
    assertEquals(6.25, decoded.velocities().get(1)[1], 1e-15);
    assertEquals(4, decoded.times().get(1));
    assertArrayEquals(
        new double[] {3, 0, 0, 2, Math.sqrt(12), 0, 0, 0, 5}, decoded.boxes().get(0), 1e-12);
    Path odd = folder.resolve("odd.h5");
    try (WritableHdfFile hdf = HdfFile.write(odd)) {
      hdf.putDataset("coordinates", rows(2, 3, 0));
      hdf.putDataset("velocities", rows(2, 4, 5));
    }
    assertTold(odd, "'velocities' is of another shape than 'coordinates'");
  }

  @Test
  void otherHdf5FilesAreNamed() throws IOException {
    Path netcdf = folder.resolve("run.nc");
    try (WritableHdfFile hdf = HdfFile.write(netcdf)) {
      hdf.putAttribute("Conventions", "AMBER");
      hdf.putDataset("coordinates", rows(2, 3, 0));
    }
    assertTold(
        netcdf,
        "this is an AMBER trajectory in NetCDF-4, that is HDF5; 'nccopy -k cdf5 old.nc new.nc' makes");
    Path other = folder.resolve("other.h5");
    try (WritableHdfFile hdf = HdfFile.write(other)) {
      hdf.putDataset("temperature", new double[] {1, 2});
    }
    assertTold(
        other, "this HDF5 file is neither H5MD (it has no group 'h5md') nor one of MDTraj's");
    assertTold(write(h5md -> h5md.putGroup("box")), "no group of particles with positions");
  }

  @Test
  void aPositionThatIsNoNumberIsTold() throws IOException {
    Path file =
        write(
            h5md -> {
              float[][][] positions = rows(3, 3, 0);
              positions[2][1][2] = Float.NaN;
              WritableGroup element = h5md.putGroup("position");
              element.putDataset("value", positions).putAttribute("unit", "nm");
              element.putDataset("time", 2.0).putAttribute("unit", "ps");
            });
    String told = assertThrows(InputException.class, () -> Decoded.all(format, file)).getMessage();
    assertTrue(told.contains("frame 2 (t = 4.0 ps): the position of atom 2 is not a number"), told);
  }

  @Test
  void aFileThatIsCutIsTold() throws IOException {
    for (String name : List.of("ala2.h5", "ala2.h5md", "mixed.h5md")) {
      byte[] whole = Files.readAllBytes(Decoded.data(name));
      for (int length = 600; length < whole.length; length += whole.length / 23) {
        Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
        assertTold(file, "the file should have " + whole.length + " bytes and has " + length);
      }
    }
  }

  @Test
  void aDamagedChunkIsTold() throws IOException {
    byte[] bytes = Files.readAllBytes(Decoded.data("ala2.h5"));
    int packed = 14176; // where h5py says that the chunk of positions begins
    Arrays.fill(bytes, packed + 2, packed + 60, (byte) 0xff);
    Path file = Files.write(folder.resolve("damaged"), bytes);
    String told = assertThrows(InputException.class, () -> Decoded.all(format, file)).getMessage();
    assertEquals(
        file + ": a chunk of the HDF5 file is damaged: it cannot be unpacked; take a sound copy",
        told);
  }

  @Test
  void aWrongChecksumIsTold() throws IOException {
    byte[] bytes = Files.readAllBytes(Decoded.data("mixed.h5md"));
    bytes[9402] ^= 1; // within the last four bytes of a chunk of positions
    Path file = Files.write(folder.resolve("damaged"), bytes);
    String told =
        assertThrows(
                InputException.class,
                () -> Decoded.all(format, file, TrajectoryOptions.ofAtoms(22)))
            .getMessage();
    assertTrue(told.contains("a chunk of the HDF5 file is damaged: its checksum is wrong"), told);
  }

  @Test
  void manyThreadsDecodeTheSameNumbers() throws IOException {
    Decoded alone = Decoded.all(format, Decoded.data("ala2.h5md"));
    try (Trajectory trajectory = format.open(Decoded.data("ala2.h5md"), ANY)) {
      FrameBatch batch = trajectory.next(100);
      IntStream.range(0, 4)
          .parallel()
          .forEach(
              k -> {
                try {
                  Decoded one = Decoded.of(trajectory, batch);
                  assertEquals(Decoded.checksum(alone.forces()), Decoded.checksum(one.forces()));
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
    }
  }

  @Test
  void contentIsRecognisedBeforeTheName() throws IOException {
    assertEquals(3, format.recognises(Files.readAllBytes(Decoded.data("mixed.h5md")), "run"));
    assertEquals(3, format.recognises(Files.readAllBytes(Decoded.data("ala2.h5")), "run.nc"));
    assertEquals(1, format.recognises(new byte[] {1, 2}, "RUN.H5"));
    assertEquals(0, format.recognises(new byte[0], "run"));
  }

  /** What a test puts into its group of particles. */
  private interface Content {
    void put(WritableGroup particles);
  }

  private Path write(Content content) throws IOException {
    Path file = Files.createTempFile(folder, "run", ".h5md");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putGroup("h5md").putAttribute("version", new int[] {1, 1});
      content.put(hdf.putGroup("particles").putGroup("all"));
    }
    return file;
  }

  private static void element(
      WritableGroup particles, String name, int atoms, int rows, String unit, double spacing) {
    element(particles, name, atoms, rows, unit, spacing, unit.isEmpty() ? "" : "ps");
  }

  private static void element(
      WritableGroup particles,
      String name,
      int atoms,
      int rows,
      String unit,
      double spacing,
      String timeUnit) {
    WritableGroup element = particles.putGroup(name);
    WritableDataset value = element.putDataset("value", rows(rows, atoms, 0));
    if (!unit.isEmpty()) {
      value.putAttribute("unit", unit);
    }
    element.putDataset("step", 1);
    WritableDataset time = element.putDataset("time", spacing);
    if (!timeUnit.isEmpty()) {
      time.putAttribute("unit", timeUnit);
    }
  }

  /** The number of row r, atom a and component d is start + r + a/2 + d/4. */
  private static float[][][] rows(int rows, int atoms, float start) {
    float[][][] numbers = new float[rows][atoms][3];
    for (int r = 0; r < rows; r++) {
      for (int a = 0; a < atoms; a++) {
        for (int d = 0; d < 3; d++) {
          numbers[r][a][d] = start + r + a / 2f + d / 4f;
        }
      }
    }
    return numbers;
  }

  private void assertTold(Path file, String part) {
    String told = assertThrows(InputException.class, () -> format.open(file, ANY)).getMessage();
    assertTrue(told.startsWith(file + ": ") && told.contains(part), told);
  }

  private void assertNotes(Path file, String... notes) throws IOException {
    try (Trajectory trajectory = format.open(file, ANY)) {
      assertEquals(
          Arrays.stream(notes).map(note -> file + ": " + note).toList(), trajectory.notes());
    }
  }
}
