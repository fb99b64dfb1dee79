package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code distance}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + DistanceProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + DistanceProvider.SUMMARY
    })
public final class DistanceProvider implements CollectiveVariableProvider {
  static final String TYPE = "distance";
  static final String SUMMARY = "distance of two points, or its x, y or z";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The length of the vector from the first point to the second, or one component of that"
            + " vector: second minus first. The effective mass of a distance is the reduced mass,"
            + " the same at every length, so G and Vm agree but for a constant.",
        "R = |x2 - x1|; g = 1/m1 + 1/m2",
        "E. B. Wilson, J. C. Decius, P. C. Cross, Molecular Vibrations (1955), ch. 4",
        "- {name: cc, type: distance, atoms: [9, 15]}",
        List.of(
            PointParameters.atoms(2, "The first point and the second."),
            ParameterDeclaration.optional(
                PointParameters.COMPONENT,
                PointParameters.COMPONENTS,
                "",
                "One component of the vector, second minus first, in place of its length."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<Point> points = PointParameters.distinctPoints(request);
    boolean nearestImage = PointParameters.nearestImage(request);
    return request.parameters().has(PointParameters.COMPONENT)
        ? new DistanceComponent(points, PointParameters.component(request), nearestImage)
        : new Distance(points, nearestImage);
  }
}
