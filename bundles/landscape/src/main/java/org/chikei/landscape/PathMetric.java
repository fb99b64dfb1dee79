package org.chikei.landscape;

import org.chikei.api.analysis.CoordinateInfo;

/**
 * What makes lengths of displacements of two coordinates.
 *
 * @param matrix the metric: aa, ab, bb
 * @param unit the unit of lengths
 * @param words what it is
 */
record PathMetric(double[] matrix, String unit, String words) {

  /** The mass matrix M* of a flow: ds² = drᵀ M* dr. */
  static PathMetric ofMass(double[] mass, boolean energies, boolean reduced) {
    String unit = !energies || reduced ? "" : "√amu nm";
    return new PathMetric(mass, unit, "ds² = drᵀ M* dr");
  }

  /** One for coordinates of one unit, else each coordinate in units of its standard deviation. */
  static PathMetric ofSpread(CoordinateInfo a, CoordinateInfo b, PlaneGrid grid, double[] weight) {
    if (a.unit().equals(b.unit())) {
      return new PathMetric(new double[] {1, 0, 1}, a.unit(), "ds² = da² + db²");
    }
    double first = variance(grid, weight, 0);
    double second = variance(grid, weight, 1);
    return new PathMetric(
        new double[] {1 / first, 0, 1 / second},
        "",
        "ds² = da²/σa² + db²/σb², σa = "
            + Places.in(a, Math.sqrt(first))
            + ", σb = "
            + Places.in(b, Math.sqrt(second)));
  }

  /** The variance of a coordinate over the grid; on a circle from the length of the mean vector. */
  private static double variance(PlaneGrid grid, double[] weight, int a) {
    double angle = grid.circle()[a] ? 2 * Math.PI / grid.shape()[a] : 0;
    double whole = 0;
    double first = 0;
    double second = 0;
    for (int cell = 0; cell < weight.length; cell++) {
      double u = grid.centre(cell)[a];
      whole += weight[cell];
      first += weight[cell] * (grid.circle()[a] ? Math.cos(angle * u) : u);
      second += weight[cell] * (grid.circle()[a] ? Math.sin(angle * u) : u * u);
    }
    double variance =
        grid.circle()[a]
            ? -2 * Math.log(Math.hypot(first, second) / whole) / (angle * angle)
            : second / whole - first / whole * (first / whole);
    // a coordinate that stays in one bin spreads over that
    return Math.max(variance, 1.0 / 12) * grid.widths()[a] * grid.widths()[a];
  }
}
