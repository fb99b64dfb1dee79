package org.chikei.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openscience.cdk.config.Elements;

class NaturalMassesTest {

  /** Abridged standard atomic weights of IUPAC (2021), which vary by some 1e-4 with the source. */
  @ParameterizedTest
  @CsvSource({
    "H,1.0080", "C,12.011", "N,14.007", "O,15.999", "F,18.998", "Na,22.990", "Mg,24.305",
    "Si,28.085", "P,30.974", "S,32.06", "Cl,35.45", "K,39.098", "Ca,40.078", "Fe,55.845",
    "Zn,65.38", "Br,79.904", "I,126.90", "Cs,132.91", "Au,196.97", "U,238.03"
  })
  void elementsHaveTheirStandardWeights(String symbol, double weight) {
    double mass = NaturalMasses.of(Species.ofSymbol(symbol).orElseThrow()).orElseThrow();
    assertEquals(weight, mass, 4e-4 * weight);
  }

  /** Masses of the atomic mass evaluation, whose editions differ by 2e-6 at most. */
  @ParameterizedTest
  @CsvSource({"H,2,2.0141018", "H,3,3.0160493", "C,13,13.0033548", "O,18,17.9991596"})
  void isotopesHaveTheirOwnMasses(String symbol, int massNumber, double expected) {
    Species isotope = new Species(Elements.ofString(symbol), massNumber);
    assertEquals(expected, NaturalMasses.of(isotope).orElseThrow(), 2e-6);
  }

  @Test
  void everyElementUpToLawrenciumHasAMassNearItsNeighbours() {
    double before = 0;
    for (int number = 1; number <= 103; number++) {
      double mass = NaturalMasses.of(Species.ofNumber(number).orElseThrow()).orElseThrow();
      // An element is now and then lighter than the one before it, by 6 amu at most.
      assertTrue(mass > before - 6.1 && mass < 2.7 * number + 2, number + ": " + mass);
      before = mass;
    }
  }

  @Test
  void whatIsNotKnownHasNoMass() {
    assertTrue(NaturalMasses.of(new Species(Elements.Carbon, 99)).isEmpty());
    assertTrue(NaturalMasses.of(new Species(Elements.Oganesson, 0)).isEmpty());
    assertEquals(0, NaturalMasses.of(Species.SITE).orElseThrow());
  }
}
