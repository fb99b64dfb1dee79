package org.chikei.landscape.profile;

import java.util.List;
import org.chikei.api.text.Words;

/**
 * Whether the two landscapes are the same.
 *
 * @param word {@code equal}, {@code differ} or {@code undecided}
 * @param reason a clause that says why
 * @param largest the largest |Vm − G| in kT, each curve measured from its mean
 * @param largestError its standard error in kT
 * @param bin where it is, −1 for nowhere
 */
public record Verdict(String word, String reason, double largest, double largestError, int bin) {
  private static final double SIGNIFICANT = 0.05;
  private static final double NORMAL_95 = 1.959963984540054;

  public static Verdict of(Comparison comparison) {
    Verdict verdict = of(comparison.estimate());
    return comparison.kinetics() == null ? verdict.undecided(comparison.choice().why()) : verdict;
  }

  /** Decides on what some of the frames say. */
  public static Verdict of(Estimate estimate) {
    double[] difference = estimate.curve(Curves.DVG);
    List<Integer> bins =
        estimate.pieceBins().stream().filter(bin -> Double.isFinite(difference[bin])).toList();
    ConditionTest condition = estimate.condition();
    Verdict verdict =
        of(
            difference,
            estimate.error(Curves.DVG),
            bins,
            estimate.frame().kT(),
            estimate.settings().bound(),
            condition.exact() ? 1 : condition.pValue(),
            condition.exact(),
            "<v^2; r>");
    return bins.isEmpty()
        ? verdict.undecided(
            "no two neighbouring bins have enough independent samples; run longer or use fewer"
                + " bins")
        : verdict;
  }

  private Verdict undecided(String why) {
    return new Verdict("undecided", why, largest, largestError, bin);
  }

  /**
   * Decides by one rule for any number of coordinates.
   *
   * @param difference Vm − G, measured from its mean
   * @param error its standard error
   * @param places where both are known
   * @param kT the thermal energy
   * @param bound what counts as equal, in kT
   * @param pValue the probability that condition (21) fails as much by chance
   * @param exact whether it holds to rounding
   * @param square what has to be constant, in symbols
   */
  public static Verdict of(
      double[] difference,
      double[] error,
      List<Integer> places,
      double kT,
      double bound,
      double pValue,
      boolean exact,
      String square) {
    int at = -1;
    boolean beyond = false;
    boolean within = !places.isEmpty();
    for (int place : places) {
      double size = Math.abs(difference[place]) / kT;
      double sigma = error[place] / kT;
      at = at < 0 || size > Math.abs(difference[at]) / kT ? place : at;
      beyond |= size - bound > sigma;
      within &= size + NORMAL_95 * sigma < bound;
    }
    double largest = at < 0 ? Double.NaN : Math.abs(difference[at]) / kT;
    double sigma = at < 0 ? Double.NaN : error[at] / kT;
    if (exact) {
      return new Verdict(
          "equal", square + " is the same everywhere to rounding", largest, sigma, at);
    }
    if (pValue < SIGNIFICANT && beyond) {
      return new Verdict(
          "differ",
          square
              + " changes along it (p "
              + probability(pValue)
              + ") and |Vm - G| reaches "
              + Words.withError(largest, sigma)
              + " kT",
          largest,
          sigma,
          at);
    }
    if (within) {
      return new Verdict(
          "equal",
          "|Vm - G| stays below " + Words.number(bound, 3) + " kT with 95 % confidence",
          largest,
          sigma,
          at);
    }
    String open =
        Double.isNaN(pValue)
            ? "there are too few independent blocks to test whether " + square + " changes"
            : pValue < SIGNIFICANT
                ? square
                    + " changes, but |Vm - G| is not known to exceed "
                    + Words.number(bound, 3)
                    + " kT anywhere"
                : "no change of "
                    + square
                    + " is seen (p "
                    + probability(pValue)
                    + "), but |Vm - G| is not known to stay below "
                    + Words.number(bound, 3)
                    + " kT everywhere";
    return new Verdict("undecided", open + "; a longer run would tell", largest, sigma, at);
  }

  /** A probability as it stands behind a p. */
  public static String probability(double p) {
    return p < 1e-6 ? "< 1e-6" : "= " + Words.number(p, 2);
  }
}
