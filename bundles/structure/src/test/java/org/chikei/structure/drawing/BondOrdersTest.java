package org.chikei.structure.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.chikei.structure.chemistry.BondOrders;
import org.chikei.structure.chemistry.MolecularGraph.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BondOrdersTest {

  private static Fragment assigned(Structure structure) {
    Fragment fragment = Molecules.fragment(structure);
    BondOrders.assign(fragment, structure);
    return fragment;
  }

  /** Orders of the bonds of a skeleton, by the numbers of their atoms. */
  private static String orders(Fragment fragment) {
    StringBuilder orders = new StringBuilder();
    fragment.lines().stream()
        .filter(line -> line.second < fragment.skeletonSize())
        .sorted((one, other) -> 100 * (one.first - other.first) + one.second - other.second)
        .forEach(line -> orders.append(line.order));
    return orders.toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "formaldehyde, C O H H, 1-2 1-3 1-4, 2",
    "ethene, C C H H H H, 1-2 1-3 1-4 2-5 2-6, 2",
    "ethyne, C C H H, 1-2 1-3 2-4, 3",
    "hydrogen cyanide, C N H, 1-2 1-3, 3",
    "allene, C C C H H H H, 1-2 2-3 1-4 1-5 3-6 3-7, 22",
    "formic acid, C O O H H, 1-2 1-3 1-4 3-5, 21",
    "formamide, C O N H H H, 1-2 1-3 1-4 3-5 3-6, 21",
    "dimethyl sulfone, C S C O O H H H H H H, 1-2 2-3 2-4 2-5 1-6 1-7 1-8 3-9 3-10 3-11, 1122",
    "methyl phosphate, P O O O O C H H H H H, 1-2 1-3 1-4 1-5 5-6 3-7 4-8 6-9 6-10 6-11, 21111",
    "water, O H H, 1-2 1-3, ''",
    "hydrogen peroxide, O O H H, 1-2 1-3 2-4, 1"
  })
  void valencesTellTheOrders(String name, String elements, String bonds, String expected) {
    Fragment fragment = assigned(Molecules.of(elements, bonds));
    assertEquals(expected, orders(fragment));
    assertArrayEquals(new int[fragment.size()], fragment.charge);
  }

  @Test
  void everyAtomOfAnAromaticSystemHasOneDoubleBond() {
    // Azulene: a ring of five and one of seven, of which no greedy choice is sure to work out.
    Fragment azulene =
        assigned(
            Molecules.of(
                "C C C C C C C C C C H H H H H H H H",
                "1-2 2-3 3-4 4-5 5-1 4-6 6-7 7-8 8-9 9-10 10-5"
                    + " 1-11 2-12 3-13 6-14 7-15 8-16 9-17 10-18"));
    for (int i = 0; i < 10; i++) {
      assertEquals(1, azulene.linesOf(i).stream().filter(line -> line.order == 2).count());
    }
  }

  @Test
  void aromaticBondsOfAFileBecomeSingleAndDouble() {
    Structure ring = Molecules.of("C C C C C N", "1-2 2-3 3-4 4-5 5-6 6-1");
    List<Bond> aromatic =
        ring.bonds().stream().map(bond -> new Bond(bond.first(), bond.second(), 4)).toList();
    Fragment pyridine =
        assigned(new Structure(ring.atoms(), aromatic, false, null, "pyridine without hydrogens"));

    assertEquals(9, pyridine.lines().stream().mapToInt(line -> line.order).sum());
  }

  @Test
  void ordersThatAreKnownStay() {
    Structure odd = Molecules.of("C C", "1-2");
    Fragment fragment =
        assigned(new Structure(odd.atoms(), List.of(new Bond(0, 1, 3)), false, null, "test"));
    assertEquals("3", orders(fragment));
  }

  @Test
  void whatStaysLackingIsACharge() {
    Fragment acetate = assigned(Molecules.of("C C O O H H H", "1-2 2-3 2-4 1-5 1-6 1-7"));
    assertEquals("121", orders(acetate));
    assertArrayEquals(new int[] {0, 0, 0, -1, 0, 0, 0}, acetate.charge);

    Fragment methylammonium =
        assigned(Molecules.of("C N H H H H H H", "1-2 1-3 1-4 1-5 2-6 2-7 2-8"));
    assertEquals(1, methylammonium.charge[1]);

    Fragment nitromethane = assigned(Molecules.of("C N O O H H H", "1-2 2-3 2-4 1-5 1-6 1-7"));
    assertEquals("121", orders(nitromethane));
    assertArrayEquals(new int[] {0, 1, 0, -1, 0, 0, 0}, nitromethane.charge);

    Fragment guanidinium =
        assigned(Molecules.of("C N N N H H H H H H", "1-2 1-3 1-4 2-5 2-6 3-7 3-8 4-9 4-10"));
    assertEquals("211", orders(guanidinium));
    assertEquals(1, guanidinium.charge[1]);
  }

  @Test
  void unitedAtomsHaveSingleBonds() {
    double[] butane = {2, 2, 2, 2.154, 2, 2, 2.217, 2.141, 2, 2.371, 2.141, 2};
    assertEquals("111", orders(assigned(Molecules.of("C C C C", "1-2 2-3 3-4", butane))));
    assertEquals("111", orders(assigned(Molecules.of("C C C C", "1-2 2-3 3-4"))));
  }

  @Test
  void withoutHydrogensShortBondsAreDouble() {
    // Butenone of united atoms: C-C 0.150, C=O 0.122, C-C 0.147, C=C 0.134 nm.
    double[] positions = {
      0, 0, 0, 0.15, 0, 0, 0.211, 0.1057, 0, 0.2235, -0.1273, 0, 0.1565, -0.2434, 0
    };
    Fragment butenone = assigned(Molecules.of("C C O C C", "1-2 2-3 2-4 4-5", positions));
    assertEquals("1212", orders(butenone));
    assertArrayEquals(new int[5], butenone.charge);
  }

  @Test
  void aBondAcrossTheFacesOfABoxHasNoLength() {
    double[] positions = {0.05, 0, 0, 4.93, 0, 0, 0.1, 0.09, 0, 0.1, -0.09, 0};
    assertEquals("2", orders(assigned(Molecules.of("C O H H", "1-2 1-3 1-4", positions))));
  }

  @Test
  void aSingleOxygenOfACrystalStructureHasNoCharge() {
    assertArrayEquals(new int[1], assigned(Molecules.of("O", "")).charge);
  }

  @Test
  void linesKnowTheirOtherEnd() {
    Line line = assigned(Molecules.of("C O H H", "1-2 1-3 1-4")).lines().get(0);
    assertEquals(line.second, line.other(line.first));
    assertEquals(line.first, line.other(line.second));
  }
}
