package org.chikei.structure.chemistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CoordinateProposals;
import org.chikei.api.coordinate.Proposal;
import org.chikei.api.structure.Structure;
import org.chikei.structure.Neighbourhood;
import org.chikei.structure.chemistry.MolecularGraph.Line;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.osgi.service.component.annotations.Component;

/**
 * Proposes coordinates from the chemistry: torsions of peptides, torsions about other rotatable
 * bonds, puckers of rings, hydrogen bonds, pairs of ions, and where there is nothing of these the
 * lengths and angles of a small molecule. Of molecules that are alike the first one is looked at.
 */
@Component(
    property = {
      ServiceProperties.TYPE + "=chemistry",
      ServiceProperties.SUMMARY + "=torsions, ring puckers, hydrogen bonds and ions"
    })
public final class ChemicalProposals implements CoordinateProposals {
  private static final int MOST_IONS = 4;
  private static final int SMALL = 6;

  /** Makes the service; it keeps nothing between calls. */
  public ChemicalProposals() {}

  @Override
  public List<Proposal> propose(Structure structure) {
    int[][] neighbours = Neighbourhood.of(structure);
    NameList names = new NameList();
    PeptideTorsions peptides = new PeptideTorsions(structure, neighbours, names);
    List<Proposal> all = new ArrayList<>(peptides.propose());
    List<Molecule> kinds = kinds(structure);
    for (Molecule molecule : kinds) {
      if (molecule.size() > 3) {
        IAtomContainer container = molecule.container();
        rotations(molecule, container, peptides.covered(), names, all);
        puckers(molecule, container, names, all);
      }
    }
    all.addAll(new HydrogenBonds(structure, neighbours, names).propose());
    ions(structure, names, all);
    if (all.isEmpty()) {
      kinds.forEach(molecule -> smallest(molecule, names, all));
    }
    return all;
  }

  private static List<Molecule> kinds(Structure structure) {
    Map<String, Molecule> kinds = new LinkedHashMap<>();
    for (Molecule molecule : Molecule.of(structure)) {
      kinds.putIfAbsent(molecule.likeness(), molecule);
    }
    return List.copyOf(kinds.values());
  }

  /** Torsions about single bonds outside of rings with heavy atoms on both sides. */
  private static void rotations(
      Molecule molecule,
      IAtomContainer container,
      Set<Integer> covered,
      NameList names,
      List<Proposal> into) {
    MolecularGraph graph = molecule.graph();
    for (int k = 0; k < graph.lines().size(); k++) {
      Line line = graph.lines().get(k);
      boolean known =
          covered.contains(molecule.atom(line.first))
              && covered.contains(molecule.atom(line.second));
      boolean rotates =
          line.order == 1
              && !container
                  .getBond(container.getAtom(line.first), container.getAtom(line.second))
                  .isInRing()
              && !isStraight(graph, line.first)
              && !isStraight(graph, line.second)
              && !isAmide(graph, line.first, line.second)
              && !isAmide(graph, line.second, line.first);
      int before = rotates && !known ? foremost(graph, line.first, line.second) : -1;
      int after = rotates && !known ? foremost(graph, line.second, line.first) : -1;
      if (before >= 0 && after >= 0) {
        into.add(rotation(molecule, before, line.first, line.second, after, names));
      }
    }
  }

  private static Proposal rotation(
      Molecule molecule, int before, int first, int second, int after, NameList names) {
    int i = molecule.atom(first);
    int j = molecule.atom(second);
    return new Proposal(
        "rotatable bonds",
        names.take("tau_" + (i + 1) + "_" + (j + 1)),
        "torsion",
        List.of(molecule.atom(before), i, j, molecule.atom(after)),
        Map.of(),
        "rotation about "
            + molecule.structure().atom(i).label()
            + " - "
            + molecule.structure().atom(j).label());
  }

  private static boolean isStraight(MolecularGraph graph, int place) {
    int doubles = 0;
    for (Line line : graph.linesOf(place)) {
      if (line.order == 3) {
        return true;
      }
      doubles += line.order == 2 ? 1 : 0;
    }
    return doubles > 1 && graph.degree(place) == 2;
  }

  private static boolean isAmide(MolecularGraph graph, int carbon, int nitrogen) {
    return graph.number(carbon) == 6
        && graph.number(nitrogen) == 7
        && graph.linesOf(carbon).stream()
            .anyMatch(line -> line.order == 2 && graph.number(line.other(carbon)) != 6);
  }

  /**
   * The neighbour of an atom that shows best how a bond turns: one that leads on before one that
   * ends there, then the heaviest, then the most branched, then the first.
   */
  private static int foremost(MolecularGraph graph, int place, int except) {
    int best = -1;
    for (Line line : graph.linesOf(place)) {
      int other = line.other(place);
      if (other != except && graph.number(other) > 1) {
        best = best < 0 || rank(graph, other) > rank(graph, best) ? other : best;
      }
    }
    return best;
  }

  private static long rank(MolecularGraph graph, int place) {
    long branches = graph.degree(place) - graph.hydrogens(place);
    long ends = branches > 1 ? 0 : 1;
    return ((1 - ends) * 200 + graph.number(place)) * 20 + branches << Integer.SIZE
        | Integer.MAX_VALUE - place;
  }

  /** Rings of five and six atoms that are not flat. */
  private static void puckers(
      Molecule molecule, IAtomContainer container, NameList names, List<Proposal> into) {
    for (int[] ring : DeepStack.call(molecule.size(), () -> Cycles.mcb(container).paths())) {
      int[] places = Arrays.copyOf(ring, ring.length - 1);
      boolean flat =
          IntStream.of(places).filter(place -> isFlat(molecule.graph(), place)).count()
              > places.length - 4;
      if (places.length == 5 && !flat || places.length == 6 && !flat) {
        into.add(pucker(molecule, inOrder(molecule.graph(), places), names));
      }
    }
  }

  private static boolean isFlat(MolecularGraph graph, int place) {
    return graph.linesOf(place).stream().anyMatch(line -> line.order == 2);
  }

  private static Proposal pucker(Molecule molecule, int[] places, NameList names) {
    List<Integer> atoms = IntStream.of(places).mapToObj(molecule::atom).toList();
    boolean five = places.length == 5;
    return new Proposal(
        "ring puckers",
        names.take("pucker_" + (atoms.get(0) + 1)),
        "puckering",
        atoms,
        Map.of("component", five ? "phi" : "theta"),
        five
            ? "phase of the pucker of a ring of five, from envelope to twist and on"
            : "pucker of a ring of six: chairs near 0 and pi, boats and twists near pi/2");
  }

  /** A ring from a heteroatom on if there is one, else from its first atom, to the lower side. */
  private static int[] inOrder(MolecularGraph graph, int[] ring) {
    int start = 0;
    for (int k = 1; k < ring.length; k++) {
      boolean hetero = graph.number(ring[k]) != 6;
      boolean best = graph.number(ring[start]) != 6;
      if (hetero && !best || hetero == best && ring[k] < ring[start]) {
        start = k;
      }
    }
    int size = ring.length;
    boolean forward = ring[(start + 1) % size] < ring[(start + size - 1) % size];
    int[] ordered = new int[size];
    for (int k = 0; k < size; k++) {
      ordered[k] = ring[Math.floorMod(start + (forward ? k : -k), size)];
    }
    return ordered;
  }

  private static void ions(Structure structure, NameList names, List<Proposal> into) {
    List<Molecule> single =
        Molecule.of(structure).stream().filter(molecule -> molecule.size() == 1).toList();
    List<Molecule> positive = single.stream().filter(m -> m.graph().charge[0] > 0).toList();
    List<Molecule> negative = single.stream().filter(m -> m.graph().charge[0] < 0).toList();
    Set<String> kinds = new HashSet<>();
    for (Molecule cation : positive) {
      for (Molecule anion : negative) {
        boolean few = positive.size() <= MOST_IONS && negative.size() <= MOST_IONS;
        if (few || kinds.add(cation.formula() + anion.formula())) {
          into.add(
              new Proposal(
                  "ions",
                  names.take(
                      cation.formula()
                          + (cation.atom(0) + 1)
                          + "_"
                          + anion.formula()
                          + (anion.atom(0) + 1)),
                  "distance",
                  List.of(cation.atom(0), anion.atom(0)),
                  Map.of(),
                  "distance of "
                      + structure.atom(cation.atom(0)).label()
                      + " and "
                      + structure.atom(anion.atom(0)).label()));
        }
      }
    }
  }

  /** Lengths of the bonds of a small molecule and the angles between them. */
  private static void smallest(Molecule molecule, NameList names, List<Proposal> into) {
    if (molecule.size() < 2 || molecule.size() > SMALL) {
      return;
    }
    MolecularGraph graph = molecule.graph();
    for (Line line : graph.lines()) {
      int i = molecule.atom(line.first);
      int j = molecule.atom(line.second);
      into.add(
          new Proposal(
              "bonds",
              names.take("r_" + (i + 1) + "_" + (j + 1)),
              "distance",
              List.of(i, j),
              Map.of(),
              "length of the bond " + label(molecule, i) + " - " + label(molecule, j)));
    }
    for (int middle = 0; middle < graph.size(); middle++) {
      List<Line> lines = graph.linesOf(middle);
      for (int a = 0; a < lines.size(); a++) {
        for (int b = a + 1; b < lines.size(); b++) {
          int i = molecule.atom(lines.get(a).other(middle));
          int j = molecule.atom(middle);
          int k = molecule.atom(lines.get(b).other(middle));
          into.add(
              new Proposal(
                  "angles",
                  names.take("angle_" + (i + 1) + "_" + (j + 1) + "_" + (k + 1)),
                  "angle",
                  List.of(i, j, k),
                  Map.of(),
                  "angle at " + label(molecule, j)));
        }
      }
    }
  }

  private static String label(Molecule molecule, int atom) {
    return molecule.structure().atom(atom).label();
  }
}
