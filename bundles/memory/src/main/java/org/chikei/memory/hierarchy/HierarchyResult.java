package org.chikei.memory.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.result.Column;
import org.chikei.api.result.Document;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;

/** A hierarchy in words, numbers and figures. */
final class HierarchyResult {
  private final StepRequest request;
  private final CoordinateInfo coordinate;
  private final DataOverview overview;
  private final Hierarchy hierarchy;
  private final Foretelling foretelling;
  private final double[] times;
  private final List<Spectrum> spectra = new ArrayList<>();

  HierarchyResult(
      StepRequest request,
      DataOverview overview,
      Hierarchy hierarchy,
      Foretelling foretelling,
      double[] times) {
    this.request = request;
    this.coordinate = request.coordinates().get(0);
    this.overview = overview;
    this.hierarchy = hierarchy;
    this.foretelling = foretelling;
    this.times = times;
    List<LevelSeries> series = hierarchy.levels().stream().map(Level::series).toList();
    int window = Spectrum.window(series);
    series.forEach(s -> spectra.add(Spectrum.of(s, hierarchy.step(), window)));
  }

  StepResult toResult() {
    HierarchyUnits units = new HierarchyUnits(overview.reducedUnits(), coordinate.unit());
    HierarchyWords words =
        new HierarchyWords(coordinate.name(), hierarchy, foretelling, units.afterTime());
    List<Map<String, Object>> levels = levels();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("levels", levels);
    fields.put("stopped", hierarchy.stopped());
    return new StepResult(
        HierarchyStep.TYPE,
        request.name(),
        List.of(coordinate.name()),
        words.headline(),
        fields,
        tables(units),
        List.of(new Document("hierarchy", fields)),
        new HierarchyExhibits(hierarchy, foretelling, spectra, units, coordinate).list(),
        words.warnings());
  }

  private List<Map<String, Object>> levels() {
    List<Map<String, Object>> levels = new ArrayList<>();
    for (Level level : hierarchy.levels()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("level", levels.size() + 1);
      fields.put("basins", level.basins().stream().map(this::basin).toList());
      fields.put("remaining_variance", level.remainingVariance());
      fields.put("folds", level.folded());
      if (level.hasPeaksOfItsOwn()) {
        fields.put("marginal_peaks", level.peaks().stream().map(this::basin).toList());
      }
      fields.put("variance", level.series().variance());
      fields.put("omega2", level.squaredFrequency());
      fields.put("delta2", level.remaining().variance() / level.series().variance());
      fields.put("window", 2 * level.derivative().stencil().half() * hierarchy.step());
      fields.put("noise", level.derivative().noise());
      fields.put("smoothed_away", level.derivative().bias());
      levels.add(fields);
    }
    return levels;
  }

  private Map<String, Object> basin(Basin basin) {
    Map<String, Object> fields = new LinkedHashMap<>();
    List<Double> at = new ArrayList<>();
    for (double place : basin.at()) {
      boolean first = at.isEmpty() && basin.at().length > 0;
      at.add(first ? coordinate.period().map(p -> p.wrap(place)).orElse(place) : place);
    }
    fields.put("at", at);
    fields.put("width", numbers(basin.width()));
    fields.put("resolution", numbers(basin.resolution()));
    fields.put("prominence_kT", Double.isInfinite(basin.prominence()) ? null : basin.prominence());
    fields.put("prominence_err", Double.isFinite(basin.error()) ? basin.error() : null);
    Stay stay = basin.stay();
    fields.put("population", stay.population());
    fields.put("dwell", finite(stay.mean()));
    fields.put("dwell_err", finite(stay.error()));
    fields.put("exits", Math.max(0, stay.exits()));
    fields.put("relaxation", stay.forgets() ? stay.relaxation() : null);
    fields.put("verdict", stay.verdict().word());
    return fields;
  }

  private static List<Double> numbers(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private List<Table> tables(HierarchyUnits units) {
    List<Table> tables = new ArrayList<>();
    tables.add(series(units));
    tables.add(foresight(units));
    tables.add(spectrum(units));
    tables.add(PeakTable.of(hierarchy.levels(), units));
    for (int k = 0; k < Math.min(2, hierarchy.levels().size()); k++) {
      tables.add(DensityTable.of(hierarchy.levels().get(k), k + 1, units));
    }
    return tables;
  }

  private Table series(HierarchyUnits units) {
    int[] starts = hierarchy.levels().get(0).series().starts();
    double[] segments = new double[times.length];
    for (int s = 0; s + 1 < starts.length; s++) {
      Arrays.fill(segments, starts[s], starts[s + 1], s);
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.counts("segment", segments));
    columns.add(Column.of("t", units.time(), times));
    for (int k = 0; k < hierarchy.levels().size(); k++) {
      columns.add(
          Column.of(
              "r" + (k + 1), units.level(k + 1), hierarchy.levels().get(k).series().values()));
    }
    return new Table("hierarchy", columns);
  }

  private Table foresight(HierarchyUnits units) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("t", units.time(), foretelling.times()));
    for (int k = 0; k < foretelling.errors().length; k++) {
      columns.add(Column.of("error_" + (k + 1), units.level(1), foretelling.errors()[k]));
      columns.add(
          Column.of("error_" + (k + 1) + "_err", units.level(1), foretelling.standardErrors()[k]));
    }
    return new Table("hierarchy-foretelling", columns);
  }

  private Table spectrum(HierarchyUnits units) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("omega", units.perTime(), spectra.get(0).frequencies()));
    for (int k = 0; k < spectra.size(); k++) {
      columns.add(Column.of("power_" + (k + 1), units.power(k + 1), spectra.get(k).power()));
      columns.add(
          Column.of("power_" + (k + 1) + "_err", units.power(k + 1), spectra.get(k).errors()));
    }
    return new Table("hierarchy-spectrum", columns);
  }
}
