package org.chikei.memory.hierarchy;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.text.Words;

/**
 * r_{k+1} = r̈_k − ⟨r̈_k; r_1 … r_k⟩ (26): coordinates that a projection lost, won back from one
 * series alone.
 *
 * @param levels the levels, r_1 first
 * @param step the time between frames
 * @param stopped why there are no more
 */
record Hierarchy(List<Level> levels, double step, String stopped) {
  /** Conditional means of more coordinates than this would need more samples than anyone has. */
  static final int MOST_LEVELS = 3;

  /** What a level leaves of its second derivative matters no more below this part of it. */
  private static final double NOTHING_LEFT = 1e-3;

  /** Shallower dips than this many kT are filled by the motion of the system itself. */
  private static final double LEAST = 0.5;

  private static final double SHALLOW = 0.02;
  private static final double SHARPER = 0.5;

  /** A second derivative of which this part is noise or smoothed away tells nothing more. */
  private static final double SPOILT = 0.3;

  /**
   * Wins them back.
   *
   * @param first r_1
   * @param derivative its second derivative
   * @param period its period; NaN for none
   * @param step the time between frames
   * @param wanted how many levels; 0 for as many as matter
   */
  static Hierarchy of(
      LevelSeries first, Differentiation derivative, double period, double step, int wanted) {
    byte[] fold = Folds.of(first.starts());
    List<Level> levels = new ArrayList<>();
    LevelSeries series = first;
    Differentiation second = derivative;
    while (true) {
      Level level = level(levels, series, second, period, step, fold);
      levels.add(level);
      String why = why(level, levels.size(), wanted);
      if (!why.isEmpty()) {
        return new Hierarchy(levels, step, why);
      }
      series = level.remaining();
      second = Differentiation.of(series, step, Double.NaN);
    }
  }

  private static String why(Level level, int count, int wanted) {
    if (count == wanted) {
      return "the job asks for " + wanted;
    }
    if (wanted > 0) {
      return "";
    }
    if (level.remainingVariance() < NOTHING_LEFT) {
      return "r"
          + count
          + " and those before it tell their own acceleration but for "
          + Words.percent(level.remainingVariance());
    }
    double spoilt = level.derivative().noise() + level.derivative().bias();
    if (spoilt > SPOILT) {
      return "of the acceleration of r"
          + count
          + ", "
          + (spoilt < 1 ? Words.percent(spoilt) : "all")
          + " is noise or too"
          + " fast for the frames";
    }
    return count == MOST_LEVELS
        ? "conditional means of more coordinates need too many samples"
        : "";
  }

  private static Level level(
      List<Level> before,
      LevelSeries series,
      Differentiation derivative,
      double period,
      double step,
      byte[] fold) {
    double[][] columns = new double[before.size() + 1][];
    for (int k = 0; k < before.size(); k++) {
      columns[k] = before.get(k).series().values();
    }
    columns[before.size()] = series.values();
    double own = before.isEmpty() ? period : Double.NaN;
    double[] second = derivative.second();
    ConditionalMean force = ConditionalMean.of(columns, period, second, fold);
    double[] rest = new double[second.length];
    double[] at = new double[columns.length];
    for (int j = 0; j < rest.length; j++) {
      rest[j] = Double.NaN;
      if (Double.isFinite(second[j]) && Cells.defined(columns, j)) {
        for (int a = 0; a < at.length; a++) {
          at[a] = columns[a][j];
        }
        rest[j] = second[j] - force.at(at);
      }
    }
    Density density = Density.of(columns, period, fold);
    List<Basin> basins = basins(density, LEAST, columns, series.starts(), step);
    List<Basin> peaks = basins;
    if (basins.size() == 1 && columns.length > 1) {
      Density sharp = Density.of(columns, period, fold, SHARPER);
      basins = basins(sharp, LEAST, columns, series.starts(), step);
      if (basins.size() > 1) {
        density = sharp;
      } else {
        // no deep ones: folds may still show where all else is summed over
        double[][] alone = {series.values()};
        Density marginal = Density.of(alone, Double.NaN, fold);
        peaks = basins(marginal, SHALLOW, alone, series.starts(), step);
      }
    }
    return new Level(
        series,
        derivative,
        derivative.first(series, step, own),
        force,
        density,
        basins,
        basins.size() > 1 ? basins : peaks,
        new LevelSeries(series.starts(), rest));
  }

  private static List<Basin> basins(
      Density density, double least, double[][] columns, int[] starts, double step) {
    Watershed watershed = Watershed.of(density, least);
    List<Stay> stays = Stays.of(watershed, columns, starts, step);
    List<Basin> basins = new ArrayList<>();
    for (int k = 0; k < watershed.bottoms().length; k++) {
      int bottom = watershed.bottoms()[k];
      basins.add(
          new Basin(
              bottom,
              density.cells().centre(bottom),
              density.widths(bottom, watershed.halfWay(k)),
              density.resolution(),
              watershed.prominences()[k],
              watershed.errors()[k],
              stays.get(k)));
    }
    return basins;
  }
}
