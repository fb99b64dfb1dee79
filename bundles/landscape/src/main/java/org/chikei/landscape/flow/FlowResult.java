package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.profile.KineticsChoice;
import org.chikei.landscape.profile.Verdict;
import org.chikei.landscape.words.Places;

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
  private final FlowLayout layout;
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
    this.layout = layout;
    boolean any = flow != null && grid.region().cells().length > 0;
    this.contrasts = any ? FlowContrasts.of(grid, layout, sums, flow) : null;
    this.g = freeEnergy();
  }

  StepResult toResult(long undefined) {
    Table table = new FlowTable(settings, overview.kT(), reduced, sums, grid, flow).toTable(g);
    FlowWords words = new FlowWords(settings, overview, context, grid, choices, flow, contrasts);
    List<Table> tables = new ArrayList<>(List.of(table));
    Map<String, Object> fields = fields(words);
    List<String> warnings = new ArrayList<>(words.warnings(undefined));
    boolean isPlane = grid.dimensions() == 2;
    FlowLandmarks landmarks =
        contrasts == null ? null : new FlowLandmarks(settings, overview, sums, grid, flow);
    if (landmarks != null) {
      landmarks.addTo(fields, tables, warnings);
    }
    return new StepResult(
        FlowStep.TYPE,
        settings.name(),
        settings.coordinates().stream().map(CoordinateInfo::name).toList(),
        words.headline(),
        fields,
        tables,
        isPlane
            ? new FlowExhibits(settings, overview, grid, flow, table, words, landmarks).all()
            : slices(words, landmarks),
        warnings);
  }

  private List<Exhibit> slices(FlowWords words, FlowLandmarks landmarks) {
    Flow known = landmarks == null ? null : flow;
    double[] weight = sums.quantity(FlowLayout.WEIGHT);
    List<Exhibit> exhibits =
        new FlowSlices(settings, Places.energyUnit(reduced), grid, known, g, weight, landmarks)
            .all();
    if (known != null) {
      exhibits.addAll(landmarks.profile());
      exhibits.add(FlowExhibits.numbers(known, words, settings, reduced));
      exhibits.addAll(landmarks.tables());
    }
    return exhibits;
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

  private Map<String, Object> fields(FlowWords words) {
    Map<String, Object> fields = new LinkedHashMap<>();
    boolean known = contrasts != null;
    double none = Double.NaN;
    Verdict verdict = words.verdict();
    fields.put("verdict", verdict.word());
    fields.put("why", verdict.reason());
    fields.put("share_of_flow", share(known, false));
    fields.put("share_of_flow_identity", share(known, true));
    fields.put(
        "mass_matrix",
        known
            ? matrix((a, b) -> flow.mass()[SymmetricMatrix.place(grid.dimensions(), a, b)])
            : List.of());
    fields.put(
        "mass_matrix_units",
        known ? matrix((a, b) -> settings.massUnit(a, b, reduced)) : List.of());
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
    fields.put("largest_difference", words.difference());
    boolean series = known && flow.kinetics() == Kinetics.SERIES;
    fields.put(series ? "series_identity" : "ching_residual", words.residual());
    Map<String, Object> kinetics = new LinkedHashMap<>();
    kinetics.put("used", flow == null ? "none" : flow.kinetics().word());
    kinetics.put("why", words.why());
    if (overview.pilot().weights() != null || context.windows() != null) {
      kinetics.put(
          "means",
          layout.biasAlong()
              ? "unweighted, since the bias is a function of the coordinates"
              : "weighted");
    }
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

  private List<Object> matrix(BiFunction<Integer, Integer, Object> element) {
    List<Object> rows = new ArrayList<>();
    for (int a = 0; a < grid.dimensions(); a++) {
      List<Object> row = new ArrayList<>();
      for (int b = 0; b < grid.dimensions(); b++) {
        row.add(element.apply(a, b));
      }
      rows.add(row);
    }
    return rows;
  }

  private Quantity share(boolean known, boolean identity) {
    return known
        ? new Quantity(flow.share(identity).value(), flow.share(identity).error(), "")
        : new Quantity(Double.NaN, Double.NaN, "");
  }

  private List<Object> bins() {
    List<Object> bins = new ArrayList<>();
    for (int a = 0; a < grid.dimensions(); a++) {
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
