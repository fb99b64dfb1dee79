package org.chikei.landscape.average;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.landscape.grid.BinParameters;
import org.chikei.landscape.kernel.KernelParameters;
import org.osgi.service.component.annotations.Component;

/**
 * The step {@code conditional-average}: the mean of other quantities where coordinates are known.
 */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + ConditionalAverageStep.TYPE,
      ServiceProperties.SUMMARY + "=" + ConditionalAverageStep.SUMMARY
    })
public final class ConditionalAverageStep implements AnalysisStep {
  static final String TYPE = "conditional-average";
  static final String SUMMARY = "mean of other quantities along one to three coordinates, <F; r>";
  static final String OBSERVABLES = "observables";
  static final String DRIFT = "drift-landscape";
  static final String LOCAL = "local-linear";

  /** Bins along each of three coordinates where the job does not say. */
  private static final int USUAL_IN_SPACE = 20;

  private static final int MOST_CELLS = 1_000_000;

  /** Under a kernel each block of the run reaches many points. */
  private static final int MOST_POINTS = 60_000;

  private static final Declaration DECLARATION =
      new Declaration(
          TYPE,
          SUMMARY,
          "The average of any other coordinates of the job among the frames in which the given ones have"
              + " a value: distances, angles, columns of a series (an energy, say) or expressions of them,"
              + " with standard errors that count correlated samples once. The mean of a periodic quantity"
              + " is the direction of its mean vector on the circle. In bins a mean is that over the bin, which"
              + " at a steep place is not that at its centre; the local-linear estimator fits a straight line"
              + " under a Gaussian kernel at every centre instead, on cells of at most half its bandwidth, around"
              + " a circle where the coordinate is one, and needs no care at the ends. <F>_bias is by how much a"
              + " kernel √2 times as wide shifts the mean, which is what this one does: it should stay below"
              + " <F>_err. Where frames have weights from a bias that is a function of the coordinates, the"
              + " frames at given values weigh the same and are averaged as they are. Of three coordinates the"
              + " table holds the cells that have a mean, and the report the means along each pair.",
          "<F; r> = <F delta(R - r)> / <delta(R - r)>",
          "S. Kawai, Ensemble 16(1), 2014, (7)",
          "- {step: conditional-average, of: phi, observables: [psi, cc], bins: 72}",
          List.of(
              ParameterDeclaration.required(
                  OBSERVABLES,
                  new ParameterType.Coordinates(1, 64),
                  "",
                  "the coordinates that are averaged, by name"),
              ParameterDeclaration.optional(
                  DRIFT,
                  new ParameterType.Flag(),
                  false,
                  "",
                  "whether minus the integral of each mean along one coordinate is made: a drift landscape,"
                      + " where the mean is that of the coordinate's drift in a system of first order"),
              BinParameters.binsDeclaration(3),
              BinParameters.rangeDeclaration(3),
              KernelParameters.estimatorDeclaration(
                  LOCAL, "the mean over each bin, or a local fit of a straight line at its centre"),
              KernelParameters.bandwidthDeclaration(3)));

  /** Makes the step. */
  public ConditionalAverageStep() {
    // stateless
  }

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public int minimumCoordinates() {
    return 1;
  }

  @Override
  public int maximumCoordinates() {
    return 3;
  }

  @Override
  public Analysis prepare(StepRequest request) throws ParameterException {
    if (request.parameters().flag(DRIFT)
        && (request.coordinates().size() > 1
            || request.coordinates().get(0).period().isPresent()
            || request.observed().stream().anyMatch(o -> o.period().isPresent()))) {
      throw new ParameterException(
          DRIFT,
          "a drift landscape is that of one coordinate, and neither it nor its drift has a period");
    }
    BinParameters bins = BinParameters.of(request);
    KernelParameters kernel = KernelParameters.of(request);
    bins.checkCells(USUAL_IN_SPACE, kernel.local() ? MOST_POINTS : MOST_CELLS);
    return new ConditionalAverageAnalysis(request, bins, kernel);
  }

  /** Conditional averages, prepared. */
  private record ConditionalAverageAnalysis(
      StepRequest request, BinParameters bins, KernelParameters kernel) implements Analysis {

    @Override
    public SampleRequirements requirements() {
      return SampleRequirements.VALUES;
    }

    @Override
    public Collector collect(DataOverview overview) throws StepFailure {
      int usual = request.coordinates().size() == 3 ? USUAL_IN_SPACE : 0;
      return kernel.local()
          ? new ConditionalAverageCollector(
              request,
              overview,
              bins.pointAxes(request, overview, usual, kernel.bandwidth()),
              kernel.bandwidth())
          : new ConditionalAverageCollector(request, overview, bins.axes(request, overview, usual));
    }
  }
}
