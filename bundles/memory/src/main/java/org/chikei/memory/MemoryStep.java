package org.chikei.memory;

import java.util.ArrayList;
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
import org.osgi.service.component.annotations.Component;

/** The step {@code memory}: the kernel of the generalised Langevin equation. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + MemoryStep.TYPE,
      ServiceProperties.SUMMARY + "=" + MemoryStep.SUMMARY
    })
public final class MemoryStep implements AnalysisStep {
  static final String TYPE = "memory";
  static final String SUMMARY = "memory kernel and friction of the generalised Langevin equation";

  private static final Declaration DECLARATION =
      new Declaration(
          TYPE,
          SUMMARY,
          "The friction that a coordinate feels from all that was projected out, as a function of"
              + " time, for the nonlinear mean force <a; r>. Three methods give it: a Volterra equation of the"
              + " first kind, one of the second kind (whose kernel is reported) and one for its integral; where"
              + " they part, the data do not carry the answer. Correlations are averaged over both directions of time where the run looks the same backwards,"
              + " as it does in equilibrium. Frames have to follow the motion, and the memory"
              + " has to last for several of them. Where <v^2; r> changes along r, the kernel is that of the"
              + " isometric coordinate s = int sqrt(<v^2>/<v^2; r>) dr, unless the job says otherwise: with a"
              + " mass that depends on the position, no kernel of r alone gives the density of r. Two or three"
              + " coordinates have a matrix of kernels, Gamma_ab for the force along a by the velocity of b. A"
              + " generalised Langevin equation with the fitted kernel is simulated and set beside the data:"
              + " density, velocity correlation and mean first-passage times between wells.",
          "a(t) = f_m(r(t)) - int_0^t Gamma(t - t') v(t') dt' + xi(t), f_m = <a; r>; <v^2> Gamma(t) +"
              + " int_0^t Gamma(t - t') <a(t') v(0)> dt' = <[a - f_m](t) a(0)>",
          "S. Kawai, Ensemble 16(1), 2014, (10); B. J. Berne and G. D. Harp, Adv. Chem. Phys. 17, 63"
              + " (1970)",
          "- {step: memory, of: d, to: 4.0}",
          List.of(
              ParameterDeclaration.optional(
                  "to",
                  ParameterType.Real.POSITIVE,
                  "ps",
                  "how far the kernel is followed, in the time unit of the source; by default 200 frames or a"
                      + " quarter of the longest segment, whichever is less"),
              ParameterDeclaration.optional(
                  "along",
                  ParameterType.Choice.of("auto", "given", "isometric"),
                  "auto",
                  "",
                  "the coordinate as it is given, the isometric one, or that one where <v^2; r> changes"),
              ParameterDeclaration.optional(
                  "simulate",
                  new ParameterType.Flag(),
                  true,
                  "",
                  "whether a generalised Langevin equation with the mean force and the fitted kernel is run"
                      + " and set beside the data (one coordinate only)"),
              ParameterDeclaration.optional(
                  "seed",
                  new ParameterType.Whole(0, Integer.MAX_VALUE),
                  1L,
                  "",
                  "what the chance of that run depends on")));

  /** Makes the step. */
  public MemoryStep() {
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
  public Analysis prepare(StepRequest request) {
    return new MemoryAnalysis(request);
  }

  /** A memory kernel, prepared. */
  private record MemoryAnalysis(StepRequest request) implements Analysis {

    @Override
    public SampleRequirements requirements() {
      return new SampleRequirements(true, false, false, 0);
    }

    @Override
    public List<String> forecast(DataOverview overview) {
      List<String> sentences = new ArrayList<>();
      if (Double.isNaN(overview.spacing())) {
        sentences.add(frames(request, overview).uneven());
      } else if (!direct(overview)) {
        sentences.add(
            "the memory of '"
                + request.coordinates().get(0).name()
                + "' will come from its values alone, which needs frames a small part of its fastest"
                + " period apart");
      }
      return sentences;
    }

    @Override
    public Collector collect(DataOverview overview) throws StepFailure {
      frames(request, overview).require(overview);
      if (overview.requested() == Kinetics.MOMENTUM_AVERAGED) {
        throw new StepFailure(
            "averages over momenta are no motion in time; a memory kernel needs kinetics: direct or"
                + " series");
      }
      return new MemoryCollector(request, overview, direct(overview));
    }

    private static boolean direct(DataOverview overview) {
      return overview.available().contains(Kinetics.DIRECT)
          && overview.requested() != Kinetics.SERIES;
    }
  }

  static EvenFrames frames(StepRequest request, DataOverview overview) {
    return EvenFrames.of(request, overview, "a memory kernel");
  }
}
