package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.chikei.api.coordinate.CollectiveVariable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An atom on a circular arc beside one at rest, in the frame of the laboratory: s = ρ φ, η = |ρ −
 * r| and κ = 1/ρ with r and φ polar coordinates and ρ = √m R, so that |∇s|² = (ρ/r)² = 1/(1 − κ·η)²
 * and ∇²s = 0.
 */
class ArcPathTest {
  private static final double RADIUS = 0.2;
  private static final double MASS = 4;
  private static final double LENGTH = Math.sqrt(MASS) * RADIUS;

  @TempDir Path folder;
  private CollectiveVariable s;
  private CollectiveVariable eta;
  private CollectiveVariable kappa;

  @BeforeEach
  void writePath() throws Exception {
    double[][][] frames = new double[81][2][];
    for (int f = 0; f < frames.length; f++) {
      frames[f][0] = polar(RADIUS, Math.PI * f / 80, 0);
      frames[f][1] = new double[] {0.5, 0.5, 0.5};
    }
    Path file = ReactionPaths.write(folder.resolve("arc.xyz"), frames);
    s = variable(file, "s");
    eta = variable(file, "eta");
    kappa = variable(file, "kappa");
  }

  private static CollectiveVariable variable(Path file, String component) throws Exception {
    return (CollectiveVariable)
        ReactionPaths.create(
            new IrcProvider(),
            Map.of("frames", file, "component", component, "fit", "none", "tolerance", 1e-9),
            new String[] {"", ""},
            MASS,
            1);
  }

  private static double[] polar(double r, double phi, double z) {
    return new double[] {r * Math.cos(phi), r * Math.sin(phi), z};
  }

  private static Terms at(CollectiveVariable variable, double[] x, double[] v) {
    double[][] positions = {x, {0.5, 0.5, 0.5}};
    double[][] velocities = {v, new double[3]};
    return Scene.ofAtoms(new double[][][] {positions}, new double[][][] {velocities}, null, MASS, 1)
        .evaluate(variable);
  }

  @Test
  void everyTermIsThatOfPolarCoordinates() {
    Random random = new Random(51);
    for (int n = 0; n < 200; n++) {
      double r = RADIUS * (0.6 + random.nextDouble());
      double phi = Math.PI * (0.2 + 0.6 * random.nextDouble());
      double[] x = polar(r, phi, 0);
      double[] v = {random.nextGaussian(), random.nextGaussian(), 0};
      double radial = v[0] * Math.cos(phi) + v[1] * Math.sin(phi);
      double turning = (v[1] * Math.cos(phi) - v[0] * Math.sin(phi)) / r;
      Terms terms = at(s, x, v);
      // the curve is within 1e-9 of the arc, but for its ends, where it may bend less
      assertEquals(LENGTH * phi, terms.value(0), 2e-6);
      assertEquals(Math.pow(RADIUS / r, 2), terms.metric(0), 1e-3);
      // of terms near 10
      assertEquals(0, terms.laplacian(0), 2e-2);
      assertEquals(LENGTH * turning, terms.rate(0), 1e-5 * LENGTH * 20);
      double curvature = -2 * LENGTH * radial * turning / r;
      assertEquals(curvature, terms.curvature(0), 2e-3 * (10 + Math.abs(curvature)));
      Terms distance = at(eta, x, v);
      assertEquals(Math.sqrt(MASS) * Math.abs(r - RADIUS), distance.value(0), 1e-8);
      assertEquals(1, distance.metric(0), 1e-12);
      double side = Math.signum(r - RADIUS);
      // four directions are at right angles to the path and to η
      double laplacian = 4 / distance.value(0) + side / (Math.sqrt(MASS) * r);
      assertEquals(laplacian, distance.laplacian(0), 1e-5 * Math.abs(laplacian));
      curvature = side * Math.sqrt(MASS) * r * turning * turning;
      assertEquals(curvature, distance.curvature(0), 2e-3 * (10 + Math.abs(curvature)));
      assertEquals(1 / LENGTH, at(kappa, x, v).value(0), 1e-4 / LENGTH);
    }
  }

  @Test
  void theMassChangesWhereThePathBends() {
    double aside = 0.1;
    double[] rest = new double[3];
    double outside = at(s, polar(RADIUS * (1 + aside), 1.5, 0), rest).metric(0);
    double inside = at(s, polar(RADIUS * (1 - aside), 1.5, 0), rest).metric(0);
    double onArc = (outside + inside) / 2;
    assertEquals((1 / Math.pow(1 + aside, 2) + 1 / Math.pow(1 - aside, 2)) / 2, onArc, 1e-4);
    // far beyond the end the path is straight: the same displacements leave g, and so D, alone
    assertEquals(1, at(s, new double[] {RADIUS * (1 + aside), -0.3, 0}, rest).metric(0), 1e-9);
    assertEquals(1, at(s, new double[] {RADIUS * (1 - aside), -0.3, 0}, rest).metric(0), 1e-9);
  }

  @Test
  void outOfThePlaneNothingChangesButTheDistance() {
    Terms terms = at(s, polar(RADIUS, 1, 0.07), new double[] {0.1, 0.2, 0.3});
    assertEquals(LENGTH, terms.value(0), 2e-6);
    assertEquals(1, terms.metric(0), 1e-5);
    Terms distance = at(eta, polar(RADIUS, 1, 0.07), new double[3]);
    assertEquals(Math.sqrt(MASS) * 0.07, distance.value(0), 1e-8);
  }

  @Test
  void atTheCentreOfTheCircleNothingIsInfinite() {
    for (CollectiveVariable variable : new CollectiveVariable[] {s, eta, kappa}) {
      Terms terms = at(variable, new double[] {1e-12, 1e-12, 0}, new double[] {1, 1, 1});
      // all of the arc is as near but for 1e-9: one of its points, or none
      assertEquals(Double.isNaN(terms.value(0)), Double.isNaN(terms.metric(0)));
      assertFalse(Double.isInfinite(terms.metric(0)));
      assertFalse(Double.isInfinite(terms.laplacian(0)));
      assertFalse(Double.isInfinite(terms.curvature(0)));
    }
    Terms nothing = at(s, new double[] {Double.NaN, 0, 0}, new double[3]);
    assertTrue(Double.isNaN(nothing.value(0)));
    assertTrue(Double.isNaN(nothing.metric(0)));
    assertTrue(Double.isNaN(nothing.laplacian(0)));
    assertTrue(Double.isNaN(nothing.curvature(0)));
  }

  @Test
  void onThePathThereIsADistanceOfNothingWithoutDirection() {
    Terms terms = at(eta, polar(RADIUS, 1.1, 0), new double[] {1, 2, 3});
    assertEquals(0, terms.value(0), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.05, 0.3})
  void beyondTheEndItGoesOn(double further) {
    // the tail is 0.06 long and turns by at most what is left of the arc's curvature
    double[] x = {RADIUS, -further, 0};
    Terms terms = at(s, x, new double[] {0.3, 0.2, 0.1});
    assertTrue(terms.value(0) < 0);
    assertTrue(terms.value(0) > -Math.sqrt(MASS) * further * 1.2);
    assertTrue(terms.metric(0) > 0.5 && terms.metric(0) < 2);
    assertTrue(Double.isFinite(terms.laplacian(0)));
  }

  @Test
  void overTheEndsDerivativesStayDifferenceQuotients() {
    Random random = new Random(52);
    for (int n = 0; n < 100; n++) {
      double phi = 0.6 * (random.nextDouble() - 0.5);
      double[][] x = {
        polar(RADIUS * (0.8 + 0.4 * random.nextDouble()), phi, 0.01), {0.5, 0.5, 0.5}
      };
      Differences.check(s, x, new double[] {MASS, 1}, 0.002, random);
    }
  }
}
