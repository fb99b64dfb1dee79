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

/** Provides the model {@code polar-well}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + PolarProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + PolarProvider.SUMMARY
    })
public final class PolarProvider implements ModelProvider {
  static final String TYPE = "polar-well";
  static final String SUMMARY = "well on a circle or a sphere, tilted if wanted";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "A particle of mass 1 in two or three dimensions, tied to a distance from the "
            + "origin, in a field along x. With a field, the mean force along r and the angle"
            + " has a flow although the system is at equilibrium.",
        "V = k (r² - radius²)²/8 radius² + tilt x; k r²/2 + tilt x where radius is 0",
        "",
        "source: {model: polar-well, parameters: {k: 1}, temperature: {kT: 1}, "
            + "segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "dimensions", new ParameterType.Whole(2, 3), 2L, "", "How many there are."),
            ParameterDeclaration.optional(
                "k", ParameterType.Real.POSITIVE, 1.0, "", "The spring constant."),
            ParameterDeclaration.optional(
                "radius",
                new ParameterType.Real(0, Double.POSITIVE_INFINITY, false),
                0.0,
                "",
                "The distance at rest."),
            ParameterDeclaration.optional("tilt", ParameterType.Real.ANY, 0.0, "", "The field.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new PolarWell(
        parameters.whole("dimensions"),
        parameters.real("k"),
        parameters.real("radius"),
        parameters.real("tilt"));
  }
}
