package org.chikei.landscape;

import java.util.List;

/**
 * Whether the two landscapes are the same.
 *
 * @param word {@code equal}, {@code differ} or {@code undecided}
 * @param reason a clause that says why
 * @param largest the largest |Vm − G| in kT, each curve measured from its mean
 * @param largestError its standard error in kT
 * @param bin where it is, −1 for nowhere
 */
record Verdict(String word, String reason, double largest, double largestError, int bin) {
  private static final double SIGNIFICANT = 0.05;
  private static final double NORMAL_95 = 1.959963984540054;

  static Verdict of(Comparison comparison) {
    double kT = comparison.kT();
    double bound = comparison.settings().bound();
    double[] difference = comparison.curve(Curves.DVG);
    double[] error = comparison.error(Curves.DVG);
    List<Integer> bins =
        comparison.pieceBins().stream().filter(bin -> Double.isFinite(difference[bin])).toList();
    int at = -1;
    boolean beyond = false;
    boolean within = !bins.isEmpty();
    for (int bin : bins) {
      double size = Math.abs(difference[bin]) / kT;
      double sigma = error[bin] / kT;
      at = at < 0 || size > Math.abs(difference[at]) / kT ? bin : at;
      beyond |= size - bound > sigma;
      within &= size + NORMAL_95 * sigma < bound;
    }
    double largest = at < 0 ? Double.NaN : Math.abs(difference[at]) / kT;
    double sigma = at < 0 ? Double.NaN : error[at] / kT;
    ConditionTest condition = comparison.condition();
    if (comparison.kinetics() == null) {
      return new Verdict("undecided", comparison.choice().why(), largest, sigma, at);
    }
    if (bins.isEmpty()) {
      return new Verdict(
          "undecided",
          "no two neighbouring bins have enough independent samples; run longer or use fewer bins",
          largest,
          sigma,
          at);
    }
    if (condition.exact()) {
      return new Verdict(
          "equal", "<v^2; r> is the same everywhere to rounding", largest, sigma, at);
    }
    if (condition.pValue() < SIGNIFICANT && beyond) {
      return new Verdict(
          "differ",
          "<v^2; r> changes along it (p "
              + probability(condition.pValue())
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
        Double.isNaN(condition.pValue())
            ? "there are too few independent blocks to test whether <v^2; r> changes"
            : condition.pValue() < SIGNIFICANT
                ? "<v^2; r> changes, but |Vm - G| is not known to exceed "
                    + Words.number(bound, 3)
                    + " kT anywhere"
                : "no change of <v^2; r> is seen (p "
                    + probability(condition.pValue())
                    + "), but |Vm - G| is not known to stay below "
                    + Words.number(bound, 3)
                    + " kT everywhere";
    return new Verdict("undecided", open + "; a longer run would tell", largest, sigma, at);
  }

  /** A probability as it stands behind a p. */
  static String probability(double p) {
    return p < 1e-6 ? "< 1e-6" : "= " + Words.number(p, 2);
  }
}
