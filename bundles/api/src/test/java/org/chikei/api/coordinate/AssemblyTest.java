package org.chikei.api.coordinate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;

class AssemblyTest {

  /** A chain 0-1-2-3-4 with a branch 2-5, and a molecule 6-7 of its own. */
  private static Structure structure() {
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      atoms.add(new Atom(i, "C", "C" + i, "", 0, "", 12));
    }
    List<Bond> bonds =
        List.of(
            new Bond(0, 1, 1),
            new Bond(1, 2, 1),
            new Bond(2, 3, 1),
            new Bond(3, 4, 1),
            new Bond(2, 5, 1),
            new Bond(6, 7, 1));
    return new Structure(atoms, bonds, false, null, "test");
  }

  private static String text(Assembly assembly) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < assembly.size(); k++) {
      int anchor = assembly.anchor(k);
      text.append(k == 0 ? "" : " ")
          .append(assembly.atom(k))
          .append(anchor < 0 ? "" : "<" + assembly.atom(anchor));
    }
    return text.toString();
  }

  @Test
  void eachAtomIsBroughtNextToOneItIsBondedTo() {
    assertEquals("0 1<0 2<1 3<2 5<2 4<3", text(Assembly.alongBonds(structure(), 0, 1, 2, 3, 4, 5)));
    assertEquals(1, Assembly.alongBonds(structure(), 0, 1, 2, 3, 4, 5).pieces());
    assertEquals("5", text(Assembly.alongBonds(structure(), 5)));
  }

  @Test
  void atomsOnTheWayAreTakenIn() {
    assertEquals("0 1<0 2<1 3<2 4<3", text(Assembly.alongBonds(structure(), 0, 4)));
    assertEquals("5 2<5 3<2 4<3", text(Assembly.alongBonds(structure(), 5, 4)));
  }

  @Test
  void aMoleculeFollowsTheOneBefore() {
    Assembly assembly = Assembly.alongBonds(structure(), 7, 6, 4, 3);
    assertEquals("7 6<7 4<7 3<4", text(assembly));
    assertEquals(2, assembly.pieces());
  }

  @Test
  void inOrderEachIsNextToTheOneBefore() {
    assertEquals("7 0<7 3<0", text(Assembly.inOrder(7, 0, 3)));
    assertEquals(3, Assembly.inOrder(7, 0, 3).pieces());
  }

  @Test
  void noAtomsAndAtomsThatStandTwiceAreRefused() {
    assertThrows(IllegalArgumentException.class, Assembly::inOrder);
    assertThrows(IllegalArgumentException.class, () -> Assembly.inOrder(1, 2, 1));
  }

  @Test
  void pointsDifferWhereTheirAssembliesDo() {
    int[] atoms = {0, 1, 2};
    double[] weights = {1, 1, 1};
    Point plain = Point.ofMean(atoms, weights, "a");
    Point whole = Point.ofMean(atoms, weights, Assembly.inOrder(0, 1, 2), "b");
    Point bonded = Point.ofMean(atoms, weights, Assembly.alongBonds(structure(), 0, 1, 2), "c");
    Point other = Point.ofMean(atoms, weights, Assembly.inOrder(2, 1, 0), "d");

    assertNotEquals(plain, whole);
    assertNotEquals(whole, other);
    assertEquals(whole, bonded);
    assertEquals(whole.hashCode(), bonded.hashCode());
    assertThrows(
        IllegalArgumentException.class,
        () -> Point.ofMean(atoms, weights, Assembly.inOrder(0, 1), "e"));
  }
}
