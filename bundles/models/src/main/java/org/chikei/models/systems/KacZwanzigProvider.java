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

/** Provides the model {@code kac-zwanzig}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + KacZwanzigProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + KacZwanzigProvider.SUMMARY
    })
public final class KacZwanzigProvider implements ModelProvider {
  static final String TYPE = "kac-zwanzig";
  static final String SUMMARY = "particle in a double well with a bath of oscillators";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "A particle of mass 1 tied to harmonic oscillators. Its generalised Langevin "
            + "equation is exact, with the mean force -U′ and a kernel that is a sum of "
            + "cosines; the oscillators are chosen so that it is close to (gamma/tau) "
            + "exp(-t/tau). The oscillators have masses k_i/ω_i².",
        "V = h (x² - 1)² + Σ k_i (x - y_i)²/2; ω_i = tan(π (i + 1/2)/2N)/tau, k_i = "
            + "gamma/(N tau); Γ(t) = Σ k_i cos ω_i t",
        "R. Zwanzig, J. Stat. Phys. 9, 215 (1973)",
        "source: {model: kac-zwanzig, parameters: {h: 2, gamma: 4, tau: 0.5}, "
            + "temperature: {kT: 1}, segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "h", ParameterType.Real.POSITIVE, 2.0, "", "The height of the barrier."),
            ParameterDeclaration.optional(
                "oscillators",
                new ParameterType.Whole(1, 10_000),
                64L,
                "",
                "How many oscillators N there are before the fastest are left out."),
            ParameterDeclaration.optional(
                "gamma",
                ParameterType.Real.POSITIVE,
                4.0,
                "",
                "The friction, the integral of the kernel."),
            ParameterDeclaration.optional(
                "tau", ParameterType.Real.POSITIVE, 0.5, "", "The time of the memory."),
            ParameterDeclaration.optional(
                "highest",
                ParameterType.Real.POSITIVE,
                60.0,
                "",
                "Oscillators that are faster are left out.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new KacZwanzig(
        parameters.real("h"),
        parameters.whole("oscillators"),
        parameters.real("gamma"),
        parameters.real("tau"),
        parameters.real("highest"));
  }
}
