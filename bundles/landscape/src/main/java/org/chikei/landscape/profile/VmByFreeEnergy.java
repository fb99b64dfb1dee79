package org.chikei.landscape.profile;

import org.chikei.landscape.error.BlockTerms;

/**
 * The potential of mean force from free energy and squared velocity alone, by (19): Vm = m* [∫
 * (D/kT) dG − ΔD]. No force is needed and no distance between the nodes, so it holds in any
 * labelling of the coordinate.
 *
 * @param run the bins along which to integrate
 * @param g the free energy by bin
 * @param d the squared velocity by bin
 * @param kT the thermal energy
 * @param mass the reference mass m*
 */
record VmByFreeEnergy(int[] run, double[] g, double[] d, double kT, double mass) {

  /** Integrates; the first bin of the run is 0. */
  void fill(double[] out) {
    double sum = 0;
    out[run[0]] = 0;
    for (int k = 1; k < run.length; k++) {
      double before = d[run[k - 1]];
      double here = d[run[k]];
      sum += (before + here) / 2 * (g[run[k]] - g[run[k - 1]]) / kT - (here - before);
      out[run[k]] = mass * sum;
    }
  }

  /**
   * What small changes do to it.
   *
   * @param vm Vm by bin, with the zero that it is to keep
   * @param dl the changes of ln ρ by bin and block
   * @param dd the changes of D
   * @param lnMass the changes of ln m*
   * @param out receives the changes of Vm, one column for each bin of the run, added to what is
   *     there
   */
  void influences(double[] vm, double[][] dl, double[][] dd, double[] lnMass, double[][] out) {
    double[] sum = new double[lnMass.length];
    for (int k = 0; k < run.length; k++) {
      int bin = run[k];
      if (k > 0) {
        int before = run[k - 1];
        double rise = (g[bin] - g[before]) / (2 * kT);
        double mean = (d[before] + d[bin]) / 2;
        BlockTerms.add(sum, rise + 1, dd[before]);
        BlockTerms.add(sum, rise - 1, dd[bin]);
        BlockTerms.add(sum, mean, dl[before]);
        BlockTerms.add(sum, -mean, dl[bin]);
      }
      BlockTerms.add(out[bin], mass, sum);
      BlockTerms.add(out[bin], vm[bin], lnMass);
    }
  }
}
