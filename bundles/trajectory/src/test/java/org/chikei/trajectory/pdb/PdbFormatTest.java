package org.chikei.trajectory.pdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

class PdbFormatTest {
  private static final String CRYST1 =
      "CRYST1   30.000   40.000   50.000  90.00  90.00  90.00 P 1           1\n";

  private final PdbFormat format = new PdbFormat();

  @TempDir Path folder;

  @Test
  void modelsAreWhatGromacsWrote() throws IOException {
    Decoded all = Decoded.all(format, Decoded.data("ala2-models.pdb"));
    assertEquals(100, all.size());
    assertEquals(99, all.times().get(99));
    assertArrayEquals(
        new double[] {2.161, 2.462, 2.5169}, Decoded.vector(all.positions(), 0, 0), 1e-12);
    assertArrayEquals(
        new double[] {1.5891, 3.0779, 4.7246}, Decoded.vector(all.positions(), 99, 21), 1e-12);
    assertArrayEquals(new double[] {5, 0, 0, 0, 5, 0, 0, 0, 5}, all.boxes().get(99), 1e-12);
    try (Trajectory trajectory = open(Decoded.data("ala2-models.pdb"))) {
      assertEquals(Set.of(FrameContent.TIME, FrameContent.BOX), trajectory.carries());
      assertEquals(1e-4, trajectory.resolution(), 1e-15);
      assertEquals(22, trajectory.atoms());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MODEL     %d\n%sENDMDL\n",
        "MODEL     %d\n%sTER\nENDMDL\n",
        "MODEL     %d\n%s",
        "REMARK %d\n%sEND\n",
        "TITLE  %d\n%sENDMDL\nEND\n",
        "\nMODEL     %d\n%sENDMDL\n\n",
        "MODEL     %d\n%sENDMDL\nCONECT    1    2\n",
        "CRYST1   30.000   40.000   50.000  90.00  90.00  90.00 %d\n%s"
      })
  void modelsMayBeDividedInAnyWay(String model) throws IOException {
    StringBuilder text = new StringBuilder("HEADER    ANYTHING\n");
    for (int k = 0; k < 200; k++) {
      text.append(model.formatted(k, atom(1, "CA", k / 10.0) + atom(2, "CB", 1)));
    }
    for (String end :
        List.of("", "END\n", "END", "CONECT    1    2\nMASTER        0\nEND\n", "\n\n")) {
      Path file = write(text + end);
      Decoded all = Decoded.all(format, file);
      assertEquals(200, all.size(), end);
      assertEquals(List.of(), all.warnings());
      for (int k = 0; k < 200; k++) {
        assertEquals(k / 100.0, all.positions().get(k)[0], 1e-12);
      }
      try (Trajectory trajectory = open(file)) {
        FrameBatch spread = trajectory.spread(10);
        assertEquals(10, spread.size());
        double before = -1;
        for (double[] positions : Decoded.of(trajectory, spread).positions()) {
          assertTrue(positions[0] > before);
          before = positions[0];
        }
        assertTrue(before > 1.7);
      }
    }
  }

  @Test
  void serialNumbersDoNotMatter() throws IOException {
    String text =
        "MODEL        1\n"
            + atom(99999, "CA", 1)
            + atom(0, "CB", 2).replace("ATOM      0", "ATOM  A0000")
            + atom(0, "CC", 3).replace("ATOM      0", "ATOM  ***** ".substring(0, 11))
            + atom(0, "CD", 4).replace("ATOM      0", "ATOM 100000")
            + atom(0, "NA", 5).replace("ATOM      0", "HETATM186a0")
            + "ANISOU    0  NA  ALA A   1     1000   1000   1000      0      0      0\n"
            + atom(1, "CE", 6)
            + "ENDMDL\n";
    Decoded two = Decoded.all(format, write(text + text.replace("99999", "    1")));
    assertEquals(2, two.size());
    for (int k = 0; k < 6; k++) {
      assertEquals((k + 1) / 10.0, two.positions().get(1)[3 * k], 1e-12);
    }
  }

  @Test
  void ofAlternateLocationsTheFirstIsKept() throws IOException {
    String model =
        "MODEL        1\n"
            + atom(1, "N", 1)
            + atom(2, "CA", 2).replace(" CA  ALA", " CA AALA")
            + atom(3, "CA", 3).replace(" CA  ALA", " CA BALA")
            + atom(4, "CB", 4).replace(" CB  ALA", " CB BALA")
            + atom(5, "CB", 5).replace(" CB  ALA", " CB CSER")
            + atom(6, "C", 6)
            + "ENDMDL\n";
    Path file = write(model + model);
    Decoded two = Decoded.all(format, file);
    double[] x = {.1, .2, .4, .6};
    for (int k = 0; k < 4; k++) {
      assertEquals(x[k], two.positions().get(1)[3 * k], 1e-12);
    }
    try (Trajectory trajectory = open(file)) {
      assertEquals(4, trajectory.atoms());
      assertEquals(
          List.of(file + ": 2 alternate locations of atoms are left out in each model"),
          trajectory.notes());
      Decoded last = Decoded.all(trajectory, new int[] {3}, 1, 5);
      assertEquals(.6, last.positions().get(1)[0], 1e-12);
    }
  }

  @Test
  void aModelWithoutABoxHasThatOfTheFirst() throws IOException {
    String model = "MODEL        1\n" + atom(1, "C", 1) + "ENDMDL\n";
    String other = CRYST1.replace("30.000", "35.000");
    Decoded all = Decoded.all(format, write(CRYST1 + model + model + other + model + model));
    double[] first = {3, 0, 0, 0, 4, 0, 0, 0, 5};
    double[] own = {3.5, 0, 0, 0, 4, 0, 0, 0, 5};
    assertArrayEquals(first, all.boxes().get(0), 1e-12);
    assertArrayEquals(first, all.boxes().get(1), 1e-12);
    assertArrayEquals(own, all.boxes().get(2), 1e-12);
    assertArrayEquals(first, all.boxes().get(3), 1e-12);
  }

  @Test
  void anglesMakeTheVectorsOfTheBox() throws IOException {
    String cell = "CRYST1   30.000   40.000   50.000  80.00  95.00 110.00 P 1           1\n";
    double[] box = Decoded.all(format, write(cell + atom(1, "C", 1) + "END\n")).boxes().get(0);
    double[] edges = {3, 4, 5};
    double[][] angles = {{1, 2, 80}, {0, 2, 95}, {0, 1, 110}};
    for (int v = 0; v < 3; v++) {
      assertEquals(edges[v], Math.sqrt(dot(box, v, v)), 1e-12);
      int a = (int) angles[v][0];
      int b = (int) angles[v][1];
      double cosine = dot(box, a, b) / edges[a] / edges[b];
      assertEquals(angles[v][2], Math.toDegrees(Math.acos(cosine)), 1e-10);
    }
    assertEquals(0, box[1]);
    assertEquals(0, box[2]);
    assertEquals(0, box[5]);
  }

  private static double dot(double[] box, int a, int b) {
    double sum = 0;
    for (int d = 0; d < 3; d++) {
      sum += box[3 * a + d] * box[3 * b + d];
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CRYST1    1.000    1.000    1.000  90.00  90.00  90.00 P 1           1",
        "CRYST1    0.000    0.000    0.000  90.00  90.00  90.00 P 1           1",
        "REMARK"
      })
  void aCellOfNoCrystalIsNoBox(String record) throws IOException {
    Path file = write(record + "\n" + atom(1, "C", 1) + "END\n");
    assertArrayEquals(new double[9], Decoded.all(format, file).boxes().get(0));
    try (Trajectory trajectory = open(file)) {
      assertEquals(Set.of(), trajectory.carries());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TITLE     ala2 t=   7.50000 step= 15000, 7.5",
    "REMARK   1 frame at t= 2 ns, 2000",
    "TITLE     VIRUS OF T=4 SYMMETRY, NaN",
    "REMARK    THIS IS A SIMULATION BOX, NaN"
  })
  void theTimeStandsInATitleOrARemark(String record, double time) throws IOException {
    String model = record + "\nMODEL        1\n" + atom(1, "C", 1) + "ENDMDL\n";
    assertEquals(List.of(time, time), Decoded.all(format, write(model + model)).times());
  }

  @Test
  void modelsOfOtherAtomsAreToldWithTheLine() throws IOException {
    String first = "MODEL        1\n" + atom(1, "CA", 1) + atom(2, "CB", 2) + "ENDMDL\n";
    assertTold(
        first + first.replace(" CB  ALA", " CG  ALA"),
        "frame 1, byte 180: line 7: atom 2 is 'CG  ALA', but 'CB  ALA' in the first model");
    assertTold(
        first + first.replace("ENDMDL", atom(3, "CG", 3) + "ENDMDL"),
        "frame 1, byte 180: 3 atoms, but 2 in the first frame (to line 9 of the file)");
    assertTold(
        first + first.replace(atom(2, "CB", 2), "") + first,
        "frame 1, byte 180: 1 atoms, but 2 in the first frame (to line 7 of the file)");
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    assertTold("HEADER\nEND\n", "no ATOM or HETATM record");
    assertTold("ATOM      1  CA  ALA\n", "frame 0: line 1: 'ATOM      1  CA  ALA' has no three");
    assertTold("MODEL        1\n" + atom(1, "CA", 1), "the file ends within its first frame");
    assertTold(
        atom(1, "CA", 1).replace("  1.000", "    nan") + "END\n",
        "frame 0, 'nan': the position of atom 1 is not a number");
    assertTold(
        "CRYST1   30.000   40.000\n" + atom(1, "CA", 1) + "END\n",
        "frame 0: the record 'CRYST1   30.000   40.000' has no three edges and three angles");
    assertTold(
        CRYST1.replace("90.00  90.00  90.00", "30.00  90.00 170.00") + atom(1, "CA", 1) + "END\n",
        "has no three edges and three angles of a box");
    Path file = write(atom(1, "CA", 1) + "END\n");
    TrajectoryOptions two = TrajectoryOptions.ofAtoms(2);
    String told = assertThrows(InputException.class, () -> format.open(file, two)).getMessage();
    assertTrue(told.contains("it has 1 atoms, the structure has 2"), told);
  }

  @Test
  void contentIsRecognisedBeforeTheName() throws IOException {
    byte[] head = Files.readAllBytes(Decoded.data("ala2-models.pdb"));
    assertEquals(3, format.recognises(head, "a.xyz"));
    assertEquals(2, format.recognises("REMARK x\n".getBytes(StandardCharsets.UTF_8), "a"));
    assertEquals(1, format.recognises(new byte[] {'x'}, "run.PDB"));
    assertEquals(0, format.recognises("ATOMS 1 2 3\n".getBytes(StandardCharsets.UTF_8), "a"));
  }

  private void assertTold(String text, String part) throws IOException {
    Path file = write(text);
    String told = assertThrows(InputException.class, () -> Decoded.all(format, file)).getMessage();
    assertTrue(told.startsWith(file + ": ") && told.contains(part), told);
    assertEquals(-1, told.indexOf('\n'));
  }

  private static String atom(int serial, String name, double x) {
    return String.format(
        Locale.ROOT,
        "ATOM  %5d  %-3s ALA A   1    %8.3f%8.3f%8.3f  1.00  0.00           C\n",
        serial,
        name,
        x,
        0.0,
        0.0);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "x", ".pdb"), text);
  }

  private Trajectory open(Path file) throws IOException {
    return format.open(file, TrajectoryOptions.ofAtoms(0));
  }
}
