package org.chikei.api.coordinate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Second-order terms of variables that give a gradient alone, against closed forms. The tolerance
 * is 1e-8 of the size of the largest second derivative: differences of a gradient leave some 1e-10
 * in lengths near 0.1 nm.
 */
class SecondOrderTest {
  private static final double[] MASSES = {12, 1.5};

  /** The inverse distance of two points: harmonic, so that its Laplacian vanishes. */
  private static final class InverseDistance extends FramewiseVariable {
    InverseDistance() {
      super("1/nm", List.of(Point.ofAtom(0), Point.ofAtom(1)));
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      double[] d = frame.displacement(0, 1);
      double r = length(d);
      for (int k = 0; k < 3; k++) {
        gradient[k] = d[k] / (r * r * r);
        gradient[3 + k] = -d[k] / (r * r * r);
      }
      return 1 / r;
    }
  }

  /** The distance of two points, by its gradient alone. */
  private static final class Distance extends FramewiseVariable {
    Distance() {
      super("nm", List.of(Point.ofAtom(0), Point.ofAtom(1)));
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      double[] d = frame.displacement(0, 1);
      double r = length(d);
      for (int k = 0; k < 3; k++) {
        gradient[k] = -d[k] / r;
        gradient[3 + k] = d[k] / r;
      }
      return r;
    }
  }

  /** exp(k·x) of one point. */
  private static final class Exponential extends FramewiseVariable {
    static final double[] K = {3, -2, 5};

    Exponential() {
      super("", List.of(Point.ofAtom(0)));
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      double exponent = 0;
      for (int d = 0; d < 3; d++) {
        exponent += K[d] * frame.position(0, d);
      }
      for (int d = 0; d < 3; d++) {
        gradient[d] = K[d] * Math.exp(exponent);
      }
      return Math.exp(exponent);
    }
  }

  /** The square of the distance of two points, with second-order terms for separate atoms. */
  private static final class Square implements CollectiveVariable {
    @Override
    public List<Point> points() {
      return List.of(Point.ofAtom(0), Point.ofAtom(1));
    }

    @Override
    public String unit() {
      return "nm^2";
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public void evaluate(PointBlock in, DerivativeBlock out) {
      double[] d = new double[3];
      for (int j = 0; j < in.size(); j++) {
        in.displacement(0, 1, j, d);
        out.value()[j] = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
        if (out.order() >= 1) {
          out.setGradient(0, j, -2 * d[0], -2 * d[1], -2 * d[2]);
          out.setGradient(1, j, 2 * d[0], 2 * d[1], 2 * d[2]);
        }
        if (out.order() >= 2) {
          double sum = 0;
          for (int k = 0; in.velocities() != null && k < 3; k++) {
            int shift = k * in.stride() + j;
            double w =
                in.velocities()[in.offset(1) + shift] - in.velocities()[in.offset(0) + shift];
            sum += w * w;
          }
          out.curvature()[j] = 2 * sum;
          out.laplacian()[j] = 6 * (in.inverseMass(0) + in.inverseMass(1));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theInverseDistanceIsHarmonicAndHasAKnownCurvature(long seed) {
    double[][][] x = random(seed, 20, 2, 0.2);
    double[][][] v = random(seed + 100, 20, 2, 1.5);
    DerivativeBlock out = evaluate(new InverseDistance(), Frames.of(x, v, null, MASSES));
    for (int j = 0; j < x.length; j++) {
      double[] d = difference(x[j]);
      double[] w = difference(v[j]);
      double r = length(d);
      double dw = d[0] * w[0] + d[1] * w[1] + d[2] * w[2];
      double exact = (3 * dw * dw - r * r * length(w) * length(w)) / Math.pow(r, 5);
      double second = 1 / Math.pow(r, 3) * (1 + Math.pow(0.2 / r, 4));
      assertEquals(1 / r, out.value()[j]);
      assertEquals(exact, out.curvature()[j], 1e-8 * second * length(w) * length(w));
      assertEquals(0, out.laplacian()[j], 1e-8 * second);
    }
  }

  @Test
  void anExponentialIsItsOwnDerivative() {
    double[][][] x = random(4, 15, 1, 0.3);
    double[][][] v = random(5, 15, 1, 2);
    DerivativeBlock out = evaluate(new Exponential(), Frames.of(x, v, null, 4));
    double[] k = Exponential.K;
    for (int j = 0; j < x.length; j++) {
      double r = out.value()[j];
      double rate = k[0] * v[j][0][0] + k[1] * v[j][0][1] + k[2] * v[j][0][2];
      assertEquals(rate * rate * r, out.curvature()[j], 1e-9 * (1 + rate * rate) * r);
      assertEquals(38 / 4.0 * r, out.laplacian()[j], 1e-9 * 38 * r);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.2})
  void pointsThatShareAtomsCountTheSharedMassOnce(double shared) {
    InverseMasses w = Frames.sharing(0.2, 0.35, shared);
    double[][][] x = random(6, 10, 2, 0.3);
    PointBlock block = Frames.withInverseMasses(x, null, null, w);
    DerivativeBlock out = evaluate(new Distance(), block);
    for (int j = 0; j < x.length; j++) {
      double exact = 2 * (0.2 + 0.35 - 2 * shared) / length(difference(x[j]));
      assertEquals(exact, out.laplacian()[j], 1e-8 * exact);
    }
  }

  @Test
  void pointsThatShareAllTheirAtomsAreNoTrouble() {
    // one point twice as a mean: W has rank one, and so has its factor
    InverseMasses w = Frames.sharing(0.3, 0.3, 0.3);
    DerivativeBlock out =
        evaluate(new Square(), Frames.withInverseMasses(random(7, 3, 2, 0.3), null, null, w));
    assertEquals(0, out.laplacian()[1], 1e-12);
  }

  @Test
  void aVariablesOwnTermsAreTakenAsTheyAre() {
    double[][][] x = random(8, 6, 2, 0.3);
    double[][][] v = random(9, 6, 2, 1);
    DerivativeBlock out = evaluate(new Square(), Frames.of(x, v, null, MASSES));
    for (int j = 0; j < x.length; j++) {
      assertEquals(6 * (1 / 12.0 + 1 / 1.5), out.laplacian()[j]);
      double w = length(difference(v[j]));
      assertEquals(2 * w * w, out.curvature()[j], 1e-14 * w * w);
    }
  }

  @Test
  void whereItsPointsOverlapItsOwnCurvatureMakesTheLaplacian() {
    InverseMasses w = Frames.sharing(0.2, 0.35, 0.07);
    double[][][] x = random(10, 6, 2, 0.3);
    double[][][] v = random(11, 6, 2, 1);
    DerivativeBlock out = evaluate(new Square(), Frames.withInverseMasses(x, v, null, w));
    for (int j = 0; j < x.length; j++) {
      assertEquals(6 * (0.2 + 0.35 - 2 * 0.07), out.laplacian()[j], 1e-13);
      double speed = length(difference(v[j]));
      assertEquals(2 * speed * speed, out.curvature()[j], 1e-14 * speed * speed);
    }
  }

  @Test
  void aFrameWithoutVelocitiesHasALaplacianAndNoCurvature() {
    double[][][] x = random(12, 3, 2, 0.3);
    double[][][] v = random(13, 3, 2, 1);
    for (double[] point : v[1]) {
      Arrays.fill(point, Double.NaN);
    }
    DerivativeBlock out = evaluate(new Distance(), Frames.of(x, v, null, MASSES));
    assertTrue(Double.isNaN(out.curvature()[1]));
    assertTrue(out.curvature()[0] > 0 && out.curvature()[2] > 0);
    double exact = 2 * (1 / 12.0 + 1 / 1.5) / length(difference(x[1]));
    assertEquals(exact, out.laplacian()[1], 1e-8 * exact);
  }

  @Test
  void atRestThereIsNoCurvature() {
    double[][][] x = random(14, 3, 2, 0.3);
    DerivativeBlock out = evaluate(new Distance(), Frames.of(x, new double[3][2][3], null, MASSES));
    assertEquals(0, out.curvature()[0]);
  }

  @Test
  void theBoxCountsForTheProbesToo() {
    double[] box = {2, 0, 0, 0.3, 2, 0, -0.4, 0.1, 2};
    double[][][] x = random(15, 8, 2, 0.2);
    double[][][] across = random(15, 8, 2, 0.2);
    for (int j = 0; j < x.length; j++) {
      for (int d = 0; d < 3; d++) {
        across[j][1][d] += 3 * box[d] - box[3 + d] + 2 * box[6 + d];
      }
    }
    double[][][] v = random(16, 8, 2, 1);
    double[][] boxes = new double[8][];
    Arrays.fill(boxes, box);
    DerivativeBlock whole = evaluate(new Distance(), Frames.of(x, v, null, MASSES));
    DerivativeBlock broken = evaluate(new Distance(), Frames.of(across, v, boxes, MASSES));
    for (int j = 0; j < x.length; j++) {
      assertEquals(whole.value()[j], broken.value()[j], 1e-14);
      assertEquals(whole.laplacian()[j], broken.laplacian()[j], 1e-8 * whole.laplacian()[j]);
      assertEquals(whole.curvature()[j], broken.curvature()[j], 1e-8 * (1 + whole.curvature()[j]));
    }
  }

  @Test
  void oneEvaluatorServesManyFills() {
    double[][][] first = random(17, 4, 2, 0.3);
    double[][][] second = random(18, 4, 2, 0.3);
    PointBlock block = Frames.of(first, null, null, MASSES);
    SecondOrder evaluator = new SecondOrder(new Distance(), block);
    DerivativeBlock out = new DerivativeBlock(block.stride(), 2, 2);
    evaluator.evaluate(out);
    PointBlock other = Frames.of(second, null, null, MASSES);
    System.arraycopy(other.positions(), 0, block.positions(), 0, block.positions().length);
    block.setSize(2);
    evaluator.evaluate(out);
    double exact = 2 * (1 / 12.0 + 1 / 1.5) / length(difference(second[1]));
    assertEquals(exact, out.laplacian()[1], 1e-8 * exact);
  }

  @Test
  void farFromTheOriginTheTermsAreAsGood() {
    double[][][] x = random(19, 5, 2, 0.3);
    for (double[][] frame : x) {
      for (double[] point : frame) {
        point[0] += 64;
      }
    }
    DerivativeBlock out = evaluate(new Distance(), Frames.of(x, null, null, MASSES));
    for (int j = 0; j < x.length; j++) {
      // positions near 64 nm are rounded to 1e-14 nm, 1e-10 of a step
      double exact = 2 * (1 / 12.0 + 1 / 1.5) / length(difference(x[j]));
      assertEquals(exact, out.laplacian()[j], 1e-7 * exact);
    }
  }

  @Test
  void lessThanSecondOrderIsJustTheVariable() {
    double[][][] x = random(20, 5, 2, 0.3);
    PointBlock block = Frames.of(x, null, null, MASSES);
    DerivativeBlock out = new DerivativeBlock(block.stride(), 2, 1);
    new SecondOrder(new Distance(), block).evaluate(out);
    assertEquals(length(difference(x[3])), out.value()[3], 1e-15);
  }

  private static DerivativeBlock evaluate(CollectiveVariable variable, PointBlock block) {
    DerivativeBlock out = new DerivativeBlock(block.stride(), block.points(), 2);
    new SecondOrder(variable, block).evaluate(out);
    return out;
  }

  private static double[][][] random(long seed, int frames, int points, double scale) {
    Random random = new Random(seed);
    double[][][] vectors = new double[frames][points][3];
    for (double[][] frame : vectors) {
      for (int p = 0; p < points; p++) {
        for (int d = 0; d < 3; d++) {
          frame[p][d] = scale * (random.nextGaussian() + p);
        }
      }
    }
    return vectors;
  }

  private static double[] difference(double[][] frame) {
    return new double[] {
      frame[1][0] - frame[0][0], frame[1][1] - frame[0][1], frame[1][2] - frame[0][2]
    };
  }

  private static double length(double[] d) {
    return Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
  }
}
