package org.chikei.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

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
    refuses("ALA CA", "names no atom", "ALA.CA, 2.CA");
    refuses("1,2", "names no atom");
  }

  @Test
  void aStructureWithoutResiduesSaysSo() {
    Structure plain =
        new Structure(
            List.of(new Atom(1, "C", "C", "", 0, "", 12)), List.of(), false, null, "x.xyz");
    assertSays(() -> selector.select(plain, "0.C"), "x.xyz has no residues");
  }

  @Test
  void whereOneAtomIsMeantSeveralAreListed() throws SelectionException {
    assertEquals(8, selector.selectOne(peptide, "ALA.CA"));
    assertSays(
        () -> selector.selectOne(peptide, "CH3"),
        "'CH3' names 2 atoms",
        "1 ACE.CH3, 19 NME.CH3",
        "number");
  }
}
