package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.chikei.api.Units;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobRequest;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.Table;
import org.chikei.batch.fake.FakeMotion;
import org.chikei.batch.fake.FakeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples against the known motion of the atoms, whose coordinates can be followed in time. */
final class SamplesTest {
  @TempDir Path folder;
  private final BatchWorkbench workbench = new BatchWorkbench(FakeRegistry.full());

  @BeforeEach
  void writeInput() throws IOException {
    Files.writeString(folder.resolve("s.atoms"), "ATOMS\nN A A\nN B B\nN C C\nN D D\n");
  }

  private JobResult run(String trajectory, String analysis) throws Exception {
    Files.writeString(folder.resolve("a.fake"), "FAKE\n" + trajectory.replace(' ', '\n'));
    Path job =
        Files.writeString(
            folder.resolve("job.yaml"),
            """
            source: {trajectory: a.fake, structure: s.atoms, temperature: 300}
            coordinates:
              - {name: d, type: span, atoms: [1, 2]}
              - {name: e, type: span, atoms: [2, 4]}
              - {name: p, type: product, of: [d, e]}
              - {name: q, type: product, of: [p, d]}
              - {name: late, type: span, atoms: [1, 4]}
              - {name: turn, type: turn, atom: 3}
            """
                + analysis);
    return workbench
        .run(new JobRequest(job, Map.of(), Optional.empty(), 2), JobMonitor.NONE)
        .result();
  }

  private static double span(int a, int b, double t) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum += Math.pow(FakeMotion.position(b, k, t) - FakeMotion.position(a, k, t), 2);
    }
    return Math.sqrt(sum);
  }

  private static double[] column(JobResult result, int step, String name) {
    Table table = result.steps().get(step).tables().get(0);
    return table.column(name).values();
  }

  /** Compares value, velocity and acceleration with five-point differences of R(t). */
  private static void follows(JobResult result, int step, String k, DoubleUnaryOperator r) {
    double[] t = column(result, step, "t");
    double[] value = column(result, step, "r" + k);
    double[] velocity = column(result, step, "v" + k + "direct");
    double[] acceleration = column(result, step, "a" + k + "direct");
    double h = 1e-3;
    for (int j = 0; j < t.length; j++) {
      double a = r.applyAsDouble(t[j] - 2 * h);
      double b = r.applyAsDouble(t[j] - h);
      double c = r.applyAsDouble(t[j]);
      double d = r.applyAsDouble(t[j] + h);
      double e = r.applyAsDouble(t[j] + 2 * h);
      assertEquals(c, value[j], 1e-15);
      // h⁴ of the differences and rounding over h and h²
      assertEquals((a - 8 * b + 8 * d - e) / (12 * h), velocity[j], 1e-11);
      assertEquals((-a + 16 * b - 30 * c + 16 * d - e) / (12 * h * h), acceleration[j], 2e-8);
    }
  }

  @Test
  void velocitiesAndAccelerationsAreTimeDerivatives() throws Exception {
    JobResult result =
        run(
            "frames=1300 spacing=0.05",
            """
            analysis:
              - {step: record, of: d}
              - {step: record, of: p}
              - {step: record, of: [q, late]}
            """);
    follows(result, 0, "0", t -> span(0, 1, t));
    follows(result, 1, "0", t -> span(0, 1, t) * span(1, 3, t));
    follows(result, 2, "0", t -> Math.pow(span(0, 1, t), 2) * span(1, 3, t));
    follows(result, 2, "1", t -> span(0, 3, t));
  }

  @Test
  void theMetricIsThatOfTheAtomsAndSharesAddUpToIt() throws Exception {
    JobResult result = run("frames=40", "analysis: [{step: record, of: [p, late]}]\n");
    double[] t = column(result, 0, "t");
    for (int j = 0; j < t.length; j++) {
      double[][] p = gradients(t[j], true);
      double[][] late = gradients(t[j], false);
      double sum = 0;
      double cross = 0;
      for (int atom = 0; atom < 4; atom++) {
        double square = 0;
        for (int k = 0; k < 3; k++) {
          square += p[atom][k] * p[atom][k] / FakeMotion.mass(atom);
          cross += p[atom][k] * late[atom][k] / FakeMotion.mass(atom);
        }
        sum += square;
        if (atom != 2) {
          assertEquals(square, column(result, 0, "share0_" + atom)[j], 1e-9);
        }
      }
      // central differences of the values: 1e-10
      assertEquals(sum, column(result, 0, "g00")[j], 1e-9);
      assertEquals(cross, column(result, 0, "g01")[j], 1e-9);
      double shares = 0;
      for (int atom : new int[] {0, 1, 3}) {
        shares += column(result, 0, "share0_" + atom)[j];
      }
      assertEquals(column(result, 0, "g00")[j], shares, 1e-16);
    }
  }

  /** ∂(R₁₂R₂₄)/∂x or ∂R₁₄/∂x by central differences. */
  private static double[][] gradients(double t, boolean product) {
    double[][] x = new double[4][3];
    for (int a = 0; a < 4; a++) {
      for (int k = 0; k < 3; k++) {
        x[a][k] = FakeMotion.position(a, k, t);
      }
    }
    double[][] gradients = new double[4][3];
    double h = 1e-5;
    for (int a = 0; a < 4; a++) {
      for (int k = 0; k < 3; k++) {
        double middle = x[a][k];
        x[a][k] = middle + h;
        double ahead = product ? length(x, 0, 1) * length(x, 1, 3) : length(x, 0, 3);
        x[a][k] = middle - h;
        double behind = product ? length(x, 0, 1) * length(x, 1, 3) : length(x, 0, 3);
        x[a][k] = middle;
        gradients[a][k] = (ahead - behind) / (2 * h);
      }
    }
    return gradients;
  }

  private static double length(double[][] x, int a, int b) {
    return Math.sqrt(
        Math.pow(x[a][0] - x[b][0], 2)
            + Math.pow(x[a][1] - x[b][1], 2)
            + Math.pow(x[a][2] - x[b][2], 2));
  }

  /** ℓ of a distance is 2/(μR); of h = R₁R₂ it is R₂ℓ₁ + R₁ℓ₂ + 2 g₁₂. */
  @Test
  void momentumAveragesHaveTheLaplacian() throws Exception {
    JobResult result =
        run("frames=40", "analysis: [{step: record, of: [d, e]}, {step: record, of: p}]\n");
    double kT = 300 * Units.BOLTZMANN;
    double[] t = column(result, 0, "t");
    for (int j = 0; j < t.length; j++) {
      double r1 = span(0, 1, t[j]);
      double r2 = span(1, 3, t[j]);
      double l1 = 2 * (1 / FakeMotion.mass(0) + 1 / FakeMotion.mass(1)) / r1;
      double l2 = 2 * (1 / FakeMotion.mass(1) + 1 / FakeMotion.mass(3)) / r2;
      double f1 = force(t[j], 0, 1);
      double f2 = force(t[j], 1, 3);
      double[] averaged = column(result, 0, "a0momentum-averaged");
      // the differences that make ℓ of gradients are good to 1e-9 of it
      assertEquals(kT * l1 + f1, averaged[j], 1e-7);
      double l = r2 * l1 + r1 * l2 + 2 * column(result, 0, "g01")[j];
      assertEquals(kT * l + r2 * f1 + r1 * f2, column(result, 1, "a0momentum-averaged")[j], 1e-7);
    }
  }

  private static double force(double t, int a, int b) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum +=
          (FakeMotion.position(b, k, t) - FakeMotion.position(a, k, t))
              * (FakeMotion.acceleration(b, k, t) - FakeMotion.acceleration(a, k, t));
    }
    return sum / span(a, b, t);
  }

  @Test
  void seriesKineticsCrossSlicesAndStopAtSegments() throws Exception {
    JobResult result =
        run(
            "frames=3000 spacing=0.01 gaps=2500 content=xt",
            "analysis: [{step: record, of: d}, {step: record, of: turn, halo: 2}]\n");
    double[] t = column(result, 0, "t");
    double[] rates = column(result, 0, "v0series");
    double[] accelerations = column(result, 0, "a0series");
    int blanks = 0;
    for (int j = 0; j < t.length; j++) {
      if (Double.isNaN(rates[j])) {
        blanks++;
        continue;
      }
      double h = 0.01;
      double ahead = span(0, 1, t[j] + h);
      double behind = span(0, 1, t[j] - h);
      assertEquals((ahead - behind) / (2 * h), rates[j], 1e-12);
      assertEquals((ahead - 2 * span(0, 1, t[j]) + behind) / (h * h), accelerations[j], 1e-10);
    }
    assertEquals(4, blanks, "both ends of both segments");
    double[] turns = column(result, 1, "v0series");
    for (int j = 1; j < 2499; j++) {
      double exact =
          (FakeMotion.position(2, 0, t[j] + 0.01) - FakeMotion.position(2, 0, t[j] - 0.01)) / 0.02;
      assertEquals(exact, turns[j], 1e-12);
    }
    assertEquals(2, result.steps().get(0).fields().get("segments"));
    assertEquals(0.01, result.steps().get(0).fields().get("spacing"));
  }

  @Test
  void aSpacingThatDoesNotFollowTheMotionGivesNoSeriesKinetics() throws Exception {
    JobResult result =
        run("frames=300 spacing=3 content=xt", "analysis: [{step: record, of: d}]\n");
    assertTrue(
        result.steps().get(0).tables().get(0).columns().stream()
            .noneMatch(c -> c.name().contains("series")));
  }

  @Test
  void whatDoesNotExistIsNaNAndCountedOnce() throws Exception {
    JobResult result = run("frames=2000 nan=1500", "analysis: [{step: record, of: d}]\n");
    assertTrue(Double.isNaN(column(result, 0, "r0")[1500]));
    assertEquals(
        "coordinate 'd' does not exist in 1 frame (frame 1500 of a.fake); they are left out",
        result.warnings().get(result.warnings().size() - 1));
    assertEquals(1, result.warnings().size(), "what no step uses is not looked at");
  }
}
