package org.chikei.structure.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.structure.PdbFormat;
import org.chikei.structure.Sample;
import org.chikei.structure.drawing.Molecules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartsSearchTest {
  private final SmartsSearch search = new SmartsSearch();
  private final Structure peptide = Sample.read(new PdbFormat(), Sample.DATA.resolve("ala2.pdb"));

  /** Matches by the numbers of their atoms. */
  private String matches(Structure structure, String smarts) {
    try {
      return search.matches(structure, smarts).stream()
          .map(
              match ->
                  Arrays.stream(match)
                      .mapToObj(i -> String.valueOf(i + 1))
                      .collect(Collectors.joining("-")))
          .collect(Collectors.joining(" "));
    } catch (SelectionException e) {
      throw new AssertionError(e);
    }
  }

  private void refuses(Structure structure, String smarts, String... words) {
    String message =
        assertThrows(SelectionException.class, () -> search.matches(structure, smarts))
            .getMessage();
    assertEquals(1, message.lines().count());
    for (String word : words) {
      assertTrue(message.contains(word), () -> "'" + word + "' is not in: " + message);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "psi, [N:1][C:2][C:3](=O)[N:4], 7-9-15-17",
    "phi, [C:1](=O)[N:2][C:3][C:4](=O)N, 5-7-9-15",
    "omega of both amides, [C:1][C:2](=O)[N:3][C:4], 1-5-7-9 9-15-17-19",
    "amide hydrogens, [H:1]N, 8 18",
    "carbonyls, C=O, 5-6 15-16",
    "carbons by number alone, [#6:1]~[#8:2], 5-6 15-16",
    "methyl groups, [CH3:1], 1 11 19",
    "amide nitrogen by connections, [NX3;H1:1], 7 17",
    "hydrogen bond across, [O:1]=CC[N:2], 16-7",
  })
  void mapsPickAtomsInTheirOrder(String name, String smarts, String expected) {
    assertEquals(expected, matches(peptide, smarts));
  }

  @Test
  void directionsOfOneChainAreOneMatch() {
    Structure butane = Sample.read(new PdbFormat(), Sample.DATA.resolve("butane.pdb"));
    assertEquals("1-2-3-4", matches(butane, "[C:1][C:2][C:3][C:4]"));
    assertEquals("1-2-3-4", matches(butane, "CCCC"));
    assertEquals("1-2-3 2-3-4", matches(butane, "[C:1][C:2][C:3]"));
    // united atoms have the hydrogens that their valences ask for
    assertEquals("1 4", matches(butane, "[CH3]"));
    assertEquals("2-3", matches(butane, "[CH2:1][CH2:2]"));
  }

  @Test
  void torsionsOfOneRingAreSeveralAndTheRingIsOne() {
    Structure ring =
        Molecules.of(
            "C C C C C C H H H H H H H H H H H H",
            "1-2 2-3 3-4 4-5 5-6 6-1 1-7 1-8 2-9 2-10 3-11 3-12 4-13 4-14 5-15 5-16 6-17 6-18");
    assertEquals("1-2-3-4-5-6", matches(ring, "[C:1]1[C:2][C:3][C:4][C:5][C:6]1"));
    assertEquals("1-2-3-4-5-6", matches(ring, "C1CCCCC1"));
    assertEquals(6, matches(ring, "[C:1][C:2][C:3][C:4]").split(" ").length);
    assertEquals("1 2 3 4 5 6", matches(ring, "[CH2r6]"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "benzene, C C C C C C H H H H H H, 1-2 2-3 3-4 4-5 5-6 6-1 1-7 2-8 3-9 4-10 5-11 6-12,"
        + " c1ccccc1, 1-2-3-4-5-6",
    "imidazole, N C N C C H H H H, 1-2 2-3 3-4 4-5 5-1 1-6 2-7 4-8 5-9, [nH:1]c[n:2], 1-3",
    "imidazolium, N C N C C H H H H H, 1-2 2-3 3-4 4-5 5-1 1-6 2-7 3-8 4-9 5-10, [nH+], 1",
    "pyridone, N C O C C C C H H H H H, 1-2 2-3 2-4 4-5 5-6 6-7 7-1 1-8 4-9 5-10 6-11 7-12,"
        + " O=[#6][#7H], 3-2-1",
    "hydroxypyridine, N C O C C C C H H H H H, 1-2 2-3 2-4 4-5 5-6 6-7 7-1 3-8 4-9 5-10 6-11 7-12,"
        + " [OH]c[n], 3-2-1",
    "acetate, C C O O H H H, 1-2 2-3 2-4 1-5 1-6 1-7, [O-:1]C=[O:2], 4-3",
    "guanidinium, C N N N H H H H H H, 1-2 1-3 1-4 2-5 2-6 3-7 3-8 4-9 4-10, [NX3+]=C(N)N, 2-1-3-4",
    "nitromethane, C N O O H H H, 1-2 2-3 2-4 1-5 1-6 1-7, C[N+](=O)[O-], 1-2-3-4",
    "methyl phosphate, P O O O O C H H H, 1-2 1-3 1-4 1-5 5-6 6-7 6-8 6-9, COP(=O)([O-])[O-],"
        + " 6-5-1-2-3-4",
    "hydrogen cyanide, H C N, 1-2 2-3, C#N, 2-3",
    "methyl isocyanide, C N C H H H, 1-2 2-3 1-4 1-5 1-6, [C-]#[N+]C, 3-2-1",
    "methanethiolate, C S H H H, 1-2 1-3 1-4 1-5, [S-], 2",
    "zinc imidazole, ZN N C N C C H H H H, 1-2 2-3 3-4 4-5 5-6 6-2 3-7 4-8 5-9 6-10, [n:1]c[nH:2],"
        + " 2-4",
    "sodium, NA, '', [Na+], 1",
    "calcium, CA, '', [Ca+2], 1",
    "heavy water, O D D, 1-2 1-3, [2H:1]O[2H:2], 2-3"
  })
  void groupsWithAndWithoutChargesAreFound(
      String name, String elements, String bonds, String smarts, String expected) {
    String symbols = elements.replace("ZN", "Zn").replace("NA", "Na").replace("CA", "Ca");
    assertEquals(expected, matches(Molecules.of(symbols, bonds), smarts));
  }

  @Test
  void moleculesThatAreAlikeHaveLikeMatches() {
    List<Atom> atoms = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    for (int k = 0; k < 20_000; k++) {
      for (String element : List.of("O", "H", "H")) {
        atoms.add(new Atom(atoms.size() + 1, element, element, "SOL", k, "", 1));
      }
      bonds.add(new Bond(3 * k, 3 * k + 1, 0));
      bonds.add(new Bond(3 * k, 3 * k + 2, 0));
    }
    atoms.add(new Atom(atoms.size() + 1, "Cl", "CL", "CL", 1, "", 35));
    Structure box = new Structure(atoms, bonds, true, null, "box.gro");

    assertEquals(20_000, matches(box, "[OX2H2:1]").split(" ").length);
    assertEquals("60001", matches(box, "[Cl-]"));
    refuses(box, "CC", "'CC' matches nothing in box.gro", "20000 H2O, Cl");
  }

  @Test
  void aProteinOfManyResiduesIsMatchedLikeAnyMolecule() {
    // polyglycine N H CA HA HA C O, residue by residue; the first nitrogen has three hydrogens
    int residues = 3000;
    List<Atom> atoms = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    for (int k = 0; k < residues; k++) {
      for (String element : List.of("N", "H", "C", "H", "H", "C", "O")) {
        atoms.add(new Atom(atoms.size() + 1, element, element, "GLY", k + 1, "", 1));
      }
      int n = 7 * k;
      for (int[] bond : new int[][] {{0, 1}, {0, 2}, {2, 3}, {2, 4}, {2, 5}, {5, 6}}) {
        bonds.add(new Bond(n + bond[0], n + bond[1], 0));
      }
      if (k > 0) {
        bonds.add(new Bond(n - 2, n, 0));
      }
    }
    for (int at : new int[] {0, 0, atoms.size() - 2}) {
      String element = at == 0 ? "H" : "O";
      bonds.add(new Bond(at, atoms.size(), 0));
      atoms.add(new Atom(atoms.size() + 1, element, element, "GLY", 1, "", 1));
    }
    Structure protein = new Structure(atoms, bonds, true, null, "protein.pdb");

    String psi = matches(protein, "[N:1][C:2][C:3](=O)[N:4]");
    assertEquals(residues - 1, psi.split(" ").length);
    assertTrue(psi.startsWith("1-3-6-8 8-10-13-15"), psi.substring(0, 40));
    assertEquals("1", matches(protein, "[NH3+]"));
    assertEquals("21003", matches(protein, "C(=O)[O-:1]"));
  }

  @Test
  void lengthsTellWhereNoCarbonHasAHydrogen() {
    // lengths in nm: H-N 0.100, N-C 0.117; C-O 0.113; C-O of united methanol 0.143
    double[] isocyanide = {0, 0, 0, 0.1, 0, 0, 0.217, 0, 0};
    assertEquals("3-2", matches(Molecules.of("H N C", "1-2 2-3", isocyanide), "[C-]#[NH+]"));
    double[] monoxide = {0, 0, 0, 0.113, 0, 0};
    assertEquals("1-2", matches(Molecules.of("C O", "1-2", monoxide), "[C-]#[O+]"));
    double[] methanol = {0, 0, 0, 0.143, 0, 0, 0.175, 0.09, 0};
    assertEquals("1-2-3", matches(Molecules.of("C O H", "1-2 2-3", methanol), "[CH3:1][O:2][H:3]"));
  }

  @Test
  void ordersThatCannotBeToldAreAskedFor() {
    Structure bare = Molecules.of("C C O", "1-2 2-3");
    refuses(
        bare,
        "CCO",
        "'CCO' asks for bond orders",
        "C2O (from atom 1 C on)",
        "neither hydrogens at its carbons nor positions",
        "source.bonds",
        "~ for any bond");
    assertEquals("1-2-3", matches(bare, "[#6]~[#6]~[#8]"));

    Structure radical = Molecules.of("C C O H H H", "1-2 2-3 1-4 1-5 1-6");
    refuses(radical, "C=O", "a carbon is left without four bonds");
  }

  @ParameterizedTest
  @CsvSource({
    "[N, is no SMARTS pattern",
    "C((, is no SMARTS pattern",
    "xyz, is no SMARTS pattern",
    "'', is empty",
    "[C:1][C:1], atom map 1 twice",
    "[C:1][C:3], has atom maps but no 2",
    "[C:2][C:3], has atom maps but no 1"
  })
  void aPatternThatCannotBeReadIsRefused(String smarts, String words) {
    refuses(peptide, smarts, words);
  }

  @Test
  void matchesBeyondCountAreRefused() {
    refuses(Molecules.longChain(60), "[*].[*].[*].[*]", "matches more than 100000 times");
  }

  @Test
  void aSiteThatIsNoAtomIsNoPartOfAMolecule() {
    List<Atom> atoms =
        List.of(
            new Atom(1, "O", "OW", "SOL", 1, "", 16),
            new Atom(2, "H", "HW1", "SOL", 1, "", 1),
            new Atom(3, "H", "HW2", "SOL", 1, "", 1),
            new Atom(4, "", "MW", "SOL", 1, "", 0));
    List<Bond> bonds = List.of(new Bond(0, 1, 0), new Bond(0, 2, 0));
    assertEquals("2-1-3", matches(new Structure(atoms, bonds, true, null, "w"), "[H:1][O:2][H:3]"));
  }
}
