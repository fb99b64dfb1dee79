package org.chikei.coordinates;

import java.util.List;
import java.util.Random;
import org.apache.commons.math3.dfp.Dfp;
import org.chikei.api.coordinate.CollectiveVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of molecules with nearly equal eigenvalues, and of flat ones, in 50 digits. */
class GyrationPrecisionTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 32.06};
  private static final double[] WEIGHTS = {1, 1.5, 0.5, 2, 1};

  /** The eigenvalues of the gyration tensor. */
  private static Dfp[] eigenvalues(Dfp[][] x) {
    Dfp[] weights = Precise.normalised(WEIGHTS);
    Dfp[][] y = Precise.centred(x, weights);
    Dfp[][] tensor = new Dfp[3][3];
    for (int d = 0; d < 3; d++) {
      for (int e = 0; e < 3; e++) {
        Dfp sum = Precise.FIELD.getZero();
        for (int p = 0; p < x.length; p++) {
          sum = sum.add(weights[p].multiply(y[p][d]).multiply(y[p][e]));
        }
        tensor[d][e] = sum;
      }
    }
    return Precise.eigenvalues(tensor);
  }

  private static Dfp acylindricity(Dfp[][] x) {
    Dfp[] l = eigenvalues(x);
    return l[1].subtract(l[2]).sqrt();
  }

  private static Dfp asphericity(Dfp[][] x) {
    Dfp[] l = eigenvalues(x);
    return l[0].subtract(l[1].add(l[2]).divide(2)).sqrt();
  }

  private static Dfp anisotropy(Dfp[][] x) {
    Dfp[] l = eigenvalues(x);
    Dfp pairs = l[0].multiply(l[1]).add(l[1].multiply(l[2])).add(l[2].multiply(l[0]));
    Dfp trace = l[0].add(l[1]).add(l[2]);
    return Precise.FIELD.getOne().subtract(pairs.multiply(3).divide(trace.multiply(trace)));
  }

  private static CollectiveVariable tensor(ShapeInvariant invariant, boolean root) {
    return new GyrationTensor(Scene.atoms(5), WEIGHTS, invariant, root, true);
  }

  /** A random molecule whose principal lengths are given. */
  private static double[][] molecule(Random random, double a, double b, double c) {
    double[][] x = Scene.normal(random, 5, 0.2);
    PrincipalAxes.stretch(x, WEIGHTS, a, b, c);
    return Geometry.move(x, Geometry.rotation(random), 0.1, -0.2, 0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-3, 1e-5})
  void nearlyEqualEigenvaluesKeepTheDigitsThatThereAre(double gap) {
    Random random = new Random(81);
    double[][] x = molecule(random, 0.3, 0.2 * (1 + gap), 0.2);
    double error = 1e-13 / gap;
    double rho = 0.1 * gap;
    ShapeInvariant second = ShapeInvariant.linear(0, 1, 0);
    PreciseCheck.check(
        tensor(second, false), y -> eigenvalues(y)[1], x, MASSES, rho, error, random);
    PreciseCheck.check(
        tensor(second, true), y -> eigenvalues(y)[1].sqrt(), x, MASSES, rho, error, random);
    PreciseCheck.check(
        tensor(ShapeInvariant.linear(0, 1, -1), true),
        GyrationPrecisionTest::acylindricity,
        x,
        MASSES,
        rho,
        error,
        random);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-2, 1e-5, 1e-9, 0})
  void whatDoesNotTellEqualEigenvaluesApartDoesNotMindThem(double gap) {
    Random random = new Random(82);
    double[][] x = molecule(random, 0.3, 0.2 * (1 + gap), 0.2);
    for (CollectiveVariable variable :
        List.of(
            tensor(ShapeInvariant.linear(1, -0.5, -0.5), true),
            tensor(ShapeInvariant.ANISOTROPY, false))) {
      boolean number = variable.unit().isEmpty();
      PreciseCheck.check(
          variable,
          number ? GyrationPrecisionTest::anisotropy : GyrationPrecisionTest::asphericity,
          x,
          MASSES,
          0.1,
          1e-13,
          random);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-2, 1e-5, 1e-8})
  void theThicknessOfANearlyFlatMoleculeKeepsItsDigits(double thickness) {
    Random random = new Random(83);
    double[][] x = molecule(random, 0.3, 0.2, thickness);
    // positions are rounded to 1e-17 nm or so, against the thickness
    PreciseCheck.check(
        tensor(ShapeInvariant.linear(0, 0, 1), true),
        y -> eigenvalues(y)[2].sqrt(),
        x,
        MASSES,
        thickness,
        1e-13 + 1e-15 / thickness,
        random);
  }
}
