package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.Table;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.landmark.BasinPopulations;
import org.chikei.landscape.landmark.CellGrid;
import org.chikei.landscape.landmark.CellLandscape;
import org.chikei.landscape.landmark.LandmarkExhibits;
import org.chikei.landscape.landmark.LandmarkResult;
import org.chikei.landscape.landmark.Landmarks;
import org.chikei.landscape.landmark.PathMetric;
import org.chikei.landscape.landmark.StreamLines;
import org.chikei.landscape.words.Places;

/**
 * Basins, saddles and the path of least free energy on the cells of a flow that are sampled well
 * enough, with G and Vm at each, and the stream lines of v.
 */
final class FlowLandmarks {
  static final String PATH = "flow-path";

  /** v is known from zero where its two components are so at 1 %: χ² of two degrees of freedom. */
  private static final double KNOWN = 9.21;

  private final CellGrid grid;
  private final Flow flow;
  private final LandmarkResult result;
  private final LandmarkExhibits exhibits;
  private final Table profile;

  FlowLandmarks(
      FlowSettings settings, DataOverview overview, GridSums sums, FlowGrid cells, Flow flow) {
    this.flow = flow;
    int[] piece = new int[sums.cells()];
    Arrays.setAll(piece, cells.region()::piece);
    boolean[] circle = new boolean[cells.dimensions()];
    for (int a = 0; a < circle.length; a++) {
      circle[a] = cells.axes()[a].kind() == BinAxis.Kind.CIRCLE;
    }
    grid = CellGrid.of(sums, circle, piece, cells.independent());
    boolean energies = settings.mass() == null;
    boolean reduced = overview.reducedUnits();
    String unit = energies ? Places.energyUnit(reduced) : "";
    CellLandscape vm = flow.potential(unit);
    CellLandscape g = vm.minus(flow.difference(unit)).called("G", Places.energyUnit(reduced));
    double kT = overview.kT();
    Landmarks landmarks = new Landmarks(grid, g, kT, settings.minimumSamples());
    PathMetric metric = PathMetric.ofMass(flow.mass(), energies, reduced);
    BasinPopulations populations =
        new BasinPopulations(landmarks.basins(), sums, FlowLayout.WEIGHT);
    result =
        new LandmarkResult(
            settings.coordinates(), landmarks, populations, g, vm, kT, metric, settings.path());
    exhibits = new LandmarkExhibits(settings.coordinates(), result, kT);
    profile = result.path() == null ? null : result.table(PATH);
  }

  void addTo(Map<String, Object> fields, List<Table> tables, List<String> warnings) {
    result.addTo(fields, profile);
    if (profile != null) {
      tables.add(profile);
    }
    warnings.addAll(result.warnings());
  }

  /** The path and the names, to lie over a map of two coordinates. */
  List<MapLayer> layers() {
    return exhibits.layers(0, 1);
  }

  /** The names, to lie over a slice of three: see {@link LandmarkExhibits#names}. */
  List<MapLayer> names(int a, int b, int bin) {
    return exhibits.names(a, b, bin);
  }

  /** The profile along the path, if there is one. */
  List<Exhibit> profile() {
    return profile == null ? List.of() : List.of(exhibits.profile(profile));
  }

  /** The tables of basins and saddles. */
  List<Exhibit> tables() {
    return exhibits.tables();
  }

  /** The stream lines of v of two coordinates where it is known from zero. */
  List<MapLayer> streamLines() {
    double[][] v = {flow.curve(flow.names().flow(0)), flow.curve(flow.names().flow(1))};
    boolean[] known = new boolean[grid.cells()];
    for (int cell = 0; cell < known.length; cell++) {
      double square = 0;
      for (int a = 0; a < 2; a++) {
        double ratio = v[a][cell] / flow.error(flow.names().flow(a))[cell];
        square += ratio * ratio;
      }
      known[cell] = grid.piece()[cell] >= 0 && square > KNOWN;
    }
    List<MapLayer> lines = new ArrayList<>();
    for (double[][] line : StreamLines.of(grid, v, known)) {
      lines.add(LandmarkExhibits.line(grid, line, 0, 1, MapLayer.LineKind.STREAM));
    }
    return lines;
  }
}
