package org.chikei.landscape.average;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.kernel.ConditionalMeans;
import org.chikei.landscape.kernel.LocalLinearMeans;

/** What a report shows of averages along one to three coordinates. */
final class ConditionalAverageExhibits {
  private final StepRequest request;
  private final boolean local;
  private final GridSums bins;
  private final List<ConditionalMeans> means;
  private final List<LocalLinearMeans> fits;

  /**
   * Prepares what is shown.
   *
   * @param request what the job says
   * @param bins the samples by bin
   * @param means the means, one an observed coordinate
   * @param fits the local fits that they come from; empty where they are means over bins
   */
  ConditionalAverageExhibits(
      StepRequest request,
      GridSums bins,
      List<ConditionalMeans> means,
      List<LocalLinearMeans> fits) {
    this.request = request;
    this.local = !fits.isEmpty();
    this.bins = bins;
    this.means = means;
    this.fits = fits;
  }

  List<Exhibit> all(List<DriftLandscape> drifts) {
    List<Exhibit> exhibits = new ArrayList<>();
    int dimensions = request.coordinates().size();
    for (int f = 0; f < means.size(); f++) {
      if (dimensions == 1) {
        exhibits.add(curve(f));
      }
      for (int a = 0; a < dimensions; a++) {
        for (int b = a + 1; b < dimensions; b++) {
          exhibits.add(dimensions == 2 ? map(f) : projection(f, a, b));
        }
      }
    }
    for (int f = 0; f < drifts.size(); f++) {
      exhibits.add(drift(f, drifts.get(f)));
    }
    return exhibits;
  }

  private Axis axis(int a) {
    CoordinateInfo info = request.coordinates().get(a);
    return Axis.of(info.name(), info.unit());
  }

  private String title(int f, int... along) {
    List<String> names = new ArrayList<>();
    for (int a : along) {
      names.add(request.coordinates().get(a).name());
    }
    return "⟨" + request.observed().get(f).name() + "; " + String.join(", ", names) + "⟩";
  }

  private Exhibit curve(int f) {
    CoordinateInfo observed = request.observed().get(f);
    String title = title(f, 0);
    return new Exhibit.Curves(
        title,
        "The mean of "
            + observed.name()
            + (local
                ? " by a straight line fitted at each point under a Gaussian kernel"
                : " among the frames in each bin")
            + "; the band is one standard error."
            + (observed.period().isPresent() ? " A mean direction on the circle." : ""),
        axis(0),
        Axis.of(observed.name(), observed.unit()),
        List.of(
            new Exhibit.Curve(
                title, bins.centres(0), means.get(f).mean(), means.get(f).error(), false)));
  }

  private Exhibit map(int f) {
    CoordinateInfo observed = request.observed().get(f);
    int width = bins.shape()[1];
    double[][] values = new double[bins.shape()[0]][];
    for (int i = 0; i < values.length; i++) {
      values[i] = Arrays.copyOfRange(means.get(f).mean(), i * width, (i + 1) * width);
    }
    return field(
        title(f, 0, 1),
        "The mean of "
            + observed.name()
            + (local
                ? " by a plane fitted at each point under a Gaussian kernel; what has no sample"
                    + " within about a bandwidth is blank."
                : " in each cell; cells without samples are blank."),
        0,
        1,
        values,
        observed.unit());
  }

  /**
   * The mean along two of three coordinates: that of the cells, weighted with their populations.
   */
  private Exhibit projection(int f, int a, int b) {
    CoordinateInfo observed = request.observed().get(f);
    int third = 3 - a - b;
    return field(
        title(f, a, b),
        "The mean of "
            + observed.name()
            + (local
                ? " by local fits along all three coordinates, averaged over "
                : " in each cell of all three coordinates, averaged over ")
            + request.coordinates().get(third).name()
            + " with the cells' populations; what was not visited is blank.",
        a,
        b,
        averaged(f, a, b),
        observed.unit());
  }

  private double[][] averaged(int f, int a, int b) {
    GridSums sums = local ? fits.get(f).sums() : bins;
    int first = CellAccumulator.observed(local ? 0 : f);
    double[] population = bins.quantity(CellAccumulator.WEIGHT);
    double[] weight = sums.quantity(first + CellAccumulator.OBSERVED_WEIGHT);
    double[] sum = sums.quantity(first + CellAccumulator.OBSERVED_SUM);
    double[] sine = sums.quantity(first + CellAccumulator.OBSERVED_SINE);
    double[][] x = new double[bins.shape()[a]][bins.shape()[b]];
    double[][] y = new double[x.length][bins.shape()[b]];
    double[][] whole = new double[x.length][bins.shape()[b]];
    for (int cell = 0; cell < weight.length; cell++) {
      if (weight[cell] > 0) {
        int i = bins.bin(cell, a);
        int j = bins.bin(cell, b);
        double factor = population[cell] / weight[cell];
        x[i][j] += factor * sum[cell];
        y[i][j] += factor * sine[cell];
        whole[i][j] += population[cell];
      }
    }
    Period period = request.observed().get(f).period().orElse(null);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        double mean =
            period == null
                ? x[i][j] / whole[i][j]
                : ConditionalMeans.turn(x[i][j], y[i][j], period.length(), period.minimum());
        x[i][j] = whole[i][j] > 0 ? mean : Double.NaN;
      }
    }
    return x;
  }

  private Exhibit.Field field(
      String title, String caption, int a, int b, double[][] values, String unit) {
    return new Exhibit.Field(
        title, caption, axis(a), axis(b), bins.centres(a), bins.centres(b), values, unit);
  }

  private Exhibit drift(int f, DriftLandscape drift) {
    String name = request.observed().get(f).name();
    String along = request.coordinates().get(0).name();
    return new Exhibit.Curves(
        "Drift landscape of " + along + ", −∫⟨" + name + "; " + along + "⟩ dr",
        "Where it is low the mean drift leads. It is no free energy and no potential of mean force:"
            + " a system of first order has no velocity. The band is one standard error.",
        axis(0),
        Axis.of("drift landscape", DriftLandscape.unit(request, f)),
        List.of(
            new Exhibit.Curve(
                "drift landscape", bins.centres(0), drift.values(), drift.errors(), false)));
  }
}
