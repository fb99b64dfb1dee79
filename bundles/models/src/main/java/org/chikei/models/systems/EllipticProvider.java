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

/** Provides the model {@code elliptic-hill}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + EllipticProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + EllipticProvider.SUMMARY
    })
public final class EllipticProvider implements ModelProvider {
  static final String TYPE = "elliptic-hill";
  static final String SUMMARY = "hill along the elliptic coordinate of a plane";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "A particle of mass 1 in a plane whose energy depends on the elliptic "
            + "coordinate μ of two foci at x = ±c alone: a hill, and a wall that keeps it "
            + "from leaving. Along μ the reaction over the hill goes downhill on G and uphill"
            + " on Vm.",
        "V = height exp(-((μ - centre)/width)²), x = c cosh μ cos ν, y = c sinh μ sin ν",
        "S. Kawai, Ensemble 16(1), 2014, section 3",
        "source: {model: elliptic-hill, parameters: {height: 5}, temperature: {kT: 1}, "
            + "segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "c", ParameterType.Real.POSITIVE, 1.0, "", "Half the distance of the foci."),
            ParameterDeclaration.optional(
                "height", ParameterType.Real.ANY, 5.0, "", "The height of the hill."),
            ParameterDeclaration.optional(
                "centre", ParameterType.Real.POSITIVE, 1.0, "", "The place of the hill on μ."),
            ParameterDeclaration.optional(
                "width", ParameterType.Real.POSITIVE, 0.25, "", "Its width on μ."),
            ParameterDeclaration.optional(
                "wall",
                ParameterType.Real.POSITIVE,
                2.0,
                "",
                "The μ beyond which energy rises as 50 (μ - wall)².")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new EllipticHill(
        parameters.real("c"),
        parameters.real("height"),
        parameters.real("centre"),
        parameters.real("width"),
        parameters.real("wall"));
  }
}
