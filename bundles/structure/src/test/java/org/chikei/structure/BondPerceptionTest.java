package org.chikei.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.chikei.api.structure.Bond;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openscience.cdk.config.Elements;

class BondPerceptionTest {

  /** Bonds of atoms such as {@code "O 0 0 0; H 0.096 0 0"}, in nm. */
  private static List<Bond> bonds(String atoms) {
    String[] each = atoms.split(";");
    int[] numbers = new int[each.length];
    double[] positions = new double[3 * each.length];
    for (int i = 0; i < each.length; i++) {
      String[] fields = each[i].trim().split(" +");
      numbers[i] = Elements.ofString(fields[0]).number();
      for (int k = 0; k < 3; k++) {
        positions[3 * i + k] = Double.parseDouble(fields[k + 1]);
      }
    }
    return new BondPerception(numbers, positions, null)
        .bonds(List.of(), new BitSet())
        .orElseThrow();
  }

  /** Lengths of bonds in molecules (CRC Handbook), in nm. */
  @ParameterizedTest
  @CsvSource({
    "H,H,0.0741", "C,H,0.109", "O,H,0.0958", "N,H,0.1012", "S,H,0.1336", "Si,H,0.148",
    "C,C,0.1535", "C,C,0.1203", "C,O,0.1128", "C,O,0.143", "C,N,0.147", "C,F,0.135",
    "C,Cl,0.178", "C,Br,0.194", "C,I,0.214", "C,S,0.182", "C,Si,0.187", "S,S,0.205",
    "P,O,0.16", "O,O,0.145", "N,N,0.145", "B,H,0.119", "H,F,0.0917", "H,Cl,0.1275",
    "Cl,Cl,0.1988", "I,I,0.2666", "Si,O,0.163", "Ti,Cl,0.217", "Zn,S,0.234", "Fe,N,0.205"
  })
  void atomsAtABondsLengthAreBondedAndStayItWhenHot(String one, String other, double length) {
    assertEquals(1, bonds(one + " 0 0 0;" + other + " 0 0 " + length).size());
    double stretched = 1.08 * length;
    assertEquals(1, bonds(one + " 0 0 0;" + other + " 0 0 " + stretched).size());
  }

  /** Distances between atoms of neighbouring molecules and ions, or two bonds apart, in nm. */
  @ParameterizedTest
  @CsvSource({
    "Na,Cl,0.236",
    "Na,O,0.235",
    "K,O,0.27",
    "Mg,O,0.21",
    "Ca,O,0.24",
    "Li,O,0.195",
    "Na,Na,0.3",
    "Cl,Cl,0.33",
    "O,H,0.17",
    "Cl,H,0.21",
    "H,H,0.151",
    "C,C,0.25",
    "C,H,0.21",
    "O,O,0.226",
    "F,F,0.216",
    "C,O,0.24",
    "N,O,0.28",
    "Au,Au,0.288",
    "He,H,0.08",
    "Ar,O,0.2"
  })
  void ionsAndNeighboursAreNotBonded(String one, String other, double distance) {
    assertEquals(List.of(), bonds(one + " 0 0 0;" + other + " 0 0 " + distance));
  }

  @Test
  void aHydrogenBondsOnceToTheNearerAtom() {
    assertEquals(List.of(new Bond(0, 2, 0)), bonds("O 0 0 0; O 0.242 0 0; H 0.118 0 0"));
    assertEquals(List.of(new Bond(1, 2, 0)), bonds("O 0 0 0; O 0.242 0 0; H 0.124 0 0"));
  }

  @Test
  void hydrogenIsStillOnCarbonAtTheTransitionStateOfHydrogenCyanide() {
    // C-H 0.1162, N-H 0.1319, C-N 0.1203 nm.
    double x = (0.1162 * 0.1162 + 0.1203 * 0.1203 - 0.1319 * 0.1319) / (2 * 0.1203);
    double y = Math.sqrt(0.1162 * 0.1162 - x * x);
    assertEquals(
        List.of(new Bond(0, 1, 0), new Bond(0, 2, 0)),
        bonds("C 0 0 0; N 0.1203 0 0; H " + x + " " + y + " 0"));
  }

  @Test
  void bridgeheadsOfBicyclopentaneDoNotBond() {
    // Each bridgehead carbon, 0.187 nm from the other, has three carbons and a hydrogen nearer.
    StringBuilder atoms = new StringBuilder("C 0 0 0; C 0 0 0.187; H 0 0 -0.109; H 0 0 0.296");
    for (int k = 0; k < 3; k++) {
      double angle = 2 * Math.PI * k / 3;
      atoms.append("; C ").append(0.123 * Math.cos(angle)).append(' ');
      atoms.append(0.123 * Math.sin(angle)).append(" 0.0935");
    }
    List<Bond> bonds = bonds(atoms.toString());
    assertEquals(8, bonds.size());
    assertTrue(bonds.stream().noneMatch(bond -> bond.first() == 0 && bond.second() == 1));
  }

  @Test
  void aMetalBondsToItsLigandsAndNotToWater() {
    assertEquals(
        List.of(new Bond(0, 1, 0), new Bond(2, 3, 0), new Bond(2, 4, 0)),
        bonds("Zn 0 0 0; S 0.234 0 0; O -0.205 0 0; H -0.262 0.077 0; H -0.262 -0.077 0"));
  }

  @Test
  void knownBondsFillTheirAtoms() {
    int[] numbers = {6, 1, 6};
    double[] positions = {0, 0, 0, 0.109, 0, 0, -0.15, 0.02, 0};
    BitSet settled = new BitSet();
    List<Bond> given = List.of(new Bond(0, 1, 1));
    assertEquals(
        List.of(new Bond(0, 1, 1), new Bond(0, 2, 0)),
        new BondPerception(numbers, positions, null).bonds(given, settled).orElseThrow());

    settled.set(0, 3);
    assertEquals(
        given, new BondPerception(numbers, positions, null).bonds(given, settled).orElseThrow());
  }

  @Test
  void aBoxThatCannotHoldTheAtomsIsLeftOut() {
    // Carbon atoms in a row, 0.154 nm apart, "in" a box of 0.5 nm.
    int[] numbers = new int[200];
    double[] positions = new double[600];
    for (int i = 0; i < 200; i++) {
      numbers[i] = 6;
      positions[3 * i] = 0.154 * i;
    }
    Box small = Box.checked(0.5, 0, 0, 0, 0.5, 0, 0, 0, 0.5);
    BondPerception perception = new BondPerception(numbers, positions, small);
    assertEquals(199, perception.bonds(List.of(), new BitSet()).orElseThrow().size());
  }

  @Test
  void atomsOnTopOfEachOtherHaveNoBonds() {
    int[] numbers = new int[5000];
    Arrays.fill(numbers, 6);
    BondPerception perception = new BondPerception(numbers, new double[15000], null);
    assertTrue(perception.bonds(List.of(), new BitSet()).isEmpty());
  }

  @Test
  void aHundredThousandAtomsOfWaterTakeAMoment() {
    int side = 33;
    int waters = side * side * side;
    double spacing = 0.3104;
    double width = side * spacing;
    int[] numbers = new int[3 * waters];
    double[] positions = new double[9 * waters];
    Random random = new Random(11);
    for (int w = 0; w < waters; w++) {
      double turn = 2 * Math.PI * random.nextDouble();
      double[] oxygen = {w % side * spacing, w / side % side * spacing, w / side / side * spacing};
      for (int a = 0; a < 3; a++) {
        numbers[3 * w + a] = a == 0 ? 8 : 1;
        double angle = turn + (a - 1) * Math.toRadians(109.47);
        double length = a == 0 ? 0 : 0.1;
        double[] arm = {length * Math.cos(angle), length * Math.sin(angle), 0};
        for (int k = 0; k < 3; k++) {
          double x = oxygen[k] + arm[k];
          positions[9 * w + 3 * a + k] = x - width * Math.floor(x / width);
        }
      }
    }
    Box box = Box.checked(width, 0, 0, 0, width, 0, 0, 0, width);
    List<Bond> bonds = new ArrayList<>();
    // A tenth of a second on an idle machine: the limit tells a quadratic search from this one.
    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            bonds.addAll(
                new BondPerception(numbers, positions, box)
                    .bonds(List.of(), new BitSet())
                    .orElseThrow()));
    assertEquals(2 * waters, bonds.size());
    assertTrue(bonds.stream().allMatch(bond -> bond.first() / 3 == bond.second() / 3));
  }
}
