package org.chikei.landscape;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterException;
import org.osgi.service.component.annotations.Component;

/** The step {@code free-energy}: G of one, two or three coordinates. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + FreeEnergyStep.TYPE,
      ServiceProperties.SUMMARY + "=" + FreeEnergyStep.SUMMARY
    })
public final class FreeEnergyStep implements AnalysisStep {
  static final String TYPE = "free-energy";
  static final String SUMMARY = "free-energy landscape G = -kT ln rho of one to three coordinates";

  /** Bins along each of three coordinates where the job does not say. */
  private static final int USUAL_IN_SPACE = 30;

  private static final int MOST_CELLS = 8_000_000;

  private static final Declaration DECLARATION =
      new Declaration(
          TYPE,
          SUMMARY,
          "The density of one to three coordinates and its free energy, with standard errors that count"
              + " correlated samples once. Needs positions only. Of three coordinates the table holds the"
              + " cells that were visited, and the report the three pairs.",
          "G = -kT ln rho, minimum at 0",
          "S. Kawai, Ensemble 16(1), 2014, (9)",
          "- {step: free-energy, of: [phi, psi], bins: [72, 72]}",
          List.of(BinParameters.binsDeclaration(3), BinParameters.rangeDeclaration(3)));

  /** Makes the step. */
  public FreeEnergyStep() {
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
    BinParameters bins = BinParameters.of(request);
    long cells = 1;
    for (int count : bins.bins()) {
      cells *= count == 0 ? USUAL_IN_SPACE : count;
    }
    if (cells > MOST_CELLS) {
      throw new ParameterException(
          "bins", cells + " cells are more than can be held; at most " + MOST_CELLS);
    }
    return new FreeEnergyAnalysis(request, bins);
  }

  /** A free energy, prepared. */
  private record FreeEnergyAnalysis(StepRequest request, BinParameters bins) implements Analysis {

    @Override
    public SampleRequirements requirements() {
      return SampleRequirements.VALUES;
    }

    @Override
    public Collector collect(DataOverview overview) {
      return new FreeEnergyCollector(
          request,
          overview,
          bins.axes(request, overview, request.coordinates().size() == 3 ? USUAL_IN_SPACE : 0));
    }
  }
}
