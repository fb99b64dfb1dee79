package org.chikei.coordinates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.chikei.coordinates.switching.SwitchingParameters;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code switched-centre}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + SwitchedCentreProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + SwitchedCentreProvider.SUMMARY
    })
public final class SwitchedCentreProvider implements CollectiveVariableProvider {
  static final String TYPE = "switched-centre";
  static final String SUMMARY = "centre of those points that are near another one";

  private static final String AROUND = "around";
  private static final String TO = "to";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "Where the neighbours of a point are: the mean of the vectors to them, each weighted with a"
            + " function that switches from one to zero with the distance; its length, one"
            + " component, or the distance of that centre from a further point. Its members change"
            + " with its value, so its effective mass does, and G and Vm part. Where no member is"
            + " near it does not exist, and such a frame counts as missing. "
            + SwitchingParameters.DESCRIPTION,
        "m = Σ s(r_i) d_i / Σ s(r_i), d_i = x_i - x_around; R = |m|, m_x, or |x_around + m - x_to|",
        "S. Kawai, Ensemble 16(1) (2014). " + SwitchingParameters.REFERENCE,
        "- {name: shell, type: switched-centre, around: [1], atoms: [4, 7, 10],"
            + " switching: {r0: 0.35}}",
        List.of(
            ParameterDeclaration.required(
                PointParameters.ATOMS,
                new ParameterType.Points(1, Integer.MAX_VALUE),
                "",
                "The points that may be near."),
            ParameterDeclaration.required(
                AROUND, new ParameterType.Points(1, 1), "", "The point that they are near to."),
            SwitchingParameters.required("What counts as near."),
            ParameterDeclaration.optional(
                TO,
                new ParameterType.Points(1, 1),
                "",
                "The point from which the centre is seen, in place of 'around'."),
            ParameterDeclaration.optional(
                PointParameters.COMPONENT,
                PointParameters.COMPONENTS,
                "",
                "One component in place of the length."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    Parameters parameters = request.parameters();
    List<Point> members = PointParameters.distinctPoints(request);
    Point around = parameters.points(AROUND).get(0);
    if (members.contains(around)) {
      throw new ParameterException(
          AROUND, around.label() + " is among 'atoms'; a point is not near itself");
    }
    List<Point> points = new ArrayList<>(List.of(around));
    points.addAll(members);
    int target = SwitchedCentre.NONE;
    if (parameters.has(TO) && !parameters.points(TO).get(0).equals(around)) {
      Point to = parameters.points(TO).get(0);
      target = points.indexOf(to);
      if (target < 0) {
        target = points.size();
        points.add(to);
      }
    }
    int component =
        parameters.has(PointParameters.COMPONENT)
            ? PointParameters.component(request)
            : SwitchedCentre.LENGTH;
    return new SwitchedCentre(
        points,
        members.size(),
        target,
        SwitchingParameters.read(
            (Map<?, ?>) parameters.value(SwitchingParameters.SWITCHING).orElseThrow(),
            SwitchingParameters.SWITCHING),
        component,
        PointParameters.nearestImage(request));
  }
}
