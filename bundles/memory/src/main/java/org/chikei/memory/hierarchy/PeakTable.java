package org.chikei.memory.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.result.Column;
import org.chikei.api.result.Table;

/** The peaks of all densities of a hierarchy, which are basins, folds or not known well enough. */
final class PeakTable {
  private static final int OWN = 8;

  private PeakTable() {}

  static Table of(List<Level> levels, HierarchyUnits units) {
    int count = levels.size();
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Level level = levels.get(k);
      for (Basin basin : level.basins()) {
        rows.add(row(basin, k + 1, 0, count));
      }
      if (level.hasPeaksOfItsOwn()) {
        for (Basin peak : level.peaks()) {
          rows.add(row(peak, k + 1, k, count));
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.counts("level", column(rows, 0)));
    String[] each = {"r", "width_r", "resolution_r"};
    for (int kind = 0; kind < each.length; kind++) {
      for (int a = 0; a < count; a++) {
        columns.add(
            Column.of(
                each[kind] + (a + 1), units.level(a + 1), column(rows, 1 + kind * count + a)));
      }
    }
    int at = 1 + each.length * count;
    columns.add(Column.of("prominence_kT", "", column(rows, at)));
    columns.add(Column.of("prominence_kT_err", "", column(rows, at + 1)));
    columns.add(Column.of("population", "", column(rows, at + 2)));
    columns.add(Column.of("dwell", units.time(), column(rows, at + 3)));
    columns.add(Column.of("dwell_err", units.time(), column(rows, at + 4)));
    columns.add(Column.counts("exits", column(rows, at + 5)));
    columns.add(Column.of("relaxation", units.time(), column(rows, at + 6)));
    columns.add(Column.counts("state", column(rows, at + 7)));
    return new Table("hierarchy-basins", columns);
  }

  /** A peak of ρ(r_1 … r_k), or of r_k alone, whose first coordinate is not r_1. */
  private static double[] row(Basin basin, int level, int first, int count) {
    double[] row = new double[1 + 3 * count + OWN];
    Arrays.fill(row, Double.NaN);
    row[0] = level;
    double[][] each = {basin.at(), basin.width(), basin.resolution()};
    for (int kind = 0; kind < each.length; kind++) {
      System.arraycopy(each[kind], 0, row, 1 + kind * count + first, each[kind].length);
    }
    Stay stay = basin.stay();
    double[] own = {
      finite(basin.prominence()),
      finite(basin.error()),
      stay.population(),
      finite(stay.mean()),
      stay.error(),
      Math.max(0, stay.exits()),
      stay.forgets() ? stay.relaxation() : Double.NaN,
      switch (stay.verdict()) {
        case ONLY, STATE -> 1;
        case FOLD -> 0;
        case UNDECIDED -> Double.NaN;
      }
    };
    System.arraycopy(own, 0, row, 1 + each.length * count, OWN);
    return row;
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }

  private static double[] column(List<double[]> rows, int k) {
    return rows.stream().mapToDouble(row -> row[k]).toArray();
  }
}
