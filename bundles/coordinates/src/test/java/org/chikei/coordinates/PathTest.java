package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 1.008};

  @TempDir Path folder;

  private static Path resource(String name) throws Exception {
    return Path.of(PathTest.class.getResource(name).toURI());
  }

  private static Structure structure(int atoms) {
    return Requests.carbons(new double[atoms][3]);
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split("[ ,]"))
        .filter(word -> word.matches("[-+.0-9].*"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static Map<String, double[]> table(String name) throws Exception {
    Map<String, double[]> table = new LinkedHashMap<>();
    for (String line : Files.readAllLines(resource(name))) {
      if (!line.startsWith("#")) {
        int comma = line.indexOf(',');
        table.put(line.substring(0, comma), numbers(line.substring(comma + 1)));
      }
    }
    return table;
  }

  /** The atoms of the path in the frames of a run. */
  private static double[][][] frames() throws Exception {
    int[] atoms = {1, 5, 6, 7, 9, 11, 15, 16, 17, 19};
    List<double[][]> frames = new ArrayList<>();
    for (String line : Files.readAllLines(resource("alignment/frames.txt"))) {
      if (!line.startsWith("#")) {
        double[] all = numbers(line);
        double[][] x = new double[atoms.length][];
        for (int p = 0; p < atoms.length; p++) {
          x[p] = Arrays.copyOfRange(all, 3 * atoms[p] - 3, 3 * atoms[p]);
        }
        frames.add(x);
      }
    }
    return frames.toArray(double[][][]::new);
  }

  private static Coordinate ofRun(String file, double lambda, String component, Object... more)
      throws Exception {
    Object[] given = {
      "frames",
      resource("path/" + file),
      "lambda",
      lambda,
      "component",
      component,
      "alignment-weights",
      "file",
      "displacement-weights",
      "file"
    };
    Object[] all = Arrays.copyOf(given, given.length + more.length);
    System.arraycopy(more, 0, all, given.length, more.length);
    return Requests.make(new PathProvider(), structure(22), all);
  }

  @Test
  void ofStructuresItAgreesWithPlumed() throws Exception {
    Map<String, double[]> values = table("path/plumed-values.csv");
    double[][][] frames = frames();
    double[] masses = new double[10];
    Arrays.fill(masses, 12);
    for (String name : List.of("e.sss", "e.zzz", "u.sss", "u.zzz", "w.X", "w.zzz")) {
      boolean even = name.startsWith("e");
      String component = name.endsWith("zzz") ? "z" : "s";
      Object[] more = name.equals("w.X") ? new Object[] {"property", "X"} : new Object[0];
      CollectiveVariable variable =
          (CollectiveVariable)
              ofRun(even ? "path-even.pdb" : "path-uneven.pdb", even ? 500 : 2000, component, more);
      Terms terms = Scene.ofAtoms(frames, null, null, masses).evaluate(variable);
      for (int f = 0; f < frames.length; f++) {
        // 14 digits are printed
        assertEquals(values.get(name)[f], terms.value(f), 1e-11, name + " " + f);
      }
    }
    for (String line : Files.readAllLines(resource("path/plumed-derivatives.csv"))) {
      if (line.startsWith("#")) {
        continue;
      }
      boolean even = line.startsWith("e");
      CollectiveVariable variable =
          (CollectiveVariable)
              ofRun(
                  even ? "path-even.pdb" : "path-uneven.pdb",
                  even ? 500 : 2000,
                  line.substring(2).startsWith("z") ? "z" : "s");
      Terms terms = Scene.ofAtoms(frames, null, null, masses).evaluate(variable);
      double[] row = numbers(line);
      int f = (int) row[0];
      for (int k = 0; k < 30; k++) {
        assertEquals(row[k + 1], terms.gradient(f, k / 3, k % 3), 1e-10, line);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"c, 1, 1", "n, 0.5, 2"})
  void ofCoordinatesItAgreesWithPlumed(String name, double c1, double c2) throws Exception {
    Map<String, double[]> values = table("path/plumed-values.csv");
    double[][] torsions = {values.get("phi"), values.get("psi")};
    for (String component : List.of("s", "z")) {
      CompositeVariable variable =
          ofTorsions(
              "frames",
              resource("path/path-even.pdb"),
              "lambda",
              3.0,
              "component",
              component,
              "coefficients",
              List.of(c1, c2));
      double[] value = new double[6];
      variable.evaluate(6, torsions, value, new double[2][6], null);
      for (int f = 0; f < 6; f++) {
        // PLUMED keeps the points of the path to six digits
        assertEquals(values.get(name + "_" + component + "path")[f], value[f], 1e-5);
      }
    }
  }

  private static CompositeVariable ofTorsions(Object... more)
      throws ParameterException, IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDeclaration parameter : new PathProvider().declaration().parameters()) {
      parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value));
    }
    values.put("of", List.of("phi", "psi"));
    for (int k = 0; k < more.length; k += 2) {
      values.put((String) more[k], more[k + 1]);
    }
    List<Coordinate> torsions =
        List.of(new Torsion(Scene.atoms(4), true), new Torsion(Scene.atoms(5).subList(1, 5), true));
    return (CompositeVariable)
        new PathProvider()
            .create(new CoordinateRequest("r", new Parameters(values), Optional.empty(), torsions));
  }

  @ParameterizedTest
  @CsvSource({
    "s,optimal,equal",
    "z,optimal,equal",
    "s,optimal,mass",
    "z,centre,equal",
    "s,centre,mass",
    "s,none,equal",
    "z,none,mass"
  })
  void derivativesAreDifferenceQuotients(String component, String fit, String weights)
      throws Exception {
    Random random = new Random(61);
    for (int n = 0; n < 30; n++) {
      int points = 3 + n % 3;
      double[][][] frames = ReactionPaths.waves(random, 3 + n % 4, points);
      Path file = ReactionPaths.write(folder.resolve("path.xyz"), frames);
      CollectiveVariable variable =
          (CollectiveVariable)
              Requests.make(
                  new PathProvider(),
                  structure(points),
                  "frames",
                  file,
                  "component",
                  component,
                  "fit",
                  fit,
                  "displacement-weights",
                  weights);
      for (int k = 0; k < 10; k++) {
        double[][] x = frames[random.nextInt(frames.length)].clone();
        double[][] noise = Scene.normal(random, points, 0.02);
        for (int p = 0; p < points; p++) {
          x[p] = x[p].clone();
          for (int d = 0; d < 3; d++) {
            x[p][d] += noise[p][d];
          }
        }
        Differences.check(variable, x, Arrays.copyOf(MASSES, points), 0.005, random);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s", "z"})
  void derivativesByOtherCoordinatesAreDifferenceQuotients(String component) throws Exception {
    Random random = new Random(62);
    CompositeVariable variable =
        ofTorsions(
            "points",
            List.of(
                List.of(3.0, -1.0), List.of(-2.5, -0.5), List.of(-2.0, 0.5), List.of(-1.0, 1.0)),
            "lambda",
            2.0,
            "coefficients",
            List.of(0.7, 1.3),
            "component",
            component);
    double h = 1e-3;
    for (int n = 0; n < 300; n++) {
      double a = -2 + random.nextGaussian() * 0.7;
      double b = random.nextGaussian();
      double[][] moved = new double[2][25];
      for (int k = 0; k < 25; k++) {
        moved[0][k] = a + h * (k % 5 - 2);
        moved[1][k] = b + h * (k / 5 - 2);
      }
      double[] v = new double[25];
      double[][] first = new double[2][25];
      double[][][] second = {{new double[25]}, {new double[25], new double[25]}};
      variable.evaluate(25, moved, v, first, second);
      assertEquals(slope(v, 12, 1, h), first[0][12], 1e-7);
      assertEquals(slope(v, 12, 5, h), first[1][12], 1e-7);
      assertEquals(slope(first[0], 12, 1, h), second[0][0][12], 1e-7);
      assertEquals(slope(first[0], 12, 5, h), second[1][0][12], 1e-7);
      assertEquals(slope(first[1], 12, 5, h), second[1][1][12], 1e-7);
    }
  }

  private static double slope(double[] f, int at, int step, double h) {
    return (8 * (f[at + step] - f[at - step]) - (f[at + 2 * step] - f[at - 2 * step])) / (12 * h);
  }

  @Test
  void roundTheCircleNothingChanges() throws Exception {
    CompositeVariable variable =
        ofTorsions("points", List.of(List.of(3.0, 0.0), List.of(-3.0, 0.1)), "lambda", 9.0);
    double[] value = new double[2];
    double turn = 2 * Math.PI;
    variable.evaluate(
        2, new double[][] {{3.1, 3.1 - turn}, {0, turn}}, value, new double[2][2], null);
    assertEquals(value[0], value[1], 1e-14);
    assertTrue(value[0] > 1.2 && value[0] < 1.8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 1e4, 1e8, 1e12})
  void noExponentIsTooLarge(double lambda) throws Exception {
    double[][][] frames = frames();
    double[] masses = new double[10];
    Arrays.fill(masses, 12);
    double smallest = Double.POSITIVE_INFINITY;
    Terms s =
        Scene.ofAtoms(frames, null, null, masses)
            .evaluate((CollectiveVariable) ofRun("path-even.pdb", lambda, "s"));
    Terms z =
        Scene.ofAtoms(frames, null, null, masses)
            .evaluate((CollectiveVariable) ofRun("path-even.pdb", lambda, "z"));
    for (int f = 0; f < frames.length; f++) {
      assertTrue(s.value(f) >= 1 && s.value(f) <= 8);
      assertTrue(Double.isFinite(s.metric(f)));
      assertTrue(Double.isFinite(s.laplacian(f)));
      assertTrue(Double.isFinite(z.laplacian(f)));
      if (lambda >= 1e8) {
        assertEquals(Math.rint(s.value(f)), s.value(f), 1e-12);
        assertTrue(z.value(f) > 0);
      }
      smallest = Math.min(smallest, z.value(f));
    }
    if (lambda == 1e-6) {
      // all frames count alike: s = 4.5, z = −ln 8/λ
      assertEquals(4.5, s.value(0), 1e-6);
      assertEquals(-Math.log(8) / lambda, smallest, 1);
    }
  }

  @Test
  void withoutLambdaItIsThatOfTheFrames() throws Exception {
    double[][][] line = new double[4][3][3];
    for (int f = 0; f < 4; f++) {
      line[f] = new double[][] {{0.1, 0, 0}, {0.05 * f, 0.1, 0}, {0, 0, 0.1}};
    }
    Path file = ReactionPaths.write(folder.resolve("line.xyz"), line);
    Coordinate path =
        Requests.make(new PathProvider(), structure(3), "frames", file, "fit", "none");
    // one atom of three moves by 0.05 nm
    assertEquals(
        List.of(
            "lambda is 2760.00 1/nm^2, 2.3 over the mean square deviation of frames that follow"
                + " each other"),
        path.notes());
    Coordinate torsions = ofTorsions("points", List.of(List.of(3.0, 0.0), List.of(-3.0, 0.0)));
    double gap = 2 * Math.PI - 6;
    assertTrue(
        torsions
            .notes()
            .get(0)
            .startsWith(String.format("lambda is %.6g 1/rad^2", 2.3 / gap / gap)),
        torsions.notes().toString());
  }

  @Test
  void aFrameThatIsNoNumberHasNoValue() throws Exception {
    double[][][] frames = frames();
    frames[1][3][2] = Double.NaN;
    double[] masses = new double[10];
    Arrays.fill(masses, 12);
    Terms s =
        Scene.ofAtoms(frames, null, null, masses)
            .evaluate((CollectiveVariable) ofRun("path-even.pdb", 500, "s"));
    assertTrue(Double.isNaN(s.value(1)));
    assertTrue(Double.isNaN(s.laplacian(1)));
    assertTrue(Double.isFinite(s.value(0)));
    assertTrue(Double.isFinite(s.value(2)));
  }

  private String refused(String text, Object... more) throws Exception {
    Path file = Files.writeString(folder.resolve("bad"), text);
    Object[] all = Arrays.copyOf(more, more.length + 2);
    all[more.length] = "frames";
    all[more.length + 1] = file;
    try {
      return Requests.refusal(new PathProvider(), structure(3), all);
    } catch (InputException e) {
      return e.getMessage().replace(folder.resolve("bad") + ": ", "");
    }
  }

  @Test
  void filesThatAreNoPathAreRefused() throws Exception {
    String one = "3\n\nC 0 0 0\nC 1 0 0\nC 0 1 0\n";
    String two = "3\n\nC 0 0 0\nC 1 0 0\nC 0 1.2 0\n";
    assertEquals("accepted", refused(one + two));
    assertEquals("holds one frame; a path needs two or more", refused(one));
    assertEquals(
        "frame 2, line 6: is the same as the frame before; leave it out",
        refused(one + one.replace("1 0 0", "1.0 0 0") + two));
    assertEquals(
        "frame 2, line 6: is the same as the frame before; leave it out", refused(one + one));
    assertEquals(
        "frame 2, line 6: atom 2 is N, but in the first frame it is C",
        refused(one + two.replace("C 1", "N 1")));
    assertEquals(
        "frame 2, line 6: 2 atoms, but the first frame has 3",
        refused(one + "2\n\nC 0 0 0\nC 1 0 0\n"));
    assertEquals(
        "line 9: the y coordinate 'nan' is no finite number",
        refused(one + two.replace("C 1 0", "C 1 nan")));
    assertEquals(
        "frame 1, line 1: does not say 'X=' in a REMARK or comment line",
        refused(one + two, "property", "X"));
    assertEquals(
        "points: goes with 'of' alone; name the coordinates",
        refused(one + two, "points", List.of(List.of(1.0), List.of(2.0))));
    assertEquals(
        "frames: missing; name the file of the frames",
        Requests.refusal(new PathProvider(), structure(3)));
  }

  @Test
  void pointsThatAreNoPathAreRefused() {
    Object[][] bad = {
      {"points", List.of(List.of(1.0, 2.0), List.of(1.0))},
      {"points", List.of(List.of(1.0, 2.0), List.of(1.0, 2.0))},
      {"points", List.of(List.of(1.0, 2.0), List.of(2.0, 2.0)), "coefficients", List.of(1.0)},
      {"points", List.of(List.of(1.0, 2.0), List.of(2.0, 2.0)), "property", "X"}
    };
    String[] keys = {"points", "points", "coefficients", "property"};
    for (int k = 0; k < bad.length; k++) {
      Object[] values = bad[k];
      ParameterException e = assertThrows(ParameterException.class, () -> ofTorsions(values));
      assertEquals(keys[k], e.parameter());
    }
  }
}
