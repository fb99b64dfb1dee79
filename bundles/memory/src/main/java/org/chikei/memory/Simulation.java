package org.chikei.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * A simulated generalised Langevin equation beside the data.
 *
 * @param frames how many frames were simulated
 * @param velocity ⟨ṙ(t) ṙ(0)⟩ of the simulation
 * @param velocityErrors its standard errors
 * @param distance how far it is from that of the data, as a part of its norm
 * @param noise the norm of the errors of both as the same part
 * @param landscape the densities
 * @param crossings passages between neighbouring wells of Vm
 */
record Simulation(
    int frames,
    double[] velocity,
    double[] velocityErrors,
    double distance,
    double noise,
    SimulatedLandscape landscape,
    List<Crossing> crossings) {

  /**
   * Passages over one barrier.
   *
   * @param from the cell of the well from which it is crossed
   * @param to that of the well to which
   * @param data the passages of the data
   * @param simulated those of the simulation
   */
  record Crossing(int from, int to, Passages data, Passages simulated) {}

  static Simulation of(Memory memory, KernelFit fit, long seed, String timeUnit) {
    Motion motion = memory.motions().get(0);
    Motion run = new LangevinRun(motion, memory.force().spline(), fit.terms(), seed).run();
    int lags = Math.min(memory.lags(), run.longest() - 1);
    Correlations correlations =
        Correlations.of(
            run.starts(), lags, 0, new double[][] {run.velocity()}, new int[] {0}, new int[] {0});
    Jackknife jackknife = new Jackknife(1, lags, correlations.blocks());
    for (int b = 0; b < correlations.blocks(); b++) {
      jackknife.set(b, correlations.means(b));
    }
    double[] velocity = correlations.means(-1)[0];
    double[] errors = jackknife.errors()[0];
    double off = 0;
    double vague = 0;
    double norm = 0;
    for (int k = 0; k <= lags; k++) {
      double expected = memory.velocity()[0][k];
      off += (velocity[k] - expected) * (velocity[k] - expected);
      norm += expected * expected;
      vague += errors[k] * errors[k];
      vague += memory.velocityErrors()[0][k] * memory.velocityErrors()[0][k];
    }
    SimulatedLandscape landscape = SimulatedLandscape.of(memory, run);
    return new Simulation(
        run.frames(),
        velocity,
        errors,
        Math.sqrt(off / norm),
        Math.sqrt(vague / norm),
        landscape,
        crossings(landscape, motion, run, memory.lags(), timeUnit));
  }

  private static List<Crossing> crossings(
      SimulatedLandscape landscape, Motion motion, Motion run, int lags, String unit) {
    List<Crossing> crossings = new ArrayList<>();
    SplineAxis axis = landscape.axis();
    List<Integer> wells = Wells.of(landscape.vm(), axis.periodic());
    Blocks dataBlocks = Blocks.of(motion.starts(), lags, 0);
    Blocks runBlocks = Blocks.of(run.starts(), lags, 0);
    boolean round = axis.periodic() && wells.size() > 2;
    for (int w = 0; w + (round ? 0 : 1) < wells.size(); w++) {
      int from = wells.get(w);
      int to = wells.get((w + 1) % wells.size());
      double first = axis.middle(from);
      double second = axis.middle(to);
      crossings.add(
          new Crossing(
              from,
              to,
              Passages.of(motion, dataBlocks, first, second, unit),
              Passages.of(run, runBlocks, first, second, unit)));
    }
    return crossings;
  }
}
