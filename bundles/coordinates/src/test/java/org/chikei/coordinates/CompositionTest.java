package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.chikei.api.coordinate.CollectiveVariable;
import org.junit.jupiter.api.Test;

/**
 * Second-order terms under composition, vᵀHv = Σ h_a (vᵀH_av) + Σ h_ab Ṙ_aṘ_b and ℓ = Σ h_a ℓ_a + Σ
 * h_ab g_ab, where the composite has an exact answer that no coordinate's formula knows: the square
 * of a distance, with vᵀHv = 2 |ḋ|² and ℓ = 6 (1/m₁ + 1/m₂), out of bond lengths, angles and
 * torsions.
 */
class CompositionTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16};

  /** One frame of four atoms, in which a variable's points are some of them. */
  private record Atoms(double[][] x, double[][] v) {
    static Atoms random(Random random) {
      double[][] chain =
          Geometry.chain(
              new double[] {0.1 + 0.1 * random.nextDouble(), 0.15, 0.12},
              new double[] {0.5 + 2 * random.nextDouble(), 0.5 + 2 * random.nextDouble()},
              7 * random.nextDouble());
      return new Atoms(
          Geometry.move(chain, Geometry.rotation(random), 0.3, 0.2, 0.1),
          Scene.normal(random, 4, 1));
    }

    /** A variable's terms on all four atoms: gradients of atoms that it does not use are zero. */
    Part part(CollectiveVariable variable, int... atoms) {
      double[][] position = new double[atoms.length][];
      double[][] velocity = new double[atoms.length][];
      double[] masses = new double[atoms.length];
      for (int p = 0; p < atoms.length; p++) {
        position[p] = x[atoms[p]];
        velocity[p] = v[atoms[p]];
        masses[p] = MASSES[atoms[p]];
      }
      Terms terms =
          Scene.ofAtoms(new double[][][] {position}, new double[][][] {velocity}, null, masses)
              .evaluate(variable);
      double[] gradient = new double[12];
      for (int p = 0; p < atoms.length; p++) {
        for (int d = 0; d < 3; d++) {
          gradient[3 * atoms[p] + d] = terms.gradient(0, p, d);
        }
      }
      return new Part(
          terms.value(0), terms.rate(0), terms.curvature(0), terms.laplacian(0), gradient);
    }

    /** The exact second-order terms of the square of the distance of two atoms. */
    double[] square(int a, int b) {
      double speed = Geometry.distance(v[a], v[b]);
      return new double[] {2 * speed * speed, 6 * (1 / MASSES[a] + 1 / MASSES[b])};
    }
  }

  private record Part(
      double value, double rate, double curvature, double laplacian, double[] gradient) {
    double metric(Part other) {
      double sum = 0;
      for (int k = 0; k < 12; k++) {
        sum += gradient[k] * other.gradient[k] / MASSES[k / 3];
      }
      return sum;
    }
  }

  /** The chain rule, with derivatives of h by differences over five points. */
  private static double[] compose(ToDoubleFunction<double[]> h, List<Part> parts) {
    double[] r = parts.stream().mapToDouble(Part::value).toArray();
    double curvature = 0;
    double laplacian = 0;
    for (int a = 0; a < r.length; a++) {
      double first = derivative(h, r, a, -1);
      curvature += first * parts.get(a).curvature();
      laplacian += first * parts.get(a).laplacian();
      for (int b = 0; b < r.length; b++) {
        double second = derivative(h, r, a, b);
        curvature += second * parts.get(a).rate() * parts.get(b).rate();
        laplacian += second * parts.get(a).metric(parts.get(b));
      }
    }
    return new double[] {curvature, laplacian};
  }

  /** ∂h/∂r_a, or ∂²h/∂r_a∂r_b where b is not negative. */
  private static double derivative(ToDoubleFunction<double[]> h, double[] r, int a, int b) {
    double step = 1e-3;
    double sum = 0;
    double[] weights = {1, -8, 0, 8, -1};
    for (int k = -2; k <= 2; k++) {
      double[] moved = r.clone();
      moved[a] += k * step;
      sum += weights[k + 2] * (b < 0 ? h.applyAsDouble(moved) : derivative(h, moved, b, -1));
    }
    return sum / (12 * step);
  }

  private static void assertClose(double[] exact, double[] composed) {
    // differences of differences over 1e-3 leave 1e-10 of second derivatives near 1, and
    // rates are up to 50
    assertEquals(exact[0], composed[0], 1e-6 * (1 + exact[0]));
    assertEquals(exact[1], composed[1], 1e-6 * (1 + exact[1]));
  }

  private static final CollectiveVariable DISTANCE = new Distance(Scene.atoms(2), true);
  private static final CollectiveVariable ANGLE = new Angle(Scene.atoms(3), true);
  private static final CollectiveVariable TORSION = new Torsion(Scene.atoms(4), true);

  @Test
  void theSquareOfADistanceIsTheProductOfItWithItself() {
    Random random = new Random(51);
    for (int n = 0; n < 50; n++) {
      Atoms atoms = Atoms.random(random);
      Part r = atoms.part(DISTANCE, 0, 3);
      double[] product = compose(q -> q[0] * q[1], List.of(r, r));
      assertClose(atoms.square(0, 3), product);
    }
  }

  @Test
  void theSumOfTheSquaresOfItsComponentsIsTheSame() {
    Random random = new Random(52);
    for (int n = 0; n < 20; n++) {
      Atoms atoms = Atoms.random(random);
      List<Part> parts =
          List.of(
              atoms.part(new DistanceComponent(Scene.atoms(2), 0, true), 2, 1),
              atoms.part(new DistanceComponent(Scene.atoms(2), 1, true), 2, 1),
              atoms.part(new DistanceComponent(Scene.atoms(2), 2, true), 2, 1));
      double[] sum = compose(q -> q[0] * q[0] + q[1] * q[1] + q[2] * q[2], parts);
      assertClose(atoms.square(1, 2), sum);
    }
  }

  @Test
  void twoBondsAndTheirAngleMakeTheThirdSide() {
    Random random = new Random(53);
    for (int n = 0; n < 50; n++) {
      Atoms atoms = Atoms.random(random);
      List<Part> parts =
          List.of(
              atoms.part(DISTANCE, 0, 1), atoms.part(DISTANCE, 1, 2), atoms.part(ANGLE, 0, 1, 2));
      double[] composed =
          compose(q -> q[0] * q[0] + q[1] * q[1] - 2 * q[0] * q[1] * Math.cos(q[2]), parts);
      assertClose(atoms.square(0, 2), composed);
    }
  }

  @Test
  void threeBondsTwoAnglesAndATorsionMakeTheDistanceOfTheEnds() {
    Random random = new Random(54);
    for (int n = 0; n < 50; n++) {
      Atoms atoms = Atoms.random(random);
      List<Part> parts =
          Arrays.asList(
              atoms.part(DISTANCE, 0, 1),
              atoms.part(DISTANCE, 1, 2),
              atoms.part(DISTANCE, 2, 3),
              atoms.part(ANGLE, 0, 1, 2),
              atoms.part(ANGLE, 1, 2, 3),
              atoms.part(TORSION, 0, 1, 2, 3));
      double[] composed =
          compose(
              q -> {
                double along = q[1] - q[0] * Math.cos(q[3]) - q[2] * Math.cos(q[4]);
                double first = q[0] * Math.sin(q[3]);
                double last = q[2] * Math.sin(q[4]);
                return along * along
                    + first * first
                    + last * last
                    - 2 * first * last * Math.cos(q[5]);
              },
              parts);
      assertClose(atoms.square(0, 3), composed);
    }
  }
}
