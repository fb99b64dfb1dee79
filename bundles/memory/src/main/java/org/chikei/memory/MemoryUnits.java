package org.chikei.memory;

import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;

/**
 * The units of kernels and correlations.
 *
 * @param reduced whether nothing carries a unit
 * @param coordinates the coordinates
 */
record MemoryUnits(boolean reduced, List<CoordinateInfo> coordinates) {

  String time() {
    return reduced ? "" : "ps";
  }

  String perTime() {
    return reduced ? "" : "1/ps";
  }

  String perSquaredTime() {
    return reduced ? "" : "1/ps^2";
  }

  String energy() {
    return reduced ? "" : "kJ/mol";
  }

  /** The unit of Γ_ab by time² or, with its integral, by time. */
  String kernel(int a, int b, String perTime) {
    String row = coordinates.get(a).unit();
    String column = coordinates.get(b).unit();
    if (reduced || row.equals(column)) {
      return reduced ? "" : "1/" + perTime;
    }
    String one = row.isEmpty() ? "1" : row;
    return one + "/" + perTime + (column.isEmpty() ? "" : "/" + column);
  }

  /** The unit of a product of two coordinates by a power of time. */
  String product(int a, int b, String perTime) {
    if (reduced) {
      return "";
    }
    String row = coordinates.get(a).unit();
    String column = coordinates.get(b).unit();
    String product = row.equals(column) ? (row.isEmpty() ? "1" : row + "^2") : row + " " + column;
    return product.strip() + "/" + perTime;
  }

  /** A number with its unit, if it has one. */
  static String with(String number, String unit) {
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
