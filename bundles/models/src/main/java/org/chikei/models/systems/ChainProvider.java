package org.chikei.models.systems;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.model.Model;
import org.chikei.api.model.ModelProvider;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.osgi.service.component.annotations.Component;

/** Provides the model {@code chain}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + ChainProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + ChainProvider.SUMMARY
    })
public final class ChainProvider implements ModelProvider {
  static final String TYPE = "chain";
  static final String SUMMARY = "chain of masses and springs between two walls";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "Masses of 1 in a row, each tied to its neighbours and the outer ones to walls;"
            + " with cubic or quartic terms the springs are those of Fermi, Pasta, Ulam and "
            + "Tsingou. An inner mass of a long harmonic chain has the memory kernel 2 ω J1(2"
            + " ω t)/t with ω² = k, until a wave comes back from the ends.",
        "V = Σ k d²/2 + alpha d³/3 + beta d⁴/4, d the stretch of each spring",
        "R. J. Rubin, J. Math. Phys. 1, 309 (1960)",
        "source: {model: chain, parameters: {masses: 32}, temperature: {kT: 1}, "
            + "segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "masses",
                new ParameterType.Whole(1, 100_000),
                32L,
                "",
                "How many masses there are."),
            ParameterDeclaration.optional(
                "k", ParameterType.Real.POSITIVE, 1.0, "", "The spring constant."),
            ParameterDeclaration.optional(
                "alpha",
                ParameterType.Real.ANY,
                0.0,
                "",
                "The cubic constant; its square may be at most 4 k beta, so that no spring can "
                    + "break."),
            ParameterDeclaration.optional(
                "beta",
                new ParameterType.Real(0, Double.POSITIVE_INFINITY, false),
                0.0,
                "",
                "The quartic constant.")));
  }

  @Override
  public Model create(Parameters parameters) throws ParameterException {
    double k = parameters.real("k");
    double alpha = parameters.real("alpha");
    double beta = parameters.real("beta");
    if (alpha * alpha > 4 * k * beta) {
      throw new ParameterException(
          "alpha",
          alpha
              + " lets springs break, since its square is above 4 k beta = "
              + 4 * k * beta
              + "; give a smaller one or a larger beta");
    }
    return new Chain(parameters.whole("masses"), k, alpha, beta);
  }
}
