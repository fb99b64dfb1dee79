package org.chikei.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Table;

/** Basins, saddles and the path of least free energy of two coordinates, from their density. */
final class FreeEnergyPlane {
  static final String PATH = "path";
  private static final double MINIMUM_SAMPLES = 8;

  private final GridSums sums;
  private final PlaneResult result;
  private final PlaneExhibits exhibits;
  private final Table profile;

  /**
   * Finds them.
   *
   * @param coordinates the two coordinates
   * @param overview what is known of the data
   * @param sums the sums by block
   * @param circle whether each coordinate closes
   * @param g the free energy by cell
   * @param ends places in the two basins that the path joins; null for the two deepest
   */
  FreeEnergyPlane(
      List<CoordinateInfo> coordinates,
      DataOverview overview,
      GridSums sums,
      boolean[] circle,
      double[] g,
      double[][] ends) {
    this.sums = sums;
    int weight = CellAccumulator.WEIGHT;
    double[] independent = IndependentSamples.byCell(sums, CellAccumulator.COUNT, weight);
    PlaneGrid grid = PlaneGrid.of(sums, circle, g, independent);
    double kT = overview.kT();
    PlaneLandscape landscape =
        PlaneLandscape.ofDensity(
            sums, weight, g, independent, kT, Places.energyUnit(overview.reducedUnits()));
    PathMetric metric =
        PathMetric.ofSpread(coordinates.get(0), coordinates.get(1), grid, sums.quantity(weight));
    Landmarks landmarks = new Landmarks(grid, landscape, kT, MINIMUM_SAMPLES);
    result = new PlaneResult(coordinates, landmarks, landscape, null, kT, metric, ends);
    exhibits = new PlaneExhibits(coordinates, result, kT);
    profile = result.path() == null ? null : result.table(PATH);
  }

  void addTo(Map<String, Object> fields, List<Table> tables, List<String> warnings) {
    result.addTo(fields, sums, CellAccumulator.WEIGHT, profile);
    if (profile != null) {
      tables.add(profile);
    }
    warnings.addAll(result.warnings());
  }

  /** The map with names and path, the profile along it, the tables. */
  List<Exhibit> exhibits(Exhibit.Field map) {
    List<Exhibit> all = new ArrayList<>();
    all.add(map.with(exhibits.layers()));
    if (profile != null) {
      all.add(exhibits.profile(profile));
    }
    all.addAll(exhibits.tables(sums, CellAccumulator.WEIGHT));
    return all;
  }
}
