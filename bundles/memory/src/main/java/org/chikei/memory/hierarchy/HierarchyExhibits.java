package org.chikei.memory.hierarchy;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.text.Words;

/** The figures of a hierarchy. */
final class HierarchyExhibits {
  /** Cells of the map that are emptier than this part of the fullest are left white. */
  private static final double SHOWN = 3e-4;

  /** Spectra are drawn up to where this part of every coordinate's variance lies below. */
  private static final double DRAWN = 0.995;

  private final Hierarchy hierarchy;
  private final Foretelling foretelling;
  private final List<Spectrum> spectra;
  private final HierarchyUnits units;
  private final CoordinateInfo coordinate;

  HierarchyExhibits(
      Hierarchy hierarchy,
      Foretelling foretelling,
      List<Spectrum> spectra,
      HierarchyUnits units,
      CoordinateInfo coordinate) {
    this.hierarchy = hierarchy;
    this.foretelling = foretelling;
    this.spectra = spectra;
    this.units = units;
    this.coordinate = coordinate;
  }

  List<Exhibit> list() {
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(levels());
    exhibits.add(line());
    for (int k = 1; k < hierarchy.levels().size(); k++) {
      Level level = hierarchy.levels().get(k);
      if (level.density().cells().dimensions() == 2) {
        exhibits.add(map(level));
      }
    }
    exhibits.add(basins());
    exhibits.add(foresight());
    exhibits.add(spectrum());
    return exhibits;
  }

  private Axis axis(int k) {
    return Axis.of(k == 1 ? "r1 = " + coordinate.name() : "r" + k, units.level(k));
  }

  private Exhibit levels() {
    List<List<Object>> rows = new ArrayList<>();
    for (Level level : hierarchy.levels()) {
      rows.add(
          List.of(
              "r" + (rows.size() + 1),
              Math.sqrt(level.series().variance()),
              level.squaredFrequency(),
              2 * level.derivative().stencil().half() * hierarchy.step(),
              Words.percent(Math.min(1, level.derivative().noise() + level.derivative().bias())),
              Words.percent(level.remainingVariance()),
              level.basins().size() + (level.folded() ? " (folds)" : "")));
    }
    String time = units.reduced() ? "" : " (ps)";
    return new Exhibit.Grid(
        "Level by level",
        List.of(
            "",
            "spread",
            "⟨ṙ²⟩/⟨r²⟩" + (units.reduced() ? "" : " (1/ps²)"),
            "window of r̈" + time,
            "r̈ that is noise or smoothed away",
            "r̈ left untold",
            "basins"),
        rows);
  }

  /** −ln ρ(r1). */
  private Exhibit line() {
    Level level = hierarchy.levels().get(0);
    Density density = level.density();
    Cells cells = density.cells();
    int from = cells.margin();
    int count = cells.counts()[0] - 2 * from;
    double[] x = new double[count];
    double[] y = new double[count];
    double[] error = new double[count];
    int deepest = level.basins().get(0).cell();
    double most = density.values()[deepest];
    for (int i = 0; i < count; i++) {
      int cell = from + i;
      x[i] = cells.centre(cell)[0];
      boolean seen = density.values()[cell] > DensityTable.EMPTY * most;
      y[i] = seen ? Math.log(most / density.values()[cell]) : Double.NaN;
      error[i] = seen ? density.error(cell, deepest) : Double.NaN;
    }
    return new Exhibit.Curves(
        "−ln ρ(r1)",
        "What the coordinate shows by itself, in kT.",
        axis(1),
        Axis.of("−ln ρ", "kT"),
        List.of(new Exhibit.Curve("−ln ρ(r1)", x, y, error, false)));
  }

  private Exhibit map(Level level) {
    Density density = level.density();
    Cells cells = density.cells();
    double most = Arrays.stream(density.values()).max().orElseThrow();
    int[][] ranges = new int[2][];
    for (int a = 0; a < 2; a++) {
      int from = cells.counts()[a];
      int to = 0;
      for (int c = 0; c < density.values().length; c++) {
        if (density.values()[c] > SHOWN * most) {
          from = Math.min(from, cells.along(c, a));
          to = Math.max(to, cells.along(c, a));
        }
      }
      ranges[a] = new int[] {from, to};
    }
    double[][] values = new double[ranges[0][1] - ranges[0][0] + 1][];
    for (int i = 0; i < values.length; i++) {
      values[i] = new double[ranges[1][1] - ranges[1][0] + 1];
      for (int k = 0; k < values[i].length; k++) {
        double rho = density.values()[(ranges[0][0] + i) * cells.stride(0) + ranges[1][0] + k];
        values[i][k] = rho > SHOWN * most ? Math.log(most / rho) : Double.NaN;
      }
    }
    return new Exhibit.Field(
        "−ln ρ(r1, r2)",
        "What the coordinate shows together with the one that was won back from it, in kT.",
        axis(1),
        axis(2),
        centres(cells, 0, ranges[0]),
        centres(cells, 1, ranges[1]),
        values,
        "kT");
  }

  private static double[] centres(Cells cells, int a, int[] range) {
    double[] centres = new double[range[1] - range[0] + 1];
    Arrays.setAll(centres, i -> cells.low()[a] + cells.width()[a] * (range[0] + i));
    return centres;
  }

  private Exhibit basins() {
    List<List<Object>> rows = new ArrayList<>();
    for (int k = 0; k < hierarchy.levels().size(); k++) {
      Level level = hierarchy.levels().get(k);
      for (Basin basin : level.basins()) {
        rows.add(row("ρ(" + HierarchyWords.names(k + 1) + ")", basin));
      }
      if (level.hasPeaksOfItsOwn()) {
        for (Basin peak : level.peaks()) {
          rows.add(row("ρ(r" + (k + 1) + ")", peak));
        }
      }
    }
    String time = units.reduced() ? "" : " (ps)";
    return new Exhibit.Grid(
        "Basins",
        List.of(
            "of",
            "bottom",
            "width",
            "resolved to",
            "prominence (kT)",
            "population",
            "mean stay" + time,
            "forgets its place in" + time,
            "a state"),
        rows);
  }

  private static List<Object> row(String of, Basin basin) {
    Stay stay = basin.stay();
    return List.of(
        of,
        places(basin.at()),
        places(basin.width()),
        places(basin.resolution()),
        Double.isInfinite(basin.prominence())
            ? "the deepest"
            : new Quantity(basin.prominence(), basin.error(), ""),
        Words.percent(stay.population()),
        stay.exits() > 0 ? new Quantity(stay.mean(), stay.error(), "") : "never seen to leave",
        (stay.forgets() ? "" : "more than ") + Words.number(stay.relaxation(), 3),
        switch (stay.verdict()) {
          case ONLY -> "the only one";
          case STATE -> "yes";
          case FOLD -> "no: a fold";
          case UNDECIDED -> "too short to tell";
        });
  }

  static String places(double[] places) {
    return Arrays.stream(places).mapToObj(p -> Words.number(p, 3)).collect(joining(", "));
  }

  private Exhibit foresight() {
    List<Exhibit.Curve> curves = new ArrayList<>();
    for (int k = 0; k < foretelling.errors().length; k++) {
      curves.add(
          new Exhibit.Curve(
              "with " + HierarchyWords.names(k + 1),
              foretelling.times(),
              foretelling.errors()[k],
              foretelling.standardErrors()[k],
              false));
    }
    double[] spread = new double[foretelling.times().length];
    Arrays.fill(spread, foretelling.spread());
    curves.add(new Exhibit.Curve("always the mean", foretelling.times(), spread, null, true));
    return new Exhibit.Curves(
        "How far r1 is foretold",
        "The root mean square error of r1 when the truncated systems (28), (30), (31) are run from "
            + foretelling.starts()
            + " observed starts.",
        Axis.of("time since the start", units.time()),
        Axis.of("error of r1", units.level(1)),
        curves);
  }

  private Exhibit spectrum() {
    List<Exhibit.Curve> curves = new ArrayList<>();
    for (int k = 0; k < spectra.size(); k++) {
      Spectrum spectrum = spectra.get(k);
      double variance = hierarchy.levels().get(k).series().variance();
      curves.add(
          new Exhibit.Curve(
              "r" + (k + 1),
              spectrum.frequencies(),
              Arrays.stream(spectrum.power()).map(p -> p / variance).toArray(),
              Arrays.stream(spectrum.errors()).map(e -> e / variance).toArray(),
              false));
    }
    return new Exhibit.Curves(
        "Spectra",
        "The power of each coordinate by angular frequency, as a part of its variance.",
        new Axis("angular frequency", units.perTime(), 0, highest()),
        Axis.of("power", units.time()),
        curves);
  }

  private double highest() {
    double highest = 0;
    for (Spectrum spectrum : spectra) {
      double[] power = spectrum.power();
      double total = Arrays.stream(power).sum();
      double sum = 0;
      for (int k = 0; k < power.length && sum < DRAWN * total; k++) {
        sum += power[k];
        highest = Math.max(highest, spectrum.frequencies()[k]);
      }
    }
    return highest;
  }
}
