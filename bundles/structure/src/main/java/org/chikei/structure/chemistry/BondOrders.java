package org.chikei.structure.chemistry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.chikei.api.structure.Structure;
import org.chikei.structure.Covalence;
import org.chikei.structure.chemistry.MolecularGraph.Line;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.graph.Matching;

/**
 * Tells double and triple bonds from valences, for bonds whose order is not known. An atom lacks as
 * many bonds as its usual valence exceeds its neighbours; atoms that lack some are joined in pairs,
 * the relatively shortest bonds first, and in rings so that no atom stays alone. Where carbon has
 * hydrogens in the structure, the valences decide; where it has none, as for united atoms and in
 * crystal structures, only bonds that are short enough count. What is still lacking in the end is a
 * charge. Bonds of a metal to anything but carbon and hydrogen are dative: they change nothing at
 * their other end.
 */
public final class BondOrders {

  /** Bond lengths over the sum of covalent radii: single 1, double 0.87, triple bonds 0.79. */
  private static final double SHORT = 0.93;

  private static final double VERY_SHORT = 0.83;

  private static final int CARBON = 6;
  private static final int NITROGEN = 7;
  private static final int OXYGEN = 8;

  /** Matching takes long in larger systems, which nothing but a sheet of carbon would be. */
  private static final int MOST_MATCHED = 3000;

  private static final double ANY = 1.1;
  private static final double UNKNOWN = 0.9;

  private final MolecularGraph graph;
  private final double[] positions;
  private final boolean countsHydrogens;
  private final int[] lacking;
  private final List<Line> open = new ArrayList<>();

  private BondOrders(MolecularGraph graph, Structure structure) {
    this.graph = graph;
    positions = structure.positions().orElse(null);
    countsHydrogens = countsHydrogens();
    lacking = new int[graph.size()];
  }

  /**
   * Gives every bond of a graph an order, and atoms their charges.
   *
   * @param graph the graph
   * @param structure what it is of
   * @return whether orders are known: not so where a carbon is left without its four bonds, and
   *     where neither hydrogens nor lengths tell anything
   */
  public static boolean assign(MolecularGraph graph, Structure structure) {
    return new BondOrders(graph, structure).assign();
  }

  /** Not so where carbon may be a united atom: one without hydrogens and with few neighbours. */
  private boolean countsHydrogens() {
    boolean hydrogens = false;
    boolean united = false;
    for (int i = 0; i < graph.size(); i++) {
      boolean hasHydrogens = graph.hydrogens(i) > 0;
      if (hasHydrogens && graph.number(i) == CARBON) {
        return true;
      }
      united |= graph.number(i) == CARBON && graph.degree(i) < 3;
      hydrogens |= hasHydrogens;
    }
    return hydrogens && !united;
  }

  private boolean assign() {
    for (Line line : graph.lines()) {
      if (line.order == 0 || line.order == 4) {
        open.add(line);
      }
    }
    boolean[] aromatic = new boolean[open.size()];
    for (int k = 0; k < aromatic.length; k++) {
      aromatic[k] = open.get(k).order == 4;
      open.get(k).order = 1;
    }
    if (!open.isEmpty()) {
      for (int i = 0; i < graph.size(); i++) {
        lacking[i] = Math.max(0, valence(graph.number(i), degree(i)) - bonds(i));
      }
      for (int round = 0; round < 2; round++) {
        List<Line> candidates = new ArrayList<>();
        for (int k = 0; k < aromatic.length; k++) {
          Line line = open.get(k);
          if (!isDative(line) && (aromatic[k] && round == 0 || ratio(line) < longest(line.order))) {
            candidates.add(line);
          }
        }
        join(candidates);
      }
    }
    if (countsHydrogens || graph.size() == 1) {
      addCharges();
    } else if (positions != null) {
      joinShortEnds();
    }
    return open.isEmpty() || (countsHydrogens ? isSatisfied() : positions != null || isSmall());
  }

  private boolean isSatisfied() {
    for (int i = 0; i < graph.size(); i++) {
      if (graph.number(i) == CARBON && lacking[i] > 0 && graph.charge[i] == 0) {
        return false;
      }
    }
    return true;
  }

  /** Water and the like: nothing but hydrogens around one atom. */
  private boolean isSmall() {
    return graph.lines().stream()
        .allMatch(line -> graph.number(line.first) == 1 || graph.number(line.second) == 1);
  }

  private boolean isDative(Line line) {
    return isDative(line.first, line.second) || isDative(line.second, line.first);
  }

  private boolean isDative(int metal, int other) {
    return Covalence.isMetal(graph.number(metal))
        && graph.number(other) != CARBON
        && graph.number(other) != 1;
  }

  /** How many neighbours count for the valence of an atom. */
  private int degree(int place) {
    int degree = graph.degree(place);
    for (Line line : graph.linesOf(place)) {
      degree -= isDative(line) ? 1 : 0;
    }
    return degree;
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
    int bonds = graph.hidden[place] + graph.cut[place];
    for (Line line : graph.linesOf(place)) {
      bonds += isDative(line) ? 0 : line.order;
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
          positions[3 * graph.atom(line.first) + k] - positions[3 * graph.atom(line.second) + k];
      square += d * d;
    }
    double radii = radius(line.first) + radius(line.second);
    double ratio = Math.sqrt(square) / radii;
    // Longer is no bond at all, but one across the faces of a periodic box.
    return ratio < 1.5 ? ratio : countsHydrogens ? UNKNOWN : ANY;
  }

  private double radius(int place) {
    Double angstrom = Elements.ofNumber(graph.number(place)).covalentRadius();
    return angstrom == null ? 0.15 : angstrom / 10;
  }

  /** One round: every atom that lacks a bond gets one more, as far as they can be paired. */
  private void join(List<Line> candidates) {
    List<Line> lines = new ArrayList<>();
    for (Line line : candidates) {
      if (lacking[line.first] > 0 && lacking[line.second] > 0 && line.order < 3) {
        lines.add(line);
      }
    }
    lines.sort(Comparator.comparingDouble(line -> ratio(line) - (isEnd(line) ? 0.2 : 0)));
    Matching matching = Matching.withCapacity(graph.size());
    for (Line line : lines) {
      if (matching.unmatched(line.first) && matching.unmatched(line.second)) {
        matching.match(line.first, line.second);
      }
    }
    if (countsHydrogens || candidates.size() == graph.lines().size()) {
      matchFurther(matching, lines);
    }
    for (Line line : lines) {
      if (matching.matched(line.first) && matching.other(line.first) == line.second) {
        line.order++;
        lacking[line.first]--;
        lacking[line.second]--;
      }
    }
  }

  /** Oxygen and the like with one neighbour: nothing else can be double there. */
  private boolean isEnd(Line line) {
    return graph.degree(line.first) == 1 || graph.degree(line.second) == 1;
  }

  private void matchFurther(Matching matching, List<Line> lines) {
    int[] degrees = new int[graph.size()];
    for (Line line : lines) {
      degrees[line.first]++;
      degrees[line.second]++;
    }
    int[][] neighbours = new int[graph.size()][];
    BitSet left = new BitSet();
    for (int i = 0; i < neighbours.length; i++) {
      neighbours[i] = new int[degrees[i]];
      left.set(i, degrees[i] > 0);
    }
    for (int k = lines.size() - 1; k >= 0; k--) {
      Line line = lines.get(k);
      neighbours[line.first][--degrees[line.first]] = line.second;
      neighbours[line.second][--degrees[line.second]] = line.first;
    }
    for (int first = left.nextSetBit(0); first >= 0; first = left.nextSetBit(first)) {
      BitSet component = reach(first, neighbours);
      left.andNot(component);
      if (component.cardinality() <= MOST_MATCHED) {
        matching.perfect(neighbours, component);
      }
    }
  }

  private static BitSet reach(int from, int[][] neighbours) {
    BitSet component = new BitSet();
    component.set(from);
    ArrayDeque<Integer> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      for (int neighbour : neighbours[next.remove()]) {
        if (!component.get(neighbour)) {
          component.set(neighbour);
          next.add(neighbour);
        }
      }
    }
    return component;
  }

  private void addCharges() {
    for (int i = 0; i < graph.size(); i++) {
      if (graph.number(i) == NITROGEN && degree(i) == 3) {
        if (bonds(i) == 3) {
          joinToNitrogen(i);
        } else if (bonds(i) == 5) {
          partNitro(i);
        }
      } else if (graph.number(i) == CARBON && degree(i) == 1 && lacking[i] == 2) {
        joinEnd(i);
      }
    }
    for (int i = 0; i < graph.size(); i++) {
      if (graph.cut[i] == 0) {
        graph.charge[i] = graph.degree(i) == 0 ? ion(graph.number(i)) : charge(i);
      }
    }
  }

  private int charge(int place) {
    int bonds = bonds(place);
    return switch (graph.number(place)) {
      case 5 -> 3 - bonds;
      case CARBON -> degree(place) == 1 && bonds == 3 ? -1 : 0;
      case NITROGEN -> bonds == 5 ? 0 : bonds - 3;
      case OXYGEN -> bonds - 2;
      case 16, 34 -> degree(place) == 1 ? bonds - 2 : 0;
      default -> 0;
    };
  }

  /** The charge of an atom that stands alone. */
  private static int ion(int number) {
    return switch (number) {
      case 3, 11, 19, 37, 55 -> 1;
      case 4, 12, 20, 38, 56, 30, 48 -> 2;
      case 13 -> 3;
      case 9, 17, 35, 53 -> -1;
      default -> 0;
    };
  }

  /** Carbon monoxide and isocyanides: the third bond of the last carbon. */
  private void joinEnd(int carbon) {
    Line line = graph.linesOf(carbon).get(0);
    if (isEndOfTriple(line, carbon) && open.contains(line)) {
      line.order = 3;
      lacking[carbon]--;
    }
  }

  private boolean isEndOfTriple(Line line, int carbon) {
    int other = line.other(carbon);
    return line.order == 2
        && (graph.number(other) == NITROGEN && degree(other) == 2
            || graph.number(other) == OXYGEN && degree(other) == 1);
  }

  /** The same where lengths decide. */
  private void joinShortEnds() {
    for (Line line : open) {
      int carbon = degree(line.first) == 1 ? line.first : line.second;
      if (graph.number(carbon) == CARBON
          && degree(carbon) == 1
          && isEndOfTriple(line, carbon)
          && ratio(line) < VERY_SHORT) {
        line.order = 3;
        graph.charge[carbon] = -1;
        graph.charge[line.other(carbon)] = 1;
      }
    }
  }

  /** A nitro group with two double bonds, as some files write it, gets its charges. */
  private void partNitro(int nitrogen) {
    graph.linesOf(nitrogen).stream()
        .filter(
            line ->
                line.order == 2
                    && isOxygen(line.other(nitrogen))
                    && degree(line.other(nitrogen)) == 1)
        .findFirst()
        .ifPresent(line -> line.order = 1);
  }

  /** Iminium and nitro groups: a fourth bond of nitrogen serves an atom that lacks one. */
  private void joinToNitrogen(int nitrogen) {
    List<Line> needy = new ArrayList<>();
    for (Line line : graph.linesOf(nitrogen)) {
      if (lacking[line.other(nitrogen)] > 0
          && graph.cut[line.other(nitrogen)] == 0
          && open.contains(line)) {
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
    return graph.number(place) == OXYGEN;
  }
}
