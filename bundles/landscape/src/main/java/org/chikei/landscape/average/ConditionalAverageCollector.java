package org.chikei.landscape.average;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.NoSampleFailure;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.result.Column;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.api.text.Words;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.CellBlocks;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.PointAxis;
import org.chikei.landscape.kernel.ConditionalMeans;
import org.chikei.landscape.kernel.FineGrid;
import org.chikei.landscape.kernel.KernelWords;
import org.chikei.landscape.kernel.LocalLinearMeans;
import org.chikei.landscape.kernel.Observed;
import org.chikei.landscape.words.Places;

/** Collects what is observed along one to three coordinates and turns it into averages. */
final class ConditionalAverageCollector implements Collector {
  private final StepRequest request;
  private final DataOverview overview;
  private final BinAxis[] axes;

  /** The points of local fits; null where means are taken over bins. */
  private final PointAxis[] points;

  private final double[] bandwidth;

  /** Of means over bins. */
  ConditionalAverageCollector(StepRequest request, DataOverview overview, BinAxis[] axes) {
    this(request, overview, axes, null, null);
  }

  /** Of local fits, whose bandwidths the data tell if they are null. */
  ConditionalAverageCollector(
      StepRequest request, DataOverview overview, PointAxis[] points, double[] bandwidth) {
    this(
        request,
        overview,
        Arrays.stream(points).map(PointAxis::cells).toArray(BinAxis[]::new),
        points,
        bandwidth);
  }

  private ConditionalAverageCollector(
      StepRequest request,
      DataOverview overview,
      BinAxis[] axes,
      PointAxis[] points,
      double[] bandwidth) {
    this.request = request;
    this.overview = overview;
    this.axes = axes;
    this.points = points;
    this.bandwidth = bandwidth;
  }

  @Override
  public Accumulator accumulator() {
    double[] periods =
        request.observed().stream()
            .mapToDouble(o -> o.period().map(Period::length).orElse(0.0))
            .toArray();
    return new CellAccumulator(
        axes, CellBlocks.baseLength(overview), overview.biasAlong(), periods);
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    CellAccumulator accumulator = (CellAccumulator) all;
    accumulator.close();
    IntPredicate unweighted =
        q -> q == CellAccumulator.COUNT || overview.biasAlong() && q >= CellAccumulator.observed(0);
    FineGrid fine = points == null ? null : new FineGrid(points, accumulator);
    GridSums sums =
        fine != null
            ? fine.bins()
            : GridSums.of(accumulator.binning(), accumulator.sums())
                .joined(context.windows(), unweighted);
    double[] count = sums.quantity(CellAccumulator.COUNT);
    if (!(Arrays.stream(count).sum() > 0)) {
      throw new NoSampleFailure(
          "no sample of '"
              + request.name()
              + "' lies in its range; leave the range out to see where the samples are");
    }
    List<ConditionalMeans> means = new ArrayList<>();
    List<DriftLandscape> drifts = new ArrayList<>();
    List<LocalLinearMeans> fits = new ArrayList<>();
    boolean drift = request.parameters().flag(ConditionalAverageStep.DRIFT);
    for (CoordinateInfo observed : request.observed()) {
      int f = means.size();
      double period = observed.period().map(Period::length).orElse(0.0);
      double low = observed.period().map(Period::minimum).orElse(0.0);
      if (fine != null) {
        fits.add(
            LocalLinearMeans.of(
                fine,
                bandwidth,
                Observed.of(f, period > 0),
                period,
                low,
                context.windows(),
                unweighted));
      }
      means.add(fine == null ? ConditionalMeans.of(sums, f, period, low) : fits.get(f).means());
      if (drift) {
        drifts.add(
            fine == null
                ? DriftLandscape.of(sums, f, means.get(f))
                : DriftLandscape.of(fits.get(f).sums(), 0, means.get(f)));
      }
    }
    Map<String, Object> fields = fields(sums, means);
    List<String> warnings = warnings(sums, accumulator);
    if (fine != null) {
      KernelWords words = new KernelWords(request.coordinates(), fine, bandwidth);
      describe(words, fits, fields, warnings);
    }
    return new StepResult(
        ConditionalAverageStep.TYPE,
        request.name(),
        request.coordinates().stream().map(CoordinateInfo::name).toList(),
        headline(sums, means) + lowest(sums, drifts),
        fields,
        List.of(table(sums, count, means, fits, drifts)),
        new ConditionalAverageExhibits(request, sums, means, fits).all(drifts),
        warnings);
  }

  private void describe(
      KernelWords words,
      List<LocalLinearMeans> fits,
      Map<String, Object> fields,
      List<String> warnings) {
    List<Object> estimators = new ArrayList<>();
    for (int f = 0; f < fits.size(); f++) {
      LocalLinearMeans fit = fits.get(f);
      String name = request.observed().get(f).name();
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", name);
      entry.putAll(words.fields(ConditionalAverageStep.LOCAL, fit.bandwidth()));
      estimators.add(entry);
      warnings.addAll(words.warnings("⟨" + name + "⟩", fit.bandwidth(), fit.shifted()));
    }
    fields.put("estimators", estimators);
  }

  private Table table(
      GridSums sums,
      double[] count,
      List<ConditionalMeans> means,
      List<LocalLinearMeans> fits,
      List<DriftLandscape> drifts) {
    List<Column> columns = new ArrayList<>();
    int[] rows = rows(count, means);
    for (int a = 0; a < axes.length; a++) {
      columns.add(
          Column.of(
              axes.length == 1 ? "r" : String.valueOf((char) ('a' + a)),
              request.coordinates().get(a).unit(),
              only(rows, sums.places(a))));
    }
    columns.add(Column.counts("count", only(rows, count)));
    for (int f = 0; f < means.size(); f++) {
      CoordinateInfo observed = request.observed().get(f);
      ConditionalMeans own = means.get(f);
      columns.add(Column.of(observed.name(), observed.unit(), only(rows, own.mean())));
      columns.add(Column.of(observed.name() + "_err", observed.unit(), only(rows, own.error())));
      if (!fits.isEmpty()) {
        double[] shift = only(rows, fits.get(f).shift());
        columns.add(Column.of(observed.name() + "_bias", observed.unit(), shift));
      }
    }
    for (int f = 0; f < drifts.size(); f++) {
      String name = request.observed().get(f).name() + "_landscape";
      String unit = DriftLandscape.unit(request, f);
      columns.add(Column.of(name, unit, drifts.get(f).values()));
      columns.add(Column.of(name + "_err", unit, drifts.get(f).errors()));
    }
    return new Table(ConditionalAverageStep.TYPE, columns);
  }

  /** All cells; in space, where most are empty, those with a sample or a mean. */
  private int[] rows(double[] count, List<ConditionalMeans> means) {
    return IntStream.range(0, count.length)
        .filter(
            k ->
                axes.length < 3
                    || count[k] > 0
                    || means.stream().anyMatch(m -> !Double.isNaN(m.mean()[k])))
        .toArray();
  }

  private static double[] only(int[] rows, double[] column) {
    return IntStream.of(rows).mapToDouble(k -> column[k]).toArray();
  }

  private String headline(GridSums sums, List<ConditionalMeans> means) {
    StringBuilder text = new StringBuilder();
    for (int f = 0; f < means.size(); f++) {
      CoordinateInfo observed = request.observed().get(f);
      double[] mean = means.get(f).mean();
      int low = -1;
      int high = -1;
      for (int k = 0; k < mean.length; k++) {
        // an error says that there is enough to speak of
        if (!Double.isNaN(means.get(f).error()[k])) {
          low = low < 0 || mean[k] < mean[low] ? k : low;
          high = high < 0 || mean[k] > mean[high] ? k : high;
        }
      }
      text.append(f == 0 ? "" : " ").append("⟨").append(observed.name()).append("; ");
      text.append(names(", ")).append("⟩ ");
      if (low < 0) {
        text.append("has too few independent samples anywhere to have an error.");
      } else {
        text.append("goes from ").append(at(sums, means.get(f), low, observed));
        text.append(" to ").append(at(sums, means.get(f), high, observed)).append('.');
      }
    }
    return text.toString();
  }

  /** Where the drift leads. */
  private String lowest(GridSums sums, List<DriftLandscape> drifts) {
    StringBuilder text = new StringBuilder();
    for (int f = 0; f < drifts.size(); f++) {
      double[] values = drifts.get(f).values();
      for (int k = 0; k < values.length; k++) {
        if (values[k] == 0) {
          CoordinateInfo info = request.coordinates().get(0);
          text.append(" The drift landscape of ").append(request.observed().get(f).name());
          text.append(", which is no free energy, is lowest at ").append(info.name());
          text.append(" = ").append(Places.in(info, sums.centres(0)[k])).append('.');
          break;
        }
      }
    }
    return text.toString();
  }

  private String at(GridSums sums, ConditionalMeans means, int cell, CoordinateInfo observed) {
    StringBuilder text =
        new StringBuilder(Words.withError(means.mean()[cell], means.error()[cell]));
    text.append(observed.unit().isEmpty() ? "" : " " + observed.unit()).append(" at ");
    for (int a = 0; a < axes.length; a++) {
      CoordinateInfo info = request.coordinates().get(a);
      text.append(a == 0 ? "" : ", ").append(info.name()).append(" = ");
      text.append(Places.in(info, sums.centres(a)[sums.bin(cell, a)]));
    }
    return text.toString();
  }

  private String names(String between) {
    return String.join(between, request.coordinates().stream().map(CoordinateInfo::name).toList());
  }

  private Map<String, Object> fields(GridSums sums, List<ConditionalMeans> means) {
    List<Object> observables = new ArrayList<>();
    double[] all = sums.quantity(CellAccumulator.WEIGHT);
    for (int f = 0; f < means.size(); f++) {
      CoordinateInfo observed = request.observed().get(f);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", observed.name());
      entry.put("periodic", observed.period().isPresent());
      double weight = 0;
      double sum = 0;
      double[] w = sums.quantity(CellAccumulator.observed(f) + CellAccumulator.OBSERVED_WEIGHT);
      double[] s = sums.quantity(CellAccumulator.observed(f) + CellAccumulator.OBSERVED_SUM);
      for (int k = 0; k < w.length; k++) {
        // cells without weights of their own count by their populations
        double factor = overview.biasAlong() ? (w[k] > 0 ? all[k] / w[k] : 0) : 1;
        weight += factor * w[k];
        sum += factor * s[k];
      }
      if (observed.period().isEmpty()) {
        entry.put("mean", new Quantity(sum / weight, Double.NaN, observed.unit()));
      }
      observables.add(entry);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("observables", observables);
    fields.put("means", weighting(sums));
    return fields;
  }

  /** Whether frames at given values were weighed, and why. */
  private String weighting(GridSums sums) {
    int at = sums.cells() * sums.quantities();
    double count = sums.total()[at + CellAccumulator.COUNT];
    if (sums.total()[at + CellAccumulator.WEIGHT] == count) {
      return "unweighted, since every frame weighs the same";
    }
    return overview.biasAlong()
        ? "unweighted, since the bias is a function of the coordinates, so that frames at given values"
            + " of them weigh the same"
        : "weighted, since frames at given values of the coordinates do not weigh the same";
  }

  private List<String> warnings(GridSums sums, CellAccumulator accumulator) {
    List<String> warnings = new ArrayList<>();
    if (accumulator.undefined() > 0) {
      warnings.add(
          "'"
              + request.name()
              + "' does not exist in "
              + accumulator.undefined()
              + " frames, which are left out; look at those frames' geometry");
    }
    double whole =
        Arrays.stream(
                sums.quantity(
                    overview.biasAlong() ? CellAccumulator.COUNT : CellAccumulator.WEIGHT))
            .sum();
    for (int f = 0; f < request.observed().size(); f++) {
      double own =
          Arrays.stream(
                  sums.quantity(CellAccumulator.observed(f) + CellAccumulator.OBSERVED_WEIGHT))
              .sum();
      if (own < whole * (1 - 1e-9)) {
        warnings.add(
            "'"
                + request.observed().get(f).name()
                + "' does not exist in "
                + Words.number(100 * (1 - own / whole), 2)
                + " % of the samples, which its averages leave out; look at those frames' geometry");
      }
    }
    return warnings;
  }
}
