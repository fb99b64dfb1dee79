package org.chikei.landscape.landmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.result.Column;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.Table;
import org.chikei.landscape.landmark.Landmarks.Landmark;
import org.chikei.landscape.landmark.Landmarks.Saddle;
import org.chikei.landscape.words.Places;

/**
 * The basins, saddles and the path of least free energy of several coordinates, with numbers: all
 * read at places found on G, off G and off Vm where there is one.
 */
public final class LandmarkResult {
  private final List<CoordinateInfo> coordinates;
  private final Landmarks landmarks;
  private final CellLandscape g;
  private final CellLandscape vm;
  private final CellLandscape difference;
  private final BasinPopulations populations;
  private final double kT;
  private final PathMetric metric;
  private final MinimumPath.Path path;
  private final int from;
  private final int to;
  private final List<String> warnings = new ArrayList<>();

  /**
   * Finds the path.
   *
   * @param coordinates the coordinates
   * @param landmarks basins and saddles of G
   * @param populations how often the basins were visited
   * @param g the free energy
   * @param vm the potential of mean force on the same pieces; null where there is none
   * @param kT the thermal energy
   * @param metric what makes lengths
   * @param ends places in the two basins that the path joins; null for the two deepest
   */
  public LandmarkResult(
      List<CoordinateInfo> coordinates,
      Landmarks landmarks,
      BasinPopulations populations,
      CellLandscape g,
      CellLandscape vm,
      double kT,
      PathMetric metric,
      double[][] ends) {
    this.coordinates = coordinates;
    this.landmarks = landmarks;
    this.populations = populations;
    this.g = g;
    this.vm = vm;
    this.difference = vm == null ? null : vm.minus(g);
    this.kT = kT;
    this.metric = metric;
    from = ends == null ? 0 : landmarks.basinAt(ends[0]);
    to = ends == null ? 1 : landmarks.basinAt(ends[1]);
    boolean any = from >= 0 && to >= 0 && from != to && landmarks.minima().size() > 1;
    path = any ? new MinimumPath(landmarks, kT, metric.matrix()).between(from, to) : null;
    if (ends != null && !any) {
      warnings.add(
          "there is no path between the places given: "
              + (from < 0 || to < 0
                  ? "one of them lies where no basin was sampled"
                  : "both lie in basin " + landmarks.minima().get(from).label())
              + "; choose them by the table of basins");
    } else if (any && path == null) {
      warnings.add(
          "no path leads from basin "
              + landmarks.minima().get(from).label()
              + " to basin "
              + landmarks.minima().get(to).label()
              + " over cells that are sampled well enough, and what is said of one against the other"
              + " rests on how often each was visited; sample what lies between, or use fewer bins");
    }
  }

  public List<String> warnings() {
    return warnings;
  }

  Landmarks landmarks() {
    return landmarks;
  }

  /** The path; null where there is none. */
  public MinimumPath.Path path() {
    return path;
  }

  Landmark start() {
    return landmarks.minima().get(from);
  }

  Landmark end() {
    return landmarks.minima().get(to);
  }

  PathMetric metric() {
    return metric;
  }

  boolean hasVm() {
    return vm != null;
  }

  /** Where a landmark is, by coordinate. */
  List<Quantity> place(Landmark at) {
    double[] r = landmarks.grid().values(at.place());
    List<Quantity> place = new ArrayList<>();
    for (int a = 0; a < r.length; a++) {
      place.add(new Quantity(r[a], Double.NaN, coordinates.get(a).unit()));
    }
    return place;
  }

  /** G of one landmark above another. */
  Quantity g(Landmark low, Landmark high) {
    return rise(g, low.fit(), high.fit());
  }

  /** Vm of one landmark above another. */
  Quantity vm(Landmark low, Landmark high) {
    return rise(vm, low.fit(), high.fit());
  }

  /** Vm − G of one landmark above another, with its own error. */
  Quantity difference(Landmark low, Landmark high) {
    return rise(difference, low.fit(), high.fit());
  }

  private Quantity rise(CellLandscape of, FittedSurface.Fit low, FittedSurface.Fit high) {
    if (of == null) {
      return new Quantity(Double.NaN, Double.NaN, g.unit());
    }
    if (low == high) {
      return new Quantity(0, 0, of.unit());
    }
    int[] piece = landmarks.grid().piece();
    boolean joined = of == g || piece[low.cells()[0]] == piece[high.cells()[0]];
    return joined
        ? new Quantity(of.at(high) - of.at(low), of.error(low, high), of.unit())
        : new Quantity(Double.NaN, Double.NaN, of.unit());
  }

  /** The unit of energies as it follows the name of one. */
  String inEnergyUnit() {
    return g.unit().isEmpty() ? "" : " / " + g.unit();
  }

  /** The part of all samples in range that a basin has. */
  Quantity population(int basin) {
    return populations.population(basin);
  }

  /** The free energy of the reaction from the deepest basin to another. */
  Quantity reaction(int basin) {
    return populations.reaction(basin, kT, g.unit());
  }

  /** The profiles along the path, measured from its beginning. */
  public Table table(String suffix) {
    int count = path.places().length;
    List<CellLandscape> all = vm == null ? List.of(g) : List.of(g, vm, difference);
    List<String> names = List.of("G", "Vm", "dVG");
    double[][] place = new double[coordinates.size()][count];
    double[][] values = new double[2 * all.size()][count];
    FittedSurface.Fit first = start().fit();
    for (int n = 0; n < count; n++) {
      double[] r = landmarks.grid().values(path.places()[n]);
      for (int a = 0; a < r.length; a++) {
        place[a][n] = r[a];
      }
      FittedSurface.Fit fit = landmarks.surface().at(path.places()[n]);
      for (int c = 0; c < all.size(); c++) {
        Quantity rise =
            fit == null
                ? new Quantity(Double.NaN, Double.NaN, "")
                : n == 0 ? new Quantity(0, 0, "") : rise(all.get(c), first, fit);
        values[2 * c][n] = rise.value();
        values[2 * c + 1][n] = rise.error();
      }
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("s", metric.unit(), path.lengths()));
    for (int a = 0; a < place.length; a++) {
      columns.add(Column.of(Places.letter(a), coordinates.get(a).unit(), place[a]));
    }
    for (int c = 0; c < all.size(); c++) {
      columns.add(Column.of(names.get(c), all.get(c).unit(), values[2 * c]));
      columns.add(Column.of(names.get(c) + "_err", all.get(c).unit(), values[2 * c + 1]));
    }
    return new Table(suffix, columns);
  }

  /** Puts everything where a program reads it. */
  public void addTo(Map<String, Object> fields, Table profile) {
    List<Object> basins = new ArrayList<>();
    Landmark deepest = landmarks.minima().get(0);
    for (int b = 0; b < landmarks.minima().size(); b++) {
      Landmark minimum = landmarks.minima().get(b);
      Map<String, Object> basin = landmark(minimum);
      basin.put("population", population(b));
      basin.put("reaction", reaction(b));
      basin.put("G", g(deepest, minimum));
      if (vm != null) {
        basin.put("Vm", vm(deepest, minimum));
        basin.put("difference", difference(deepest, minimum));
      }
      basins.add(basin);
    }
    fields.put("basins", basins);
    List<Object> saddles = new ArrayList<>();
    for (Saddle saddle : landmarks.saddles()) {
      Map<String, Object> map = landmark(saddle.at());
      List<Object> barriers = new ArrayList<>();
      for (int side : new int[] {saddle.from(), saddle.to()}) {
        Landmark minimum = landmarks.minima().get(side);
        Map<String, Object> barrier = new LinkedHashMap<>();
        barrier.put("from", minimum.label());
        barrier.put("G", g(minimum, saddle.at()));
        if (vm != null) {
          barrier.put("Vm", vm(minimum, saddle.at()));
          barrier.put("difference", difference(minimum, saddle.at()));
        }
        barriers.add(barrier);
      }
      map.put("barriers", barriers);
      saddles.add(map);
    }
    fields.put("saddles", saddles);
    if (profile != null) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("from", start().label());
      map.put("to", end().label());
      map.put("metric", metric.words());
      double[] s = profile.column("s").values();
      map.put("length", new Quantity(s[s.length - 1], Double.NaN, metric.unit()));
      for (Column column : profile.columns()) {
        map.put(column.name(), Arrays.stream(column.values()).boxed().toList());
      }
      fields.put("path", map);
    }
  }

  private Map<String, Object> landmark(Landmark at) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", at.label());
    map.put("at", place(at));
    return map;
  }
}
