package org.chikei.landscape.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.Table;
import org.chikei.landscape.error.IndependentSamples;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.landmark.BasinPopulations;
import org.chikei.landscape.landmark.CellGrid;
import org.chikei.landscape.landmark.CellLandscape;
import org.chikei.landscape.landmark.LandmarkExhibits;
import org.chikei.landscape.landmark.LandmarkResult;
import org.chikei.landscape.landmark.Landmarks;
import org.chikei.landscape.landmark.PathMetric;
import org.chikei.landscape.words.Places;

/**
 * Basins, saddles and the path of least free energy of two or three coordinates, from their
 * density.
 */
final class FreeEnergyLandmarks {
  static final String PATH = "path";
  private static final double MINIMUM_SAMPLES = 8;

  private final LandmarkResult result;
  private final LandmarkExhibits exhibits;
  private final Table profile;

  /**
   * Finds them.
   *
   * @param coordinates the coordinates
   * @param overview what is known of the data
   * @param sums the sums by block
   * @param circle whether each coordinate closes
   * @param g the free energy by cell
   * @param ends places in the two basins that the path joins; null for the two deepest
   */
  FreeEnergyLandmarks(
      List<CoordinateInfo> coordinates,
      DataOverview overview,
      GridSums sums,
      boolean[] circle,
      double[] g,
      double[][] ends) {
    int weight = CellAccumulator.WEIGHT;
    double[] independent = IndependentSamples.byCell(sums, CellAccumulator.COUNT, weight);
    int[] piece = Arrays.stream(g).mapToInt(value -> Double.isFinite(value) ? 0 : -1).toArray();
    CellGrid grid = CellGrid.of(sums, circle, piece, independent);
    double kT = overview.kT();
    CellLandscape landscape =
        CellLandscape.ofDensity(
            sums, weight, g, independent, kT, Places.energyUnit(overview.reducedUnits()));
    PathMetric metric = PathMetric.ofSpread(coordinates, grid, sums.quantity(weight));
    Landmarks landmarks = new Landmarks(grid, landscape, kT, MINIMUM_SAMPLES);
    BasinPopulations populations = new BasinPopulations(landmarks.basins(), sums, weight);
    result =
        new LandmarkResult(coordinates, landmarks, populations, landscape, null, kT, metric, ends);
    exhibits = new LandmarkExhibits(coordinates, result, kT);
    profile = result.path() == null ? null : result.table(PATH);
  }

  void addTo(Map<String, Object> fields, List<Table> tables, List<String> warnings) {
    result.addTo(fields, profile);
    if (profile != null) {
      tables.add(profile);
    }
    warnings.addAll(result.warnings());
  }

  /** The path and the names, to lie over a map of two of the coordinates. */
  List<MapLayer> layers(int a, int b) {
    return exhibits.layers(a, b);
  }

  /** The profile along the path and the tables. */
  List<Exhibit> exhibits() {
    List<Exhibit> all = new ArrayList<>();
    if (profile != null) {
      all.add(exhibits.profile(profile));
    }
    all.addAll(exhibits.tables());
    return all;
  }
}
