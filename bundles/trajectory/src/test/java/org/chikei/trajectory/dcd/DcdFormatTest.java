package org.chikei.trajectory.dcd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
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

class DcdFormatTest {
  /** ps in the unit of time of CHARMM and NAMD, as their sources have it. */
  private static final double AKMA = 0.0488882129;

  private static final double[] RIGHT = {40, 0, 50, 0, 0, 60};

  private final DcdFormat format = new DcdFormat();

  @TempDir Path folder;

  @Test
  void aFileOfMdtrajHasNoTimes() throws IOException {
    try (Trajectory trajectory = open(Decoded.data("ala2.dcd"), "")) {
      assertEquals(EnumSet.of(FrameContent.BOX), trajectory.carries());
      assertEquals(100, trajectory.frames());
      assertEquals(22, trajectory.atoms());
      assertEquals(0, trajectory.resolution());
      assertEquals(
          List.of(
              Decoded.data("ala2.dcd")
                  + ": the file has no times (its header has no time step); 'time-step' in the job"
                  + " sets them"),
          trajectory.notes());
    }
  }

  /** What MDAnalysis 2.4.2 reads of the file that it wrote. */
  @Test
  void aCellWithAnglesReadsAsInMdanalysis() throws IOException {
    Path file = Decoded.data("ala2-cell.dcd");
    Decoded ala = Decoded.all(format, file);
    assertEquals(5, ala.size());
    double[] box = {
      5.3, 0, 0, -1.778504753, 4.8864017486, 0, -0.4706409931, 0.8265803337, 5.31556777954
    };
    assertArrayEquals(box, ala.boxes().get(3), 1e-6, "MDAnalysis keeps floats");
    assertArrayEquals(
        new double[] {1.85237084, 2.62749176, 2.50402718},
        Decoded.vector(ala.positions(), 3, 21),
        1e-6);
    for (int k = 0; k < 5; k++) {
      assertEquals(10 + 2 * k, ala.times().get(k), 2e-6, "the step is a float");
    }
    assertNotes(
        file, "the cell is taken to be kept as lengths and angles in degrees, as OpenMM writes");
  }

  @Test
  void bothOrdersOfBytesAndBothMarkersAreRead() throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      for (int marker : new int[] {4, 8}) {
        DcdBytes bytes = new DcdBytes(7).order(order, marker).cell().time(1000, 500, 0.04);
        assertFrames(bytes, 20, RIGHT);
        assertEquals(3, format.recognises(bytes.toBytes(), "run.trr"));
      }
    }
  }

  @Test
  void aCellThatIsRectangularIsTheSameInEveryConvention() throws IOException {
    for (double angle : new double[] {0, 90}) {
      for (int version : new int[] {24, 36}) {
        DcdBytes bytes = new DcdBytes(3).cell().version(version).time(0, 1, 20);
        Path file = write(bytes.frame(1, 40, angle, 50, angle, angle, 60));
        assertArrayEquals(
            new double[] {4, 0, 0, 0, 5, 0, 0, 0, 6},
            Decoded.all(format, file).boxes().get(0),
            1e-12);
        assertNotes(file);
      }
    }
  }

  @Test
  void cosinesAreThoseOfNamd() throws IOException {
    double alpha = Math.toRadians(70);
    double beta = Math.toRadians(80);
    double gamma = Math.toRadians(100);
    double[] cell = {40, Math.cos(gamma), 50, Math.cos(beta), Math.cos(alpha), 60};
    Path file = write(new DcdBytes(3).cell().time(0, 1, 20).frame(1, cell));
    assertAngles(Decoded.all(format, file).boxes().get(0), 4, 5, 6, alpha, beta, gamma);
    assertNotes(
        file, "the cell is taken to be kept as lengths and cosines of angles, as NAMD writes");
  }

  @Test
  void degreesAreThoseOfOpenmm() throws IOException {
    double[] cell = {40, 100, 50, 80, 70, 60};
    Path file = write(new DcdBytes(3).cell().time(0, 1, 20).frame(1, cell));
    assertAngles(
        Decoded.all(format, file).boxes().get(0),
        4,
        5,
        6,
        Math.toRadians(70),
        Math.toRadians(80),
        Math.toRadians(100));
  }

  /**
   * A truncated octahedron and a rhombic dodecahedron, whose matrices are roots of their metrics.
   */
  @Test
  void theSymmetricMatrixIsThatOfCharmm() throws IOException {
    double third = 1 / Math.sqrt(3);
    double large = 2 * third;
    double on = 60 * (2 * large + third) / 3;
    double off = 60 * (third - large) / 3;
    double octahedral = Math.acos(-1.0 / 3);
    double[] octahedron = {on, off, on, off, off, on};
    for (int version : new int[] {24, 36, 45}) {
      Path file =
          write(new DcdBytes(3).cell().version(version).time(0, 1, 20).frame(1, octahedron));
      double[] box = Decoded.all(format, file).boxes().get(0);
      assertAngles(box, 6, 6, 6, octahedral, octahedral, octahedral);
      assertEquals(box[1], box[3], "the vectors are those of the positions, not turned");
      assertNotes(
          file,
          "the cell is taken to be kept as the symmetric matrix of its vectors, as CHARMM writes");
    }
    // α = γ = 60°, β = 90°: b is the odd one; eigenvalues of the metric 1 ± 1/√2 and 1
    double plus = Math.sqrt(1 + Math.sqrt(0.5));
    double minus = Math.sqrt(1 - Math.sqrt(0.5));
    double mean = (plus + minus) / 2;
    double half = (plus - minus) / (2 * Math.sqrt(2));
    double[] dodecahedron = {
      30 * (mean + 1), 60 * half, 60 * mean, 30 * (mean - 1), 60 * half, 30 * (mean + 1)
    };
    Path file = write(new DcdBytes(3).cell().version(40).time(0, 1, 20).frame(1, dodecahedron));
    double sixty = Math.toRadians(60);
    assertAngles(Decoded.all(format, file).boxes().get(0), 6, 6, 6, sixty, Math.PI / 2, sixty);
  }

  @Test
  void aCellOfNothingIsNoBox() throws IOException {
    for (double angle : new double[] {0, 90}) {
      Path file =
          write(new DcdBytes(3).cell().time(0, 1, 20).frame(1, 0, angle, 0, angle, angle, 0));
      assertArrayEquals(new double[9], Decoded.all(format, file).boxes().get(0));
      try (Trajectory trajectory = open(file, "")) {
        assertEquals(EnumSet.of(FrameContent.TIME), trajectory.carries());
      }
    }
  }

  @Test
  void aCellThatIsNoneIsTold() throws IOException {
    for (double[] cell :
        new double[][] {
          {40, 200, 50, -5, 90, 60}, {Double.NaN, 0, 50, 0, 0, 60}, {40, 1e300, 50, 0, 0, 60}
        }) {
      Path file = write(new DcdBytes(3).cell().time(0, 1, 20).frame(1, cell));
      String told =
          assertThrows(InputException.class, () -> Decoded.all(format, file)).getMessage();
      assertTrue(told.contains("frame 0, byte 196: a "), told);
    }
  }

  @Test
  void xplorKeepsItsStepInDoublePrecision() throws IOException {
    double step = 1.0 / 3 / AKMA;
    DcdBytes bytes = new DcdBytes(3).version(0).time(10, 2, step);
    Decoded decoded = Decoded.all(format, write(bytes.frame(1).frame(2)));
    assertEquals(10 / 3.0, decoded.times().get(0), 1e-8);
    assertEquals(4, decoded.times().get(1), 1e-8);
    assertArrayEquals(new double[9], decoded.boxes().get(0));
  }

  /** 2 fs a step: the float that NAMD and CHARMM write. */
  @Test
  void timesFollowFromTheHeader() throws IOException {
    DcdBytes bytes = new DcdBytes(3).time(5000, 250, 0.002 / AKMA);
    for (int k = 0; k < 10; k++) {
      bytes.frame(k);
    }
    Path file = write(bytes);
    Decoded decoded = Decoded.all(format, file);
    for (int k = 0; k < 10; k++) {
      assertEquals(10 + 0.5 * k, decoded.times().get(k), 1e-6);
    }
    try (Trajectory trajectory = open(file, "")) {
      FrameBatch spread = trajectory.spread(4);
      assertEquals(13, spread.time(2), 1e-6);
    }
  }

  @Test
  void withoutAStepThereAreNoTimes() throws IOException {
    for (double step : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      Path file = write(new DcdBytes(3).time(5, 1, step).frame(1));
      assertTrue(Double.isNaN(Decoded.all(format, file).times().get(0)));
      assertNotes(
          file,
          "the file has no times (its header has no time step); 'time-step' in the job sets them");
    }
  }

  @Test
  void lammpsKeepsTheStepInItsOwnUnits() throws IOException {
    DcdBytes bytes = new DcdBytes(3).time(100, 10, 2).title("Written by LAMMPS");
    Path file = write(bytes.frame(1).frame(2));
    for (Map.Entry<String, Double> ps :
        Map.of("real", 0.22, "metal", 220.0, "lj", 220.0).entrySet()) {
      TrajectoryOptions options = new TrajectoryOptions(0, ps.getKey(), Map.of());
      Decoded decoded = Decoded.all(format, file, options);
      assertEquals(ps.getValue(), decoded.times().get(1), 1e-12);
      assertEquals(ps.getKey().equals("lj") ? 2.25 : 0.225, decoded.positions().get(1)[3], 1e-12);
    }
    assertTrue(Double.isNaN(Decoded.all(format, file).times().get(1)));
    assertNotes(
        file,
        "LAMMPS wrote its time step in units that the file does not name, so it has no times;"
            + " 'units' (real, metal or lj) or 'time-step' in the job gives them");
    TrajectoryOptions ase = new TrajectoryOptions(0, "ase", Map.of());
    assertThrows(InputException.class, () -> format.open(file, ase));
    TrajectoryOptions given = new TrajectoryOptions(0, "given", Map.of("velocity", "A/fs"));
    assertThrows(InputException.class, () -> format.open(file, given));
    Path other = write(new DcdBytes(3).time(100, 10, 2).frame(1));
    TrajectoryOptions real = new TrajectoryOptions(0, "real", Map.of());
    assertThrows(InputException.class, () -> format.open(other, real));
  }

  @Test
  void fixedAtomsComeFromTheFirstFrame() throws IOException {
    for (int marker : new int[] {4, 8}) {
      DcdBytes bytes =
          new DcdBytes(9).free(2, 3, 7).cell().time(0, 1, 20).order(ByteOrder.BIG_ENDIAN, marker);
      for (int k = 0; k < 50; k++) {
        bytes.frame(100 * k, RIGHT);
      }
      Path file = write(bytes);
      Decoded all = Decoded.all(format, file);
      assertEquals(50, all.size());
      for (int k = 0; k < 50; k++) {
        for (int a = 0; a < 9; a++) {
          double start = a == 1 || a == 2 || a == 6 ? 100 * k : 0;
          for (int d = 0; d < 3; d++) {
            assertEquals(DcdBytes.value(start, a, d) / 10, all.positions().get(k)[3 * a + d], 1e-9);
          }
        }
      }
      assertSomeAtomsAsAll(file, all, 0, 2, 3, 6);
      assertSomeAtomsAsAll(file, all, 0, 8);
      assertSomeAtomsAsAll(file, all, 6);
      try (Trajectory trajectory = open(file, "")) {
        assertEquals(50, trajectory.frames());
        FrameBatch spread = trajectory.spread(8);
        assertEquals(49, spread.number(7));
        Decoded jumped = Decoded.of(trajectory, spread);
        for (int k = 0; k < 8; k++) {
          int frame = (int) spread.number(k);
          assertArrayEquals(all.positions().get(frame), jumped.positions().get(k));
        }
      }
    }
  }

  private void assertSomeAtomsAsAll(Path file, Decoded all, int... atoms) throws IOException {
    try (Trajectory trajectory = open(file, "")) {
      Decoded some = Decoded.all(trajectory, atoms, 1, 7);
      assertEquals(all.size(), some.size());
      for (int k = 0; k < some.size(); k++) {
        for (int a = 0; a < atoms.length; a++) {
          assertArrayEquals(
              Decoded.vector(all.positions(), k, atoms[a]), Decoded.vector(some.positions(), k, a));
        }
      }
    }
  }

  @Test
  void aFourthDimensionAndChargesArePassedOver() throws IOException {
    for (int more = 1; more < 4; more++) {
      DcdBytes bytes = new DcdBytes(5).more((more & 1) != 0, (more & 2) != 0).time(0, 1, 20).cell();
      assertFrames(bytes, 12, RIGHT);
    }
  }

  @Test
  void theNumberOfFramesIsThatOfTheFile() throws IOException {
    for (int claimed : new int[] {0, 3, 1000, -7}) {
      DcdBytes bytes = new DcdBytes(5).count(claimed).time(0, 1, 20);
      for (int k = 0; k < 3; k++) {
        bytes.frame(k);
      }
      Path file = write(bytes);
      assertEquals(3, Decoded.all(format, file).size());
      try (Trajectory trajectory = open(file, "")) {
        assertEquals(3, trajectory.frames());
      }
      if (claimed == 1000) {
        assertNotes(
            file, "the header speaks of 1000 frames, but the file holds 3; all of these are used");
      } else {
        assertNotes(file);
      }
    }
  }

  @Test
  void velocitiesAloneAreRefused() throws IOException {
    byte[] bytes = new DcdBytes(3).kind("VELD").frame(1).toBytes();
    assertEquals(3, format.recognises(bytes, "run"));
    Path file = Files.write(folder.resolve("veld"), bytes);
    String told = assertThrows(InputException.class, () -> open(file, "")).getMessage();
    assertEquals(
        file
            + ": this DCD file holds velocities (VELD) and no positions; name the one with"
            + " positions",
        told);
  }

  @Test
  void aListOfFreeAtomsThatNamesNoAtomsIsTold() throws IOException {
    for (int[] free : new int[][] {{0, 2}, {2, 2}, {3, 2}, {2, 10}}) {
      Path file = write(new DcdBytes(9).free(free).time(0, 1, 20).frame(1));
      String told = assertThrows(InputException.class, () -> open(file, "")).getMessage();
      assertTrue(told.contains("the list of free atoms names atom "), told);
    }
  }

  @Test
  void contentIsRecognisedBeforeTheName() {
    assertEquals(1, format.recognises(new byte[] {1, 2, 3}, "RUN.DCD"));
    assertEquals(0, format.recognises(new byte[] {84, 0, 0, 0, 'C', 'O', 'R'}, "run"));
    assertEquals(0, format.recognises(new byte[0], "run"));
  }

  private void assertFrames(DcdBytes bytes, int frames, double... cell) throws IOException {
    for (int k = 0; k < frames; k++) {
      bytes.frame(10 * k, cell);
    }
    Path file = write(bytes);
    Decoded decoded = Decoded.all(format, file);
    assertEquals(frames, decoded.size());
    assertEquals(List.of(), decoded.warnings());
    int atoms = decoded.positions().get(0).length / 3;
    for (int k = 0; k < frames; k++) {
      for (int a = 0; a < atoms; a++) {
        for (int d = 0; d < 3; d++) {
          assertEquals(
              (float) DcdBytes.value(10 * k, a, d) * 0.1, decoded.positions().get(k)[3 * a + d]);
        }
      }
      assertArrayEquals(new double[] {4, 0, 0, 0, 5, 0, 0, 0, 6}, decoded.boxes().get(k), 1e-12);
    }
    assertTrue(Double.isNaN(decoded.velocities().get(0)[0]));
    assertTrue(Double.isNaN(decoded.forces().get(0)[0]));
    assertSomeAtomsAsAll(
        file, decoded, IntStream.range(1, atoms).filter(a -> a % 2 == 1).toArray());
  }

  private static void assertAngles(
      double[] box, double a, double b, double c, double alpha, double beta, double gamma) {
    assertEquals(a, length(box, 0), 1e-12);
    assertEquals(b, length(box, 3), 1e-12);
    assertEquals(c, length(box, 6), 1e-12);
    assertEquals(Math.cos(alpha), dot(box, 3, 6) / (b * c), 1e-12);
    assertEquals(Math.cos(beta), dot(box, 0, 6) / (a * c), 1e-12);
    assertEquals(Math.cos(gamma), dot(box, 0, 3) / (a * b), 1e-12);
  }

  private static double length(double[] box, int at) {
    return Math.sqrt(dot(box, at, at));
  }

  private static double dot(double[] box, int at, int other) {
    return box[at] * box[other] + box[at + 1] * box[other + 1] + box[at + 2] * box[other + 2];
  }

  private void assertNotes(Path file, String... notes) throws IOException {
    try (Trajectory trajectory = open(file, "")) {
      assertEquals(
          List.of(notes).stream().map(note -> file + ": " + note).toList(), trajectory.notes());
    }
  }

  private Trajectory open(Path file, String units) throws IOException {
    return format.open(file, new TrajectoryOptions(0, units, Map.of()));
  }

  private Path write(DcdBytes bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "run", ".dcd"), bytes.toBytes());
  }
}
