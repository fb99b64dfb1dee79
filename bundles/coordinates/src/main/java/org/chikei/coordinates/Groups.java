package org.chikei.coordinates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;

/**
 * The points of one group or two, each point once, and which pairs of them count: every point of
 * the first with every one of the second that is not the same point, or every two of one group.
 *
 * @param points all points
 * @param first the points of the first group, as indices of {@code points}
 * @param second those of the second group; the first again where there is one group alone
 * @param single whether there is one group alone
 */
record Groups(List<Point> points, int[] first, int[] second, boolean single) {
  /** The first group. */
  static final String A = "group-a";

  /** The second group. */
  static final String B = "group-b";

  /** Declares the first group. */
  static ParameterDeclaration declareFirst() {
    return ParameterDeclaration.required(
        A, new ParameterType.Points(1, Integer.MAX_VALUE), "", "The points of the first group.");
  }

  /** Declares the second group. */
  static ParameterDeclaration declareSecond() {
    return ParameterDeclaration.optional(
        B,
        new ParameterType.Points(1, Integer.MAX_VALUE),
        "",
        "The points of the second group; without it the pairs are those within the first, each"
            + " once.");
  }

  /** The groups of a request. */
  static Groups of(CoordinateRequest request) throws ParameterException {
    List<Point> a = request.parameters().points(A);
    Optional<List<Point>> b =
        request.parameters().has(B)
            ? Optional.of(request.parameters().points(B))
            : Optional.empty();
    Map<Point, Integer> indices = new LinkedHashMap<>();
    int[] first = indices(A, a, indices);
    int[] second = b.isEmpty() ? first : indices(B, b.get(), indices);
    Groups groups = new Groups(List.copyOf(indices.keySet()), first, second, b.isEmpty());
    if (groups.pairs() == 0) {
      throw new ParameterException(
          b.isEmpty() ? A : B, "there is no pair of different points; give other points");
    }
    return groups;
  }

  private static int[] indices(String key, List<Point> points, Map<Point, Integer> indices)
      throws ParameterException {
    int[] of = new int[points.size()];
    Map<Point, Integer> seen = new HashMap<>();
    for (int k = 0; k < of.length; k++) {
      Integer before = seen.put(points.get(k), k);
      if (before != null) {
        throw new ParameterException(
            key,
            "point "
                + (k + 1)
                + " ("
                + points.get(k).label()
                + ") is the same as point "
                + (before + 1)
                + "; give it once");
      }
      indices.putIfAbsent(points.get(k), indices.size());
      of[k] = indices.get(points.get(k));
    }
    return of;
  }

  /** How many pairs count. */
  long pairs() {
    long n = first.length;
    if (single) {
      return n * (n - 1) / 2;
    }
    boolean[] inFirst = new boolean[points.size()];
    for (int p : first) {
      inFirst[p] = true;
    }
    long same = 0;
    for (int p : second) {
      same += inFirst[p] ? 1 : 0;
    }
    return n * second.length - same;
  }

  /**
   * The pairs that are made one to one: the k-th of the first group with the k-th of the second.
   */
  List<int[]> oneToOne() {
    List<int[]> pairs = new ArrayList<>();
    for (int k = 0; k < first.length; k++) {
      if (first[k] != second[k]) {
        pairs.add(new int[] {first[k], second[k]});
      }
    }
    return pairs;
  }

  /** Visits every pair that counts. */
  void forEachPair(PairVisitor visitor) {
    for (int k = 0; k < first.length; k++) {
      for (int l = single ? k + 1 : 0; l < second.length; l++) {
        if (first[k] != second[l]) {
          visitor.visit(first[k], second[l]);
        }
      }
    }
  }

  /** What is done with a pair. */
  @FunctionalInterface
  interface PairVisitor {
    /** Visits the pair of two points. */
    void visit(int from, int to);
  }
}
