package org.chikei.memory.hierarchy;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.result.Column;
import org.chikei.api.result.Table;

/** ρ(r_1 … r_k) and f_k(r_1 … r_k) in the cells that were visited. */
final class DensityTable {
  /** Emptier than this part of the fullest cell is the tail of the smoothing. */
  static final double EMPTY = 1e-5;

  private DensityTable() {}

  static Table of(Level level, int k, HierarchyUnits units) {
    Density density = level.density();
    Cells cells = density.cells();
    double most = 0;
    double total = 0;
    for (double value : density.values()) {
      most = Math.max(most, value);
      total += value;
    }
    double volume = total;
    for (double width : cells.width()) {
      volume *= width;
    }
    List<double[]> rows = new ArrayList<>();
    for (int c = 0; c < density.values().length; c++) {
      int along = cells.along(c, 0);
      boolean copy =
          cells.period() > 0
              && (along < cells.margin() || along >= cells.counts()[0] - cells.margin());
      if (!copy && density.values()[c] > EMPTY * most) {
        double[] row = new double[k + 2];
        double[] centre = cells.centre(c);
        System.arraycopy(centre, 0, row, 0, k);
        row[k] = density.values()[c] / volume;
        row[k + 1] = level.force().at(centre);
        rows.add(row);
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int a = 0; a < k; a++) {
      columns.add(Column.of("r" + (a + 1), units.level(a + 1), column(rows, a)));
    }
    columns.add(Column.of("rho", "", column(rows, k)));
    columns.add(Column.of("f", units.level(k + 1), column(rows, k + 1)));
    return new Table("hierarchy-density-" + k, columns);
  }

  private static double[] column(List<double[]> rows, int k) {
    return rows.stream().mapToDouble(row -> row[k]).toArray();
  }
}
