package org.chikei.memory.hierarchy;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.memory.EvenFrames;
import org.osgi.service.component.annotations.Component;

/** The step {@code hierarchy}: coordinates that a projection lost, won back. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + HierarchyStep.TYPE,
      ServiceProperties.SUMMARY + "=" + HierarchyStep.SUMMARY
    })
public final class HierarchyStep implements AnalysisStep {
  static final String TYPE = "hierarchy";
  static final String SUMMARY = "coordinates that a projection lost, won back from one series";

  private static final Declaration DECLARATION =
      new Declaration(
          TYPE,
          SUMMARY,
          "What the mean force of a coordinate does not tell of its acceleration is a coordinate of its"
              + " own, and so on: r2, r3 … from the values of r1 in time alone. Shown are their densities"
              + " with basins, how much each level leaves untold, their spectra, and how far r1 can be"
              + " foretold with one level, two, and more. Peaks that the system leaves as fast as it moves"
              + " within them are reported as folds: they are no states. Frames have to follow the motion;"
              + " velocities and forces are not used but to say how close frames would have to be.",
          "r_(k+1) = a_k - <a_k; r_1 … r_k>, a_k the second derivative of r_k",
          "S. Kawai, Ensemble 16(1), 2014, (26), (28), (30), (31)",
          "- {step: hierarchy, of: d, levels: 2}",
          List.of(
              ParameterDeclaration.optional(
                  "levels",
                  new ParameterType.Whole(1, Hierarchy.MOST_LEVELS),
                  "",
                  "how many coordinates, r1 included; by default as many as the data carry and as matter,"
                      + " three at most")));

  /** Makes the step. */
  public HierarchyStep() {
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
    return 1;
  }

  @Override
  public Analysis prepare(StepRequest request) {
    return new HierarchyAnalysis(request);
  }

  /** A hierarchy, prepared. */
  private record HierarchyAnalysis(StepRequest request) implements Analysis {

    @Override
    public SampleRequirements requirements() {
      return new SampleRequirements(true, false, false, 0);
    }

    @Override
    public List<String> forecast(DataOverview overview) {
      return Double.isNaN(overview.spacing())
          ? List.of(frames(request, overview).uneven())
          : List.of();
    }

    @Override
    public Collector collect(DataOverview overview) throws StepFailure {
      frames(request, overview).require(overview);
      return new HierarchyCollector(
          request, overview, overview.available().contains(Kinetics.DIRECT));
    }
  }

  static EvenFrames frames(StepRequest request, DataOverview overview) {
    return EvenFrames.of(request, overview, "a hierarchy of derivatives");
  }
}
