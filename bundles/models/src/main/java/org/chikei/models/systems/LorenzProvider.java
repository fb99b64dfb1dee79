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

/** Provides the model {@code lorenz-63}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + LorenzProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + LorenzProvider.SUMMARY
    })
public final class LorenzProvider implements ModelProvider {
  static final String TYPE = "lorenz-63";
  static final String SUMMARY = "three equations of convection, chaotic";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The system of Lorenz: stationary, without a potential, a temperature or a "
            + "smooth density in all three variables. Its densities along one or two of them "
            + "obey the same identities as those of molecules.",
        "x′ = σ (y - x), y′ = x (ρ - z) - y, z′ = x y - β z",
        "E. N. Lorenz, J. Atmos. Sci. 20, 130 (1963)",
        "source: {model: lorenz-63, parameters: {}, temperature: {kT: 1}, segments: "
            + "100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "sigma", ParameterType.Real.POSITIVE, 10.0, "", "The constant σ."),
            ParameterDeclaration.optional(
                "rho", ParameterType.Real.POSITIVE, 28.0, "", "The constant ρ."),
            ParameterDeclaration.optional(
                "beta", ParameterType.Real.POSITIVE, 8.0 / 3, "", "The constant β.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new Lorenz(parameters.real("sigma"), parameters.real("rho"), parameters.real("beta"));
  }
}
