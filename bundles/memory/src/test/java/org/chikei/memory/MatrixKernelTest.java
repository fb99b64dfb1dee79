package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.result.StepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two particles of mass 1 in a harmonic well, coupled to one bath: V = ½ xᵀKx + Σ½k_i (c_i·x −
 * y_i)². Then Γ_ab(t) = Σ k_i c_ai c_bi cos ω_i t, whatever K is.
 */
final class MatrixKernelTest {
  private static final int OSCILLATORS = 24;
  private static final double SPACING = 0.05;
  private static final int FRAMES = 1500;
  private static final int INNER = 4;
  private static final double[][] WELL = {{1.5, 0.4}, {0.4, 2.5}};

  private final double[] stiffness = new double[OSCILLATORS];
  private final double[] omega = new double[OSCILLATORS];
  private final double[][] coupling = new double[2][OSCILLATORS];

  private void bath(double strength, double overlap) {
    for (int i = 0; i < OSCILLATORS; i++) {
      omega[i] = 1.5 * Math.tan(Math.PI * (i + 0.5) / (2 * OSCILLATORS + 4));
      stiffness[i] = strength / OSCILLATORS;
      coupling[0][i] = 1;
      coupling[1][i] = i % 2 == 0 ? overlap : 1.2;
    }
  }

  private double kernel(int a, int b, double t) {
    double sum = 0;
    for (int i = 0; i < OSCILLATORS; i++) {
      sum += stiffness[i] * coupling[a][i] * coupling[b][i] * Math.cos(omega[i] * t);
    }
    return sum;
  }

  /** x_a, v_a, a_a of both, all segments one after the other. */
  private double[][] run(int segments, long seed) {
    double[][] columns = new double[6][segments * FRAMES];
    Random random = new Random(seed);
    double[] y = new double[OSCILLATORS];
    double[] w = new double[OSCILLATORS];
    double[] x = new double[2];
    double[] v = new double[2];
    double[] force = new double[2];
    double dt = SPACING / INNER;
    // a factor of the covariance K⁻¹ of x at kT = 1
    double det = WELL[0][0] * WELL[1][1] - WELL[0][1] * WELL[0][1];
    double first = Math.sqrt(WELL[1][1] / det);
    double mixed = -WELL[0][1] / det / first;
    double second = Math.sqrt(WELL[0][0] / det - mixed * mixed);
    for (int s = 0; s < segments; s++) {
      double g = random.nextGaussian();
      x[0] = first * g;
      x[1] = mixed * g + second * random.nextGaussian();
      for (int a = 0; a < 2; a++) {
        v[a] = random.nextGaussian();
      }
      for (int i = 0; i < OSCILLATORS; i++) {
        y[i] =
            coupling[0][i] * x[0]
                + coupling[1][i] * x[1]
                + random.nextGaussian() / Math.sqrt(stiffness[i]);
        w[i] = omega[i] / Math.sqrt(stiffness[i]) * random.nextGaussian();
      }
      for (int j = 0; j < FRAMES; j++) {
        force(x, y, force);
        int at = s * FRAMES + j;
        for (int a = 0; a < 2; a++) {
          columns[3 * a][at] = x[a];
          columns[3 * a + 1][at] = v[a];
          columns[3 * a + 2][at] = force[a];
        }
        for (int inner = 0; inner < INNER; inner++) {
          step(x, v, y, w, force, dt);
        }
      }
    }
    return columns;
  }

  private void force(double[] x, double[] y, double[] force) {
    force[0] = -WELL[0][0] * x[0] - WELL[0][1] * x[1];
    force[1] = -WELL[1][0] * x[0] - WELL[1][1] * x[1];
    for (int i = 0; i < OSCILLATORS; i++) {
      double stretch = coupling[0][i] * x[0] + coupling[1][i] * x[1] - y[i];
      force[0] -= stiffness[i] * coupling[0][i] * stretch;
      force[1] -= stiffness[i] * coupling[1][i] * stretch;
    }
  }

  /** The bath by its exact turn about where the particles are, these by kicks: second order. */
  private void step(double[] x, double[] v, double[] y, double[] w, double[] force, double dt) {
    force(x, y, force);
    for (int a = 0; a < 2; a++) {
      v[a] += 0.5 * dt * force[a];
      x[a] += 0.5 * dt * v[a];
    }
    for (int i = 0; i < OSCILLATORS; i++) {
      double centre = coupling[0][i] * x[0] + coupling[1][i] * x[1];
      double cos = Math.cos(omega[i] * dt);
      double sin = Math.sin(omega[i] * dt);
      double off = y[i] - centre;
      y[i] = centre + off * cos + w[i] / omega[i] * sin;
      w[i] = w[i] * cos - off * omega[i] * sin;
    }
    for (int a = 0; a < 2; a++) {
      x[a] += 0.5 * dt * v[a];
    }
    force(x, y, force);
    for (int a = 0; a < 2; a++) {
      v[a] += 0.5 * dt * force[a];
    }
  }

  private static StepResult memory(double[][] columns, Map<String, Object> settings)
      throws Exception {
    List<CoordinateInfo> coordinates =
        List.of(
            new CoordinateInfo("x", "column", "", Optional.empty(), List.of(), List.of()),
            new CoordinateInfo("z", "column", "", Optional.empty(), List.of(), List.of()));
    SampleTable table = new SampleTable(columns[0].length);
    for (int a = 0; a < 2; a++) {
      table
          .withValues(a, columns[3 * a])
          .withVelocities(Kinetics.DIRECT, a, columns[3 * a + 1])
          .withAccelerations(Kinetics.DIRECT, a, columns[3 * a + 2]);
    }
    DataOverview overview =
        new DataOverview(
            1, true, Set.of(Kinetics.DIRECT), null, columns[0].length, SPACING, 0, table);
    Collector collector =
        new MemoryStep()
            .prepare(new StepRequest("xz", coordinates, new Parameters(settings)))
            .collect(overview);
    Accumulator whole = collector.accumulator();
    int segments = columns[0].length / FRAMES;
    for (int s = 0; s < segments; s++) {
      Accumulator part = collector.accumulator();
      part.add(table.own(s * FRAMES, (s + 1) * FRAMES, s, 0));
      whole.merge(part);
    }
    return collector.finish(
        whole, new FinishContext(columns[0].length, segments, SPACING, false, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"4, -0.5", "6, 0.3"})
  void theKernelOfTwoCoordinatesIsAMatrix(double strength, double overlap) throws Exception {
    bath(strength, overlap);
    StepResult result =
        memory(run(150, 3), Map.of("along", "auto", "simulate", true, "seed", 1L, "to", 3.0));
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        String pair = "" + (char) ('a' + a) + (char) ('a' + b);
        double[] gamma = result.tables().get(0).column("gamma_" + pair).values();
        double[] error = result.tables().get(0).column("gamma_" + pair + "_err").values();
        double off = 0;
        int beyond = 0;
        for (int k = 0; k < gamma.length; k++) {
          double exact = kernel(a, b, k * SPACING);
          off += Math.pow(gamma[k] - exact, 2) / gamma.length;
          beyond += Math.abs(gamma[k] - exact) > 4 * error[k] + 0.02 * kernel(0, 0, 0) ? 1 : 0;
        }
        // the root mean square error in parts of the largest kernel: noise of 150 segments
        double part = Math.sqrt(off) / kernel(0, 0, 0);
        assertTrue(part < 0.05, pair + ": " + part);
        assertTrue(beyond <= 3, pair + ": " + beyond + " of " + gamma.length);
      }
    }
    assertEquals(4, ((List<?>) result.fields().get("pairs")).size());
    assertEquals(true, result.fields().get("same_backwards"));
    assertTrue(result.headline().contains("is a matrix"), result.headline());
  }

  @Test
  void severalCoordinatesHaveNoIsometricOnesInCommon() {
    bath(4, 0.2);
    double[][] columns = run(4, 1);
    StepFailure refused =
        assertThrows(
            StepFailure.class,
            () ->
                memory(
                    columns,
                    Map.of("along", "isometric", "simulate", false, "seed", 1L, "to", 1.0)));
    assertTrue(refused.getMessage().contains("along: given"), refused.getMessage());
  }
}
