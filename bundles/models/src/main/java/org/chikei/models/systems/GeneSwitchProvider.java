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

/** Provides the model {@code gene-switch}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + GeneSwitchProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + GeneSwitchProvider.SUMMARY
    })
public final class GeneSwitchProvider implements ModelProvider {
  static final String TYPE = "gene-switch";
  static final String SUMMARY = "two genes that repress each other, with noise";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The concentrations of two gene products, each of which promotes itself and "
            + "represses the other: two or three stable states, between which noise drives "
            + "them as cells that differentiate. A system of first order, so that it has a "
            + "drift and no velocity: what is drawn along it is a drift landscape: average the "
            + "columns x_drift and y_drift by conditional-average with drift-landscape: true.",
        "x′ = a x^n/(s^n + x^n) + b s^n/(s^n + y^n) - k x + noise, and the same "
            + "with x and y exchanged",
        "J. Wang et al., Proc. Natl. Acad. Sci. USA 108, 8257 (2011); S. Kawai, "
            + "Ensemble 16(1), 2014, section 5",
        "source: {model: gene-switch, parameters: {noise: 0.15}, temperature: {kT: 1}, "
            + "segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "a",
                new ParameterType.Real(0, Double.POSITIVE_INFINITY, false),
                1.0,
                "",
                "How strongly a gene promotes itself."),
            ParameterDeclaration.optional(
                "b",
                ParameterType.Real.POSITIVE,
                1.0,
                "",
                "How strongly it is made where the other is absent."),
            ParameterDeclaration.optional(
                "s",
                ParameterType.Real.POSITIVE,
                0.5,
                "",
                "The concentration at which regulation is half."),
            ParameterDeclaration.optional(
                "n", new ParameterType.Whole(1, 20), 4L, "", "The cooperativity."),
            ParameterDeclaration.optional(
                "k", ParameterType.Real.POSITIVE, 1.0, "", "The rate of degradation."),
            ParameterDeclaration.optional(
                "noise", ParameterType.Real.POSITIVE, 0.15, "", "The strength σ of the noise.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new GeneSwitch(
        parameters.real("a"),
        parameters.real("b"),
        parameters.real("s"),
        parameters.whole("n"),
        parameters.real("k"),
        parameters.real("noise"));
  }
}
