package org.chikei.landscape.landmark;

import java.util.Arrays;
import org.chikei.landscape.error.BlockGroups;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.error.CorrelatedError;
import org.chikei.landscape.grid.GridSums;

/**
 * A landscape by cell with what moves it, so that differences between any two places have errors of
 * their own.
 *
 * @param name what it is called
 * @param unit the unit of its values
 * @param values the landscape by cell; NaN where it is not known
 * @param influences what each block of frames adds to the landscape, by cell and block; null or NaN
 *     where it is not known
 */
public record CellLandscape(String name, String unit, double[] values, double[][] influences) {

  /**
   * G of a density.
   *
   * @param sums the sums by block
   * @param weight which of them is the weight
   * @param values G by cell
   * @param independent how many independent samples each cell has
   * @param kT the thermal energy
   * @param unit its unit
   */
  public static CellLandscape ofDensity(
      GridSums sums, int weight, double[] values, double[] independent, double kT, String unit) {
    double[] whole = sums.quantity(weight);
    double[][] influences = new double[values.length][];
    int known = (int) Arrays.stream(whole).filter(w -> w > 0).count();
    int groups = BlockGroups.count(sums, known);
    BlockGroups.each(
        sums,
        groups,
        (g, own) -> {
          for (int k = 0; k < values.length; k++) {
            if (whole[k] > 0) {
              double n = independent[k];
              double leverage = n > 1 ? Math.sqrt(n / (n - 1)) : 1;
              influences[k] = g == 0 ? new double[groups] : influences[k];
              influences[k][g] = -kT * leverage * own[k * sums.quantities() + weight] / whole[k];
            }
          }
        });
    return new CellLandscape("G", unit, values, influences);
  }

  /** This landscape less another. */
  public CellLandscape minus(CellLandscape other) {
    double[] difference = new double[values.length];
    double[][] moved = new double[values.length][];
    for (int k = 0; k < difference.length; k++) {
      difference[k] = values[k] - other.values[k];
      if (influences[k] != null && other.influences[k] != null) {
        moved[k] = influences[k].clone();
        BlockTerms.add(moved[k], -1, other.influences[k]);
      }
    }
    return new CellLandscape(name + " − " + other.name, unit, difference, moved);
  }

  /** The same landscape under another name. */
  public CellLandscape called(String other, String otherUnit) {
    return new CellLandscape(other, otherUnit, values, influences);
  }

  /** The landscape where a surface was fitted, by the same fit. */
  double at(FittedSurface.Fit fit) {
    double sum = 0;
    for (int n = 0; n < fit.cells().length; n++) {
      sum += fit.shares()[n] * values[fit.cells()[n]];
    }
    return sum;
  }

  /** The standard error of the difference between two places; NaN where it is not known. */
  double error(FittedSurface.Fit from, FittedSurface.Fit to) {
    double[] terms = null;
    for (int end = 0; end < 2; end++) {
      FittedSurface.Fit fit = end == 0 ? from : to;
      for (int n = 0; n < fit.cells().length; n++) {
        double[] moved = influences[fit.cells()[n]];
        if (moved == null) {
          return Double.NaN;
        }
        terms = terms == null ? new double[moved.length] : terms;
        BlockTerms.add(terms, end == 0 ? -fit.shares()[n] : fit.shares()[n], moved);
      }
    }
    return terms == null ? Double.NaN : new CorrelatedError().of(terms, 0, terms.length);
  }
}
