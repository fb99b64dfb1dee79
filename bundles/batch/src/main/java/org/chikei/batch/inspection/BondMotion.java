package org.chikei.batch.inspection;

import org.chikei.api.structure.Bond;

/**
 * How a bond moves in a sample of frames.
 *
 * @param bond the bond
 * @param lengths R − ⟨R⟩ in nm
 * @param rates Ṙ in nm/ps; null where there are no velocities
 * @param inverseMass g = 1/m + 1/m' in 1/amu
 * @param lengthSquare ⟨(R − ⟨R⟩)²⟩ in nm²
 * @param rateSquare ⟨Ṙ²⟩ in nm²/ps²; NaN where there are no velocities
 */
record BondMotion(
    Bond bond,
    double[] lengths,
    double[] rates,
    double inverseMass,
    double lengthSquare,
    double rateSquare) {

  static BondMotion of(Bond bond, double[] lengths, double[] rates, double inverseMass) {
    double mean = 0;
    for (double length : lengths) {
      mean += length / lengths.length;
    }
    double[] deviations = new double[lengths.length];
    double square = 0;
    double rateSquare = 0;
    for (int j = 0; j < lengths.length; j++) {
      deviations[j] = lengths[j] - mean;
      square += deviations[j] * deviations[j] / lengths.length;
      rateSquare += rates == null ? Double.NaN : rates[j] * rates[j] / lengths.length;
    }
    return new BondMotion(bond, deviations, rates, inverseMass, square, rateSquare);
  }

  /**
   * Whether the bond is held at its length: by its velocities, or where there are none by its
   * length.
   */
  boolean rigid(double kT, double share, double stiffest) {
    return rates != null
        ? rateSquare < share * kT * inverseMass
        : lengthSquare < stiffest * stiffest;
  }
}
