package org.chikei.structure.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chikei.api.coordinate.Proposal;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.chikei.structure.PdbFormat;
import org.chikei.structure.Sample;
import org.chikei.structure.XyzFormat;
import org.chikei.structure.drawing.Molecules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChemicalProposalsTest {
  private final ChemicalProposals proposals = new ChemicalProposals();

  private List<String> propose(Structure structure) {
    List<String> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Proposal proposal : proposals.propose(structure)) {
      assertTrue(proposal.name().matches("[A-Za-z][A-Za-z0-9_]*"), proposal.name());
      assertTrue(names.add(proposal.name().toLowerCase(Locale.ROOT)), proposal.name());
      assertEquals(1, proposal.reason().lines().count());
      found.add(
          proposal.name()
              + " "
              + proposal.type()
              + " "
              + proposal.atoms().stream().map(i -> i + 1).toList()
              + (proposal.parameters().isEmpty() ? "" : " " + proposal.parameters()));
    }
    return found;
  }

  @Test
  void aPeptideHasItsTorsionsByName() {
    assertEquals(
        List.of(
            "phi_2 torsion [5, 7, 9, 15]",
            "psi_2 torsion [7, 9, 15, 17]",
            "omega_1 torsion [1, 5, 7, 9]",
            "omega_2 torsion [9, 15, 17, 19]",
            "hbond_17_6 distance [17, 6]"),
        propose(Sample.read(new PdbFormat(), Sample.DATA.resolve("ala2.pdb"))));
  }

  @Test
  void withoutNamesTheSameTorsionsAreThoseOfRotatableBonds() {
    assertEquals(
        List.of(
            "tau_7_9 torsion [5, 7, 9, 15]",
            "tau_9_15 torsion [7, 9, 15, 17]",
            "hbond_17_6 distance [17, 6]"),
        propose(Sample.read(new XyzFormat(), Sample.DATA.resolve("ala2.xyz"))));
  }

  @Test
  void aSideChainHasItsTorsions(@TempDir Path folder) {
    // the heavy atoms of a glutamate between two glycines, drawn in a zigzag with real lengths
    String[] names = {"N", "CA", "C", "O", "N", "CA", "C", "O", "CB", "CG", "CD", "OE1", "OE2"};
    String[] residues = {"GLY", "GLY", "GLY", "GLY", "GLU", "GLU", "GLU", "GLU", "GLU", "GLU"};
    double[][] at = {
      {0, 0, 0},
      {1.2, 0.8, 0},
      {2.4, 0, 0},
      {2.4, -1.2, 0},
      {3.6, 0.7, 0},
      {4.8, 0, 0},
      {6.0, 0.8, 0},
      {6.0, 2.0, 0},
      {4.8, -0.9, 1.2},
      {4.8, 0, 2.5},
      {4.8, -0.9, 3.7},
      {4.8, -2.1, 3.7},
      {4.8, -0.3, 4.8},
      {7.2, 0.1, 0},
      {8.4, 0.9, 0},
      {9.6, 0.1, 0},
      {9.6, -1.1, 0}
    };
    StringBuilder pdb = new StringBuilder();
    for (int i = 0; i < at.length; i++) {
      String name = i < 13 ? names[i] : names[i - 13];
      String residue = i < 10 ? residues[i] : i < 13 ? "GLU" : "GLY";
      int number = i < 4 ? 1 : i < 13 ? 2 : 3;
      pdb.append(Sample.atom(i + 1, " " + name, residue, number, at[i][0], at[i][1], at[i][2]));
    }
    List<String> found =
        propose(Sample.read(new PdbFormat(), Sample.file(folder, "gly.pdb", pdb + "END\n")));
    assertEquals(
        List.of(
            "psi_1 torsion [1, 2, 3, 5]",
            "phi_2 torsion [3, 5, 6, 7]",
            "psi_2 torsion [5, 6, 7, 14]",
            "phi_3 torsion [7, 14, 15, 16]",
            "chi1_2 torsion [5, 6, 9, 10]",
            "chi2_2 torsion [6, 9, 10, 11]",
            "chi3_2 torsion [9, 10, 11, 12]",
            "omega_1 torsion [2, 3, 5, 6]",
            "omega_2 torsion [6, 7, 14, 15]"),
        found);
  }

  @Test
  void rotatableBondsAreSingleOutsideOfRingsAndLeadOn() {
    assertEquals(
        List.of("tau_2_3 torsion [1, 2, 3, 4]"),
        propose(Sample.read(new PdbFormat(), Sample.DATA.resolve("butane.pdb"))));
    // but-1-yne has a straight end, ethanol none but a hydrogen's
    assertEquals(
        List.of(),
        propose(Molecules.of("C C C C H H H H H H", "1-2 2-3 3-4 1-5 3-6 3-7 4-8 4-9 4-10")));
    // biphenyl: one bond between two rings
    StringBuilder bonds = new StringBuilder("1-7");
    StringBuilder elements = new StringBuilder("C C C C C C C C C C C C");
    for (int ring = 0; ring < 2; ring++) {
      for (int k = 0; k < 6; k++) {
        bonds.append(" ").append(6 * ring + k + 1).append("-").append(6 * ring + (k + 1) % 6 + 1);
      }
    }
    for (int k = 0; k < 10; k++) {
      elements.append(" H");
      bonds.append(" ").append(k < 5 ? k + 2 : k + 3).append("-").append(13 + k);
    }
    assertEquals(
        List.of("tau_1_7 torsion [2, 1, 7, 8]"),
        propose(Molecules.of(elements.toString(), bonds.toString())));
  }

  @Test
  void ringsThatAreNotFlatArePuckered() {
    assertEquals(
        List.of("pucker_1 puckering [1, 2, 3, 4, 5, 6] {component=theta}"),
        propose(
            Molecules.of(
                "C C C C C C H H H H H H H H H H H H",
                "1-2 2-3 3-4 4-5 5-6 6-1 1-7 1-8 2-9 2-10 3-11 3-12 4-13 4-14 5-15 5-16 6-17"
                    + " 6-18")));
    // tetrahydrofuran: from the oxygen on
    assertEquals(
        List.of("pucker_3 puckering [3, 2, 1, 5, 4] {component=phi}"),
        propose(
            Molecules.of(
                "C C O C C H H H H H H H H",
                "1-2 2-3 3-4 4-5 5-1 1-6 1-7 2-8 2-9 4-10 4-11 5-12 5-13")));
    assertEquals(
        List.of(),
        propose(
            Molecules.of(
                "C C C C C C H H H H H H", "1-2 2-3 3-4 4-5 5-6 6-1 1-7 2-8 3-9 4-10 5-11 6-12")));
  }

  @Test
  void aFewIonsMakePairsAndManyOneOfAKind() {
    assertEquals(
        List.of("Na1_Cl2 distance [1, 2]", "Na1_Cl3 distance [1, 3]"),
        propose(Molecules.of("Na Cl Cl", "")));
    assertEquals(
        List.of("Na1_Cl2 distance [1, 2]"),
        propose(Molecules.of("Na Cl Na Cl Na Cl Na Cl Na Cl", "")));
  }

  @Test
  void aSmallMoleculeHasItsBondsAndAngles() {
    assertEquals(
        List.of("r_1_2 distance [1, 2]", "r_2_3 distance [2, 3]", "angle_1_2_3 angle [1, 2, 3]"),
        propose(Molecules.of("H C N", "1-2 2-3")));
    assertEquals(List.of(), propose(Molecules.of("Ar", "")));
  }

  @Test
  void moleculesThatAreAlikeAreLookedAtOnce() {
    StringBuilder elements = new StringBuilder("C C C C");
    StringBuilder bonds = new StringBuilder("1-2 2-3 3-4");
    for (int k = 1; k < 50; k++) {
      elements.append(" C C C C");
      for (int i = 1; i < 4; i++) {
        bonds.append(" ").append(4 * k + i).append("-").append(4 * k + i + 1);
      }
    }
    assertEquals(
        List.of("tau_2_3 torsion [1, 2, 3, 4]"),
        propose(Molecules.of(elements.toString(), bonds.toString())));
  }

  @Test
  void chainsAreToldApart() {
    Structure one = Sample.read(new PdbFormat(), Sample.DATA.resolve("ala2.pdb"));
    List<Atom> atoms = new ArrayList<>(one.atoms());
    List<Bond> bonds = new ArrayList<>(one.bonds());
    for (Atom atom : one.atoms()) {
      atoms.add(
          new Atom(
              atoms.size() + 1,
              atom.element(),
              atom.name(),
              atom.residueName(),
              atom.residueNumber(),
              "B",
              atom.mass()));
    }
    one.bonds().forEach(b -> bonds.add(new Bond(b.first() + 22, b.second() + 22, 0)));
    List<String> found = propose(new Structure(atoms, bonds, true, null, "two.pdb"));
    assertEquals("phi_A_2 torsion [5, 7, 9, 15]", found.get(0));
    assertTrue(found.contains("psi_B_2 torsion [29, 31, 37, 39]"), found::toString);
  }
}
