package org.chikei.batch.inspection;

import java.util.List;

/**
 * By how much the velocities are older than the positions. At equilibrium ⟨δR Ṙ⟩ = 0 if both belong
 * to the same time; velocities that are τ older give ⟨δR(t) Ṙ(t−τ)⟩ = τ ⟨Ṙ²⟩ for small τ. All bonds
 * share one τ, so that it is estimated from all of them, each with the weight ⟨Ṙ²⟩/⟨δR²⟩ = ω² of
 * its information.
 *
 * @param lag τ in ps
 * @param error its standard error in ps, from groups of frames, which holds whatever the
 *     correlations among bonds and among frames
 */
record VelocityLag(double lag, double error) {
  private static final int GROUPS = 32;

  static VelocityLag of(List<BondMotion> bonds) {
    int frames = bonds.get(0).lengths().length;
    double information = 0;
    double[] products = new double[frames];
    for (BondMotion bond : bonds) {
      if (bond.lengthSquare() > 0) {
        information += bond.rateSquare() / bond.lengthSquare();
        for (int j = 0; j < frames; j++) {
          products[j] += bond.lengths()[j] * bond.rates()[j] / bond.lengthSquare();
        }
      }
    }
    MeanOfGroups mean = MeanOfGroups.of(products, GROUPS);
    return information > 0
        ? new VelocityLag(mean.mean() / information, mean.error() / information)
        : new VelocityLag(0, Double.POSITIVE_INFINITY);
  }
}
