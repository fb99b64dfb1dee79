package org.chikei.landscape.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.error.IndependentSamples;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.GridSums;

/**
 * The landscapes along one coordinate made of some frames, with their errors and the test of
 * condition (21): of all frames, or of those that a shorter run would have had.
 */
public final class Estimate {
  /**
   * Curves of means over single bins. Few independent samples scatter less than others would, and
   * an error that is made of their scatter is too small, so that none is told.
   */
  private static final int[] MEANS = {
    Curves.D, Curves.F, Curves.C, Curves.MEAN_VELOCITY, Curves.G_ISO
  };

  private final ComparisonSettings settings;
  private final BinAxis axis;
  private final GridSums sums;
  private final CurveFrame frame;
  private final Curves curves;
  private final Influences influences;
  private final double[][] errors = new double[Curves.COUNT][];
  private final double[] independent;
  private final boolean[] sampled;
  private final BestFreeEnergy best;
  private final ConditionTest condition;

  /**
   * Estimates.
   *
   * @param settings what the job says
   * @param axis the coordinate's bins
   * @param sums the sums of the frames
   * @param layout what they are sums of
   * @param kT the thermal energy
   * @param kinetics where accelerations come from; null for nowhere
   * @param stretch |du/dr| of the relabelled coordinate u by bin; null without one
   * @param fits D and mean force fitted locally; null where they come from means over bins
   */
  Estimate(
      ComparisonSettings settings,
      BinAxis axis,
      GridSums sums,
      SampleLayout layout,
      double kT,
      Kinetics kinetics,
      double[] stretch,
      LocalFits fits) {
    this.settings = settings;
    this.axis = axis;
    this.sums = sums;
    int n = sums.cells();
    double[] counts = sums.quantity(SampleLayout.COUNT);
    double[] weights = sums.quantity(SampleLayout.WEIGHT);
    this.independent = IndependentSamples.byCell(sums, SampleLayout.COUNT, SampleLayout.WEIGHT);
    this.sampled = new boolean[n];
    for (int k = 0; k < n; k++) {
      sampled[k] = independent[k] >= settings.minimumSamples();
    }
    Pieces pieces = Pieces.find(sampled, circle(), counts);
    int massBin = -1;
    if (settings.massAtMinimum()) {
      massBin = 0;
      for (int k = 1; k < n; k++) {
        massBin = weights[k] > weights[massBin] ? k : massBin;
      }
    }
    this.frame =
        new CurveFrame(
            n,
            sums.width(0),
            kT,
            layout,
            kinetics,
            settings.fixedMass(),
            massBin,
            pieces,
            weights,
            offCentre(sums, layout, kinetics),
            stretch,
            fits);
    this.curves = new Curves(frame);
    curves.fill(sums.total(), everything(sums));
    this.influences = new Influences(sums, frame, curves, independent);
    this.best = BestFreeEnergy.of(this);
    curves.fillBest(best.share());
    influences.fillBest(best);
    fillErrors(counts);
    this.condition = ConditionTest.of(this);
  }

  private static double[] everything(GridSums sums) {
    double[] total = sums.total();
    return Arrays.copyOfRange(total, sums.cells() * sums.quantities(), total.length);
  }

  /**
   * How far the mean of the samples of each bin lies behind its centre; nothing where only some
   * frames carry what the kinetics need, since the others would shift it.
   */
  private static double[] offCentre(GridSums sums, SampleLayout layout, Kinetics kinetics) {
    double[] weights = sums.quantity(layout.valueWeight());
    double[] off = sums.quantity(SampleLayout.VALUE);
    boolean all = kinetics == null || carriedByAll(sums, layout, kinetics);
    for (int k = 0; k < off.length; k++) {
      off[k] = all && weights[k] > 0 ? off[k] / weights[k] - sums.centres(0)[k] : 0;
    }
    return off;
  }

  private static boolean carriedByAll(GridSums sums, SampleLayout layout, Kinetics kinetics) {
    double[] all = everything(sums);
    double carried = all[layout.kinetics(kinetics) + SampleLayout.KINETIC_WEIGHT];
    return carried > 0.99 * all[SampleLayout.WEIGHT];
  }

  private void fillErrors(double[] counts) {
    List<int[]> whole =
        List.of(IntStream.range(0, frame.bins()).filter(k -> counts[k] > 0).toArray());
    List<int[]> runs = frame.pieces().runs();
    errors[Curves.G] = influences.aligned(Curves.G, -1, whole);
    errors[Curves.G_GEO] = influences.aligned(Curves.G_GEO, -1, whole);
    errors[Curves.G_ISO] = influences.aligned(Curves.G_ISO, -1, whole);
    errors[Curves.D] = influences.plain(Curves.D);
    errors[Curves.F] = influences.plain(Curves.F);
    errors[Curves.C] = influences.plain(Curves.C);
    errors[Curves.MEAN_VELOCITY] = influences.plain(Curves.MEAN_VELOCITY);
    errors[Curves.VM] = influences.aligned(Curves.VM, -1, runs);
    errors[Curves.VM_GD] = influences.aligned(Curves.VM_GD, -1, runs);
    errors[Curves.G_CHING] = influences.aligned(Curves.G_CHING, -1, runs);
    if (frame.stretch() != null) {
      errors[Curves.G_RELABELLED] = errors[Curves.G];
      errors[Curves.VM_RELABELLED] = influences.aligned(Curves.VM_RELABELLED, -1, runs);
    }
    errors[Curves.G_BEST] = influences.aligned(Curves.G_BEST, -1, whole);
    errors[Curves.DVG] = influences.aligned(Curves.VM_GD, Curves.G, runs);
    errors[Curves.RESIDUAL] = influences.aligned(Curves.G, Curves.G_CHING, runs);
    for (double[] error : errors) {
      for (int k = 0; error != null && k < frame.bins(); k++) {
        error[k] = independent[k] >= 2 ? error[k] : Double.NaN;
      }
    }
    for (int curve : MEANS) {
      for (int k = 0; k < frame.bins(); k++) {
        errors[curve][k] = sampled[k] ? errors[curve][k] : Double.NaN;
      }
    }
  }

  ComparisonSettings settings() {
    return settings;
  }

  GridSums sums() {
    return sums;
  }

  CurveFrame frame() {
    return frame;
  }

  Pieces pieces() {
    return frame.pieces();
  }

  boolean circle() {
    return axis.kind() == BinAxis.Kind.CIRCLE;
  }

  /** The length of the circle that the bins fill, 0 for none. */
  double turn() {
    return circle() ? axis.period() : 0;
  }

  /** A curve by bin, not shifted. */
  double[] curve(int curve) {
    return curves.get(curve);
  }

  Curves curves() {
    return curves;
  }

  /** The standard errors of a curve by bin; null where it has none. */
  double[] error(int curve) {
    return errors[curve];
  }

  Influences influences() {
    return influences;
  }

  /** The number of independent samples of each bin. */
  double[] independent() {
    return independent;
  }

  /** Which bins have enough independent samples. */
  public boolean[] sampled() {
    return sampled;
  }

  /** How many bins were visited, but have too few independent samples. */
  public int sparse() {
    double[] counts = sums.quantity(SampleLayout.COUNT);
    return (int)
        IntStream.range(0, sampled.length).filter(k -> counts[k] > 0 && !sampled[k]).count();
  }

  /** How G comes from histogram and mean force together. */
  public BestFreeEnergy best() {
    return best;
  }

  ConditionTest condition() {
    return condition;
  }

  /** The bins of all pieces. */
  List<Integer> pieceBins() {
    List<Integer> bins = new ArrayList<>();
    for (int[] run : frame.pieces().runs()) {
      for (int bin : run) {
        bins.add(bin);
      }
    }
    return bins;
  }

  /** The piece that two bins share, or null. */
  int[] commonPiece(int a, int b) {
    int[] pieceOf = frame.pieces().pieceOf(frame.bins());
    return pieceOf[a] >= 0 && pieceOf[a] == pieceOf[b]
        ? frame.pieces().runs().get(pieceOf[a])
        : null;
  }
}
