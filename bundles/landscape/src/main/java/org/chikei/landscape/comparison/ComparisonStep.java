package org.chikei.landscape.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.BinParameters;
import org.chikei.landscape.grid.PointAxis;
import org.chikei.landscape.kernel.KernelParameters;
import org.chikei.landscape.profile.ComparisonSettings;
import org.chikei.landscape.profile.KineticsChoice;
import org.chikei.landscape.profile.Relabelling;
import org.chikei.landscape.profile.SampleLayout;
import org.osgi.service.component.annotations.Component;

/** The step {@code comparison}: G and Vm along one coordinate, with errors, and where they part. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + ComparisonStep.TYPE,
      ServiceProperties.SUMMARY + "=" + ComparisonStep.SUMMARY
    })
public final class ComparisonStep implements AnalysisStep {
  static final String TYPE = "comparison";
  static final String SUMMARY =
      "free-energy landscape G and potential of mean force Vm along one coordinate, side by side";

  static final String LOCAL = "local-linear";

  private static final Declaration DECLARATION =
      new Declaration(
          TYPE,
          SUMMARY,
          "Makes both landscapes from the same frames, with standard errors, and tests the condition under"
              + " which they agree: that <v^2; r> is the same everywhere. Reports the effective mass, the"
              + " atoms that make it change, barriers side by side, TST and observed rates, mean"
              + " first-passage times, and Ching's density as a check of sampling and derivatives. The"
              + " local-linear estimator fits a straight line to v^2 and to the acceleration under a Gaussian"
              + " kernel at the centre of every bin, on cells of at most half its bandwidth, so that wide bins"
              + " do not shift D, f and Vm where these are steep; D_bias and f_bias are by how much a kernel √2"
              + " times as wide shifts them, which should stay below D_err and f_err. Low-variance Vm and Ching's"
              + " density stay with means over bins, as G does.",
          "G = -kT ln rho;  Vm = -m* int <a; r> dr;  equal where m* <v^2; r> = kT for all r",
          "S. Kawai, Ensemble 16(1), 2014, (9), (11), (16), (17), (21)",
          "- {step: comparison, of: phi, bins: 72}",
          List.of(
              BinParameters.binsDeclaration(1),
              BinParameters.rangeDeclaration(1),
              KernelParameters.estimatorDeclaration(
                  LOCAL,
                  "D, mean force and what is made of them from means over bins, brought to their centres by"
                      + " those of the neighbours, or from local fits of a straight line there"),
              KernelParameters.bandwidthDeclaration(1),
              ParameterDeclaration.optional(
                  "reference-mass",
                  ParameterType.OneOf.of(
                      ParameterType.Real.POSITIVE, ParameterType.Choice.of("mean", "minimum")),
                  "mean",
                  "amu nm^2/CV^2",
                  "the constant m* that turns the mean force into an energy: a number, 'mean' for"
                      + " kT/<v^2> over all samples, or 'minimum' for the effective mass where G is"
                      + " lowest"),
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
                  "the number of independent samples that a bin needs to belong to a piece, and for its D and"
                      + " mean force to have errors; those of fewer than 8 would be too small"),
              ParameterDeclaration.optional(
                  "relabel",
                  ParameterType.Choice.of(
                      Relabelling.AUTO,
                      Relabelling.NONE,
                      Relabelling.SQUARE,
                      Relabelling.LOGARITHM,
                      Relabelling.COSINE,
                      Relabelling.EXPONENTIAL,
                      Relabelling.WAVE),
                  Relabelling.AUTO,
                  "",
                  "how the same places are named a second time, to see which barriers change with the"
                      + " name: the square or the logarithm of what is positive, the cosine of an"
                      + " angle, the exponential of what takes either sign, r + ½ sin r on a circle;"
                      + " 'auto' takes what fits")));

  /** Makes the step. */
  public ComparisonStep() {
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
  public Analysis prepare(StepRequest request) throws ParameterException {
    BinParameters bins = BinParameters.of(request);
    Parameters parameters = request.parameters();
    String relabel = (String) parameters.value("relabel").orElse(Relabelling.AUTO);
    Relabelling.check(relabel, request.coordinates().get(0));
    Object mass = parameters.value("reference-mass").orElse("mean");
    ComparisonSettings settings =
        new ComparisonSettings(
            request.name(),
            request.coordinates().get(0),
            bins,
            mass instanceof Number number ? number.doubleValue() : Double.NaN,
            "minimum".equals(mass),
            parameters.real("bound"),
            parameters.real("minimum-samples"),
            relabel,
            KernelParameters.of(request));
    return new ComparisonAnalysis(settings);
  }

  /** A comparison, prepared. */
  private record ComparisonAnalysis(ComparisonSettings settings) implements Analysis {

    @Override
    public SampleRequirements requirements() {
      return new SampleRequirements(true, false, !settings.coordinate().atoms().isEmpty(), 0);
    }

    @Override
    public List<String> forecast(DataOverview overview) {
      return KineticsChoice.forecast(overview, settings.coordinate());
    }

    @Override
    public Collector collect(DataOverview overview) throws StepFailure {
      CoordinateInfo coordinate = settings.coordinate();
      double[] pilot = pilot(overview);
      BinAxis axis =
          BinAxis.choose(
              coordinate,
              settings.bins().bins()[0],
              settings.bins().ranges()[0],
              pilot,
              overview.frames());
      boolean metric = hasMetric(overview);
      Set<Kinetics> collected = KineticsChoice.collected(overview);
      int atoms = metric ? coordinate.atoms().size() : 0;
      return new ComparisonCollector(
          settings,
          overview,
          axis,
          new SampleLayout(metric, collected, overview.biasAlong()),
          atoms,
          points(axis));
    }

    /** The cells under the kernel; null where there is none. */
    private PointAxis points(BinAxis axis) throws StepFailure {
      KernelParameters kernel = settings.kernel();
      double bandwidth = kernel.bandwidth() == null ? 0 : kernel.bandwidth()[0];
      return kernel.local() ? PointAxis.of(axis, bandwidth, 1, settings.coordinate()) : null;
    }

    private static double[] pilot(DataOverview overview) {
      return Arrays.copyOfRange(
          overview.pilot().values(0), overview.pilot().from(), overview.pilot().to());
    }

    /** Whether the coordinate has a metric: not so for a column of a table. */
    private static boolean hasMetric(DataOverview overview) {
      double[] metric = overview.pilot().metric(0, 0);
      for (int j = overview.pilot().from(); j < overview.pilot().to(); j++) {
        if (metric[j] == metric[j]) {
          return true;
        }
      }
      return false;
    }
  }
}
