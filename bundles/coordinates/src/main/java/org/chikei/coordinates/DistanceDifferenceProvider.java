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
import org.chikei.api.parameter.ParameterType;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code distance-difference}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + DistanceDifferenceProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + DistanceDifferenceProvider.SUMMARY
    })
public final class DistanceDifferenceProvider implements CollectiveVariableProvider {
  static final String TYPE = "distance-difference";
  static final String SUMMARY =
      "difference of two distances, such as those to a donor and acceptor";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The difference of two distances: of three points, the first from the second less the"
            + " second from the third, which follows an atom that goes from the one to the other;"
            + " of four, the first from the second less the third from the fourth.",
        "R = d(1,2) - d(2,3), or d(1,2) - d(3,4)",
        "",
        "- {name: transfer, type: distance-difference, atoms: [3, 7, 9]}",
        List.of(
            ParameterDeclaration.required(
                PointParameters.ATOMS,
                new ParameterType.Points(3, 4),
                "",
                "The three or four points."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<Point> points = PointParameters.distinctPoints(request);
    return new DistanceDifference(points, PointParameters.nearestImage(request));
  }
}
