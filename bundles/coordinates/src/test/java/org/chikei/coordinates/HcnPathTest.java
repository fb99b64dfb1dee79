package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.chikei.coordinates.reference.ReferenceFile;
import org.chikei.coordinates.reference.ReferenceFrame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HCN → HNC by steepest descent from the transition state, with the frames that another program
 * wrote. All comparisons are on the frames 5 to 744, between the folds at the ends.
 */
class HcnPathTest {
  private static final int FIRST = 5;
  private static final int LAST = 744;
  private static final double[] MASSES = ReactionPaths.HCN_MASSES;

  private static double[][][] frames;
  private static double[] stated;
  private static double length;

  @BeforeAll
  static void read() throws Exception {
    List<ReferenceFrame> read = ReferenceFile.read(ReactionPaths.HCN_FILE).frames();
    frames = new double[read.size()][3][3];
    stated = new double[read.size()];
    for (int f = 0; f < frames.length; f++) {
      double[] x = read.get(f).positions();
      for (int k = 0; k < 9; k++) {
        frames[f][k / 3][k % 3] = x[k];
      }
      stated[f] = Double.parseDouble(read.get(f).remarks().get("s"));
    }
    length = 0;
    for (int f = FIRST; f < LAST; f++) {
      length += step(f);
    }
  }

  /** The mass-weighted distance of a frame from the next one; the file's frames do not turn. */
  private static double step(int f) {
    double sum = 0;
    for (int k = 0; k < 9; k++) {
      double d = frames[f + 1][k / 3][k % 3] - frames[f][k / 3][k % 3];
      sum += MASSES[k / 3] * d * d;
    }
    return Math.sqrt(sum);
  }

  private static Terms evaluate(String component, String align, double[][]... x) throws Exception {
    return Scene.ofAtoms(x, null, null, MASSES).evaluate(ReactionPaths.hcn(component, align));
  }

  @Test
  void theStepsThatFoldBackAreFoundAndNamed() throws Exception {
    List<String> notes = ReactionPaths.hcn("s", "optimal").notes();
    assertEquals(
        List.of(
            "the path folds back on itself in the steps from frames 0–4 and 745–753 (counted from"
                + " 0) to the next; they are not followed, and the path is frames 5–745"),
        notes);
  }

  @Test
  void sIsTheArcLengthOfTheFrames() throws Exception {
    Terms s = evaluate("s", "optimal", frames);
    double arc = 0;
    double unit = length / (stated[LAST] - stated[FIRST]);
    for (int f = FIRST; f <= LAST; f++) {
      assertEquals(arc, s.value(f) - s.value(FIRST), 1e-4 * length, "frame " + f);
      assertEquals(unit * stated[f], s.value(f), 1e-4 * length, "frame " + f);
      arc += step(f);
    }
    for (int f = FIRST; f < LAST; f++) {
      assertTrue(s.value(f + 1) > s.value(f));
    }
  }

  @Test
  void theFramesAreOnThePathAndItDoesNotChangeItsLengthScale() throws Exception {
    Terms eta = evaluate("eta", "optimal", frames);
    Terms s = evaluate("s", "optimal", frames);
    for (int f = FIRST; f <= LAST; f++) {
      // a hundredth of a step
      assertEquals(0, eta.value(f), 0.01 * step(300), "frame " + f);
      assertEquals(1, s.metric(f), 1e-3);
    }
  }

  @Test
  void theCurvatureNeverTurnsRoundFromFrameToFrame() throws Exception {
    ReferenceFile file = ReferenceFile.read(ReactionPaths.HCN_FILE);
    PathFrames used = new PathFrames(ReactionPaths.HCN_FILE, file, MASSES, Fitting.OPTIMAL);
    ReactionPath path = used.path(1e-3 * used.spacing());
    FootPoint foot = new FootPoint(new FootPoint.Places(path), true);
    double[] before = null;
    Terms kappa = evaluate("kappa", "optimal", frames);
    for (int f = FIRST; f <= LAST; f++) {
      double[][] q = foot(foot, frames[f]);
      double[] bend = curvature(q);
      assertEquals(kappa.value(f), Math.sqrt(dot(bend, bend)), 1e-12);
      if (before != null) {
        double cosine = dot(bend, before) / Math.sqrt(dot(bend, bend) * dot(before, before));
        assertTrue(cosine > 0.98, "frame " + f + ": " + cosine);
      }
      before = bend;
    }
  }

  /** The derivatives of the path at the foot point of a structure. */
  private static double[][] foot(FootPoint foot, double[][] x) {
    double[] mean = new double[3];
    for (int d = 0; d < 3; d++) {
      for (int p = 0; p < 3; p++) {
        mean[d] += MASSES[p] * x[p][d] / (MASSES[0] + MASSES[1] + MASSES[2]);
      }
    }
    for (int k = 0; k < 9; k++) {
      foot.structure()[k] = Math.sqrt(MASSES[k / 3]) * (x[k / 3][k % 3] - mean[k % 3]);
    }
    assertTrue(foot.find());
    foot.differentiate(2);
    return foot.shape();
  }

  private static double[] curvature(double[][] q) {
    double a = dot(q[1], q[1]);
    double b = dot(q[1], q[2]);
    double[] bend = new double[9];
    for (int k = 0; k < 9; k++) {
      bend[k] = (q[2][k] - b / a * q[1][k]) / a;
    }
    return bend;
  }

  private static double dot(double[] a, double[] b) {
    return FootPoint.dot(a, b);
  }

  /** A structure next to the path, and what is known of it. */
  private record Displaced(double[][] x, double s, double eta, double bend, double rotating) {}

  /**
   * Displaces structures of the path, on average by half of what makes |κ·η| the most that is
   * wanted, at right angles to the path, translations and rotations.
   */
  private static Displaced[] displaced(double most, Random random) throws Exception {
    ReferenceFile file = ReferenceFile.read(ReactionPaths.HCN_FILE);
    PathFrames used = new PathFrames(ReactionPaths.HCN_FILE, file, MASSES, Fitting.OPTIMAL);
    ReactionPath path = used.path(1e-3 * used.spacing());
    FootPoint foot = new FootPoint(new FootPoint.Places(path), true);
    Displaced[] displaced = new Displaced[LAST - FIRST + 1];
    for (int f = FIRST; f <= LAST; f++) {
      double[][] q = foot(foot, frames[f]);
      double[] n = normal(q, random);
      double[] bend = curvature(q);
      double eta = most * (2 * random.nextDouble() - 1) / Math.sqrt(dot(bend, bend));
      double[][] x = new double[3][3];
      double[] delta = new double[9];
      for (int k = 0; k < 9; k++) {
        delta[k] = eta * n[k];
        x[k / 3][k % 3] = (q[0][k] + delta[k]) / Math.sqrt(MASSES[k / 3]);
      }
      displaced[f - FIRST] =
          new Displaced(
              x, path.arc(foot.parameter()), Math.abs(eta), dot(bend, delta), rotating(q, delta));
    }
    return displaced;
  }

  /** A direction at right angles to the path, to translations and to rotations. */
  private static double[] normal(double[][] q, Random random) {
    double[][] others = new double[8][9];
    others[0] = q[1].clone();
    for (int k = 0; k < 9; k++) {
      int p = k / 3;
      others[1 + k % 3][k] = Math.sqrt(MASSES[p]);
      // about z, y and x
      others[4 + (k + 2) % 3][k] = q[0][3 * p + (k + 1) % 3];
      others[4 + (k + 1) % 3][k] = -q[0][3 * p + (k + 2) % 3];
      others[7][k] = random.nextGaussian();
    }
    for (int a = 0; a < 8; a++) {
      for (int b = 0; b < a; b++) {
        double overlap = dot(others[a], others[b]);
        for (int k = 0; k < 9; k++) {
          others[a][k] -= overlap * others[b][k];
        }
      }
      double norm = Math.sqrt(dot(others[a], others[a]));
      for (int k = 0; k < 9; k++) {
        others[a][k] /= norm;
      }
    }
    return others[7];
  }

  /**
   * What turning does to |∇s|² to second order: with L = Σ q' × δ about z, the only axis about
   * which a planar molecule in its plane is turned, (1 + ω I ω)/(1 − κ·η − L·ω)², ω = L/J.
   */
  private static double rotating(double[][] q, double[] delta) {
    double l = 0;
    double j = 0;
    double inertia = 0;
    for (int p = 0; p < 9; p += 3) {
      l += q[1][p] * delta[p + 1] - q[1][p + 1] * delta[p];
      j += q[0][p] * (q[0][p] + delta[p]) + q[0][p + 1] * (q[0][p + 1] + delta[p + 1]);
      inertia += q[0][p] * q[0][p] + q[0][p + 1] * q[0][p + 1];
    }
    double a = dot(q[1], q[1]);
    double bend = dot(q[2], delta) / a - dot(q[1], q[2]) * dot(q[1], delta) / (a * a);
    double turning = l * l / (j * a);
    return (1 + l * l * inertia / (j * j * a)) / Math.pow(1 - bend - turning, 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.2})
  void displacedStructuresGiveBackWhereTheyAre(double most) throws Exception {
    Random random = new Random(41);
    Displaced[] displaced = displaced(most, random);
    double[][][] x = new double[displaced.length][][];
    for (int k = 0; k < x.length; k++) {
      x[k] = Geometry.move(displaced[k].x, Geometry.rotation(random), 0.3, -0.1, 0.2);
    }
    Terms s = evaluate("s", "optimal", x);
    Terms eta = evaluate("eta", "optimal", x);
    double[][][] still = new double[x.length][][];
    for (int k = 0; k < x.length; k++) {
      still[k] = displaced[k].x;
    }
    Terms shifted = evaluate("s", "centre", still);
    for (int k = 0; k < x.length; k++) {
      String where = "frame " + (FIRST + k);
      assertEquals(displaced[k].s, s.value(k), 1e-11, where);
      assertEquals(displaced[k].eta, eta.value(k), 1e-11, where);
      // the frames of the file turn a little from one to the next
      assertEquals(displaced[k].s, shifted.value(k), 1e-5, where);
      double factor = 1 / Math.pow(1 - displaced[k].bend, 2);
      assertEquals(factor, shifted.metric(k), 1e-3 * factor, where);
      assertEquals(displaced[k].rotating, s.metric(k), 1e-3 * factor, where);
      if (most <= 0.05) {
        assertEquals(factor, s.metric(k), 0.01 * factor, where);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2})
  void displacedFramesOfTheFileDoSoToo(double most) throws Exception {
    Random random = new Random(43);
    Terms kappa = evaluate("kappa", "optimal", frames);
    double[][][] x = new double[LAST - FIRST + 1][3][3];
    double[] distance = new double[x.length];
    for (int f = FIRST; f <= LAST; f++) {
      double[][] q = new double[2][9];
      for (int k = 0; k < 9; k++) {
        double root = Math.sqrt(MASSES[k / 3]);
        q[0][k] = root * frames[f][k / 3][k % 3];
        q[1][k] = root * (frames[f + 1][k / 3][k % 3] - frames[f - 1][k / 3][k % 3]);
      }
      double[] n = normal(q, random);
      double eta = most * (2 * random.nextDouble() - 1) / kappa.value(f);
      distance[f - FIRST] = Math.abs(eta);
      for (int k = 0; k < 9; k++) {
        x[f - FIRST][k / 3][k % 3] = (q[0][k] + eta * n[k]) / Math.sqrt(MASSES[k / 3]);
      }
    }
    Terms s = evaluate("s", "optimal", x);
    Terms eta = evaluate("eta", "optimal", x);
    Terms here = evaluate("s", "optimal", frames);
    // the tangent at the first frame would need the one before, from which the path folds back
    for (int k = 1; k < x.length; k++) {
      String where = "frame " + (FIRST + k);
      assertEquals(here.value(FIRST + k), s.value(k), 1e-4 * length, where);
      assertEquals(distance[k], eta.value(k), 1e-4 * length, where);
    }
  }
}
