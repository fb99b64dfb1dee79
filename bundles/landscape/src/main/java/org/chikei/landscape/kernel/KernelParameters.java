package org.chikei.landscape.kernel;

import java.util.List;
import java.util.Optional;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.text.Words;
import org.chikei.landscape.grid.BinParameters;

/**
 * The parameters {@code estimator} and {@code bandwidth}: whether a step counts in bins or fits
 * locally under a kernel, and how wide the kernel is.
 *
 * @param local whether fits are local
 * @param bandwidth the standard deviation of the Gaussian kernel along each coordinate, in its
 *     unit; null where it is chosen from the data
 */
public record KernelParameters(boolean local, double[] bandwidth) {
  /** No kernel. */
  public static final KernelParameters NONE = new KernelParameters(false, null);

  private static final String ESTIMATOR = "estimator";
  private static final String BANDWIDTH = "bandwidth";
  private static final String BINS = "bins";

  /** Of a circle a bandwidth is at most this part, so that a kernel never meets itself. */
  static final double LARGEST_OF_TURN = 1.0 / 12;

  /**
   * Declares the estimator.
   *
   * @param word what the local one is called
   * @param what what both do
   */
  public static ParameterDeclaration estimatorDeclaration(String word, String what) {
    return ParameterDeclaration.optional(
        ESTIMATOR, ParameterType.Choice.of(BINS, word), BINS, "", what);
  }

  public static ParameterDeclaration bandwidthDeclaration(int coordinates) {
    ParameterType width = ParameterType.Real.POSITIVE;
    return ParameterDeclaration.optional(
        BANDWIDTH,
        ParameterType.OneOf.of(width, new ParameterType.ListOf(width, 1, coordinates)),
        "CV",
        "standard deviation of the Gaussian kernel along each coordinate; default: chosen by"
            + " cross-validation over stretches of the run, and narrower than is best on the whole, so that"
            + " what smoothing shifts stays below the standard error");
  }

  /**
   * Reads the parameters of a step.
   *
   * @param request what the job says
   * @return the parameters
   * @throws ParameterException if they do not go together
   */
  public static KernelParameters of(StepRequest request) throws ParameterException {
    boolean local =
        request.parameters().has(ESTIMATOR) && !request.parameters().text(ESTIMATOR).equals(BINS);
    Optional<Object> given = request.parameters().value(BANDWIDTH);
    if (given.isEmpty()) {
      return new KernelParameters(local, null);
    }
    if (!local) {
      throw new ParameterException(
          BANDWIDTH, "bins have no bandwidth; choose another estimator or leave it out");
    }
    List<?> list = given.get() instanceof List<?> several ? several : List.of(given.get());
    int count = request.coordinates().size();
    BinParameters.checkOneEach(BANDWIDTH, "number", list.size(), count);
    double[] bandwidth = new double[count];
    for (int a = 0; a < count; a++) {
      bandwidth[a] = ((Number) list.get(a)).doubleValue();
      CoordinateInfo info = request.coordinates().get(a);
      Optional<Period> period = info.period();
      if (period.isPresent() && bandwidth[a] > period.get().length() * LARGEST_OF_TURN) {
        throw new ParameterException(
            BANDWIDTH,
            bandwidth[a]
                + " is more than a twelfth of the period of '"
                + info.name()
                + "', "
                + Words.number(period.get().length(), 4)
                + "; a kernel would meet itself");
      }
    }
    return new KernelParameters(true, bandwidth);
  }
}
