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

class XyzFormatTest {
  private static final String WATER = "O 0 0 0.1\nH 0.96 0 0.1\nH -0.24 0.93 0.1\n";

  private final XyzFormat format = new XyzFormat();
  @TempDir Path folder;

  private Structure structure(String text) {
    return read(format, Sample.file(folder, "some.xyz", text));
  }

  private void refuses(String text, String... words) {
    assertRefused(format, Sample.file(folder, "some.xyz", text), words);
  }

  @Test
  void theFirstFrameOfATrajectoryIsAStructure() {
    Structure structure = read(format, Sample.DATA.resolve("ala2.xyz"));

    assertEquals("CHHHCONHCHCHHHCONHCHHH", String.join("", elements(structure)));
    assertEquals(2.160995, structure.positions().orElseThrow()[0], 1e-12);
    assertEquals(21, structure.bonds().size());
    assertTrue(structure.bondsPerceived());
    assertTrue(structure.notes().get(0).contains("more than one frame"));
  }

  @Test
  void columnsOfExtendedXyzAreFoundByTheirNames() {
    Structure plain = read(format, Sample.DATA.resolve("ala2.extxyz"));
    assertEquals("CHHHCONHCHCHHHCONHCHHH", String.join("", elements(plain)));
    assertEquals(2.160995, plain.positions().orElseThrow()[0], 1e-9);

    Structure turned = structure("1\nProperties=forces:R:3:pos:R:3:species:S:1\n9 9 9 1 2 3 O\n");
    assertEquals("O", turned.atom(0).element());
    assertEquals(0.3, turned.positions().orElseThrow()[2], 1e-12);
  }

  @Test
  void bondsReachThroughTheLattice() {
    String atoms = "O 0.1 5 5\nH 9.5 5.5 5\n";
    String lattice = "Lattice=\"10 0 0 0 10 0 0 0 10\"";

    assertEquals(1, structure("2\n" + lattice + "\n" + atoms).bonds().size());
    assertEquals(0, structure("2\n" + lattice + " pbc=\"F F F\"\n" + atoms).bonds().size());
    assertEquals(0, structure("2\n\n" + atoms).bonds().size());
  }

  @Test
  void symbolsMayBeNumbersOrCarryOne() {
    Structure structure = structure("5\n\n8 0 0 0\nC1 9 0 0\nCL 0 9 0\nD 0 0 9\nna+ 9 9 9\n");

    assertEquals(List.of("O", "C", "Cl", "D", "Na"), elements(structure));
    assertEquals(List.of("O", "C1", "CL", "D", "na+"), names(structure));
    assertEquals(2.014101778, structure.mass(3), 1e-6);
  }

  @Test
  void anAtomHasNoResidue() {
    Atom atom = structure("3\n\n" + WATER).atom(1);

    assertEquals("", atom.residueName());
    assertEquals(0, atom.residueNumber());
    assertEquals("2 H", atom.label());
  }

  @Test
  void waterHasTwoBonds() {
    assertEquals(List.of(new Bond(0, 1, 0), new Bond(0, 2, 0)), structure("3\n\n" + WATER).bonds());
  }

  @Test
  void aNumberOfAtomsThatLiesIsRefused() {
    refuses("4\n\n" + WATER, "line 5", "3 of 4 atoms", "cut");
    refuses("2\n\n" + WATER, "line 5", "more atoms follow", "(2)");
    refuses("2147483648\n\n" + WATER, "line 1", "2147483648");
    refuses("-3\n\n" + WATER, "line 1", "'-3'");
    refuses("0\n\n", "line 1", "'0'");
    refuses("3\n", "line 1", "cut");
    refuses("2000000000\n\n" + WATER, "3 of 2000000000");
  }

  @Test
  void latticeVectorsAfterTheAtomsAreNoAtoms() {
    assertEquals(3, structure("3\n\n" + WATER + "VEC1 10 0 0\nVEC2 0 10 0\n").size());
  }

  @Test
  void remarksAmongTheAtomsAreNoAtoms() {
    assertEquals(3, structure("3\n\n# made by hand\n" + WATER).size());
  }

  @Test
  void somethingThatIsNoElementIsRefusedWithItsPlace() {
    refuses("1\n\nQq 0 0 0\n", "line 3", "atom 1", "'Qq'");
    refuses("1\n\nCH3 0 0 0\n", "line 3", "'CH3'");
    refuses("1\n\n119 0 0 0\n", "line 3", "'119'");
  }

  @Test
  void coordinatesThatAreNoFiniteNumbersAreRefused() {
    refuses("1\n\nO 0 nan 0\n", "line 3", "y coordinate", "'nan'");
    refuses("1\n\nO 0 0 inf\n", "line 3", "z coordinate");
    refuses("1\n\nO 0 0 1,5\n", "line 3", "'1,5'");
    refuses("1\n\nO 0 0\n", "line 3", "atom 1", "3 columns");
  }

  @Test
  void aHeaderOfExtendedXyzThatNamesNoPositionsIsRefused() {
    refuses("1\nProperties=species:S:1\nO 0 0 0\n", "line 2", "'pos'");
    refuses("1\nProperties=species:S:x:pos:R:3\nO 0 0 0\n", "line 2", "'x'");
  }
}
