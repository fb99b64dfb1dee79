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

/** Provides the model {@code double-well-2d}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + DoubleWellProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + DoubleWellProvider.SUMMARY
    })
public final class DoubleWellProvider implements ModelProvider {
  static final String TYPE = "double-well-2d";
  static final String SUMMARY = "double well along q1, harmonic along q2";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "Two wells along q1 at -1 and 1, h high between them, and a spring along q2; "
            + "with a coupling the two are not independent. Seen along an axis that is "
            + "slanted between q1 and q2 the wells hide behind each other: the founding "
            + "example of what a projection loses. Masses are 1.",
        "V = h (q1² - 1)² + k q2²/2 + c q1 q2",
        "S. Kawai, Ensemble 16(1), 2014, Fig. 1",
        "source: {model: double-well-2d, parameters: {h: 3, k: 6}, temperature: {kT: "
            + "1}, segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "h", ParameterType.Real.POSITIVE, 3.0, "", "The height of the barrier."),
            ParameterDeclaration.optional(
                "k", ParameterType.Real.POSITIVE, 6.0, "", "The spring constant along q2."),
            ParameterDeclaration.optional(
                "coupling", ParameterType.Real.ANY, 0.0, "", "The constant c of the coupling.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new DoubleWell(parameters.real("h"), parameters.real("k"), parameters.real("coupling"));
  }
}
