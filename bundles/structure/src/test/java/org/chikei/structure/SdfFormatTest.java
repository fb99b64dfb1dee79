package org.chikei.structure;

import static org.chikei.structure.Sample.assertRefused;
import static org.chikei.structure.Sample.elements;
import static org.chikei.structure.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdfFormatTest {
  private static final String HEADER = "formaldehyde\n  someone 01012600003D\n\n";
  private static final String COUNTS = "  4  3  0  0  0  0  0  0  0  0999 V2000\n";
  private static final String ATOMS =
      "    0.0000    0.0000    0.1000 C   0  0\n"
          + "    1.2000    0.0000    0.1000 O   0  0\n"
          + "   -0.5500    0.9500    0.1000 H   0  0\n"
          + "   -0.5500   -0.9500    0.1000 D   0  0\n";
  private static final String BONDS = "  1  2  2  0\n  1  3  1  0\n  1  4  1  0\n";
  private static final String OLD = HEADER + COUNTS + ATOMS + BONDS + "M  END\n";

  private static final String EXTENDED =
      HEADER
          + """
            0  0  0     0  0            999 V3000
          M  V30 BEGIN CTAB
          M  V30 COUNTS 4 3 0 0 0
          M  V30 BEGIN ATOM
          M  V30 1 C 0 0 0.1 0
          M  V30 2 O 1.2 0 0.1 -
          M  V30 0
          M  V30 7 H -0.55 0.95 0.1 0
          M  V30 8 H -0.55 -0.95 0.1 0 MASS=2
          M  V30 END ATOM
          M  V30 BEGIN BOND
          M  V30 1 2 1 2
          M  V30 2 1 1 7
          M  V30 3 1 8 1
          M  V30 END BOND
          M  V30 END CTAB
          M  END
          """;

  private final SdfFormat format = new SdfFormat();
  @TempDir Path folder;

  private Structure structure(String text) {
    return read(format, Sample.file(folder, "some.sdf", text));
  }

  private void refuses(String text, String... words) {
    assertRefused(format, Sample.file(folder, "some.sdf", text), words);
  }

  @Test
  void bothVersionsGiveElementsIsotopesAndBondOrders() {
    for (String text : List.of(OLD, EXTENDED)) {
      Structure structure = structure(text);
      assertEquals(List.of("C", "O", "H", "D"), elements(structure));
      assertEquals(
          List.of(new Bond(0, 1, 2), new Bond(0, 2, 1), new Bond(0, 3, 1)), structure.bonds());
      assertFalse(structure.bondsPerceived());
      assertEquals(2.014101778, structure.mass(3), 1e-6);
      assertEquals(1.0079407, structure.mass(2), 1e-6);
      assertEquals(0.12, structure.positions().orElseThrow()[3], 1e-12);
      assertEquals(0.095, structure.positions().orElseThrow()[7], 1e-12);
    }
  }

  @Test
  void isotopesMayStandInAPropertyLine() {
    Structure structure = structure(OLD.replace("M  END", "M  ISO  1   1  13\nM  END"));

    assertEquals("C", structure.atom(0).element());
    assertEquals(13.0033548, structure.mass(0), 1e-6);
  }

  @Test
  void aromaticBondsStayAromatic() {
    Structure structure = structure(OLD.replace("  1  2  2", "  1  2  4"));

    assertEquals(4, structure.size());
    assertEquals(new Bond(0, 1, 4), structure.bonds().get(0));
  }

  @Test
  void bondsOfAQueryHaveNoOrder() {
    for (int type = 5; type <= 8; type++) {
      Structure structure = structure(OLD.replace("  1  2  2", "  1  2  " + type));
      assertEquals(new Bond(0, 1, 0), structure.bonds().get(0));
      assertEquals(List.of("C", "O", "H", "D"), elements(structure));
    }
  }

  @Test
  void symbolsMayBeInAnyCase() {
    assertEquals(
        List.of("C", "Cl", "H", "D"), elements(structure(OLD.replace(" O   0", " CL  0"))));
  }

  @Test
  void aFileWithoutAVersionAndWithOtherDecimalsIsReadInSilence() {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      String old = OLD.replace("0999 V2000", "").replace("    1.2000", "     1.200");
      Structure structure = structure(old.replace(" D   0", " d   0"));
      assertEquals(List.of("C", "O", "H", "D"), elements(structure));
      assertEquals(0.12, structure.positions().orElseThrow()[3], 1e-12);
    } finally {
      System.setErr(before);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  void bondsAreToldFromDistancesWhereTheFileHasNone() {
    Structure structure =
        structure(HEADER + COUNTS.replace("  4  3", "  4  0") + ATOMS + "M  END\n");

    assertTrue(structure.bondsPerceived());
    assertEquals(3, structure.bonds().size());
  }

  @Test
  void aFlatDrawingHasNoPositions() {
    Structure structure = structure(OLD.replace("3D", "2D").replace("0.1000 ", "0.0000 "));

    assertTrue(structure.positions().isEmpty());
    assertEquals(3, structure.bonds().size());
  }

  @Test
  void ofSeveralMoleculesTheFirstIsRead() {
    Structure structure = structure(OLD + "> <name>\nvalue\n\n$$$$\n" + OLD + "$$$$\n");

    assertEquals(4, structure.size());
    assertTrue(structure.notes().get(0).contains("more than one molecule"));
    assertEquals(List.of(), structure(OLD + "> <name>\nvalue\n\n$$$$\n").notes());
  }

  @Test
  void tablesThatAreShorterThanAnnouncedAreRefused() {
    refuses(OLD.replace("  4  3", "  5  3"), "line 9", "atom 5");
    refuses(OLD.replace("  4  3", "  4  4"), "line 12", "columns 1-3");
    refuses(OLD.substring(0, OLD.length() - 30), "cut");
    refuses(HEADER, "line 3", "counts", "cut");
    refuses(HEADER + "no counts here\n", "line 4", "number of atoms");
    refuses(HEADER + COUNTS.replace("  4  3", "  0  0") + "M  END\n", "no atoms");
    refuses(EXTENDED.replace("COUNTS 4", "COUNTS 2000000000"), "4 atoms", "2000000000");
    refuses(EXTENDED.replace("COUNTS 4 3 0 0 0", "COUNTS"), "line 6", "COUNTS");
    refuses(EXTENDED.replace("M  END\n", ""), "cut");
  }

  @Test
  void partnersThatAreNotThereAreRefused() {
    refuses(OLD.replace("  1  4  1", "  1  9  1"), "line 11", "atom 9", "1 to 4");
    refuses(OLD.replace("  1  4  1", "  1  4  0"), "line 11", "type 0");
    refuses(EXTENDED.replace("3 1 8 1", "3 1 9 1"), "line 17", "two atoms that are there");
    refuses(EXTENDED.replace("V30 7 H", "V30 2000000000 H"), "index");
  }

  @Test
  void coordinatesThatAreNoFiniteNumbersAreRefused() {
    refuses(OLD.replace("    1.2000", "       nan"), "line 6", "x coordinate", "'nan'");
    refuses(EXTENDED.replace("7 H -0.55", "7 H NaN"), "line 11", "'NaN'");
  }

  @Test
  void blocksThatDoNotMatchAreRefused() {
    refuses(EXTENDED.replace("M  V30 END ATOM\n", ""), "line 13", "ATOM does not end");
    refuses(EXTENDED.replace("END BOND", "END ATOM"), "line 18", "another block");
    refuses(EXTENDED.replace("M  V30 END BOND\nM  V30 END CTAB\n", ""), "BOND does not end");
  }

  @Test
  void atomsAndBondsOfOtherBlocksAreLeftOut() {
    String group = "M  V30 BEGIN SGROUP\nM  V30 1 DAT 1 ATOMS=(1 1)\nM  V30 END SGROUP\n";
    Structure structure =
        structure(EXTENDED.replace("M  V30 END CTAB\n", group + "M  V30 END CTAB\n"));
    assertEquals(4, structure.size());
    assertEquals(3, structure.bonds().size());
  }

  @Test
  void aCoordinateThatItsColumnsCannotHoldIsRefused() {
    refuses(OLD.replace("    1.2000", "1e9       "), "line 6", "x coordinate", "too large");
  }

  @Test
  void bondsMayBeStatedTwiceButJoinTwoAtoms() {
    Structure structure = structure(OLD.replace("  1  4  1", "  2  1  1"));
    assertEquals(List.of(new Bond(0, 1, 2), new Bond(0, 2, 1)), structure.bonds());
    refuses(OLD.replace("  1  4  1", "  4  4  1"), "atom 4", "itself");
  }

  @Test
  void aRestOfAMoleculeIsNoElement() {
    refuses(OLD.replace(" O   0", " R#  0"), "line 6", "atom 2", "'R#'");
    refuses(OLD.replace(" O   0", " Qq  0"), "line 6", "atom 2", "'Qq'");
    refuses(EXTENDED.replace("2 O 1.2", "2 R# 1.2"), "line 10", "atom 2", "'R#'");
  }
}
