package org.chikei.landscape.landmark;

import org.chikei.api.result.Quantity;
import org.chikei.landscape.error.BlockGroups;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.error.CorrelatedError;
import org.chikei.landscape.grid.GridSums;

/** How often the basins of a landscape were visited, with errors. */
public final class BasinPopulations {
  /** The weight in each basin, and in all cells last, by group of blocks. */
  private final double[][] byGroup;

  private final double[] whole;

  /**
   * Counts.
   *
   * @param basins the basins
   * @param sums the sums by block
   * @param weight which of them is the weight
   */
  public BasinPopulations(CellBasins basins, GridSums sums, int weight) {
    int count = basins.minima().length;
    int[] basinOf = basins.basinOf();
    double[] all = sums.quantity(weight);
    whole = new double[count + 1];
    int known = 0;
    for (int cell = 0; cell < all.length; cell++) {
      known += all[cell] > 0 ? 1 : 0;
      whole[count] += all[cell];
      if (basinOf[cell] >= 0) {
        whole[basinOf[cell]] += all[cell];
      }
    }
    byGroup = new double[count + 1][BlockGroups.count(sums, known)];
    BlockGroups.each(
        sums,
        byGroup[count].length,
        (group, own) -> {
          for (int cell = 0; cell < basinOf.length; cell++) {
            double part = own[cell * sums.quantities() + weight];
            byGroup[count][group] += part;
            if (basinOf[cell] >= 0) {
              byGroup[basinOf[cell]][group] += part;
            }
          }
        });
  }

  /** The part of all samples in range that a basin has. */
  Quantity population(int basin) {
    int all = whole.length - 1;
    double population = whole[basin] / whole[all];
    double[] terms = BlockTerms.multiple(1 / whole[all], byGroup[basin]);
    BlockTerms.add(terms, -population / whole[all], byGroup[all]);
    return new Quantity(population, error(terms), "");
  }

  /**
   * The free energy of the reaction from the deepest basin, −kT ln of the ratio of the populations:
   * no relabelling of the coordinates changes it, as one changes the minima of G.
   */
  Quantity reaction(int basin, double kT, String unit) {
    if (basin == 0) {
      return new Quantity(0, 0, unit);
    }
    double[] terms = BlockTerms.multiple(1 / whole[basin], byGroup[basin]);
    BlockTerms.add(terms, -1 / whole[0], byGroup[0]);
    return new Quantity(-kT * Math.log(whole[basin] / whole[0]), kT * error(terms), unit);
  }

  private static double error(double[] terms) {
    return new CorrelatedError().of(terms, 0, terms.length);
  }
}
