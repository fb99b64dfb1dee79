package org.chikei.landscape.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;

/**
 * The parameters {@code bins} and {@code range}, which every step on a grid takes: one value for
 * one coordinate, a list for several.
 *
 * @param bins the number of bins of each coordinate; 0 where it is to be chosen from the data
 * @param ranges the range of each coordinate; null where it is to be found from the data
 */
public record BinParameters(int[] bins, double[][] ranges) {
  private static final int LARGEST = 20_000;

  public static ParameterDeclaration binsDeclaration(int coordinates) {
    ParameterType number = new ParameterType.Whole(2, LARGEST);
    return ParameterDeclaration.optional(
        "bins",
        ParameterType.OneOf.of(number, new ParameterType.ListOf(number, 1, coordinates)),
        "",
        "number of bins of each coordinate: exactly so with a range or a period, otherwise the number"
            + " aimed at; default: chosen from the data");
  }

  public static ParameterDeclaration rangeDeclaration(int coordinates) {
    ParameterType end = ParameterType.Real.ANY;
    ParameterType pair = new ParameterType.ListOf(end, 2, 2);
    return ParameterDeclaration.optional(
        "range",
        ParameterType.OneOf.of(pair, new ParameterType.ListOf(pair, 1, coordinates)),
        "CV",
        "lower and upper end of each coordinate; samples outside are left out; default: as far as the"
            + " data go, or the whole period");
  }

  /**
   * Reads the parameters of a step.
   *
   * @param request what the job says
   * @return bins and ranges, one entry a coordinate
   * @throws ParameterException if their number or order does not fit
   */
  public static BinParameters of(StepRequest request) throws ParameterException {
    int count = request.coordinates().size();
    int[] bins = new int[count];
    Optional<Object> given = request.parameters().value("bins");
    if (given.isPresent()) {
      List<?> list = given.get() instanceof List<?> several ? several : List.of(given.get());
      checkOneEach("bins", "number", list.size(), count);
      for (int a = 0; a < count; a++) {
        bins[a] = Math.toIntExact(((Number) list.get(a)).longValue());
      }
    }
    double[][] ranges = new double[count][];
    given = request.parameters().value("range");
    if (given.isPresent()) {
      List<?> list = (List<?>) given.get();
      List<?> pairs = list.get(0) instanceof List<?> ? list : List.of(list);
      checkOneEach("range", "pair", pairs.size(), count);
      for (int a = 0; a < count; a++) {
        ranges[a] = range((List<?>) pairs.get(a), request, a);
      }
    }
    return new BinParameters(bins, ranges);
  }

  /**
   * Refuses a grid that cannot be held.
   *
   * @param usual the number of bins of a coordinate where the job gives none
   * @param most the largest number of cells
   * @throws ParameterException if there are more
   */
  public void checkCells(int usual, int most) throws ParameterException {
    long cells = 1;
    for (int count : bins) {
      cells *= count == 0 ? usual : count;
    }
    if (cells > most) {
      throw new ParameterException(
          "bins",
          cells + " cells are more than can be held; use fewer bins: at most " + most + " cells");
    }
  }

  /**
   * Chooses the axes once the data have been looked at.
   *
   * @param request what the job says
   * @param overview what is known of the data
   * @param usual the number of bins where the job gives none; 0 for as many as the data carry
   * @return one axis a coordinate
   */
  public BinAxis[] axes(StepRequest request, DataOverview overview, int usual) {
    SampleBlock pilot = overview.pilot();
    BinAxis[] axes = new BinAxis[bins.length];
    for (int a = 0; a < axes.length; a++) {
      double[] values = Arrays.copyOfRange(pilot.values(a), pilot.from(), pilot.to());
      axes[a] =
          BinAxis.choose(
              request.coordinates().get(a),
              bins[a] == 0 ? usual : bins[a],
              ranges[a],
              values,
              overview.frames());
    }
    return axes;
  }

  /**
   * The same under a kernel.
   *
   * @param request what the job says
   * @param overview what is known of the data
   * @param usual the number of bins where the job gives none; 0 for as many as the data carry
   * @param bandwidth the bandwidths; null for those that the data will tell
   * @return one axis a coordinate
   * @throws StepFailure if a bandwidth is too narrow for its range
   */
  public PointAxis[] pointAxes(
      StepRequest request, DataOverview overview, int usual, double[] bandwidth)
      throws StepFailure {
    BinAxis[] axes = axes(request, overview, usual);
    PointAxis[] points = new PointAxis[axes.length];
    for (int a = 0; a < axes.length; a++) {
      points[a] =
          PointAxis.of(
              axes[a],
              bandwidth == null ? 0 : bandwidth[a],
              axes.length,
              request.coordinates().get(a));
    }
    return points;
  }

  private static double[] range(List<?> pair, StepRequest request, int a)
      throws ParameterException {
    double low = ((Number) pair.get(0)).doubleValue();
    double high = ((Number) pair.get(1)).doubleValue();
    if (!(low < high)) {
      throw new ParameterException(
          "range", "from " + low + " to " + high + "; the lower end comes first");
    }
    Optional<Period> period = request.coordinates().get(a).period();
    if (period.isPresent() && high - low > period.get().length() * (1 + 1e-9)) {
      throw new ParameterException(
          "range",
          "from "
              + low
              + " to "
              + high
              + " is longer than the period of '"
              + request.coordinates().get(a).name()
              + "', "
              + period.get().length());
    }
    return new double[] {low, high};
  }

  /** Refuses a list that has not as many elements as there are coordinates. */
  public static void checkOneEach(String key, String element, int given, int coordinates)
      throws ParameterException {
    if (given != coordinates) {
      throw new ParameterException(
          key,
          given
              + " "
              + element
              + (given == 1 ? "" : "s")
              + " for "
              + (coordinates == 1 ? "one coordinate" : coordinates + " coordinates")
              + "; one each is needed");
    }
  }
}
