package org.chikei.landscape.landmark;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.words.Places;

/**
 * What makes lengths of displacements of several coordinates.
 *
 * @param matrix the metric as a {@link SymmetricMatrix}
 * @param unit the unit of lengths
 * @param words what it is
 */
public record PathMetric(double[] matrix, String unit, String words) {

  /** The mass matrix M* of a flow: ds² = drᵀ M* dr. */
  public static PathMetric ofMass(double[] mass, boolean energies, boolean reduced) {
    String unit = !energies || reduced ? "" : "√amu nm";
    return new PathMetric(mass, unit, "ds² = drᵀ M* dr");
  }

  /** One for coordinates of one unit, else each coordinate in units of its standard deviation. */
  public static PathMetric ofSpread(
      List<CoordinateInfo> coordinates, CellGrid grid, double[] weight) {
    int dimensions = coordinates.size();
    String unit = coordinates.get(0).unit();
    boolean alike = coordinates.stream().allMatch(info -> info.unit().equals(unit));
    double[] matrix = SymmetricMatrix.identity(dimensions);
    List<String> squares = new ArrayList<>();
    List<String> widths = new ArrayList<>();
    for (int a = 0; a < dimensions; a++) {
      String letter = Places.letter(a);
      squares.add("d" + letter + "²" + (alike ? "" : "/σ" + letter + "²"));
      if (!alike) {
        double variance = variance(grid, weight, a);
        matrix[SymmetricMatrix.place(dimensions, a, a)] = 1 / variance;
        widths.add("σ" + letter + " = " + Places.in(coordinates.get(a), Math.sqrt(variance)));
      }
    }
    String words = "ds² = " + String.join(" + ", squares);
    return alike
        ? new PathMetric(matrix, unit, words)
        : new PathMetric(matrix, "", words + ", " + String.join(", ", widths));
  }

  /** The variance of a coordinate over the grid; on a circle from the length of the mean vector. */
  private static double variance(CellGrid grid, double[] weight, int a) {
    double angle = grid.circle()[a] ? 2 * Math.PI / grid.shape()[a] : 0;
    double whole = 0;
    double first = 0;
    double second = 0;
    for (int cell = 0; cell < weight.length; cell++) {
      double u = grid.bin(cell, a);
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
