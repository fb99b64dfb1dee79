package org.chikei.coordinates;

import java.util.List;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.coordinates.switching.SwitchingFunction;
import org.chikei.coordinates.switching.SwitchingParameters;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code coordination}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + CoordinationProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + CoordinationProvider.SUMMARY
    })
public final class CoordinationProvider implements CollectiveVariableProvider {
  static final String TYPE = "coordination";
  static final String SUMMARY = "number of contacts between two groups of points, or in one";

  private static final String PAIRS = "pairs";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "How many pairs of points are near each other, counted with a function that switches"
            + " smoothly from one to zero. A point is no pair with itself; two points that are in"
            + " both groups count twice, once each way round. "
            + SwitchingParameters.DESCRIPTION,
        "R = Σ_ij s(r_ij); s(r) = (1 - x^n)/(1 - x^m), x = (r - d0)/r0",
        "M. Iannuzzi, A. Laio, M. Parrinello, Phys. Rev. Lett. 90, 238302 (2003). "
            + SwitchingParameters.REFERENCE,
        "- {name: cn, type: coordination, group-a: [1], group-b: [4, 7, 10],"
            + " switching: {r0: 0.35, n: 6, m: 12}}",
        List.of(
            Groups.declareFirst(),
            Groups.declareSecond(),
            SwitchingParameters.required("What counts as near."),
            ParameterDeclaration.optional(
                PAIRS,
                new ParameterType.Flag(),
                false,
                "",
                "Pair the first point of the one group with the first of the other, the second"
                    + " with the second, and so on, and nothing else."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    Groups groups = Groups.of(request);
    boolean oneToOne = request.parameters().flag(PAIRS);
    if (oneToOne && (groups.single() || groups.first().length != groups.second().length)) {
      throw new ParameterException(
          PAIRS, "needs two groups of the same number of points, to pair one with one");
    }
    SwitchingFunction function =
        SwitchingParameters.read(
            (Map<?, ?>) request.parameters().value(SwitchingParameters.SWITCHING).orElseThrow(),
            SwitchingParameters.SWITCHING);
    return new Coordination(groups, function, oneToOne, PointParameters.nearestImage(request));
  }
}
