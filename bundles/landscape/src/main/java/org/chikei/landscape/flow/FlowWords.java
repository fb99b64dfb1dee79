package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.text.Words;
import org.chikei.landscape.profile.KineticsChoice;
import org.chikei.landscape.profile.Verdict;

/** What a flow says in words. */
final class FlowWords {
  /** A smaller share is not called a flow. */
  private static final double SMALLEST_SHARE = 0.01;

  private static final double SIGNIFICANT = 3;

  /** From so many kT of noise on, a check within a few kT says little. */
  private static final double BLUNT = 1;

  private final FlowSettings settings;
  private final DataOverview overview;
  private final FinishContext context;
  private final FlowGrid grid;
  private final List<KineticsChoice> choices;
  private final Flow flow;
  private final FlowContrasts contrasts;

  /**
   * Prepares the words.
   *
   * @param flow the flow; null where no kinetics is usable
   * @param contrasts the tests; null where there is nothing to test
   */
  FlowWords(
      FlowSettings settings,
      DataOverview overview,
      FinishContext context,
      FlowGrid grid,
      List<KineticsChoice> choices,
      Flow flow,
      FlowContrasts contrasts) {
    this.settings = settings;
    this.overview = overview;
    this.context = context;
    this.grid = grid;
    this.choices = choices;
    this.flow = flow;
    this.contrasts = contrasts;
  }

  private String names() {
    List<CoordinateInfo> all = settings.coordinates();
    int last = all.size() - 1;
    List<String> first = all.subList(0, last).stream().map(CoordinateInfo::name).toList();
    return String.join(", ", first) + " and " + all.get(last).name();
  }

  /** Why these kinetics, or none, were used. */
  String why() {
    for (KineticsChoice choice : choices) {
      boolean decides = flow == null ? choice.used() == null : choice.used() == flow.kinetics();
      if (decides) {
        return choice.why();
      }
    }
    return choices.get(0).why();
  }

  String headline() {
    if (flow == null) {
      return "Nothing is known of a flow of " + names() + ": " + why() + ".";
    }
    if (contrasts == null) {
      return "Nothing is known of a flow of "
          + names()
          + ": no neighbouring cells have enough independent samples; run longer or use fewer bins.";
    }
    StringBuilder text = new StringBuilder();
    boolean flows = flows();
    String size = percent(flow.share(false));
    text.append("The mean force of ").append(names());
    text.append(
        flows
            ? " has a flow: " + size + " of it (∫ρ vᵀM*v / ∫ρ fᵀM*f) belongs to no potential. "
            : isSure(flow.share(false))
                ? " is nearly a gradient: a flow makes up no more than " + size + " of it. "
                : " is a gradient within its error: a flow makes up " + size + " of it. ");
    metric(text);
    equilibrium(text, flows);
    condition(text);
    return text.toString().strip();
  }

  /** Whether G and Vm are one landscape: condition (21) of several coordinates. */
  Verdict verdict() {
    if (flow == null) {
      return new Verdict("undecided", why(), Double.NaN, Double.NaN, -1);
    }
    if (contrasts == null) {
      return new Verdict(
          "undecided",
          "no neighbouring cells have enough independent samples; run longer or use fewer bins",
          Double.NaN,
          Double.NaN,
          -1);
    }
    if (settings.mass() != null) {
      return new Verdict(
          "undecided",
          "with a mass matrix of the job's own Vm is no energy to compare with G",
          Double.NaN,
          Double.NaN,
          -1);
    }
    double[] difference = flow.curve(flow.names().difference());
    List<Integer> cells = new ArrayList<>();
    for (int cell : grid.region().cells()) {
      if (Double.isFinite(difference[cell])
          && Double.isFinite(flow.error(flow.names().difference())[cell])) {
        cells.add(cell);
      }
    }
    double p = contrasts.constantSquares();
    Verdict verdict =
        Verdict.of(
            difference,
            flow.error(flow.names().difference()),
            cells,
            overview.kT(),
            settings.bound(),
            p,
            false,
            "<v v'; r>");
    // with a flow Vm is not all of the force, so that a constant ⟨ṘṘᵀ⟩ alone does not make them
    // equal
    return p == 1 && !flows()
        ? new Verdict(
            "equal",
            "<v v'; r> is the same everywhere to rounding",
            verdict.largest(),
            verdict.largestError(),
            verdict.bin())
        : verdict;
  }

  private boolean flows() {
    return flow.share(false).value() > SMALLEST_SHARE && isSure(flow.share(false));
  }

  private void metric(StringBuilder text) {
    boolean oneUnit =
        settings.coordinates().stream().map(CoordinateInfo::unit).distinct().count() == 1;
    FlowShare plain = flow.share(true);
    double share = flow.share(false).value();
    if (settings.mass() != null || !oneUnit || plain.value() < SMALLEST_SHARE) {
      return;
    }
    if (share < plain.value() / 3 && isSure(plain)) {
      text.append("With M* = 1 it would be ").append(percent(plain));
      text.append(": the metric alone makes that. ");
    } else if (plain.value() - share > SIGNIFICANT * plain.error()) {
      text.append("With M* = 1 it would be ").append(percent(plain));
      text.append("; the metric alone makes the difference. ");
    }
  }

  private void equilibrium(StringBuilder text, boolean flows) {
    double p = contrasts.noCurrent();
    if (Double.isNaN(p)) {
      text.append("Whether the system is at equilibrium cannot be told without velocities. ");
    } else if (!contrasts.fails()) {
      text.append("No current is seen (p ").append(Verdict.probability(p));
      text.append(
          flows
              ? "): a flow of the mean force is no sign of one, and the system may well be at"
                  + " equilibrium. "
              : "), as at equilibrium. ");
    } else if (context.halfStepVelocities()) {
      text.append(
          "The mean velocity is not zero because velocities and positions belong to different");
      text.append(" times (half steps): whether the system is at equilibrium cannot be told. ");
    } else {
      text.append("There is a current (p ").append(Verdict.probability(p)).append("; ");
      text.append(Words.percent(contrasts.strength()));
      text.append(" of the root of ⟨ṘᵀM*Ṙ⟩): the system is not at equilibrium. ");
    }
  }

  private void condition(StringBuilder text) {
    if (settings.mass() != null) {
      squares(text);
      return;
    }
    Verdict verdict = verdict();
    text.append("G and Vm ");
    text.append(
        switch (verdict.word()) {
          case "equal" -> "are one landscape: ";
          case "differ" -> "differ: ";
          default -> "may or may not be one landscape: ";
        });
    text.append(verdict.reason());
    if (verdict.word().equals("differ") && verdict.bin() >= 0) {
      text.append(" at ").append(grid.words(verdict.bin(), settings.coordinates()));
    }
    text.append('.');
  }

  private void squares(StringBuilder text) {
    double p = contrasts.constantSquares();
    if (p == 1) {
      text.append("⟨ṘṘᵀ; r⟩ is the same everywhere to rounding.");
    } else if (p < 0.05) {
      text.append("⟨ṘṘᵀ; r⟩ changes from place to place (p ")
          .append(Verdict.probability(p))
          .append(").");
    } else if (Double.isNaN(p)) {
      text.append("There are too few independent blocks to test whether ⟨ṘṘᵀ; r⟩ changes.");
    } else {
      text.append("No change of ⟨ṘṘᵀ; r⟩ is seen (p ").append(Verdict.probability(p)).append(").");
    }
  }

  private static boolean isSure(FlowShare share) {
    return share.value() > SIGNIFICANT * share.error();
  }

  private static String percent(FlowShare share) {
    return Words.withError(100 * share.value(), 100 * share.error()) + " %";
  }

  /** The cell where a curve is farthest from zero beyond twice its error; −1 for none. */
  private int worst(int curve) {
    int worst = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int cell : grid.region().cells()) {
      double value = Math.abs(flow.curve(curve)[cell]);
      double sure = value - 2 * flow.error(curve)[cell];
      if (sure > most) {
        most = sure;
        worst = cell;
      }
    }
    return worst;
  }

  /** The largest value of a curve that is sure, in kT, and where. */
  private Map<String, Object> largest(int curve) {
    Map<String, Object> largest = new LinkedHashMap<>();
    int cell = contrasts == null ? -1 : worst(curve);
    double kT = overview.kT();
    largest.put("value_kT", cell < 0 ? Double.NaN : flow.curve(curve)[cell] / kT);
    largest.put("error_kT", cell < 0 ? Double.NaN : flow.error(curve)[cell] / kT);
    largest.put("at", cell < 0 ? List.of() : place(cell));
    return largest;
  }

  private List<Double> place(int cell) {
    List<Double> place = new ArrayList<>();
    for (int a = 0; a < grid.dimensions(); a++) {
      place.add(grid.place(cell, a));
    }
    return place;
  }

  /** Vm − G: its largest sure value. */
  Map<String, Object> difference() {
    return largest(flow == null ? -1 : flow.names().difference());
  }

  /**
   * G_ching − G: its largest sure value, its root mean square over the samples, and what noise
   * makes.
   */
  Map<String, Object> residual() {
    Map<String, Object> residual = largest(flow == null ? -1 : flow.names().residual());
    residual.put("rms_kT", rms());
    residual.put("rms_noise_kT", rmsNoise());
    return residual;
  }

  /** The root mean square of G_ching − G over the samples, in kT; NaN where there is none. */
  double rms() {
    return rms(flow == null ? null : flow.curve(flow.names().residual()));
  }

  /** What errors alone make of that root mean square, in kT. */
  double rmsNoise() {
    return rms(flow == null ? null : flow.error(flow.names().residual()));
  }

  private double rms(double[] curve) {
    double square = 0;
    double whole = 0;
    for (int cell : contrasts == null ? new int[0] : grid.region().cells()) {
      double off = curve[cell] / overview.kT();
      square += flow.weight()[cell] * off * off;
      whole += flow.weight()[cell];
    }
    return whole > 0 ? Math.sqrt(square / whole) : Double.NaN;
  }

  /** What is not as it should be, and what to do. */
  List<String> warnings(long undefined) {
    Set<String> warnings = new LinkedHashSet<>();
    for (KineticsChoice choice : choices) {
      warnings.addAll(choice.warnings());
    }
    if (undefined > 0) {
      warnings.add(
          "'"
              + settings.name()
              + "' does not exist in "
              + undefined
              + " frames, which are left out; look at those frames' geometry");
    }
    if (contrasts == null) {
      return new ArrayList<>(warnings);
    }
    if (apart()) {
      warnings.add(
          "the sampled cells of "
              + names()
              + " fall into "
              + grid.region().pieces()
              + " pieces that do not touch, each with a Vm of its own zero; nothing is said about"
              + " differences between them");
    }
    if (contrasts.fails()) {
      warnings.add(
          "<v; r> of "
              + names()
              + " is not zero ("
              + Words.percent(contrasts.strength())
              + " of the root of <v^2>, p "
              + Verdict.probability(contrasts.noCurrent())
              + "): either the velocities belong to another time than the positions (leap-frog half"
              + " steps; save them with a velocity-Verlet integrator) or the system is not at"
              + " equilibrium");
    }
    residualWarning(warnings);
    if (flow.kinetics() != Kinetics.SERIES && rmsNoise() > BLUNT) {
      warnings.add(
          "the check of the mean force of "
              + names()
              + " by Ching's density is blunt: noise alone makes "
              + Words.number(rmsNoise(), 2)
              + " kT of their difference; use wider bins, or run longer");
    }
    return new ArrayList<>(warnings);
  }

  /** Whether more than a hundredth of the samples lies outside the largest piece. */
  private boolean apart() {
    double[] population = new double[grid.region().pieces()];
    double whole = 0;
    double largest = 0;
    for (int cell : grid.region().cells()) {
      int piece = grid.region().piece(cell);
      population[piece] += flow.weight()[cell];
      largest = Math.max(largest, population[piece]);
      whole += flow.weight()[cell];
    }
    return largest < 0.99 * whole;
  }

  private void residualWarning(Set<String> warnings) {
    int beyond = 0;
    for (int cell : grid.region().cells()) {
      double off = Math.abs(flow.curve(flow.names().residual())[cell]);
      beyond += off > 3 * flow.error(flow.names().residual())[cell] ? 1 : 0;
    }
    double kT = overview.kT();
    int worst = worst(flow.names().residual());
    if (flow.kinetics() == Kinetics.SERIES
        || beyond <= 0.1 * grid.region().cells().length
        || Math.abs(flow.curve(flow.names().residual())[worst]) < 0.1 * kT) {
      return;
    }
    warnings.add(
        "Ching's density of "
            + names()
            + " disagrees with the histogram by "
            + Words.withError(
                Math.abs(flow.curve(flow.names().residual())[worst]) / kT,
                flow.error(flow.names().residual())[worst] / kT)
            + " kT at "
            + grid.words(worst, settings.coordinates())
            + ": the run is not long enough between basins, or forces, masses and temperature do not"
            + " belong together, or the system is not at equilibrium");
  }
}
