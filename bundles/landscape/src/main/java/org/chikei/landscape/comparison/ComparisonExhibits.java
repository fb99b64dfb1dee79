package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.Table;
import org.chikei.api.text.Words;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Convergence;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.profile.Verdict;
import org.chikei.landscape.words.Places;

/** What a report shows of a comparison. */
final class ComparisonExhibits {
  private final Comparison comparison;
  private final CoordinateInfo coordinate;
  private final Verdict verdict;
  private final List<BarrierReport> barriers;
  private final double[][] byAtom;
  private final Table table;
  private final ComparisonWords words;
  private final Convergence convergence;
  private final String massUnit;
  private final String energy;

  ComparisonExhibits(
      Comparison comparison,
      Verdict verdict,
      List<BarrierReport> barriers,
      double[][] byAtom,
      Table table,
      ComparisonWords words,
      Convergence convergence) {
    this.comparison = comparison;
    this.coordinate = comparison.settings().coordinate();
    this.verdict = verdict;
    this.barriers = barriers;
    this.byAtom = byAtom;
    this.table = table;
    this.words = words;
    this.convergence = convergence;
    boolean reduced = comparison.overview().reducedUnits();
    this.massUnit = Places.massUnit(coordinate.unit(), reduced);
    this.energy = Places.energyUnit(reduced);
  }

  List<Exhibit> all() {
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(landscapes());
    if (!barriers.isEmpty()) {
      exhibits.add(barrierGrid());
      exhibits.addAll(new RateExhibits(comparison, barriers, words).all());
    }
    if (comparison.basins().minima().length > 1) {
      exhibits.add(basinGrid());
    }
    exhibits.add(difference());
    if (comparison.relabelling() != null) {
      exhibits.addAll(new RelabelledExhibits(comparison, barriers, table, words).all(x()));
    }
    if (comparison.kinetics() != null) {
      exhibits.add(mass());
      exhibits.add(condition());
    }
    if (byAtom != null) {
      exhibits.addAll(new MassShareExhibits(comparison, byAtom).all(x()));
    }
    if (comparison.kinetics() != null) {
      exhibits.add(residual());
    }
    exhibits.addAll(new SamplingExhibits(comparison, table, words).all(x()));
    exhibits.addAll(new ConvergenceExhibits(comparison, convergence, words).all());
    exhibits.add(summary());
    return exhibits;
  }

  /** The coordinate, over a whole circle where it is one. */
  private Axis x() {
    double half = comparison.width() / 2;
    double[] centres = comparison.centres();
    return comparison.axis().kind() == BinAxis.Kind.CIRCLE
        ? new Axis(
            coordinate.name(),
            coordinate.unit(),
            centres[0] - half,
            centres[centres.length - 1] + half)
        : Axis.of(coordinate.name(), coordinate.unit());
  }

  private Axis energy(String label) {
    Axis axis = Axis.of(label, energy);
    return energy.isEmpty() ? axis : axis.alsoIn("kT", comparison.kT());
  }

  private double[] column(String name) {
    return table.column(name).values();
  }

  private Exhibit.Curve curve(String label, String name, String error, boolean dashed) {
    return new Exhibit.Curve(
        label, column("r"), column(name), error == null ? null : column(error), dashed);
  }

  private Exhibit landscapes() {
    List<Exhibit.Curve> curves = new ArrayList<>();
    curves.add(curve("G", "G_best", "G_best_err", false));
    curves.add(curve("Vm (low variance)", "Vm_gd", "Vm_gd_err", false));
    if (comparison.kinetics() != null) {
      curves.add(curve("Vm (integrated)", "Vm", "Vm_err", true));
      curves.add(curve("G_Ching", "G_ching", "G_ching_err", true));
      curves.add(curve("G_iso", "G_iso", "G_iso_err", false));
    }
    return new Exhibit.Curves(
        "Energy landscapes along " + coordinate.name(),
        "G gives the distribution, Vm the mean force; m* = "
            + Words.number(comparison.curves().referenceMass(), 5)
            + (massUnit.isEmpty() ? "" : " " + massUnit)
            + ". Each curve is zero at its minimum; bands are one standard error of the curve measured"
            + " from its mean. G_Ching, from Ching's formula, must follow G in any stationary state; G_iso is"
            + " the landscape that no relabelling of the coordinate can change. "
            + new BestFreeEnergyWords(comparison, words).text()
            + (comparison.pieces().runs().size() > 1
                ? " Where the run crossed too seldom to integrate, Vm and G_Ching break into pieces with a zero"
                    + " each: compare their shapes, not their heights, from piece to piece."
                : ""),
        x(),
        energy("energy"),
        curves);
  }

  private Exhibit difference() {
    return new Exhibit.Curves(
        "Where they part: Vm − G",
        "Low-variance Vm minus G, measured from the mean over each piece, with its own standard error.",
        x(),
        energy("Vm − G"),
        List.of(curve("Vm − G", "dVG", "dVG_err", false)));
  }

  private Exhibit mass() {
    double[] reference = new double[comparison.bins()];
    Arrays.fill(reference, comparison.curves().referenceMass());
    return new Exhibit.Curves(
        "Effective mass",
        "m(r) = kT/D(r), from the mean squared velocity D at each place"
            + (comparison.fits() == null || comparison.fits().square() == null
                ? ""
                : ", fitted by a straight line under a kernel at the centre of each bin")
            + "; the dashed line is m*.",
        x(),
        Axis.of("effective mass", massUnit),
        List.of(
            curve("m(r)", "m", "m_err", false),
            new Exhibit.Curve("m*", column("r"), reference, null, true)));
  }

  private Exhibit condition() {
    double[] one = new double[comparison.bins()];
    Arrays.fill(one, 1);
    return new Exhibit.Curves(
        "Condition (21): c(r) = m* D(r)/kT",
        "G and Vm are the same landscape exactly where c is the same everywhere. Test: p "
            + Verdict.probability(comparison.condition().pValue())
            + ".",
        x(),
        Axis.of("c", ""),
        List.of(
            curve("c(r)", "c", "c_err", false),
            new Exhibit.Curve("1", column("r"), one, null, true)));
  }

  private Exhibit residual() {
    boolean series = comparison.kinetics() == Kinetics.SERIES;
    return new Exhibit.Curves(
        series ? "Series identity" : "Check: G − G_Ching",
        series
            ? "Made from the series alone, this difference says nothing of the physics; it shows gaps and"
                + " jumps of the series."
            : "Zero within its error wherever the sampling is stationary and forces, masses and temperature"
                + " belong together.",
        x(),
        energy("G − G_Ching"),
        List.of(
            new Exhibit.Curve(
                "G − G_Ching",
                column("r"),
                comparison.curve(Curves.RESIDUAL),
                comparison.error(Curves.RESIDUAL),
                false)));
  }

  private Exhibit barrierGrid() {
    List<List<Object>> rows = new ArrayList<>();
    for (BarrierReport barrier : barriers) {
      rows.add(
          List.of(
              words.place(barrier.fromPlace()) + " → " + words.place(barrier.toPlace()),
              words.place(barrier.atPlace()),
              barrier.height(Curves.G),
              barrier.height(Curves.VM_GD),
              barrier.height(Curves.VM),
              barrier.heightDifference(Curves.G, Curves.VM_GD),
              barrier.height(Curves.G_CHING),
              barrier.height(Curves.G_ISO)));
    }
    String unit = energy.isEmpty() ? "" : " / " + energy;
    return new Exhibit.Grid(
        "Barriers",
        List.of(
            "from → to",
            "top at",
            "G" + unit,
            "Vm (low variance)" + unit,
            "Vm (integrated)" + unit,
            "G − Vm (low variance)" + unit,
            "G_Ching" + unit,
            "G_iso" + unit),
        rows);
  }

  private Exhibit basinGrid() {
    List<List<Object>> rows = new ArrayList<>();
    for (BasinPair pair : BasinPair.all(comparison)) {
      rows.add(
          List.of(
              words.place(pair.from()) + " → " + words.place(pair.to()),
              pair.g(),
              pair.vmLow(),
              pair.vm(),
              pair.difference(),
              pair.signTurns()
                  ? "the sign turns round"
                  : pair.signMayTurn() ? "the sign may turn round" : ""));
    }
    String unit = energy.isEmpty() ? "" : " / " + energy;
    return new Exhibit.Grid(
        "Basins relative to each other",
        List.of(
            "from → to",
            "G" + unit,
            "Vm (low variance)" + unit,
            "Vm (integrated)" + unit,
            "Vm − G" + unit,
            ""),
        rows);
  }

  private Exhibit summary() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("verdict", verdict.word()));
    rows.add(
        List.of(
            "kinetics",
            (comparison.kinetics() == null ? "none" : comparison.kinetics().word())
                + ": "
                + comparison.choice().why()));
    rows.add(
        List.of(
            "bins",
            comparison.bins()
                + " of "
                + Words.number(comparison.width(), 4)
                + " "
                + coordinate.unit()));
    if (comparison.axis().period() == 0) {
      String unit = coordinate.unit().isEmpty() ? "" : " " + coordinate.unit();
      rows.add(List.of("mean", Words.number(comparison.moments().mean(), 7) + unit));
      rows.add(
          List.of("standard deviation", Words.number(comparison.moments().deviation(), 5) + unit));
    }
    int sparse = comparison.estimate().sparse();
    if (sparse > 0) {
      rows.add(
          List.of(
              "bins with too few independent samples",
              sparse
                  + " with fewer than "
                  + Words.number(comparison.settings().minimumSamples(), 3)
                  + ": in no piece, their D, mean force and effective mass without errors, and their G a"
                  + " rough guess"));
    }
    new RunWords(comparison)
        .summary()
        .ifPresent(text -> rows.add(List.of("independent runs", text)));
    rows.add(List.of("pieces", comparison.pieces().runs().size()));
    rows.add(List.of("transitions between basins", comparison.transitions().total()));
    boolean series = comparison.kinetics() == Kinetics.SERIES;
    rows.add(
        List.of(
            series ? "series identity, largest difference / kT" : "largest |G − G_Ching| / kT",
            round(words.residual())));
    if (!Double.isNaN(comparison.choice().ratio())) {
      rows.add(
          List.of(
              "<v²> / kT<g>",
              new Quantity(comparison.choice().ratio(), comparison.choice().ratioError(), "")));
    }
    if (comparison.pieces().closed()) {
      Closure closure = Closure.of(comparison);
      rows.add(List.of("closure of Vm around the circle", Words.of(closure.vm())));
      rows.add(List.of("closure of G_Ching around the circle", Words.of(closure.ching())));
    }
    return new Exhibit.Grid("In figures", List.of("quantity", "value"), rows);
  }

  private static Object round(double value) {
    return Double.isFinite(value) ? Words.number(value, 3) : "–";
  }
}
