package org.chikei.landscape.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.Moments;
import org.chikei.landscape.passage.Basins;
import org.chikei.landscape.passage.Cores;
import org.chikei.landscape.passage.Transitions;

/** Both landscapes along one coordinate with their errors, basins, barriers and tests. */
public final class Comparison {
  /** Basins less prominent than this many kT are of no interest. */
  private static final double SMALLEST_PROMINENCE = 0.25;

  private final ComparisonSettings settings;
  private final DataOverview overview;
  private final FinishContext context;
  private final SampleLayout layout;
  private final BinAxis axis;
  private final GridSums sums;
  private final KineticsChoice choice;
  private final LocalFits fits;
  private final Estimate estimate;
  private final Basins basins;
  private final Cores cores;
  private final Transitions transitions;
  private final EquilibriumTest equilibrium;
  private final RunAgreement agreement;
  private final long undefined;
  private final Moments moments;
  private final Relabelling relabelling;

  public Comparison(
      ComparisonSettings settings,
      DataOverview overview,
      SampleLayout layout,
      BinAxis axis,
      GridSums sums,
      ComparisonAccumulator accumulator,
      KineticsChoice choice,
      LocalFits fits,
      FinishContext context) {
    this.settings = settings;
    this.overview = overview;
    this.context = context;
    this.layout = layout;
    this.axis = axis;
    this.sums = sums;
    this.choice = choice;
    this.fits = fits;
    this.undefined = accumulator.undefined();
    this.moments = accumulator.moments();
    double[] counts = sums.quantity(SampleLayout.COUNT);
    boolean circle = axis.kind() == BinAxis.Kind.CIRCLE;
    this.relabelling = relabelling(counts);
    this.estimate =
        new Estimate(settings, axis, sums, layout, overview.kT(), choice.used(), stretch(), fits);
    double[] relief = relief(circle, counts);
    this.basins = Basins.find(relief, circle, estimate.sampled(), this::threshold);
    this.cores = Cores.of(basins, relief, circle);
    int level = accumulator.binning().level(0);
    int low = axis.kind() == BinAxis.Kind.OPEN ? accumulator.binning().low(0) : 0;
    int[] blockFrames = IntStream.range(0, sums.blocks()).map(sums::frames).toArray();
    this.transitions =
        Transitions.count(accumulator.track(), level, low, circle, cores, blockFrames);
    this.equilibrium = EquilibriumTest.of(this);
    this.agreement = RunAgreement.of(estimate);
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

  /**
   * The landscape on which extrema are looked for. The extrema of a noisy curve are extreme by
   * chance, and read there it is biased; so the places come from Ching's density where its steps
   * from bin to bin are known better than those of G, and from a smoothed G elsewhere. Every
   * landscape is then read at those places as it is.
   */
  private double[] relief(boolean circle, double[] counts) {
    double[] g = curve(Curves.G);
    double[] relief = Smoothing.quadratic(g, counts, circle, 4);
    double[] ching = curve(Curves.G_CHING);
    double[] weights = sums.quantity(SampleLayout.WEIGHT);
    for (int[] run : pieces().runs()) {
      double ofG = 0;
      double ofChing = 0;
      double mean = 0;
      double weight = 0;
      for (int k = 0; k < run.length; k++) {
        if (k > 0) {
          ofG += square(influences().difference(Curves.G, -1, run[k - 1], run[k]));
          ofChing += square(influences().difference(Curves.G_CHING, -1, run[k - 1], run[k]));
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
    double error = influences().difference(Curves.G, -1, minimum, saddle);
    double[] counts = sums.quantity(SampleLayout.COUNT);
    double poisson = kT * Math.sqrt(1 / counts[minimum] + 1 / counts[saddle]);
    double noise = Double.isNaN(error) ? poisson : Math.max(error, poisson);
    return Math.max(SMALLEST_PROMINENCE * kT, 3 * noise);
  }

  public ComparisonSettings settings() {
    return settings;
  }

  /** Whether frames weigh differently, so that how they follow each other is not natural motion. */
  public boolean weighted() {
    return overview.pilot().weights() != null;
  }

  public DataOverview overview() {
    return overview;
  }

  public FinishContext context() {
    return context;
  }

  public BinAxis axis() {
    return axis;
  }

  public SampleLayout layout() {
    return layout;
  }

  public GridSums sums() {
    return sums;
  }

  public KineticsChoice choice() {
    return choice;
  }

  /** D and mean force fitted locally; null where they come from means over bins. */
  public LocalFits fits() {
    return fits;
  }

  public Kinetics kinetics() {
    return choice.used();
  }

  public int bins() {
    return sums.cells();
  }

  public double width() {
    return sums.width(0);
  }

  public double[] centres() {
    return sums.centres(0);
  }

  public double kT() {
    return overview.kT();
  }

  public Pieces pieces() {
    return estimate.pieces();
  }

  /** A curve by bin, not shifted. */
  public double[] curve(int curve) {
    return estimate.curve(curve);
  }

  public Curves curves() {
    return estimate.curves();
  }

  /** The standard errors of a curve by bin; null where it has none. */
  public double[] error(int curve) {
    return estimate.error(curve);
  }

  public Influences influences() {
    return estimate.influences();
  }

  /** The number of independent samples of each bin. */
  public double[] independent() {
    return estimate.independent();
  }

  public Basins basins() {
    return basins;
  }

  public Cores cores() {
    return cores;
  }

  public Transitions transitions() {
    return transitions;
  }

  /** Whether frames follow each other, evenly in time, as the system itself moves. */
  public boolean naturalMotion() {
    return !weighted() && context.spacing() > 0;
  }

  public ConditionTest condition() {
    return estimate.condition();
  }

  public EquilibriumTest equilibrium() {
    return equilibrium;
  }

  /** Whether independent runs agree. */
  public RunAgreement agreement() {
    return agreement;
  }

  /** Mean and deviation of all values, in or out of range. */
  public Moments moments() {
    return moments;
  }

  /** How the coordinate is relabelled; null where it is not. */
  public Relabelling relabelling() {
    return relabelling;
  }

  /** How many frames had no value of the coordinate. */
  public long undefined() {
    return undefined;
  }

  /** The landscapes, with their errors, made of all frames. */
  public Estimate estimate() {
    return estimate;
  }

  /** The bins of all pieces. */
  public List<Integer> pieceBins() {
    return estimate.pieceBins();
  }

  /** The piece that two bins share, or null. */
  public int[] commonPiece(int a, int b) {
    return estimate.commonPiece(a, b);
  }
}
