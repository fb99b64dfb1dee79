package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;

/** Whole molecules in frames of a real run against the values and derivatives of PLUMED. */
class PlumedAgreementTest {
  /** PLUMED printed 14 digits. */
  private static final double TOLERANCE = 1e-12;

  private static final double[] MASSES = {
    1.008, 12.01, 1.008, 1.008, 12.01, 16, 14.01, 1.008, 12.01, 1.008, 12.01, 1.008, 1.008, 1.008,
    12.01, 16, 14.01, 1.008, 12.01, 1.008, 1.008, 1.008
  };

  private static final double[] BOX = {5, 0, 0, 0, 5, 0, 0, 0, 5};

  private static Path file(String name) {
    try {
      return Path.of(PlumedAgreementTest.class.getResource("alignment/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lines(String name) throws IOException {
    return Files.readAllLines(file(name)).stream().filter(l -> !l.startsWith("#")).toList();
  }

  private static double[][][] frames() throws IOException {
    List<double[][]> frames = new ArrayList<>();
    for (String line : lines("frames.txt")) {
      String[] words = line.split(" ");
      double[][] frame = new double[words.length / 3][3];
      for (int k = 0; k < words.length; k++) {
        frame[k / 3][k % 3] = Double.parseDouble(words[k]);
      }
      frames.add(frame);
    }
    return frames.toArray(double[][][]::new);
  }

  private static Structure structure() {
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < MASSES.length; i++) {
      atoms.add(new Atom(i + 1, "", "X", "", 0, "", MASSES[i]));
    }
    return new Structure(atoms, List.of(), false, null, "test");
  }

  /** The coordinate that one of PLUMED's is named after. */
  private static Coordinate coordinate(String name) throws ParameterException, IOException {
    String[] words = name.split("_");
    boolean masses = name.endsWith("_m");
    if (words[0].equals("g")) {
      String type = name.substring(2, name.length() - (masses ? 2 : 0));
      boolean trace = type.equals("TRACE");
      int[] all = new int[22];
      Arrays.setAll(all, i -> i + 1);
      return Requests.make(
          new GyrationProvider(),
          structure(),
          "atoms",
          Requests.atoms(all),
          "component",
          trace ? "inertia" : type.toLowerCase(Locale.ROOT).replace('_', '-'),
          "weights",
          masses ? "mass" : "equal");
    }
    if (words[0].equals("drmsd") || words[0].equals("drmsd2")) {
      boolean squared = words[0].endsWith("2");
      return Requests.make(
          new DistanceRmsdProvider(),
          structure(),
          "reference",
          file("even.pdb"),
          "lower-cutoff",
          squared ? 0.2 : 0.1,
          "upper-cutoff",
          squared ? 0.35 : 0.8,
          "squared",
          squared);
    }
    if (words[0].startsWith("pca")) {
      boolean simple = words[0].equals("pcas");
      String which = words[1].substring(words[1].length() - 1);
      return Requests.make(
          new PrincipalComponentProvider(),
          structure(),
          "reference",
          file(words[0].equals("pca") ? "vectors-even.pdb" : "vectors-uneven.pdb"),
          "component",
          words[1].equals("residual") ? "residual" : Long.valueOf(which),
          "weighted",
          !simple,
          "fit",
          simple ? "centre" : "optimal",
          "alignment-weights",
          "file",
          "displacement-weights",
          "file");
    }
    return Requests.make(
        new RmsdProvider(),
        structure(),
        "reference",
        file(words[2] + ".pdb"),
        "fit",
        words[1].equals("SIMPLE") ? "centre" : "optimal",
        "squared",
        words[0].equals("r2"),
        "alignment-weights",
        "file",
        "displacement-weights",
        "file");
  }

  private static Scene scene(CollectiveVariable variable) throws IOException {
    List<Point> points = variable.points();
    double[] masses = points.stream().mapToDouble(p -> MASSES[p.atom(0)]).toArray();
    double[][][] frames = frames();
    double[][] boxes = new double[frames.length][];
    for (int j = 0; j < frames.length; j++) {
      double[][] all = frames[j];
      frames[j] = points.stream().map(p -> all[p.atom(0)]).toArray(double[][]::new);
      boxes[j] = BOX;
    }
    return Scene.ofAtoms(frames, null, boxes, masses);
  }

  private static double[] values(Coordinate coordinate) throws IOException {
    if (coordinate instanceof CollectiveVariable variable) {
      return scene(variable).values(variable);
    }
    Residual residual = (Residual) coordinate;
    int n = residual.components().size();
    double[][] of = new double[n][];
    for (int k = 0; k < n; k++) {
      of[k] = values(residual.components().get(k));
    }
    double[] values = new double[of[0].length];
    residual.evaluate(values.length, of, values, new double[n][values.length], null);
    return values;
  }

  @Test
  void valuesAgreeToTheDigitsPrinted() throws IOException, ParameterException {
    List<String> rows = lines("plumed-values.csv");
    assertEquals(40, rows.size());
    for (String row : rows) {
      String[] words = row.split(",");
      double[] values = values(coordinate(words[0]));
      double factor = words[0].startsWith("g_TRACE") ? 2 : 1;
      for (int j = 0; j < words.length - 1; j++) {
        double expected = Double.parseDouble(words[j + 1]);
        // eigenvalues are differences of numbers near 0.01; of distances, positions and vectors of
        // a reference PLUMED's DRMSD and PCAVARS keep six digits
        double tolerance =
            words[0].startsWith("pcas")
                ? 2e-6
                : words[0].matches("(drmsd|pca).*")
                    ? 5e-7
                    : TOLERANCE * Math.max(0.1, Math.abs(expected));
        assertEquals(expected, factor * values[j], tolerance, words[0]);
      }
    }
  }

  @Test
  void derivativesAgreeToTheDigitsPrinted() throws IOException, ParameterException {
    List<String> rows = lines("plumed-derivatives.csv");
    assertTrue(rows.size() >= 20);
    for (String row : rows) {
      String[] words = row.split(",");
      CollectiveVariable variable = (CollectiveVariable) coordinate(words[0]);
      Scene scene = scene(variable);
      DerivativeBlock out = new DerivativeBlock(scene.block().stride(), scene.points(), 1);
      variable.evaluate(scene.block(), out);
      Terms terms = new Terms(scene, out);
      int frame = Integer.parseInt(words[1]);
      assertEquals(3 * scene.points(), words.length - 2);
      for (int k = 0; k < words.length - 2; k++) {
        double expected = Double.parseDouble(words[k + 2]);
        assertEquals(expected, terms.gradient(frame, k / 3, k % 3), 10 * TOLERANCE, words[0]);
      }
    }
  }
}
