package org.chikei.coordinates;

import java.util.ArrayList;
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

/** Provides the coordinate type {@code dihedral-correlation}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + DihedralCorrelationProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + DihedralCorrelationProvider.SUMMARY
    })
public final class DihedralCorrelationProvider implements CollectiveVariableProvider {
  static final String TYPE = "dihedral-correlation";
  static final String SUMMARY = "how alike torsions are, pair by pair";

  private static final String PAIRS = "pairs";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The similarity of torsions to each other: each pair adds 1 where its two torsions are"
            + " equal, nothing where they are opposite, smoothly between. Where three consecutive"
            + " points of a torsion are on one line that torsion does not exist, and such a frame"
            + " counts as missing.",
        "R = Σ ½ (1 + cos(φ - ψ)); ℓ = -½ Σ cos(φ - ψ) g, g the inverse effective mass of φ - ψ",
        "As DIHCOR of PLUMED: G. A. Tribello et al., Comput. Phys. Commun. 185, 604 (2014)",
        "- {name: dc, type: dihedral-correlation, pairs: [[5, 7, 9, 15, 7, 9, 15, 17]]}",
        List.of(
            ParameterDeclaration.required(
                PAIRS,
                new ParameterType.ListOf(new ParameterType.Points(8, 8), 1, Integer.MAX_VALUE),
                "",
                "Eight points for each pair: the four of one torsion, then the four of the other."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<CosineSum.Term> terms = new ArrayList<>();
    for (List<Point> eight : PointParameters.lists(request, PAIRS)) {
      List<List<Point>> torsions = List.of(eight.subList(0, 4), eight.subList(4, 8));
      String pair = " torsion of pair " + (terms.size() + 1) + ": ";
      PointParameters.distinct(PAIRS, "the first" + pair, torsions.get(0));
      PointParameters.distinct(PAIRS, "the second" + pair, torsions.get(1));
      terms.add(new CosineSum.Term(torsions, 0, 1));
    }
    return new CosineSum(terms, PointParameters.nearestImage(request));
  }
}
