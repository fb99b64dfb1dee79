package org.chikei.coordinates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Provides the coordinate type {@code distance-rmsd}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + DistanceRmsdProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + DistanceRmsdProvider.SUMMARY
    })
public final class DistanceRmsdProvider implements CollectiveVariableProvider {
  static final String TYPE = "distance-rmsd";
  static final String SUMMARY = "root mean square deviation of distances from a reference's";

  private static final String LOWER = "lower-cutoff";
  private static final String UPPER = "upper-cutoff";
  private static final String PAIRS = "pairs";

  private record Pairs(List<Integer> firsts, List<Integer> seconds, List<Double> distances) {
    Pairs() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(int first, int second, double distance) {
      firsts.add(first);
      seconds.add(second);
      distances.add(distance);
    }
  }

  @Override
  public Declaration declaration() {
    List<ParameterDeclaration> parameters = new ArrayList<>(Reference.declarations());
    parameters.add(
        ParameterDeclaration.optional(
            LOWER,
            new ParameterType.Real(0, Double.POSITIVE_INFINITY, false),
            0.0,
            "nm",
            "Only pairs that are further apart than this in the reference count."));
    parameters.add(
        ParameterDeclaration.optional(
            UPPER,
            ParameterType.Real.POSITIVE,
            "nm",
            "Only pairs that are nearer than this in the reference count; all if absent."));
    parameters.add(
        ParameterDeclaration.optional(
            PAIRS,
            new ParameterType.ListOf(new ParameterType.Points(2, 2), 1, Integer.MAX_VALUE),
            "",
            "The pairs that may count, each of two of the atoms; all if absent."));
    parameters.add(RmsdProvider.squared());
    parameters.add(PointParameters.nearestImage());
    return new Declaration(
        TYPE,
        SUMMARY,
        "How far the distances of the pairs of a group of atoms are from those in a reference"
            + " structure. Nothing has to be laid over anything, and a molecule and its mirror"
            + " image are the same. Reference distances are taken as the file has them, whatever"
            + " box; those of the frames to the nearest image. At the reference itself the value is"
            + " 0, and there is no gradient; such a frame counts as missing.",
        "R² = (1/P) Σ (|x_j - x_i| - r_ij)² over the P pairs with lower < r_ij < upper",
        "M. Bonomi et al., Comput. Phys. Commun. 180, 1961 (2009)",
        "- {name: drmsd, type: distance-rmsd, reference: folded.pdb, upper-cutoff: 0.8}",
        parameters);
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException, IOException {
    Reference reference = Reference.of(request);
    double lower = request.parameters().real(LOWER);
    double upper =
        request.parameters().has(UPPER)
            ? request.parameters().real(UPPER)
            : Double.POSITIVE_INFINITY;
    Pairs pairs = new Pairs();
    List<int[]> candidates = candidates(request, reference);
    double nearest = Double.POSITIVE_INFINITY;
    double furthest = 0;
    for (int[] pair : candidates) {
      double distance = distance(reference.positions(), pair[0], pair[1]);
      nearest = Math.min(nearest, distance);
      furthest = Math.max(furthest, distance);
      if (distance > lower && distance < upper) {
        pairs.add(pair[0], pair[1], distance);
      }
    }
    if (pairs.distances.isEmpty()) {
      throw new ParameterException(
          request.parameters().has(UPPER) ? UPPER : LOWER,
          String.format(
              Locale.ROOT,
              "no pair is left; the distances in the reference are from %.4g to %.4g nm",
              nearest,
              furthest));
    }
    return make(reference.points(), pairs, request);
  }

  private static Coordinate make(List<Point> points, Pairs pairs, CoordinateRequest request) {
    // points of no pair are left out, so that nobody reads them
    boolean[] paired = new boolean[points.size()];
    pairs.firsts.forEach(p -> paired[p] = true);
    pairs.seconds.forEach(p -> paired[p] = true);
    int[] places = new int[points.size()];
    List<Point> used = new ArrayList<>();
    for (int p = 0; p < places.length; p++) {
      places[p] = used.size();
      if (paired[p]) {
        used.add(points.get(p));
      }
    }
    return new DistanceRmsd(
        used,
        pairs.firsts.stream().mapToInt(p -> places[p]).toArray(),
        pairs.seconds.stream().mapToInt(p -> places[p]).toArray(),
        pairs.distances.stream().mapToDouble(Double::doubleValue).toArray(),
        request.parameters().flag(RmsdProvider.SQUARED),
        PointParameters.nearestImage(request));
  }

  /** The pairs that the job lists, or all, as places among the points. */
  private static List<int[]> candidates(CoordinateRequest request, Reference reference)
      throws ParameterException {
    List<Point> points = reference.points();
    List<int[]> candidates = new ArrayList<>();
    if (!request.parameters().has(PAIRS)) {
      for (int p = 0; p < points.size(); p++) {
        for (int q = p + 1; q < points.size(); q++) {
          candidates.add(new int[] {p, q});
        }
      }
      return candidates;
    }
    for (Object entry : (List<?>) request.parameters().value(PAIRS).orElseThrow()) {
      List<?> pair = (List<?>) entry;
      int first = points.indexOf(pair.get(0));
      int second = points.indexOf(pair.get(1));
      String label = "pair " + (candidates.size() + 1) + " (" + pair.get(0) + ", " + pair.get(1);
      if (first < 0 || second < 0) {
        throw new ParameterException(
            PAIRS,
            label
                + "): "
                + pair.get(first < 0 ? 0 : 1)
                + " is not among the atoms of the reference");
      }
      if (first == second) {
        throw new ParameterException(PAIRS, label + ") is of one atom");
      }
      candidates.add(new int[] {first, second});
    }
    return candidates;
  }

  private static double distance(double[] positions, int p, int q) {
    double sum = 0;
    for (int d = 0; d < 3; d++) {
      double difference = positions[3 * q + d] - positions[3 * p + d];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
