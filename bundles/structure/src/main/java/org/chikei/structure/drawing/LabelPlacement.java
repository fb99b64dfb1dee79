package org.chikei.structure.drawing;

import java.util.ArrayList;
import java.util.List;
import org.chikei.structure.drawing.Scene.Box;
import org.chikei.structure.drawing.Scene.Stroke;
import org.chikei.structure.drawing.Scene.Symbol;

/** Finds places beside atoms where labels cover neither each other nor the molecule. */
final class LabelPlacement {

  /** The size of the type of labels. */
  static final double TYPE = 13;

  private static final int DIRECTIONS = 24;
  private static final double[] DISTANCES = {0, 5, 11, 18, 27};

  /**
   * A label in its place.
   *
   * @param text what it says
   * @param box what it covers
   */
  record Label(String text, Box box) {}

  private final Scene scene;
  private final List<double[]> discs;
  private final List<Label> placed = new ArrayList<>();

  /**
   * Starts with an empty drawing.
   *
   * @param scene what is on it
   * @param discs the marks: x, y, radius
   */
  LabelPlacement(Scene scene, List<double[]> discs) {
    this.scene = scene;
    this.discs = discs;
  }

  /**
   * Places a label.
   *
   * @param text what it says
   * @param x the atom's place
   * @param y see x
   */
  void add(String text, double x, double y) {
    double halfWidth = Lettering.width(text, TYPE) / 2;
    double halfHeight = 0.52 * TYPE;
    double clear = clearance(x, y);
    Box best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double distance : DISTANCES) {
      for (int k = 0; k < DIRECTIONS; k++) {
        // Upwards first, then turning away to both sides.
        int turn = (k + 1) / 2 * (k % 2 == 0 ? 1 : -1);
        double angle = 2 * Math.PI * turn / DIRECTIONS;
        double towardsX = Math.sin(angle);
        double towardsY = -Math.cos(angle);
        double reach = clear + distance + support(halfWidth, halfHeight, towardsX, towardsY);
        double middleX = x + reach * towardsX;
        double middleY = y + reach * towardsY;
        Box box =
            new Box(
                middleX - halfWidth,
                middleY - halfHeight,
                middleX + halfWidth,
                middleY + halfHeight);
        double cost = cost(box) + 0.06 * distance + 0.01 * k;
        if (cost < least - 1e-9) {
          least = cost;
          best = box;
        }
      }
    }
    placed.add(new Label(text, best));
  }

  /** How far a box reaches from its middle in a direction. */
  private static double support(double halfWidth, double halfHeight, double x, double y) {
    double byWidth = x == 0 ? Double.POSITIVE_INFINITY : halfWidth / Math.abs(x);
    double byHeight = y == 0 ? Double.POSITIVE_INFINITY : halfHeight / Math.abs(y);
    return Math.min(byWidth, byHeight);
  }

  private double clearance(double x, double y) {
    double clear = 5;
    for (double[] disc : discs) {
      if (disc[0] == x && disc[1] == y) {
        clear = Math.max(clear, 0.9 * disc[2]);
      }
    }
    for (Symbol symbol : scene.symbols) {
      Box box = symbol.box();
      if (box.left() < x && x < box.right() && box.top() < y && y < box.bottom()) {
        clear = Math.max(clear, 0.62 * Scene.TYPE);
      }
    }
    return clear + 1;
  }

  private double cost(Box box) {
    double cost = 0;
    for (Label label : placed) {
      cost += label.box().overlaps(box) ? 20 : 0;
    }
    for (Symbol symbol : scene.symbols) {
      cost += symbol.box().overlaps(box) ? symbol.light() ? 6 : 12 : 0;
    }
    for (Stroke stroke : scene.strokes) {
      cost += crosses(stroke, box) ? stroke.light() ? 3 : 6 : 0;
    }
    for (double[] disc : discs) {
      double dx = Math.max(0, Math.max(box.left() - disc[0], disc[0] - box.right()));
      double dy = Math.max(0, Math.max(box.top() - disc[1], disc[1] - box.bottom()));
      cost += Math.hypot(dx, dy) < 0.85 * disc[2] ? 2 : 0;
    }
    return cost;
  }

  /** Whether a stroke runs through a box: the part of it within each pair of sides must meet. */
  private static boolean crosses(Stroke stroke, Box box) {
    double from = 0;
    double to = 1;
    double[][] axes = {
      {stroke.x1(), stroke.x2(), box.left() - 2, box.right() + 2},
      {stroke.y1(), stroke.y2(), box.top() - 2, box.bottom() + 2}
    };
    for (double[] axis : axes) {
      double along = axis[1] - axis[0];
      if (Math.abs(along) < 1e-9) {
        if (axis[0] < axis[2] || axis[0] > axis[3]) {
          return false;
        }
        continue;
      }
      double one = (axis[2] - axis[0]) / along;
      double other = (axis[3] - axis[0]) / along;
      from = Math.max(from, Math.min(one, other));
      to = Math.min(to, Math.max(one, other));
    }
    return from < to;
  }

  /**
   * The labels in their places.
   *
   * @return in the order in which they were added
   */
  List<Label> labels() {
    return placed;
  }
}
