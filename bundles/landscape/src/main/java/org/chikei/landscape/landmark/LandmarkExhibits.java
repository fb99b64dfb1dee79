package org.chikei.landscape.landmark;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.Table;
import org.chikei.landscape.landmark.Landmarks.Landmark;
import org.chikei.landscape.landmark.Landmarks.Saddle;
import org.chikei.landscape.words.Places;

/** What a report shows of basins, saddles and the path of least free energy. */
public final class LandmarkExhibits {
  /** How to read names and path on a map. */
  public static final String LEGEND =
      "A, B …: minima, the deepest first; AB: the saddle between A and B, AB2 a higher one elsewhere;"
          + " line: the path of least free energy.";

  /** How to read names on a slice through three coordinates. */
  public static final String SLICE_LEGEND =
      "A, B …: minima of G, the deepest first; AB: the saddle between A and B, AB2 a higher one"
          + " elsewhere; in brackets: more than a bin off the slice.";

  private final List<CoordinateInfo> coordinates;
  private final LandmarkResult result;
  private final double kT;

  public LandmarkExhibits(List<CoordinateInfo> coordinates, LandmarkResult result, double kT) {
    this.coordinates = coordinates;
    this.result = result;
    this.kT = kT;
  }

  /** The path and the names, to lie over a map of two of the coordinates. */
  public List<MapLayer> layers(int a, int b) {
    List<MapLayer> layers = new ArrayList<>();
    CellGrid grid = result.landmarks().grid();
    if (result.path() != null) {
      layers.add(line(grid, result.path().places(), a, b, MapLayer.LineKind.PATH));
    }
    List<MapLayer.Place> saddles = new ArrayList<>();
    for (Saddle saddle : result.landmarks().saddles()) {
      add(saddles, place(saddle.at(), a, b, true, MapLayer.PlaceKind.SADDLE), a, b);
    }
    List<MapLayer.Place> minima = new ArrayList<>();
    for (Landmark minimum : result.landmarks().minima()) {
      add(minima, place(minimum, a, b, true, MapLayer.PlaceKind.MINIMUM), a, b);
    }
    layers.addAll(saddles);
    layers.addAll(minima);
    return layers;
  }

  /** Adds a name, or adds it to that of a place in front of or behind which it lies. */
  private void add(List<MapLayer.Place> places, MapLayer.Place place, int a, int b) {
    double[] widths = result.landmarks().grid().widths();
    for (int k = 0; k < places.size(); k++) {
      MapLayer.Place other = places.get(k);
      if (Math.abs(other.x() - place.x()) < widths[a]
          && Math.abs(other.y() - place.y()) < widths[b]) {
        String both = other.label() + ", " + place.label();
        places.set(k, new MapLayer.Place(both, other.x(), other.y(), other.kind()));
        return;
      }
    }
    places.add(place);
  }

  /**
   * The names, to lie over a slice of three coordinates.
   *
   * @param a the coordinate to the right
   * @param b the coordinate upwards
   * @param bin the bin of the third in which the slice lies
   */
  public List<MapLayer> names(int a, int b, int bin) {
    List<MapLayer> layers = new ArrayList<>();
    for (Saddle saddle : result.landmarks().saddles()) {
      boolean near = isNear(saddle.at(), 3 - a - b, bin);
      layers.add(place(saddle.at(), a, b, near, MapLayer.PlaceKind.SADDLE));
    }
    for (Landmark minimum : result.landmarks().minima()) {
      boolean near = isNear(minimum, 3 - a - b, bin);
      layers.add(place(minimum, a, b, near, MapLayer.PlaceKind.MINIMUM));
    }
    return layers;
  }

  private boolean isNear(Landmark at, int third, int bin) {
    double[] slice = at.place().clone();
    slice[third] = bin;
    double[] image = result.landmarks().grid().nearest(at.place(), slice);
    return Math.abs(image[third] - bin) <= 1;
  }

  private MapLayer.Place place(Landmark at, int a, int b, boolean near, MapLayer.PlaceKind kind) {
    double[] r = result.landmarks().grid().values(at.place());
    return new MapLayer.Place(near ? at.label() : "(" + at.label() + ")", r[a], r[b], kind);
  }

  /** A line over a map, broken where it leaves the map on one side and enters on the other. */
  public static MapLayer.Line line(
      CellGrid grid, double[][] places, int a, int b, MapLayer.LineKind kind) {
    List<double[]> points = new ArrayList<>();
    double[] before = null;
    for (double[] place : places) {
      double[] r = grid.values(place);
      boolean jumps = false;
      for (int c = 0; before != null && c < r.length; c++) {
        jumps |= Math.abs(r[c] - before[c]) > 0.5 * grid.shape()[c] * grid.widths()[c];
      }
      if (jumps) {
        points.add(new double[] {Double.NaN, Double.NaN});
      }
      points.add(new double[] {r[a], r[b]});
      before = r;
    }
    return new MapLayer.Line(
        points.stream().mapToDouble(r -> r[0]).toArray(),
        points.stream().mapToDouble(r -> r[1]).toArray(),
        kind);
  }

  /** The tables of basins and saddles. */
  public List<Exhibit> tables() {
    List<Exhibit> tables = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    Landmark deepest = result.landmarks().minima().get(0);
    for (int b = 0; b < result.landmarks().minima().size(); b++) {
      Landmark minimum = result.landmarks().minima().get(b);
      List<Object> row = new ArrayList<>();
      row.add(minimum.label());
      row.addAll(places(minimum));
      row.add(result.population(b));
      row.add(result.reaction(b));
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
    List<String> places = new ArrayList<>();
    for (Quantity place : result.place(at)) {
      places.add(Places.in(coordinates.get(places.size()), place.value()));
    }
    return places;
  }

  /** The profiles along the path. */
  public Exhibit profile(Table table) {
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
    CellGrid grid = result.landmarks().grid();
    for (int n = 0; n < result.path().places().length; n++) {
      double[] place = result.path().places()[n];
      double[] image = grid.nearest(landmark.place(), place);
      double distance = CellGrid.distance(image, place);
      if (distance < nearest) {
        nearest = distance;
        at = result.path().lengths()[n];
      }
    }
    return at;
  }
}
