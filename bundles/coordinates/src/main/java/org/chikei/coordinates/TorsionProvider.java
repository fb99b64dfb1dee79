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

/** Provides the coordinate type {@code torsion}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + TorsionProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + TorsionProvider.SUMMARY
    })
public final class TorsionProvider implements CollectiveVariableProvider {
  static final String TYPE = "torsion";
  static final String SUMMARY = "torsion (dihedral angle) of four points";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The torsion about the bond from the second point to the third, periodic from -π to π with"
            + " the sign of IUPAC: 0 is cis, ±π is trans, and it is positive where, looking along"
            + " the bond, the fourth point is reached from the first clockwise. Where three"
            + " consecutive points are on one line it does not exist, and such a frame counts as"
            + " missing. Its effective mass changes with the torsion, and that is why G and Vm part"
            + " along it.",
        "φ = atan2(|b2| b1·(b2 × b3), (b1 × b2)·(b2 × b3)), b1 = x2 - x1, b2 = x3 - x2,"
            + " b3 = x4 - x3",
        "Gradient: A. Blondel, M. Karplus, J. Comput. Chem. 17, 1132 (1996). Metric: E. B. Wilson,"
            + " J. C. Decius, P. C. Cross, Molecular Vibrations (1955), ch. 4",
        "- {name: phi, type: torsion, atoms: [5, 7, 9, 15]}",
        List.of(
            ParameterDeclaration.required(
                PointParameters.ATOMS,
                new ParameterType.Points(4, 6),
                "",
                "The four points; the torsion is about the middle bond. Six points make three"
                    + " vectors, each from one to the next, that need not meet: the torsion is from"
                    + " the first about the second to the third."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<Point> points = request.parameters().points(PointParameters.ATOMS);
    boolean nearestImage = PointParameters.nearestImage(request);
    if (points.size() == 4) {
      return new Torsion(PointParameters.distinctPoints(request), nearestImage);
    }
    if (points.size() == 5) {
      throw new ParameterException(
          PointParameters.ATOMS, "5 points; give 4 in a chain, or 6 as the ends of 3 vectors");
    }
    for (int p = 0; p < 6; p += 2) {
      if (points.get(p).equals(points.get(p + 1))) {
        throw new ParameterException(
            PointParameters.ATOMS,
            "points "
                + (p + 1)
                + " and "
                + (p + 2)
                + " ("
                + points.get(p).label()
                + ") are the same, so that there is no vector between them");
      }
    }
    return new VectorTorsion(points, nearestImage);
  }
}
