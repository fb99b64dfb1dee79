package org.chikei.memory.hierarchy;

import java.util.Arrays;

/**
 * One coordinate in the order of time, all segments one after the other. NaN where it has no value;
 * nothing is formed across the end of a segment.
 *
 * @param starts where each segment begins, and the end of the last
 * @param values the values
 */
record LevelSeries(int[] starts, double[] values) {

  int segments() {
    return starts.length - 1;
  }

  int frames() {
    return values.length;
  }

  /** How many frames have a value. */
  int defined() {
    return (int) Arrays.stream(values).filter(Double::isFinite).count();
  }

  double mean() {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  double variance() {
    double mean = mean();
    return Arrays.stream(values)
        .filter(Double::isFinite)
        .map(v -> (v - mean) * (v - mean))
        .average()
        .orElse(Double.NaN);
  }

  /** The mean of the squares. */
  double square() {
    return Arrays.stream(values)
        .filter(Double::isFinite)
        .map(v -> v * v)
        .average()
        .orElse(Double.NaN);
  }
}
