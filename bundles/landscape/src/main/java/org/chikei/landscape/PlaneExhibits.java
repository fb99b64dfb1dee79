package org.chikei.landscape;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.Table;
import org.chikei.landscape.Landmarks.Landmark;
import org.chikei.landscape.Landmarks.Saddle;

/** What a report shows of basins, saddles and the path of least free energy. */
final class PlaneExhibits {
  /** How to read names and path on a map. */
  static final String LEGEND =
      "A, B …: minima, the deepest first; AB: the saddle between A and B, AB2 a higher one elsewhere;"
          + " line: the path of least free energy.";

  private final List<CoordinateInfo> coordinates;
  private final PlaneResult result;
  private final double kT;

  PlaneExhibits(List<CoordinateInfo> coordinates, PlaneResult result, double kT) {
    this.coordinates = coordinates;
    this.result = result;
    this.kT = kT;
  }

  /** The path and the names, to lie over a map. */
  List<MapLayer> layers() {
    List<MapLayer> layers = new ArrayList<>();
    PlaneGrid grid = result.landmarks().grid();
    if (result.path() != null) {
      layers.add(line(grid, result.path().places(), MapLayer.LineKind.PATH));
    }
    for (Saddle saddle : result.landmarks().saddles()) {
      layers.add(place(grid, saddle.at(), MapLayer.PlaceKind.SADDLE));
    }
    for (Landmark minimum : result.landmarks().minima()) {
      layers.add(place(grid, minimum, MapLayer.PlaceKind.MINIMUM));
    }
    return layers;
  }

  private static MapLayer place(PlaneGrid grid, Landmark at, MapLayer.PlaceKind kind) {
    double[] r = grid.values(at.place());
    return new MapLayer.Place(at.label(), r[0], r[1], kind);
  }

  /** A line over a map, broken where it leaves the map on one side and enters on the other. */
  static MapLayer.Line line(PlaneGrid grid, double[][] places, MapLayer.LineKind kind) {
    List<double[]> points = new ArrayList<>();
    double[] before = null;
    for (double[] place : places) {
      double[] r = grid.values(place);
      boolean jumps = false;
      for (int a = 0; before != null && a < 2; a++) {
        jumps |= Math.abs(r[a] - before[a]) > 0.5 * grid.shape()[a] * grid.widths()[a];
      }
      if (jumps) {
        points.add(new double[] {Double.NaN, Double.NaN});
      }
      points.add(r);
      before = r;
    }
    return new MapLayer.Line(
        points.stream().mapToDouble(r -> r[0]).toArray(),
        points.stream().mapToDouble(r -> r[1]).toArray(),
        kind);
  }

  /** The tables of basins and saddles. */
  List<Exhibit> tables(GridSums sums, int weight) {
    List<Exhibit> tables = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    Landmark deepest = result.landmarks().minima().get(0);
    for (int b = 0; b < result.landmarks().minima().size(); b++) {
      Landmark minimum = result.landmarks().minima().get(b);
      List<Object> row = new ArrayList<>();
      row.add(minimum.label());
      row.addAll(places(minimum));
      row.add(result.population(b, sums, weight));
      row.add(result.reaction(b, sums, weight));
      row.add(result.g(deepest, minimum));
      if (result.hasVm()) {
        row.add(result.vm(deepest, minimum));
        row.add(result.difference(deepest, minimum));
      }
      rows.add(row);
    }
    List<String> headers = new ArrayList<>(List.of("basin"));
    coordinates.forEach(coordinate -> headers.add(coordinate.name()));
    headers.add("population");
    headers.add("reaction free energy, of basins" + result.inEnergyUnit());
    headers.addAll(energies("G", "Vm"));
    tables.add(
        new Exhibit.Grid(
            result.hasVm()
                ? "Basins of G on the cells sampled well enough, measured from A"
                : "Basins of G, measured from A",
            headers,
            rows));
    if (!result.landmarks().saddles().isEmpty()) {
      tables.add(saddles());
    }
    return tables;
  }

  private Exhibit saddles() {
    List<List<Object>> rows = new ArrayList<>();
    for (Saddle saddle : result.landmarks().saddles()) {
      for (int side : new int[] {saddle.from(), saddle.to()}) {
        Landmark minimum = result.landmarks().minima().get(side);
        List<Object> row = new ArrayList<>();
        row.add(saddle.at().label());
        row.addAll(places(saddle.at()));
        row.add(minimum.label());
        row.add(result.g(minimum, saddle.at()));
        if (result.hasVm()) {
          row.add(result.vm(minimum, saddle.at()));
          row.add(result.difference(minimum, saddle.at()));
        }
        rows.add(row);
      }
    }
    List<String> headers = new ArrayList<>(List.of("saddle"));
    coordinates.forEach(coordinate -> headers.add(coordinate.name()));
    headers.add("seen from");
    headers.addAll(energies("barrier on G", "barrier on Vm"));
    return new Exhibit.Grid("Saddles of G", headers, rows);
  }

  private List<String> energies(String g, String vm) {
    List<String> names = result.hasVm() ? List.of(g, vm, "Vm − G") : List.of(g);
    return names.stream().map(name -> name + result.inEnergyUnit()).toList();
  }

  private List<String> places(Landmark at) {
    List<Quantity> place = result.place(at);
    return List.of(
        Places.in(coordinates.get(0), place.get(0).value()),
        Places.in(coordinates.get(1), place.get(1).value()));
  }

  /** The profiles along the path. */
  Exhibit profile(Table table) {
    double[] s = table.column("s").values();
    String unit = table.column("G").unit();
    List<Exhibit.Curve> curves = new ArrayList<>();
    for (String name : result.hasVm() ? List.of("G", "Vm", "dVG") : List.of("G")) {
      curves.add(
          new Exhibit.Curve(
              name.equals("dVG") ? "Vm − G" : name,
              s,
              table.column(name).values(),
              table.column(name + "_err").values(),
              name.equals("dVG")));
    }
    List<Exhibit.Mark> marks = new ArrayList<>();
    List<Landmark> known = new ArrayList<>(result.landmarks().minima());
    result.landmarks().saddles().forEach(saddle -> known.add(saddle.at()));
    for (Landmark landmark : known) {
      double at = along(landmark);
      if (!Double.isNaN(at)) {
        marks.add(new Exhibit.Mark(landmark.label(), at));
      }
    }
    Axis y = Axis.of(result.hasVm() ? "energy" : "G", unit);
    return new Exhibit.Curves(
        "Along the path of least free energy, "
            + result.start().label()
            + " to "
            + result.end().label(),
        "All measured from "
            + result.start().label()
            + ", with standard errors of the difference from there. The length along the path is"
            + " measured by "
            + result.metric().words()
            + "; points and values stand in the CSV file whose name ends in "
            + table.suffix()
            + ".",
        Axis.of("length along the path", result.metric().unit()),
        unit.isEmpty() ? y : y.alsoIn("kT", kT),
        curves,
        marks);
  }

  /** Where along the path a landmark is passed, NaN where it is more than a cell away. */
  private double along(Landmark landmark) {
    double nearest = 1;
    double at = Double.NaN;
    PlaneGrid grid = result.landmarks().grid();
    for (int n = 0; n < result.path().places().length; n++) {
      double[] place = result.path().places()[n];
      double[] image = grid.nearest(landmark.place(), place);
      double distance = Math.hypot(image[0] - place[0], image[1] - place[1]);
      if (distance < nearest) {
        nearest = distance;
        at = result.path().lengths()[n];
      }
    }
    return at;
  }
}
