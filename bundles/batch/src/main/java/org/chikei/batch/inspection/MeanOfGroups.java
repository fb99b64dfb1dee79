package org.chikei.batch.inspection;

/**
 * A mean with a standard error from the scatter of the means of consecutive groups of values, or of
 * the values themselves where that is larger.
 *
 * @param mean the mean
 * @param error its standard error; infinite for fewer than two groups
 */
record MeanOfGroups(double mean, double error) {

  static MeanOfGroups of(double[] values, int most) {
    int groups = Math.min(most, values.length);
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    if (groups < 2) {
      return new MeanOfGroups(mean, Double.POSITIVE_INFINITY);
    }
    double single = 0;
    for (double value : values) {
      single += (value - mean) * (value - mean);
    }
    double between = 0;
    for (int g = 0; g < groups; g++) {
      int from = (int) ((long) g * values.length / groups);
      int to = (int) ((long) (g + 1) * values.length / groups);
      double sum = 0;
      for (int j = from; j < to; j++) {
        sum += values[j] - mean;
      }
      between += sum * sum;
    }
    double n = values.length;
    double error = Math.max(single / (n - 1) / n, between / n / n * groups / (groups - 1));
    return new MeanOfGroups(mean, Math.sqrt(error));
  }
}
