package org.chikei.trajectory.xyz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.Decoded;
import org.chikei.trajectory.trr.TrrFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XyzFormatTest {
  /** One Å by ASE's unit of time, 10.1805 fs as its manual states it, in nm/ps. */
  private static final double ASE = 9.8227;

  private final XyzFormat plain = new XyzFormat();
  private final ExtendedXyzFormat extended = new ExtendedXyzFormat();

  @TempDir Path folder;

  @Test
  void plainFramesReadAsInMdanalysis() throws IOException {
    Decoded ala = Decoded.all(plain, Decoded.data("ala2.xyz"));
    assertEquals(100, ala.size());
    double[] first = {2.160995, 2.462005, 2.516862};
    double[] last = {1.58905, 3.077903, 4.724555};
    assertArrayEquals(first, Decoded.vector(ala.positions(), 0, 0), 1e-12);
    assertArrayEquals(last, Decoded.vector(ala.positions(), 99, 21), 1e-12);
    assertEquals(99, ala.times().get(99));
    assertEquals(0, Decoded.sum(ala.boxes()));
    assertTrue(Double.isNaN(Decoded.sum(ala.velocities())));
  }

  @Test
  void extendedFramesAreThoseThatGromacsWrote() throws IOException {
    Decoded ase = Decoded.all(extended, Decoded.data("ala2.extxyz"));
    Decoded gromacs = Decoded.all(new TrrFormat(), Decoded.data("ala2.trr"));
    assertEquals(100, ase.size());
    for (int k = 0; k < 25; k++) { // the TRR has every fourth of these frames
      assertEquals(gromacs.times().get(k), ase.times().get(4 * k));
      assertArrayEquals(gromacs.boxes().get(k), ase.boxes().get(4 * k), 1e-12);
      for (int c = 0; c < 66; c++) {
        double shift = ase.positions().get(4 * k)[c] - gromacs.positions().get(k)[c];
        double inBox = shift - 5 * Math.rint(shift / 5);
        // six places in Å and a float's rounding; eight in Å/fs; eight in eV/Å, floats to 3000
        assertEquals(0, inBox, 6e-7);
        assertEquals(gromacs.velocities().get(k)[c], ase.velocities().get(4 * k)[c], 1.2e-6);
        assertEquals(gromacs.forces().get(k)[c], ase.forces().get(4 * k)[c], 1e-3);
      }
    }
  }

  @Test
  void whatIsAssumedIsTold() throws IOException {
    try (Trajectory ala = extended.open(Decoded.data("ala2.extxyz"), options("", Map.of()))) {
      assertEquals(
          Set.of(FrameContent.TIME, FrameContent.BOX, FrameContent.VELOCITIES, FrameContent.FORCES),
          ala.carries());
      assertEquals(22, ala.atoms());
      assertEquals(0, ala.resolution(), "six places are as good as a float");
      assertEquals(-1, ala.frames());
      assertEquals(1, ala.notes().size());
      assertTrue(
          ala.notes()
              .get(0)
              .endsWith(
                  "taken to be in A (length), A/fs (velocity), eV/A (force), fs (time);"
                      + " 'units' in the job sets others"),
          ala.notes().get(0));
    }
    Map<String, String> some = Map.of("velocity", "A/ps", "time", "ps");
    try (Trajectory ala = extended.open(Decoded.data("ala2.extxyz"), options("given", some))) {
      assertTrue(
          ala.notes().get(0).contains("in A (length), eV/A (force); 'units'"), ala.notes().get(0));
    }
    try (Trajectory ala = extended.open(Decoded.data("ala2.extxyz"), options("real", Map.of()))) {
      assertEquals(List.of(), ala.notes());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0.1, 100, 964.8533212331, 0.001",
    "ase, 0.1, 9.8226947, 964.8533212331, 0.0101805057",
    "real, 0.1, 100, 41.84, 0.001",
    "metal, 0.1, 0.1, 964.8533212331, 1",
    "lj, 1, 1, 1, 1"
  })
  void systemsOfUnitsAreConverted(String units, double x, double v, double f, double t)
      throws IOException {
    Decoded one = Decoded.all(extended, oneEach(), options(units, Map.of()));
    assertEquals(x, one.positions().get(0)[0], 1e-9 * x);
    assertEquals(v, one.velocities().get(0)[1], 1e-8 * v);
    assertEquals(f, one.forces().get(0)[2], 1e-9 * f);
    assertEquals(t, one.times().get(0), 1e-8 * t);
  }

  @ParameterizedTest
  @CsvSource({
    "length, nm, 1",
    "length, bohr, 0.0529177210903",
    "length, Å, 0.1",
    "velocity, nm/ps, 1",
    "velocity, A/ps, 0.1",
    "velocity, Angstrom/fs, 100",
    "force, kJ/mol/nm, 1",
    "force, kcal/mol/A, 41.84",
    "force, hartree/bohr, 49614.7526",
    "time, ns, 1000"
  })
  void singleUnitsAreConverted(String quantity, String unit, double factor) throws IOException {
    Decoded one = Decoded.all(extended, oneEach(), options("given", Map.of(quantity, unit)));
    double actual =
        switch (quantity) {
          case "length" -> one.positions().get(0)[0];
          case "velocity" -> one.velocities().get(0)[1];
          case "force" -> one.forces().get(0)[2];
          default -> one.times().get(0);
        };
    assertEquals(factor, actual, 1e-8 * factor);
  }

  @ParameterizedTest
  @CsvSource({
    "imperial, length, nm, 'imperial' is no system of units; accepted are ase",
    "given, length, parsec, 'parsec' is no unit of length; accepted are nm",
    "given, velocity, nm, 'nm' is no unit of velocity; accepted are nm",
    "given, force, kg/A, 'kg/A' is no unit of force; accepted are kJ/mol",
    "given, spin, nm, units of 'spin' cannot be set"
  })
  void unitsThatDoNotExistAreRefused(String units, String quantity, String unit, String message)
      throws IOException {
    Path file = oneEach();
    TrajectoryOptions options = options(units, Map.of(quantity, unit));
    String told = assertThrows(InputException.class, () -> plain.open(file, options)).getMessage();
    assertTrue(told.contains(message), told);
  }

  @Test
  void columnsHaveTheNamesThatProgramsGiveThem() throws IOException {
    for (String names :
        List.of("velo:R:3:forces:R:3", "vel:R:3:force:R:3", "velocities:R:3:frc:R:3")) {
      Path file =
          write("1\nProperties=id:I:1:species:S:1:pos:R:3:" + names + "\n7 H 1 2 3 4 5 6 7 8 9\n");
      Decoded one = Decoded.all(extended, file, options("lj", Map.of()));
      assertArrayEquals(new double[] {1, 2, 3}, one.positions().get(0));
      assertArrayEquals(new double[] {4, 5, 6}, one.velocities().get(0));
      assertArrayEquals(new double[] {7, 8, 9}, one.forces().get(0));
    }
  }

  @Test
  void momentaAreDividedByTheMassesInTheFile() throws IOException {
    Path file =
        write("1\nProperties=species:S:1:pos:R:3:momenta:R:3:masses:R:1\nC 0 0 0 6 12 -3 12\n");
    Decoded one = Decoded.all(extended, file);
    assertArrayEquals(new double[] {ASE / 2, ASE, -ASE / 4}, one.velocities().get(0), 1e-4);
    try (Trajectory trajectory = extended.open(file, options("", Map.of()))) {
      assertTrue(trajectory.carries().contains(FrameContent.VELOCITIES));
      assertTrue(trajectory.notes().get(1).endsWith("momenta divided by the column of masses"));
    }
  }

  @Test
  void momentaWithoutMassesAreNoVelocities() throws IOException {
    Path file = write("1\nProperties=species:S:1:pos:R:3:momenta:R:3\nC 0 0 0 6 12 -3\n");
    try (Trajectory trajectory = extended.open(file, options("", Map.of()))) {
      assertTrue(!trajectory.carries().contains(FrameContent.VELOCITIES));
      assertTrue(trajectory.notes().get(1).contains("velocities cannot be told"));
    }
    assertTrue(Double.isNaN(Decoded.sum(Decoded.all(extended, file).velocities())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lattice=\"10 0 0 0 20 0 1 2 30\" | 1 0 0 0 2 0 .1 .2 3",
        "lattice = '10 0 0 0 20 0 0 0 30' pbc='T F T' | 1 0 0 0 0 0 0 0 3",
        "Lattice=\"10 20 30\" pbc=\"1 1 1\" | 1 0 0 0 2 0 0 0 3",
        "Lattice={10 0 0 0 20 0 0 0 30} note=\"pbc=F F F\" | 1 0 0 0 2 0 0 0 3",
        "pbc=\"F F F\" Lattice=\"10 0 0 0 20 0 0 0 30\" | 0 0 0 0 0 0 0 0 0",
        "no lattice here | 0 0 0 0 0 0 0 0 0"
      })
  void theLatticeIsTheBoxWhereItIsPeriodic(String comment, String box) throws IOException {
    Decoded one = Decoded.all(plain, write("1\n" + comment + "\nAr 1 2 3\n"));
    double[] expected = List.of(box.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
    assertArrayEquals(expected, one.boxes().get(0), 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t= 1.5 ps | 1.5",
        "time=1500 | 1.5",
        "Properties=species:S:1:pos:R:3 Time=2.5E+3 pbc=\"F F F\" | 2.5",
        "i =  3, time =   0.500, E =  -17.2 | 0.0005",
        "title t=   2 ns step= 4 | 2000",
        "energy=-5 dt=0.5 timestep: 7 | NaN",
        "time=\"3\" | 0.003",
        "t=x | NaN",
        "t | NaN",
        "'' | NaN"
      })
  void theTimeIsFoundInTheComment(String comment, double time) throws IOException {
    Decoded one = Decoded.all(plain, write("1\n" + comment + "\nAr 1 2 3\n"));
    assertEquals(time, one.times().get(0), 1e-12);
  }

  @Test
  void blanksTabsAndBothLineEndsAreAccepted() throws IOException {
    String text =
        "\n \r\n  2  \r\nfirst\r\nH\t1.0D+00\t2e0   3. \r\n  O 4 5 +6 # more\r\n\r\n\n"
            + "2\n\nH .5 0 0\nO 1 1 1\n \n\n";
    Decoded two = Decoded.all(plain, write(text));
    assertEquals(2, two.size());
    assertArrayEquals(new double[] {.1, .2, .3, .4, .5, .6}, two.positions().get(0), 1e-12);
    assertEquals(0.05, two.positions().get(1)[0]);
    assertEquals(List.of(), two.warnings());
  }

  @Test
  void columnsWithoutANameAreIgnoredWithANote() throws IOException {
    Path file = write("1\n\nH 1.00 2.00 3.00 0.25\n");
    try (Trajectory trajectory = plain.open(file, options("lj", Map.of()))) {
      assertTrue(trajectory.notes().get(0).endsWith("were ignored"), trajectory.notes().get(0));
      assertEquals(0.01, trajectory.resolution(), 1e-15, "two places are few");
    }
  }

  @Test
  void aJumpLandsOnFramesEvenWhereCommentsLookLikeCounts() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < 500; k++) {
      text.append("2\n2\nH ").append(k).append(" 0 0\n6 ").append(k).append(" 1 1\n");
    }
    Path file = write(text.toString());
    try (Trajectory trajectory = plain.open(file, options("lj", Map.of()))) {
      FrameBatch spread = trajectory.spread(20);
      assertEquals(20, spread.size());
      Decoded jumped = Decoded.of(trajectory, spread);
      double before = -1;
      for (double[] positions : jumped.positions()) {
        assertEquals(positions[0], positions[3]);
        assertTrue(positions[0] > before);
        before = positions[0];
      }
      assertTrue(before > 450);
    }
  }

  @Test
  void linesLongerThanTheWindowAreRead() throws IOException {
    String comment = "x".repeat(400_000) + " time=7 ps";
    Decoded two = Decoded.all(plain, write(("1\n" + comment + "\nH 1 2 3\n").repeat(2)));
    assertEquals(List.of(7.0, 7.0), two.times());
    assertArrayEquals(new double[] {.1, .2, .3}, two.positions().get(1), 1e-15);
  }

  @Test
  void aLastLineWithoutEndIsUsedIfItIsWhole() throws IOException {
    String frame = "2\nt=1\nH 1.25 2.25 3.25\nH 1.50 2.50 3.50\n";
    String twice = frame + frame;
    assertEquals(2, Decoded.all(plain, write(twice.stripTrailing())).size());
    Decoded cut = Decoded.all(plain, write(twice.substring(0, twice.length() - 2)));
    assertEquals(1, cut.size());
    assertTrue(cut.warnings().get(0).contains("the last frame (frame 1, from byte 40) is cut"));
  }

  @Test
  void contentIsRecognisedBeforeTheName() throws IOException {
    byte[] extendedHead = Files.readAllBytes(Decoded.data("ala2.extxyz"));
    byte[] plainHead = Files.readAllBytes(Decoded.data("ala2.xyz"));
    assertEquals(3, extended.recognises(extendedHead, "a.xyz"));
    assertEquals(1, plain.recognises(extendedHead, "a.xyz"));
    assertEquals(2, plain.recognises(plainHead, "a.extxyz"));
    assertEquals(0, extended.recognises(plainHead, "a.xyz"));
    assertEquals(0, plain.recognises("22\nx\nATOM 1 2\n".getBytes(StandardCharsets.UTF_8), "a"));
    assertEquals(0, plain.recognises(Files.readAllBytes(Decoded.data("nacl.xtc")), "nacl.xtc"));
  }

  private Path oneEach() throws IOException {
    return write(
        "1\nProperties=species:S:1:pos:R:3:velo:R:3:forces:R:3 time=1\nH 1 0 0 0 1 0 0 0 1\n");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "x", ".xyz"), text);
  }

  private static TrajectoryOptions options(String units, Map<String, String> quantities) {
    return new TrajectoryOptions(0, units, quantities);
  }
}
