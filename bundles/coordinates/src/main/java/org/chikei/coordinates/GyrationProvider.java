package org.chikei.coordinates;

import java.util.LinkedHashMap;
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
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code gyration}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + GyrationProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + GyrationProvider.SUMMARY
    })
public final class GyrationProvider implements CollectiveVariableProvider {
  static final String TYPE = "gyration";
  static final String SUMMARY = "radius of gyration, and the size and shape of a molecule";

  private static final String WEIGHTS = "weights";
  private static final String AXIS = "axis";
  private static final String RADIUS = "radius";
  private static final String TRACE = "trace";
  private static final String INERTIA = "inertia";
  private static final String INERTIA_ALONG = "inertia-z";
  private static final String ANISOTROPY = "kappa2";

  /** The components that depend on the eigenvalues one by one. */
  private static final Map<String, Shape> SHAPES = shapes();

  private static final ParameterType.Choice WORDS =
      ParameterType.Choice.of(
          RADIUS,
          TRACE,
          INERTIA,
          INERTIA_ALONG,
          "eigenvalue-1",
          "eigenvalue-2",
          "eigenvalue-3",
          "gtpc-1",
          "gtpc-2",
          "gtpc-3",
          "rgyr-1",
          "rgyr-2",
          "rgyr-3",
          "asphericity",
          "acylindricity",
          ANISOTROPY);

  private record Shape(ShapeInvariant invariant, boolean root) {}

  private static Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (int k = 0; k < 3; k++) {
      double[] one = new double[3];
      one[k] = 1;
      ShapeInvariant eigenvalue = ShapeInvariant.linear(one[0], one[1], one[2]);
      shapes.put("eigenvalue-" + (k + 1), new Shape(eigenvalue, false));
      shapes.put("gtpc-" + (k + 1), new Shape(eigenvalue, true));
      // the third is that about the longest axis, so the smallest
      shapes.put(
          "rgyr-" + (3 - k),
          new Shape(ShapeInvariant.linear(1 - one[0], 1 - one[1], 1 - one[2]), true));
    }
    shapes.put("asphericity", new Shape(ShapeInvariant.linear(1, -0.5, -0.5), true));
    shapes.put("acylindricity", new Shape(ShapeInvariant.linear(0, 1, -1), true));
    shapes.put(ANISOTROPY, new Shape(ShapeInvariant.ANISOTROPY, false));
    return shapes;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "How large a group of atoms is, and of what shape, by the gyration tensor G about its"
            + " centre with the eigenvalues λ1 ≥ λ2 ≥ λ3: 'radius' √tr G; 'trace' tr G; 'inertia'"
            + " the sum Σ w r² that is not divided by Σ w; 'inertia-z' the same of the components"
            + " along 'axis'; 'eigenvalue-k' λk; 'gtpc-k' √λk; 'rgyr-1' √(λ1 + λ2), 'rgyr-2'"
            + " √(λ1 + λ3), 'rgyr-3' √(λ2 + λ3); 'asphericity' √(λ1 - (λ2 + λ3)/2);"
            + " 'acylindricity' √(λ2 - λ3); 'kappa2' 1 - 3 (λ1 λ2 + λ2 λ3 + λ3 λ1)/(tr G)². Names"
            + " and definitions of the last nine are those of PLUMED; its TRACE is twice 'inertia'."
            + " Where two eigenvalues are equal that a component tells apart, and where a root is"
            + " zero, there is no gradient, and such a frame counts as missing.",
        "G = Σ w (x - c)(x - c)ᵀ / Σ w, c = Σ w x / Σ w; R = √tr G;"
            + " with masses as weights the radius has g = 1/Σ m",
        "J. Vymětal, J. Vondrášek, J. Phys. Chem. A 115, 11455 (2011)",
        "- {name: rg, type: gyration, atoms: [1, 5, 7, 9, 15, 17], weights: mass}",
        List.of(
            ParameterDeclaration.required(
                PointParameters.ATOMS,
                new ParameterType.Points(2, Integer.MAX_VALUE),
                "",
                "The atoms of the group."),
            ParameterDeclaration.optional(
                PointParameters.COMPONENT, WORDS, RADIUS, "", "What is computed."),
            PointWeights.declaration(
                WEIGHTS, "How much each atom counts: alike, by its mass, or by a number for each."),
            ParameterDeclaration.optional(
                AXIS,
                new ParameterType.ListOf(ParameterType.Real.ANY, 3, 3),
                "",
                "The direction x, y, z for 'inertia-z', of any length; z where it is not given."),
            PointParameters.wholeMolecule()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<Point> points = PointParameters.distinctPoints(request);
    boolean nearestImage = PointParameters.nearestImage(request);
    double[] weights = PointWeights.of(request, WEIGHTS, points);
    String word = request.parameters().text(PointParameters.COMPONENT);
    double[] axis = axis(request, word);
    Shape shape = SHAPES.get(word);
    if (shape != null) {
      return new GyrationTensor(points, weights, shape.invariant, shape.root, nearestImage);
    }
    boolean radius = word.equals(RADIUS);
    boolean normalised = radius || word.equals(TRACE);
    String unit = radius ? "nm" : "nm^2";
    if (!normalised && PointWeights.areMasses(request, WEIGHTS)) {
      unit = "amu " + unit;
    }
    return new GyrationSum(points, unit, weights, normalised, axis, radius, nearestImage);
  }

  /** The axis of length 1, or null where the component has none. */
  private static double[] axis(CoordinateRequest request, String word) throws ParameterException {
    boolean along = word.equals(INERTIA_ALONG);
    if (!request.parameters().has(AXIS)) {
      return along ? new double[] {0, 0, 1} : null;
    }
    if (!along) {
      throw new ParameterException(AXIS, "only 'component: " + INERTIA_ALONG + "' has an axis");
    }
    double[] axis = request.parameters().reals(AXIS);
    double largest = Math.max(Math.abs(axis[0]), Math.max(Math.abs(axis[1]), Math.abs(axis[2])));
    if (largest == 0) {
      throw new ParameterException(AXIS, "[0, 0, 0] is no direction");
    }
    double sum = 0;
    for (int d = 0; d < 3; d++) {
      axis[d] /= largest;
      sum += axis[d] * axis[d];
    }
    for (int d = 0; d < 3; d++) {
      axis[d] /= Math.sqrt(sum);
    }
    return axis;
  }
}
