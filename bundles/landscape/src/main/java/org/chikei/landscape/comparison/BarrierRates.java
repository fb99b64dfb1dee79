package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.Quantity;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.passage.Passages;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.SampleLayout;
import org.chikei.landscape.words.Places;

/** The rates over one barrier, one way, and the free energies that belong to them. */
final class BarrierRates {
  /** Planck's constant in kJ/mol ps: 6.62607015e-34 J s times Avogadro's number. */
  private static final double PLANCK = 0.399031271289;

  private final Comparison comparison;
  private final int from;
  private final int to;
  private final int at;
  private final Passages passages;
  private final String unit;

  /**
   * Prepares.
   *
   * @param comparison the comparison
   * @param from the basin that is left
   * @param to the basin that is reached
   * @param at the bin of the top
   * @param along whether the way goes in the direction of the coordinate
   */
  BarrierRates(Comparison comparison, int from, int to, int at, boolean along) {
    this.comparison = comparison;
    this.from = from;
    this.to = to;
    this.at = at;
    this.passages = comparison.transitions().over(from, to, along);
    this.unit = Places.rateUnit(comparison.overview().reducedUnits());
  }

  /**
   * Where the one-way flux over the top comes from.
   *
   * @param sum which sum of a bin holds |Ṙ| or √g
   * @param weight which one is its weight; negative where there is neither
   * @param factor what makes a one-way flux of their ratio
   */
  private record Speed(int sum, int weight, double factor) {}

  /** ½⟨|Ṙ|; r‡⟩ of velocities, and √(kT/2π)⟨√g; r‡⟩ without kinetics or averaged over momenta. */
  private Speed speed(Kinetics kinetics) {
    SampleLayout layout = comparison.layout();
    if (kinetics == null || kinetics == Kinetics.MOMENTUM_AVERAGED) {
      int metric = layout.metric();
      double factor = Math.sqrt(comparison.kT() / (2 * Math.PI));
      return new Speed(metric + SampleLayout.METRIC_ROOT, metric, factor);
    }
    int offset = layout.kinetics(kinetics);
    return new Speed(offset + SampleLayout.SPEED, offset, 0.5);
  }

  /**
   * The kinetics whose velocities count crossings of a top: those of the same frames wherever there
   * are any, whichever kinetics the landscapes use.
   */
  static Kinetics ofCrossings(Comparison comparison) {
    boolean velocities =
        comparison.layout().kinetics(Kinetics.DIRECT) >= 0
            && !comparison.context().halfStepVelocities();
    return velocities ? Kinetics.DIRECT : comparison.kinetics();
  }

  /**
   * The rate of transition-state theory, ½⟨|Ṙ|; r‡⟩ρ(r‡)/P(basin), with √(kT/2π)⟨√g; r‡⟩ in place
   * of ½⟨|Ṙ|; r‡⟩ where momenta are averaged or positions are all there is; NaN where there is
   * neither.
   */
  Quantity tst() {
    Speed speed = speed(comparison.kinetics());
    if (speed.weight < 0) {
      return new Quantity(Double.NaN, Double.NaN, unit);
    }
    double rate = crossings(speed) / population(from);
    double[] terms = crossingTerms(speed);
    BlockTerms.add(terms, -1, populationTerms(from));
    return new Quantity(rate, rate * comparison.influences().of(terms), unit);
  }

  /** Crossings of the top one way per time, as many times as all frames weigh. */
  private double crossings(Speed speed) {
    double[] total = comparison.sums().total();
    int base = at * comparison.layout().size();
    double flux = speed.factor * total[base + speed.sum] / total[base + speed.weight];
    return flux * total[base + SampleLayout.WEIGHT] / comparison.width();
  }

  /** How much each block of frames moves the logarithm of that. */
  private double[] crossingTerms(Speed speed) {
    GridSums sums = comparison.sums();
    double[] total = sums.total();
    int base = at * comparison.layout().size();
    double independent = comparison.independent()[at];
    double leverage = independent > 1 ? Math.sqrt(independent / (independent - 1)) : 1;
    double[] terms = new double[sums.blocks()];
    BlockTerms.add(terms, leverage / total[base + speed.sum], sums.byBlock(speed.sum)[at]);
    BlockTerms.add(terms, -leverage / total[base + speed.weight], sums.byBlock(speed.weight)[at]);
    BlockTerms.add(
        terms, leverage / total[base + SampleLayout.WEIGHT], sums.byBlock(SampleLayout.WEIGHT)[at]);
    return terms;
  }

  private List<Integer> bins(int basin) {
    List<Integer> bins = new ArrayList<>();
    for (int k = 0; k < comparison.bins(); k++) {
      if (comparison.basins().basinOf()[k] == basin) {
        bins.add(k);
      }
    }
    return bins;
  }

  private double population(int basin) {
    double[] weights = comparison.sums().quantity(SampleLayout.WEIGHT);
    return bins(basin).stream().mapToDouble(bin -> weights[bin]).sum();
  }

  /** How much each block moves the logarithm of a basin's population. */
  private double[] populationTerms(int basin) {
    GridSums sums = comparison.sums();
    double[][] own = sums.byBlock(SampleLayout.WEIGHT);
    double[] terms = new double[sums.blocks()];
    double population = population(basin);
    for (int bin : bins(basin)) {
      BlockTerms.add(terms, 1 / population, own[bin]);
    }
    return terms;
  }

  /** Transitions over the barrier this way, and the time in the basin. */
  Passages passages() {
    return passages;
  }

  /**
   * The rate of transitions that were seen; NaN where there are too few, where frames are not
   * evenly spaced, or weigh differently.
   */
  Quantity observed() {
    return comparison.naturalMotion()
        ? passages.rate(comparison.context().spacing(), unit)
        : new Quantity(Double.NaN, Double.NaN, unit);
  }

  /**
   * The transmission coefficient κ, the flux of transitions over that of crossings of the top. The
   * latter is made of the velocities with which the run itself crossed wherever there are any, also
   * where {@link #tst} averages over momenta, and neither is divided by the population of the
   * basin: so most of what both owe to chance is the same and drops out. The ratio of the two rates
   * is another estimate of κ, with a larger error. NaN where frames are so far apart that
   * transitions hide between them.
   */
  Quantity transmission() {
    Speed speed = speed(ofCrossings(comparison));
    if (speed.weight < 0
        || !comparison.naturalMotion()
        || !passages.enough()
        || !passages.resolved()) {
      return new Quantity(Double.NaN, Double.NaN, "");
    }
    GridSums sums = comparison.sums();
    int everything = sums.cells();
    double frames = sums.total()[everything * sums.quantities() + SampleLayout.WEIGHT];
    double crossings = crossings(speed) / frames * comparison.context().spacing();
    double kappa = passages.fluxPerStep() / crossings;
    double[] terms = passages.fluxTerms();
    BlockTerms.add(terms, -1, crossingTerms(speed));
    BlockTerms.add(terms, 1 / frames, sums.byBlock(SampleLayout.WEIGHT)[everything]);
    return new Quantity(kappa, kappa * comparison.influences().of(terms), "");
  }

  /**
   * The free energy of the reaction, −kT ln of the ratio of the basins' populations: no relabelling
   * of the coordinate changes it, as one changes the minima of G.
   */
  Quantity reaction() {
    double kT = comparison.kT();
    double[] terms = populationTerms(from);
    BlockTerms.add(terms, -1, populationTerms(to));
    return new Quantity(
        kT * Math.log(population(from) / population(to)),
        kT * comparison.influences().of(terms),
        Places.energyUnit(comparison.overview().reducedUnits()));
  }

  /**
   * The free energy of activation by Eyring's equation, −kT ln(k h/kT), k the rate of
   * transition-state theory: the effective mass at the top is in it, and so is the whole basin. NaN
   * in reduced units, which have no Planck constant.
   */
  Quantity activation() {
    Quantity rate = tst();
    double kT = comparison.kT();
    boolean reduced = comparison.overview().reducedUnits();
    return new Quantity(
        reduced ? Double.NaN : -kT * Math.log(rate.value() * PLANCK / kT),
        reduced ? Double.NaN : kT * rate.error() / rate.value(),
        Places.energyUnit(reduced));
  }

  /** The rates as they stand in the results. */
  void addTo(Map<String, Object> fields) {
    BarrierReport.put(fields, "tst_rate", tst());
    BarrierReport.put(fields, "observed_rate", observed());
    BarrierReport.put(fields, "kappa", transmission());
    BarrierReport.put(fields, "reaction", reaction());
    BarrierReport.put(fields, "activation", activation());
    fields.put("transitions", passages.count());
    fields.put("independent_transitions", passages.enough() ? passages.independent() : Double.NaN);
  }
}
