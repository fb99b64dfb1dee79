package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code position}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + PositionProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + PositionProvider.SUMMARY
    })
public final class PositionProvider implements CollectiveVariableProvider {
  static final String TYPE = "position";
  static final String SUMMARY = "x, y or z of a point";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "One Cartesian component of an atom or of the centre of a group, as it stands in the file:"
            + " by default no periodic image is taken, so an atom that leaves the box on one side and enters"
            + " on the other makes a jump. Use 'distance' with a 'component' for a position"
            + " relative to another point. Being linear, it has G = Vm.",
        "R = x (or y, or z)",
        "",
        "- {name: height, type: position, atoms: [9], component: z}",
        List.of(
            PointParameters.atoms(1, "The point."),
            ParameterDeclaration.required(
                PointParameters.COMPONENT, PointParameters.COMPONENTS, "", "Which component."),
            ParameterDeclaration.optional(
                PointParameters.NEAREST_IMAGE,
                new ParameterType.Flag(),
                false,
                "",
                "Take the image nearest to the origin in the frame's box, so that the value stays"
                    + " within half a box of 0; false takes the position as it stands.")));
  }

  @Override
  public Coordinate create(CoordinateRequest request) {
    return new Position(
        request.parameters().points(PointParameters.ATOMS).get(0),
        PointParameters.component(request),
        PointParameters.nearestImage(request));
  }
}
