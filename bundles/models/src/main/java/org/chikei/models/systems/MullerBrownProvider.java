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

/** Provides the model {@code muller-brown}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + MullerBrownProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + MullerBrownProvider.SUMMARY
    })
public final class MullerBrownProvider implements ModelProvider {
  static final String TYPE = "muller-brown";
  static final String SUMMARY = "three wells in a plane joined by a curved valley";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The potential of Müller and Brown, in their own numbers times a scale: wells "
            + "at (-0.558, 1.442), (0.623, 0.028) and (-0.050, 0.467), the highest saddle 106"
            + " above the deepest one. Masses are 1.",
        "V = scale Σ A exp[a (x - x0)² + b (x - x0)(y - y0) + c (y - y0)²], four terms",
        "K. Müller, L. D. Brown, Theor. Chim. Acta 53, 75 (1979)",
        "source: {model: muller-brown, parameters: {scale: 0.1}, temperature: {kT: 1}, "
            + "segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "scale", ParameterType.Real.POSITIVE, 0.1, "", "The factor of all energies.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new MullerBrown(parameters.real("scale"));
  }
}
