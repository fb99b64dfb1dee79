package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.Table;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.landmark.LandmarkExhibits;
import org.chikei.landscape.words.Places;

/** What a report shows of a flow of two coordinates. */
final class FlowExhibits {
  /** In standard errors. */
  private static final double SURE = 2;

  private final FlowSettings settings;
  private final DataOverview overview;
  private final FlowGrid grid;
  private final Flow flow;
  private final Table table;
  private final FlowWords words;
  private final FlowLandmarks landmarks;

  FlowExhibits(
      FlowSettings settings,
      DataOverview overview,
      FlowGrid grid,
      Flow flow,
      Table table,
      FlowWords words,
      FlowLandmarks landmarks) {
    this.settings = settings;
    this.overview = overview;
    this.grid = grid;
    this.flow = flow;
    this.table = table;
    this.words = words;
    this.landmarks = landmarks;
  }

  List<Exhibit> all() {
    String energy = Places.energyUnit(overview.reducedUnits());
    double[][] g = rows("G");
    if (landmarks == null) {
      return List.of(map("Free energy G", "", g, energy));
    }
    List<Exhibit> exhibits = new ArrayList<>();
    double[][] vm = rows("Vm");
    double[] ends = ends(g, vm);
    boolean alike = settings.mass() == null;
    double low = alike ? ends[0] : Double.NaN;
    double high = alike ? ends[1] : Double.NaN;
    String unit = alike ? energy : "";
    exhibits.add(
        map(
                "Free energy G",
                "G = −kT ln ρ, zero at its minimum"
                    + (alike ? ", on the scale of Vm" : "")
                    + ". "
                    + LandmarkExhibits.LEGEND,
                g,
                energy)
            .onScale(low, high)
            .with(landmarks.layers()));
    exhibits.add(
        map(
                "Potential of mean force Vm",
                "The part of the mean force that has a potential, f = −M*⁻¹∇Vm + v, zero at its minimum;"
                    + " cells with too few independent samples are left blank. Names and path are those"
                    + " of G.",
                vm,
                unit)
            .onScale(low, high)
            .with(landmarks.layers()));
    if (alike) {
      exhibits.add(
          map(
                  "Vm − G",
                  "Measured from its mean over the samples of each piece; hatched where it is within two"
                      + " standard errors of zero.",
                  rows("dVG"),
                  energy)
              .with(List.of(new MapLayer.Doubt(rows("dVG_err"), SURE))));
    }
    exhibits.add(
        map(
                "Flow v over Vm, arrows",
                "The part of the mean force that has no potential, ∇·(ρv) = 0; arrows are means over"
                    + " neighbouring cells, weighted with ρ, and cut where they would be too long.",
                vm,
                unit)
            .with(List.of(new MapLayer.Arrows(rows("v_a"), rows("v_b"), rows("rho")))));
    List<MapLayer> lines = landmarks.streamLines();
    if (!lines.isEmpty()) {
      exhibits.add(
          map(
                  "Flow v over Vm, stream lines",
                  "Lines along v, evenly apart, where v is known from zero at 1 %; they end where it is"
                      + " not, and beside other lines.",
                  vm,
                  unit)
              .with(lines));
    }
    exhibits.addAll(landmarks.profile());
    exhibits.add(numbers(flow, words, settings, overview.reducedUnits()));
    exhibits.addAll(landmarks.tables());
    return exhibits;
  }

  private Exhibit.Field map(String title, String caption, double[][] values, String unit) {
    CoordinateInfo a = settings.coordinates().get(0);
    CoordinateInfo b = settings.coordinates().get(1);
    return new Exhibit.Field(
        title,
        caption,
        Axis.of(a.name(), a.unit()),
        Axis.of(b.name(), b.unit()),
        grid.centres()[0],
        grid.centres()[1],
        values,
        unit);
  }

  /** What a flow comes to, in numbers. */
  static Exhibit numbers(Flow flow, FlowWords words, FlowSettings settings, boolean reduced) {
    List<List<Object>> rows = new ArrayList<>();
    for (boolean identity : new boolean[] {false, true}) {
      FlowShare share = flow.share(identity);
      rows.add(
          List.of(
              "share of flow, M*" + (identity ? " = 1" : ""),
              new Quantity(share.value(), share.error(), "")));
    }
    rows.add(List.of("remaining divergence", flow.divergence()));
    rows.add(List.of("G − G_ching, rms / kT", words.rms()));
    rows.add(List.of("what noise alone makes of it / kT", words.rmsNoise()));
    int dimensions = flow.names().dimensions();
    for (int a = 0; a < dimensions; a++) {
      for (int b = a; b < dimensions; b++) {
        String unit = settings.massUnit(a, b, reduced);
        rows.add(
            List.of(
                "M* " + Places.letter(a) + Places.letter(b) + (unit.isEmpty() ? "" : " / " + unit),
                flow.mass()[SymmetricMatrix.place(dimensions, a, b)]));
      }
    }
    return new Exhibit.Grid("The flow in numbers", List.of("quantity", "value"), rows);
  }

  /** Both ends of two fields, as far as the second has values. */
  static double[] ends(double[][] first, double[][] second) {
    double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (double[][] field : List.of(first, second)) {
      for (double[] row : field) {
        for (double value : row) {
          ends[0] = value < ends[0] ? value : ends[0];
          ends[1] = value > ends[1] ? value : ends[1];
        }
      }
    }
    return ends;
  }

  private double[][] rows(String name) {
    double[] column = table.column(name).values();
    int n = grid.centres()[1].length;
    double[][] rows = new double[grid.centres()[0].length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(column, i * n, (i + 1) * n);
    }
    return rows;
  }
}
