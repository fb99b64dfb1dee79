package org.chikei.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.NoSampleFailure;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Column;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;

/** Collects the samples of a free energy and turns them into a result. */
final class FreeEnergyCollector implements Collector {
  private final StepRequest request;
  private final DataOverview overview;
  private final BinAxis[] axes;

  FreeEnergyCollector(StepRequest request, DataOverview overview, BinAxis[] axes) {
    this.request = request;
    this.overview = overview;
    this.axes = axes;
  }

  @Override
  public Accumulator accumulator() {
    return new CellAccumulator(axes, CellBlocks.baseLength(overview));
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    CellAccumulator accumulator = (CellAccumulator) all;
    accumulator.close();
    GridSums sums =
        GridSums.of(accumulator.binning(), accumulator.sums())
            .joined(context.windows(), q -> false);
    double[] count = sums.quantity(CellAccumulator.COUNT);
    double[] weight = sums.quantity(CellAccumulator.WEIGHT);
    double total = Arrays.stream(weight).sum();
    if (!(total > 0)) {
      throw new NoSampleFailure(
          "no sample of '"
              + request.name()
              + "' lies in its range; leave the range out to see where the samples are");
    }
    double volume = 1;
    for (int a = 0; a < axes.length; a++) {
      volume *= sums.width(a);
    }
    double[] rho = new double[count.length];
    double[] g = new double[count.length];
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < count.length; k++) {
      boolean empty = !(weight[k] > 0);
      rho[k] = empty ? Double.NaN : weight[k] / (total * volume);
      g[k] = empty ? Double.NaN : -overview.kT() * Math.log(rho[k]);
      lowest = empty ? lowest : Math.min(lowest, g[k]);
    }
    for (int k = 0; k < g.length; k++) {
      g[k] -= lowest;
    }
    double[] error =
        FreeEnergyErrors.of(sums, CellAccumulator.COUNT, CellAccumulator.WEIGHT, overview.kT());
    Table table = table(sums, count, rho, g, error);
    return new StepResult(
        FreeEnergyStep.TYPE,
        request.name(),
        request.coordinates().stream().map(CoordinateInfo::name).toList(),
        headline(sums, g),
        fields(sums, accumulator),
        List.of(table),
        exhibits(sums, table),
        warnings(accumulator));
  }

  private Table table(GridSums sums, double[] count, double[] rho, double[] g, double[] error) {
    List<Column> columns = new ArrayList<>();
    int dimensions = axes.length;
    StringBuilder unit = new StringBuilder();
    for (int a = 0; a < dimensions; a++) {
      CoordinateInfo info = request.coordinates().get(a);
      double[] place = new double[count.length];
      for (int k = 0; k < place.length; k++) {
        int bin = a == dimensions - 1 ? k % sums.shape()[a] : k / sums.shape()[1];
        place[k] = sums.centres(a)[bin];
      }
      columns.add(Column.of(dimensions == 1 ? "r" : a == 0 ? "a" : "b", info.unit(), place));
      unit.append(info.unit().isEmpty() ? "" : (unit.isEmpty() ? "1/" : "/") + info.unit());
    }
    String energy = Places.energyUnit(overview.reducedUnits());
    columns.add(Column.counts("count", count));
    columns.add(Column.of("rho", unit.toString(), rho));
    columns.add(Column.of("G", energy, g));
    columns.add(Column.of("G_err", energy, error));
    return new Table(FreeEnergyStep.TYPE, columns);
  }

  private String headline(GridSums sums, double[] g) {
    int best = 0;
    int visited = 0;
    for (int k = 0; k < g.length; k++) {
      visited += Double.isNaN(g[k]) ? 0 : 1;
      best = Double.isNaN(g[best]) || g[k] < g[best] ? k : best;
    }
    StringBuilder text = new StringBuilder("G of ").append(names()).append(" is lowest at ");
    for (int a = 0; a < axes.length; a++) {
      CoordinateInfo info = request.coordinates().get(a);
      int bin = a == axes.length - 1 ? best % sums.shape()[a] : best / sums.shape()[1];
      text.append(a == 0 ? "" : ", ").append(info.name()).append(" = ");
      text.append(Places.in(info, sums.centres(a)[bin]));
    }
    text.append("; ").append(visited).append(" of ").append(g.length);
    return text.append(axes.length == 1 ? " bins" : " cells").append(" were visited.").toString();
  }

  private String names() {
    return String.join(" and ", request.coordinates().stream().map(CoordinateInfo::name).toList());
  }

  private Map<String, Object> fields(GridSums sums, CellAccumulator accumulator) {
    List<Object> bins = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (int a = 0; a < axes.length; a++) {
      Map<String, Object> axis = new LinkedHashMap<>();
      double[] centres = sums.centres(a);
      axis.put("count", centres.length);
      axis.put("width", sums.width(a));
      axis.put("from", centres[0] - sums.width(a) / 2);
      axis.put("to", centres[centres.length - 1] + sums.width(a) / 2);
      axis.put("periodic", axes[a].kind() == BinAxis.Kind.CIRCLE);
      bins.add(axis);
      if (axes[a].period() == 0) {
        Map<String, Object> moments = new LinkedHashMap<>();
        String unit = request.coordinates().get(a).unit();
        moments.put("coordinate", request.coordinates().get(a).name());
        moments.put("mean", new Quantity(accumulator.moments(a).mean(), Double.NaN, unit));
        moments.put(
            "standard_deviation",
            new Quantity(accumulator.moments(a).deviation(), Double.NaN, unit));
        values.add(moments);
      }
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("bins", axes.length == 1 ? bins.get(0) : bins);
    fields.put("values", values);
    return fields;
  }

  private List<Exhibit> exhibits(GridSums sums, Table table) {
    String energy = Places.energyUnit(overview.reducedUnits());
    double[] g = table.column("G").values();
    CoordinateInfo first = request.coordinates().get(0);
    Axis x = Axis.of(first.name(), first.unit());
    if (axes.length == 1) {
      return List.of(
          new Exhibit.Curves(
              "Free energy along " + first.name(),
              "G = −kT ln ρ, zero at its minimum; the band is one standard error of G measured from its"
                  + " mean.",
              x,
              energy.isEmpty()
                  ? Axis.of("G", energy)
                  : Axis.of("G", energy).alsoIn("kT", overview.kT()),
              List.of(
                  new Exhibit.Curve(
                      "G", sums.centres(0), g, table.column("G_err").values(), false))));
    }
    CoordinateInfo second = request.coordinates().get(1);
    double[][] values = new double[sums.shape()[0]][];
    for (int i = 0; i < values.length; i++) {
      values[i] = Arrays.copyOfRange(g, i * sums.shape()[1], (i + 1) * sums.shape()[1]);
    }
    return List.of(
        new Exhibit.Field(
            "Free energy of " + names(),
            "G = −kT ln ρ, zero at its minimum; cells that were never visited are left blank.",
            x,
            Axis.of(second.name(), second.unit()),
            sums.centres(0),
            sums.centres(1),
            values,
            energy));
  }

  private List<String> warnings(CellAccumulator accumulator) {
    if (accumulator.undefined() == 0) {
      return List.of();
    }
    return List.of(
        "'"
            + request.name()
            + "' does not exist in "
            + accumulator.undefined()
            + " frames, which are left out; look at those frames' geometry");
  }
}
