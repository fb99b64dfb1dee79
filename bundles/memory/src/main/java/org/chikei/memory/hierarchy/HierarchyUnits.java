package org.chikei.memory.hierarchy;

/**
 * The units of the levels: each is a second derivative of the one before.
 *
 * @param reduced whether nothing carries a unit
 * @param coordinate the unit of r_1
 */
record HierarchyUnits(boolean reduced, String coordinate) {

  String time() {
    return reduced ? "" : "ps";
  }

  String perTime() {
    return reduced ? "" : "1/ps";
  }

  String afterTime() {
    return reduced ? "" : " ps";
  }

  /** The unit of r_k. */
  String level(int k) {
    if (reduced || k == 1) {
      return reduced ? "" : coordinate;
    }
    return (coordinate.isEmpty() ? "1" : coordinate) + "/ps^" + 2 * (k - 1);
  }

  /** The unit of the power of r_k by angular frequency. */
  String power(int k) {
    return reduced ? "" : "(" + (level(k).isEmpty() ? "1" : level(k)) + ")^2 ps";
  }
}
