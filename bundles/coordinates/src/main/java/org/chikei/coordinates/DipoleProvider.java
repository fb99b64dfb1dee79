package org.chikei.coordinates;

import java.util.Arrays;
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
import org.chikei.api.structure.Structure;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code dipole}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + DipoleProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + DipoleProvider.SUMMARY
    })
public final class DipoleProvider implements CollectiveVariableProvider {
  static final String TYPE = "dipole";
  static final String SUMMARY = "dipole moment of charged points, or its x, y or z";

  private static final String CHARGES = "charges";
  private static final String CENTRE = "centre";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The dipole moment of points with constant charges, its length or one component. Where the"
            + " charges do not sum to zero, it is taken about the centre of the points; 'centre:"
            + " none' takes it about the origin of the box. Each point is taken at its nearest"
            + " image to the point before it in the list. 1 e nm is 48.03 debye. A component is"
            + " linear and has G = Vm.",
        "D = Σ q_i (x_i - x_centre), R = |D| or D_x, D_y, D_z",
        "",
        "- {name: mu, type: dipole, atoms: [1, 2, 3], charges: [-0.834, 0.417, 0.417]}",
        List.of(
            ParameterDeclaration.required(
                PointParameters.ATOMS,
                new ParameterType.Points(1, Integer.MAX_VALUE),
                "",
                "The points."),
            ParameterDeclaration.optional(
                CHARGES,
                new ParameterType.ListOf(ParameterType.Real.ANY, 1, Integer.MAX_VALUE),
                "e",
                "One charge for each point; where they are left out, those of the structure's"
                    + " file, if it has any (MOL2)."),
            ParameterDeclaration.optional(
                CENTRE,
                ParameterType.Choice.of("geometry", "mass", "none"),
                "geometry",
                "",
                "What the dipole of a net charge is taken about."),
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
    List<Point> points = PointParameters.distinctPoints(request);
    double[] charges = charges(request, points);
    double[] weights = weights(request, points);
    double net = Arrays.stream(charges).sum();
    for (int p = 0; p < charges.length; p++) {
      charges[p] -= net * weights[p];
    }
    if (Arrays.stream(charges).allMatch(q -> Math.abs(q) < 1e-12)) {
      throw new ParameterException(
          parameters.has(CHARGES) ? CHARGES : PointParameters.ATOMS,
          "no charge is left about the centre, so the dipole is always zero");
    }
    int component =
        parameters.has(PointParameters.COMPONENT)
            ? PointParameters.component(request)
            : Dipole.LENGTH;
    return new Dipole(points, charges, component, PointParameters.nearestImage(request));
  }

  private static double[] charges(CoordinateRequest request, List<Point> points)
      throws ParameterException {
    if (request.parameters().has(CHARGES)) {
      double[] charges = request.parameters().reals(CHARGES);
      if (charges.length != points.size()) {
        throw new ParameterException(
            CHARGES, charges.length + " for " + points.size() + " points; give one for each");
      }
      return charges;
    }
    double[] ofAtoms =
        request
            .structure()
            .flatMap(Structure::charges)
            .orElseThrow(
                () ->
                    new ParameterException(
                        PointParameters.ATOMS,
                        "the structure has no charges; give them with '" + CHARGES + "'"));
    double[] charges = new double[points.size()];
    for (int p = 0; p < charges.length; p++) {
      if (!points.get(p).isAtom()) {
        throw new ParameterException(
            PointParameters.ATOMS,
            points.get(p).label()
                + " is no atom, so its charge must be given in '"
                + CHARGES
                + "'");
      }
      charges[p] = ofAtoms[points.get(p).atom(0)];
    }
    return charges;
  }

  /** The weights of the centre, which sum to 1 or are all zero. */
  private static double[] weights(CoordinateRequest request, List<Point> points)
      throws ParameterException {
    double[] weights = new double[points.size()];
    switch (request.parameters().text(CENTRE)) {
      case "geometry" -> Arrays.fill(weights, 1.0 / weights.length);
      case "mass" -> {
        for (int p = 0; p < weights.length; p++) {
          weights[p] = mass(request, points.get(p));
        }
        double sum = Arrays.stream(weights).sum();
        for (int p = 0; p < weights.length; p++) {
          weights[p] /= sum;
        }
      }
      default -> Arrays.fill(weights, 0);
    }
    return weights;
  }

  private static double mass(CoordinateRequest request, Point point) throws ParameterException {
    Structure structure =
        request
            .structure()
            .orElseThrow(
                () -> new ParameterException(CENTRE, "there are no masses without a structure"));
    double mass = 0;
    for (int k = 0; k < point.size(); k++) {
      mass += structure.mass(point.atom(k));
    }
    return mass;
  }
}
