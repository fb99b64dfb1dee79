package org.chikei.landscape.profile;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.error.CorrelatedError;
import org.chikei.landscape.grid.GridSums;

/**
 * How much each block of frames moves each curve of a comparison: the derivative of the curve along
 * the block's own sums. The error of a curve is the error of the sum of its influences; that of a
 * difference between two places, or two curves, is the error of the difference of theirs.
 */
public final class Influences {
  private final Curves curves;
  private final CurveFrame frame;
  private final int bins;
  private final int blocks;
  private final BinInfluences inBins;
  private final double[][][] influence = new double[Curves.COUNT][][];
  private final double[] lnMass;
  private final double[] lnRelabelledMass;
  private final double[] closureVm;
  private final double[] closureChing;
  private final CorrelatedError error = new CorrelatedError();

  /**
   * Computes the influences.
   *
   * @param sums the sums by block
   * @param frame what the curves were computed with
   * @param curves the curves, filled from the total sums and not shifted since
   * @param independent the number of independent samples of each bin
   */
  Influences(GridSums sums, CurveFrame frame, Curves curves, double[] independent) {
    this.curves = curves;
    this.frame = frame;
    this.bins = frame.bins();
    this.blocks = sums.blocks();
    this.inBins = new BinInfluences(sums, frame, independent);
    double[][] dl = inBins.lnDensity();
    double[][] dx = inBins.means(SampleLayout.VALUE, frame.layout().valueWeight(), 1);
    double[][] dd = inBins.means(frame.square(), frame.squareWeight(), frame.squareFactor());
    Kinetics kinetics = frame.kinetics();
    int offset = kinetics == null ? -1 : frame.layout().kinetics(kinetics);
    double[][] df = inBins.means(offset + SampleLayout.ACCELERATION, offset, 1);
    int direct = frame.layout().kinetics(Kinetics.DIRECT);
    this.lnRelabelledMass = new double[blocks];
    this.closureVm = new double[blocks];
    this.closureChing = new double[blocks];
    influence[Curves.MEAN_VELOCITY] = inBins.means(direct + SampleLayout.VELOCITY, direct, 1);
    influence[Curves.D] = Centring.influences(frame, curves.get(Curves.D_MEAN), dd, dx);
    influence[Curves.F] = Centring.influences(frame, curves.get(Curves.F_MEAN), df, dx);
    boolean fitted = frame.fits() != null;
    if (fitted) {
      frame.fits().putInfluences(independent, influence[Curves.D], influence[Curves.F]);
    }
    this.lnMass =
        fitted
            ? inBins.lnMass(curves.get(Curves.D), influence[Curves.D])
            : inBins.lnMass(curves.get(Curves.D_MEAN), dd);
    curvesInBins(dl);
    influence[Curves.VM] = new double[bins][blocks];
    influence[Curves.VM_GD] = new double[bins][blocks];
    influence[Curves.G_CHING] = new double[bins][blocks];
    for (int[] run : frame.pieces().runs()) {
      meanForce(run);
      ching(run, dd, df);
      new VmByFreeEnergy(
              run,
              curves.get(Curves.G),
              curves.get(Curves.D_MEAN),
              frame.kT(),
              curves.referenceMass())
          .influences(curves.get(Curves.VM_GD), dl, dd, lnMass, influence[Curves.VM_GD]);
    }
    if (frame.stretch() != null) {
      relabel(dl, dd);
    }
  }

  /** The curves that are made of what is in each bin alone. */
  private void curvesInBins(double[][] dl) {
    double kT = frame.kT();
    double[] d = curves.get(Curves.D);
    double[] c = curves.get(Curves.C);
    influence[Curves.G] = new double[bins][];
    influence[Curves.C] = new double[bins][];
    influence[Curves.G_ISO] = new double[bins][];
    for (int k = 0; k < bins; k++) {
      double[] g = BlockTerms.multiple(-kT, dl[k]);
      influence[Curves.G][k] = g;
      double[] lnD = BlockTerms.multiple(1 / d[k], influence[Curves.D][k]);
      BlockTerms.add(lnD, 1, lnMass);
      influence[Curves.C][k] = BlockTerms.multiple(c[k], lnD);
      influence[Curves.G_ISO][k] = g.clone();
      BlockTerms.add(influence[Curves.G_ISO][k], -0.5 * kT, lnD);
    }
    int metric = frame.layout().metric();
    influence[Curves.G_GEO] = new double[bins][blocks];
    if (metric >= 0) {
      double[][] root = inBins.means(metric + SampleLayout.METRIC_ROOT, metric, 1);
      for (int k = 0; k < bins; k++) {
        double mean = inBins.total(k, metric + SampleLayout.METRIC_ROOT) / inBins.total(k, metric);
        BlockTerms.add(influence[Curves.G_GEO][k], 1, influence[Curves.G][k]);
        BlockTerms.add(influence[Curves.G_GEO][k], -kT / mean, root[k]);
      }
    }
  }

  /** Vm = −m* ∫ f dr. */
  private void meanForce(int[] run) {
    double[][] integral = integral(run, influence[Curves.F]);
    for (int k = 0; k < run.length; k++) {
      double[] vm = influence[Curves.VM][run[k]];
      BlockTerms.add(vm, -curves.referenceMass(), integral[k]);
      BlockTerms.add(vm, curves.get(Curves.VM)[run[k]], lnMass);
    }
    if (frame.pieces().closed()) {
      close(run, influence[Curves.F], -curves.referenceMass(), closureVm);
      BlockTerms.add(closureVm, curves.closureVm(), lnMass);
    }
  }

  /** A multiple of the integral around a circle. */
  private void close(int[] run, double[][] byBin, double factor, double[] closure) {
    for (int bin : run) {
      BlockTerms.add(closure, factor * frame.width(), byBin[bin]);
    }
  }

  /** G_C = −kT (∫ f/D dr − ln D). */
  private void ching(int[] run, double[][] dd, double[][] df) {
    double kT = frame.kT();
    double[] d = curves.get(Curves.D_MEAN);
    double[] f = curves.get(Curves.F_MEAN);
    double[][] ratio = new double[bins][];
    for (int bin : run) {
      ratio[bin] = BlockTerms.multiple(1 / d[bin], df[bin]);
      BlockTerms.add(ratio[bin], -f[bin] / (d[bin] * d[bin]), dd[bin]);
    }
    double[][] integral = integral(run, ratio);
    for (int k = 0; k < run.length; k++) {
      double[] ching = influence[Curves.G_CHING][run[k]];
      BlockTerms.add(ching, -kT, integral[k]);
      BlockTerms.add(ching, kT / d[run[k]], dd[run[k]]);
    }
    if (frame.pieces().closed()) {
      close(run, ratio, -kT, closureChing);
    }
  }

  /** Makes the influences on the best free energy: those on G less a share of its residual. */
  void fillBest(BestFreeEnergy best) {
    influence[Curves.G_BEST] = influence[Curves.G].clone();
    double[][] residual = new double[bins][];
    List<int[]> runs = frame.pieces().runs();
    for (int piece = 0; best.combined() && piece < runs.size(); piece++) {
      alignedTerms(Curves.G, Curves.G_CHING, runs.get(piece), residual);
      for (int k : runs.get(piece)) {
        double growth = best.growth()[piece];
        double[] combined = BlockTerms.multiple(growth, influence[Curves.G][k]);
        BlockTerms.add(combined, -growth * best.share()[k], residual[k]);
        influence[Curves.G_BEST][k] = combined;
      }
    }
  }

  /** What is said of the relabelled coordinate: its stretch is known, and so without influence. */
  private void relabel(double[][] dl, double[][] dd) {
    double[] d = curves.get(Curves.D_RELABELLED);
    double[][] ddRelabelled = new double[bins][];
    double factor = curves.relabelledMass() / frame.kT();
    double total = 0;
    for (int k = 0; k < bins; k++) {
      ddRelabelled[k] = BlockTerms.multiple(frame.stretch()[k] * frame.stretch()[k], dd[k]);
      total += d[k] > 0 ? inBins.total(k, SampleLayout.WEIGHT) : 0;
    }
    for (int k = 0; k < bins; k++) {
      if (d[k] > 0) {
        // a sum over bins does not miss what each of them knows too little of by itself
        double share = inBins.total(k, SampleLayout.WEIGHT) / (total * inBins.leverage(k));
        BlockTerms.add(lnRelabelledMass, share * (1 - factor * d[k]), dl[k]);
        BlockTerms.add(lnRelabelledMass, -share * factor, ddRelabelled[k]);
      }
    }
    influence[Curves.G_RELABELLED] = influence[Curves.G];
    influence[Curves.VM_RELABELLED] = new double[bins][blocks];
    for (int[] run : frame.pieces().runs()) {
      new VmByFreeEnergy(
              run, curves.get(Curves.G_RELABELLED), d, frame.kT(), curves.relabelledMass())
          .influences(
              curves.get(Curves.VM_RELABELLED),
              dl,
              ddRelabelled,
              lnRelabelledMass,
              influence[Curves.VM_RELABELLED]);
    }
  }

  private double[][] integral(int[] run, double[][] byBin) {
    double[][] q = new double[run.length][];
    for (int k = 0; k < run.length; k++) {
      q[k] = byBin[run[k]];
    }
    double[][] integral = new double[run.length][];
    Quadrature.running(q, run.length, frame.width(), integral);
    return integral;
  }

  /** The influences of all blocks on one curve in one bin. */
  public double[] of(int curve, int bin) {
    return influence[curve][bin];
  }

  /** The influences of all blocks on ln m*. */
  public double[] ofLnMass() {
    return lnMass;
  }

  /** The influences of all blocks on the logarithm of the relabelled coordinate's mass. */
  public double[] ofLnRelabelledMass() {
    return lnRelabelledMass;
  }

  /** The influences of all blocks on how far Vm fails to close around a circle. */
  public double[] ofClosureVm() {
    return closureVm;
  }

  /** The same of Ching's density. */
  public double[] ofClosureChing() {
    return closureChing;
  }

  /** How many blocks there are. */
  int blocks() {
    return blocks;
  }

  /**
   * The standard errors of a curve that is a mean in each bin by itself: D, f, c.
   *
   * @param curve which curve
   * @return one error a bin, NaN where there is none
   */
  double[] plain(int curve) {
    double[] errors = new double[bins];
    for (int k = 0; k < bins; k++) {
      errors[k] = finite(curve, k) ? error.of(influence[curve][k], 0, blocks) : Double.NaN;
    }
    return errors;
  }

  /**
   * The influences on a curve that is defined up to a constant, y(r) − ⟨y⟩, the mean over some
   * bins.
   *
   * @param curve which curve
   * @param minus a curve to subtract, −1 for none
   * @param group the bins over which the mean is taken
   * @param out receives the influences in each bin of the group that has any
   */
  void alignedTerms(int curve, int minus, int[] group, double[][] out) {
    double[] mean = new double[blocks];
    double weight = 0;
    for (int bin : group) {
      if (finite(curve, bin) && (minus < 0 || finite(minus, bin))) {
        weight += frame.alignment()[bin];
        add(mean, frame.alignment()[bin], curve, minus, bin);
      }
    }
    for (int bin : group) {
      if (finite(curve, bin) && (minus < 0 || finite(minus, bin))) {
        out[bin] = new double[blocks];
        BlockTerms.add(out[bin], -1 / weight, mean);
        add(out[bin], 1, curve, minus, bin);
      }
    }
  }

  /**
   * The standard errors of a curve that is defined up to a constant.
   *
   * @param curve which curve
   * @param minus a curve to subtract, −1 for none
   * @param groups the bins over which each mean is taken
   * @return one error a bin, NaN where there is none
   */
  double[] aligned(int curve, int minus, List<int[]> groups) {
    double[] errors = new double[bins];
    Arrays.fill(errors, Double.NaN);
    double[][] terms = new double[bins][];
    for (int[] group : groups) {
      alignedTerms(curve, minus, group, terms);
    }
    for (int k = 0; k < bins; k++) {
      errors[k] = terms[k] == null ? Double.NaN : error.of(terms[k], 0, blocks);
    }
    return errors;
  }

  private void add(double[] to, double factor, int curve, int minus, int bin) {
    BlockTerms.add(to, factor, influence[curve][bin]);
    if (minus >= 0) {
      BlockTerms.add(to, -factor, influence[minus][bin]);
    }
  }

  /**
   * The standard error of a difference between two places, y(to) − y(from), of a curve or of the
   * difference of two curves.
   *
   * @param curve which curve
   * @param minus a curve to subtract, −1 for none
   * @param from the one bin
   * @param to the other bin
   * @return the error, NaN where there is none
   */
  public double difference(int curve, int minus, int from, int to) {
    if (!finite(curve, from) || !finite(curve, to)) {
      return Double.NaN;
    }
    double[] term = new double[blocks];
    add(term, 1, curve, minus, to);
    add(term, -1, curve, minus, from);
    return error.of(term, 0, blocks);
  }

  /** The standard error of a sum of influences. */
  public double of(double[] terms) {
    return error.of(terms, 0, blocks);
  }

  private boolean finite(int curve, int bin) {
    return blocks > 0 && Double.isFinite(influence[curve][bin][0]);
  }
}
