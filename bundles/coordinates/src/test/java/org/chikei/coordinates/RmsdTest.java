package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chikei.api.coordinate.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deviations from a reference: values, derivatives and the places where there are none. */
class RmsdTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 32.06, 1.008};
  private static final double[] EQUAL = {1, 1, 1, 1, 1, 1};
  private static final double[] SOME = {1, 1, 0, 2, 0.5, 1};
  private static final double[] OTHERS = {0, 0.3, 1, 1, 2, 1};

  private static Rmsd make(
      double[][] reference, double[] align, double[] displace, boolean rotated, boolean squared) {
    return new Rmsd(
        Scene.atoms(reference.length),
        new Alignment(flat(reference), align),
        displace,
        rotated ? Fitting.OPTIMAL : Fitting.CENTRE,
        squared,
        true);
  }

  private static double[] flat(double[][] x) {
    return Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The reference, displaced at random, turned and shifted. */
  private static double[][] displaced(double[][] reference, double scale, Random random) {
    double[][] x = Scene.normal(random, reference.length, scale);
    for (int p = 0; p < x.length; p++) {
      for (int d = 0; d < 3; d++) {
        x[p][d] += reference[p][d];
      }
    }
    return Geometry.move(x, Geometry.rotation(random), 0.3, -0.1, 0.2);
  }

  private static Terms terms(Rmsd variable, double[][] x, Random random) {
    double[] masses = Arrays.copyOf(MASSES, x.length);
    double[][][] v = {Scene.normal(random, x.length, 1)};
    return Scene.ofAtoms(new double[][][] {x}, v, null, masses).evaluate(variable);
  }

  private static void assertNoDerivatives(Terms terms) {
    assertTrue(Double.isNaN(terms.metric(0)), "gradient");
    assertTrue(Double.isNaN(terms.curvature(0)), "curvature");
    assertTrue(Double.isNaN(terms.laplacian(0)), "laplacian");
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, false",
    "true, false, true",
    "true, true, false",
    "true, true, true",
    "false, false, false",
    "false, true, false",
    "false, true, true"
  })
  void derivativesAreDifferenceQuotients(boolean rotated, boolean uneven, boolean squared) {
    Random random = new Random(91);
    for (int n = 0; n < 200; n++) {
      double[][] reference = Scene.normal(random, 6, 0.15);
      double[] align = n % 2 == 0 ? EQUAL : SOME;
      double[] displace = uneven ? OTHERS : align;
      // from small displacements to structures that have nothing to do with each other
      double[][] x = displaced(reference, n % 4 == 0 ? 0.2 : 0.03, random);
      Superposition best = superposition(reference, align, x);
      if (best.stiffness() < 0.05) {
        continue;
      }
      Rmsd variable = make(reference, align, displace, rotated, squared);
      double rho = Math.min(0.1 * best.stiffness(), terms(variable, x, random).value(0));
      Differences.check(variable, x, MASSES, squared ? 0.1 * best.stiffness() : rho, random);
    }
  }

  @Test
  void withoutAFitItIsTheDistanceFromFixedPlaces() {
    Random random = new Random(90);
    double[][] reference = Scene.normal(random, 6, 0.15);
    for (int n = 0; n < 20; n++) {
      double[][] x = displaced(reference, 0.05, random);
      Rmsd variable =
          new Rmsd(
              Scene.atoms(6),
              new Alignment(flat(reference), SOME),
              EQUAL,
              Fitting.NONE,
              false,
              true);
      double sum = 0;
      for (int p = 0; p < 6; p++) {
        sum += Math.pow(Geometry.distance(x[p], reference[p]), 2) / 6;
      }
      assertEquals(Math.sqrt(sum), Scene.still(x).values(variable)[0], 1e-15);
      Differences.check(variable, x, MASSES, 0.1, random);
    }
  }

  /** How far the best rotation is from being one of two, in parts. */
  private record Superposition(double stiffness) {}

  private static Superposition superposition(double[][] reference, double[] align, double[][] x) {
    double[][] k = new double[3][3];
    double total = Arrays.stream(align).sum();
    double[] mean = new double[3];
    double[] centre = new double[3];
    for (int p = 0; p < x.length; p++) {
      for (int d = 0; d < 3; d++) {
        mean[d] += align[p] * x[p][d] / total;
        centre[d] += align[p] * reference[p][d] / total;
      }
    }
    for (int p = 0; p < x.length; p++) {
      for (int d = 0; d < 3; d++) {
        for (int e = 0; e < 3; e++) {
          k[d][e] += align[p] * (x[p][d] - mean[d]) * (reference[p][e] - centre[e]);
        }
      }
    }
    // singular values of K, the last with the sign of its determinant
    SymmetricMatrix product = new SymmetricMatrix(3);
    for (int d = 0; d < 3; d++) {
      for (int e = 0; e < 3; e++) {
        for (int f = 0; f < 3; f++) {
          product.entries[3 * d + e] += k[f][d] * k[f][e];
        }
      }
    }
    product.solve();
    double determinant =
        k[0][0] * (k[1][1] * k[2][2] - k[1][2] * k[2][1])
            - k[0][1] * (k[1][0] * k[2][2] - k[1][2] * k[2][0])
            + k[0][2] * (k[1][0] * k[2][1] - k[1][1] * k[2][0]);
    double second = Math.sqrt(product.values[1]);
    double third = Math.signum(determinant) * Math.sqrt(Math.max(0, product.values[2]));
    return new Superposition((second + third) / Math.sqrt(product.values[0]));
  }

  @Test
  void ofTwoAtomsItIsHalfTheChangeOfTheirDistance() {
    Random random = new Random(92);
    double[][] reference = {{0, 0, 0}, {0.1, 0.1, 0.1}};
    double length = 0.1 * Math.sqrt(3);
    double[] two = {1, 1};
    for (int n = 0; n < 50; n++) {
      double[][] x = Scene.normal(random, 2, 0.2);
      Rmsd variable = make(reference, two, two, true, false);
      Terms terms = terms(variable, x, random);
      double distance = Geometry.distance(x[0], x[1]);
      assertEquals(Math.abs(distance - length) / 2, terms.value(0), 1e-15);
      double g = (1 / MASSES[0] + 1 / MASSES[1]) / 4;
      assertEquals(g, terms.metric(0), 1e-12 * g);
      double sign = Math.signum(distance - length);
      // of a distance ℓ = 2 (1/m₁ + 1/m₂)/d
      assertEquals(sign * 4 * g / distance, terms.laplacian(0), 1e-11 / terms.value(0));
    }
  }

  @Test
  void ofALineOnlyTheDirectionCounts() {
    Random random = new Random(93);
    double[][] line = {{0, 0, 0}, {0.1, 0, 0}, {0.25, 0, 0}, {0.3, 0, 0}};
    double[][] reference = Geometry.move(line, Geometry.rotation(random), 0, 0, 0);
    double[] masses = Arrays.copyOf(MASSES, 4);
    double[] align = {1, 2, 0, 1};
    double[] displace = {0.5, 1, 1, 0};
    for (int n = 0; n < 50; n++) {
      double[][] x = displaced(reference, 0.05, random);
      for (double[] weights : new double[][] {align, displace}) {
        Rmsd variable = make(reference, align, weights, true, n % 2 == 0);
        double rho = Math.min(0.03, terms(variable, x, random).value(0));
        Differences.check(variable, x, masses, rho, random);
      }
    }
  }

  @Test
  void aFlatReferenceIsAsGoodAsAnother() {
    Random random = new Random(94);
    double[][] flat = Scene.normal(random, 6, 0.15);
    for (double[] point : flat) {
      point[2] = 0;
    }
    double[][] reference = Geometry.move(flat, Geometry.rotation(random), 0, 0, 0);
    for (int n = 0; n < 50; n++) {
      double[][] x = displaced(reference, 0.02, random);
      double[] displace = n % 2 == 0 ? EQUAL : OTHERS;
      Rmsd variable = make(reference, EQUAL, displace, true, false);
      Differences.check(variable, x, MASSES, 0.01, random);
    }
  }

  @Test
  void aMirrorImageIsNotLaidOverByAReflection() {
    double[][] reference = {{0.1, 0, 0}, {0, 0.2, 0}, {0, 0, 0.3}, {0, 0, 0}};
    double[][] mirrored = {{-0.1, 0, 0}, {0, 0.2, 0}, {0, 0, 0.3}, {0, 0, 0}};
    double[] four = {1, 1, 1, 1};
    Terms terms = terms(make(reference, four, four, true, false), mirrored, new Random(95));
    assertTrue(terms.value(0) > 0.04, "a reflection would give 0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void atTheReferenceItIsZeroWithoutASlope(boolean rotated) {
    Random random = new Random(96);
    double[][] reference = Scene.normal(random, 6, 0.15);
    double[] turn = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    double[][] x = Geometry.move(reference, rotated ? Geometry.rotation(random) : turn, 2, 1, -3);
    for (double[] displace : new double[][] {EQUAL, OTHERS}) {
      Terms terms = terms(make(reference, EQUAL, displace, rotated, false), x, random);
      assertEquals(0, terms.value(0), 2e-15);
      assertNoDerivatives(terms);
      Rmsd square = make(reference, EQUAL, displace, rotated, true);
      assertEquals(0, terms(square, x, random).value(0), 1e-29);
      assertEquals(0, terms(square, x, random).steepest(0), 1e-14);
      Differences.check(square, x, MASSES, 0.03, random);
    }
  }

  @Test
  void whereTwoRotationsAreBestTheValueIsOneNumberAndThereIsNoSlope() {
    Random random = new Random(97);
    // a reference and its mirror image, symmetrical about an axis: turned about it, all are as good
    double[][] reference = {
      {0.1, 0, 0}, {-0.1, 0, 0}, {0, 0.1, 0}, {0, -0.1, 0}, {0, 0, 0.3}, {0, 0, -0.1}
    };
    double[][] mirrored = new double[6][];
    for (int p = 0; p < 6; p++) {
      mirrored[p] = new double[] {-reference[p][0], reference[p][1], reference[p][2]};
    }
    double[][] x = Geometry.move(mirrored, Geometry.rotation(random), 0.1, 0.2, 0.3);
    Terms even = terms(make(reference, EQUAL, EQUAL, true, false), x, random);
    // two of the four atoms around the axis are at 0.2 nm at either rotation
    assertEquals(Math.sqrt(2 * 0.04 / 6), even.value(0), 1e-15);
    assertNoDerivatives(even);
    // weights by which the two rotations differ leave no value
    Terms uneven = terms(make(reference, EQUAL, OTHERS, true, false), x, random);
    assertTrue(Double.isNaN(uneven.value(0)));
    assertNoDerivatives(uneven);
  }

  @Test
  void pointsAtOnePlaceHaveNoBestRotation() {
    Random random = new Random(98);
    double[][] reference = Scene.normal(random, 6, 0.15);
    double[][] x = new double[6][];
    Arrays.fill(x, new double[] {0.3, 0.1, 0.2});
    Terms terms = terms(make(reference, EQUAL, EQUAL, true, false), x, random);
    assertFalse(Double.isNaN(terms.value(0)));
    assertNoDerivatives(terms);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-2, 1e-5, 1e-9})
  void nearZeroItKeepsTheDigitsThatPositionsHave(double deviation) {
    Random random = new Random(99);
    double[][] reference = Scene.normal(random, 5, 0.15);
    double[] align = Arrays.copyOf(EQUAL, 5);
    double[] displace = Arrays.copyOf(OTHERS, 5);
    double[][] x = displaced(reference, deviation, random);
    PreciseAlignment precise = new PreciseAlignment(reference, align);
    for (double[] weights : new double[][] {align, displace}) {
      PreciseCheck.check(
          make(reference, align, weights, true, false),
          y -> precise.meanSquare(precise.aligned(y), weights).sqrt(),
          x,
          Arrays.copyOf(MASSES, 5),
          deviation,
          1e-13 + 1e-14 / deviation,
          random);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-3, 1e-5})
  void nearlyEquallyGoodRotationsKeepTheDigitsThatThereAre(double gap) {
    Random random = new Random(100);
    double[] align = {1, 1.5, 0.5, 2, 1};
    double[] displace = Arrays.copyOf(OTHERS, 5);
    double[][] reference = Scene.normal(random, 5, 0.2);
    PrincipalAxes.stretch(reference, align, 0.3, 0.2, 0.2);
    // a mirror image of other lengths: the smaller singular values of K are σ and −σ (1 − gap)
    double[][] mirrored = Arrays.stream(reference).map(double[]::clone).toArray(double[][]::new);
    PrincipalAxes.stretch(mirrored, align, 0.3, 0.2, 0.2 * (1 - gap));
    for (double[] point : mirrored) {
      point[2] = -point[2];
    }
    double[][] x = Geometry.move(mirrored, Geometry.rotation(random), 0.1, 0, -0.1);
    PreciseAlignment precise = new PreciseAlignment(reference, align);
    for (double[] weights : new double[][] {align, displace}) {
      PreciseCheck.check(
          make(reference, align, weights, true, false),
          y -> precise.meanSquare(precise.aligned(y), weights).sqrt(),
          x,
          Arrays.copyOf(MASSES, 5),
          0.1 * gap,
          1e-13 / gap,
          random);
    }
  }

  @Test
  void turningAndShiftingChangesNothing() {
    Random random = new Random(101);
    for (int n = 0; n < 50; n++) {
      double[][] reference = Scene.normal(random, 6, 0.15);
      double[][] x = displaced(reference, 0.05, random);
      double[][] v = Scene.normal(random, 6, 1);
      double[] rotation = Geometry.rotation(random);
      Rmsd variable = make(reference, SOME, OTHERS, true, false);
      Terms here =
          Scene.ofAtoms(new double[][][] {x}, new double[][][] {v}, null, MASSES)
              .evaluate(variable);
      double[][][] moved = {Geometry.move(x, rotation, 1, -2, 0.5)};
      double[][][] turned = {Geometry.move(v, rotation, 0, 0, 0)};
      Terms there = Scene.ofAtoms(moved, turned, null, MASSES).evaluate(variable);
      assertEquals(here.value(0), there.value(0), 1e-12);
      assertEquals(here.metric(0), there.metric(0), 1e-10 * here.metric(0));
      assertEquals(here.curvature(0), there.curvature(0), 1e-8 * Math.abs(here.curvature(0)));
      assertEquals(here.laplacian(0), there.laplacian(0), 1e-8 * Math.abs(here.laplacian(0)));
    }
  }

  @Test
  void aBoxThatCutsTheMoleculeChangesNothing() {
    Random random = new Random(102);
    double[][] boxes = {{2, 0, 0, 0.5, 2.5, 0, -0.4, 0.6, 3}};
    double[][] reference = Scene.normal(random, 6, 0.15);
    double[][] x = displaced(reference, 0.05, random);
    double[][] scattered = Geometry.scatter(x, boxes[0], random);
    for (boolean rotated : new boolean[] {true, false}) {
      Rmsd variable = make(reference, SOME, OTHERS, rotated, false);
      double whole = Scene.still(x).values(variable)[0];
      double[][][] cut = {scattered};
      assertEquals(whole, Scene.ofAtoms(cut, null, boxes, MASSES).values(variable)[0], 1e-13);
      Rmsd plain =
          new Rmsd(
              Scene.atoms(6),
              new Alignment(flat(reference), SOME),
              OTHERS,
              rotated ? Fitting.OPTIMAL : Fitting.CENTRE,
              false,
              false);
      assertTrue(Scene.ofAtoms(cut, null, boxes, MASSES).values(plain)[0] > 0.5);
    }
  }

  @Test
  void groupsThatShareAtomsAreFollowedByTheSharedMachinery() {
    List<Point> groups =
        List.of(
            Point.ofMean(new int[] {0, 1}, new double[] {2, 1}, "A"),
            Point.ofMean(new int[] {1, 2, 3}, new double[] {1, 1, 1}, "B"),
            Point.ofMean(new int[] {3, 4}, new double[] {1, 4}, "C"),
            Point.ofAtom(5));
    double[] reference = flat(Scene.normal(new Random(103), 4, 0.3));
    double[] even = {1, 1, 1, 1};
    double[] uneven = {1, 2, 0, 1};
    for (double[] displace : new double[][] {even, uneven}) {
      Rmsd variable =
          new Rmsd(groups, new Alignment(reference, even), displace, Fitting.OPTIMAL, false, true);
      Overlap.check(variable, MASSES, new Random(104));
    }
  }

  @Test
  void severalFramesAreEvaluatedAsEachAlone() {
    Random random = new Random(105);
    double[][] reference = Scene.normal(random, 6, 0.15);
    double[][][] x = new double[7][][];
    double[][][] v = new double[7][][];
    for (int j = 0; j < 7; j++) {
      x[j] = displaced(reference, 0.05, random);
      v[j] = Scene.normal(random, 6, 1);
    }
    Rmsd variable = make(reference, SOME, OTHERS, true, false);
    Terms all = Scene.ofAtoms(x, v, null, MASSES).evaluate(variable);
    for (int j = 0; j < 7; j++) {
      double[][][] one = {x[j]};
      double[][][] rates = {v[j]};
      Terms alone = Scene.ofAtoms(one, rates, null, MASSES).evaluate(variable);
      assertEquals(alone.value(0), all.value(j));
      assertEquals(alone.curvature(0), all.curvature(j));
      assertEquals(alone.laplacian(0), all.laplacian(j));
      assertEquals(alone.gradient(0, 5, 2), all.gradient(j, 5, 2));
    }
  }

  @Test
  void aPositionThatIsNoNumberMakesNoNumber() {
    Random random = new Random(106);
    double[][] reference = Scene.normal(random, 6, 0.15);
    double[][] x = displaced(reference, 0.05, random);
    x[3][1] = Double.NaN;
    for (boolean rotated : new boolean[] {true, false}) {
      Terms terms = terms(make(reference, EQUAL, EQUAL, rotated, false), x, random);
      assertTrue(Double.isNaN(terms.value(0)));
      assertNoDerivatives(terms);
    }
  }
}
