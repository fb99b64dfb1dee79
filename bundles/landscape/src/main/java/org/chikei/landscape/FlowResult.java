package org.chikei.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.Column;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;

/** Puts a flow into the table and the fields that a person and a program read. */
final class FlowResult {
  private final FlowSettings settings;
  private final DataOverview overview;
  private final FinishContext context;
  private final GridSums sums;
  private final FlowGrid grid;
  private final List<KineticsChoice> choices;
  private final Flow flow;
  private final FlowContrasts contrasts;
  private final boolean reduced;
  private final double[] g;

  /**
   * Makes a result.
   *
   * @param flow the flow; null where no kinetics is usable
   */
  FlowResult(
      FlowSettings settings,
      DataOverview overview,
      FinishContext context,
      FlowLayout layout,
      GridSums sums,
      FlowGrid grid,
      List<KineticsChoice> choices,
      Flow flow) {
    this.settings = settings;
    this.overview = overview;
    this.context = context;
    this.sums = sums;
    this.grid = grid;
    this.choices = choices;
    this.flow = flow;
    this.reduced = overview.reducedUnits();
    boolean any = flow != null && grid.region().cells().length > 0;
    this.contrasts = any ? FlowContrasts.of(grid, layout, sums, flow) : null;
    this.g = freeEnergy();
  }

  StepResult toResult(long undefined) {
    Table table = table();
    FlowWords words = new FlowWords(settings, overview, context, grid, choices, flow, contrasts);
    List<Table> tables = new ArrayList<>(List.of(table));
    Map<String, Object> fields = fields(words);
    List<String> warnings = new ArrayList<>(words.warnings(undefined));
    FlowPlane plane =
        contrasts == null ? null : new FlowPlane(settings, overview, sums, grid, flow);
    if (plane != null) {
      plane.addTo(fields, tables, warnings);
    }
    return new StepResult(
        FlowStep.TYPE,
        settings.name(),
        settings.coordinates().stream().map(CoordinateInfo::name).toList(),
        words.headline(),
        fields,
        tables,
        new FlowExhibits(settings, overview, grid, flow, table, words, plane).all(),
        warnings);
  }

  private double[] freeEnergy() {
    double[] weight = sums.quantity(FlowLayout.WEIGHT);
    double[] y = new double[weight.length];
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < y.length; k++) {
      y[k] = weight[k] > 0 ? -overview.kT() * Math.log(weight[k]) : Double.NaN;
      lowest = weight[k] > 0 ? Math.min(lowest, y[k]) : lowest;
    }
    for (int k = 0; k < y.length; k++) {
      y[k] -= lowest;
    }
    return y;
  }

  private Table table() {
    int cells = sums.cells();
    CoordinateInfo a = settings.coordinates().get(0);
    CoordinateInfo b = settings.coordinates().get(1);
    String energy = energyUnit();
    List<Column> columns = new ArrayList<>();
    double[][] place = new double[2][cells];
    double[] weight = sums.quantity(FlowLayout.WEIGHT);
    double volume = Arrays.stream(weight).sum() * sums.width(0) * sums.width(1);
    double[] rho = new double[cells];
    double[] piece = new double[cells];
    for (int k = 0; k < cells; k++) {
      place[0][k] = grid.place(k, 0);
      place[1][k] = grid.place(k, 1);
      rho[k] = weight[k] > 0 ? weight[k] / volume : Double.NaN;
      piece[k] = grid.region().piece(k) < 0 ? Double.NaN : grid.region().piece(k) + 1;
    }
    String unitA = a.unit().isEmpty() ? "" : "1/" + a.unit();
    String inverse = b.unit().isEmpty() ? unitA : (unitA.isEmpty() ? "1/" : unitA + "/") + b.unit();
    columns.add(Column.of("a", a.unit(), place[0]));
    columns.add(Column.of("b", b.unit(), place[1]));
    columns.add(Column.counts("count", sums.quantity(FlowLayout.COUNT)));
    columns.add(Column.of("rho", inverse, rho));
    columns.add(Column.of("G", Places.energyUnit(reduced), g));
    columns.add(Column.of("Vm", energy, fromMinimum(Flow.VM)));
    for (int curve = Flow.F; curve < Flow.VM; curve++) {
      columns.add(Column.of(Flow.CURVES.get(curve), unit(curve), curve(curve)));
    }
    double[] error = FreeEnergyErrors.of(sums, FlowLayout.COUNT, FlowLayout.WEIGHT, overview.kT());
    columns.add(Column.of("G_err", Places.energyUnit(reduced), error));
    columns.add(Column.of("Vm_err", energy, error(Flow.VM)));
    for (int curve = Flow.F; curve < Flow.VM; curve++) {
      columns.add(Column.of(Flow.CURVES.get(curve) + "_err", unit(curve), error(curve)));
    }
    columns.add(Column.of("G_ching", Places.energyUnit(reduced), fromMinimum(Flow.G_CHING)));
    columns.add(Column.of("G_ching_err", Places.energyUnit(reduced), error(Flow.G_CHING)));
    columns.add(Column.of("dVG", energy, curve(Flow.DVG)));
    columns.add(Column.of("dVG_err", energy, error(Flow.DVG)));
    columns.add(Column.counts("piece", piece));
    columns.add(Column.of("independent_samples", "", grid.independent()));
    return new Table(FlowStep.TYPE, columns);
  }

  private String energyUnit() {
    return settings.mass() == null ? Places.energyUnit(reduced) : "";
  }

  private String unit(int curve) {
    CoordinateInfo a = settings.coordinates().get(0);
    CoordinateInfo b = settings.coordinates().get(1);
    return switch (curve) {
      case Flow.F, Flow.V -> Places.accelerationUnit(a.unit(), reduced);
      case Flow.F + 1, Flow.V + 1 -> Places.accelerationUnit(b.unit(), reduced);
      case Flow.D -> Places.squareUnit(a.unit(), reduced);
      case Flow.D + 2 -> Places.squareUnit(b.unit(), reduced);
      default ->
          a.unit().equals(b.unit())
              ? Places.squareUnit(a.unit(), reduced)
              : reduced ? "" : (a.unit() + " " + b.unit()).strip() + "/ps^2";
    };
  }

  private double[] blank() {
    double[] blank = new double[sums.cells()];
    Arrays.fill(blank, Double.NaN);
    return blank;
  }

  private double[] curve(int which) {
    return flow == null ? blank() : flow.curve(which);
  }

  private double[] error(int which) {
    return flow == null ? blank() : flow.error(which);
  }

  /** A potential by cell, each piece from its own minimum. */
  private double[] fromMinimum(int which) {
    double[] y = curve(which).clone();
    double[] lowest = new double[grid.region().pieces()];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    for (int cell : grid.region().cells()) {
      int piece = grid.region().piece(cell);
      lowest[piece] = Math.min(lowest[piece], y[cell]);
    }
    for (int cell : grid.region().cells()) {
      y[cell] -= lowest[grid.region().piece(cell)];
    }
    return y;
  }

  private Map<String, Object> fields(FlowWords words) {
    Map<String, Object> fields = new LinkedHashMap<>();
    boolean known = contrasts != null;
    double none = Double.NaN;
    Verdict verdict = words.verdict();
    fields.put("verdict", verdict.word());
    fields.put("why", verdict.reason());
    fields.put(
        "share_of_flow",
        new Quantity(known ? flow.share(false) : none, known ? flow.shareError(false) : none, ""));
    fields.put(
        "share_of_flow_identity",
        new Quantity(known ? flow.share(true) : none, known ? flow.shareError(true) : none, ""));
    fields.put("mass_matrix", known ? massMatrix() : List.of());
    fields.put("remaining_divergence", known ? flow.divergence() : none);
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("p_value", known ? contrasts.constantSquares() : none);
    condition.put("largest_kT", verdict.largest());
    condition.put("largest_kT_err", verdict.largestError());
    fields.put("condition", condition);
    Map<String, Object> current = new LinkedHashMap<>();
    current.put("p_value", known ? contrasts.noCurrent() : none);
    current.put("strength", known ? contrasts.strength() : none);
    current.put("half_step_velocities", context.halfStepVelocities());
    fields.put("current", current);
    fields.put("largest_difference", words.largest(Flow.DVG));
    boolean series = known && flow.kinetics() == Kinetics.SERIES;
    fields.put(series ? "series_identity" : "ching_residual", words.residual());
    Map<String, Object> kinetics = new LinkedHashMap<>();
    kinetics.put("used", flow == null ? "none" : flow.kinetics().word());
    kinetics.put("why", words.why());
    fields.put("kinetics", kinetics);
    List<Object> ratios = new ArrayList<>();
    for (KineticsChoice choice : choices) {
      ratios.add(new Quantity(choice.ratio(), choice.ratioError(), ""));
    }
    fields.put("velocity_against_metric", ratios);
    fields.put("cells", grid.region().cells().length);
    fields.put("pieces", grid.region().pieces());
    fields.put("bins", bins());
    return fields;
  }

  private List<Object> massMatrix() {
    double[] m = flow.mass();
    return List.of(List.of(m[0], m[1]), List.of(m[1], m[2]));
  }

  private List<Object> bins() {
    List<Object> bins = new ArrayList<>();
    for (int a = 0; a < 2; a++) {
      double[] centres = sums.centres(a);
      Map<String, Object> axis = new LinkedHashMap<>();
      axis.put("count", centres.length);
      axis.put("width", sums.width(a));
      axis.put("from", centres[0] - sums.width(a) / 2);
      axis.put("to", centres[centres.length - 1] + sums.width(a) / 2);
      axis.put("periodic", grid.axes()[a].kind() == BinAxis.Kind.CIRCLE);
      bins.add(axis);
    }
    return bins;
  }
}
