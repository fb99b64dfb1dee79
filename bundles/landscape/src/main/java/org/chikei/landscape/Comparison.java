package org.chikei.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;

/** Both landscapes along one coordinate with their errors, basins, barriers and tests. */
final class Comparison {
  /** Basins less prominent than this many kT are of no interest. */
  private static final double SMALLEST_PROMINENCE = 0.25;

  private final ComparisonSettings settings;
  private final DataOverview overview;
  private final FinishContext context;
  private final SampleLayout layout;
  private final BinAxis axis;
  private final GridSums sums;
  private final KineticsChoice choice;
  private final Curves.Frame frame;
  private final Curves curves;
  private final Influences influences;
  private final Basins basins;
  private final Cores cores;
  private final Transitions transitions;
  private final double[][] errors = new double[Curves.COUNT][];
  private final double[] independent;
  private final ConditionTest condition;
  private final EquilibriumTest equilibrium;
  private final long undefined;
  private final Moments moments;
  private final Relabelling relabelling;

  Comparison(
      ComparisonSettings settings,
      DataOverview overview,
      SampleLayout layout,
      BinAxis axis,
      GridSums sums,
      ComparisonAccumulator accumulator,
      KineticsChoice choice,
      FinishContext context) {
    this.settings = settings;
    this.overview = overview;
    this.context = context;
    this.layout = layout;
    this.axis = axis;
    this.sums = sums;
    this.choice = choice;
    this.undefined = accumulator.undefined();
    this.moments = accumulator.moments();
    int n = sums.cells();
    double[] counts = sums.quantity(SampleLayout.COUNT);
    double[] weights = sums.quantity(SampleLayout.WEIGHT);
    boolean circle = axis.kind() == BinAxis.Kind.CIRCLE;
    this.independent = IndependentSamples.byCell(sums, SampleLayout.COUNT, SampleLayout.WEIGHT);
    boolean[] sampled = new boolean[n];
    for (int k = 0; k < n; k++) {
      sampled[k] = independent[k] >= settings.minimumSamples();
    }
    Pieces pieces = Pieces.find(sampled, circle, counts);
    int massBin = -1;
    if (settings.massAtMinimum()) {
      massBin = 0;
      for (int k = 1; k < n; k++) {
        massBin = weights[k] > weights[massBin] ? k : massBin;
      }
    }
    this.relabelling = relabelling(counts);
    this.frame =
        new Curves.Frame(
            n,
            sums.width(0),
            overview.kT(),
            layout,
            choice.used(),
            settings.fixedMass(),
            massBin,
            pieces,
            weights,
            offCentre(sums.quantity(layout.valueWeight())),
            stretch());
    this.curves = new Curves(frame);
    curves.fill(sums.total(), everything());
    this.influences = new Influences(sums, frame, curves, independent);
    fillErrors(counts);
    double[] relief = relief(circle, counts);
    this.basins = Basins.find(relief, circle, sampled, this::threshold);
    this.cores = Cores.of(basins, relief, circle);
    int level = accumulator.binning().level(0);
    int low = axis.kind() == BinAxis.Kind.OPEN ? accumulator.binning().low(0) : 0;
    int[] blockFrames = IntStream.range(0, sums.blocks()).map(sums::frames).toArray();
    this.transitions =
        Transitions.count(accumulator.track(), level, low, circle, cores, blockFrames);
    this.condition = ConditionTest.of(this);
    this.equilibrium = EquilibriumTest.of(this);
  }

  private Relabelling relabelling(double[] counts) {
    double[] centres = sums.centres(0);
    double[] visited =
        IntStream.range(0, counts.length)
            .filter(k -> counts[k] > 0)
            .mapToDouble(k -> centres[k])
            .toArray();
    return Relabelling.of(
        settings.relabel(), settings.coordinate(), visited, moments.mean(), moments.deviation());
  }

  /** |du/dr| by bin; null where the coordinate is not relabelled. */
  private double[] stretch() {
    return relabelling == null
        ? null
        : Arrays.stream(sums.centres(0)).map(relabelling.slope()).map(Math::abs).toArray();
  }

  private double[] everything() {
    double[] total = sums.total();
    return Arrays.copyOfRange(total, sums.cells() * layout.size(), total.length);
  }

  /**
   * How far the mean of the samples of each bin lies behind its centre; nothing where only some
   * frames carry what the kinetics need, since the others would shift it.
   */
  private double[] offCentre(double[] weights) {
    double[] off = sums.quantity(SampleLayout.VALUE);
    boolean all = choice.used() == null || carriedByAll(choice.used());
    for (int k = 0; k < off.length; k++) {
      off[k] = all && weights[k] > 0 ? off[k] / weights[k] - sums.centres(0)[k] : 0;
    }
    return off;
  }

  private boolean carriedByAll(Kinetics kinetics) {
    double[] all = everything();
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
    if (relabelling != null) {
      errors[Curves.G_RELABELLED] = errors[Curves.G];
      errors[Curves.VM_RELABELLED] = influences.aligned(Curves.VM_RELABELLED, -1, runs);
    }
    errors[Curves.DVG] = influences.aligned(Curves.VM_GD, Curves.G, runs);
    errors[Curves.RESIDUAL] = influences.aligned(Curves.G, Curves.G_CHING, runs);
    for (double[] error : errors) {
      for (int k = 0; error != null && k < frame.bins(); k++) {
        error[k] = independent[k] >= 2 ? error[k] : Double.NaN;
      }
    }
  }

  /**
   * The landscape on which extrema are looked for. The extrema of a noisy curve are extreme by
   * chance, and read there it is biased; so the places come from Ching's density where its steps
   * from bin to bin are known better than those of G, and from a smoothed G elsewhere. Every
   * landscape is then read at those places as it is.
   */
  private double[] relief(boolean circle, double[] counts) {
    double[] g = curves.get(Curves.G);
    double[] relief = Smoothing.quadratic(g, counts, circle, 4);
    double[] ching = curves.get(Curves.G_CHING);
    double[] weights = frame.alignment();
    for (int[] run : frame.pieces().runs()) {
      double ofG = 0;
      double ofChing = 0;
      double mean = 0;
      double weight = 0;
      for (int k = 0; k < run.length; k++) {
        if (k > 0) {
          ofG += square(influences.difference(Curves.G, -1, run[k - 1], run[k]));
          ofChing += square(influences.difference(Curves.G_CHING, -1, run[k - 1], run[k]));
        }
        mean += weights[run[k]] * g[run[k]];
        weight += weights[run[k]];
      }
      if (ofChing < ofG) {
        for (int bin : run) {
          relief[bin] = ching[bin] + mean / weight;
        }
      }
    }
    return relief;
  }

  private static double square(double x) {
    return x * x;
  }

  private double threshold(int minimum, int saddle) {
    double kT = overview.kT();
    double error = influences.difference(Curves.G, -1, minimum, saddle);
    double[] counts = sums.quantity(SampleLayout.COUNT);
    double poisson = kT * Math.sqrt(1 / counts[minimum] + 1 / counts[saddle]);
    double noise = Double.isNaN(error) ? poisson : Math.max(error, poisson);
    return Math.max(SMALLEST_PROMINENCE * kT, 3 * noise);
  }

  ComparisonSettings settings() {
    return settings;
  }

  /** Whether frames weigh differently, so that how they follow each other is not natural motion. */
  boolean weighted() {
    return overview.pilot().weights() != null;
  }

  DataOverview overview() {
    return overview;
  }

  FinishContext context() {
    return context;
  }

  BinAxis axis() {
    return axis;
  }

  SampleLayout layout() {
    return layout;
  }

  GridSums sums() {
    return sums;
  }

  KineticsChoice choice() {
    return choice;
  }

  Kinetics kinetics() {
    return choice.used();
  }

  int bins() {
    return frame.bins();
  }

  double width() {
    return frame.width();
  }

  double[] centres() {
    return sums.centres(0);
  }

  double kT() {
    return overview.kT();
  }

  Pieces pieces() {
    return frame.pieces();
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

  Basins basins() {
    return basins;
  }

  Cores cores() {
    return cores;
  }

  Transitions transitions() {
    return transitions;
  }

  /** Whether frames follow each other, evenly in time, as the system itself moves. */
  boolean naturalMotion() {
    return !weighted() && context.spacing() > 0;
  }

  ConditionTest condition() {
    return condition;
  }

  EquilibriumTest equilibrium() {
    return equilibrium;
  }

  /** Mean and deviation of all values, in or out of range. */
  Moments moments() {
    return moments;
  }

  /** How the coordinate is relabelled; null where it is not. */
  Relabelling relabelling() {
    return relabelling;
  }

  /** How many frames had no value of the coordinate. */
  long undefined() {
    return undefined;
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
