package org.chikei.coordinates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;

/** The parameters that coordinates of points share. */
final class PointParameters {
  /** The points: atom numbers or names. */
  static final String ATOMS = "atoms";

  /** Whether vectors go to the nearest image. */
  static final String NEAREST_IMAGE = "nearest-image";

  /** A Cartesian component. */
  static final String COMPONENT = "component";

  /** What {@link #COMPONENT} can be; its place is the index of the component. */
  static final ParameterType.Choice COMPONENTS = ParameterType.Choice.of("x", "y", "z");

  private PointParameters() {}

  /** Declares a fixed number of points. */
  static ParameterDeclaration atoms(int number, String summary) {
    return ParameterDeclaration.required(
        ATOMS, new ParameterType.Points(number, number), "", summary);
  }

  /** Declares the switch for nearest images. */
  static ParameterDeclaration nearestImage() {
    return ParameterDeclaration.optional(
        NEAREST_IMAGE,
        new ParameterType.Flag(),
        true,
        "",
        "Take the shortest image of each vector between points in the frame's box; false takes the"
            + " positions as they stand.");
  }

  /** Declares the switch for making a molecule whole. */
  static ParameterDeclaration wholeMolecule() {
    return ParameterDeclaration.optional(
        NEAREST_IMAGE,
        new ParameterType.Flag(),
        true,
        "",
        "Make a molecule whole that the box cuts, by taking each atom at its nearest image to the"
            + " one before it in the list; false takes the positions as they stand.");
  }

  /**
   * The points of a request.
   *
   * @throws ParameterException if one is given twice
   */
  static List<Point> distinctPoints(CoordinateRequest request) throws ParameterException {
    List<Point> points = request.parameters().points(ATOMS);
    distinct(ATOMS, "", points);
    return points;
  }

  /**
   * Checks that no point is given twice.
   *
   * @param parameter where they come from
   * @param where which of several lists this is, to open the message
   * @throws ParameterException if one is
   */
  static void distinct(String parameter, String where, List<Point> points)
      throws ParameterException {
    Map<Point, Integer> seen = new HashMap<>();
    for (int p = 0; p < points.size(); p++) {
      Integer first = seen.putIfAbsent(points.get(p), p);
      if (first != null) {
        throw new ParameterException(
            parameter,
            where
                + "point "
                + (p + 1)
                + " ("
                + points.get(p).label()
                + ") is the same as point "
                + (first + 1)
                + "; give "
                + points.size()
                + " different ones");
      }
    }
  }

  /** The lists of points of a parameter that is a list of them. */
  static List<List<Point>> lists(CoordinateRequest request, String parameter) {
    List<List<Point>> lists = new ArrayList<>();
    for (Object list : (List<?>) request.parameters().value(parameter).orElseThrow()) {
      lists.add(((List<?>) list).stream().map(Point.class::cast).toList());
    }
    return lists;
  }

  /** Whether a request wants nearest images. */
  static boolean nearestImage(CoordinateRequest request) {
    return request.parameters().flag(NEAREST_IMAGE);
  }

  /** The index of the component that a request names: 0, 1 or 2. */
  static int component(CoordinateRequest request) {
    return COMPONENTS.words().indexOf(request.parameters().text(COMPONENT));
  }
}
