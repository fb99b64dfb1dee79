package org.chikei.landscape.profile;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.error.ContrastTest;
import org.chikei.landscape.error.CorrelatedError;

/**
 * G from the histogram and from the mean force together. In any stationary state the residual G −
 * G_Ching is zero but for sampling, so a multiple of it may be taken from G (a control variate):
 * G_best = G − λ (G − G_Ching), each measured from its mean over the piece, with that λ from 0
 * (histogram alone) to 1 (mean force alone) that leaves the smallest error. λ comes from the
 * covariance of the two estimates, which blocks of frames tell, and follows it over a few
 * neighbouring bins, so that its own noise does not count.
 *
 * @param share λ by bin; 0 outside of pieces and where nothing is combined
 * @param growth by how much the error grows since λ comes from the same frames, by piece
 * @param combined whether anything is combined
 * @param why why not, as a clause; empty where it is
 * @param pValue the probability of a residual as large by chance, NaN where it is not tested
 */
public record BestFreeEnergy(
    double[] share, double[] growth, boolean combined, String why, double pValue) {
  private static final double SIGNIFICANT = 0.05;
  private static final int NEIGHBOURS = 4;

  /** With fewer degrees of freedom no λ is worth anything. */
  private static final double FEWEST_FREEDOM = 4;

  /** Up to a third of the way from the one estimate to the other, the one rules. */
  private static final double RULES = 1.0 / 3;

  /**
   * Neighbouring bins of a piece that one estimate rules.
   *
   * @param first the first bin
   * @param last the last bin
   * @param ruler {@code histogram}, {@code mean force} or {@code both}
   */
  public record Region(int first, int last, String ruler) {}

  static BestFreeEnergy of(Estimate estimate) {
    CurveFrame frame = estimate.frame();
    Kinetics kinetics = frame.kinetics();
    double[] nothing = new double[frame.bins()];
    if (kinetics == null || kinetics == Kinetics.SERIES) {
      String why =
          kinetics == null
              ? "there is no mean force"
              : "the mean force of a bare series is made of the same steps and knows no more";
      return new BestFreeEnergy(nothing, new double[0], false, why, Double.NaN);
    }
    double[][] residual = new double[frame.bins()][];
    List<int[]> runs = frame.pieces().runs();
    for (int[] run : runs) {
      estimate.influences().alignedTerms(Curves.G, Curves.G_CHING, run, residual);
    }
    double p = probability(estimate, residual);
    if (!(p >= SIGNIFICANT)) {
      String why =
          Double.isNaN(p)
              ? "there are too few independent blocks to test whether the two agree"
              : "the two disagree (p "
                  + Verdict.probability(p)
                  + "): the run is not long enough between basins, or forces, masses and temperature"
                  + " do not belong together";
      return new BestFreeEnergy(nothing, new double[0], false, why, p);
    }
    double[] share = new double[frame.bins()];
    double[][] histogram = new double[frame.bins()][];
    double[][] force = new double[frame.bins()][];
    double[] growth = new double[runs.size()];
    for (int piece = 0; piece < growth.length; piece++) {
      int[] run = runs.get(piece);
      estimate.influences().alignedTerms(Curves.G, -1, run, histogram);
      estimate.influences().alignedTerms(Curves.G_CHING, -1, run, force);
      growth[piece] = fillShares(run, histogram, force, residual, frame.pieces().closed(), share);
    }
    return new BestFreeEnergy(share, growth, true, "", p);
  }

  private static double probability(Estimate estimate, double[][] residual) {
    double[] deviation = estimate.curve(Curves.RESIDUAL);
    return ContrastTest.of(
            deviation,
            residual,
            estimate.sums().quantity(SampleLayout.WEIGHT),
            estimate.sums().centres(0),
            estimate.turn(),
            estimate.pieceBins(),
            false,
            estimate.influences().blocks())
        .pValue();
  }

  /**
   * λ = cov(G, G − G_Ching)/var(G − G_Ching), the three variances each with its own window. A λ
   * from n independent frames leaves (n − 2)/(n − 3) of the variance that the best λ would leave,
   * and its residuals seem smaller than that by (n − 2)/(n − 1) (S. S. Lavenberg and P. D. Welch,
   * Manage. Sci. 27 (1981) 322).
   *
   * @return by how much the error of the piece grows
   */
  private static double fillShares(
      int[] run,
      double[][] histogram,
      double[][] force,
      double[][] residual,
      boolean closed,
      double[] share) {
    int n = run.length;
    double[] covariance = new double[n];
    double[] variance = new double[n];
    double inverseFreedom = 0;
    CorrelatedError error = new CorrelatedError();
    for (int k = 0; k < n; k++) {
      int blocks = residual[run[k]].length;
      error.of(residual[run[k]], 0, blocks);
      inverseFreedom += 1 / (n * Math.max(error.freedom(), FEWEST_FREEDOM));
      variance[k] = error.variance();
      error.of(histogram[run[k]], 0, blocks);
      covariance[k] = (variance[k] + error.variance()) / 2;
      error.of(force[run[k]], 0, blocks);
      covariance[k] -= error.variance() / 2;
    }
    for (int k = 0; k < n; k++) {
      double above = 0;
      double below = 0;
      for (int i = -NEIGHBOURS; i <= NEIGHBOURS; i++) {
        int near = closed ? Math.floorMod(k + i, n) : k + i;
        if (near >= 0 && near < n && variance[near] > 0) {
          // each bin says by itself what λ is, as well as the others
          above += covariance[near] / variance[near];
          below++;
        }
      }
      share[run[k]] = below > 0 ? Math.max(0, Math.min(1, above / below)) : 0;
    }
    // as many frames as degrees of freedom and one for the mean
    return 1 / Math.sqrt(1 - 2 * inverseFreedom);
  }

  /** Which estimate rules where, piece by piece in the direction of the coordinate. */
  public List<Region> regions(Pieces pieces) {
    List<Region> regions = new ArrayList<>();
    for (int[] run : combined ? pieces.runs() : List.<int[]>of()) {
      int first = 0;
      for (int k = 1; k <= run.length; k++) {
        // a region ends with the piece, and where a circle begins anew
        if (k == run.length
            || run[k] < run[k - 1]
            || !ruler(share[run[k]]).equals(ruler(share[run[first]]))) {
          regions.add(new Region(run[first], run[k - 1], ruler(share[run[first]])));
          first = k;
        }
      }
    }
    return regions;
  }

  private static String ruler(double share) {
    return share < RULES ? "histogram" : share > 1 - RULES ? "mean force" : "both";
  }
}
