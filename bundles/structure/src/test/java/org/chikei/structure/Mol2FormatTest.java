package org.chikei.structure;

import static org.chikei.structure.Sample.assertRefused;
import static org.chikei.structure.Sample.elements;
import static org.chikei.structure.Sample.names;
import static org.chikei.structure.Sample.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mol2FormatTest {
  private static final String FORMAMIDE =
      """
      # made by hand
      @<TRIPOS>MOLECULE

       6 5 1 0 0
      SMALL
      NO_CHARGES

      @<TRIPOS>ATOM
            1 C          0.0000    0.0000    0.1000 C.2     7  FAM7        0.0000
            2 O          1.2200    0.0000    0.1000 O.2     7  FAM7        0.0000
      # a remark
            3 N         -0.7000    1.1500    0.1000 N.am    7  FAM7        0.0000
            4 H         -0.5500   -0.9500    0.1000 H       7  FAM7        0.0000
            5 HN1       -1.7000    1.1000    0.1000 H       7  FAM7        0.0000
            6 HN2       -0.2500    2.0500    0.1000 H       7  FAM7        0.0000
      @<TRIPOS>BOND
           1    1    2 2
           2    1    3 am
           3    4    1 1
           4    3    5 1
           5    3    6 un
      """;

  private final Mol2Format format = new Mol2Format();
  @TempDir Path folder;

  private Structure structure(String text) {
    return read(format, Sample.file(folder, "some.mol2", text));
  }

  private void refuses(String text, String... words) {
    assertRefused(format, Sample.file(folder, "some.mol2", text), words);
  }

  @Test
  void chargesAreReadWhereTheFileHasThem() {
    assertTrue(structure(FORMAMIDE).charges().isEmpty());
    String charged =
        FORMAMIDE
            .replace("C.2     7  FAM7        0.0000", "C.2     7  FAM7        0.5973")
            .replace("O.2     7  FAM7        0.0000", "O.2     7  FAM7       -0.5679 BACKBONE");
    assertArrayEquals(
        new double[] {0.5973, -0.5679, 0, 0, 0, 0}, structure(charged).charges().orElseThrow());
    // one atom without a charge is no statement
    assertTrue(
        structure(charged.replace("N.am    7  FAM7        0.0000", "N.am 7 FAM7"))
            .charges()
            .isEmpty());
    refuses(charged.replace("0.5973", "often"), "line 9", "atom 1 has the charge 'often'");
  }

  @Test
  void namesResiduesAndBondOrdersAreRead() {
    Structure structure = structure(FORMAMIDE);

    assertEquals(List.of("C", "O", "N", "H", "HN1", "HN2"), names(structure));
    assertEquals(List.of("C", "O", "N", "H", "H", "H"), elements(structure));
    assertEquals("FAM", structure.atom(2).residueName());
    assertEquals(7, structure.atom(2).residueNumber());
    assertEquals(
        List.of(
            new Bond(0, 1, 2),
            new Bond(0, 2, 1),
            new Bond(0, 3, 1),
            new Bond(2, 4, 1),
            new Bond(2, 5, 0)),
        structure.bonds());
    assertFalse(structure.bondsPerceived());
    assertEquals(0.122, structure.positions().orElseThrow()[3], 1e-12);
  }

  @Test
  void anAtomNeedsNoResidue() {
    Structure structure =
        structure("@<TRIPOS>MOLECULE\nx\n1\nSMALL\nNO\n@<TRIPOS>ATOM\n1 NA 0 0 0 Na\n");

    assertEquals("Na", structure.atom(0).element());
    assertEquals("", structure.atom(0).residueName());
  }

  @Test
  void aromaticBondsStayAromatic() {
    assertEquals(
        new Bond(0, 1, 4), structure(FORMAMIDE.replace("1    2 2", "1    2 ar")).bonds().get(0));
  }

  @Test
  void bondsAreToldFromDistancesWhereTheFileHasNone() {
    int bonds = FORMAMIDE.indexOf("@<TRIPOS>BOND");
    Structure structure = structure(FORMAMIDE.substring(0, bonds).replace(" 6 5 1", " 6 0 1"));

    assertTrue(structure.bondsPerceived());
    assertEquals(5, structure.bonds().size());
  }

  @Test
  void ofSeveralMoleculesTheFirstIsRead() {
    Structure structure = structure(FORMAMIDE + FORMAMIDE);

    assertEquals(6, structure.size());
    assertTrue(structure.notes().get(0).contains("more than one molecule"));
  }

  @Test
  void tablesThatAreShorterThanAnnouncedAreRefused() {
    refuses(FORMAMIDE.replace(" 6 5 1", " 7 5 1"), "line 16", "atom 7 of 7");
    refuses(FORMAMIDE.replace(" 6 5 1", " 6 6 1"), "bond 6 of 6", "ends");
    refuses(FORMAMIDE.replace(" 6 5 1", " 2000000000 5"), "atom 7 of 2000000000");
    refuses(FORMAMIDE.replace(" 6 5 1", " x 5 1"), "line 4", "'x'");
    refuses(FORMAMIDE.substring(0, FORMAMIDE.indexOf("@<TRIPOS>ATOM")), "@<TRIPOS>ATOM");
    refuses(FORMAMIDE.substring(0, FORMAMIDE.indexOf("@<TRIPOS>BOND")), "5 bonds");
    refuses("nothing\n", "@<TRIPOS>MOLECULE");
  }

  @Test
  void whatIsWrongWithAnAtomIsSaidWithItsLine() {
    refuses(FORMAMIDE.replace("O.2", "Du"), "line 10", "atom 2", "'Du'");
    refuses(FORMAMIDE.replace("1.2200", "NaN"), "line 10", "x coordinate");
    refuses(FORMAMIDE.replace("    0.0000    0.1000 O.2     7  FAM7 ", ""), "line 10", "columns");
  }

  @Test
  void whatIsWrongWithABondIsSaidWithItsLine() {
    refuses(FORMAMIDE.replace("1    2 2", "1    9 2"), "line 17", "bond 1", "'9'");
    refuses(FORMAMIDE.replace("1    2 2", "2    2 2"), "line 17", "to itself");
    refuses(FORMAMIDE.replace("1    2 2", "1    2"), "line 17", "3 columns");
  }
}
