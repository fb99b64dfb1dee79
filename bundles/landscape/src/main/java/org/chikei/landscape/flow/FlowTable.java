package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.result.Column;
import org.chikei.api.result.Table;
import org.chikei.landscape.error.FreeEnergyErrors;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.words.Places;

/** The table of a flow: all cells of a plane, of space those that were visited. */
final class FlowTable {
  private final FlowSettings settings;
  private final double kT;
  private final boolean reduced;
  private final GridSums sums;
  private final FlowGrid grid;
  private final Flow flow;
  private final FlowCurves names;
  private final int[] rows;

  /**
   * Prepares a table.
   *
   * @param flow the flow; null where no kinetics is usable, which leaves its columns blank
   */
  FlowTable(
      FlowSettings settings, double kT, boolean reduced, GridSums sums, FlowGrid grid, Flow flow) {
    this.settings = settings;
    this.kT = kT;
    this.reduced = reduced;
    this.sums = sums;
    this.grid = grid;
    this.flow = flow;
    names = new FlowCurves(grid.dimensions());
    double[] count = sums.quantity(FlowLayout.COUNT);
    rows =
        IntStream.range(0, count.length)
            .filter(k -> grid.dimensions() == 2 || count[k] > 0)
            .toArray();
  }

  /**
   * Makes the table.
   *
   * @param g the free energy by cell
   */
  Table toTable(double[] g) {
    String energy = settings.mass() == null ? Places.energyUnit(reduced) : "";
    String thermal = Places.energyUnit(reduced);
    List<Column> columns = new ArrayList<>();
    StringBuilder inverse = new StringBuilder();
    for (int a = 0; a < grid.dimensions(); a++) {
      CoordinateInfo info = settings.coordinates().get(a);
      columns.add(Column.of(Places.letter(a), info.unit(), only(sums.places(a))));
      if (!info.unit().isEmpty()) {
        inverse.append(inverse.isEmpty() ? "1/" : "/").append(info.unit());
      }
    }
    columns.add(Column.counts("count", only(sums.quantity(FlowLayout.COUNT))));
    columns.add(Column.of("rho", inverse.toString(), only(density())));
    columns.add(Column.of("G", thermal, only(g)));
    columns.add(Column.of("Vm", energy, fromMinimum(names.vm())));
    List<String> words = names.names();
    for (int curve = 0; curve < words.size(); curve++) {
      columns.add(Column.of(words.get(curve), unit(curve), curve(curve)));
    }
    double[] error = FreeEnergyErrors.of(sums, FlowLayout.COUNT, FlowLayout.WEIGHT, kT);
    columns.add(Column.of("G_err", thermal, only(error)));
    columns.add(Column.of("Vm_err", energy, error(names.vm())));
    for (int curve = 0; curve < words.size(); curve++) {
      columns.add(Column.of(words.get(curve) + "_err", unit(curve), error(curve)));
    }
    columns.add(Column.of("G_ching", thermal, fromMinimum(names.gChing())));
    columns.add(Column.of("G_ching_err", thermal, error(names.gChing())));
    columns.add(Column.of("dVG", energy, curve(names.difference())));
    columns.add(Column.of("dVG_err", energy, error(names.difference())));
    double[] piece = new double[sums.cells()];
    Arrays.setAll(piece, k -> grid.region().piece(k) < 0 ? Double.NaN : grid.region().piece(k) + 1);
    columns.add(Column.counts("piece", only(piece)));
    columns.add(Column.of("independent_samples", "", only(grid.independent())));
    return new Table(FlowStep.TYPE, columns);
  }

  private double[] density() {
    double[] rho = sums.quantity(FlowLayout.WEIGHT);
    double volume = Arrays.stream(rho).sum();
    for (int a = 0; a < grid.dimensions(); a++) {
      volume *= sums.width(a);
    }
    for (int k = 0; k < rho.length; k++) {
      rho[k] = rho[k] > 0 ? rho[k] / volume : Double.NaN;
    }
    return rho;
  }

  private String unit(int curve) {
    int dimensions = grid.dimensions();
    if (curve < names.square(0)) {
      String unit = settings.coordinates().get(curve % dimensions).unit();
      return Places.accelerationUnit(unit, reduced);
    }
    for (int a = 0; a < dimensions; a++) {
      for (int b = a; b < dimensions; b++) {
        if (curve == names.square(SymmetricMatrix.place(dimensions, a, b))) {
          return squareUnit(
              settings.coordinates().get(a).unit(), settings.coordinates().get(b).unit());
        }
      }
    }
    throw new IllegalArgumentException("no curve " + curve);
  }

  private String squareUnit(String a, String b) {
    return a.equals(b)
        ? Places.squareUnit(a, reduced)
        : reduced ? "" : (a + " " + b).strip() + "/ps^2";
  }

  private double[] only(double[] column) {
    return IntStream.of(rows).mapToDouble(k -> column[k]).toArray();
  }

  private double[] blank() {
    double[] blank = new double[rows.length];
    Arrays.fill(blank, Double.NaN);
    return blank;
  }

  private double[] curve(int which) {
    return flow == null ? blank() : only(flow.curve(which));
  }

  private double[] error(int which) {
    return flow == null ? blank() : only(flow.error(which));
  }

  private double[] fromMinimum(int which) {
    return flow == null ? blank() : only(flow.fromMinimum(which));
  }
}
