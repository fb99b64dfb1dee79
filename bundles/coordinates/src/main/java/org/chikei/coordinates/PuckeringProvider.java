package org.chikei.coordinates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code puckering}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + PuckeringProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + PuckeringProvider.SUMMARY
    })
public final class PuckeringProvider implements CollectiveVariableProvider {
  static final String TYPE = "puckering";
  static final String SUMMARY = "pseudorotation and puckering of a ring of five or six atoms";

  /** From 0 to a full turn, as the phase of Cremer and Pople is counted. */
  private static final Period POSITIVE_TURN = new Period(0, 2 * Math.PI);

  private static final Map<String, Puckering.Component> BY_TORSIONS = byTorsions();
  private static final Map<String, Puckering.Component> BY_HEIGHTS = byHeights();
  private static final List<String> OF_SIX_ALONE = List.of("qz", "theta");

  private static final ParameterType.Choice WORDS =
      ParameterType.Choice.of(
          "phs", "amp", "zx", "zy", "qx", "qy", "qz", "phi", "theta", "amplitude");

  private static Map<String, Puckering.Component> byTorsions() {
    Map<String, Puckering.Component> components = new LinkedHashMap<>();
    put(components, "phs", PuckeringFunction.Kind.PHASE, true, Optional.of(Period.TURN));
    put(components, "amp", PuckeringFunction.Kind.AMPLITUDE, true, Optional.empty());
    put(components, "zx", PuckeringFunction.Kind.COSINE, true, Optional.empty());
    put(components, "zy", PuckeringFunction.Kind.SINE, true, Optional.empty());
    return components;
  }

  /** The x component of Cremer and Pople's vector goes with the sine, as in PLUMED. */
  private static Map<String, Puckering.Component> byHeights() {
    Map<String, Puckering.Component> components = new LinkedHashMap<>();
    put(components, "qx", PuckeringFunction.Kind.SINE, false, Optional.empty());
    put(components, "qy", PuckeringFunction.Kind.COSINE, false, Optional.empty());
    put(components, "qz", PuckeringFunction.Kind.AXIAL, false, Optional.empty());
    put(components, "phi", PuckeringFunction.Kind.PHASE, false, Optional.of(POSITIVE_TURN));
    put(components, "theta", PuckeringFunction.Kind.POLAR_ANGLE, false, Optional.empty());
    put(components, "amplitude", PuckeringFunction.Kind.AMPLITUDE, false, Optional.empty());
    return components;
  }

  private static void put(
      Map<String, Puckering.Component> components,
      String word,
      PuckeringFunction.Kind kind,
      boolean byTorsions,
      Optional<Period> period) {
    components.put(word, new Puckering.Component(kind, byTorsions, period));
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "How a ring is puckered. Of five atoms, for a sugar C4', O4', C1', C2', C3': the"
            + " pseudorotation by two torsions, 'phs' its phase, periodic from -π to π, 'amp' its"
            + " amplitude in rad, 'zx' and 'zy' amplitude times cosine and sine of the phase. Of"
            + " five or six atoms: the puckering of Cremer and Pople by heights above the mean"
            + " plane, 'amplitude' Q, 'phi' the phase, periodic from 0 to 2π, 'qx' and 'qy' its"
            + " sine and cosine times q2; of six atoms also 'qz' = q3 and 'theta', 0 and π in the"
            + " two chairs. Names and signs are those of PLUMED. The phase of a ring without"
            + " puckering does not exist, and such a frame counts as missing; an amplitude has no"
            + " gradient there, nor has 'theta' in a perfect chair.",
        "zx = (v1 + v3)/(2 cos 4π/5), zy = (v1 - v3)/(2 sin 4π/5), v1 = torsion 2-3-4-5,"
            + " v3 = torsion 4-5-1-2; h_j = x_j·n/|n|, n = (Σ x_j sin 2πj/N) × (Σ x_j cos 2πj/N),"
            + " j from 0; qx = -√(2/N) Σ h_j sin 4πj/N, qy = √(2/N) Σ h_j cos 4πj/N,"
            + " qz = Σ (-1)^j h_j/√6; tan phi = qx/qy, cos theta = qz/Q",
        "M. Huang, T. J. Giese, T.-S. Lee, D. M. York, J. Chem. Theory Comput. 10, 1538 (2014);"
            + " D. Cremer, J. A. Pople, J. Am. Chem. Soc. 97, 1354 (1975)",
        "- {name: pucker, type: puckering, atoms: [1, 2, 3, 4, 5], component: phs}",
        List.of(
            ParameterDeclaration.required(
                PointParameters.ATOMS,
                new ParameterType.Points(5, 6),
                "",
                "The atoms of the ring, one after the other."),
            ParameterDeclaration.required(
                PointParameters.COMPONENT, WORDS, "", "What is computed."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<Point> points = PointParameters.distinctPoints(request);
    String word = request.parameters().text(PointParameters.COMPONENT);
    boolean five = points.size() == 5;
    if (five ? OF_SIX_ALONE.contains(word) : BY_TORSIONS.containsKey(word)) {
      throw new ParameterException(
          PointParameters.COMPONENT,
          "a ring of %d has no '%s'; it has %s"
              .formatted(
                  points.size(),
                  word,
                  five
                      ? "phs, amp, zx, zy, qx, qy, phi, amplitude"
                      : String.join(", ", BY_HEIGHTS.keySet())));
    }
    Puckering.Component component =
        BY_TORSIONS.containsKey(word) ? BY_TORSIONS.get(word) : BY_HEIGHTS.get(word);
    return new Puckering(points, component, PointParameters.nearestImage(request));
  }
}
