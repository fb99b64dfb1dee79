package org.chikei.batch.job;

import java.util.List;
import org.chikei.batch.text.Place;

/**
 * Points of the structure as a person wrote them, not yet looked up.
 *
 * @param entries what is written, one or more points each
 * @param minimum how many points there have to be at least
 * @param maximum how many points there may be
 * @param path the key that holds them
 * @param place where they stand
 */
public record PointsText(
    List<PointEntry> entries, int minimum, int maximum, String path, Place place) {

  /** Copies the list. */
  public PointsText {
    entries = List.copyOf(entries);
  }

  /**
   * How many points there have to be.
   *
   * @return in words, such as {@code a list of 4 atoms}
   */
  public String accepted() {
    return "a list of " + TypeWords.count(minimum, maximum, "atom");
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
