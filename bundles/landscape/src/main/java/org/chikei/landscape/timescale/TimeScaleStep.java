package org.chikei.landscape.timescale;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.text.Words;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.BinParameters;
import org.chikei.landscape.kernel.KernelParameters;
import org.chikei.landscape.profile.ComparisonSettings;
import org.chikei.landscape.profile.Relabelling;
import org.osgi.service.component.annotations.Component;

/** The step {@code time-scale}: G and Vm of a coordinate that is seen with a resolution in time. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + TimeScaleStep.TYPE,
      ServiceProperties.SUMMARY + "=" + TimeScaleStep.SUMMARY
    })
public final class TimeScaleStep implements AnalysisStep {
  static final String TYPE = "time-scale";
  static final String SUMMARY = "G and Vm of a coordinate seen with a resolution in time";

  private static final Declaration DECLARATION =
      new Declaration(
          TYPE,
          SUMMARY,
          "A coordinate that is seen with the resolution tau, as its running mean over tau or once"
              + " every tau, has landscapes of its own: G of what is seen, and Vm from the rates of"
              + " change of what is seen. They part as tau grows. The reference mass is that of the"
              + " coordinate as it is for every tau. The frames have to resolve its motion.",
          "running mean R(t; tau) = 1/tau int R dt over tau, d/dt R(t; tau) = [R(t + tau/2) - R(t -"
              + " tau/2)]/tau; every tau: v = [R(t + tau) - R(t - tau)]/2 tau, a = [R(t + tau) - 2"
              + " R(t) + R(t - tau)]/tau^2; G = -kT ln rho, Vm = -m* int <a; r> dr",
          "S. Kawai, Ensemble 16(1), 2014, section 4",
          "- {step: time-scale, of: d, taus: [0.1, 0.2, 0.5]}",
          List.of(
              ParameterDeclaration.required(
                  "taus",
                  new ParameterType.ListOf(ParameterType.Real.POSITIVE, 1, 100),
                  "ps",
                  "the resolutions, in the time unit of the source"),
              BinParameters.binsDeclaration(1),
              BinParameters.rangeDeclaration(1),
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
                      + " mean force to have errors; those of fewer than 8 would be too small")));

  /** Makes the step. */
  public TimeScaleStep() {
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
    double[] taus = Arrays.stream(request.parameters().reals("taus")).sorted().toArray();
    for (int k = 1; k < taus.length; k++) {
      if (taus[k] == taus[k - 1]) {
        throw new ParameterException("taus", Words.number(taus[k], 6) + " is given twice");
      }
    }
    ComparisonSettings settings =
        new ComparisonSettings(
            request.name(),
            request.coordinates().get(0),
            BinParameters.of(request),
            Double.NaN,
            false,
            request.parameters().real("bound"),
            request.parameters().real("minimum-samples"),
            Relabelling.NONE,
            KernelParameters.NONE);
    return new TimeScaleAnalysis(settings, taus);
  }

  /** A scan of time scales, prepared. */
  private record TimeScaleAnalysis(ComparisonSettings settings, double[] taus) implements Analysis {

    @Override
    public SampleRequirements requirements() {
      return new SampleRequirements(true, false, false, 0);
    }

    @Override
    public List<String> forecast(DataOverview overview) {
      return overview.available().contains(Kinetics.SERIES)
          ? List.of()
          : List.of(unresolved(settings));
    }

    @Override
    public Collector collect(DataOverview overview) throws StepFailure {
      if (overview.windows() > 0) {
        throw new StepFailure(
            "the windows were run under restraints, whose motion is not that of the system; what longer"
                + " times see of it needs an unbiased run");
      }
      Set<Kinetics> available = overview.available();
      if (!available.contains(Kinetics.SERIES) || Double.isNaN(overview.spacing())) {
        throw new StepFailure(unresolved(settings));
      }
      double[] pilot =
          Arrays.copyOfRange(
              overview.pilot().values(0), overview.pilot().from(), overview.pilot().to());
      BinAxis axis =
          BinAxis.choose(
              settings.coordinate(),
              settings.bins().bins()[0],
              settings.bins().ranges()[0],
              pilot,
              overview.frames());
      return new TimeScaleCollector(settings, overview, axis, taus);
    }

    private static String unresolved(ComparisonSettings settings) {
      return "the frames do not follow '"
          + settings.coordinate().name()
          + "' in time: what is seen of it at longer times needs frames a small part of its fastest"
          + " period apart; save frames more often, or state the time with source.time-step";
    }
  }
}
