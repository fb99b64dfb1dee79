package org.chikei.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Column;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.api.text.Words;

/** The matrix of memory kernels of several coordinates in words, numbers and figures. */
final class MatrixResult {
  private static final String[] LETTERS = {"a", "b", "c"};

  private final StepRequest request;
  private final List<CoordinateInfo> coordinates;
  private final MotionChoice choice;
  private final Memory memory;
  private final MemoryUnits units;
  private final int size;
  private final double[] times;

  MatrixResult(StepRequest request, DataOverview overview, MotionChoice choice, Memory memory) {
    this.request = request;
    this.coordinates = request.coordinates();
    this.choice = choice;
    this.memory = memory;
    this.units = new MemoryUnits(overview.reducedUnits(), coordinates);
    this.size = memory.coordinates();
    this.times = new double[memory.lags() + 1];
    for (int k = 0; k < times.length; k++) {
      times[k] = k * memory.step();
    }
  }

  StepResult toResult() {
    return new StepResult(
        MemoryStep.TYPE,
        request.name(),
        coordinates.stream().map(CoordinateInfo::name).toList(),
        headline(),
        fields(),
        List.of(table()),
        exhibits(),
        MemoryWarnings.of(coordinates, choice, memory));
  }

  private String names(int pair) {
    return coordinates.get(pair / size).name() + ", " + coordinates.get(pair % size).name();
  }

  private static String letters(int pair, int size) {
    return LETTERS[pair / size] + LETTERS[pair % size];
  }

  private Quantity friction(int pair) {
    return new Quantity(
        memory.kernels().friction()[pair][memory.lags()],
        memory.frictionErrors()[pair][memory.lags()],
        units.kernel(pair / size, pair % size, "ps"));
  }

  private String headline() {
    StringBuilder text = new StringBuilder("The memory of ");
    for (int a = 0; a < size; a++) {
      text.append(a == 0 ? "" : a == size - 1 ? " and " : ", ").append(coordinates.get(a).name());
    }
    text.append(" is a matrix that lasts for ");
    text.append(MemoryUnits.with(Words.number(memory.memoryTime(), 3), units.time()));
    text.append("; up to ");
    text.append(MemoryUnits.with(Words.number(times[memory.lags()], 4), units.time()));
    text.append(" it adds up to a friction of ");
    for (int p = 0; p < size * size; p++) {
      Quantity friction = friction(p);
      text.append(p == 0 ? "" : "; ");
      text.append(
          MemoryUnits.with(Words.withError(friction.value(), friction.error()), friction.unit()));
      text.append(" (").append(names(p)).append(')');
    }
    text.append(". ").append(memory.votes() == 1 ? "No other" : memory.votes() + " of 3");
    text.append(memory.votes() == 1 ? " method agrees" : " methods agree");
    text.append("; the kernels part by ");
    text.append(Words.percent(Math.max(memory.distances()[0], memory.distances()[1])));
    text.append(" at most.");
    if (Double.isNaN(memory.random().shapes().get(0).skewness())) {
      return text.append(" No run is long enough for the random forces.").toString();
    }
    return text.append(" The correlations of the random forces are ")
        .append(Words.percent(memory.fluctuationDissipation()))
        .append(" from the kernel times <v v>.")
        .toString();
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("along", "given");
    List<Object> pairs = new ArrayList<>();
    for (int p = 0; p < size * size; p++) {
      int a = p / size;
      int b = p % size;
      Map<String, Object> pair = new LinkedHashMap<>();
      pair.put("force_along", coordinates.get(a).name());
      pair.put("velocity_of", coordinates.get(b).name());
      pair.put(
          "gamma_0",
          new Quantity(
              memory.kernels().second()[p][0], memory.errors()[p][0], units.kernel(a, b, "ps^2")));
      pair.put("friction", friction(p));
      int level = memory.level(p);
      pair.put(
          "level_friction",
          new Quantity(
              memory.kernels().friction()[p][level],
              memory.frictionErrors()[p][level],
              units.kernel(a, b, "ps")));
      pair.put("level_from", new Quantity(times[level], Double.NaN, units.time()));
      pair.put(
          "velocities",
          new Quantity(
              memory.velocity()[p][0], memory.velocityErrors()[p][0], units.product(a, b, "ps^2")));
      pairs.add(pair);
    }
    fields.put("pairs", pairs);
    fields.put("memory_time", new Quantity(memory.memoryTime(), Double.NaN, units.time()));
    fields.put("to", new Quantity(times[memory.lags()], Double.NaN, units.time()));
    fields.put("same_backwards", memory.reversible());
    fields.put("votes", memory.votes());
    fields.put("distance_of_first_kind", memory.distances()[0]);
    fields.put("distance_of_integral", memory.distances()[1]);
    fields.put("random_force", randomForce());
    Map<String, Object> kinetics = new LinkedHashMap<>();
    kinetics.put("used", choice.used().word());
    kinetics.put("why", choice.why());
    fields.put("kinetics", kinetics);
    return fields;
  }

  private Map<String, Object> randomForce() {
    Map<String, Object> random = new LinkedHashMap<>();
    random.put("distance_from_kernel", memory.fluctuationDissipation());
    List<Object> forces = new ArrayList<>();
    for (int a = 0; a < size; a++) {
      RandomForce.Shape shape = memory.random().shapes().get(a);
      Map<String, Object> force = new LinkedHashMap<>();
      force.put("along", coordinates.get(a).name());
      force.put("skewness", new Quantity(shape.skewness(), shape.skewnessError(), ""));
      force.put("excess_kurtosis", new Quantity(shape.kurtosis(), shape.kurtosisError(), ""));
      force.put("gaussian", shape.gaussian());
      forces.add(force);
    }
    random.put("forces", forces);
    return random;
  }

  private Table table() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("t", units.time(), times));
    for (int p = 0; p < size * size; p++) {
      String pair = letters(p, size);
      int a = p / size;
      int b = p % size;
      String kernel = units.kernel(a, b, "ps^2");
      columns.add(Column.of("gamma_" + pair, kernel, memory.kernels().second()[p]));
      columns.add(Column.of("gamma_" + pair + "_err", kernel, memory.errors()[p]));
    }
    for (int p = 0; p < size * size; p++) {
      String pair = letters(p, size);
      int a = p / size;
      int b = p % size;
      String kernel = units.kernel(a, b, "ps^2");
      String friction = units.kernel(a, b, "ps");
      String vv = units.product(a, b, "ps^2");
      columns.add(Column.of("c_vv_" + pair, vv, memory.velocity()[p]));
      columns.add(Column.of("c_vv_" + pair + "_err", vv, memory.velocityErrors()[p]));
      columns.add(
          Column.of(
              "c_xixi_" + pair, units.product(a, b, "ps^4"), memory.random().correlation()[p]));
      columns.add(Column.of("friction_" + pair, friction, memory.kernels().friction()[p]));
      columns.add(Column.of("friction_" + pair + "_err", friction, memory.frictionErrors()[p]));
      columns.add(Column.of("gamma_first_" + pair, kernel, memory.kernels().first()[p]));
      columns.add(Column.of("gamma_integral_" + pair, kernel, memory.kernels().integral()[p]));
    }
    return new Table(MemoryStep.TYPE, columns);
  }

  private List<Exhibit> exhibits() {
    Axis t = Axis.of("t", units.time());
    double[][] scaled = memory.scale().kernel(memory.kernels().second());
    double[][] errors = memory.scale().kernel(memory.errors());
    double[][] force = memory.scale().force(memory.random().correlation());
    double[][] expected = memory.scale().force(memory.expected());
    List<Exhibit.Curve> kernels = new ArrayList<>();
    List<Exhibit.Curve> forces = new ArrayList<>();
    List<Exhibit.Curve> frictions = new ArrayList<>();
    double[][] friction = memory.scale().kernel(memory.kernels().friction());
    double[][] frictionErrors = memory.scale().kernel(memory.frictionErrors());
    for (int p = 0; p < size * size; p++) {
      kernels.add(new Exhibit.Curve(names(p), times, scaled[p], errors[p], false));
      frictions.add(new Exhibit.Curve(names(p), times, friction[p], frictionErrors[p], false));
      forces.add(new Exhibit.Curve(names(p), times, force[p], null, false));
      forces.add(new Exhibit.Curve("Γ⟨ṙ ṙ⟩: " + names(p), times, expected[p], null, true));
    }
    String unit =
        " The coordinates are measured by their √⟨ṙ²⟩ here, so that all have the same unit.";
    return List.of(
        new Exhibit.Curves(
            "Memory kernels",
            "Γ_ab(t) of r̈_a = ⟨r̈_a; r⟩ − Σ_b ∫Γ_ab(t − t′) ṙ_b(t′) dt′ + ξ_a, with one standard error"
                + " either way."
                + unit,
            t,
            Axis.of("Γ", units.perSquaredTime()),
            kernels),
        new Exhibit.Curves(
            "Friction up to a time",
            "∫Γ_ab from 0 to t; where it has become level, the memory is over." + unit,
            t,
            Axis.of("∫Γ", units.perTime()),
            frictions),
        new Exhibit.Curves(
            "Random forces",
            "Correlations of what is left of the accelerations, which should be Γ(t)⟨ṙ ṙ⟩ (dashed)."
                + unit,
            t,
            Axis.of("⟨ξ(t) ξ(0)⟩", units.perSquaredTime()),
            forces));
  }
}
