package org.chikei.structure.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.chikei.api.structure.Structure;
import org.chikei.structure.PdbFormat;
import org.chikei.structure.chemistry.BondOrders;
import org.chikei.structure.chemistry.MolecularGraph.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatLayoutTest {

  private static Fragment arranged(Structure structure) {
    Fragment fragment = Molecules.fragment(structure);
    BondOrders.assign(fragment, structure);
    FlatLayout.arrange(fragment);
    return fragment;
  }

  private static double distance(Fragment fragment, int one, int other) {
    return Math.hypot(fragment.x[one] - fragment.x[other], fragment.y[one] - fragment.y[other]);
  }

  private static double angle(Fragment fragment, int one, int centre, int other) {
    double first =
        Math.atan2(fragment.y[one] - fragment.y[centre], fragment.x[one] - fragment.x[centre]);
    double second =
        Math.atan2(fragment.y[other] - fragment.y[centre], fragment.x[other] - fragment.x[centre]);
    return Math.toDegrees(Math.abs(Math.IEEEremainder(first - second, 2 * Math.PI)));
  }

  private static void assertApart(Fragment fragment) {
    for (int i = 0; i < fragment.size(); i++) {
      for (int k = 0; k < i; k++) {
        assertTrue(distance(fragment, i, k) > 0.35, i + " and " + k + " are on one place");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "methane, C H H H H, 1-2 1-3 1-4 1-5",
    "ethane, C C H H H H H H, 1-2 1-3 1-4 1-5 2-6 2-7 2-8",
    "cyclopropane, C C C H H H H H H, 1-2 2-3 3-1 1-4 1-5 2-6 2-7 3-8 3-9",
    "neopentane, C C C C C, 1-2 1-3 1-4 1-5",
    "sulfuric acid, S O O O O H H, 1-2 1-3 1-4 1-5 2-6 3-7",
    "sodium, Na, ''"
  })
  void skeletonsHaveBondsOfOneLengthAndNoAtomsOnOnePlace(
      String name, String elements, String bonds) {
    Fragment fragment = arranged(Molecules.of(elements, bonds));

    assertApart(fragment);
    for (Line line : fragment.lines()) {
      double expected = line.second < fragment.skeletonSize() ? 1 : 0.62;
      assertEquals(expected, distance(fragment, line.first, line.second), 0.05);
    }
  }

  @Test
  void alanineDipeptideLiesFlatFromItsFirstResidueToItsLast() throws IOException {
    Structure structure = new PdbFormat().read(Path.of("..", "..", "test-data", "ala2.pdb"));
    Fragment fragment = arranged(structure);

    assertApart(fragment);
    double previous = Double.NEGATIVE_INFINITY;
    for (int atom : new int[] {0, 4, 6, 8, 14, 16, 18}) {
      for (int i = 0; i < fragment.size(); i++) {
        if (fragment.atom(i) == atom) {
          assertTrue(fragment.x[i] > previous, "atom " + (atom + 1) + " is left of the one before");
          previous = fragment.x[i];
        }
      }
    }
  }

  @Test
  void waterIsBentAndHydrogenCyanideIsStraight() {
    Fragment water = arranged(Molecules.of("O H H", "1-2 1-3"));
    assertEquals(120, angle(water, 1, 0, 2), 1e-6);
    assertTrue(water.y[1] < water.y[0] && water.y[2] < water.y[0]);

    Fragment cyanide = arranged(Molecules.of("C N H", "1-2 1-3"));
    assertEquals(180, angle(cyanide, 1, 0, 2), 1e-6);
  }

  @Test
  void aHydroxylGroupIsBent() {
    Fragment methanol = arranged(Molecules.of("C O H H H H", "1-2 1-3 1-4 1-5 2-6"));
    assertEquals(120, angle(methanol, 0, 1, 5), 1e-6);
  }
}
