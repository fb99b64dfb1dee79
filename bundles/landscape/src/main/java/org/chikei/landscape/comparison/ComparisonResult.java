package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Convergence;
import org.chikei.landscape.profile.MassShares;
import org.chikei.landscape.profile.SampleLayout;
import org.chikei.landscape.profile.Verdict;
import org.chikei.landscape.words.Places;

/** Puts a comparison into the fields, and all together, that a person and a program read. */
final class ComparisonResult {
  private final Comparison comparison;
  private final CoordinateInfo coordinate;
  private final double[][] byAtom;
  private final List<BarrierReport> barriers;
  private final Verdict verdict;
  private final Convergence convergence;
  private final boolean reduced;

  /** Null where D and mean force come from means over bins. */
  private final LocalFitWords fits;

  /**
   * Makes a result.
   *
   * @param comparison the comparison
   * @param byAtom each atom's share of the metric by bin; null without
   * @throws StepFailure if a bandwidth is too narrow for the samples
   */
  ComparisonResult(Comparison comparison, double[][] byAtom) throws StepFailure {
    this.comparison = comparison;
    this.coordinate = comparison.settings().coordinate();
    this.byAtom = byAtom;
    this.barriers = BarrierReport.all(comparison);
    this.verdict = Verdict.of(comparison);
    this.convergence = Convergence.of(comparison, verdict);
    this.reduced = comparison.overview().reducedUnits();
    this.fits = comparison.fits() == null ? null : new LocalFitWords(comparison);
  }

  StepResult toResult() {
    Table table = new ComparisonTable(comparison).table();
    ComparisonWords words = new ComparisonWords(comparison, verdict);
    ComparisonExhibits exhibits =
        new ComparisonExhibits(comparison, verdict, barriers, byAtom, table, words, convergence);
    List<String> warnings = new ArrayList<>(words.warnings());
    warnings.addAll(new ConvergenceWords(comparison, convergence, words).warnings());
    if (fits != null) {
      warnings.addAll(fits.warnings());
    }
    return new StepResult(
        ComparisonStep.TYPE,
        comparison.settings().name(),
        List.of(coordinate.name()),
        words.headline(),
        fields(words),
        List.of(table),
        exhibits.all(),
        warnings);
  }

  private Map<String, Object> fields(ComparisonWords words) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("verdict", verdict.word());
    fields.put("why", verdict.reason());
    fields.put("units", units());
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
          new Quantity(comparison.moments().deviation(), deviationError(), coordinate.unit()));
    }
    fields.put("barriers", barriers.stream().map(BarrierReport::toFields).toList());
    fields.put("differences", differences());
    fields.put("basins", BasinReport.all(comparison).stream().map(BasinReport::toFields).toList());
    boolean series = comparison.kinetics() == Kinetics.SERIES;
    fields.put(series ? "series_identity_max_kT" : "ching_residual_max_kT", words.residual());
    if (!comparison.agreement().runs().isEmpty()) {
      fields.put("runs", new RunWords(comparison).toFields());
    }
    fields.put("best_free_energy", new BestFreeEnergyWords(comparison, words).toFields());
    fields.put("convergence", new ConvergenceWords(comparison, convergence, words).toFields());
    fields.put("plateau", new ConvergenceExhibits(comparison, convergence, words).plateauFields());
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
    if (fits != null) {
      fields.put("estimators", fits.toFields());
    }
    if (comparison.pieces().closed()) {
      Map<String, Object> closure = new LinkedHashMap<>();
      Closure found = Closure.of(comparison);
      closure.put("Vm", found.vm());
      closure.put("G_ching", found.ching());
      fields.put("closure", closure);
    }
    return fields;
  }

  /** The units of what stands without one below: places, energies, rates and times. */
  private Map<String, Object> units() {
    Map<String, Object> units = new LinkedHashMap<>();
    units.put("coordinate", reduced ? "" : coordinate.unit());
    units.put("energy", Places.energyUnit(reduced));
    units.put("rate", Places.rateUnit(reduced));
    units.put("time", Places.timeUnit(reduced));
    return units;
  }

  private Map<String, Object> relabelling() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("by", comparison.relabelling().word());
    fields.put("formula", comparison.relabelling().formula());
    double mass = comparison.curves().relabelledMass();
    double error = mass * comparison.influences().of(comparison.influences().ofLnRelabelledMass());
    String unit = comparison.relabelling().unit(coordinate.unit());
    fields.put("unit", reduced ? "" : unit);
    fields.put("reference_mass", new Quantity(mass, error, Places.massUnit(unit, reduced)));
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

  /**
   * The standard error of the standard deviation over all samples, from the bins; NaN where a range
   * leaves some out.
   */
  private double deviationError() {
    GridSums sums = comparison.sums();
    double[] weights = sums.quantity(SampleLayout.WEIGHT);
    double all = sums.total()[sums.cells() * comparison.layout().size() + SampleLayout.WEIGHT];
    double[][] own = sums.byBlock(SampleLayout.WEIGHT);
    double mean = comparison.moments().mean();
    double deviation = comparison.moments().deviation();
    double[] terms = new double[sums.blocks()];
    for (int k = 0; k < weights.length; k++) {
      double off = comparison.centres()[k] - mean;
      BlockTerms.add(terms, (off * off - deviation * deviation) / all, own[k]);
    }
    boolean complete = Arrays.stream(weights).sum() > 0.9999 * all;
    return complete ? comparison.influences().of(terms) / (2 * deviation) : Double.NaN;
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
    bins.put("too_few_samples", comparison.estimate().sparse());
    bins.put("width", comparison.width());
    bins.put("from", centres[0] - half);
    bins.put("to", centres[centres.length - 1] + half);
    bins.put("periodic", comparison.axis().kind() == BinAxis.Kind.CIRCLE);
    return bins;
  }
}
