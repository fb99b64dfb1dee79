package org.chikei.batch.text;

import java.util.Collection;
import java.util.Locale;

/** Finds the word that a person may have meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * A question to add to a message.
   *
   * @param word what was written
   * @param accepted what would be accepted
   * @return {@code ; did you mean 'torsion'?}, or nothing where no accepted word is near
   */
  public static String question(String word, Collection<String> accepted) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : accepted) {
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    int longest = best == null ? 0 : Math.max(word.length(), best.length());
    return best != null && least <= Math.max(1, longest / 3) && least < longest
        ? "; did you mean '" + best + "'?"
        : "";
  }

  /** The number of letters to insert, drop, replace or swap with a neighbour. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
