package org.chikei.landscape.passage;

import java.util.Arrays;

/**
 * How long each stay in a basin lasted, from the entry of its core to that of another's, or how
 * long it had lasted when its segment ended.
 */
public final class Stays {
  private long[] ended = new long[16];
  private long[] cut = new long[16];
  private int endedCount;
  private int cutCount;

  /** Makes none. */
  Stays() {
    endedCount = 0;
  }

  /**
   * Adds a stay.
   *
   * @param steps how long it was
   * @param whole whether it ended by itself
   */
  void add(long steps, boolean whole) {
    if (whole) {
      ended = endedCount == ended.length ? Arrays.copyOf(ended, 2 * endedCount) : ended;
      ended[endedCount++] = steps;
    } else {
      cut = cutCount == cut.length ? Arrays.copyOf(cut, 2 * cutCount) : cut;
      cut[cutCount++] = steps;
    }
  }

  /** How many ended by themselves. */
  public int whole() {
    return endedCount;
  }

  /**
   * The part of stays that last longer than each of some times.
   *
   * @param fraction the estimate of E. L. Kaplan and P. Meier, J. Am. Stat. Assoc. 53 (1958) 457
   * @param error its standard error by M. Greenwood's formula, for stays that know nothing of each
   *     other
   */
  public record Survival(double[] fraction, double[] error) {}

  /**
   * Estimates.
   *
   * @param times the times in steps, ascending
   * @return the part that lasts longer; NaN beyond the longest stay
   */
  public Survival survival(double[] times) {
    long[] whole = Arrays.copyOf(ended, endedCount);
    long[] censored = Arrays.copyOf(cut, cutCount);
    Arrays.sort(whole);
    Arrays.sort(censored);
    double[] fraction = new double[times.length];
    double[] error = new double[times.length];
    double lasting = 1;
    double variance = 0;
    int done = 0;
    int gone = 0;
    for (int k = 0; k < times.length; k++) {
      while (done < whole.length && whole[done] <= times[k]) {
        long now = whole[done];
        int deaths = 0;
        while (gone < censored.length && censored[gone] < now) {
          gone++;
        }
        double atRisk = whole.length - done + censored.length - gone;
        while (done < whole.length && whole[done] == now) {
          deaths++;
          done++;
        }
        lasting *= 1 - deaths / atRisk;
        variance += atRisk > deaths ? deaths / (atRisk * (atRisk - deaths)) : 0;
      }
      while (gone < censored.length && censored[gone] < times[k]) {
        gone++;
      }
      boolean known = done + gone < whole.length + censored.length || lasting == 0;
      fraction[k] = known ? lasting : Double.NaN;
      error[k] = known ? lasting * Math.sqrt(variance) : Double.NaN;
    }
    return new Survival(fraction, error);
  }
}
