package org.chikei.landscape.kernel;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.chikei.landscape.grid.CellAccumulator;

/**
 * Chooses bandwidths by cross-validation: a stretch of the run is held back, what the rest makes of
 * it is compared with it, and so with every stretch in turn. Neighbouring frames that know of each
 * other lie in one stretch but for its ends, so that correlation does not pass for agreement. Of
 * densities the integrated square of the error is estimated (A. W. Bowman, Biometrika 71 (1984)
 * 353), of means the mean square.
 *
 * <p>The search goes from wide to narrow and takes the first minimum, since narrow ones are often
 * chance (P. Hall and J. S. Marron, J. R. Stat. Soc. B 53 (1991) 245). Along several axes each is
 * searched by itself first, and then one factor common to all. The bandwidth used is narrower, of a
 * density by three tenths, of a mean by half: errors do not know of a bias, so it is kept below
 * them.
 */
final class BandwidthSearch {
  private static final double NARROWER_DENSITY = 0.7;
  private static final double NARROWER_MEAN = 0.5;
  private static final double RATIO = 0.8;

  /** How many steps without a better score end a search. */
  private static final int PATIENCE = 2;

  private static final int FOLDS = 16;
  private static final int FOLDS_IN_SPACE = 4;
  private static final int FEWEST_BLOCKS = 16;

  /** Cells that are looked at along one, two and three axes; means are smoother than densities. */
  private static final int[] CELLS_OF_DENSITY = {600, 45_000, 150_000};

  private static final int[] CELLS_OF_MEAN = {300, 12_000, 60_000};

  /** Along several axes bandwidths are at most so many times those along each. */
  private static final double MOST_COMMON = 2.5;

  private final FineGrid grid;
  private final int folds;
  private final int[] foldOf;

  /**
   * Prepares.
   *
   * @param grid the samples
   * @param windows whether runs are windows, of each of which every stretch needs a part
   */
  BandwidthSearch(FineGrid grid, boolean windows) {
    this.grid = grid;
    folds = grid.dimensions() > 2 ? FOLDS_IN_SPACE : FOLDS;
    foldOf = new int[grid.blocks()];
    long[] frames = new long[grid.blocks() == 0 ? 1 : maximumRun(grid) + 1];
    for (int b = 0; b < foldOf.length; b++) {
      frames[windows ? grid.run(b) : 0] += grid.frames(b);
    }
    long[] passed = new long[frames.length];
    for (int b = 0; b < foldOf.length; b++) {
      int run = windows ? grid.run(b) : 0;
      double middle = passed[run] + grid.frames(b) / 2.0;
      foldOf[b] = ((int) (middle / frames[run] * folds) + run) % folds;
      passed[run] += grid.frames(b);
    }
  }

  private static int maximumRun(FineGrid grid) {
    return IntStream.range(0, grid.blocks()).map(grid::run).max().orElse(0);
  }

  /** Whether there are enough blocks to hold some back. */
  boolean possible() {
    return grid.blocks() >= FEWEST_BLOCKS;
  }

  /** The bandwidths of a density. */
  double[] ofDensity() {
    return search(this::density, CELLS_OF_DENSITY, NARROWER_DENSITY);
  }

  /**
   * The bandwidths of the mean of an observed coordinate.
   *
   * @param observed where its sums are
   */
  double[] ofMean(Observed observed) {
    return search(
        (held, bandwidth) -> mean(held, bandwidth, observed), CELLS_OF_MEAN, NARROWER_MEAN);
  }

  private interface Score {
    double of(Held held, double[] bandwidth);
  }

  private double[] search(Score score, int[] most, double narrower) {
    int dimensions = grid.dimensions();
    double[] alone = new double[dimensions];
    for (int a = 0; a < dimensions; a++) {
      double widest = Math.max(widest(a), 2 * grid.width(a));
      if (possible()) {
        Held held = new Held(new int[] {a}, most);
        double factor =
            best(1, held.cells.width(0) / widest, f -> score.of(held, new double[] {f * widest}));
        alone[a] = factor * widest;
      } else {
        alone[a] = widest * Math.pow(Math.max(1, frames()), -1.0 / (4 + dimensions));
      }
    }
    if (!possible()) {
      return alone;
    }
    double common = 1;
    if (dimensions > 1) {
      Held held = new Held(IntStream.range(0, dimensions).toArray(), most);
      double widest = MOST_COMMON;
      double narrowest = 0;
      for (int a = 0; a < dimensions; a++) {
        widest = Math.min(widest, widest(a) / alone[a]);
        narrowest = Math.max(narrowest, held.cells.width(a) / alone[a]);
      }
      common = best(Math.max(1, widest), narrowest, f -> score.of(held, times(alone, f)));
    }
    return times(alone, narrower * common);
  }

  private double frames() {
    return IntStream.range(0, grid.blocks()).mapToDouble(grid::frames).sum();
  }

  private double[] times(double[] x, double factor) {
    return Arrays.stream(x).map(each -> each * factor).toArray();
  }

  /** The standard deviation of the samples, or a twelfth of a circle if that is less. */
  private double widest(int a) {
    double largest =
        grid.turn(a) > 0 ? grid.turn(a) * KernelParameters.LARGEST_OF_TURN : grid.length(a) / 4;
    double sum = 0;
    double first = 0;
    double second = 0;
    double[][] weights = grid.along(a, CellAccumulator.WEIGHT);
    for (double[] block : weights) {
      for (int k = 0; k < block.length; k++) {
        double x = (k + 0.5) * grid.width(a);
        sum += block[k];
        first += block[k] * x;
        second += block[k] * x * x;
      }
    }
    double deviation = Math.sqrt(Math.max(0, second / sum - first / sum * (first / sum)));
    return deviation > 0 ? Math.min(largest, deviation) : largest;
  }

  /** The factor of the first minimum from the widest down. */
  private static double best(double widest, double narrowest, ToDoubleFunction<Double> score) {
    double best = widest;
    double lowest = Double.POSITIVE_INFINITY;
    int since = 0;
    for (double factor = widest;
        factor >= narrowest * (1 - 1e-9) && since < PATIENCE;
        factor *= RATIO) {
      double value = score.applyAsDouble(factor);
      if (value < lowest) {
        lowest = value;
        best = factor;
        since = 0;
      } else {
        since++;
      }
    }
    return best;
  }

  /** ∫ρ² − 2⟨ρ⟩ over what is held back, ρ from the rest. */
  private double density(Held held, double[] bandwidth) {
    JoinedCells cells = held.cells;
    KernelBand[] bands = cells.bands(bandwidth);
    double[][] ends = new double[held.axes.length][];
    for (int k = 0; k < ends.length; k++) {
      ends[k] = KernelDomain.ends(grid, held.axes[k], bandwidth[k]);
    }
    KernelDomain[] domains = cells.domains(bands, ends);
    double all = Arrays.stream(held.total(CellAccumulator.WEIGHT)).sum();
    double frames = Arrays.stream(held.total(CellAccumulator.COUNT)).sum();
    double score = 0;
    for (int fold = 0; fold < folds; fold++) {
      double[] part = held.part(CellAccumulator.WEIGHT, fold);
      double[][] moments =
          LocalMoments.of(held.rest(CellAccumulator.WEIGHT, fold), cells.shape(), bands, 1);
      double[] seen = times(moments[0], frames / all / KernelBand.peak(bands));
      double[] density = LocalDensity.of(moments, seen, domains, cells.points()).density();
      double norm = 0;
      double square = 0;
      double size = 0;
      double hit = 0;
      for (int k = 0; k < density.length; k++) {
        double rho = Double.isNaN(density[k]) ? 0 : density[k];
        norm += rho;
        square += rho * rho;
        size += part[k];
        hit += part[k] * rho;
      }
      if (norm > 0) {
        score += (size * square / norm - 2 * hit) / (norm * cells.volume());
      }
    }
    return score / all;
  }

  /** The mean square of what is held back less its mean from the rest, but for a constant. */
  private double mean(Held held, double[] bandwidth, Observed observed) {
    int weight = observed.weight();
    int[] products =
        observed.sine() < 0
            ? new int[] {observed.sum()}
            : new int[] {observed.sum(), observed.sine()};
    int[] shape = held.cells.shape();
    KernelBand[] bands = held.cells.bands(bandwidth);
    double peak = KernelBand.peak(bands);
    double all = Arrays.stream(held.total(weight)).sum();
    double frames = Arrays.stream(held.total(CellAccumulator.COUNT)).sum();
    double score = 0;
    for (int fold = 0; fold < folds; fold++) {
      double[] part = held.part(weight, fold);
      double[] rest = held.rest(weight, fold);
      double[][] weights = LocalMoments.of(rest, shape, bands, 2);
      double[] seen = times(weights[0], frames / all / peak);
      for (int q : products) {
        double[] product = held.rest(q, fold);
        double overall = Arrays.stream(product).sum() / Arrays.stream(rest).sum();
        double[] fit =
            LocalMean.of(weights, LocalMoments.of(product, shape, bands, 1), seen).mean();
        double[] values = held.part(q, fold);
        for (int k = 0; k < fit.length; k++) {
          double value = Double.isNaN(fit[k]) ? overall : fit[k];
          score += value * (value * part[k] - 2 * values[k]);
        }
      }
    }
    return score;
  }

  /** Cells that one search looks at, and what stretches hold of them. */
  private final class Held {
    private final int[] axes;
    private final JoinedCells cells;
    private final double[][] totals = new double[grid.quantities()][];
    private final double[][][] parts = new double[grid.quantities()][folds][];

    Held(int[] axes, int[] most) {
      this.axes = axes;
      cells = JoinedCells.toCells(grid, axes, most[axes.length - 1]);
    }

    double[] total(int quantity) {
      if (totals[quantity] == null) {
        totals[quantity] = cells.total(quantity);
      }
      return totals[quantity];
    }

    double[] part(int quantity, int fold) {
      if (parts[quantity][fold] == null) {
        double[] part = new double[cells.cells()];
        for (int b = 0; b < foldOf.length; b++) {
          if (foldOf[b] == fold) {
            cells.add(b, quantity, part);
          }
        }
        parts[quantity][fold] = part;
      }
      return parts[quantity][fold];
    }

    double[] rest(int quantity, int fold) {
      double[] rest = total(quantity).clone();
      double[] part = part(quantity, fold);
      for (int k = 0; k < rest.length; k++) {
        rest[k] -= part[k];
      }
      return rest;
    }
  }
}
