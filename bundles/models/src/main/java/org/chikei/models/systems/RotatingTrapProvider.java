package org.chikei.models.systems;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.model.Model;
import org.chikei.api.model.ModelProvider;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.osgi.service.component.annotations.Component;

/** Provides the model {@code rotating-trap}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + RotatingTrapProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + RotatingTrapProvider.SUMMARY
    })
public final class RotatingTrapProvider implements ModelProvider {
  static final String TYPE = "rotating-trap";
  static final String SUMMARY = "trap in a plane with a force that turns round";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "A particle of mass 1 in a harmonic trap with a force at right angles to where "
            + "it is, which no potential has: driven, with a current in its stationary state."
            + " It needs langevin dynamics with a friction above rotation/√k, else it is "
            + "flung out.",
        "F = -k q + rotation (-q2, q1)",
        "",
        "source: {model: rotating-trap, parameters: {k: 1, rotation: 0.5}, temperature:"
            + " {kT: 1}, segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "k", ParameterType.Real.POSITIVE, 1.0, "", "The spring constant of the trap."),
            ParameterDeclaration.optional(
                "rotation",
                ParameterType.Real.ANY,
                0.5,
                "",
                "The strength of the turning force.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new RotatingTrap(parameters.real("k"), parameters.real("rotation"));
  }
}
