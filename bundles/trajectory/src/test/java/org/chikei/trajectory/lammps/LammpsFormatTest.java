package org.chikei.trajectory.lammps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LammpsFormatTest {
  private static final int ATOMS = 24;

  private static final String ONE =
      "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n1\nITEM: BOX BOUNDS pp pp pp\n0 10\n0 10\n0 10\n";

  private final LammpsFormat format = new LammpsFormat();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"xu yu zu", "x y z", "xsu ysu zsu", "xs ys zs"})
  void positionsAreUnwrappedHoweverTheyAreStated(String kind) throws IOException {
    Decoded all = Decoded.all(format, Decoded.data("argon.lammpstrj"));
    String text = Files.readString(Decoded.data("argon.lammpstrj"));
    for (String other : List.of("xu yu zu", "x y z", "xsu ysu zsu", "xs ys zs")) {
      String hidden = other.equals(kind) ? other : "c_1 c_2 c_3";
      text = text.replaceAll(" " + other + " ", " " + hidden + " ");
    }
    Decoded one = Decoded.all(format, write(text));
    assertEquals(5, one.size());
    for (int k = 0; k < 5; k++) {
      // LAMMPS wrote ten digits: fractions to 1e-9 or so of some nm
      assertArrayEquals(all.positions().get(k), one.positions().get(k), 2e-8);
      assertArrayEquals(all.boxes().get(k), one.boxes().get(k));
      assertArrayEquals(all.forces().get(k), one.forces().get(k));
    }
  }

  @Test
  void theFirstFrameIsWhatLammpsWrote() throws IOException {
    Decoded all = Decoded.all(format, Decoded.data("argon.lammpstrj"));
    double[] position = {-0.3394252448, 1.402421038, 1.524578073};
    double[] velocity = {-0.5381197726, 0.4931985483, 0.640431729};
    double[] force = {0.01002766872 * 41.84, 0.04948411282 * 41.84, 0.01741189821 * 41.84};
    assertArrayEquals(position, Decoded.vector(all.positions(), 0, 0), 1e-12);
    assertArrayEquals(velocity, Decoded.vector(all.velocities(), 0, 0), 1e-12);
    assertArrayEquals(force, Decoded.vector(all.forces(), 0, 0), 1e-12);
    assertEquals(List.of(0.0, 20.0, 40.0, 60.0, 80.0), all.times());
    // the region of the run: prism -3 14 2 18 -1 15 4 -3 5
    double[] box = {1.7, 0, 0, 0.4, 1.6, 0, -0.3, 0.5, 1.6};
    assertArrayEquals(box, all.boxes().get(0), 1e-12);
  }

  @Test
  void linesAndColumnsMayHaveAnyOrder() throws IOException {
    Decoded sorted = Decoded.all(format, Decoded.data("argon.lammpstrj"));
    Path shuffled = write(shuffled(Files.readString(Decoded.data("argon.lammpstrj"))));
    Decoded any = Decoded.all(format, shuffled);
    for (int k = 0; k < 5; k++) {
      assertArrayEquals(sorted.positions().get(k), any.positions().get(k));
      assertArrayEquals(sorted.velocities().get(k), any.velocities().get(k));
      assertArrayEquals(sorted.forces().get(k), any.forces().get(k));
    }
    try (Trajectory trajectory = format.open(shuffled, options("", Map.of()))) {
      Decoded some = Decoded.all(trajectory, new int[] {3, 4, 17}, 2, 2);
      assertEquals(3, some.size());
      assertArrayEquals(
          Decoded.vector(sorted.positions(), 2, 17), Decoded.vector(some.positions(), 1, 2));
    }
  }

  /** The same frames with columns in another order, and lines in another order in every frame. */
  private static String shuffled(String text) {
    Random random = new Random(3);
    List<Integer> columns = new ArrayList<>();
    for (int c = 0; c < 23; c++) {
      columns.add(c);
    }
    Collections.shuffle(columns, random);
    StringBuilder result = new StringBuilder();
    List<String> lines = text.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      while (!lines.get(at).startsWith("ITEM: ATOMS")) {
        result.append(lines.get(at++)).append('\n');
      }
      String names = lines.get(at++).substring("ITEM: ATOMS ".length());
      result.append("ITEM: ATOMS ").append(ordered(names, columns)).append('\n');
      List<String> atoms = new ArrayList<>(lines.subList(at, at + ATOMS));
      Collections.shuffle(atoms, random);
      atoms.forEach(line -> result.append(ordered(line, columns)).append('\n'));
      at += ATOMS;
    }
    return result.toString();
  }

  private static String ordered(String line, List<Integer> columns) {
    String[] words = line.strip().split(" ");
    return String.join(" ", columns.stream().map(c -> words[c]).toList());
  }

  @ParameterizedTest
  @CsvSource({
    // Å, Å/fs, kcal/mol/Å, fs
    "real, 0.1, 100, 41.84, 0.001",
    // Å, Å/ps, eV/Å, ps
    "metal, 0.1, 0.1, 964.8533212331, 1",
    "lj, 1, 1, 1, 1",
    // m, m/s, N, s
    "si, 1e9, 1e-3, 6.02214076e11, 1e12",
    // cm, cm/s, dyn, s
    "cgs, 1e7, 1e-5, 6.02214076e6, 1e12",
    // bohr, bohr/(1.03275 fs), hartree/bohr, fs
    "electron, 0.0529177210903, 51.2396, 49614.75258, 0.001",
    // µm, µm/µs, pg µm/µs², µs
    "micro, 1e3, 1e-3, 602.214076, 1e6",
    // nm, nm/ns, ag nm/ns², ns
    "nano, 1, 1e-3, 0.602214076, 1e3"
  })
  void unitsAreThoseOfTheJobOrOfTheFile(String units, double x, double v, double f, double t)
      throws IOException {
    String text =
        "ITEM: TIME\n1\n" + ONE + "ITEM: ATOMS id x y z vx vy vz fx fy fz\n1 1 2 3 4 5 6 7 8 9\n";
    text = text.replace("0 10\n", "0 " + 1 / x + "\n"); // 1 nm
    Path silent = write(text);
    Path stated = write("ITEM: UNITS\n" + units + "\n" + text);
    for (Decoded one :
        List.of(
            Decoded.all(format, silent, options(units, Map.of())),
            Decoded.all(format, stated, options("", Map.of())),
            Decoded.all(format, stated, options(units, Map.of())))) {
      assertClose(new double[] {x, 2 * x, 3 * x}, one.positions().get(0));
      assertClose(new double[] {4 * v, 5 * v, 6 * v}, one.velocities().get(0));
      assertClose(new double[] {7 * f, 8 * f, 9 * f}, one.forces().get(0));
      assertClose(new double[] {t}, new double[] {one.times().get(0)});
      assertEquals(1, one.boxes().get(0)[4], 1e-9);
    }
  }

  /** To the digits of the figures above. */
  private static void assertClose(double[] expected, double[] actual) {
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], actual[k], 2e-6 * Math.abs(expected[k]));
    }
  }

  @Test
  void withoutUnitsOnlyPositionsAreTaken() throws IOException {
    Path file =
        write(
            "ITEM: TIME\n1\n"
                + ONE
                + "ITEM: ATOMS id x y z vx vy vz fx fy fz\n1 1 2 3 4 5 6 7 8 9\n");
    try (Trajectory trajectory = format.open(file, options("", Map.of()))) {
      assertEquals(Set.of(FrameContent.BOX), trajectory.carries());
      assertEquals(
          List.of(file + ": the dump does not state its units; its positions are taken to be in A"),
          trajectory.notes());
      assertEquals(
          List.of(
              file
                  + ": its velocities and forces and times are left out, since nothing says what"
                  + " their units are; set 'units' in the job to those of the simulation, such as"
                  + " real, metal or lj"),
          trajectory.warnings());
    }
    Decoded one = Decoded.all(format, file);
    assertTrue(Double.isNaN(Decoded.sum(one.velocities())));
    assertTrue(Double.isNaN(Decoded.sum(one.forces())));
    assertTrue(Double.isNaN(one.times().get(0)));
    Map<String, String> some = Map.of("velocity", "A/fs", "length", "nm");
    try (Trajectory trajectory = format.open(file, options("given", some))) {
      assertEquals(Set.of(FrameContent.BOX, FrameContent.VELOCITIES), trajectory.carries());
    }
    assertEquals(400, Decoded.all(format, file, options("given", some)).velocities().get(0)[0]);
  }

  @Test
  void unitsOfJobAndFileMustAgree() throws IOException {
    Path file = write("ITEM: UNITS\nreal\n" + ONE + "ITEM: ATOMS id x y z\n1 1 2 3\n");
    assertRefused(file, "metal", "it states 'real' units and the job says 'metal'");
    String twice =
        "ITEM: UNITS\nreal\n"
            + ONE
            + "ITEM: ATOMS id x y z\n1 1 2 3\n"
            + "ITEM: UNITS\nmetal\n"
            + ONE
            + "ITEM: ATOMS id x y z\n1 1 2 3\n";
    assertNotRead(write(twice), "frame 1, byte 128: units 'metal', but 'real' in the first frame");
    assertRefused(write(twice.replace("real", "imperial")), "", "'imperial' is no system of units");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pp pp pp|1 11|2 22|3 33|1 0 0 0 2 0 0 0 3",
        "''|1 11|2 22|3 33|1 0 0 0 2 0 0 0 3",
        "pp ff fs|1 11|2 22|3 33|1 0 0 0 0 0 0 0 0",
        "ff ff mm|1 11|2 22|3 33|0 0 0 0 0 0 0 0 0",
        // lx, ly, lz = 10, 20, 30 with origin 1, 2, 3; bounds by the manual's formulas
        "xy xz yz pp pp pp|1 17 4|2 27 2|3 33 5|1 0 0 .4 2 0 .2 .5 3",
        "xy xz yz pp pp pp|-3 11 -3|-3 22 -1|3 33 -5|1 0 0 -.3 2 0 -.1 -.5 3",
        "xy xz yz pp pp ff|-1 15 4|2 22 -2|3 33 0|1 0 0 .4 2 0 0 0 0",
        "abc origin pp pp pp|10 1 2 1|3 20 4 2|5 6 30 3|1 .1 .2 .3 2 .4 .5 .6 3"
      })
  void boxesHaveTheirTrueVectors(String kind, String x, String y, String z, String box)
      throws IOException {
    String item = kind.isEmpty() ? "ITEM: BOX BOUNDS" : "ITEM: BOX BOUNDS " + kind;
    String text =
        "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n1\n%s\n%s\n%s\n%s\nITEM: ATOMS id xs ys zs\n"
            .formatted(item, x, y, z);
    double[] vectors = Arrays.stream(box.split(" ")).mapToDouble(Double::parseDouble).toArray();
    Decoded corner = Decoded.all(format, write(text + "1 0 0 0\n"));
    assertArrayEquals(vectors, corner.boxes().get(0), 1e-12);
    double[] origin = {.1, .2, .3};
    assertArrayEquals(origin, corner.positions().get(0), 1e-12);
    if (!kind.contains("f")) {
      Decoded inside = Decoded.all(format, write(text + "1 0.25 0.5 -1\n"));
      double[] expected = new double[3];
      for (int d = 0; d < 3; d++) {
        expected[d] = origin[d] + .25 * vectors[d] + .5 * vectors[3 + d] - vectors[6 + d];
      }
      assertArrayEquals(expected, inside.positions().get(0), 1e-12);
    }
  }

  @Test
  void partsOfABoxThatIsNotThereAreRefused() throws IOException {
    String text = "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n1\nITEM: ATOMS id %s\n1 1 2 3 4 5 6\n";
    assertRefused(
        write(text.formatted("xs ys zs a b c")),
        "",
        "frame 0: positions xs ys zs are parts or images of the box, but there is no ITEM: BOX");
    assertRefused(
        write(text.formatted("x y z ix iy iz")), "", "positions x y z are parts or images of the");
    Decoded plain = Decoded.all(format, write(text.formatted("x y z a b c")));
    assertArrayEquals(new double[9], plain.boxes().get(0));
  }

  @Test
  void idsMayHaveGapsAndAreThenAscending() throws IOException {
    String frame = frame(3, "id x y z", "40 4 4 4", "7 1 1 1", "12 2 2 2");
    Path file = write(frame + frame(3, "id x y z", "12 5 5 5", "40 6 6 6", "7 3 3 3"));
    Decoded two = Decoded.all(format, file);
    assertArrayEquals(
        new double[] {.1, .1, .1, .2, .2, .2, .4, .4, .4}, two.positions().get(0), 1e-15);
    assertEquals(.6, two.positions().get(1)[6], 1e-15);
    try (Trajectory trajectory = format.open(file, options("real", Map.of()))) {
      assertTrue(
          trajectory
              .notes()
              .contains(
                  file
                      + ": the ids run from 7 to 40 with 3 atoms; in ascending order they are the atoms"
                      + " of the structure"),
          trajectory.notes().toString());
    }
  }

  @Test
  void idsThatAreMissingStrangeOrDoubleAreTold() throws IOException {
    String sound = frame(2, "id x y z", "1 1 1 1", "2 2 2 2");
    assertNotRead(
        write(sound + frame(2, "id x y z", "2 1 1 1", "2 2 2 2")),
        "frame 1: two atoms have the id 2");
    assertNotRead(
        write(sound + frame(2, "id x y z", "3 1 1 1", "2 2 2 2")),
        "frame 1: atom 3 is not among those of the first frame");
    assertNotRead(
        write(sound + frame(2, "id x y z", "two 1 1 1", "2 2 2 2")),
        "frame 1: atom two is not among those of the first frame");
    assertNotRead(
        write(sound + frame(2, "x y z", "1 1 1", "2 2 2")),
        "frame 1: ids of atoms are in some frames and not in others");
    assertRefused(
        write(frame(2, "id x y z", "1 1 1 1", "1 2 2 2")), "", "frame 0: two atoms have the id 1");
    assertRefused(
        write(frame(2, "id x y z", "1 1 1 1", "-1 2 2 2")),
        "",
        "frame 0: the line '-1 2 2 2' has no id of an atom");
  }

  @Test
  void withoutIdsTheOrderOfTheLinesIsTakenWithANote() throws IOException {
    Path file = write(frame(2, "type x y z", "1 1 1 1", "2 2 2 2"));
    try (Trajectory trajectory = format.open(file, options("lj", Map.of()))) {
      assertTrue(trajectory.notes().get(1).contains("has no ids"), trajectory.notes().toString());
      assertTrue(trajectory.notes().get(1).endsWith("'dump_modify sort id' only"));
    }
    Decoded one = Decoded.all(format, file, options("lj", Map.of()));
    assertArrayEquals(new double[] {1, 1, 1, 2, 2, 2}, one.positions().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id x y z|1 24.4162 3.1 3.25|1e-5",
        "id x y z|1 2.441623 3.1 3.25|0",
        "id x y z|1 2.44e+01 3 3|0",
        "id xs ys zs|1 0.123 0.4 0.5|1e-3",
        "id xs ys zs|1 0.1234567 0.4 0.5|0"
      })
  void fewPlacesAreTold(String columns, String line, double resolution) throws IOException {
    Path file = write(ONE + "ITEM: ATOMS " + columns + "\n" + line + "\n");
    try (Trajectory trajectory = format.open(file, options("real", Map.of()))) {
      assertEquals(resolution, trajectory.resolution(), 1e-12); // the box is 1 nm wide
    }
  }

  @Test
  void stepsThatAreNotEvenAreToldWhereThereIsNoTime() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int step : new int[] {0, 100, 200, 250, 300}) {
      text.append(ONE.replace("TIMESTEP\n0", "TIMESTEP\n" + step));
      text.append("ITEM: ATOMS id x y z\n1 1 2 3\n");
    }
    Path file = write(text.toString());
    Decoded all = Decoded.all(format, file);
    assertEquals(5, all.size());
    assertEquals(
        file
            + ": frame 3 is 50 timesteps after the one before it, the others 100; a 'time-step' in"
            + " the job takes all to be equally far apart",
        all.warnings().get(0));
    try (Trajectory trajectory = format.open(file, options("real", Map.of()))) {
      assertTrue(
          trajectory.notes().get(0).endsWith("to the next, which are 100 timesteps apart"),
          trajectory.notes().toString());
    }
  }

  @Test
  void whatIsNotKnownIsPassedOver() throws IOException {
    String text =
        "\n"
            + ONE.replace("ITEM: NUMBER", "ITEM: LABELS\na 1\nb 2\nITEM: NUMBER")
            + "ITEM: ATOMS id x y z\n1 1 2 3\n\n \n";
    Decoded two = Decoded.all(format, write((text + text).replace("\n", "\r\n")));
    assertEquals(2, two.size());
    assertArrayEquals(new double[] {.1, .2, .3}, two.positions().get(1), 1e-15);
    assertEquals(List.of(), two.warnings());
  }

  @Test
  void aJumpLandsOnFrames() throws IOException {
    for (String time : List.of("", "ITEM: TIME\n%d\n")) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 500; k++) {
        text.append(time.formatted(k)).append(frame(2, "id x y z", "2 1 1 1", "1 " + k + " 2 2"));
      }
      try (Trajectory trajectory =
          format.open(write(text.toString()), options("metal", Map.of()))) {
        FrameBatch spread = trajectory.spread(20);
        assertEquals(20, spread.size());
        double before = -1;
        Decoded jumped = Decoded.of(trajectory, spread);
        for (int k = 0; k < 20; k++) {
          double number = 10 * jumped.positions().get(k)[0];
          assertTrue(number > before);
          assertEquals(time.isEmpty() ? Double.NaN : number, jumped.times().get(k), 1e-9);
          before = number;
        }
        assertTrue(before > 450);
      }
    }
  }

  @Test
  void whatIsNoDumpIsTold() throws IOException {
    assertRefused(
        write(ONE.replace("ATOMS\n1", "ATOMS\nx") + "ITEM: ATOMS id x y z\n1 1 2 3\n"),
        "",
        "frame 0: 'x' is no number of atoms");
    assertRefused(
        write(ONE.replace("TIMESTEP\n0", "TIMESTEP\n1.5") + "ITEM: ATOMS id x y z\n1 1 2 3\n"),
        "",
        "frame 0: '1.5' is no timestep");
    assertRefused(
        write(ONE.replace("0 10\n", "0\n") + "ITEM: ATOMS id x y z\n1 1 2 3\n"),
        "",
        "frame 0: ITEM: BOX BOUNDS must be three lines of numbers, not '0'");
    assertRefused(
        write(ONE + "ITEM: ATOMS id type vx vy vz\n1 1 1 1 1\n"),
        "",
        "frame 0: ITEM: ATOMS must name three columns of positions");
    assertRefused(
        write("ITEM: TIMESTEP\n0\nITEM: ATOMS id x y z\n1 1 2 3\n"),
        "",
        "frame 0: ITEM: NUMBER OF ATOMS is missing before ITEM: ATOMS");
    assertRefused(
        write(ONE.replace("ATOMS\n1", "ATOMS\n999999999") + "ITEM: ATOMS id x y z\n1 1 2 3\n"),
        "",
        "the first frame claims 999999999 atoms");
    assertNotRead(
        write(frame(2, "id x y z vx", "1 1 1 1 1", "2 2 2 2")),
        "frame 0: the line '2 2 2 2' has fewer than the 5 columns that ITEM: ATOMS names");
  }

  @Test
  void contentIsRecognisedBeforeTheName() throws IOException {
    byte[] head = Files.readAllBytes(Decoded.data("ala2.lammpstrj"));
    assertEquals(3, format.recognises(head, "a.txt"));
    assertEquals(3, format.recognises(Files.readAllBytes(Decoded.data("argon.lammpstrj")), "a"));
    assertEquals(1, format.recognises(new byte[] {'x'}, "run.lammpstrj"));
    assertEquals(0, format.recognises("ITEMS\n".getBytes(StandardCharsets.UTF_8), "a.xyz"));
  }

  private static String frame(int atoms, String columns, String... lines) {
    return ONE.replace("ATOMS\n1\n", "ATOMS\n" + atoms + "\n")
        + "ITEM: ATOMS "
        + columns
        + "\n"
        + String.join("\n", lines)
        + "\n";
  }

  private void assertRefused(Path file, String units, String part) {
    TrajectoryOptions options = options(units, Map.of());
    String told = assertThrows(InputException.class, () -> format.open(file, options)).getMessage();
    assertTrue(told.startsWith(file + ": ") && told.contains(part), told);
  }

  private void assertNotRead(Path file, String part) {
    String told = assertThrows(InputException.class, () -> Decoded.all(format, file)).getMessage();
    assertTrue(told.startsWith(file + ": ") && told.contains(part), told);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "x", ".dump"), text);
  }

  private static TrajectoryOptions options(String units, Map<String, String> quantities) {
    return new TrajectoryOptions(0, units, quantities);
  }
}
