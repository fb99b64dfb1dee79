package org.chikei.landscape.density;

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
import org.chikei.api.parameter.ParameterException;
import org.chikei.landscape.grid.BinParameters;
import org.chikei.landscape.kernel.KernelParameters;
import org.chikei.landscape.landmark.PathParameter;
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

  static final String KERNEL = "kernel";

  /** Bins along each of three coordinates where the job does not say. */
  private static final int USUAL_IN_SPACE = 30;

  private static final int MOST_CELLS = 8_000_000;
  private static final int MOST_POINTS = 300_000;

  private static final Declaration DECLARATION =
      new Declaration(
          TYPE,
          SUMMARY,
          "The density of one to three coordinates and its free energy, with standard errors that count"
              + " correlated samples once. Needs positions only. Of three coordinates the table holds the"
              + " cells that were visited, and the report the three pairs. Under a kernel ln ρ is fitted by a"
              + " straight line at the centre of every bin (local likelihood), so that neither a slope of G nor"
              + " an end of the coordinate shifts it: a Gaussian kernel, on a circle around it, over cells of at"
              + " most half its bandwidth, and at an end, where a coordinate cannot go on or many samples stop"
              + " at once, the part of it that is left. A range says where the points are; samples beyond count"
              + " too. The column count holds the frames of the bin, and G_bias by how much a kernel √2 times as"
              + " wide raises G, which is what this one does: it should stay below G_err. Of two or three coordinates the"
              + " basins, the saddles between them and the path of least G are found on a quadratic fitted to the cells"
              + " around each place; a basin is deeper than half kT and four errors.",
          "G = -kT ln rho, minimum at 0",
          "S. Kawai, Ensemble 16(1), 2014, (9)",
          "- {step: free-energy, of: [phi, psi], bins: [72, 72]}",
          List.of(
              BinParameters.binsDeclaration(3),
              BinParameters.rangeDeclaration(3),
              KernelParameters.estimatorDeclaration(
                  KERNEL, "counts in bins, or a local fit of ln ρ under a kernel"),
              KernelParameters.bandwidthDeclaration(3),
              PathParameter.declaration()));

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
    KernelParameters kernel = KernelParameters.of(request);
    bins.checkCells(USUAL_IN_SPACE, kernel.local() ? MOST_POINTS : MOST_CELLS);
    return new FreeEnergyAnalysis(request, bins, kernel, PathParameter.of(request));
  }

  /** A free energy, prepared. */
  private record FreeEnergyAnalysis(
      StepRequest request, BinParameters bins, KernelParameters kernel, double[][] path)
      implements Analysis {

    @Override
    public SampleRequirements requirements() {
      return SampleRequirements.VALUES;
    }

    @Override
    public Collector collect(DataOverview overview) throws StepFailure {
      int usual = request.coordinates().size() == 3 ? USUAL_IN_SPACE : 0;
      return kernel.local()
          ? new FreeEnergyCollector(
              request,
              overview,
              bins.pointAxes(request, overview, usual, kernel.bandwidth()),
              kernel.bandwidth(),
              path)
          : new FreeEnergyCollector(request, overview, bins.axes(request, overview, usual), path);
    }
  }
}
