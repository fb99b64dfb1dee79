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

/** Provides the model {@code nose-hoover-chain}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + NoseHooverChainProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + NoseHooverChainProvider.SUMMARY
    })
public final class NoseHooverChainProvider implements ModelProvider {
  static final String TYPE = "nose-hoover-chain";
  static final String SUMMARY = "particle under a chain of thermostats, as a system of first order";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "A particle in a double well or on a spring under Nosé–Hoover thermostats: not "
            + "Hamiltonian, and its stationary density is known. Its temperature is a "
            + "parameter of its own.",
        "q′ = p, p′ = -dV/dq - ξ1 p, ξ1′ = (p² - kT)/Q - ξ1 ξ2, …, "
            + "ξn′ = (Q ξ(n-1)² - kT)/Q; ρ ∝ exp(-(V + p²/2 + Q Σ ξ²/2)/kT)",
        "G. J. Martyna, M. L. Klein, M. Tuckerman, J. Chem. Phys. 97, 2635 (1992)",
        "source: {model: nose-hoover-chain, parameters: {k: 1}, temperature: {kT: 1}, "
            + "segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "h",
                new ParameterType.Real(0, Double.POSITIVE_INFINITY, false),
                0.0,
                "",
                "The height of the barrier of V = h (q² - 1)²; 0 for a spring."),
            ParameterDeclaration.optional(
                "k",
                ParameterType.Real.POSITIVE,
                1.0,
                "",
                "The constant of the spring V = k q²/2 where h is 0."),
            ParameterDeclaration.optional(
                "kT", ParameterType.Real.POSITIVE, 1.0, "", "The thermal energy."),
            ParameterDeclaration.optional(
                "thermostats",
                new ParameterType.Whole(1, 20),
                3L,
                "",
                "How many thermostats there are."),
            ParameterDeclaration.optional(
                "mass", ParameterType.Real.POSITIVE, 1.0, "", "The mass Q of each.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new NoseHooverChain(
        parameters.real("h"),
        parameters.real("k"),
        parameters.real("kT"),
        parameters.whole("thermostats"),
        parameters.real("mass"));
  }
}
