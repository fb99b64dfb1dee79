package org.chikei.structure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person may have meant, and lists what there is. */
public final class Suggestion {
  private static final int MOST_LISTED = 20;

  private Suggestion() {}

  /**
   * The name nearest to what was written: first one that differs in case only, then one within two
   * changes.
   *
   * @param written what was written
   * @param names what there is
   * @return the nearest name, or empty if none is near
   */
  public static Optional<String> nearest(String written, Collection<String> names) {
    Optional<String> otherCase =
        names.stream().filter(name -> name.equalsIgnoreCase(written)).findFirst();
    if (otherCase.isPresent()) {
      return otherCase;
    }
    int limit = Math.min(2, written.length() / 2);
    String best = null;
    for (String name : names) {
      int changes = changes(written.toUpperCase(Locale.ROOT), name.toUpperCase(Locale.ROOT));
      if (changes <= limit) {
        limit = changes - 1;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The least number of letters to insert, leave out or replace (Levenshtein's distance). */
  private static int changes(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int k = 0; k < row.length; k++) {
      row[k] = k;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int k = 1; k < row.length; k++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1);
        diagonal = row[k];
        row[k] = Math.min(replaced, 1 + Math.min(row[k], row[k - 1]));
      }
    }
    return row[other.length()];
  }

  /**
   * A list to read, cut where it gets long.
   *
   * @param names what there is, in order
   * @return such as {@code C, CA, CB}
   */
  public static String list(Collection<String> names) {
    List<String> first = names.stream().limit(MOST_LISTED).toList();
    String more =
        names.size() > MOST_LISTED ? " and " + (names.size() - MOST_LISTED) + " more" : "";
    return String.join(", ", first) + more;
  }
}
