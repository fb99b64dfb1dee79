package org.chikei.structure.drawing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.chikei.api.structure.Structure;
import org.chikei.structure.drawing.Fragment.Line;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.graph.Matching;

/**
 * Tells double and triple bonds from valences, for bonds whose order is not known. An atom lacks as
 * many bonds as its usual valence exceeds its neighbours; atoms that lack some are joined in pairs,
 * the relatively shortest bonds first, and in rings so that no atom stays alone. Where carbon has
 * hydrogens in the structure, the valences decide; where it has none, as for united atoms and in
 * crystal structures, only bonds that are short enough count. What is still lacking in the end is a
 * charge.
 */
final class BondOrders {

  /** Bond lengths over the sum of covalent radii: single 1, double 0.87, triple bonds 0.79. */
  private static final double SHORT = 0.93;

  private static final double VERY_SHORT = 0.83;

  private static final double ANY = 1.1;
  private static final double UNKNOWN = 0.9;

  private final Fragment fragment;
  private final double[] positions;
  private final boolean countsHydrogens;
  private final int[] lacking;

  private BondOrders(Fragment fragment, Structure structure) {
    this.fragment = fragment;
    positions = structure.positions().orElse(null);
    countsHydrogens = countsHydrogens();
    lacking = new int[fragment.size()];
  }

  /**
   * Gives every bond of a fragment an order, and atoms their charges.
   *
   * @param fragment the fragment
   * @param structure what it is of
   */
  static void assign(Fragment fragment, Structure structure) {
    if (fragment.lines().stream().anyMatch(line -> line.order == 0 || line.order == 4)) {
      new BondOrders(fragment, structure).assign();
    }
  }

  /** Not so where carbon may be a united atom: one without hydrogens and with few neighbours. */
  private boolean countsHydrogens() {
    boolean hydrogens = false;
    boolean united = false;
    for (int i = 0; i < fragment.size(); i++) {
      boolean hasHydrogens = fragment.hydrogens(i) > 0;
      if (hasHydrogens && fragment.number(i) == 6) {
        return true;
      }
      united |= fragment.number(i) == 6 && fragment.degree(i) < 3;
      hydrogens |= hasHydrogens;
    }
    return hydrogens && !united;
  }

  private void assign() {
    List<Line> open = new ArrayList<>();
    for (Line line : fragment.lines()) {
      if (line.order == 0 || line.order == 4) {
        open.add(line);
      }
    }
    boolean[] aromatic = new boolean[open.size()];
    for (int k = 0; k < aromatic.length; k++) {
      aromatic[k] = open.get(k).order == 4;
      open.get(k).order = 1;
    }
    for (int i = 0; i < fragment.size(); i++) {
      lacking[i] = Math.max(0, valence(fragment.number(i), fragment.degree(i)) - bonds(i));
    }
    for (int round = 0; round < 2; round++) {
      List<Line> candidates = new ArrayList<>();
      for (int k = 0; k < aromatic.length; k++) {
        if (aromatic[k] && round == 0 || ratio(open.get(k)) < longest(open.get(k).order)) {
          candidates.add(open.get(k));
        }
      }
      join(candidates);
    }
    if (countsHydrogens) {
      addCharges();
    }
  }

  /** How long a bond may be, as a ratio, to become one of the next order. */
  private double longest(int order) {
    if (countsHydrogens) {
      return ANY;
    }
    return order == 1 ? SHORT : VERY_SHORT;
  }

  private static int valence(int number, int degree) {
    return switch (number) {
      case 1 -> 1;
      case 5 -> 3;
      case 6, 14 -> 4;
      case 7 -> degree > 3 ? 4 : 3;
      case 8 -> Math.max(2, degree);
      case 15 -> degree > 3 ? 5 : 3;
      case 16, 34 -> degree > 3 ? 6 : degree == 3 ? 4 : 2;
      case 17, 35, 53 -> degree < 2 ? 1 : 2 * degree - 1;
      default -> 0;
    };
  }

  private int bonds(int place) {
    int bonds = fragment.hidden[place] + fragment.cut[place];
    for (Line line : fragment.linesOf(place)) {
      bonds += line.order;
    }
    return bonds;
  }

  private double ratio(Line line) {
    if (positions == null) {
      return countsHydrogens ? UNKNOWN : ANY;
    }
    double square = 0;
    for (int k = 0; k < 3; k++) {
      double d =
          positions[3 * fragment.atom(line.first) + k]
              - positions[3 * fragment.atom(line.second) + k];
      square += d * d;
    }
    double radii = radius(line.first) + radius(line.second);
    double ratio = Math.sqrt(square) / radii;
    // Longer is no bond at all, but one across the faces of a periodic box.
    return ratio < 1.5 ? ratio : countsHydrogens ? UNKNOWN : ANY;
  }

  private double radius(int place) {
    Double angstrom = Elements.ofNumber(fragment.number(place)).covalentRadius();
    return angstrom == null ? 0.15 : angstrom / 10;
  }

  /** One round: every atom that lacks a bond gets one more, as far as they can be paired. */
  private void join(List<Line> candidates) {
    List<Line> open = new ArrayList<>();
    for (Line line : candidates) {
      if (lacking[line.first] > 0 && lacking[line.second] > 0 && line.order < 3) {
        open.add(line);
      }
    }
    open.sort(Comparator.comparingDouble(line -> ratio(line) - (isEnd(line) ? 0.2 : 0)));
    Matching matching = Matching.withCapacity(fragment.size());
    for (Line line : open) {
      if (matching.unmatched(line.first) && matching.unmatched(line.second)) {
        matching.match(line.first, line.second);
      }
    }
    if (countsHydrogens || candidates.size() == fragment.lines().size()) {
      matchFurther(matching, open);
    }
    for (Line line : open) {
      if (matching.matched(line.first) && matching.other(line.first) == line.second) {
        line.order++;
        lacking[line.first]--;
        lacking[line.second]--;
      }
    }
  }

  /** Oxygen and the like with one neighbour: nothing else can be double there. */
  private boolean isEnd(Line line) {
    return fragment.degree(line.first) == 1 || fragment.degree(line.second) == 1;
  }

  private void matchFurther(Matching matching, List<Line> open) {
    int[][] graph = new int[fragment.size()][];
    BitSet left = new BitSet();
    for (int i = 0; i < graph.length; i++) {
      int place = i;
      graph[i] =
          open.stream()
              .filter(line -> line.first == place || line.second == place)
              .mapToInt(line -> line.other(place))
              .toArray();
      if (graph[i].length > 0) {
        left.set(i);
      }
    }
    for (int first = left.nextSetBit(0); first >= 0; first = left.nextSetBit(first)) {
      BitSet component = new BitSet();
      reach(first, graph, component);
      left.andNot(component);
      matching.perfect(graph, component);
    }
  }

  private static void reach(int place, int[][] graph, BitSet component) {
    component.set(place);
    for (int next : graph[place]) {
      if (!component.get(next)) {
        reach(next, graph, component);
      }
    }
  }

  private void addCharges() {
    for (int i = 0; i < fragment.size(); i++) {
      if (fragment.number(i) == 7 && fragment.degree(i) == 3 && bonds(i) == 3) {
        joinToNitrogen(i);
      }
    }
    for (int i = 0; i < fragment.size(); i++) {
      if (fragment.cut[i] > 0) {
        continue;
      }
      int bonds = bonds(i);
      fragment.charge[i] =
          switch (fragment.number(i)) {
            case 5 -> 3 - bonds;
            case 7 -> bonds - 3;
            case 8 -> bonds - 2;
            case 16, 34 -> fragment.degree(i) == 1 ? bonds - 2 : 0;
            default -> 0;
          };
    }
  }

  /** Iminium and nitro groups: a fourth bond of nitrogen serves an atom that lacks one. */
  private void joinToNitrogen(int nitrogen) {
    List<Line> needy = new ArrayList<>();
    for (Line line : fragment.linesOf(nitrogen)) {
      if (lacking[line.other(nitrogen)] > 0 && fragment.cut[line.other(nitrogen)] == 0) {
        needy.add(line);
      }
    }
    boolean nitro = needy.stream().filter(line -> isOxygen(line.other(nitrogen))).count() > 1;
    needy.removeIf(line -> isOxygen(line.other(nitrogen)) && !nitro);
    needy.stream()
        .min(Comparator.comparingDouble(this::ratio))
        .ifPresent(
            line -> {
              line.order++;
              lacking[line.other(nitrogen)]--;
            });
  }

  private boolean isOxygen(int place) {
    return fragment.number(place) == 8;
  }
}
