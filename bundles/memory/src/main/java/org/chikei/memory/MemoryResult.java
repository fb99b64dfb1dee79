package org.chikei.memory;

import java.util.ArrayList;
import java.util.Arrays;
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

/** A memory kernel in words, numbers and figures. */
final class MemoryResult {
  /** A fit that is off by no more than this part of the kernel speaks for it. */
  private static final double CLOSE = 0.05;

  private final StepRequest request;
  private final CoordinateInfo coordinate;
  private final MotionChoice choice;
  private final Memory memory;
  private final MemoryUnits units;
  private final double[] times;
  private final KernelFit fit;

  /** Null where none was asked for or none is possible. */
  private final SimulationResult simulation;

  MemoryResult(StepRequest request, DataOverview overview, MotionChoice choice, Memory memory) {
    this.request = request;
    this.coordinate = request.coordinates().get(0);
    this.choice = choice;
    this.memory = memory;
    this.units = new MemoryUnits(overview.reducedUnits(), request.coordinates());
    this.times = new double[memory.lags() + 1];
    for (int k = 0; k < times.length; k++) {
      times[k] = k * memory.step();
    }
    this.fit =
        KernelFit.of(
            memory.kernels().second()[0], memory.step(), memory.memoryTime(), memory.errors()[0]);
    this.simulation = simulation(overview.kT());
  }

  private SimulationResult simulation(double kT) {
    if (!request.parameters().flag("simulate") || fit.terms().isEmpty()) {
      return null;
    }
    long seed = request.parameters().whole("seed");
    return new SimulationResult(
        coordinate, along(), memory, Simulation.of(memory, fit, seed, units.time()), units, kT);
  }

  StepResult toResult() {
    List<Table> tables = new ArrayList<>(List.of(table()));
    List<Exhibit> exhibits = new ArrayList<>(exhibits());
    List<String> warnings =
        new ArrayList<>(MemoryWarnings.of(request.coordinates(), choice, memory));
    Map<String, Object> fields = fields();
    String headline = headline();
    if (simulation != null) {
      tables.addAll(simulation.tables());
      exhibits.addAll(simulation.exhibits());
      warnings.addAll(simulation.warnings());
      fields.put("simulation", simulation.fields());
      headline += simulation.headline();
    }
    return new StepResult(
        MemoryStep.TYPE,
        request.name(),
        List.of(coordinate.name()),
        headline,
        fields,
        tables,
        exhibits,
        warnings);
  }

  private double friction() {
    return memory.kernels().friction()[0][memory.lags()];
  }

  private double frictionError() {
    return memory.frictionErrors()[0][memory.lags()];
  }

  /** Whether the fit is as close to the kernel as the errors of the kernel are large. */
  private boolean fits() {
    return fit.distance() <= Math.max(CLOSE, memory.noise());
  }

  private double fittedError() {
    return memory.without().errorOf(0, fit::frictionOf);
  }

  private double levelFriction() {
    return memory.kernels().friction()[0][memory.level(0)];
  }

  private double levelError() {
    return memory.frictionErrors()[0][memory.level(0)];
  }

  private double atZero() {
    return memory.kernels().second()[0][0];
  }

  private String along() {
    return memory.isometric()
        ? "the isometric coordinate of " + coordinate.name()
        : coordinate.name();
  }

  private String headline() {
    StringBuilder text = new StringBuilder("The memory of ").append(along()).append(" begins at ");
    text.append(
        MemoryUnits.with(Words.withError(atZero(), memory.errors()[0][0]), units.perSquaredTime()));
    text.append(" and lasts for ");
    text.append(MemoryUnits.with(Words.number(memory.memoryTime(), 3), units.time()));
    text.append("; ");
    if (fits()) {
      text.append(fit.swings() ? "the decays and swings" : "the decays");
      text.append(" fitted to it add up to a friction of ");
      text.append(
          MemoryUnits.with(Words.withError(fit.friction(), fittedError()), units.perTime()));
      text.append(", the kernel itself up to ");
      text.append(MemoryUnits.with(Words.number(times[memory.lags()], 4), units.time()));
      text.append(" to ");
    } else {
      text.append("up to ");
      text.append(MemoryUnits.with(Words.number(times[memory.lags()], 4), units.time()));
      text.append(" it adds up to a friction of ");
    }
    text.append(MemoryUnits.with(Words.withError(friction(), frictionError()), units.perTime()));
    int level = memory.level(0);
    if (level < memory.lags()) {
      text.append(" (level from ")
          .append(MemoryUnits.with(Words.number(times[level], 3), units.time()));
      text.append(" on, at ").append(Words.withError(levelFriction(), levelError())).append(')');
    }
    text.append(". ").append(memory.votes() == 1 ? "No other" : memory.votes() + " of 3");
    text.append(memory.votes() == 1 ? " method agrees" : " methods agree").append("; the kernels ");
    text.append("part by ");
    text.append(Words.percent(Math.max(memory.distances()[0], memory.distances()[1])));
    text.append(" at most. ");
    RandomForce.Shape force = memory.random().shapes().get(0);
    if (Double.isNaN(force.skewness())) {
      return text.append("No run is long enough for the random force.").toString();
    }
    return text.append("The correlation of the random force is ")
        .append(Words.percent(memory.fluctuationDissipation()))
        .append(" from the kernel times <v^2>, and the force is ")
        .append(force.gaussian() ? "Gaussian within its error." : "not Gaussian.")
        .toString();
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("along", memory.isometric() ? "isometric" : "given");
    fields.put("largest_change_of_mass", memory.masses().get(0).deviation());
    fields.put("gamma_0", new Quantity(atZero(), memory.errors()[0][0], units.perSquaredTime()));
    fields.put("friction", new Quantity(friction(), frictionError(), units.perTime()));
    fields.put("level_friction", new Quantity(levelFriction(), levelError(), units.perTime()));
    fields.put("level_from", new Quantity(times[memory.level(0)], Double.NaN, units.time()));
    fields.put("memory_time", new Quantity(memory.memoryTime(), Double.NaN, units.time()));
    fields.put("to", new Quantity(times[memory.lags()], Double.NaN, units.time()));
    fields.put(
        "mean_squared_velocity",
        new Quantity(memory.velocity()[0][0], Double.NaN, units.product(0, 0, "ps^2")));
    fields.put("same_backwards", memory.reversible());
    fields.put("votes", memory.votes());
    fields.put("methods", methods());
    fields.put("fit", fit());
    RandomForce.Shape force = memory.random().shapes().get(0);
    Map<String, Object> random = new LinkedHashMap<>();
    random.put("distance_from_kernel", memory.fluctuationDissipation());
    random.put("skewness", new Quantity(force.skewness(), force.skewnessError(), ""));
    random.put("excess_kurtosis", new Quantity(force.kurtosis(), force.kurtosisError(), ""));
    random.put("gaussian", force.gaussian());
    fields.put("random_force", random);
    Map<String, Object> kinetics = new LinkedHashMap<>();
    kinetics.put("used", choice.used().word());
    kinetics.put("why", choice.why());
    fields.put("kinetics", kinetics);
    return fields;
  }

  private Map<String, Object> fit() {
    List<Object> terms = new ArrayList<>();
    for (KernelFit.Term term : fit.terms()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("cosine", new Quantity(term.cosine(), Double.NaN, units.perSquaredTime()));
      fields.put("sine", new Quantity(term.sine(), Double.NaN, units.perSquaredTime()));
      fields.put("time", new Quantity(term.time(), Double.NaN, units.time()));
      fields.put(
          "frequency", new Quantity(term.frequency(), Double.NaN, units.reduced() ? "" : "rad/ps"));
      terms.add(fields);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("terms", terms);
    fields.put("distance", fit.distance());
    fields.put(
        "friction",
        fit.terms().isEmpty()
            ? new Quantity(Double.NaN, Double.NaN, units.perTime())
            : new Quantity(fit.friction(), fittedError(), units.perTime()));
    return fields;
  }

  private List<Object> methods() {
    List<Object> methods = new ArrayList<>();
    methods.add(
        method("second-kind", memory.others()[1][0].value(), memory.others()[1][0].error(), 0));
    methods.add(
        method(
            "first-kind",
            memory.others()[0][0].value(),
            memory.others()[0][0].error(),
            memory.distances()[0]));
    methods.add(method("integral", friction(), frictionError(), memory.distances()[1]));
    return methods;
  }

  private Map<String, Object> method(String name, double friction, double error, double distance) {
    Map<String, Object> method = new LinkedHashMap<>();
    method.put("method", name);
    method.put("friction", new Quantity(friction, error, units.perTime()));
    method.put("distance", distance);
    return method;
  }

  private Table table() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.of("t", units.time(), times),
                Column.of("gamma", units.perSquaredTime(), memory.kernels().second()[0]),
                Column.of("gamma_err", units.perSquaredTime(), memory.errors()[0]),
                Column.of("c_vv", units.product(0, 0, "ps^2"), memory.velocity()[0]),
                Column.of("c_xixi", units.product(0, 0, "ps^4"), memory.random().correlation()[0]),
                Column.of("friction", units.perTime(), memory.kernels().friction()[0]),
                Column.of("friction_err", units.perTime(), memory.frictionErrors()[0]),
                Column.of("gamma_first", units.perSquaredTime(), memory.kernels().first()[0]),
                Column.of("gamma_integral", units.perSquaredTime(), memory.kernels().integral()[0]),
                Column.of("gamma_fit", units.perSquaredTime(), fittedValues())));
    if (simulation != null) {
      columns.addAll(simulation.velocityColumns());
    }
    return new Table(MemoryStep.TYPE, columns);
  }

  private List<Exhibit> exhibits() {
    Axis t = Axis.of("t", units.time());
    double[] expected = new double[times.length];
    double[] scaled = new double[times.length];
    double[] errors = new double[times.length];
    for (int k = 0; k < times.length; k++) {
      expected[k] = memory.kernels().second()[0][k] * memory.velocity()[0][0];
      scaled[k] = memory.velocity()[0][k] / memory.velocity()[0][0];
      errors[k] = memory.velocityErrors()[0][k] / memory.velocity()[0][0];
    }
    return List.of(
        new Exhibit.Curves(
            "Memory kernel of " + along(),
            "Γ(t) of r̈ = ⟨r̈; r⟩ − ∫Γ(t − t′) ṙ(t′) dt′ + ξ by the equation of the second kind, with one"
                + " standard error either way; dashed, the same by the two other methods, and a sum of "
                + "decays and swings fitted to it, each of which is the memory of some random force.",
            t,
            Axis.of("Γ", units.perSquaredTime()),
            List.of(
                curve("Γ", memory.kernels().second()[0], memory.errors()[0], false),
                curve("first kind", memory.kernels().first()[0], null, true),
                curve("integral", memory.kernels().integral()[0], null, true),
                curve("fit", fittedValues(), null, true))),
        new Exhibit.Curves(
            "Friction up to a time",
            "∫Γ from 0 to t; where it has become level, the memory is over.",
            t,
            Axis.of("∫Γ", units.perTime()),
            List.of(
                curve("∫Γ", memory.kernels().friction()[0], memory.frictionErrors()[0], false))),
        new Exhibit.Curves(
            "Random force",
            "The autocorrelation of what is left of the acceleration; it should be Γ(t)⟨ṙ²⟩ (dashed).",
            t,
            Axis.of("⟨ξ(t) ξ(0)⟩", units.product(0, 0, "ps^4")),
            List.of(
                curve("random force", memory.random().correlation()[0], null, false),
                curve("Γ⟨ṙ²⟩", expected, null, true))),
        new Exhibit.Curves(
            "Correlation of the velocity",
            "⟨ṙ(t) ṙ(0)⟩ by its value at 0"
                + (simulation == null
                    ? "."
                    : ", and (dashed) that of a simulated generalised Langevin equation with the fitted"
                        + " kernel, by the value of the data at 0."),
            t,
            Axis.of("⟨ṙ(t) ṙ(0)⟩/⟨ṙ²⟩", ""),
            velocityCurves(scaled, errors)));
  }

  private List<Exhibit.Curve> velocityCurves(double[] scaled, double[] errors) {
    Exhibit.Curve data = curve("data", scaled, errors, false);
    return simulation == null ? List.of(data) : List.of(data, simulation.velocityCurve(times));
  }

  private double[] fittedValues() {
    double[] none = new double[times.length];
    Arrays.fill(none, Double.NaN);
    return fit.terms().isEmpty() ? none : fit.values();
  }

  private Exhibit.Curve curve(String label, double[] y, double[] error, boolean dashed) {
    return new Exhibit.Curve(label, times, y, error, dashed);
  }
}
