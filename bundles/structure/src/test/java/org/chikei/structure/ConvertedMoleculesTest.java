package org.chikei.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.vecmath.Point3d;
import org.chikei.api.InputException;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

class ConvertedMoleculesTest {
  private final ConvertedMolecules converter = new ConvertedMolecules();

  private static IAtomContainer water() {
    IAtomContainer water = SilentChemObjectBuilder.getInstance().newAtomContainer();
    water.newAtom(IAtom.O).setPoint3d(new Point3d(1, 2, 3));
    water.newAtom(IAtom.H).setPoint3d(new Point3d(1.957, 2, 3));
    water.newAtom(IAtom.H).setPoint3d(new Point3d(0.76, 2.927, 3));
    return water;
  }

  @Test
  void atomsKeepTheirOrderAndPositionsAreInNanometres() throws Exception {
    IAtomContainer water = water();
    water.newBond(water.getAtom(2), water.getAtom(0), IBond.Order.SINGLE);
    water.newBond(water.getAtom(0), water.getAtom(1), IBond.Order.SINGLE);
    Structure structure = converter.structure(water);
    assertEquals("O", structure.atom(0).element());
    assertArrayEquals(
        new double[] {0.1, 0.2, 0.3, 0.1957, 0.2, 0.3, 0.076, 0.2927, 0.3},
        structure.positions().orElseThrow(),
        1e-15);
    assertEquals(List.of(new Bond(0, 1, 1), new Bond(0, 2, 1)), structure.bonds());
    // IUPAC's abridged masses
    assertEquals(15.999, structure.mass(0), 1e-3);
    assertEquals(1.008, structure.mass(1), 1e-3);
  }

  @Test
  void isotopesKeepTheirMasses() throws Exception {
    IAtomContainer water = water();
    water.getAtom(1).setMassNumber(2);
    assertEquals(2.0141, converter.structure(water).mass(1), 1e-4);
  }

  @Test
  void bondsAreToldFromDistancesWhereTheMoleculeHasNone() throws Exception {
    Structure structure = converter.structure(water());
    assertTrue(structure.bondsPerceived());
    assertEquals(List.of(new Bond(0, 1, 0), new Bond(0, 2, 0)), structure.bonds());
  }

  @Test
  void aMoleculeWithoutPositionsGivesAStructureWithoutThem() throws Exception {
    IAtomContainer benzene =
        new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles("c1ccccc1");
    Structure structure = converter.structure(benzene);
    assertFalse(structure.positions().isPresent());
    assertEquals(6, structure.bonds().size());
    assertTrue(structure.bonds().stream().allMatch(bond -> bond.order() == 4));
  }

  @Test
  void whatIsNoAtomIsRefusedWithItsNumber() throws Exception {
    IAtomContainer water = water();
    water.getAtom(1).getPoint3d().y = Double.NaN;
    InputException e = assertThrows(InputException.class, () -> converter.structure(water));
    assertEquals("molecule: atom 2: a coordinate is no finite number", e.getMessage());
    IAtomContainer any = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles("C*");
    e = assertThrows(InputException.class, () -> converter.structure(any));
    assertTrue(e.getMessage().startsWith("molecule: atom 2"), e.getMessage());
  }
}
