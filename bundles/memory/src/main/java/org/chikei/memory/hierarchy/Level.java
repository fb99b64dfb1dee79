package org.chikei.memory.hierarchy;

import java.util.List;

/**
 * One coordinate of the hierarchy, and what is known of the first ones up to it.
 *
 * @param series r_k
 * @param derivative its second derivative, with the window that was chosen
 * @param velocity its first derivative
 * @param force ⟨r̈_k; r_1 … r_k⟩
 * @param density ρ(r_1 … r_k)
 * @param basins its basins, the deepest first
 * @param peaks the basins, or where there is but one the peaks of ρ(r_k) alone
 * @param remaining r_{k+1}: what the force leaves of the second derivative
 */
record Level(
    LevelSeries series,
    Differentiation derivative,
    double[] velocity,
    ConditionalMean force,
    Density density,
    List<Basin> basins,
    List<Basin> peaks,
    LevelSeries remaining) {

  /** What part of the mean square of r̈_k the first k coordinates do not tell. */
  double remainingVariance() {
    return remaining.square() / new LevelSeries(series.starts(), derivative.second()).square();
  }

  /** The squared frequency ⟨ṙ²⟩/⟨r²⟩ about the mean: Ω² of a harmonic system. */
  double squaredFrequency() {
    LevelSeries velocities = new LevelSeries(series.starts(), velocity);
    return velocities.variance() / series.variance();
  }

  /** Whether some peak of the density is no state. */
  boolean folded() {
    return peaks.stream().anyMatch(peak -> peak.verdict() == Stay.Verdict.FOLD);
  }

  /** Whether ρ(r_k) alone has peaks where ρ(r_1 … r_k) has but one basin. */
  boolean hasPeaksOfItsOwn() {
    return peaks != basins && peaks.size() > 1;
  }

  /** The density whose peaks they are, in symbols, where this is the level of a number. */
  String density(int k) {
    return peaks == basins ? "ρ(" + HierarchyWords.names(k) + ")" : "ρ(r" + k + ")";
  }
}
