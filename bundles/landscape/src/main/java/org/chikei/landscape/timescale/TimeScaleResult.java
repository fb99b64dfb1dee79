package org.chikei.landscape.timescale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Column;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.api.text.Words;
import org.chikei.landscape.comparison.BarrierReport;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.ComparisonSettings;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.profile.SampleLayout;
import org.chikei.landscape.words.Places;

/** A scan of time scales in words, numbers, tables and figures. */
final class TimeScaleResult {
  /** More curves than these are no figure to read. */
  private static final int MOST_CURVES = 5;

  private final ComparisonSettings settings;
  private final DataOverview overview;
  private final Kinetics kinetics;
  private final List<TimeScale> means;
  private final List<TimeScale> everies;
  private final List<String> warnings;
  private final String energy;

  TimeScaleResult(
      ComparisonSettings settings,
      DataOverview overview,
      Kinetics kinetics,
      List<TimeScale> means,
      List<TimeScale> everies,
      List<String> warnings) {
    this.settings = settings;
    this.overview = overview;
    this.kinetics = kinetics;
    this.means = means;
    this.everies = everies;
    this.warnings = warnings;
    this.energy = Places.energyUnit(overview.reducedUnits());
  }

  StepResult toResult() {
    return new StepResult(
        TimeScaleStep.TYPE,
        settings.name(),
        List.of(settings.coordinate().name()),
        headline(),
        fields(),
        List.of(table("time-scale", means), table("time-scale-every", everies)),
        exhibits(),
        warnings);
  }

  private String time(double tau) {
    return Words.number(tau, 4) + (overview.reducedUnits() ? "" : " ps");
  }

  /**
   * The first resolution from which on the landscapes differ; null where they do not at the end.
   */
  private static TimeScale parting(List<TimeScale> scales) {
    TimeScale parting = null;
    for (int k = scales.size() - 1;
        k >= 0 && scales.get(k).verdict().word().equals("differ");
        k--) {
      parting = scales.get(k);
    }
    return parting;
  }

  private String headline() {
    return said("its running mean over tau", means)
        + " "
        + said("it is seen once every tau", everies);
  }

  private String said(String how, List<TimeScale> scales) {
    String name = settings.coordinate().name();
    TimeScale parting = parting(scales);
    TimeScale last = scales.get(scales.size() - 1);
    String begin =
        how.startsWith("its")
            ? "For the running mean of " + name + " over tau"
            : "For " + name + " seen once every tau";
    if (parting == null) {
      return begin
          + ", G and Vm are not seen to part by more than their errors and "
          + Words.number(settings.bound(), 2)
          + " kT up to tau = "
          + time(last.tau())
          + ".";
    }
    if (parting.kind() == TimeScale.Kind.PLAIN) {
      return begin + ", G and Vm differ at every tau, the coordinate as it is included.";
    }
    return begin
        + ", G and Vm part from tau = "
        + time(parting.tau())
        + " on, where |Vm − G| reaches "
        + Words.withError(parting.verdict().largest(), parting.verdict().largestError())
        + " kT; at "
        + time(last.tau())
        + " it is "
        + Words.withError(last.verdict().largest(), last.verdict().largestError())
        + " kT.";
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kinetics", kinetics.word());
    fields.put(
        "reference_mass",
        new Quantity(
            means.get(0).comparison().curves().referenceMass(),
            Double.NaN,
            Places.massUnit(settings.coordinate().unit(), overview.reducedUnits())));
    fields.put("running_mean", entries(means));
    fields.put("every", entries(everies));
    return fields;
  }

  private Map<String, Object> entries(List<TimeScale> scales) {
    Map<String, Object> fields = new LinkedHashMap<>();
    TimeScale parting = parting(scales);
    fields.put(
        "parts_from",
        new Quantity(parting == null ? Double.NaN : parting.tau(), Double.NaN, timeUnit()));
    List<Object> entries = new ArrayList<>();
    for (TimeScale scale : scales) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("tau", new Quantity(scale.tau(), Double.NaN, timeUnit()));
      entry.put("verdict", scale.verdict().word());
      entry.put("square_velocity_ratio", scale.squareRatio().value());
      Map<String, Object> largest = new LinkedHashMap<>();
      largest.put("value_kT", scale.verdict().largest());
      largest.put("error_kT", scale.verdict().largestError());
      entry.put("largest_difference", largest);
      BarrierReport barrier = scale.highestBarrier();
      if (barrier != null) {
        Map<String, Object> height = new LinkedHashMap<>();
        height.put("from", barrier.fromPlace());
        height.put("to", barrier.toPlace());
        height.put("at", barrier.atPlace());
        height.put("G", in(barrier.height(Curves.G)));
        height.put("Vm", in(barrier.height(Curves.VM)));
        entry.put("highest_barrier", height);
      }
      entries.add(entry);
    }
    fields.put("scales", entries);
    return fields;
  }

  private String timeUnit() {
    return overview.reducedUnits() ? "" : "ps";
  }

  private Quantity in(Quantity quantity) {
    return new Quantity(quantity.value(), quantity.error(), energy);
  }

  private Table table(String suffix, List<TimeScale> scales) {
    int rows = scales.stream().mapToInt(s -> s.comparison().bins()).sum();
    String[] names = {
      "tau", "r", "G", "G_err", "Vm", "Vm_err", "D", "D_err", "count", "Vm_gd", "Vm_gd_err"
    };
    double[][] columns = new double[names.length][rows];
    int row = 0;
    for (TimeScale scale : scales) {
      Comparison c = scale.comparison();
      double[] counts = c.sums().quantity(SampleLayout.COUNT);
      double[] g = fromMinimum(c, Curves.G);
      double[] vm = fromMinimum(c, Curves.VM);
      double[] low = fromMinimum(c, Curves.VM_GD);
      for (int k = 0; k < c.bins(); k++) {
        double[] values = {
          scale.tau(),
          c.centres()[k],
          g[k],
          c.error(Curves.G)[k],
          vm[k],
          c.error(Curves.VM)[k],
          counts[k] > 0 ? c.curve(Curves.D)[k] : Double.NaN,
          c.error(Curves.D)[k],
          counts[k],
          low[k],
          c.error(Curves.VM_GD)[k]
        };
        for (int q = 0; q < values.length; q++) {
          columns[q][row] = values[q];
        }
        row++;
      }
    }
    String unit = settings.coordinate().unit();
    String square = Places.squareUnit(unit, overview.reducedUnits());
    String[] units = {
      timeUnit(), unit, energy, energy, energy, energy, square, square, "", energy, energy
    };
    List<Column> made = new ArrayList<>();
    for (int q = 0; q < names.length; q++) {
      made.add(
          names[q].equals("count")
              ? Column.counts(names[q], columns[q])
              : Column.of(names[q], units[q], columns[q]));
    }
    return new Table(suffix, made);
  }

  /** A curve with its lowest finite value as zero. */
  private static double[] fromMinimum(Comparison comparison, int curve) {
    double[] values = comparison.curve(curve).clone();
    double lowest = Double.POSITIVE_INFINITY;
    for (double value : values) {
      lowest = value < lowest ? value : lowest;
    }
    for (int k = 0; k < values.length; k++) {
      values[k] = Double.isFinite(values[k]) ? values[k] - lowest : Double.NaN;
    }
    return values;
  }

  private List<Exhibit> exhibits() {
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(
        landscapes(
            "Running means over tau",
            "G (full) and Vm (dashed, integrated mean force) of the running mean over each tau, each"
                + " from its lowest point; tau = 0 is the coordinate as it is.",
            means));
    exhibits.add(
        landscapes(
            "Once every tau",
            "G (full) and Vm (dashed) of the coordinate as one sees it who looks once every tau. G"
                + " does not depend on tau; Vm does.",
            everies));
    exhibits.add(parts());
    Exhibit barriers = barriers();
    if (barriers != null) {
      exhibits.add(barriers);
    }
    return exhibits;
  }

  private Exhibit landscapes(String title, String caption, List<TimeScale> scales) {
    List<Exhibit.Curve> curves = new ArrayList<>();
    int count = Math.min(MOST_CURVES, scales.size());
    for (int n = 0; n < count; n++) {
      TimeScale scale =
          scales.get(
              count == 1 ? 0 : (int) Math.rint((double) n * (scales.size() - 1) / (count - 1)));
      Comparison c = scale.comparison();
      String tau = ", tau = " + time(scale.tau());
      curves.add(
          new Exhibit.Curve(
              "G" + tau, c.centres(), fromMinimum(c, Curves.G), c.error(Curves.G), false));
      curves.add(
          new Exhibit.Curve(
              "Vm" + tau, c.centres(), fromMinimum(c, Curves.VM), c.error(Curves.VM), true));
    }
    CoordinateInfo info = settings.coordinate();
    return new Exhibit.Curves(
        title, caption, Axis.of(info.name(), info.unit()), energyAxis(), curves);
  }

  private Axis energyAxis() {
    Axis axis = Axis.of("G, Vm", energy);
    return energy.isEmpty() ? axis : axis.alsoIn("kT", overview.kT());
  }

  private Exhibit parts() {
    return new Exhibit.Curves(
        "How far G and Vm part",
        "The largest |Vm − G| against the resolution tau, with its standard error; the dashed line is"
            + " the bound below which they count as equal.",
        Axis.of("tau", timeUnit()),
        Axis.of("largest |Vm − G|", "kT"),
        List.of(
            largest("running mean", means),
            largest("every tau", everies),
            new Exhibit.Curve(
                "bound", taus(means), filled(means.size(), settings.bound()), null, true)));
  }

  private static double[] filled(int size, double value) {
    double[] column = new double[size];
    Arrays.fill(column, value);
    return column;
  }

  private static double[] taus(List<TimeScale> scales) {
    return scales.stream().mapToDouble(TimeScale::tau).toArray();
  }

  private static Exhibit.Curve largest(String label, List<TimeScale> scales) {
    return new Exhibit.Curve(
        label,
        taus(scales),
        scales.stream().mapToDouble(s -> s.verdict().largest()).toArray(),
        scales.stream().mapToDouble(s -> s.verdict().largestError()).toArray(),
        false);
  }

  private Exhibit barriers() {
    List<TimeScale> with = means.stream().filter(s -> s.highestBarrier() != null).toList();
    if (with.size() < 2) {
      return null;
    }
    return new Exhibit.Curves(
        "The highest barrier",
        "Height of the highest barrier of the running mean on G and on Vm, from the deeper basin,"
            + " against tau.",
        Axis.of("tau", timeUnit()),
        Axis.of("height", energy),
        List.of(height("G", Curves.G, with, false), height("Vm", Curves.VM, with, true)));
  }

  private static Exhibit.Curve height(
      String label, int curve, List<TimeScale> scales, boolean dashed) {
    double[] values = new double[scales.size()];
    double[] errors = new double[scales.size()];
    for (int k = 0; k < values.length; k++) {
      Quantity height = scales.get(k).highestBarrier().height(curve);
      values[k] = height.value();
      errors[k] = height.error();
    }
    return new Exhibit.Curve(label, taus(scales), values, errors, dashed);
  }
}
