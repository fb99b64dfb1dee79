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
import org.chikei.api.parameter.Parameters;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code elliptic}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + EllipticProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + EllipticProvider.SUMMARY
    })
public final class EllipticProvider implements CollectiveVariableProvider {
  static final String TYPE = "elliptic";
  static final String SUMMARY = "elliptic coordinate of a point about two foci";

  private static final String FOCI = "foci";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "An elliptic (prolate spheroidal) coordinate about two foci: mu is constant on ellipsoids"
            + " round both and zero between them, nu on the hyperboloids that separate them, zero"
            + " beyond the second focus and π beyond the first. The foci are two points of the"
            + " structure, which move, or two fixed places. A curved coordinate: its effective"
            + " mass depends on both mu and nu, and G and Vm part. On the line between the foci mu,"
            + " beyond them nu, has no gradient, and such a frame counts as missing.",
        "cosh μ = (r1 + r2)/2c, cos ν = (r1 - r2)/2c, 2c the distance of the foci;"
            + " for fixed foci g = 1/(m c² (sinh² μ + sin² ν))",
        "S. Kawai, Ensemble 16(1) (2014); P. M. Morse, H. Feshbach, Methods of Theoretical Physics"
            + " (1953), ch. 5",
        "- {name: mu, type: elliptic, atoms: [5, 1, 9], component: mu}",
        List.of(
            ParameterDeclaration.required(
                PointParameters.ATOMS,
                new ParameterType.Points(1, 3),
                "",
                "The point and the two foci; the point alone where the foci are fixed."),
            ParameterDeclaration.optional(
                FOCI,
                new ParameterType.ListOf(
                    new ParameterType.ListOf(ParameterType.Real.ANY, 3, 3), 2, 2),
                "nm",
                "Fixed places of the foci, x, y, z of each; the point is then taken as it stands in"
                    + " the file."),
            ParameterDeclaration.required(
                PointParameters.COMPONENT,
                ParameterType.Choice.of("mu", "nu"),
                "",
                "Which of the two coordinates."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    Parameters parameters = request.parameters();
    List<Point> points = PointParameters.distinctPoints(request);
    boolean fixed = parameters.has(FOCI);
    if (points.size() != (fixed ? 1 : 3)) {
      throw new ParameterException(
          PointParameters.ATOMS,
          points.size()
              + (fixed
                  ? " points with fixed foci; give the point alone"
                  : " points; give the point and two foci, or the point alone and 'foci'"));
    }
    return new Elliptic(
        points,
        fixed ? foci(parameters) : null,
        parameters.text(PointParameters.COMPONENT).equals("mu"),
        PointParameters.nearestImage(request));
  }

  private static double[] foci(Parameters parameters) throws ParameterException {
    double[] foci = new double[6];
    List<?> written = (List<?>) parameters.value(FOCI).orElseThrow();
    for (int k = 0; k < 6; k++) {
      foci[k] = ((Number) ((List<?>) written.get(k / 3)).get(k % 3)).doubleValue();
    }
    if (foci[0] == foci[3] && foci[1] == foci[4] && foci[2] == foci[5]) {
      throw new ParameterException(FOCI, "the two foci are the same place");
    }
    return foci;
  }
}
