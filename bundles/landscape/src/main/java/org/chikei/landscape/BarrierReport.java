package org.chikei.landscape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.Quantity;

/**
 * One barrier, seen from one of its basins: heights on every landscape, all read at the same three
 * bins, and the rates over it.
 */
final class BarrierReport {
  /** Fewer transitions than this make no rate. */
  private static final long FEWEST_TRANSITIONS = 10;

  /** Planck's constant in kJ/mol ps: 6.62607015e-34 J s times Avogadro's number. */
  private static final double PLANCK = 0.399031271289;

  private final Comparison comparison;
  private final int fromBasin;
  private final int toBasin;
  private final int from;
  private final int to;
  private final int at;
  private final boolean along;

  private BarrierReport(Comparison comparison, int fromBasin, int toBasin, int at, boolean along) {
    this.comparison = comparison;
    this.along = along;
    this.fromBasin = fromBasin;
    this.toBasin = toBasin;
    this.from = comparison.basins().minima()[fromBasin];
    this.to = comparison.basins().minima()[toBasin];
    this.at = at;
  }

  /** Every barrier, both ways. */
  static List<BarrierReport> all(Comparison comparison) {
    List<BarrierReport> reports = new ArrayList<>();
    for (Basins.Barrier barrier : comparison.basins().barriers()) {
      reports.add(
          new BarrierReport(comparison, barrier.left(), barrier.right(), barrier.top(), true));
      reports.add(
          new BarrierReport(comparison, barrier.right(), barrier.left(), barrier.top(), false));
    }
    return reports;
  }

  /** The coordinate at the basin's minimum, behind the barrier, and at its top. */
  double fromPlace() {
    return comparison.centres()[from];
  }

  double toPlace() {
    return comparison.centres()[to];
  }

  double atPlace() {
    return comparison.centres()[at];
  }

  /** The height of the barrier on a landscape. */
  Quantity height(int curve) {
    return rise(curve, -1, from, at);
  }

  /** The difference of two landscapes' heights, with its own error. */
  Quantity heightDifference(int curve, int minus) {
    return rise(curve, minus, from, at);
  }

  private Quantity rise(int curve, int minus, int start, int end) {
    boolean integral =
        curve == Curves.VM
            || curve == Curves.VM_GD
            || curve == Curves.VM_RELABELLED
            || curve == Curves.G_CHING
            || minus == Curves.VM
            || minus == Curves.VM_GD;
    if (integral && comparison.commonPiece(start, end) == null) {
      return new Quantity(Double.NaN, Double.NaN, "kJ/mol");
    }
    double value = comparison.curve(curve)[end] - comparison.curve(curve)[start];
    if (minus >= 0) {
      value -= comparison.curve(minus)[end] - comparison.curve(minus)[start];
    }
    value = Curves.unrounded(value, comparison.kT());
    double error = comparison.influences().difference(curve, minus, start, end);
    return new Quantity(value, Curves.unrounded(error, comparison.kT()), "kJ/mol");
  }

  /** The rate of transition-state theory, ½⟨|Ṙ|; r‡⟩ρ(r‡)/P(basin). */
  Quantity tstRate() {
    Kinetics kinetics = comparison.kinetics();
    SampleLayout layout = comparison.layout();
    if (kinetics == null) {
      return new Quantity(Double.NaN, Double.NaN, "1/ps");
    }
    GridSums sums = comparison.sums();
    double[] total = sums.total();
    boolean averaged = kinetics == Kinetics.MOMENTUM_AVERAGED;
    int offset = averaged ? layout.metric() : layout.kinetics(kinetics);
    int speed = offset + (averaged ? SampleLayout.METRIC_ROOT : SampleLayout.SPEED);
    double factor = averaged ? Math.sqrt(comparison.kT() / (2 * Math.PI)) : 0.5;
    int base = at * layout.size();
    double[] weights = sums.quantity(SampleLayout.WEIGHT);
    double population = 0;
    for (int k : fromBins()) {
      population += weights[k];
    }
    double rate =
        factor
            * total[base + speed]
            / total[base + offset]
            * weights[at]
            / (comparison.width() * population);
    double[] terms = new double[sums.blocks()];
    double leverage = leverage(at);
    BlockTerms.add(terms, leverage / total[base + speed], sums.byBlock(speed)[at]);
    BlockTerms.add(terms, -leverage / total[base + offset], sums.byBlock(offset)[at]);
    double[][] own = sums.byBlock(SampleLayout.WEIGHT);
    BlockTerms.add(terms, leverage / weights[at], own[at]);
    for (int k : fromBins()) {
      BlockTerms.add(terms, -1 / population, own[k]);
    }
    return new Quantity(rate, rate * comparison.influences().of(terms), "1/ps");
  }

  private double leverage(int bin) {
    double independent = comparison.independent()[bin];
    return independent > 1 ? Math.sqrt(independent / (independent - 1)) : 1;
  }

  /** The bins of the basin that transitions leave. */
  private List<Integer> fromBins() {
    return bins(fromBasin);
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

  /**
   * The free energy of the reaction, −kT ln of the ratio of the basins' populations: no relabelling
   * of the coordinate changes it, as one changes the minima of G.
   */
  Quantity reaction() {
    GridSums sums = comparison.sums();
    double[] weights = sums.quantity(SampleLayout.WEIGHT);
    double[][] own = sums.byBlock(SampleLayout.WEIGHT);
    double[] terms = new double[sums.blocks()];
    double[] populations = new double[2];
    for (int end = 0; end < 2; end++) {
      List<Integer> bins = bins(end == 0 ? fromBasin : toBasin);
      for (int k : bins) {
        populations[end] += weights[k];
      }
      for (int k : bins) {
        BlockTerms.add(terms, (end == 0 ? 1 : -1) / populations[end], own[k]);
      }
    }
    double kT = comparison.kT();
    return new Quantity(
        kT * Math.log(populations[0] / populations[1]),
        kT * comparison.influences().of(terms),
        "kJ/mol");
  }

  /**
   * The free energy of activation by Eyring's equation, −kT ln(k h/kT), k the rate of
   * transition-state theory: the effective mass at the top is in it, and so is the whole basin.
   */
  Quantity activation() {
    Quantity rate = tstRate();
    double kT = comparison.kT();
    if (comparison.overview().reducedUnits()) {
      return new Quantity(Double.NaN, Double.NaN, "kJ/mol");
    }
    return new Quantity(
        -kT * Math.log(rate.value() * PLANCK / kT), kT * rate.error() / rate.value(), "kJ/mol");
  }

  /** What part of the crossings of transition-state theory come to something: κ. */
  Quantity transmission() {
    Quantity observed = observedRate();
    Quantity tst = tstRate();
    double kappa = observed.value() / tst.value();
    return new Quantity(
        kappa,
        kappa * Math.hypot(observed.error() / observed.value(), tst.error() / tst.value()),
        "");
  }

  /** How long the system stays in the basin for each time that it leaves over this barrier. */
  Quantity meanStay() {
    Quantity rate = observedRate();
    return new Quantity(1 / rate.value(), rate.error() / (rate.value() * rate.value()), "ps");
  }

  /**
   * The rate of transitions that were seen; NaN where there are too few, or frames weigh
   * differently.
   */
  Quantity observedRate() {
    Transitions transitions = comparison.transitions();
    long count = transitions.count(fromBasin, toBasin, along);
    double time = transitions.residence(fromBasin) * comparison.context().spacing();
    if (count < FEWEST_TRANSITIONS || !(time > 0) || comparison.weighted()) {
      return new Quantity(Double.NaN, Double.NaN, "1/ps");
    }
    return new Quantity(count / time, Math.sqrt(count) / time, "1/ps");
  }

  /** How many times the barrier was crossed this way. */
  long transitions() {
    return comparison.transitions().count(fromBasin, toBasin, along);
  }

  /** The barrier as it stands in the results. */
  Map<String, Object> toFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", fromPlace());
    fields.put("to", toPlace());
    fields.put("at", atPlace());
    put(fields, "G", height(Curves.G));
    put(fields, "Vm", height(Curves.VM));
    put(fields, "difference", heightDifference(Curves.G, Curves.VM));
    put(fields, "Vm_gd", height(Curves.VM_GD));
    put(fields, "difference_gd", heightDifference(Curves.G, Curves.VM_GD));
    put(fields, "G_ching", height(Curves.G_CHING));
    put(fields, "G_iso", height(Curves.G_ISO));
    put(fields, "G_geo", height(Curves.G_GEO));
    if (comparison.relabelling() != null) {
      put(fields, "G_relabelled", height(Curves.G_RELABELLED));
      put(fields, "Vm_relabelled", height(Curves.VM_RELABELLED));
    }
    put(fields, "tst_rate", tstRate());
    put(fields, "observed_rate", observedRate());
    put(fields, "kappa", transmission());
    put(fields, "mean_stay", meanStay());
    put(fields, "reaction", reaction());
    put(fields, "activation", activation());
    fields.put("transitions", transitions());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Quantity quantity) {
    fields.put(name, quantity.value());
    fields.put(name + "_err", quantity.error());
  }
}
