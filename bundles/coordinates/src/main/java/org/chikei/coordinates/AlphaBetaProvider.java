package org.chikei.coordinates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/** Provides the coordinate type {@code alpha-beta}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + AlphaBetaProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + AlphaBetaProvider.SUMMARY
    })
public final class AlphaBetaProvider implements CollectiveVariableProvider {
  static final String TYPE = "alpha-beta";
  static final String SUMMARY = "how many torsions are near reference values";

  private static final String TORSIONS = "torsions";
  private static final String REFERENCES = "references";
  private static final String COEFFICIENTS = "coefficients";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The similarity of torsions φ to reference values: each adds its coefficient where it has"
            + " its reference value, nothing where it is opposite, smoothly between. Where three"
            + " consecutive points of a torsion are on one line that torsion does not exist, and"
            + " such a frame counts as missing.",
        "R = Σ c ½ (1 + cos(φ - φref)); ℓ = -½ Σ c cos(φ - φref) g, g the inverse effective mass"
            + " of φ",
        "As ALPHABETA of PLUMED: G. A. Tribello et al., Comput. Phys. Commun. 185, 604 (2014)",
        "- {name: ab, type: alpha-beta, torsions: [[5, 7, 9, 15], [7, 9, 15, 17]],"
            + " references: [-1.4, 1.2]}",
        List.of(
            ParameterDeclaration.required(
                TORSIONS,
                new ParameterType.ListOf(new ParameterType.Points(4, 4), 1, Integer.MAX_VALUE),
                "",
                "Four points for each torsion, which is about the middle bond."),
            ParameterDeclaration.required(
                REFERENCES,
                numbers(),
                "rad",
                "The reference value of all torsions, or one for each."),
            ParameterDeclaration.optional(
                COEFFICIENTS, numbers(), 1.0, "", "The factor of all torsions, or one for each."),
            PointParameters.nearestImage()));
  }

  private static ParameterType numbers() {
    return ParameterType.OneOf.of(
        ParameterType.Real.ANY,
        new ParameterType.ListOf(ParameterType.Real.ANY, 1, Integer.MAX_VALUE));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<List<Point>> torsions = PointParameters.lists(request, TORSIONS);
    double[] references = numbers(request, REFERENCES, torsions.size());
    double[] coefficients = numbers(request, COEFFICIENTS, torsions.size());
    List<CosineSum.Term> terms = new ArrayList<>();
    for (int t = 0; t < references.length; t++) {
      List<Point> four = torsions.get(t);
      PointParameters.distinct(TORSIONS, "torsion " + (t + 1) + ": ", four);
      terms.add(new CosineSum.Term(List.of(four), references[t], coefficients[t]));
    }
    return new CosineSum(terms, PointParameters.nearestImage(request));
  }

  /** One number for each torsion, all the same where one is given. */
  private static double[] numbers(CoordinateRequest request, String parameter, int count)
      throws ParameterException {
    Optional<Object> value = request.parameters().value(parameter);
    double[] numbers = new double[count];
    if (value.orElseThrow() instanceof Double one) {
      Arrays.fill(numbers, one);
      return numbers;
    }
    double[] given = request.parameters().reals(parameter);
    if (given.length != count) {
      throw new ParameterException(
          parameter, given.length + " for " + count + " torsions; give one for each, or one");
    }
    return given;
  }
}
