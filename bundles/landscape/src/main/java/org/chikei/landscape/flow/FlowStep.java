package org.chikei.landscape.flow;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.BinParameters;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.landmark.PathParameter;
import org.chikei.landscape.profile.KineticsChoice;
import org.osgi.service.component.annotations.Component;

/**
 * The step {@code flow}: the mean force of two or three coordinates, parted into a potential and a
 * flow.
 */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + FlowStep.TYPE,
      ServiceProperties.SUMMARY + "=" + FlowStep.SUMMARY
    })
public final class FlowStep implements AnalysisStep {
  static final String TYPE = "flow";
  static final String SUMMARY =
      "mean force of two or three coordinates as a potential Vm and a flow v, beside G";

  private static final ParameterType ROW = new ParameterType.ListOf(ParameterType.Real.ANY, 2, 3);

  /** Bins along each of three coordinates where the job does not say. */
  private static final int USUAL_IN_SPACE = 20;

  private static final int MOST_CELLS_IN_SPACE = 125_000;

  private static final Declaration DECLARATION =
      new Declaration(
          TYPE,
          SUMMARY,
          "The mean force of several coordinates need not be a gradient, not even at equilibrium. It is"
              + " parted into the gradient of Vm and a flow v that neither begins nor ends, on the cells"
              + " that are sampled well enough, with errors; the flow's share is told with a constant"
              + " mass matrix M*, so that units make no flow. Beside it: the test of <v v'; r> = constant,"
              + " the current as the test of equilibrium, and Ching's density as a check. Basins,"
              + " saddles and the path of least G in the metric M* are found on G, and G, Vm and their"
              + " difference read off there. Of three coordinates the table holds the cells that were"
              + " visited, and the report slices through the one with most samples. Bins as wide as half the"
              + " standard deviations of a Gaussian density bias v by less than 1 %.",
          "f = -M*^-1 grad Vm + v, div(rho v) = 0;  M* = kT <v v'>^-1;"
              + "  f_a rho = sum_b d_b(D_ab rho)",
          "S. Kawai, Ensemble 16(1), 2014, (12), (14), (15), (19), (21)",
          "- {step: flow, of: [phi, psi], bins: [72, 72]}",
          List.of(
              BinParameters.binsDeclaration(3),
              BinParameters.rangeDeclaration(3),
              ParameterDeclaration.optional(
                  "mass-matrix",
                  ParameterType.OneOf.of(
                      new ParameterType.ListOf(ROW, 2, 3),
                      ParameterType.Choice.of("mean", "identity")),
                  "mean",
                  "amu nm^2/CV^2",
                  "the constant matrix M* that turns the mean force into an energy: as many rows of numbers as coordinates,"
                      + " 'mean' for kT <v v'>^-1 over all samples, or 'identity'"),
              ParameterDeclaration.optional(
                  "bound",
                  ParameterType.Real.POSITIVE,
                  0.1,
                  "kT",
                  "the largest |Vm - G| that still counts as equal"),
              ParameterDeclaration.optional(
                  "minimum-samples",
                  new ParameterType.Real(2, 1e9, false),
                  8.0,
                  "",
                  "the number of independent samples that a cell needs to belong to a piece"),
              PathParameter.declaration()));

  /** Makes the step. */
  public FlowStep() {
    // stateless
  }

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public int minimumCoordinates() {
    return 2;
  }

  @Override
  public int maximumCoordinates() {
    return 3;
  }

  @Override
  public Analysis prepare(StepRequest request) throws ParameterException {
    BinParameters bins = BinParameters.of(request);
    int dimensions = request.coordinates().size();
    if (dimensions == 3) {
      bins.checkCells(USUAL_IN_SPACE, MOST_CELLS_IN_SPACE);
    }
    return new FlowAnalysis(
        new FlowSettings(
            request.name(),
            request.coordinates(),
            bins,
            mass(request.parameters().value("mass-matrix").orElse("mean"), dimensions),
            request.parameters().real("bound"),
            request.parameters().real("minimum-samples"),
            PathParameter.of(request)));
  }

  private static double[] mass(Object given, int dimensions) throws ParameterException {
    if (!(given instanceof List<?> rows)) {
      return "identity".equals(given) ? SymmetricMatrix.identity(dimensions) : null;
    }
    BinParameters.checkOneEach("mass-matrix", "row", rows.size(), dimensions);
    for (Object row : rows) {
      BinParameters.checkOneEach("mass-matrix", "number", ((List<?>) row).size(), dimensions);
    }
    double[] m = new double[SymmetricMatrix.size(dimensions)];
    for (int a = 0; a < dimensions; a++) {
      for (int b = 0; b < dimensions; b++) {
        double entry = entry(rows, a, b);
        if (entry != entry(rows, b, a)) {
          throw new ParameterException(
              "mass-matrix",
              "has " + entry + " and " + entry(rows, b, a) + " off its diagonal; it is symmetric");
        }
        m[SymmetricMatrix.place(dimensions, a, b)] = entry;
      }
    }
    if (!SymmetricMatrix.isPositiveDefinite(m)) {
      throw new ParameterException(
          "mass-matrix", "is not positive definite; kinetic energies are above zero");
    }
    return m;
  }

  private static double entry(List<?> rows, int a, int b) {
    return ((Number) ((List<?>) rows.get(a)).get(b)).doubleValue();
  }

  /** A flow, prepared. */
  private record FlowAnalysis(FlowSettings settings) implements Analysis {

    @Override
    public SampleRequirements requirements() {
      return new SampleRequirements(true, true, false, 0);
    }

    @Override
    public List<String> forecast(DataOverview overview) {
      Set<String> sentences = new LinkedHashSet<>();
      for (CoordinateInfo coordinate : settings.coordinates()) {
        sentences.addAll(KineticsChoice.forecast(overview, coordinate));
      }
      return List.copyOf(sentences);
    }

    @Override
    public Collector collect(DataOverview overview) {
      SampleBlock pilot = overview.pilot();
      int dimensions = settings.coordinates().size();
      BinAxis[] axes = new BinAxis[dimensions];
      for (int a = 0; a < dimensions; a++) {
        int bins = settings.bins().bins()[a];
        axes[a] =
            BinAxis.choose(
                settings.coordinates().get(a),
                bins == 0 && dimensions == 3 ? USUAL_IN_SPACE : bins,
                settings.bins().ranges()[a],
                Arrays.copyOfRange(pilot.values(a), pilot.from(), pilot.to()),
                overview.frames());
      }
      FlowLayout layout =
          new FlowLayout(
              dimensions,
              hasMetric(pilot),
              KineticsChoice.collected(overview),
              overview.biasAlong());
      return new FlowCollector(settings, overview, axes, layout);
    }

    /** Whether the coordinates have a metric: not so for columns of a table. */
    private static boolean hasMetric(SampleBlock pilot) {
      double[] metric = pilot.metric(0, 1);
      for (int j = pilot.from(); j < pilot.to(); j++) {
        if (metric[j] == metric[j]) {
          return true;
        }
      }
      return false;
    }
  }
}
