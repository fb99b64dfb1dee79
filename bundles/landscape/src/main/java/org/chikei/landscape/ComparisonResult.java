package org.chikei.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.Column;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;

/**
 * Puts a comparison into the table, the fields and the sentences that a person and a program read.
 */
final class ComparisonResult {
  private final Comparison comparison;
  private final CoordinateInfo coordinate;
  private final double[][] byAtom;
  private final List<BarrierReport> barriers;
  private final Verdict verdict;
  private final boolean reduced;

  /**
   * Makes a result.
   *
   * @param comparison the comparison
   * @param byAtom each atom's share of the metric by bin; null without
   */
  ComparisonResult(Comparison comparison, double[][] byAtom) {
    this.comparison = comparison;
    this.coordinate = comparison.settings().coordinate();
    this.byAtom = byAtom;
    this.barriers = BarrierReport.all(comparison);
    this.verdict = Verdict.of(comparison);
    this.reduced = comparison.overview().reducedUnits();
  }

  StepResult toResult() {
    Table table = table();
    ComparisonWords words = new ComparisonWords(comparison, verdict);
    ComparisonExhibits exhibits =
        new ComparisonExhibits(comparison, verdict, barriers, byAtom, table, words);
    return new StepResult(
        ComparisonStep.TYPE,
        comparison.settings().name(),
        List.of(coordinate.name()),
        words.headline(),
        fields(words),
        List.of(table),
        exhibits.all(),
        words.warnings());
  }

  private Table table() {
    String unit = coordinate.unit();
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
      columns.add(Column.of("r_relabelled", "", relabelled()));
      columns.add(Column.of("G_relabelled", energy, fromMinimum(Curves.G_RELABELLED)));
      columns.add(Column.of("G_relabelled_err", energy, comparison.error(Curves.G_RELABELLED)));
      columns.add(Column.of("Vm_relabelled", energy, pieceMinimum(Curves.VM_RELABELLED)));
      columns.add(Column.of("Vm_relabelled_err", energy, comparison.error(Curves.VM_RELABELLED)));
    }
    return new Table(ComparisonStep.TYPE, columns);
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

  private Map<String, Object> fields(ComparisonWords words) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("verdict", verdict.word());
    fields.put("why", verdict.reason());
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("p_value", comparison.condition().pValue());
    condition.put("max_deviation", comparison.condition().maximumDeviation());
    fields.put("condition", condition);
    Map<String, Object> largest = new LinkedHashMap<>();
    largest.put("value_kT", verdict.largest());
    largest.put("error_kT", verdict.largestError());
    largest.put("at", verdict.bin() < 0 ? Double.NaN : comparison.centres()[verdict.bin()]);
    fields.put("largest_difference", largest);
    fields.put("reference_mass", referenceMass());
    if (comparison.axis().period() == 0) {
      fields.put("mean", new Quantity(comparison.moments().mean(), meanError(), coordinate.unit()));
      fields.put(
          "standard_deviation",
          new Quantity(comparison.moments().deviation(), Double.NaN, coordinate.unit()));
    }
    fields.put("barriers", barriers.stream().map(BarrierReport::toFields).toList());
    fields.put("differences", differences());
    fields.put("basins", BasinReport.all(comparison).stream().map(BasinReport::toFields).toList());
    boolean series = comparison.kinetics() == Kinetics.SERIES;
    fields.put(series ? "series_identity_max_kT" : "ching_residual_max_kT", words.residual());
    fields.put("transitions", comparison.transitions().total());
    fields.put("rates", new RateWords(comparison, words).observed());
    fields.put(
        "passage_times",
        FirstPassage.all(comparison).stream().map(FirstPassage::toFields).toList());
    Map<String, Object> kinetics = new LinkedHashMap<>();
    kinetics.put("used", comparison.kinetics() == null ? "none" : comparison.kinetics().word());
    kinetics.put("why", comparison.choice().why());
    if (comparison.weighted()) {
      kinetics.put(
          "means",
          comparison.layout().biasAlong()
              ? "unweighted, since the bias is a function of the coordinate"
              : "weighted");
    }
    fields.put("kinetics", kinetics);
    fields.put(
        "velocity_against_metric",
        new Quantity(comparison.choice().ratio(), comparison.choice().ratioError(), ""));
    fields.put("mean_velocity_p_value", comparison.equilibrium().pValue());
    fields.put("mass_shares", shares());
    if (comparison.relabelling() != null) {
      fields.put("relabelled", relabelling());
    }
    fields.put("bins", bins());
    if (comparison.pieces().closed()) {
      Map<String, Object> closure = new LinkedHashMap<>();
      closure.put("Vm", comparison.curves().closureVm());
      closure.put("G_ching", comparison.curves().closureChing());
      fields.put("closure", closure);
    }
    return fields;
  }

  private Map<String, Object> relabelling() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("by", comparison.relabelling().word());
    fields.put("formula", comparison.relabelling().formula());
    fields.put("reference_mass", comparison.curves().relabelledMass());
    return fields;
  }

  private Quantity referenceMass() {
    double mass = comparison.curves().referenceMass();
    boolean given = comparison.settings().fixedMass() > 0;
    double error =
        given || comparison.kinetics() == null
            ? Double.NaN
            : mass * comparison.influences().of(comparison.influences().ofLnMass());
    return new Quantity(mass, error, Places.massUnit(coordinate.unit(), reduced));
  }

  /** The standard error of the mean over all samples. */
  private double meanError() {
    GridSums sums = comparison.sums();
    double[] total = sums.total();
    int base = sums.cells() * comparison.layout().size();
    double weight = total[base + SampleLayout.WEIGHT];
    double mean = total[base + SampleLayout.VALUE] / weight;
    double[] terms = new double[sums.blocks()];
    int everything = sums.cells();
    BlockTerms.add(terms, 1 / weight, sums.byBlock(SampleLayout.VALUE)[everything]);
    BlockTerms.add(terms, -mean / weight, sums.byBlock(SampleLayout.WEIGHT)[everything]);
    return comparison.influences().of(terms);
  }

  private List<Object> differences() {
    List<Object> differences = new ArrayList<>();
    for (BasinPair pair : BasinPair.all(comparison)) {
      differences.add(pair.toFields());
    }
    return differences;
  }

  private List<Object> shares() {
    List<Object> list = new ArrayList<>();
    if (byAtom == null) {
      return list;
    }
    MassShares shares =
        MassShares.of(
            byAtom, comparison.sums().quantity(SampleLayout.WEIGHT), comparison.pieceBins());
    for (int atom = 0; atom < byAtom.length; atom++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("atom", coordinate.atoms().get(atom) + 1);
      fields.put("share", shares.share()[atom]);
      fields.put("share_of_change", shares.change()[atom]);
      list.add(fields);
    }
    return list;
  }

  private Map<String, Object> bins() {
    Map<String, Object> bins = new LinkedHashMap<>();
    double[] centres = comparison.centres();
    double half = comparison.width() / 2;
    bins.put("count", comparison.bins());
    bins.put("width", comparison.width());
    bins.put("from", centres[0] - half);
    bins.put("to", centres[centres.length - 1] + half);
    bins.put("periodic", comparison.axis().kind() == BinAxis.Kind.CIRCLE);
    return bins;
  }
}
