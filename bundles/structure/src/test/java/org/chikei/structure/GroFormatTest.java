package org.chikei.structure;

import static org.chikei.structure.Sample.assertRefused;
import static org.chikei.structure.Sample.elements;
import static org.chikei.structure.Sample.names;
import static org.chikei.structure.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroFormatTest {
  private static final String SALT_WATER =
      """
      NaCl in water
          5
          1SOL     OW    1   1.952   1.277   1.986 -0.0606 -0.1978 -0.1424
          1SOL    HW1    2   1.990   1.195   0.041  0.8001  0.5432  1.0010
          1SOL    HW2    3   1.852   1.267   1.986 -0.1201  0.2134 -2.0120
          2NA      NA    4   2.163   1.306   1.986  0.2936  0.5690 -0.5088
      99999CL      CL99999   0.420   2.977   0.567 -0.1654  0.0555 -0.2810
         2.00000   3.00000   2.00000
      """;

  private final GroFormat format = new GroFormat();
  @TempDir Path folder;

  private Structure structure(String text) {
    return read(format, Sample.file(folder, "some.gro", text));
  }

  private void refuses(String text, String... words) {
    assertRefused(format, Sample.file(folder, "some.gro", text), words);
  }

  @Test
  void namesResiduesAndPositionsAreRead() {
    Structure structure = structure(SALT_WATER);

    assertEquals(List.of("O", "H", "H", "Na", "Cl"), elements(structure));
    assertEquals(List.of("OW", "HW1", "HW2", "NA", "CL"), names(structure));
    assertEquals(
        List.of("SOL", "SOL", "SOL", "NA", "CL"),
        structure.atoms().stream().map(Atom::residueName).toList());
    assertEquals(99999, structure.atom(4).residueNumber());
    assertEquals(1.952, structure.positions().orElseThrow()[0], 1e-12);
    assertTrue(structure.notes().get(0).contains("told from the names"));
  }

  @Test
  void bondsReachThroughTheFacesOfTheBoxAndIonsHaveNone() {
    assertEquals(List.of(new Bond(0, 1, 0), new Bond(0, 2, 0)), structure(SALT_WATER).bonds());
  }

  @Test
  void positionsMayHaveMoreDigits() {
    Structure structure =
        structure("x\n1\n    1ALA     CA    1   1.952345   1.277001  -1.986000\n 3 3 3\n");

    assertEquals("C", structure.atom(0).element());
    assertEquals(1.952345, structure.positions().orElseThrow()[0], 1e-12);
    assertEquals(-1.986, structure.positions().orElseThrow()[2], 1e-12);
  }

  @Test
  void aSkewedBoxHasNineNumbers() {
    // The second atom is the first one moved by 0.1 nm and by the third vector.
    Structure structure =
        structure(
            """
            x
                2
                1HOH     OW    1   0.100   0.100   0.100
                1HOH    HW1    2   1.600   0.800   1.100
               2.00000   2.00000   1.00000   0.00000   0.00000   0.50000   0.00000   1.40000   0.70000
            """);
    assertEquals(List.of(new Bond(0, 1, 0)), structure.bonds());
  }

  @Test
  void ofSeveralFramesTheFirstIsRead() {
    assertTrue(structure(SALT_WATER + SALT_WATER).notes().get(1).contains("more than one frame"));
    assertEquals(1, structure(SALT_WATER).notes().size());
  }

  @Test
  void aNumberOfAtomsThatLiesIsRefused() {
    refuses(SALT_WATER.replace("    5\n", "    6\n"), "line 8", "atom 6");
    refuses(SALT_WATER.replace("    5\n", "    4\n"), "line 7", "box", "line 2");
    refuses(SALT_WATER.replace("    5\n", "    x\n"), "line 2", "'x'");
    refuses(SALT_WATER.replace("    5\n", "9999999999\n"), "line 2", "9999999999");
    refuses(SALT_WATER.substring(0, 200), "line 5", "atom 3", "damaged");
    refuses(SALT_WATER.substring(0, SALT_WATER.indexOf("   2.00000")), "line 7", "box", "cut");
  }

  @Test
  void whatIsWrongWithAnAtomIsSaidWithItsLine() {
    refuses(SALT_WATER.replace("1.952", "  nan"), "line 3", "x coordinate", "'nan'");
    refuses(SALT_WATER.replace(" OW", " QQ"), "line 3", "atom 1", "'QQ'", "PDB");
    refuses(SALT_WATER.replace("2.00000\n", "    inf\n"), "line 8", "length of the box");
  }
}
