package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.text.Words;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.error.Plateau;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Convergence;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.profile.Influences;
import org.chikei.landscape.words.Places;

/**
 * What a report shows of convergence: the highest barrier that Vm knows as well, else the highest,
 * against the length of the run, and its error against the length of blocks.
 */
final class ConvergenceExhibits {
  private final Comparison comparison;
  private final Convergence convergence;
  private final ComparisonWords words;
  private final Axis energy;
  private final int highest;
  private final List<Convergence.Climb> climbs;

  ConvergenceExhibits(Comparison comparison, Convergence convergence, ComparisonWords words) {
    this.comparison = comparison;
    this.convergence = convergence;
    this.words = words;
    String unit = Places.energyUnit(comparison.overview().reducedUnits());
    Axis axis = Axis.of("height", unit);
    this.energy = unit.isEmpty() ? axis : axis.alsoIn("kT", comparison.kT());
    this.climbs = Convergence.climbs(comparison);
    int best = -1;
    for (int k = 0; k < climbs.size(); k++) {
      best = best < 0 || rank(k) > rank(best) ? k : best;
    }
    this.highest = best;
  }

  /** The height of a barrier; those that Vm knows come first. */
  private double rank(int k) {
    Convergence.Climb climb = climbs.get(k);
    boolean together = comparison.commonPiece(climb.from(), climb.at()) != null;
    return together ? height(k) : height(k) - 1e6 * comparison.kT();
  }

  private double height(int climb) {
    double[] g = comparison.curve(Curves.G);
    return g[climbs.get(climb).at()] - g[climbs.get(climb).from()];
  }

  List<Exhibit> all() {
    List<Exhibit> exhibits = new ArrayList<>();
    if (highest >= 0 && !convergence.stages().isEmpty()) {
      exhibits.add(barriers());
      exhibits.add(plateau());
    }
    return exhibits;
  }

  private String barrier() {
    return "from "
        + words.place(comparison.centres()[climbs.get(highest).from()])
        + " over "
        + words.place(comparison.centres()[climbs.get(highest).at()]);
  }

  private Exhibit barriers() {
    List<Exhibit.Curve> curves = new ArrayList<>();
    curves.add(curve("G", 0, false));
    curves.add(curve("Vm (low variance)", 1, false));
    if (comparison.kinetics() != null) {
      curves.add(curve("Vm (integrated)", 2, true));
    }
    curves.removeIf(curve -> Arrays.stream(curve.y()).allMatch(Double::isNaN));
    double low = Double.NaN;
    double high = Double.NaN;
    for (Exhibit.Curve curve : curves) {
      for (int k = 0; k < curve.y().length; k++) {
        double down = curve.y()[k] - curve.error()[k];
        double up = curve.y()[k] + curve.error()[k];
        low = down < low || Double.isNaN(low) ? down : low;
        high = up > high || Double.isNaN(high) ? up : high;
      }
    }
    return new Exhibit.Curves(
        "How the barrier converges",
        "The barrier "
            + barrier()
            + ", made of the first part of the run (of each independent run); bands are one standard error."
            + " Later points contain earlier ones, so a curve may leave a band now and then, but should"
            + " level off. "
            + new ConvergenceWords(comparison, convergence, words).text(),
        new Axis("part of the run", "", 0, 1),
        new Axis("height", energy.unit(), low, high, energy.secondUnit(), energy.secondSize()),
        curves);
  }

  private Exhibit.Curve curve(String label, int curve, boolean dashed) {
    List<Quantity> heights =
        convergence.stages().stream().map(s -> s.heights().get(highest).get(curve)).toList();
    return new Exhibit.Curve(
        label,
        convergence.stages().stream().mapToDouble(Convergence.Stage::part).toArray(),
        heights.stream().mapToDouble(Quantity::value).toArray(),
        heights.stream().mapToDouble(Quantity::error).toArray(),
        dashed);
  }

  /** The error of the highest barrier on each landscape against the length of blocks. */
  private Map<String, Plateau> plateaus() {
    Map<String, Plateau> plateaus = new LinkedHashMap<>();
    Convergence.Climb climb = climbs.get(highest);
    plateaus.put("G", plateau(Curves.G, climb));
    if (comparison.commonPiece(climb.from(), climb.at()) != null) {
      plateaus.put("Vm (low variance)", plateau(Curves.VM_GD, climb));
    }
    return plateaus;
  }

  private Plateau plateau(int curve, Convergence.Climb climb) {
    Influences influences = comparison.influences();
    double[] terms = influences.of(curve, climb.at()).clone();
    BlockTerms.add(terms, -1, influences.of(curve, climb.from()));
    GridSums sums = comparison.sums();
    double frames = IntStream.range(0, sums.blocks()).mapToDouble(sums::frames).sum();
    return Plateau.of(frames / sums.blocks(), terms);
  }

  private Exhibit plateau() {
    List<Exhibit.Curve> curves = new ArrayList<>();
    StringBuilder chosen = new StringBuilder();
    plateaus()
        .forEach(
            (label, plateau) -> {
              double[] x = Arrays.stream(plateau.frames()).map(ConvergenceExhibits::log).toArray();
              double[] used = new double[x.length];
              Arrays.fill(used, plateau.chosen());
              curves.add(new Exhibit.Curve(label, x, plateau.error(), null, false));
              curves.add(new Exhibit.Curve(label + ", as used", x, used, null, true));
              chosen.append(chosen.isEmpty() ? "" : ", of ").append(label).append(" after ");
              chosen.append(Words.number(plateau.window(), 3)).append(" frames");
            });
    return new Exhibit.Curves(
        "The error against the length of blocks",
        "The standard error of the barrier "
            + barrier()
            + " if blocks of so many frames are taken for independent: it grows until they are, and then"
            + " stays. Dashed is the error that is used, whose length comes from the data themselves (Wolff's"
            + " automatic window), of "
            + chosen
            + ". Where no plateau is reached, run longer.",
        Axis.of("log₂ of the frames of a block", ""),
        new Axis(
            "standard error",
            energy.unit(),
            0,
            Double.NaN,
            energy.secondUnit(),
            energy.secondSize()),
        curves);
  }

  private static double log(double frames) {
    return Math.log(frames) / Math.log(2);
  }

  /** The same as numbers. */
  List<Object> plateauFields() {
    List<Object> list = new ArrayList<>();
    if (highest >= 0) {
      plateaus()
          .forEach(
              (label, plateau) -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("from", comparison.centres()[climbs.get(highest).from()]);
                fields.put("at", comparison.centres()[climbs.get(highest).at()]);
                fields.put("landscape", label.equals("G") ? "G" : "Vm_gd");
                fields.put("block_frames", Arrays.stream(plateau.frames()).boxed().toList());
                fields.put("error", Arrays.stream(plateau.error()).boxed().toList());
                fields.put("window_frames", plateau.window());
                fields.put("error_used", plateau.chosen());
                list.add(fields);
              });
    }
    return list;
  }
}
