package org.chikei.structure;

import static org.chikei.structure.Sample.assertRefused;
import static org.chikei.structure.Sample.atom;
import static org.chikei.structure.Sample.elements;
import static org.chikei.structure.Sample.names;
import static org.chikei.structure.Sample.read;
import static org.chikei.structure.Sample.withElement;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdbFormatTest {
  private final PdbFormat format = new PdbFormat();
  @TempDir Path folder;

  private Structure structure(String text) {
    return read(format, Sample.file(folder, "some.pdb", text));
  }

  private void refuses(String text, String... words) {
    assertRefused(format, Sample.file(folder, "some.pdb", text), words);
  }

  private static boolean notes(Structure structure, String words) {
    return structure.notes().stream().anyMatch(note -> note.contains(words));
  }

  @Test
  void alanineDipeptideHasItsTwentyTwoAtoms() {
    Structure structure = read(format, Sample.DATA.resolve("ala2.pdb"));

    assertEquals(22, structure.size());
    assertEquals("CHHHCONHCHCHHHCONHCHHH", String.join("", elements(structure)));
    assertEquals(
        "CH3 HH31 HH32 HH33 C O N H CA HA CB HB1 HB2 HB3 C O N H CH3 HH31 HH32 HH33",
        String.join(" ", names(structure)));
    assertEquals(new Atom(9, "C", "CA", "ALA", 2, "A", structure.mass(8)), structure.atom(8));
    assertEquals("ACE", structure.atom(5).residueName());
    assertEquals("NME", structure.atom(16).residueName());
    assertEquals(3, structure.atom(21).residueNumber());
    assertEquals("ala2.pdb", structure.source());
    assertEquals(List.of(), structure.notes());
    assertArrayEquals(
        new double[] {2.4511, 2.6842, 2.6267},
        Arrays.copyOfRange(structure.positions().orElseThrow(), 24, 27),
        1e-12);
  }

  @Test
  void alanineDipeptideIsOneMoleculeOfTwentyOnePerceivedBonds() {
    Structure structure = read(format, Sample.DATA.resolve("ala2.pdb"));

    // 1-5-7-9-15-17-19 is the backbone, 9-11 the side chain, 6 and 16 are the oxygens.
    List<Bond> heavy =
        structure.bonds().stream()
            .filter(bond -> !structure.atom(bond.second()).element().equals("H"))
            .toList();
    assertEquals(
        List.of(
            new Bond(0, 4, 0),
            new Bond(4, 5, 0),
            new Bond(4, 6, 0),
            new Bond(6, 8, 0),
            new Bond(8, 10, 0),
            new Bond(8, 14, 0),
            new Bond(14, 15, 0),
            new Bond(14, 16, 0),
            new Bond(16, 18, 0)),
        heavy);
    assertEquals(21, structure.bonds().size());
    assertTrue(structure.bondsPerceived());
  }

  @Test
  void bondsOfButaneComeFromItsRecords() {
    Structure structure = read(format, Sample.DATA.resolve("butane.pdb"));

    assertFalse(structure.bondsPerceived());
    assertEquals(
        List.of(new Bond(0, 1, 0), new Bond(1, 2, 0), new Bond(2, 3, 0)), structure.bonds());
    assertEquals(List.of("C1", "C2", "C3", "C4"), names(structure));
    assertEquals("BUT", structure.atom(3).residueName());
  }

  @Test
  void unitedAtomsBondByTheirDistance() {
    Structure structure =
        structure(
            atom(1, " C1", "BUT", 1, 20, 20, 20)
                + atom(2, " C2", "BUT", 1, 21.54, 20, 20)
                + atom(3, " C3", "BUT", 1, 22.17, 21.41, 20)
                + atom(4, " C4", "BUT", 1, 23.71, 21.41, 20));

    assertEquals(3, structure.bonds().size());
    assertTrue(structure.bondsPerceived());
  }

  @Test
  void aFileWithoutAnEndIsRead() {
    assertEquals(1, structure(atom(1, " CA", "ALA", 1, 0, 0, 0)).size());
  }

  @Test
  void theColumnsOfElementsComeBeforeNames() {
    Structure structure =
        structure(
            withElement(atom(1, "CA", "CA", 1, 0, 0, 0), "CA")
                + withElement(atom(2, " CA", "ALA", 2, 9, 0, 0), "C")
                + withElement(atom(3, " D1", "LIG", 3, 0, 9, 0), "D")
                + withElement(atom(4, " X1", "LIG", 3, 0, 0, 9), "fe"));

    assertEquals(List.of("Ca", "C", "D", "Fe"), elements(structure));
    assertEquals(2.014101778, structure.mass(2), 1e-6);
    assertEquals(List.of(), structure.notes());
  }

  @Test
  void elementsToldFromNamesAreNoted() {
    Structure structure = structure(atom(1, " CA", "ALA", 1, 0, 0, 0));

    assertEquals("C", structure.atom(0).element());
    assertTrue(notes(structure, "told from the names"));
  }

  @Test
  void theFourthSiteOfWaterHasNoMass() {
    Structure structure =
        structure(
            atom(1, " OW", "SOL", 1, 0, 0, 0)
                + atom(2, " HW1", "SOL", 1, 0.76, 0.59, 0)
                + atom(3, " HW2", "SOL", 1, -0.76, 0.59, 0)
                + atom(4, " MW", "SOL", 1, 0, 0.15, 0));

    assertEquals("", structure.atom(3).element());
    assertEquals(0, structure.mass(3));
    assertEquals(List.of(new Bond(0, 1, 0), new Bond(0, 2, 0)), structure.bonds());
    assertTrue(notes(structure, "mass is 0"));
  }

  @Test
  void ofSeveralModelsTheFirstIsRead() {
    String model = atom(1, " CA", "ALA", 1, 1, 0, 0) + "ENDMDL\n";
    Structure structure = structure("MODEL 1\n" + model + "MODEL 2\n" + model);

    assertEquals(1, structure.size());
    assertTrue(notes(structure, "more than one model"));
  }

  @Test
  void framesThatEndAreModelsToo() {
    String frame = atom(1, " CA", "ALA", 1, 1, 0, 0) + "END\n";
    assertEquals(1, structure(frame + frame).size());
  }

  @Test
  void ofAlternateLocationsTheFirstIsKept() {
    Structure structure =
        structure(
            atom(1, " CB A", "SER", 5, 1, 0, 0).replace("A SER", "ASER")
                + atom(2, " CB B", "SER", 5, 2, 0, 0).replace("B SER", "BSER")
                + atom(3, " CA B", "SER", 5, 3, 0, 0).replace("B SER", "BSER"));

    assertEquals(List.of("CB", "CA"), names(structure));
    assertEquals(0.1, structure.positions().orElseThrow()[0], 1e-12);
    assertTrue(notes(structure, "1 atoms of the structure are alternate locations"));
  }

  @Test
  void ofTwoResiduesInOnePlaceTheFirstIsKept() {
    Structure structure =
        structure(
            atom(1, " CB A", "SER", 5, 1, 0, 0).replace("A SER", "ASER")
                + atom(2, " OG A", "SER", 5, 2, 0, 0).replace("A SER", "ASER")
                + atom(3, " CB B", "THR", 5, 1, 0, 0).replace("B THR", "BTHR")
                + atom(4, " CG2B", "THR", 5, 2, 0, 0).replace("B THR", "BTHR"));

    assertEquals(List.of("CB", "OG"), names(structure));
  }

  @Test
  void insertionCodesMakeResiduesOfTheirOwn() {
    String inserted = atom(2, " CA", "GLY", 5, 3.8, 0, 0).replace("A   5 ", "A   5A");
    Structure structure = structure(atom(1, " CA", "SER", 5, 0, 0, 0) + inserted);

    assertEquals("SER", structure.atom(0).residueName());
    assertEquals("GLY", structure.atom(1).residueName());
    assertEquals(5, structure.atom(1).residueNumber());
  }

  @Test
  void serialNumbersMayOverflowInAnyWay() {
    String record = atom(1, " CA", "ALA", 1, 0, 0, 0);
    Structure structure =
        structure(
            record
                + record.replace("ATOM      1", "ATOM  186a0")
                + record.replace("ATOM      1", "ATOM  *****")
                + record.replace("ATOM      1 ", "ATOM  100000")
                + record.replace("ATOM      1 ", "ATOM 1000000"));

    assertEquals(List.of("CA", "CA", "CA", "CA", "CA"), names(structure));
  }

  @Test
  void aPartnerNamedTwiceIsADoubleBond() {
    Structure structure =
        structure(
            atom(1, " C1", "FOR", 1, 0, 0, 0)
                + atom(2, " O1", "FOR", 1, 1.2, 0, 0)
                + atom(3, " H1", "FOR", 1, -0.5, 0.9, 0)
                + "CONECT    1    2    2    3\nCONECT    2    1    1\nCONECT    3    1\n");

    assertEquals(List.of(new Bond(0, 1, 2), new Bond(0, 2, 1)), structure.bonds());
  }

  @Test
  void recordsOfALigandDoNotHideTheBondsOfTheRest() {
    Structure structure =
        structure(
            atom(1, " C1", "LIG", 1, 0, 0, 0)
                + atom(2, " C2", "LIG", 1, 1.5, 0, 0)
                + atom(3, " C3", "LIG", 1, 1.5, 1.3, 0)
                + atom(4, " O", "HOH", 2, 9, 0, 0)
                + atom(5, " H1", "HOH", 2, 9.9, 0, 0)
                + "CONECT    1    2\nCONECT    2    1    3\n");

    assertEquals(
        List.of(new Bond(0, 1, 0), new Bond(1, 2, 0), new Bond(3, 4, 0)), structure.bonds());
    assertTrue(structure.bondsPerceived());
  }

  @Test
  void aSerialNumberThatTwoAtomsShareSaysNothing() {
    Structure structure =
        structure(
            atom(1, " C1", "LIG", 1, 0, 0, 0)
                + atom(2, " C2", "LIG", 1, 1.5, 0, 0)
                + atom(1, " C1", "LIG", 2, 20, 0, 0)
                + "CONECT    2    1\n");

    assertEquals(List.of(new Bond(0, 1, 0)), structure.bonds());
    assertTrue(structure.bondsPerceived());
    assertTrue(notes(structure, "CONECT"));
  }

  @Test
  void bondsReachThroughTheFacesOfTheCell() {
    Structure structure =
        structure(
            "CRYST1   20.000   20.000   20.000  90.00  90.00  90.00 P 1           1\n"
                + atom(1, " OW", "SOL", 1, 0.2, 10, 10)
                + atom(2, " HW1", "SOL", 1, 19.4, 10.5, 10)
                + atom(3, " HW2", "SOL", 1, 1.0, 10.5, 10));

    assertEquals(List.of(new Bond(0, 1, 0), new Bond(0, 2, 0)), structure.bonds());
  }

  @Test
  void residuesMayHaveFourLetters() {
    Structure structure = structure(atom(1, " OH2", "TIP3", 1, 0, 0, 0));

    assertEquals("TIP3", structure.atom(0).residueName());
    assertEquals("O", structure.atom(0).element());
    assertEquals("A", structure.atom(0).chain());
  }

  @Test
  void otherLineEndsAndAByteOrderMarkDoNotMatter() {
    String text = atom(1, " CA", "ALA", 1, 0, 0, 0) + atom(2, " CB", "ALA", 1, 1.5, 0, 0);
    for (String end : List.of("\n", "\r\n", "\r")) {
      assertEquals(2, structure("\u00EF\u00BB\u00BF" + text.replace("\n", end)).size());
    }
  }

  @Test
  void aRecordThatIsCutIsRefusedWithItsLine() {
    String cut = atom(2, " CB", "ALA", 1, 1.5, 0, 0).substring(0, 50);
    refuses(atom(1, " CA", "ALA", 1, 0, 0, 0) + cut, "line 2", "50 columns", "cut");
  }

  @Test
  void aModelThatDoesNotEndIsRefused() {
    refuses("MODEL 1\n" + atom(1, " CA", "ALA", 1, 0, 0, 0), "line 2", "line 1", "cut");
  }

  @Test
  void coordinatesThatAreNoFiniteNumbersAreRefused() {
    String record = atom(1, " CA", "ALA", 1, 1.25, 0, 0);
    for (String bad :
        List.of(
            "   NaN  ", "Infinity", "  1.2d0 ", "  abc   ", "        ", " 1e999  ", "  1.2f  ")) {
      refuses(record.replace("   1.250", bad), "line 1", "x coordinate", "'" + bad.trim() + "'");
    }
  }

  @Test
  void anElementThatCannotBeToldIsRefused() {
    refuses(atom(1, " QQ1", "LIG", 1, 0, 0, 0), "line 1", "atom 1", "QQ1", "columns 77-78");
  }

  @Test
  void aFileWithoutAtomsIsRefused() {
    refuses("REMARK nothing\nEND\n", "no ATOM or HETATM record");
  }
}
