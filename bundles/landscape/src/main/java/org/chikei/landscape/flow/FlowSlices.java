package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.MapLayer;
import org.chikei.landscape.landmark.LandmarkExhibits;
import org.chikei.landscape.words.Places;

/**
 * What a report shows of a flow of three coordinates: the slices through the cell with most samples
 * in which one coordinate after another keeps its value.
 */
final class FlowSlices {
  /** In standard errors. */
  private static final double SURE = 2;

  private final FlowSettings settings;
  private final String energy;
  private final FlowGrid grid;
  private final Flow flow;
  private final double[] g;
  private final double[] weight;
  private final FlowLandmarks landmarks;
  private final int through;

  /**
   * Prepares slices.
   *
   * @param settings what the job says
   * @param energy the unit of energies
   * @param grid the cells
   * @param flow the flow; null where none is known
   * @param g the free energy by cell
   * @param weight the population of each cell
   * @param landmarks basins and saddles; null where there is no flow
   */
  FlowSlices(
      FlowSettings settings,
      String energy,
      FlowGrid grid,
      Flow flow,
      double[] g,
      double[] weight,
      FlowLandmarks landmarks) {
    this.settings = settings;
    this.energy = energy;
    this.grid = grid;
    this.flow = flow;
    this.g = g;
    this.weight = weight;
    this.landmarks = landmarks;
    int most = 0;
    for (int cell = 0; cell < weight.length; cell++) {
      most = weight[cell] > weight[most] ? cell : most;
    }
    through = most;
  }

  List<Exhibit> all() {
    List<Exhibit> exhibits = new ArrayList<>();
    for (int a = 0; a < 3; a++) {
      for (int b = a + 1; b < 3; b++) {
        add(a, b, exhibits);
      }
    }
    return exhibits;
  }

  private void add(int a, int b, List<Exhibit> exhibits) {
    CoordinateInfo third = settings.coordinates().get(3 - a - b);
    String at = third.name() + " = " + Places.in(third, grid.place(through, 3 - a - b));
    String where = " The slice through the cell with most samples, " + at + ".";
    if (flow == null) {
      exhibits.add(
          map(
              "Free energy G at " + at,
              "G = −kT ln ρ, zero at its minimum." + where,
              a,
              b,
              g,
              energy));
      return;
    }
    double[] vm = flow.fromMinimum(flow.names().vm());
    boolean alike = settings.mass() == null;
    String unit = alike ? energy : "";
    FlowRegion region = grid.region();
    List<MapLayer> names = landmarks.names(a, b, region.bin(through, 3 - a - b));
    Exhibit.Field free =
        map(
                "Free energy G at " + at,
                "G = −kT ln ρ, zero at its minimum"
                    + (alike ? ", on the scale of Vm." : ".")
                    + where
                    + " "
                    + LandmarkExhibits.SLICE_LEGEND,
                a,
                b,
                g,
                energy)
            .with(names);
    List<MapLayer> layers = new ArrayList<>();
    layers.add(
        new MapLayer.Arrows(
            rows(a, b, flow.curve(flow.names().flow(a))),
            rows(a, b, flow.curve(flow.names().flow(b))),
            rows(a, b, weight)));
    layers.addAll(names);
    Exhibit.Field mean =
        map(
                "Potential of mean force Vm and flow v at " + at,
                "f = −M*⁻¹∇Vm + v, Vm zero at its minimum; cells with too few independent samples are left"
                    + " blank. Arrows are the two components of v that lie in the slice, means over"
                    + " neighbouring cells weighted with ρ; names are those of G."
                    + where,
                a,
                b,
                vm,
                unit)
            .with(layers);
    double[] ends = FlowExhibits.ends(free.values(), mean.values());
    exhibits.add(alike ? free.onScale(ends[0], ends[1]) : free);
    exhibits.add(alike ? mean.onScale(ends[0], ends[1]) : mean);
    if (alike) {
      int difference = flow.names().difference();
      exhibits.add(
          map(
                  "Vm − G at " + at,
                  "Measured from its mean over all samples of each piece; hatched where it is within two"
                      + " standard errors of zero."
                      + where,
                  a,
                  b,
                  flow.curve(difference),
                  energy)
              .with(List.of(new MapLayer.Doubt(rows(a, b, flow.error(difference)), SURE))));
    }
  }

  private Exhibit.Field map(
      String title, String caption, int a, int b, double[] values, String unit) {
    CoordinateInfo first = settings.coordinates().get(a);
    CoordinateInfo second = settings.coordinates().get(b);
    return new Exhibit.Field(
        title,
        caption,
        Axis.of(first.name(), first.unit()),
        Axis.of(second.name(), second.unit()),
        grid.centres()[a],
        grid.centres()[b],
        rows(a, b, values),
        unit);
  }

  /** What lies in the slice of two coordinates. */
  private double[][] rows(int a, int b, double[] values) {
    FlowRegion region = grid.region();
    double[][] rows = new double[grid.centres()[a].length][grid.centres()[b].length];
    for (double[] row : rows) {
      Arrays.fill(row, Double.NaN);
    }
    int third = 3 - a - b;
    for (int cell = 0; cell < values.length; cell++) {
      if (region.bin(cell, third) == region.bin(through, third)) {
        rows[region.bin(cell, a)][region.bin(cell, b)] = values[cell];
      }
    }
    return rows;
  }
}
