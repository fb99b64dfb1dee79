package org.chikei.trajectory.netcdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * The header of a classic NetCDF file.
 *
 * @param records how many records it claims; −1 where the writer did not know
 * @param texts the attributes of the file that are text
 * @param variables the variables by their names
 */
record NetcdfHeader(
    long records, Map<String, String> texts, Map<String, NetcdfVariable> variables) {
  private static final int DIMENSIONS = 10;
  private static final int VARIABLES = 11;
  private static final int ATTRIBUTES = 12;
  private static final int MOST_DIMENSIONS = 1024;
  private static final int LONGEST_TEXT = 32 << 10;
  private static final int OFFSETS_64 = 2;
  private static final int DATA_64 = 5;

  private record Dimension(String name, long length) {}

  /** Whether a file begins as a classic NetCDF file does. */
  static boolean isClassic(byte[] head) {
    return head.length >= 4
        && head[0] == 'C'
        && head[1] == 'D'
        && head[2] == 'F'
        && (head[3] == 1 || head[3] == OFFSETS_64 || head[3] == DATA_64);
  }

  /** Reads the header of a file that begins as one. */
  static NetcdfHeader read(TrajectoryFile file) throws IOException {
    NetcdfCursor cursor = new NetcdfCursor(file);
    int version = cursor.word() & 0xff;
    cursor.width(version == DATA_64, version != 1);
    long records = cursor.records();
    List<Dimension> dimensions = new ArrayList<>();
    for (long left = cursor.list(DIMENSIONS); left > 0; left--) {
      dimensions.add(new Dimension(cursor.name(), cursor.count()));
    }
    Map<String, String> texts = new HashMap<>();
    attributes(cursor, texts, new HashMap<>());
    Map<String, NetcdfVariable> variables = new LinkedHashMap<>();
    for (long left = cursor.list(VARIABLES); left > 0; left--) {
      NetcdfVariable variable = variable(cursor, dimensions);
      variables.put(variable.name(), variable);
    }
    return new NetcdfHeader(records, texts, variables);
  }

  private static void attributes(
      NetcdfCursor cursor, Map<String, String> texts, Map<String, Double> numbers)
      throws IOException {
    for (long left = cursor.list(ATTRIBUTES); left > 0; left--) {
      String name = cursor.name();
      NetcdfType type = cursor.type();
      long count = cursor.count();
      if (type == NetcdfType.CHAR && count <= LONGEST_TEXT) {
        texts.put(name, cursor.text((int) count));
      } else {
        numbers.put(name, cursor.number(type, count));
      }
    }
  }

  private static NetcdfVariable variable(NetcdfCursor cursor, List<Dimension> dimensions)
      throws IOException {
    long start = cursor.position();
    String name = cursor.name();
    long count = cursor.count();
    if (count > MOST_DIMENSIONS) {
      throw cursor.damaged(start, "a variable of " + count + " dimensions");
    }
    long[] shape = new long[(int) count];
    for (int k = 0; k < shape.length; k++) {
      long dimension = cursor.count();
      if (dimension >= dimensions.size()) {
        throw cursor.damaged(
            start, "a variable of dimension " + dimension + ", which is not there");
      }
      shape[k] = dimensions.get((int) dimension).length();
    }
    Map<String, String> texts = new HashMap<>();
    Map<String, Double> numbers = new HashMap<>();
    attributes(cursor, texts, numbers);
    NetcdfType type = cursor.type();
    cursor.count(); // the length, which follows from the dimensions and is not always right
    NetcdfVariable variable = new NetcdfVariable(name, type, shape, texts, numbers, cursor.place());
    if (variable.count() < 0) {
      throw cursor.damaged(start, "a variable larger than any file");
    }
    return variable;
  }

  /**
   * How far one record is from the next: all variables that have a part in each, filled up to
   * multiples of four bytes unless there is only one; −1 for more than any file holds.
   */
  long recordLength() {
    long length = 0;
    long padded = 0;
    for (NetcdfVariable variable : variables.values()) {
      if (variable.inRecords()) {
        length += variable.bytes();
        padded += variable.bytes() + 3 & ~3L;
        if (padded < 0) {
          return -1;
        }
      }
    }
    boolean alone = variables.values().stream().filter(NetcdfVariable::inRecords).count() == 1;
    return alone ? length : padded;
  }

  /** Where the first record begins. */
  long firstRecord() {
    return variables.values().stream()
        .filter(NetcdfVariable::inRecords)
        .mapToLong(NetcdfVariable::begin)
        .min()
        .orElse(0);
  }
}
