package org.chikei.models.dynamics;

import java.util.List;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.Model;
import org.chikei.api.model.Simulator;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.osgi.service.component.annotations.Component;

/** The integrators of this bundle as a service. */
@Component
public final class ModelSimulator implements Simulator {
  /**
   * Steps of integration a radian of the fastest motion: a Verlet step of 1/20 shifts its frequency
   * by a part in ten thousand.
   */
  private static final double STEPS_PER_RADIAN = 20;

  private static final List<ParameterDeclaration> PARAMETERS =
      List.of(
          ParameterDeclaration.optional(
              "dynamics",
              new ParameterType.Choice(Dynamics.words()),
              "",
              "How the model moves in time: hamiltonian if absent, langevin where forces are not"
                  + " those of a potential, first-order for a system of first order."),
          ParameterDeclaration.optional(
              "segments",
              new ParameterType.Whole(1, 100_000_000),
              1L,
              "",
              "How many runs there are, each from a state drawn from the stationary density."),
          ParameterDeclaration.required(
              "frames",
              new ParameterType.Whole(1, 1_000_000_000),
              "",
              "How many frames a run has."),
          ParameterDeclaration.required(
              "spacing", ParameterType.Real.POSITIVE, "", "The time between frames."),
          ParameterDeclaration.optional(
              "seed",
              new ParameterType.Whole(Long.MIN_VALUE, Long.MAX_VALUE),
              1L,
              "",
              "What chance depends on: the same seed gives the same numbers."),
          ParameterDeclaration.optional(
              "friction",
              ParameterType.Real.POSITIVE,
              1.0,
              "",
              "The friction γ of langevin and overdamped dynamics, in the inverse of time."),
          ParameterDeclaration.optional(
              "relaxation",
              ParameterType.Real.POSITIVE,
              "",
              "The time of the thermostats of nose-hoover; a few of the fastest motion's if"
                  + " absent."),
          ParameterDeclaration.optional(
              "integration-step",
              ParameterType.Real.POSITIVE,
              "",
              "The longest step of integration; a twentieth of a radian of the fastest motion if"
                  + " absent."));

  /** Makes the simulator. */
  public ModelSimulator() {
    // stateless
  }

  @Override
  public List<ParameterDeclaration> parameters() {
    return PARAMETERS;
  }

  @Override
  public Simulation prepare(Model model, double kT, Parameters parameters)
      throws ParameterException {
    double fastest = model.fastest(kT);
    double longest =
        parameters.has("integration-step")
            ? parameters.real("integration-step")
            : 1 / (STEPS_PER_RADIAN * fastest);
    Dynamics dynamics = dynamics(model, parameters);
    double relaxation = parameters.has("relaxation") ? parameters.real("relaxation") : 3 / fastest;
    double friction = parameters.real("friction");
    if (dynamics == Dynamics.OVERDAMPED && !parameters.has("integration-step")) {
      // the rate of the fastest motion is ω²/γ there
      longest = friction / (STEPS_PER_RADIAN * fastest * fastest);
    }
    double spacing = parameters.real("spacing");
    if (spacing / longest > 1e7) {
      throw new ParameterException(
          "spacing",
          "the fastest motion of this model needs steps of "
              + (float) longest
              + ", more than ten million from frame to frame; save frames more often");
    }
    return new SimulationPlan(
        model,
        model.stationary(kT),
        kT,
        dynamics,
        friction,
        relaxation,
        parameters.whole("segments"),
        parameters.whole("frames"),
        spacing,
        longest,
        ((Number) parameters.value("seed").orElseThrow()).longValue());
  }

  private static Dynamics dynamics(Model model, Parameters parameters) throws ParameterException {
    boolean masses = model instanceof MechanicalModel;
    boolean conservative = masses && ((MechanicalModel) model).conservative();
    Dynamics usual =
        conservative ? Dynamics.HAMILTONIAN : masses ? Dynamics.LANGEVIN : Dynamics.FIRST_ORDER;
    if (!parameters.has("dynamics")) {
      return usual;
    }
    Dynamics dynamics = Dynamics.of(parameters.text("dynamics"));
    boolean first = dynamics == Dynamics.FIRST_ORDER;
    boolean closed = dynamics == Dynamics.HAMILTONIAN || dynamics == Dynamics.NOSE_HOOVER;
    if (first == masses || closed && !conservative) {
      throw new ParameterException(
          "dynamics",
          "'"
              + dynamics.word()
              + "' does not suit this model, whose "
              + (masses
                  ? closed && !conservative
                      ? "forces are not those of a potential; use langevin"
                      : "masses obey Newton's equation; use hamiltonian, langevin, nose-hoover or"
                          + " overdamped"
                  : "equation is of first order already; use first-order, or leave it out"));
    }
    return dynamics;
  }
}
