package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code angle}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + AngleProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + AngleProvider.SUMMARY
    })
public final class AngleProvider implements CollectiveVariableProvider {
  static final String TYPE = "angle";
  static final String SUMMARY = "angle at the second of three points, or between two vectors";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The angle at the second point between the first and the third, from 0 to π; of four points"
            + " the angle between the vector from the second to the first and that from the third"
            + " to the fourth. Where the two are parallel (0 or π) it has no gradient, and such a"
            + " frame counts as missing. Its effective mass changes with the angle.",
        "θ = atan2(|a × b|, a·b), a = x1 - x2, b = x3 - x2 (or x4 - x3);"
            + " g = 1/(m1 a²) + 1/(m3 b²) + (1/m2)(1/a² + 1/b² - 2 cos θ/(a b))",
        "E. B. Wilson, J. C. Decius, P. C. Cross, Molecular Vibrations (1955), ch. 4",
        "- {name: theta, type: angle, atoms: [7, 9, 15]}",
        List.of(
            ParameterDeclaration.required(
                PointParameters.ATOMS,
                new ParameterType.Points(3, 4),
                "",
                "The three points, the angle being at the second; or four."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    return new Angle(
        PointParameters.distinctPoints(request), PointParameters.nearestImage(request));
  }
}
