package org.chikei.structure.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.structure.chemistry.MolecularGraph.Line;

/**
 * What is on the drawing, in pixels with y downwards: symbols of atoms, strokes of bonds, shortened
 * where they would run into a symbol. Fragments stand in rows.
 */
final class Scene {

  /** The length of a bond in pixels. */
  static final double BOND = 44;

  /** The size of the type of symbols. */
  static final double TYPE = 15;

  private static final double GAP = 0.8 * BOND;
  private static final double ROW = 17 * BOND;
  private static final Set<String> FIRST_IN_FORMULAE = Set.of("O", "S", "Se", "F", "Cl", "Br", "I");
  private static final double PAIR = 2.7;
  private static final double BESIDE = 5.6;

  /**
   * A stroke.
   *
   * @param light whether it leads to a hydrogen
   * @param dashed whether it is dashed
   */
  record Stroke(double x1, double y1, double x2, double y2, boolean light, boolean dashed) {}

  /**
   * A symbol: the text starts at the left of its box, or ends at its right.
   *
   * @param element the element, for its colour
   * @param text with hydrogens and charge
   * @param box what it covers
   * @param light whether it is a hydrogen
   */
  record Symbol(String element, String text, Box box, boolean light) {}

  /** A rectangle. */
  record Box(double left, double top, double right, double bottom) {
    static Box around(double x, double y, double radius) {
      return new Box(x - radius, y - radius, x + radius, y + radius);
    }

    Box with(Box other) {
      return new Box(
          Math.min(left, other.left),
          Math.min(top, other.top),
          Math.max(right, other.right),
          Math.max(bottom, other.bottom));
    }

    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** Which part of a line, from 0 to 1, lies inside on the way out from the inner point. */
    double exit(double x, double y, double towardsX, double towardsY) {
      double alongX = towardsX > x ? (right - x) / (towardsX - x) : (left - x) / (towardsX - x);
      double alongY = towardsY > y ? (bottom - y) / (towardsY - y) : (top - y) / (towardsY - y);
      double exit = Math.min(towardsX == x ? 1 : alongX, towardsY == y ? 1 : alongY);
      return Math.max(0, Math.min(1, exit));
    }
  }

  final List<Stroke> strokes = new ArrayList<>();
  final List<Symbol> symbols = new ArrayList<>();

  /** The place of each drawn atom, by its index in the structure. */
  final Map<Integer, double[]> places = new HashMap<>();

  private double left;
  private double top;
  private double rowHeight;

  Scene(List<Fragment> fragments) {
    for (Fragment fragment : fragments) {
      add(fragment);
    }
  }

  private Scene() {}

  /** Draws a fragment once to see how much room it takes, and then in its place. */
  private void add(Fragment fragment) {
    Scene alone = new Scene();
    alone.draw(fragment, 0, 0);
    Box room = alone.covered();
    if (left > 0 && left + room.right() - room.left() > ROW) {
      left = 0;
      top += rowHeight + GAP;
      rowHeight = 0;
    }
    draw(fragment, left - room.left(), top - room.top());
    left += room.right() - room.left() + GAP;
    rowHeight = Math.max(rowHeight, room.bottom() - room.top());
  }

  /**
   * What the drawing covers.
   *
   * @return the rectangle around all atoms, symbols and strokes
   */
  Box covered() {
    Box covered =
        new Box(
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY);
    for (double[] at : places.values()) {
      covered = covered.with(Box.around(at[0], at[1], 4));
    }
    for (Symbol symbol : symbols) {
      covered = covered.with(symbol.box());
    }
    for (Stroke stroke : strokes) {
      covered = covered.with(Box.around(stroke.x1(), stroke.y1(), 1));
      covered = covered.with(Box.around(stroke.x2(), stroke.y2(), 1));
    }
    return covered;
  }

  private void draw(Fragment fragment, double shiftX, double shiftY) {
    int size = fragment.size();
    double[] x = new double[size];
    double[] y = new double[size];
    Box[] boxes = new Box[size];
    for (int i = 0; i < size; i++) {
      x[i] = shiftX + BOND * fragment.x[i];
      y[i] = shiftY - BOND * fragment.y[i];
      places.put(fragment.atom(i), new double[] {x[i], y[i]});
      boxes[i] = addSymbol(fragment, i, x, y);
    }
    for (Line line : fragment.lines()) {
      addBond(fragment, line, x, y, boxes);
    }
    for (double[] stub : fragment.stubs) {
      int place = (int) stub[0];
      double endX = shiftX + BOND * stub[1];
      double endY = shiftY - BOND * stub[2];
      double from = boxes[place] == null ? 0 : boxes[place].exit(x[place], y[place], endX, endY);
      strokes.add(
          new Stroke(
              x[place] + from * (endX - x[place]),
              y[place] + from * (endY - y[place]),
              endX,
              endY,
              false,
              true));
    }
  }

  private Box addSymbol(Fragment fragment, int place, double[] x, double[] y) {
    String element = fragment.symbol(place);
    boolean hydrogen = place >= fragment.skeletonSize();
    boolean bare = element.equals("C") && fragment.charge[place] == 0;
    if (bare && !fragment.linesOf(place).isEmpty()) {
      return null;
    }
    String hydrogens = Lettering.hydrogens(fragment.hidden[place]);
    String symbol = element.isEmpty() ? "*" : element;
    String charge = Lettering.charge(fragment.charge[place]);
    boolean before = !hydrogens.isEmpty() && hydrogensFirst(fragment, place, x);
    double half = Lettering.width(symbol, TYPE) / 2;
    double others = Lettering.width(hydrogens + charge, TYPE);
    double pad = 2.5;
    Box box =
        new Box(
            x[place] - half - pad - (before ? others : 0),
            y[place] - 0.46 * TYPE - pad,
            x[place] + half + pad + (before ? 0 : others),
            y[place] + 0.46 * TYPE + pad);
    String text = before ? hydrogens + symbol + charge : symbol + hydrogens + charge;
    symbols.add(new Symbol(element, text, box, hydrogen && element.equals("H")));
    return box;
  }

  /** Hydrogens stand on the side without neighbours; of a molecule as in H₂O and NH₃. */
  private static boolean hydrogensFirst(Fragment fragment, int place, double[] x) {
    if (fragment.linesOf(place).isEmpty()) {
      return FIRST_IN_FORMULAE.contains(fragment.symbol(place));
    }
    double sum = 0;
    for (Line line : fragment.linesOf(place)) {
      sum += x[line.other(place)] - x[place];
    }
    return sum > 0.1 * BOND;
  }

  private void addBond(Fragment fragment, Line line, double[] x, double[] y, Box[] boxes) {
    double dx = x[line.second] - x[line.first];
    double dy = y[line.second] - y[line.first];
    double length = Math.hypot(dx, dy);
    double from = trimmed(boxes[line.first], line.first, line.second, x, y);
    double to = 1 - trimmed(boxes[line.second], line.second, line.first, x, y);
    if (length == 0 || from >= to) {
      return;
    }
    double acrossX = -dy / length;
    double acrossY = dx / length;
    boolean light = line.second >= fragment.skeletonSize();
    double[] path = {x[line.first], y[line.first], dx, dy, acrossX, acrossY};
    if (line.order == 2 && isEnd(fragment, line)) {
      addStroke(path, from, to, PAIR, light, false);
      addStroke(path, from, to, -PAIR, light, false);
      return;
    }
    addStroke(path, from, to, 0, light, false);
    if (line.order == 2 || line.order == 4) {
      double side = Math.copySign(BESIDE, crowdedSide(fragment, line, x, y, acrossX, acrossY));
      addStroke(path, Math.max(from, 0.14), Math.min(to, 0.86), side, light, line.order == 4);
    } else if (line.order == 3) {
      addStroke(path, from, to, 1.6 * PAIR, light, false);
      addStroke(path, from, to, -1.6 * PAIR, light, false);
    }
  }

  private static double trimmed(Box box, int inside, int towards, double[] x, double[] y) {
    return box == null ? 0 : box.exit(x[inside], y[inside], x[towards], y[towards]);
  }

  private static boolean isEnd(Fragment fragment, Line line) {
    return fragment.degree(line.first) == 1 || fragment.degree(line.second) == 1;
  }

  /** On which side of a bond more neighbours of the skeleton lie; there runs its second stroke. */
  private static double crowdedSide(
      Fragment fragment, Line line, double[] x, double[] y, double acrossX, double acrossY) {
    double sum = 1e-6;
    for (int end : new int[] {line.first, line.second}) {
      for (Line next : fragment.linesOf(end)) {
        int other = next.other(end);
        if (next != line && other < fragment.skeletonSize()) {
          sum += acrossX * (x[other] - x[end]) + acrossY * (y[other] - y[end]);
        }
      }
    }
    return sum;
  }

  private void addStroke(
      double[] path, double from, double to, double aside, boolean light, boolean dashed) {
    double x = path[0] + aside * path[4];
    double y = path[1] + aside * path[5];
    strokes.add(
        new Stroke(
            x + from * path[2],
            y + from * path[3],
            x + to * path[2],
            y + to * path[3],
            light,
            dashed));
  }
}
