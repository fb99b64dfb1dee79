package org.chikei.batch.inspection;

import java.util.List;

/**
 * The mean of Ṙ²/(kT g) over bonds, which is 1 where velocities have the job's temperature and
 * masses.
 *
 * @param ratio the mean
 * @param error its standard error
 */
record KineticEnergy(double ratio, double error) {
  private static final int GROUPS = 32;

  static KineticEnergy of(List<BondMotion> bonds, double kT) {
    double[] ratios = new double[bonds.get(0).lengths().length];
    for (BondMotion bond : bonds) {
      double scale = 1 / (kT * bond.inverseMass() * bonds.size());
      for (int j = 0; j < ratios.length; j++) {
        ratios[j] += bond.rates()[j] * bond.rates()[j] * scale;
      }
    }
    MeanOfGroups mean = MeanOfGroups.of(ratios, GROUPS);
    return new KineticEnergy(mean.mean(), mean.error());
  }
}
