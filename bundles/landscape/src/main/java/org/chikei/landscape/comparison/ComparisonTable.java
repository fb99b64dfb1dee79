package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.result.Column;
import org.chikei.api.result.Table;
import org.chikei.landscape.profile.BestFreeEnergy;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.profile.SampleLayout;
import org.chikei.landscape.words.Places;

/** Every curve of a comparison as a column. */
final class ComparisonTable {
  private final Comparison comparison;

  ComparisonTable(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The table, a row for each bin. */
  Table table() {
    String unit = comparison.settings().coordinate().unit();
    boolean reduced = comparison.overview().reducedUnits();
    String energy = Places.energyUnit(reduced);
    String square = Places.squareUnit(unit, reduced);
    String acceleration = Places.accelerationUnit(unit, reduced);
    String mass = Places.massUnit(unit, reduced);
    boolean kinetic = comparison.kinetics() != null;
    boolean forces = kinetic;
    double[] count = comparison.sums().quantity(SampleLayout.COUNT);
    double[] d = blank(comparison.curve(Curves.D), kinetic);
    double[] dError = blank(comparison.error(Curves.D), kinetic);
    double[] m = blank(comparison.curve(Curves.M), kinetic);
    double[] mError = new double[m.length];
    for (int k = 0; k < m.length; k++) {
      mError[k] = m[k] * dError[k] / d[k];
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("r", unit, comparison.centres()));
    columns.add(Column.counts("count", count));
    String inverse = unit.isEmpty() ? "" : "1/" + unit;
    columns.add(Column.of("rho", inverse, occupied(comparison.curve(Curves.RHO), count)));
    columns.add(Column.of("G", energy, fromMinimum(Curves.G)));
    columns.add(Column.of("G_err", energy, comparison.error(Curves.G)));
    columns.add(Column.of("D", square, d));
    columns.add(Column.of("D_err", square, dError));
    columns.add(Column.of("f", acceleration, blank(comparison.curve(Curves.F), forces)));
    columns.add(Column.of("f_err", acceleration, blank(comparison.error(Curves.F), forces)));
    columns.add(Column.of("Vm", energy, blank(pieceMinimum(Curves.VM), forces)));
    columns.add(Column.of("Vm_err", energy, blank(comparison.error(Curves.VM), forces)));
    columns.add(Column.of("m", mass, m));
    columns.add(Column.of("c", "", blank(comparison.curve(Curves.C), kinetic)));
    columns.add(Column.of("c_err", "", blank(comparison.error(Curves.C), kinetic)));
    columns.add(Column.of("G_ching", energy, blank(pieceMinimum(Curves.G_CHING), forces)));
    columns.add(Column.of("G_ching_err", energy, blank(comparison.error(Curves.G_CHING), forces)));
    columns.add(Column.of("G_iso", energy, blank(fromMinimum(Curves.G_ISO), kinetic)));
    columns.add(Column.of("s", unit, blank(isometric(), kinetic)));
    columns.add(Column.of("r_mean", unit, means()));
    columns.add(Column.counts("piece", pieceNumbers()));
    columns.add(Column.of("Vm_gd", energy, pieceMinimum(Curves.VM_GD)));
    columns.add(Column.of("Vm_gd_err", energy, comparison.error(Curves.VM_GD)));
    columns.add(Column.of("dVG", energy, comparison.curve(Curves.DVG)));
    columns.add(Column.of("dVG_err", energy, comparison.error(Curves.DVG)));
    columns.add(Column.of("G_geo", energy, fromMinimum(Curves.G_GEO)));
    columns.add(Column.of("G_geo_err", energy, comparison.error(Curves.G_GEO)));
    columns.add(Column.of("G_iso_err", energy, blank(comparison.error(Curves.G_ISO), kinetic)));
    columns.add(Column.of("m_err", mass, mError));
    columns.add(Column.of("independent_samples", "", comparison.independent()));
    if (comparison.relabelling() != null) {
      String unitOfRelabelled = comparison.relabelling().unit(unit);
      columns.add(Column.of("r_relabelled", unitOfRelabelled, relabelled()));
      columns.add(Column.of("G_relabelled", energy, fromMinimum(Curves.G_RELABELLED)));
      columns.add(Column.of("G_relabelled_err", energy, comparison.error(Curves.G_RELABELLED)));
      columns.add(Column.of("Vm_relabelled", energy, pieceMinimum(Curves.VM_RELABELLED)));
      columns.add(Column.of("Vm_relabelled_err", energy, comparison.error(Curves.VM_RELABELLED)));
    }
    columns.add(Column.of("G_best", energy, fromMinimum(Curves.G_BEST)));
    columns.add(Column.of("G_best_err", energy, comparison.error(Curves.G_BEST)));
    columns.add(Column.of("mean_force_share", "", shares()));
    columns.add(Column.of("tau_int", Places.timeUnit(reduced), correlationTimes()));
    if (comparison.fits() != null) {
      double[] ofD = comparison.fits().squareShift(comparison.bins());
      double[] ofF = comparison.fits().forceShift(comparison.bins());
      columns.add(Column.of("D_bias", square, blank(ofD, kinetic)));
      columns.add(Column.of("f_bias", acceleration, blank(ofF, forces)));
    }
    return new Table(ComparisonStep.TYPE, columns);
  }

  /**
   * The integrated autocorrelation time of being in each bin, half the inefficiency; blank where
   * frames are not evenly spaced in time or weigh differently, which costs samples too.
   */
  private double[] correlationTimes() {
    double[] count = comparison.sums().quantity(SampleLayout.COUNT);
    double[] times = new double[count.length];
    for (int k = 0; k < times.length; k++) {
      boolean known = comparison.naturalMotion() && comparison.independent()[k] >= 2;
      times[k] =
          known
              ? count[k] / comparison.independent()[k] * comparison.context().spacing() / 2
              : Double.NaN;
    }
    return times;
  }

  /** Which part of the way from the histogram to Ching's density the best G goes. */
  private double[] shares() {
    BestFreeEnergy best = comparison.estimate().best();
    double[] shares = new double[comparison.bins()];
    Arrays.fill(shares, Double.NaN);
    if (best.combined()) {
      comparison.pieceBins().forEach(bin -> shares[bin] = best.share()[bin]);
    }
    return shares;
  }

  private static double[] blank(double[] column, boolean keep) {
    if (keep) {
      return column;
    }
    double[] blank = new double[column.length];
    Arrays.fill(blank, Double.NaN);
    return blank;
  }

  private static double[] occupied(double[] column, double[] count) {
    double[] occupied = column.clone();
    for (int k = 0; k < occupied.length; k++) {
      occupied[k] = count[k] > 0 ? occupied[k] : Double.NaN;
    }
    return occupied;
  }

  private double[] fromMinimum(int curve) {
    double[] shifted = comparison.curve(curve).clone();
    double lowest = Double.POSITIVE_INFINITY;
    for (double value : shifted) {
      lowest = value < lowest ? value : lowest;
    }
    for (int k = 0; k < shifted.length; k++) {
      shifted[k] -= lowest;
    }
    return shifted;
  }

  private double[] pieceMinimum(int curve) {
    double[] shifted = comparison.curve(curve).clone();
    for (int[] run : comparison.pieces().runs()) {
      double lowest = Double.POSITIVE_INFINITY;
      for (int bin : run) {
        lowest = Math.min(lowest, shifted[bin]);
      }
      for (int bin : run) {
        shifted[bin] -= lowest;
      }
    }
    return shifted;
  }

  /** s(r), from the centre of each piece's first bin on. */
  private double[] isometric() {
    double[] s = comparison.curve(Curves.S).clone();
    for (int[] run : comparison.pieces().runs()) {
      for (int bin : run) {
        s[bin] += comparison.centres()[run[0]];
      }
    }
    return s;
  }

  private double[] means() {
    double[] weight = comparison.sums().quantity(comparison.layout().valueWeight());
    double[] mean = comparison.sums().quantity(SampleLayout.VALUE);
    for (int k = 0; k < mean.length; k++) {
      mean[k] = weight[k] > 0 ? mean[k] / weight[k] : Double.NaN;
    }
    return mean;
  }

  private double[] relabelled() {
    return Arrays.stream(comparison.centres()).map(comparison.relabelling().value()).toArray();
  }

  private double[] pieceNumbers() {
    int[] piece = comparison.pieces().pieceOf(comparison.bins());
    double[] numbers = new double[piece.length];
    for (int k = 0; k < piece.length; k++) {
      numbers[k] = piece[k] < 0 ? Double.NaN : piece[k] + 1;
    }
    return numbers;
  }
}
