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

/** Provides the model {@code harmonic-modes}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + HarmonicModesProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + HarmonicModesProvider.SUMMARY
    })
public final class HarmonicModesProvider implements ModelProvider {
  static final String TYPE = "harmonic-modes";
  static final String SUMMARY = "independent harmonic oscillators";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "Oscillators of mass 1 with the frequencies given. A sum of some of them is the"
            + " exact case of hidden coordinates: as many levels as there are modes, then "
            + "nothing is left.",
        "V = Σ ω_i² q_i²/2",
        "",
        "source: {model: harmonic-modes, parameters: {frequencies: [1, 3]}, "
            + "temperature: {kT: 1}, segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "frequencies",
                new ParameterType.ListOf(ParameterType.Real.POSITIVE, 1, 1000),
                List.of(1.0, 3.0),
                "",
                "The angular frequencies.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new HarmonicModes(parameters.reals("frequencies"));
  }
}
