package org.chikei.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.Table;

/**
 * Basins, saddles and the path of least free energy on the cells of a flow that are sampled well
 * enough, with G and Vm at each, and the stream lines of v.
 */
final class FlowPlane {
  static final String PATH = "flow-path";

  /** v is known from zero where its two components are so at 1 %: χ² of two degrees of freedom. */
  private static final double KNOWN = 9.21;

  private final GridSums sums;
  private final PlaneGrid grid;
  private final Flow flow;
  private final PlaneResult result;
  private final PlaneExhibits exhibits;
  private final Table profile;

  FlowPlane(
      FlowSettings settings, DataOverview overview, GridSums sums, FlowGrid cells, Flow flow) {
    this.sums = sums;
    this.flow = flow;
    int[] piece = new int[sums.cells()];
    Arrays.setAll(piece, cells.region()::piece);
    boolean[] circle = new boolean[2];
    for (int a = 0; a < 2; a++) {
      circle[a] = cells.axes()[a].kind() == BinAxis.Kind.CIRCLE;
    }
    grid =
        new PlaneGrid(
            sums.shape(),
            new double[] {sums.centres(0)[0], sums.centres(1)[0]},
            new double[] {sums.width(0), sums.width(1)},
            circle,
            piece,
            cells.independent());
    boolean energies = settings.mass() == null;
    boolean reduced = overview.reducedUnits();
    String unit = energies ? Places.energyUnit(reduced) : "";
    PlaneLandscape vm = flow.potential(unit);
    PlaneLandscape g = vm.minus(flow.difference(unit)).called("G", Places.energyUnit(reduced));
    double kT = overview.kT();
    Landmarks landmarks = new Landmarks(grid, g, kT, settings.minimumSamples());
    PathMetric metric = PathMetric.ofMass(flow.mass(), energies, reduced);
    result = new PlaneResult(settings.coordinates(), landmarks, g, vm, kT, metric, settings.path());
    exhibits = new PlaneExhibits(settings.coordinates(), result, kT);
    profile = result.path() == null ? null : result.table(PATH);
  }

  void addTo(Map<String, Object> fields, List<Table> tables, List<String> warnings) {
    result.addTo(fields, sums, FlowLayout.WEIGHT, profile);
    if (profile != null) {
      tables.add(profile);
    }
    warnings.addAll(result.warnings());
  }

  /** The path and the names, to lie over a map. */
  List<MapLayer> landmarks() {
    return exhibits.layers();
  }

  /** The profile along the path, if there is one. */
  List<Exhibit> profile() {
    return profile == null ? List.of() : List.of(exhibits.profile(profile));
  }

  /** The tables of basins and saddles. */
  List<Exhibit> tables() {
    return exhibits.tables(sums, FlowLayout.WEIGHT);
  }

  /** The stream lines of v where it is known from zero. */
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
      lines.add(PlaneExhibits.line(grid, line, MapLayer.LineKind.STREAM));
    }
    return lines;
  }
}
