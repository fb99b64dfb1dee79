package org.chikei.memory;

import java.util.Arrays;
import org.chikei.api.result.Quantity;

/**
 * The potential of mean force and what the data and a simulation have of it, −ln ρ, by cells and in
 * kT. All are as high as Vm in the mean over e^(−Vm).
 *
 * @param axis the cells
 * @param vm −ln of the mean of e^(−Vm) over the cell; its least is 0
 * @param vmErrors standard errors
 * @param simulated −ln ρ of the simulation; NaN in an empty cell
 * @param simulatedErrors standard errors
 * @param data −ln ρ of the data
 * @param dataErrors standard errors
 */
record SimulatedLandscape(
    SplineAxis axis,
    double[] vm,
    double[] vmErrors,
    double[] simulated,
    double[] simulatedErrors,
    double[] data,
    double[] dataErrors) {
  /** Cells that are higher above the lowest one, in kT, are not judged. */
  private static final double HIGHEST = 5;

  /** Cells whose population is less well known, in kT, cannot tell a tenth of it from nothing. */
  private static final double VAGUEST = 0.05;

  private static final int FINE = 16;

  static SimulatedLandscape of(Memory memory, Motion run) {
    SplineAxis axis = memory.force().grid().axes()[0];
    Motion motion = memory.motions().get(0);
    Blocks blocks = Blocks.of(motion.starts(), memory.lags(), 0);
    double[][] dataCounts = new double[blocks.count()][axis.intervals()];
    for (Blocks.Part part : blocks.parts()) {
      count(axis, motion.position(), part.from(), part.to(), dataCounts[part.block()]);
    }
    double[][] runCounts = new double[run.runs()][axis.intervals()];
    for (int s = 0; s < run.runs(); s++) {
      count(axis, run.position(), run.starts()[s], run.starts()[s + 1], runCounts[s]);
    }
    double[] data = heights(dataCounts, -1);
    int begin = axis.periodic() ? emptiest(data) : 0;
    double square = motion.squaredVelocity();
    double[] vm = potential(axis, memory.force().spline(), square, begin);
    Judge judge = new Judge(vm, data, heights(runCounts, -1));
    int count = blocks.count();
    Jackknife vmJackknife = new Jackknife(1, vm.length - 1, count);
    Jackknife dataJackknife = new Jackknife(1, vm.length - 1, count);
    for (int b = 0; b < count; b++) {
      double[] change = memory.force().changes()[b][0];
      double[] without = shifted(vm, change, axis.width() / square, begin);
      vmJackknife.set(b, new double[][] {judge.aligned(without)});
      dataJackknife.set(b, new double[][] {judge.aligned(heights(dataCounts, b))});
    }
    Jackknife runJackknife = new Jackknife(1, vm.length - 1, run.runs());
    for (int s = 0; s < run.runs(); s++) {
      runJackknife.set(s, new double[][] {judge.aligned(heights(runCounts, s))});
    }
    return new SimulatedLandscape(
        axis,
        vm,
        vmJackknife.errors()[0],
        judge.aligned(heights(runCounts, -1)),
        runJackknife.errors()[0],
        judge.aligned(data),
        dataJackknife.errors()[0]);
  }

  private static void count(SplineAxis axis, double[] r, int from, int to, double[] counts) {
    for (int j = from; j < to; j++) {
      counts[axis.interval(r[j])]++;
    }
  }

  /** −ln of the population of all runs but one; NaN where there is none. */
  private static double[] heights(double[][] counts, int without) {
    double[] heights = new double[counts[0].length];
    for (int s = 0; s < counts.length; s++) {
      for (int cell = 0; cell < heights.length && s != without; cell++) {
        heights[cell] += counts[s][cell];
      }
    }
    double all = Arrays.stream(heights).sum();
    return Arrays.stream(heights).map(n -> n > 0 ? -Math.log(n / all) : Double.NaN).toArray();
  }

  private static int emptiest(double[] heights) {
    int emptiest = 0;
    for (int cell = 0; cell < heights.length; cell++) {
      boolean higher = !(heights[cell] <= heights[emptiest]);
      emptiest = higher && !Double.isNaN(heights[emptiest]) ? cell : emptiest;
    }
    return emptiest;
  }

  /** −ln of the mean of exp ∫f_m/⟨ṙ²⟩ over each cell, on a circle from the given cell on. */
  private static double[] potential(SplineAxis axis, Spline force, double square, int begin) {
    int cells = axis.intervals();
    double width = axis.width() / FINE;
    double[] vm = new double[cells];
    double height = 0;
    for (int k = 0; k < cells; k++) {
      int cell = (begin + k) % cells;
      double[] fine = new double[FINE];
      for (int m = 0; m < FINE; m++) {
        double part = force.value(axis.from() + cell * axis.width() + (m + 0.5) * width) * width;
        fine[m] = height - part / square / 2;
        height -= part / square;
      }
      double least = Arrays.stream(fine).min().orElseThrow();
      vm[cell] = least - Math.log(Arrays.stream(fine).map(y -> Math.exp(least - y) / FINE).sum());
    }
    double lowest = Arrays.stream(vm).min().orElseThrow();
    return Arrays.stream(vm).map(y -> y - lowest).toArray();
  }

  /** Vm with a changed mean force. */
  private static double[] shifted(double[] vm, double[] change, double perForce, int begin) {
    double[] shifted = new double[vm.length];
    double height = 0;
    for (int k = 0; k < vm.length; k++) {
      int cell = (begin + k) % vm.length;
      double part = change[cell] * perForce;
      shifted[cell] = vm[cell] + height - part / 2;
      height -= part;
    }
    return shifted;
  }

  /** Brings landscapes to the height of Vm, by cells that all of them know. */
  private static final class Judge {
    private final double[] vm;
    private final double[] weights;

    Judge(double[] vm, double[] data, double[] simulated) {
      this.vm = vm;
      this.weights = new double[vm.length];
      for (int cell = 0; cell < vm.length; cell++) {
        boolean known = vm[cell] <= HIGHEST && Double.isFinite(data[cell] + simulated[cell]);
        weights[cell] = known ? Math.exp(-vm[cell]) : 0;
      }
    }

    double[] aligned(double[] heights) {
      double off = 0;
      double weight = 0;
      for (int cell = 0; cell < vm.length; cell++) {
        if (weights[cell] > 0 && Double.isFinite(heights[cell])) {
          off += weights[cell] * (heights[cell] - vm[cell]);
          weight += weights[cell];
        }
      }
      double mean = off / weight;
      return Arrays.stream(heights).map(y -> y - mean).toArray();
    }
  }

  /** The largest difference of the simulation from Vm where both are known well. */
  Quantity largestFromVm() {
    return largest(vm, new double[vm.length]);
  }

  /** The largest difference of the simulation from the data where both are known well. */
  Quantity largestFromData() {
    return largest(data, dataErrors);
  }

  private Quantity largest(double[] other, double[] errors) {
    Quantity largest = new Quantity(Double.NaN, Double.NaN, "kT");
    for (int cell = 0; cell < vm.length; cell++) {
      double off = Math.abs(simulated[cell] - other[cell]);
      double error = Math.hypot(simulatedErrors[cell], errors[cell]);
      if (vm[cell] <= HIGHEST && error <= VAGUEST && !(off <= largest.value())) {
        largest = new Quantity(off, error, "kT");
      }
    }
    return largest;
  }
}
