package org.chikei.api.series;

/**
 * What a job says of its series.
 *
 * @param timeColumn which column holds the time, a name or a number from 1; empty to leave it to
 *     the format
 */
public record SeriesOptions(String timeColumn) {

  /** Whatever the format says itself. */
  public static final SeriesOptions NONE = new SeriesOptions("");
}
