package org.chikei.landscape.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.chikei.landscape.error.FreeEnergyErrors;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.CellBlocks;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.PointAxis;
import org.chikei.landscape.kernel.FineGrid;
import org.chikei.landscape.kernel.KernelDensity;
import org.chikei.landscape.kernel.KernelWords;
import org.chikei.landscape.landmark.LandmarkExhibits;
import org.chikei.landscape.words.Places;

/** Collects the samples of a free energy and turns them into a result. */
final class FreeEnergyCollector implements Collector {
  private final StepRequest request;
  private final DataOverview overview;
  private final BinAxis[] axes;

  /** The points under a kernel; null where samples are counted in bins. */
  private final PointAxis[] points;

  private final double[] bandwidth;

  /** Places in the basins that the path of least free energy joins; null for the deepest two. */
  private final double[][] path;

  /** Of a free energy in bins. */
  FreeEnergyCollector(StepRequest request, DataOverview overview, BinAxis[] axes, double[][] path) {
    this(request, overview, axes, null, null, path);
  }

  /** Of a free energy under a kernel, whose bandwidths the data tell if they are null. */
  FreeEnergyCollector(
      StepRequest request,
      DataOverview overview,
      PointAxis[] points,
      double[] bandwidth,
      double[][] path) {
    this(
        request,
        overview,
        Arrays.stream(points).map(PointAxis::cells).toArray(BinAxis[]::new),
        points,
        bandwidth,
        path);
  }

  private FreeEnergyCollector(
      StepRequest request,
      DataOverview overview,
      BinAxis[] axes,
      PointAxis[] points,
      double[] bandwidth,
      double[][] path) {
    this.request = request;
    this.overview = overview;
    this.axes = axes;
    this.points = points;
    this.bandwidth = bandwidth;
    this.path = path;
  }

  @Override
  public Accumulator accumulator() {
    return new CellAccumulator(axes, CellBlocks.baseLength(overview));
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    CellAccumulator accumulator = (CellAccumulator) all;
    accumulator.close();
    FineGrid fine = points == null ? null : new FineGrid(points, accumulator);
    GridSums bins =
        fine != null
            ? fine.bins()
            : GridSums.of(accumulator.binning(), accumulator.sums())
                .joined(context.windows(), q -> false);
    double[] count = bins.quantity(CellAccumulator.COUNT);
    if (!(Arrays.stream(bins.quantity(CellAccumulator.WEIGHT)).sum() > 0)) {
      throw new NoSampleFailure(
          "no sample of '"
              + request.name()
              + "' lies in its range; leave the range out to see where the samples are");
    }
    KernelWords words =
        fine == null ? null : new KernelWords(request.coordinates(), fine, bandwidth);
    KernelDensity kernel =
        fine == null ? null : KernelDensity.of(fine, bandwidth, context.windows());
    GridSums sums = kernel == null ? bins : kernel.sums();
    double[] weight = sums.quantity(CellAccumulator.WEIGHT);
    double total = Arrays.stream(weight).sum();
    if (!(total > 0)) {
      throw new NoSampleFailure(
          "no point of '"
              + request.name()
              + "' has samples within a bandwidth of it; count them in bins, or give a bandwidth");
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
        kernel == null
            ? FreeEnergyErrors.of(
                sums, CellAccumulator.COUNT, CellAccumulator.WEIGHT, overview.kT())
            : Arrays.stream(kernel.errors()).map(e -> overview.kT() * e).toArray();
    Table table = table(sums, count, rho, g, error);
    Map<String, Object> fields = fields(sums, accumulator);
    List<String> warnings = warnings(accumulator);
    String how = "";
    if (kernel != null) {
      double[] bias = Arrays.stream(kernel.shift()).map(s -> -overview.kT() * s).toArray();
      table = withBias(table, count, g, bias);
      fields.put("estimator", words.fields(FreeEnergyStep.KERNEL, kernel.bandwidth()));
      fields.put("ends", words.ends(kernel.ends()));
      warnings.addAll(words.warnings("G", kernel.bandwidth(), kernel.shifted()));
      how =
          " Fitted by a straight line around each point under a Gaussian kernel of bandwidth "
              + words.widths(kernel.bandwidth())
              + ".";
    }
    List<Table> tables = new ArrayList<>(List.of(table));
    FreeEnergyLandmarks landmarks = null;
    if (axes.length > 1) {
      boolean[] circle = new boolean[axes.length];
      for (int a = 0; a < circle.length; a++) {
        circle[a] = isCircle(sums, a);
      }
      landmarks = new FreeEnergyLandmarks(request.coordinates(), overview, sums, circle, g, path);
      landmarks.addTo(fields, tables, warnings);
    }
    return new StepResult(
        FreeEnergyStep.TYPE,
        request.name(),
        request.coordinates().stream().map(CoordinateInfo::name).toList(),
        headline(sums, g),
        fields,
        tables,
        exhibits(sums, g, error, weight, how, landmarks),
        warnings);
  }

  private boolean hasRow(double[] count, double[] g, int cell) {
    // in space most cells are empty: they are left out
    return axes.length < 3 || (points == null ? count[cell] > 0 : !Double.isNaN(g[cell]));
  }

  private Table withBias(Table table, double[] count, double[] g, double[] bias) {
    List<Column> columns = new ArrayList<>(table.columns());
    int[] rows = IntStream.range(0, g.length).filter(k -> hasRow(count, g, k)).toArray();
    columns.add(Column.of("G_bias", Places.energyUnit(overview.reducedUnits()), only(rows, bias)));
    return new Table(FreeEnergyStep.TYPE, columns);
  }

  private Table table(GridSums sums, double[] count, double[] rho, double[] g, double[] error) {
    List<Column> columns = new ArrayList<>();
    int dimensions = axes.length;
    StringBuilder unit = new StringBuilder();
    int[] rows = IntStream.range(0, g.length).filter(k -> hasRow(count, g, k)).toArray();
    for (int a = 0; a < dimensions; a++) {
      CoordinateInfo info = request.coordinates().get(a);
      String name = dimensions == 1 ? "r" : String.valueOf((char) ('a' + a));
      columns.add(Column.of(name, info.unit(), only(rows, sums.places(a))));
      unit.append(info.unit().isEmpty() ? "" : (unit.isEmpty() ? "1/" : "/") + info.unit());
    }
    String energy = Places.energyUnit(overview.reducedUnits());
    columns.add(Column.counts("count", only(rows, count)));
    columns.add(Column.of("rho", unit.toString(), only(rows, rho)));
    columns.add(Column.of("G", energy, only(rows, g)));
    columns.add(Column.of("G_err", energy, only(rows, error)));
    return new Table(FreeEnergyStep.TYPE, columns);
  }

  private static double[] only(int[] rows, double[] column) {
    return IntStream.of(rows).mapToDouble(k -> column[k]).toArray();
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
      text.append(a == 0 ? "" : ", ").append(info.name()).append(" = ");
      text.append(Places.in(info, sums.centres(a)[sums.bin(best, a)]));
    }
    text.append("; ").append(visited).append(" of ").append(g.length);
    if (points != null) {
      return text.append(" points have samples within a bandwidth.").toString();
    }
    return text.append(axes.length == 1 ? " bins" : " cells").append(" were visited.").toString();
  }

  private String names() {
    return String.join(
        axes.length == 3 ? ", " : " and ",
        request.coordinates().stream().map(CoordinateInfo::name).toList());
  }

  /** Whether the last bin or point of a coordinate borders on its first. */
  private boolean isCircle(GridSums sums, int a) {
    int split = points == null ? 1 : points[a].split();
    return axes[a].kind() == BinAxis.Kind.CIRCLE
        && sums.centres(a).length * split == axes[a].count();
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
      axis.put("periodic", isCircle(sums, a));
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

  private List<Exhibit> exhibits(
      GridSums sums,
      double[] g,
      double[] error,
      double[] weight,
      String how,
      FreeEnergyLandmarks landmarks) {
    String energy = Places.energyUnit(overview.reducedUnits());
    CoordinateInfo first = request.coordinates().get(0);
    if (axes.length == 1) {
      return List.of(
          new Exhibit.Curves(
              "Free energy along " + first.name(),
              "G = −kT ln ρ, zero at its minimum; the band is one standard error of G measured from its"
                  + " mean."
                  + how,
              Axis.of(first.name(), first.unit()),
              energy.isEmpty()
                  ? Axis.of("G", energy)
                  : Axis.of("G", energy).alsoIn("kT", overview.kT()),
              List.of(new Exhibit.Curve("G", sums.centres(0), g, error, false))));
    }
    List<Exhibit> exhibits = new ArrayList<>();
    for (int a = 0; a < axes.length; a++) {
      for (int b = a + 1; b < axes.length; b++) {
        exhibits.add(map(sums, weight, a, b, energy, how).with(landmarks.layers(a, b)));
      }
    }
    exhibits.addAll(landmarks.exhibits());
    return exhibits;
  }

  /** G of two of the coordinates, whatever a third may be. */
  private Exhibit.Field map(
      GridSums sums, double[] weight, int a, int b, String energy, String how) {
    double[][] values = new double[sums.shape()[a]][sums.shape()[b]];
    for (int cell = 0; cell < weight.length; cell++) {
      values[sums.bin(cell, a)][sums.bin(cell, b)] += weight[cell];
    }
    double most = 0;
    for (double[] row : values) {
      for (double value : row) {
        most = Math.max(most, value);
      }
    }
    for (double[] row : values) {
      for (int k = 0; k < row.length; k++) {
        row[k] = row[k] > 0 ? overview.kT() * Math.log(most / row[k]) : Double.NaN;
      }
    }
    CoordinateInfo first = request.coordinates().get(a);
    CoordinateInfo second = request.coordinates().get(b);
    return new Exhibit.Field(
        "Free energy of " + first.name() + " and " + second.name(),
        "G = −kT ln ρ, zero at its minimum; "
            + (points == null
                ? "cells that were never visited are"
                : "what has no sample within about a bandwidth is")
            + " left blank."
            + how
            + " "
            + LandmarkExhibits.LEGEND
            + (axes.length == 3
                ? " All are found on the three coordinates together, and seen here along the third;"
                    + " names of those behind each other stand side by side."
                : ""),
        Axis.of(first.name(), first.unit()),
        Axis.of(second.name(), second.unit()),
        sums.centres(a),
        sums.centres(b),
        values,
        energy);
  }

  private List<String> warnings(CellAccumulator accumulator) {
    List<String> warnings = new ArrayList<>();
    if (accumulator.undefined() > 0) {
      warnings.add(
          "'"
              + request.name()
              + "' does not exist in "
              + accumulator.undefined()
              + " frames, which are left out; look at those frames' geometry");
    }
    return warnings;
  }
}
