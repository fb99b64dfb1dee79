package org.chikei.trajectory.netcdf;

import java.util.Map;

/**
 * A variable of a NetCDF file.
 *
 * @param name its name
 * @param type the type of its numbers
 * @param shape the lengths of its dimensions; 0 for that of the records
 * @param texts its attributes that are text
 * @param numbers its attributes that are numbers: the first of each
 * @param begin where it begins
 */
record NetcdfVariable(
    String name,
    NetcdfType type,
    long[] shape,
    Map<String, String> texts,
    Map<String, Double> numbers,
    long begin) {

  /** Whether it has a part in every record. */
  boolean inRecords() {
    return shape.length > 0 && shape[0] == 0;
  }

  /** How many numbers one record of it has, or all of it; −1 for more than any file holds. */
  long count() {
    long count = 1;
    for (int k = inRecords() ? 1 : 0; k < shape.length; k++) {
      if (shape[k] > 0 && count > Long.MAX_VALUE / 16 / shape[k]) {
        return -1;
      }
      count *= shape[k];
    }
    return count;
  }

  /** How many bytes these take. */
  long bytes() {
    return count() * type.bytes();
  }

  /** What its numbers are to be multiplied by. */
  double scale() {
    return numbers.getOrDefault("scale_factor", 1.0);
  }

  /** Its unit; empty if it states none. */
  String unit() {
    return texts.getOrDefault("units", "");
  }
}
