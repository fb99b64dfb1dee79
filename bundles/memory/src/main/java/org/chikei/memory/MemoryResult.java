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

/** A memory kernel in words, numbers and figures. */
final class MemoryResult {
  /** A random force whose correlation is farther from the kernel than this is worth a warning. */
  private static final double FAR = 0.2;

  private final StepRequest request;
  private final CoordinateInfo coordinate;
  private final MotionChoice choice;
  private final Memory memory;
  private final boolean reduced;
  private final double[] times;
  private final KernelFit fit;

  MemoryResult(StepRequest request, DataOverview overview, MotionChoice choice, Memory memory) {
    this.request = request;
    this.coordinate = request.coordinates().get(0);
    this.choice = choice;
    this.memory = memory;
    this.reduced = overview.reducedUnits();
    this.times = new double[memory.lags() + 1];
    for (int k = 0; k < times.length; k++) {
      times[k] = k * memory.step();
    }
    this.fit = KernelFit.of(memory.kernels().second()[0], memory.step(), memory.memoryTime());
  }

  StepResult toResult() {
    return new StepResult(
        MemoryStep.TYPE,
        request.name(),
        List.of(coordinate.name()),
        headline(),
        fields(),
        List.of(table()),
        exhibits(),
        warnings());
  }

  private String unit(String powerOfTime) {
    return reduced ? "" : powerOfTime;
  }

  private String squareUnit(String perTime) {
    String square = coordinate.unit().isEmpty() ? "1" : coordinate.unit() + "^2";
    return reduced ? "" : square + perTime;
  }

  private double friction() {
    return memory.kernels().friction()[0][memory.lags()];
  }

  private double frictionError() {
    return memory.frictionErrors()[0][memory.lags()];
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

  private static String withUnit(String number, String unit) {
    return unit.isEmpty() ? number : number + " " + unit;
  }

  private String headline() {
    StringBuilder text = new StringBuilder("The memory of ").append(along()).append(" begins at ");
    text.append(withUnit(Words.withError(atZero(), memory.errors()[0][0]), unit("1/ps^2")));
    text.append(" and lasts for ");
    text.append(withUnit(Words.number(memory.memoryTime(), 3), unit("ps")));
    text.append("; up to ");
    text.append(withUnit(Words.number(times[memory.lags()], 4), unit("ps")));
    text.append(" it adds up to a friction of ");
    text.append(withUnit(Words.withError(friction(), frictionError()), unit("1/ps")));
    int level = memory.level(0);
    if (level < memory.lags()) {
      text.append(" (level from ").append(withUnit(Words.number(times[level], 3), unit("ps")));
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
    fields.put("gamma_0", new Quantity(atZero(), memory.errors()[0][0], unit("1/ps^2")));
    fields.put("friction", new Quantity(friction(), frictionError(), unit("1/ps")));
    fields.put("level_friction", new Quantity(levelFriction(), levelError(), unit("1/ps")));
    fields.put("level_from", new Quantity(times[memory.level(0)], Double.NaN, unit("ps")));
    fields.put("memory_time", new Quantity(memory.memoryTime(), Double.NaN, unit("ps")));
    fields.put("to", new Quantity(times[memory.lags()], Double.NaN, unit("ps")));
    fields.put(
        "mean_squared_velocity",
        new Quantity(memory.velocity()[0][0], Double.NaN, squareUnit("/ps^2")));
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
      fields.put("cosine", new Quantity(term.cosine(), Double.NaN, unit("1/ps^2")));
      fields.put("sine", new Quantity(term.sine(), Double.NaN, unit("1/ps^2")));
      fields.put("time", new Quantity(term.time(), Double.NaN, unit("ps")));
      fields.put("frequency", new Quantity(term.frequency(), Double.NaN, unit("rad/ps")));
      terms.add(fields);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("terms", terms);
    fields.put("distance", fit.distance());
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
    method.put("friction", new Quantity(friction, error, unit("1/ps")));
    method.put("distance", distance);
    return method;
  }

  private Table table() {
    return new Table(
        MemoryStep.TYPE,
        List.of(
            Column.of("t", unit("ps"), times),
            Column.of("gamma", unit("1/ps^2"), memory.kernels().second()[0]),
            Column.of("gamma_err", unit("1/ps^2"), memory.errors()[0]),
            Column.of("c_vv", squareUnit("/ps^2"), memory.velocity()[0]),
            Column.of("c_xixi", squareUnit("/ps^4"), memory.random().correlation()[0]),
            Column.of("friction", unit("1/ps"), memory.kernels().friction()[0]),
            Column.of("friction_err", unit("1/ps"), memory.frictionErrors()[0]),
            Column.of("gamma_first", unit("1/ps^2"), memory.kernels().first()[0]),
            Column.of("gamma_integral", unit("1/ps^2"), memory.kernels().integral()[0]),
            Column.of("gamma_fit", unit("1/ps^2"), fittedValues())));
  }

  private List<Exhibit> exhibits() {
    Axis t = Axis.of("t", unit("ps"));
    double[] expected = new double[times.length];
    double[] scaled = new double[times.length];
    for (int k = 0; k < times.length; k++) {
      expected[k] = memory.kernels().second()[0][k] * memory.velocity()[0][0];
      scaled[k] = memory.velocity()[0][k] / memory.velocity()[0][0];
    }
    return List.of(
        new Exhibit.Curves(
            "Memory kernel of " + along(),
            "Γ(t) of r̈ = ⟨r̈; r⟩ − ∫Γ(t − t′) ṙ(t′) dt′ + ξ by the equation of the second kind, with one"
                + " standard error either way; dashed, the same by the two other methods, and a sum of "
                + "decays and swings fitted to it.",
            t,
            Axis.of("Γ", unit("1/ps^2")),
            List.of(
                curve("Γ", memory.kernels().second()[0], memory.errors()[0], false),
                curve("first kind", memory.kernels().first()[0], null, true),
                curve("integral", memory.kernels().integral()[0], null, true),
                curve("fit", fittedValues(), null, true))),
        new Exhibit.Curves(
            "Friction up to a time",
            "∫Γ from 0 to t; where it has become level, the memory is over.",
            t,
            Axis.of("∫Γ", unit("1/ps")),
            List.of(
                curve("∫Γ", memory.kernels().friction()[0], memory.frictionErrors()[0], false))),
        new Exhibit.Curves(
            "Random force",
            "The autocorrelation of what is left of the acceleration; it should be Γ(t)⟨ṙ²⟩ (dashed).",
            t,
            Axis.of("⟨ξ(t) ξ(0)⟩", squareUnit("/ps^4")),
            List.of(
                curve("random force", memory.random().correlation()[0], null, false),
                curve("Γ⟨ṙ²⟩", expected, null, true))),
        new Exhibit.Curves(
            "Correlation of the velocity",
            "⟨ṙ(t) ṙ(0)⟩ by its value at 0.",
            t,
            Axis.of("⟨ṙ(t) ṙ(0)⟩/⟨ṙ²⟩", ""),
            List.of(curve("velocity", scaled, null, false))));
  }

  private double[] fittedValues() {
    double[] none = new double[times.length];
    Arrays.fill(none, Double.NaN);
    return fit.terms().isEmpty() ? none : fit.values();
  }

  private Exhibit.Curve curve(String label, double[] y, double[] error, boolean dashed) {
    return new Exhibit.Curve(label, times, y, error, dashed);
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    String name = coordinate.name();
    if (choice.undefined() > 0) {
      warnings.add(
          "'" + name + "' does not exist in " + choice.undefined() + " frames, which cut the run");
    }
    if (memory.masses().get(0).significant()) {
      warnings.add(
          "<v^2> of '"
              + name
              + "' changes along it by "
              + Words.percent(memory.masses().get(0).deviation())
              + (memory.isometric()
                  ? ", so that no kernel along it would give its density; the kernel is that of the"
                      + " isometric coordinate"
                  : ", so that no generalised Langevin equation with one kernel has its density; use along:"
                      + " isometric"));
    }
    if (Double.isNaN(memory.errors()[0][0])) {
      warnings.add(
          "the run of '"
              + name
              + "' is too short against 'to' for standard errors; follow the kernel"
              + " for less long, or run longer");
    }
    if (memory.votes() < 3) {
      warnings.add(
          "the methods do not agree on the memory of '"
              + name
              + "'; run longer, save frames closer together, or trust its integral alone");
    }
    double end = memory.kernels().friction()[0][memory.lags()];
    double before = memory.kernels().friction()[0][memory.lags() / 2];
    if (Math.abs(end - before) > Math.max(0.1 * Math.abs(end), 3 * frictionError())
        || memory.level(0) == memory.lags()) {
      warnings.add(
          "the friction of '"
              + name
              + "' has not become level by the end; follow it with a longer 'to'");
    }
    if (memory.fluctuationDissipation() > FAR) {
      warnings.add(
          "the correlation of the random force of '"
              + name
              + "' is not the kernel times <v^2>; a kernel that depends on the position may be needed");
    }
    return warnings;
  }
}
