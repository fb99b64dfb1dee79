package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.math3.dfp.Dfp;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentTest {
  private static final PrincipalComponentProvider PROVIDER = new PrincipalComponentProvider();
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 32.06};
  private static final double[] EQUAL = {1, 1, 1, 1, 1};
  private static final double[] SOME = {1, 2, 0, 1, 1.5};

  @TempDir Path folder;

  /** XYZ in Å of positions in nm. */
  private Path xyz(String name, double[][]... frames) throws IOException {
    StringBuilder text = new StringBuilder();
    for (double[][] frame : frames) {
      text.append(frame.length).append("\n\n");
      for (double[] x : frame) {
        text.append(
            String.format(Locale.ROOT, "C %.17g %.17g %.17g%n", 10 * x[0], 10 * x[1], 10 * x[2]));
      }
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private Coordinate make(Path reference, Object... more) throws ParameterException, IOException {
    Structure structure = Requests.carbons(new double[5][3]);
    Object[] all = new Object[more.length + 2];
    all[0] = "reference";
    all[1] = reference;
    System.arraycopy(more, 0, all, 2, more.length);
    return Requests.make(PROVIDER, structure, all);
  }

  private static double[] flat(double[][] x) {
    return Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[][] displaced(double[][] reference, double scale, Random random) {
    double[][] x = Scene.normal(random, reference.length, scale);
    for (int p = 0; p < x.length; p++) {
      for (int d = 0; d < 3; d++) {
        x[p][d] += reference[p][d];
      }
    }
    return Geometry.move(x, Geometry.rotation(random), 0.3, -0.1, 0.2);
  }

  @ParameterizedTest
  @CsvSource({"OPTIMAL, true", "OPTIMAL, false", "CENTRE, true", "NONE, true"})
  void derivativesAreDifferenceQuotients(Fitting fitting, boolean even) {
    Random random = new Random(121);
    for (int n = 0; n < 200; n++) {
      double[][] reference = Scene.normal(random, 5, 0.15);
      double[][] vector = Scene.normal(random, 5, 0.5);
      double[][] x = displaced(reference, 0.04, random);
      Alignment alignment = new Alignment(flat(reference), even ? EQUAL : SOME);
      Projection projection =
          new Projection(Scene.atoms(5), "nm", alignment, flat(vector), fitting, true);
      double stiffness = stiffness(alignment, x);
      if (stiffness > 0.1) {
        Differences.check(projection, x, MASSES, 0.1 * stiffness, random);
      }
    }
  }

  /** The smallest of the eigenvalues by which the rotation is held, in parts of the largest. */
  private static double stiffness(Alignment alignment, double[][] x) {
    double[] k = new double[9];
    double square = 0;
    double[][] y = Geometry.move(x, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 0, 0, 0);
    for (int p = 0; p < x.length; p++) {
      for (int d = 0; d < 3; d++) {
        for (int e = 0; e < 3; e++) {
          k[3 * d + e] += y[p][d] * alignment.torques()[3 * p + e];
        }
        square += y[p][d] * y[p][d];
      }
    }
    Superposition superposition = new Superposition(alignment);
    superposition.solve(k, square);
    SymmetricMatrix compliance = new SymmetricMatrix(3);
    System.arraycopy(superposition.compliance(), 0, compliance.entries, 0, 9);
    compliance.solve();
    return compliance.values[2] / compliance.values[0];
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-3, 1e-5})
  void nearlyEquallyGoodRotationsKeepTheDigitsThatThereAre(double gap) {
    Random random = new Random(122);
    double[][] reference = Scene.normal(random, 5, 0.2);
    PrincipalAxes.stretch(reference, SOME, 0.3, 0.2, 0.2);
    double[][] mirrored = Arrays.stream(reference).map(double[]::clone).toArray(double[][]::new);
    PrincipalAxes.stretch(mirrored, SOME, 0.3, 0.2, 0.2 * (1 - gap));
    for (double[] point : mirrored) {
      point[2] = -point[2];
    }
    double[][] vector = Scene.normal(random, 5, 1);
    double[][] x = Geometry.move(mirrored, Geometry.rotation(random), 0.1, 0, -0.1);
    PreciseAlignment precise = new PreciseAlignment(reference, SOME);
    Projection projection =
        new Projection(
            Scene.atoms(5),
            "nm",
            new Alignment(flat(reference), SOME),
            flat(vector),
            Fitting.OPTIMAL,
            true);
    PreciseCheck.check(
        projection,
        y -> {
          Dfp[][] aligned = precise.aligned(y);
          Dfp sum = Precise.FIELD.getZero();
          for (int p = 0; p < 5; p++) {
            for (int d = 0; d < 3; d++) {
              Dfp displacement = aligned[p][d].subtract(precise.reference()[p][d]);
              sum = sum.add(displacement.multiply(Precise.FIELD.newDfp(vector[p][d])));
            }
          }
          return sum;
        },
        x,
        MASSES,
        0.1 * gap,
        1e-13 / gap,
        random);
  }

  @Test
  void theWayToAnotherStructureIsZeroAtTheOneAndOneAtTheOther() throws Exception {
    Random random = new Random(123);
    double[][] here = Scene.normal(random, 5, 0.15);
    double[][] there = displaced(here, 0.03, random);
    Path file = xyz("ways.xyz", here, there);
    CollectiveVariable way = (CollectiveVariable) make(file, "form", "difference");
    assertEquals("", way.unit());
    double[][] turned = Geometry.move(there, Geometry.rotation(random), 1, 2, 3);
    double[] values =
        Scene.ofAtoms(new double[][][] {here, there, turned}, null, null, 1, 1, 1, 1, 1)
            .values(way);
    assertEquals(0, values[0], 1e-13);
    assertEquals(1, values[1], 1e-12);
    assertEquals(1, values[2], 1e-12);
    CollectiveVariable length = (CollectiveVariable) make(file, "form", "normalised-difference");
    Rmsd rmsd =
        new Rmsd(
            Scene.atoms(5), new Alignment(flat(here), EQUAL), EQUAL, Fitting.OPTIMAL, false, true);
    assertEquals(
        Math.sqrt(5) * Scene.still(there).values(rmsd)[0],
        Scene.still(there).values(length)[0],
        1e-13);
  }

  @Test
  void vectorsAreNormalisedUnlessTheirNumbersCount() throws Exception {
    Random random = new Random(124);
    double[][] reference = Scene.normal(random, 5, 0.15);
    double[][] vector = Scene.normal(random, 5, 0.3);
    double length = 0;
    for (double component : flat(vector)) {
      length += component * component;
    }
    length = Math.sqrt(length);
    Scene scene = Scene.still(displaced(reference, 0.03, random));
    Path apart = xyz("reference.xyz", reference);
    Path vectors = xyz("vectors.xyz", reference, vector);
    CollectiveVariable unit =
        (CollectiveVariable)
            make(apart, "vectors", vectors, "component", 2L, "form", "normalised-as-given");
    CollectiveVariable given =
        (CollectiveVariable) make(xyz("both.xyz", reference, vector), "form", "as-given");
    // the file has ten times the numbers
    assertEquals(scene.values(unit)[0] * 10 * length, scene.values(given)[0], 1e-12, "as given");
    // a shift of all atoms is no part of a vector that is centred
    double[][] shifted = Geometry.move(vector, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 1, 2, 3);
    CollectiveVariable here = (CollectiveVariable) make(xyz("a.xyz", reference, vector));
    CollectiveVariable there = (CollectiveVariable) make(xyz("b.xyz", reference, shifted));
    assertEquals(scene.values(here)[0], scene.values(there)[0], 1e-14);
  }

  @Test
  void theResidualIsWhatOrthogonalVectorsLeave() throws Exception {
    Random random = new Random(125);
    double[][] reference = Scene.normal(random, 5, 0.15);
    double[][] first = new double[5][3];
    first[0][0] = 1;
    double[][] second = new double[5][3];
    second[3][1] = 2;
    Path file = xyz("modes.xyz", reference, first, second);
    Residual residual = (Residual) make(file, "component", "residual");
    double[][] x = displaced(reference, 0.03, random);
    double[] parts = new double[3];
    for (int k = 0; k < 3; k++) {
      parts[k] = Scene.still(x).values((CollectiveVariable) residual.components().get(k))[0];
    }
    double[] value = new double[1];
    double[][] at = {{parts[0]}, {parts[1]}, {parts[2]}};
    double[][] slopes = new double[3][1];
    double[][][] bends = new double[3][3][1];
    residual.evaluate(1, at, value, slopes, bends);
    double expected = Math.sqrt(5 * parts[0] - parts[1] * parts[1] - parts[2] * parts[2]);
    assertEquals(expected, value[0], 1e-15);
    // √(5 a − b² − c²) by differences over five points
    for (int a = 0; a < 3; a++) {
      assertEquals(slope(residual, parts, a), slopes[a][0], 1e-7 * Math.abs(slopes[a][0]) + 1e-9);
      for (int b = 0; b <= a; b++) {
        double h = 1e-3 * Math.abs(parts[b]);
        double[] up = parts.clone();
        double[] down = parts.clone();
        up[b] += h;
        down[b] -= h;
        double bend = (slope(residual, up, a) - slope(residual, down, a)) / (2 * h);
        assertEquals(bend, bends[a][b][0], 1e-3 * (Math.abs(bend) + 1));
      }
    }
  }

  private static double slope(Residual residual, double[] parts, int a) {
    double h = 1e-3 * Math.abs(parts[a]);
    double[] f = new double[4];
    double[] steps = {-2, -1, 1, 2};
    for (int k = 0; k < 4; k++) {
      double[][] at = {{parts[0]}, {parts[1]}, {parts[2]}};
      at[a][0] += steps[k] * h;
      double[] value = new double[1];
      residual.evaluate(1, at, value, new double[3][1], null);
      f[k] = value[0];
    }
    return (8 * (f[2] - f[1]) - (f[3] - f[0])) / (12 * h);
  }

  @Test
  void whereNothingIsLeftTheResidualIsZeroWithoutASlope() throws Exception {
    double[][] reference = Scene.normal(new Random(126), 5, 0.15);
    Path file = xyz("one.xyz", reference, Scene.normal(new Random(127), 5, 1));
    Residual residual = (Residual) make(file, "component", "residual");
    double[] value = new double[2];
    double[][] slopes = new double[2][2];
    // 5 R₀ = p², and less than that
    residual.evaluate(2, new double[][] {{0.2, 0.2}, {1, 1.1}}, value, slopes, null);
    assertEquals(0, value[0], 1e-7);
    assertTrue(Double.isNaN(slopes[0][0]));
    assertTrue(Double.isNaN(value[1]));
  }

  @Test
  void groupsThatShareAtomsAreFollowedByTheSharedMachinery() {
    List<Point> groups =
        List.of(
            Point.ofMean(new int[] {0, 1}, new double[] {2, 1}, "A"),
            Point.ofMean(new int[] {1, 2}, new double[] {1, 1}, "B"),
            Point.ofMean(new int[] {3, 4}, new double[] {1, 4}, "C"),
            Point.ofAtom(4));
    Random random = new Random(128);
    double[] reference = flat(Scene.normal(random, 4, 0.3));
    double[] vector = flat(Scene.normal(random, 4, 0.5));
    Alignment alignment = new Alignment(reference, new double[] {1, 1, 2, 1});
    Overlap.check(
        new Projection(groups, "nm", alignment, vector, Fitting.OPTIMAL, true), MASSES, random);
  }

  @Test
  void whatCannotBeIsRefusedWithASentence() throws Exception {
    Random random = new Random(129);
    double[][] reference = Scene.normal(random, 5, 0.15);
    double[][] vector = Scene.normal(random, 5, 1);
    Path alone = xyz("alone.xyz", reference);
    Path two = xyz("two.xyz", reference, vector);
    assertEquals(
        "vectors: missing, and the reference file has no other frame than the reference",
        refusal(alone));
    assertEquals("component: 2, but the file has 1 vectors", refusal(two, "component", 2L));
    assertEquals(
        "form: 'difference' vectors leave no residual; write 'form: normalised'",
        refusal(two, "component", "residual", "form", "difference"));
    Path zero = xyz("zero.xyz", reference, new double[5][3]);
    InputException nothing = assertThrows(InputException.class, () -> make(zero));
    assertTrue(nothing.getMessage().contains("the vector is zero"), nothing.getMessage());
    double[][] line = {{0, 0, 0}, {0.1, 0, 0}, {0.2, 0, 0}, {0.3, 0, 0}, {0.5, 0, 0}};
    assertTrue(refusal(xyz("line.xyz", line, vector)).contains("on one line"));
  }

  private String refusal(Path reference, Object... more) throws IOException {
    try {
      make(reference, more);
      return "accepted";
    } catch (ParameterException e) {
      return e.parameter() + ": " + e.getMessage();
    }
  }
}
