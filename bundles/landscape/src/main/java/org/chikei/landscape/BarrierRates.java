package org.chikei.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.Quantity;

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
   * The rate of transition-state theory, ½⟨|Ṙ|; r‡⟩ρ(r‡)/P(basin), with √(kT/2π)⟨√g; r‡⟩ in place
   * of ½⟨|Ṙ|; r‡⟩ where momenta are averaged or positions are all there is; NaN where there is
   * neither.
   */
  Quantity tst() {
    if (speedWeight() < 0) {
      return new Quantity(Double.NaN, Double.NaN, unit);
    }
    double[] total = comparison.sums().total();
    int base = at * comparison.layout().size();
    double speed = total[base + speed()] / total[base + speedWeight()];
    double factor = byMetric() ? Math.sqrt(comparison.kT() / (2 * Math.PI)) : 0.5;
    double top = total[base + SampleLayout.WEIGHT];
    double rate = factor * speed * top / (comparison.width() * population(from));
    return new Quantity(rate, rate * comparison.influences().of(tstTerms()), unit);
  }

  private boolean byMetric() {
    Kinetics kinetics = comparison.kinetics();
    return kinetics == null || kinetics == Kinetics.MOMENTUM_AVERAGED;
  }

  private int speedWeight() {
    SampleLayout layout = comparison.layout();
    return byMetric() ? layout.metric() : layout.kinetics(comparison.kinetics());
  }

  private int speed() {
    return speedWeight() + (byMetric() ? SampleLayout.METRIC_ROOT : SampleLayout.SPEED);
  }

  /** How much each block of frames moves the logarithm of that rate. */
  private double[] tstTerms() {
    GridSums sums = comparison.sums();
    double[] total = sums.total();
    int base = at * comparison.layout().size();
    int speed = speed();
    int weight = speedWeight();
    double independent = comparison.independent()[at];
    double leverage = independent > 1 ? Math.sqrt(independent / (independent - 1)) : 1;
    double[] terms = populationTerms(from);
    BlockTerms.add(terms, -2, terms.clone()); // minus the population
    BlockTerms.add(terms, leverage / total[base + speed], sums.byBlock(speed)[at]);
    BlockTerms.add(terms, -leverage / total[base + weight], sums.byBlock(weight)[at]);
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
   * What part of the crossings of transition-state theory come to something: κ. Both rates come
   * from the same frames, and the error is that of their ratio. NaN where frames are so far apart
   * that transitions hide between them.
   */
  Quantity transmission() {
    double kappa = observed().value() / tst().value();
    if (Double.isNaN(kappa) || !passages.resolved()) {
      return new Quantity(Double.NaN, Double.NaN, "");
    }
    double[] terms = passages.terms();
    BlockTerms.add(terms, -1, tstTerms());
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
