package org.chikei.structure.chemistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.chikei.structure.Covalence;
import org.chikei.structure.chemistry.MolecularGraph.Line;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.Atom;
import org.openscience.cdk.silent.AtomContainer;
import org.openscience.cdk.smarts.SmartsPattern;

/** One molecule of a structure: atoms that bonds join, in the order of the structure. */
final class Molecule {
  private static final int CARBON = 6;

  private final Structure structure;
  private final int[] atoms;
  private final List<Bond> bonds;
  private MolecularGraph graph;
  private boolean ordersKnown;

  private Molecule(Structure structure, int[] atoms, List<Bond> bonds) {
    this.structure = structure;
    this.atoms = atoms;
    this.bonds = bonds;
  }

  /**
   * The molecules of a structure.
   *
   * @param structure the structure
   * @return the molecules in the order of their first atoms; sites that are no atoms are left out
   */
  static List<Molecule> of(Structure structure) {
    int[] root = new int[structure.size()];
    Arrays.setAll(root, i -> i);
    for (Bond bond : structure.bonds()) {
      int first = find(root, bond.first());
      int second = find(root, bond.second());
      root[Math.max(first, second)] = Math.min(first, second);
    }
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < root.length; i++) {
      if (!structure.atom(i).element().isEmpty()) {
        members.computeIfAbsent(find(root, i), k -> new ArrayList<>()).add(i);
      }
    }
    Map<Integer, List<Bond>> joined = new TreeMap<>();
    for (Bond bond : structure.bonds()) {
      joined.computeIfAbsent(find(root, bond.first()), k -> new ArrayList<>()).add(bond);
    }
    List<Molecule> molecules = new ArrayList<>();
    members.forEach(
        (first, indices) ->
            molecules.add(
                new Molecule(
                    structure,
                    indices.stream().mapToInt(Integer::intValue).toArray(),
                    joined.getOrDefault(first, List.of()))));
    return molecules;
  }

  private static int find(int[] root, int atom) {
    int at = atom;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  int size() {
    return atoms.length;
  }

  /** The index in the structure of an atom of the molecule. */
  int atom(int place) {
    return atoms[place];
  }

  Structure structure() {
    return structure;
  }

  /** The molecule with bond orders and charges. */
  MolecularGraph graph() {
    if (graph == null) {
      graph = new MolecularGraph(structure, atoms);
      for (Bond bond : bonds) {
        int first = place(bond.first());
        int second = place(bond.second());
        if (first >= 0 && second >= 0) {
          graph.addLine(first, second, bond.order());
        }
      }
      ordersKnown = BondOrders.assign(graph, structure);
    }
    return graph;
  }

  private int place(int atom) {
    return Arrays.binarySearch(atoms, atom);
  }

  /** Whether its bond orders are known, from the file or from its valences and lengths. */
  boolean ordersKnown() {
    graph();
    return ordersKnown;
  }

  /** Whether hydrogens are atoms of it. */
  boolean hasHydrogens() {
    for (int i = 0; i < atoms.length; i++) {
      if (graph().number(i) == 1) {
        return true;
      }
    }
    return false;
  }

  /** What two molecules have in common that are alike in all but their place: atoms and bonds. */
  String likeness() {
    StringBuilder text = new StringBuilder();
    for (int atom : atoms) {
      text.append(structure.atom(atom).element()).append(' ');
    }
    for (Bond bond : bonds) {
      text.append(place(bond.first()))
          .append('-')
          .append(place(bond.second()))
          .append(':')
          .append(bond.order())
          .append(' ');
    }
    return text.toString();
  }

  /** The formula in Hill's order: carbon, hydrogen, then the others by their symbols. */
  String formula() {
    Map<String, Integer> counts = new TreeMap<>();
    for (int atom : atoms) {
      counts.merge(structure.atom(atom).element(), 1, Integer::sum);
    }
    StringBuilder formula = new StringBuilder();
    if (counts.containsKey("C")) {
      append("C", counts.remove("C"), formula);
      append("H", counts.getOrDefault("H", 0), formula);
      counts.remove("H");
    }
    counts.forEach((symbol, count) -> append(symbol, count, formula));
    return formula.toString();
  }

  private static void append(String symbol, int count, StringBuilder into) {
    if (count > 0) {
      into.append(symbol).append(count > 1 ? String.valueOf(count) : "");
    }
  }

  /**
   * The molecule for CDK: elements, bond orders and charges, hydrogens as they are in the
   * structure; where carbon has none, as for united atoms, implicit ones fill the valences.
   */
  IAtomContainer container() {
    MolecularGraph orders = graph();
    IAtomContainer container = new AtomContainer();
    IAtom[] made = new IAtom[atoms.length];
    boolean implicit = !hasCarbonWithHydrogen();
    for (int i = 0; i < made.length; i++) {
      made[i] = new Atom(orders.number(i));
      made[i].setFormalCharge(orders.charge[i]);
      made[i].setImplicitHydrogenCount(implicit ? missing(i) : 0);
      String symbol = orders.symbol(i);
      if (symbol.equals("D") || symbol.equals("T")) {
        made[i].setMassNumber(symbol.equals("D") ? 2 : 3);
      }
    }
    container.setAtoms(made);
    List<Line> toMetals = new ArrayList<>();
    for (Line line : orders.lines()) {
      if (Covalence.isMetal(orders.number(line.first))
          || Covalence.isMetal(orders.number(line.second))) {
        toMetals.add(line);
      } else {
        addBond(line, container);
      }
    }
    return DeepStack.call(size(), () -> marked(container, toMetals));
  }

  private static IAtomContainer marked(IAtomContainer container, List<Line> toMetals) {
    SmartsPattern.prepare(container);
    if (!toMetals.isEmpty()) {
      toMetals.forEach(line -> addBond(line, container));
      Cycles.markRingAtomsAndBonds(container);
    }
    return container;
  }

  private static void addBond(Line line, IAtomContainer container) {
    container.newBond(
        container.getAtom(line.first), container.getAtom(line.second), order(line.order));
  }

  private static IBond.Order order(int order) {
    return switch (order) {
      case 2 -> IBond.Order.DOUBLE;
      case 3 -> IBond.Order.TRIPLE;
      default -> IBond.Order.SINGLE;
    };
  }

  /** Whether a carbon has hydrogens, so that hydrogens can be counted on. */
  boolean hasCarbonWithHydrogen() {
    for (int i = 0; i < atoms.length; i++) {
      if (graph().number(i) == CARBON && graph().hydrogens(i) > 0) {
        return true;
      }
    }
    return false;
  }

  private int missing(int place) {
    int bonds = 0;
    for (Line line : graph().linesOf(place)) {
      bonds += line.order;
    }
    int valence =
        switch (graph().number(place)) {
          case CARBON -> 4;
          case 7 -> 3;
          case 8, 16 -> 2;
          default -> 0;
        };
    return graph().linesOf(place).isEmpty() || graph().charge[place] != 0
        ? 0
        : Math.max(0, valence - bonds);
  }
}
