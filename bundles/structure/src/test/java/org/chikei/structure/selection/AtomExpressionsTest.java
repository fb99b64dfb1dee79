package org.chikei.structure.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.NamedGroups;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.structure.GroFormat;
import org.chikei.structure.PdbFormat;
import org.chikei.structure.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class AtomExpressionsTest {
  private final AtomExpressions selector = new AtomExpressions();
  private final Structure peptide = Sample.read(new PdbFormat(), Sample.DATA.resolve("ala2.pdb"));

  private int[] select(String expression) {
    try {
      return selector.select(peptide, expression);
    } catch (SelectionException e) {
      throw new AssertionError(e);
    }
  }

  private void refuses(String expression, String... words) {
    assertSays(() -> selector.select(peptide, expression), words);
  }

  private static void assertSays(Executable selection, String... words) {
    String message = assertThrows(SelectionException.class, selection).getMessage();
    assertEquals(1, message.lines().count());
    for (String word : words) {
      assertTrue(message.contains(word), () -> "'" + word + "' is not in: " + message);
    }
  }

  @Test
  void aNumberIsAnAtomFromOne() {
    assertArrayEquals(new int[] {8}, select("9"));
    assertArrayEquals(new int[] {0}, select(" 1 "));
    assertArrayEquals(new int[] {21}, select("22"));
  }

  @Test
  void aRangeHoldsBothItsEnds() {
    assertArrayEquals(new int[] {4, 5, 6, 7, 8}, select("5-9"));
    assertArrayEquals(new int[] {4}, select("5 - 5"));
  }

  @Test
  void aNameMatchesWhereverItIs() {
    assertArrayEquals(new int[] {8}, select("CA"));
    assertArrayEquals(new int[] {0, 18}, select("CH3"));
    assertArrayEquals(new int[] {4, 14}, select("C"));
  }

  @Test
  void aResidueIsMeantByNameOrNumber() {
    assertArrayEquals(new int[] {8}, select("ALA.CA"));
    assertArrayEquals(new int[] {8}, select("2.CA"));
    assertArrayEquals(new int[] {4}, select("ACE.C"));
    assertArrayEquals(new int[] {18}, select("3.CH3"));
  }

  @Test
  void aNameMayHoldADotOrASign() throws SelectionException {
    Structure odd =
        new Structure(
            List.of(
                new Atom(1, "C", "C.1", "", 0, "", 12),
                new Atom(2, "Na", "Na+", "ION", -3, "", 23)),
            List.of(),
            false,
            null,
            "odd.cml");

    assertArrayEquals(new int[] {0}, selector.select(odd, "C.1"));
    assertArrayEquals(new int[] {1}, selector.select(odd, "Na+"));
    assertArrayEquals(new int[] {1}, selector.select(odd, "-3.Na+"));
  }

  @Test
  void numbersThatAreNotThereAreRefusedWithThoseThatAre() {
    refuses("0", "no atom 0", "ala2.pdb", "1 to 22");
    refuses("-1", "no atom -1", "1 to 22");
    refuses("23", "no atom 23", "1 to 22");
    refuses("99999999999999", "99999999999999", "1 to 22");
    refuses("5-23", "no atom 23");
    refuses("9-5", "backwards", "5-9");
  }

  @Test
  void aNameThatIsNotThereIsRefusedWithANearOne() {
    refuses("ca", "'ca' names no atom", "did you mean 'CA'", "CH3, HH31");
    refuses("HB9", "did you mean 'HB1'");
    refuses("XYZ", "called CH3", "ALA.CA");
  }

  @Test
  void aResiduesAtomsAreListed() {
    refuses("ALA.CG", "residue ALA", "no atom 'CG'", "N, H, CA, HA, CB, HB1, HB2, HB3, C, O");
    refuses("ALA.ca", "did you mean 'ALA.CA'");
    refuses("2.CH3", "residue 2", "no atom 'CH3'");
    refuses("ala.CA", "no residue 'ala'", "did you mean 'ALA'", "1 ACE, 2 ALA, 3 NME");
    refuses("7.CA", "no residue '7'", "1 ACE, 2 ALA, 3 NME");
  }

  @Test
  void whatCannotBeReadIsAnsweredWithTheForms() {
    refuses("", "empty", "a range (5-9)");
    refuses("ALA CA", "'ALA' at character 1 of 'ALA CA' names no atom", "ALA.CA, 2.CA");
    refuses("CA CB", "'CB' at character 4 of 'CA CB' does not belong here", "'and' or 'or'");
    refuses("name CA and", "the end of 'name CA and' stands where atoms are expected");
    refuses("name CA and or name CB", "'or' at character 13", "where atoms are expected");
    refuses("(name CA", "parenthesis at character 1", "not closed");
    refuses("name CA)", "')' at character 8", "closes nothing");
    refuses("1,,2", "',' at character 3", "where atoms are expected");
    refuses("name", "the end of 'name'", "value of 'name'");
    refuses("name and resname ALA", "'and' at character 6", "value of 'name'");
    refuses("resid CA", "'CA' at character 7", "'resid' takes numbers and ranges");
    refuses("index 3 to x", "'3' at character 7");
    refuses("name C to O", "'O' at character 11", "'name' takes names");
    refuses("resid 8 to 3", "runs backwards; write 3-8");
    refuses("1-10:0", "'1-10:0' at character 1", "no step");
    refuses("within far of CA", "'far' at character 8", "no distance in nm");
    refuses("within -1 of CA", "'-1' at character 8", "no distance in nm above 0");
    refuses("within 0.5 CA", "'CA' at character 12", "'of' is expected");
    refuses("\"CA", "quotation mark at character 1");
    refuses("not ".repeat(101) + "CA", "nested too deep");
    refuses("(".repeat(5000), "nested too deep");
  }

  @Test
  void aStructureWithoutResiduesSaysSo() {
    Structure plain =
        new Structure(
            List.of(new Atom(1, "C", "C", "", 0, "", 12)), List.of(), false, null, "x.xyz");
    assertSays(() -> selector.select(plain, "0.C"), "x.xyz has no residues");
  }

  @Test
  void partsBetweenCommasKeepTheirOrderAndNoAtomStandsTwice() {
    assertArrayEquals(new int[] {8, 6, 4, 14}, select("9, 7,5,15"));
    assertArrayEquals(new int[] {8, 4, 5, 6, 7}, select("CA, 5-9"));
    assertArrayEquals(new int[] {0, 2, 4}, select("1-6:2"));
    assertArrayEquals(new int[] {0, 3, 6}, select("1-9:3"));
  }

  @Test
  void conditionsAreJoinedByTheirPrecedence() {
    assertArrayEquals(new int[] {4, 8, 14}, select("resname ALA and name CA or name C"));
    assertArrayEquals(new int[] {8, 14}, select("resname ALA and (name CA or name C)"));
    assertArrayEquals(new int[] {4}, select("name C and not resname ALA"));
    assertArrayEquals(new int[] {4, 5, 14, 15}, select("name C O"));
    assertArrayEquals(select("11-14"), select("resname ALA and name CB HB*"));
    assertArrayEquals(select("HB1, HB2, HB3"), select("HB?"));
    assertArrayEquals(select("10,12-14,8"), select("ALA.HA, ALA.HB*, ALA.H"));
    assertArrayEquals(select("7-16"), select("resid 2"));
    assertArrayEquals(select("7-22"), select("resid 2 to 3"));
    assertArrayEquals(select("7-22"), select("resid 2-3"));
    assertArrayEquals(select("1-6,17-22"), select("resid 1 3"));
    assertArrayEquals(select("1-10"), select("index 1 to 10"));
    assertArrayEquals(select("2,5,8"), select("index 2-8:3"));
    assertArrayEquals(new int[] {5, 15}, select("element O"));
    assertArrayEquals(select("5,7,9,15"), select("resname ALA and backbone and not name O or 5"));
    assertArrayEquals(select("5-7,9,15-17"), select("backbone"));
    assertArrayEquals(select("1-22"), select("all"));
    assertArrayEquals(select("1-22"), select("protein"));
    assertArrayEquals(new int[] {8}, select("\"CA\""));
  }

  @Test
  void nearAtomsAreThoseOfTheStructure() {
    // the C-H bonds of CA and CB are 0.11 nm long, all others of CA 0.14 nm and more
    assertArrayEquals(new int[] {8, 9}, select("within 0.12 of ALA.CA"));
    assertArrayEquals(select("7,9-11,15"), select("within 0.16 of ALA.CA"));
    assertArrayEquals(new int[] {9}, select("within 0.12 of ALA.CA and not CA"));
  }

  @Test
  void emptyConditionsSayWhatTheyFound() {
    refuses(
        "resname ALA and name CH3",
        "'resname ALA and name CH3' names no atom of ala2.pdb",
        "'resname ALA' names 10 atoms, 'name CH3' names 2 atoms");
    refuses(
        "resname AlA and name CA",
        "'resname AlA' names none",
        "no residue's name is 'AlA' (did you mean 'ALA'?); there are ACE, ALA, NME");
    refuses("element Na", "no element is 'Na'", "there are C, H, O, N");
    refuses("resid 9", "'resid 9' names no atom of ala2.pdb");
    refuses("water", "'water' names no atom");
    refuses("all and notthere", "'notthere' at character 9", "names no atom");
  }

  @Test
  void aGroupIsMeantByItsName() throws SelectionException {
    Map<String, int[]> atoms = Map.of("ends", new int[] {21, 0}, "water", new int[] {3});
    NamedGroups groups =
        new NamedGroups() {
          @Override
          public Set<String> names() {
            return atoms.keySet();
          }

          @Override
          public int[] atoms(String name) {
            return atoms.get(name);
          }
        };

    assertArrayEquals(new int[] {21, 0}, selector.select(peptide, groups, "ends"));
    assertArrayEquals(new int[] {0}, selector.select(peptide, groups, "ends and element C"));
    assertArrayEquals(new int[] {3, 0, 21}, selector.select(peptide, groups, "water, ends"));
    assertSays(
        () -> selector.select(peptide, groups, "end"), "and no group (did you mean 'ends'?)");
    assertEquals("", selector.refusal(peptide, "ends"));
    assertTrue(selector.refusal(peptide, "and").contains("a word of atom expressions"));
    assertTrue(selector.refusal(peptide, "CA").contains("are called 'CA'"));
  }

  @Test
  void waterIsToldFromItsBondsWhereNoNameTells() throws SelectionException {
    Structure plain =
        new Structure(
            List.of(
                new Atom(1, "O", "O", "", 0, "", 16),
                new Atom(2, "H", "H", "", 0, "", 1),
                new Atom(3, "H", "H", "", 0, "", 1),
                new Atom(4, "O", "O", "", 0, "", 16),
                new Atom(5, "H", "H", "", 0, "", 1)),
            List.of(new Bond(0, 1, 0), new Bond(0, 2, 0), new Bond(3, 4, 0)),
            true,
            null,
            "x.xyz");

    assertArrayEquals(new int[] {0, 1, 2}, selector.select(plain, "water"));
    assertSays(() -> selector.select(plain, "within 1 of 1"), "x.xyz has no positions");
  }

  @Test
  void ionsAmongWaterAreFound(@TempDir Path folder) throws Exception {
    StringBuilder gro = new StringBuilder("water\n 8\n");
    String[] lines = {
      "    1SOL     OW    1   0.100   0.100   0.100",
      "    1SOL    HW1    2   0.200   0.100   0.100",
      "    1SOL    HW2    3   0.100   0.200   0.100",
      "    2SOL     OW    4   1.100   0.100   0.100",
      "    2SOL    HW1    5   1.200   0.100   0.100",
      "    2SOL    HW2    6   1.100   0.200   0.100",
      "    3NA      NA    7   0.100   0.100   0.350",
      "    4CL      CL    8   2.100   0.100   0.350"
    };
    for (String line : lines) {
      gro.append(line).append('\n');
    }
    gro.append("   3.0   3.0   3.0\n");
    Structure salt = Sample.read(new GroFormat(), Sample.file(folder, "salt.gro", gro.toString()));

    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, selector.select(salt, "water"));
    assertArrayEquals(new int[] {6, 7}, selector.select(salt, "not water"));
    assertArrayEquals(
        new int[] {0}, selector.select(salt, "water and name OW and within 0.3 of element Na"));
  }
}
