package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.FramewiseVariable;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.coordinate.PointFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The three ways to second-order terms: a coordinate's own, those made from its gradient, and those
 * of an evaluation atom by atom.
 */
class OverlappingPointsTest {
  /** Centres of groups that share atoms with each other. */
  private static final List<Point> GROUPS =
      List.of(
          Point.ofMean(new int[] {0, 1}, new double[] {2, 1}, "A"),
          Point.ofMean(new int[] {1, 2, 3}, new double[] {1, 1, 1}, "B"),
          Point.ofMean(new int[] {3, 4}, new double[] {1, 4}, "C"),
          Point.ofMean(new int[] {0, 4, 5}, new double[] {1, 0.5, 3}, "D"));

  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 1.008, 32.06};

  static Stream<Arguments> variables() {
    return Stream.of(
        Arguments.of("component", new DistanceComponent(GROUPS.subList(0, 2), 0, true)),
        Arguments.of("distance", new Distance(GROUPS.subList(0, 2), true)),
        Arguments.of("angle", new Angle(GROUPS.subList(0, 3), true)),
        Arguments.of("torsion", new Torsion(GROUPS, true)));
  }

  /** A coordinate that keeps its second-order terms to itself. */
  private record GradientAlone(CollectiveVariable variable) implements CollectiveVariable {
    @Override
    public List<Point> points() {
      return variable.points();
    }

    @Override
    public String unit() {
      return variable.unit();
    }

    @Override
    public void evaluate(PointBlock in, DerivativeBlock out) {
      DerivativeBlock inner = new DerivativeBlock(out.stride(), out.points(), 1);
      variable.evaluate(in, inner);
      System.arraycopy(inner.value(), 0, out.value(), 0, in.size());
      System.arraycopy(inner.gradient(), 0, out.gradient(), 0, inner.gradient().length);
    }
  }

  /** A coordinate of groups as a function of every atom. */
  private static final class AtomByAtom extends FramewiseVariable {
    private final CollectiveVariable variable;

    AtomByAtom(CollectiveVariable variable) {
      super(variable.unit(), Scene.atoms(MASSES.length));
      this.variable = variable;
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      List<Point> groups = variable.points();
      double[][] means = new double[groups.size()][3];
      for (int p = 0; p < means.length; p++) {
        for (int k = 0; k < groups.get(p).size(); k++) {
          for (int d = 0; d < 3; d++) {
            means[p][d] += groups.get(p).weight(k) * frame.position(groups.get(p).atom(k), d);
          }
        }
      }
      Terms terms = Scene.still(means).evaluate(variable);
      for (int p = 0; p < means.length; p++) {
        for (int k = 0; k < groups.get(p).size(); k++) {
          for (int d = 0; d < 3; d++) {
            gradient[3 * groups.get(p).atom(k) + d] +=
                groups.get(p).weight(k) * terms.gradient(0, p, d);
          }
        }
      }
      return terms.value(0);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void whatIsMadeFromTheGradientIsWhatTheFormulaSays(String name, CollectiveVariable variable) {
    Random random = new Random(41);
    int points = variable.points().size();
    List<double[][]> x = new ArrayList<>();
    List<double[][]> v = new ArrayList<>();
    for (int n = 0; n < 200; n++) {
      x.add(
          Geometry.move(
              Geometry.chain(
                  new double[] {0.1, 0.15, 0.12},
                  new double[] {0.3 + 2.5 * random.nextDouble(), 0.3 + 2.5 * random.nextDouble()},
                  7 * random.nextDouble()),
              Geometry.rotation(random),
              1,
              2,
              3));
      v.add(Scene.normal(random, points, 1));
    }
    Scene scene =
        Scene.ofAtoms(
            x.stream().map(f -> Arrays.copyOf(f, points)).toArray(double[][][]::new),
            v.toArray(double[][][]::new),
            null,
            Arrays.copyOf(MASSES, points));
    Terms own = scene.evaluate(variable);
    Terms made = scene.evaluateCompleted(new GradientAlone(variable));
    for (int j = 0; j < x.size(); j++) {
      // differences over 5e-5 nm along a direction of what changes over 0.03 nm or more
      double size = own.steepest(j) * Math.max(own.steepest(j), 10);
      assertEquals(own.curvature(j), made.curvature(j), 1e-8 * size);
      assertEquals(own.laplacian(j), made.laplacian(j), 1e-8 * size);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void groupsThatShareAtomsAreAsAtomByAtom(String name, CollectiveVariable variable) {
    Random random = new Random(42);
    for (int n = 0; n < 50; n++) {
      double[][] x = Scene.normal(random, MASSES.length, 0.2);
      double[][] v = Scene.normal(random, MASSES.length, 1);
      Scene atoms = Scene.ofAtoms(new double[][][] {x}, new double[][][] {v}, null, MASSES);
      Scene groups = grouped(variable.points(), x, v);
      Terms one = atoms.evaluateCompleted(new AtomByAtom(variable));
      Terms other = groups.evaluateCompleted(variable);
      Terms own = groups.evaluate(variable);
      double size = other.steepest(0) * Math.max(other.steepest(0), 10);
      assertEquals(one.value(0), other.value(0), 1e-13);
      assertEquals(one.rate(0), other.rate(0), 1e-12 * other.steepest(0));
      assertEquals(one.metric(0), other.metric(0), 1e-12 * other.metric(0));
      assertEquals(one.curvature(0), other.curvature(0), 1e-6 * size);
      assertEquals(one.laplacian(0), other.laplacian(0), 1e-6 * size);
      // these coordinates count every pair of points themselves
      assertEquals(own.laplacian(0), other.laplacian(0), 1e-12 * size);
      assertEquals(own.curvature(0), other.curvature(0));
    }
  }

  private static Scene grouped(List<Point> points, double[][] x, double[][] v) {
    return new Scene(
        new double[][][] {means(points, x)},
        new double[][][] {means(points, v)},
        null,
        InverseMasses.of(points, MASSES));
  }

  private static double[][] means(List<Point> points, double[][] vectors) {
    double[][] means = new double[points.size()][3];
    for (int p = 0; p < means.length; p++) {
      for (int k = 0; k < points.get(p).size(); k++) {
        for (int d = 0; d < 3; d++) {
          means[p][d] += points.get(p).weight(k) * vectors[points.get(p).atom(k)][d];
        }
      }
    }
    return means;
  }
}
