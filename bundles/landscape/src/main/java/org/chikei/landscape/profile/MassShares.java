package org.chikei.landscape.profile;

import java.util.List;
import org.chikei.landscape.grid.Binning;
import org.chikei.landscape.grid.CellBlocks;
import org.chikei.landscape.grid.GridSums;

/**
 * Which atoms make the effective mass, and which make it change along the coordinate.
 *
 * @param share each atom's part of ⟨g⟩ over all samples
 * @param change each atom's part of the variation of ⟨g; r⟩ along r: its covariance with g over the
 *     variance of g; NaN where g does not vary
 */
public record MassShares(double[] share, double[] change) {

  /** Each atom's share of ⟨g; r⟩ by bin, NaN in an empty bin. */
  public static double[][] byAtom(Binning binning, CellBlocks shares, GridSums sums, int atoms) {
    shares.endSlice();
    GridSums laid = GridSums.of(binning, shares);
    double[][] byAtom = new double[atoms][sums.cells()];
    double[] total = laid.total();
    for (int k = 0; k < sums.cells(); k++) {
      double weight = total[k * (atoms + 1)];
      for (int atom = 0; atom < atoms; atom++) {
        byAtom[atom][k] = weight > 0 ? total[k * (atoms + 1) + 1 + atom] / weight : Double.NaN;
      }
    }
    return byAtom;
  }

  /**
   * Sums up shares by bin.
   *
   * @param byAtom each atom's share of g by bin
   * @param weights the weight of each bin
   * @param bins the bins to count
   * @return the shares
   */
  public static MassShares of(double[][] byAtom, double[] weights, List<Integer> bins) {
    int atoms = byAtom.length;
    double[] mean = new double[atoms];
    double weight = 0;
    for (int k : bins) {
      weight += weights[k];
      for (int atom = 0; atom < atoms; atom++) {
        mean[atom] += weights[k] * byAtom[atom][k];
      }
    }
    double whole = 0;
    for (int atom = 0; atom < atoms; atom++) {
      mean[atom] /= weight;
      whole += mean[atom];
    }
    double[] covariance = new double[atoms];
    double variance = 0;
    for (int k : bins) {
      double deviation = -whole;
      for (int atom = 0; atom < atoms; atom++) {
        deviation += byAtom[atom][k];
      }
      variance += deviation * deviation;
      for (int atom = 0; atom < atoms; atom++) {
        covariance[atom] += deviation * (byAtom[atom][k] - mean[atom]);
      }
    }
    double[] share = new double[atoms];
    double[] change = new double[atoms];
    boolean varies = bins.size() > 1 && Math.sqrt(variance / bins.size()) > 1e-9 * whole;
    for (int atom = 0; atom < atoms; atom++) {
      share[atom] = mean[atom] / whole;
      change[atom] = varies ? covariance[atom] / variance : Double.NaN;
    }
    return new MassShares(share, change);
  }
}
