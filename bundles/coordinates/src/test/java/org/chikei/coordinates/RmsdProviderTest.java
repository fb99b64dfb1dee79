package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job can say about a reference, and what it is told. */
class RmsdProviderTest {
  private static final RmsdProvider PROVIDER = new RmsdProvider();
  private static final double[][] REST = {
    {0, 0, 0}, {0.1, 0, 0}, {0.1, 0.2, 0}, {0, 0.2, 0.3}, {0.3, 0.1, 0.1}, {-0.1, 0.1, 0.2}
  };

  @TempDir Path folder;

  private final Structure structure = Requests.carbons(REST);

  private Path pdb(String name, int[] serials, double[] occupancies, double[] betas)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < serials.length; k++) {
      double[] x = REST[serials[k] - 1];
      text.append(
          String.format(
              Locale.ROOT,
              "ATOM  %5d  C   UNK A   1    %8.3f%8.3f%8.3f%6.2f%6.2f%n",
              serials[k],
              10 * x[0],
              10 * x[1],
              10 * x[2],
              occupancies[k],
              betas[k]));
    }
    return Files.writeString(folder.resolve(name), text.append("END\n"));
  }

  /** The first atoms, each moved a little. */
  private static double[][] moved(int[] numbers) {
    Random random = new Random(7);
    double[][] all = Scene.normal(random, REST.length, 0.03);
    double[][] moved = new double[numbers.length][3];
    for (int k = 0; k < numbers.length; k++) {
      for (int d = 0; d < 3; d++) {
        moved[k][d] = REST[numbers[k] - 1][d] + all[numbers[k] - 1][d];
      }
    }
    return moved;
  }

  private static double value(Coordinate coordinate, int... numbers) {
    return Scene.still(moved(numbers))
        .values(assertInstanceOf(CollectiveVariable.class, coordinate))[0];
  }

  private static double expected(double[] align, double[] displace, int... numbers) {
    double[] reference = new double[3 * numbers.length];
    for (int k = 0; k < numbers.length; k++) {
      System.arraycopy(REST[numbers[k] - 1], 0, reference, 3 * k, 3);
    }
    Alignment alignment = new Alignment(reference, align);
    Rmsd rmsd =
        new Rmsd(Scene.atoms(numbers.length), alignment, displace, Fitting.OPTIMAL, false, true);
    return Scene.still(moved(numbers)).values(rmsd)[0];
  }

  @Test
  void serialNumbersChooseTheAtoms() throws Exception {
    Path file = pdb("some.pdb", new int[] {2, 3, 5, 6}, ones(4), ones(4));
    CollectiveVariable variable =
        (CollectiveVariable) Requests.make(PROVIDER, structure, "reference", file);
    assertEquals(Requests.atoms(2, 3, 5, 6), variable.points());
    assertEquals("nm", variable.unit());
    assertEquals(expected(ones(4), ones(4), 2, 3, 5, 6), value(variable, 2, 3, 5, 6), 1e-15);
    Coordinate square = Requests.make(PROVIDER, structure, "reference", file, "squared", true);
    assertEquals("nm^2", square.unit());
  }

  @Test
  void someAtomsOfALargerFileAreLookedUpByTheirNumbers() throws Exception {
    Path file = pdb("all.pdb", new int[] {1, 2, 3, 4, 5, 6}, ones(6), ones(6));
    Coordinate variable =
        Requests.make(PROVIDER, structure, "reference", file, "atoms", Requests.atoms(6, 2, 5, 3));
    assertEquals(expected(ones(4), ones(4), 6, 2, 5, 3), value(variable, 6, 2, 5, 3), 1e-15);
  }

  @Test
  void theJobsStructureIsTheReferenceWhereNoFileIs() throws Exception {
    Coordinate variable = Requests.make(PROVIDER, structure, "atoms", Requests.atoms(1, 3, 4, 6));
    assertEquals(expected(ones(4), ones(4), 1, 3, 4, 6), value(variable, 1, 3, 4, 6), 1e-15);
    Point centre = Point.ofMean(new int[] {0, 1}, new double[] {1, 3}, "centre");
    List<Point> points = List.of(centre, Point.ofAtom(2), Point.ofAtom(3));
    CollectiveVariable ofCentre =
        (CollectiveVariable) Requests.make(PROVIDER, structure, "atoms", points);
    double[][] rest = {{0.075, 0, 0}, REST[2], REST[3]};
    assertEquals(0, Scene.still(rest).values(ofCentre)[0], 1e-16);
  }

  @Test
  void weightsAreEqualUnlessTheJobSaysMassesColumnsOrNumbers() throws Exception {
    int[] numbers = {1, 2, 3, 4};
    double[] occupancies = {1, 0.5, 2, 1};
    double[] betas = {0, 1, 1, 3};
    Path file = pdb("weights.pdb", numbers, occupancies, betas);
    String align = "alignment-weights";
    String displace = "displacement-weights";
    assertEquals(
        expected(ones(4), ones(4), numbers),
        value(Requests.make(PROVIDER, structure, "reference", file), numbers),
        1e-15);
    assertEquals(
        expected(occupancies, betas, numbers),
        value(
            Requests.make(PROVIDER, structure, "reference", file, align, "file", displace, "file"),
            numbers),
        1e-15);
    assertEquals(
        expected(new double[] {10, 20, 30, 40}, ones(4), numbers),
        value(Requests.make(PROVIDER, structure, "reference", file, align, "mass"), numbers),
        1e-15);
    assertEquals(
        expected(ones(4), new double[] {0, 0, 5, 0}, numbers),
        value(
            Requests.make(
                PROVIDER, structure, "reference", file, displace, List.of(0.0, 0.0, 5.0, 0.0)),
            numbers),
        1e-15);
    Path blank = pdb("blank.pdb", numbers, ones(4), new double[4]);
    assertEquals(
        expected(ones(4), ones(4), numbers),
        value(Requests.make(PROVIDER, structure, "reference", blank, displace, "file"), numbers),
        1e-15);
  }

  @Test
  void oneOfSeveralFramesIsChosen() throws Exception {
    String text =
        Files.readString(pdb("one.pdb", new int[] {1, 2, 3}, ones(3), ones(3)))
            + Files.readString(pdb("two.pdb", new int[] {4, 5, 6}, ones(3), ones(3)));
    Path file = Files.writeString(folder.resolve("both.pdb"), text);
    CollectiveVariable second =
        (CollectiveVariable) Requests.make(PROVIDER, structure, "reference", file, "frame", 2L);
    assertEquals(Requests.atoms(4, 5, 6), second.points());
    assertEquals(
        "frame: 3 of a file with 2 frames",
        Requests.refusal(PROVIDER, structure, "reference", file, "frame", 3L));
    assertEquals(
        "frame: there is no 'reference' file to take it from",
        Requests.refusal(PROVIDER, structure, "atoms", Requests.atoms(1, 2, 3), "frame", 2L));
  }

  @Test
  void whatCannotBeIsRefusedWithASentence() throws Exception {
    assertEquals(
        "atoms: missing; name the atoms, or a 'reference' that says which",
        Requests.refusal(PROVIDER, structure));
    Path file = pdb("some.pdb", new int[] {1, 2, 3, 4}, ones(4), ones(4));
    assertEquals(
        "atoms: atom 6 is not in " + file,
        Requests.refusal(PROVIDER, structure, "reference", file, "atoms", Requests.atoms(1, 2, 6)));
    assertEquals(
        "displacement-weights: there is no 'reference' file to take them from; write 'equal',"
            + " 'mass' or numbers",
        Requests.refusal(
            PROVIDER, structure, "atoms", Requests.atoms(1, 2, 3), "displacement-weights", "file"));
    assertEquals(
        "alignment-weights: 2 for 3 points; give one for each",
        Requests.refusal(
            PROVIDER,
            structure,
            "atoms",
            Requests.atoms(1, 2, 3),
            "alignment-weights",
            List.of(1.0, 1.0)));
    Path single = pdb("single.pdb", new int[] {1}, ones(1), ones(1));
    InputException one =
        assertThrows(
            InputException.class, () -> Requests.make(PROVIDER, structure, "reference", single));
    assertTrue(one.getMessage().endsWith("has one atom; at least two are needed"));
  }

  @Test
  void aReferenceThatLeavesTheRotationOpenIsRefused() throws Exception {
    List<Point> four = Requests.atoms(1, 2, 3, 4);
    String line =
        Requests.refusal(
            PROVIDER, structure, "atoms", four, "alignment-weights", List.of(1.0, 1.0, 0.0, 0.0));
    assertTrue(line.contains("on one line"), line);
    String place =
        Requests.refusal(
            PROVIDER, structure, "atoms", four, "alignment-weights", List.of(1.0, 0.0, 0.0, 0.0));
    assertTrue(place.contains("at one place"), place);
    // without a rotation one atom is enough, and a line that is watched alone is one
    Requests.make(
        PROVIDER,
        structure,
        "atoms",
        four,
        "alignment-weights",
        List.of(1.0, 0.0, 0.0, 0.0),
        "fit",
        "centre");
    Requests.make(PROVIDER, structure, "atoms", Requests.atoms(1, 2));
  }

  @Test
  void aStructureWithoutPositionsIsNoReference() throws Exception {
    Structure bare = new Structure(structure.atoms(), List.of(), false, null, "bare");
    assertThrows(
        ParameterException.class,
        () -> Requests.make(PROVIDER, bare, "atoms", Requests.atoms(1, 2, 3)));
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
