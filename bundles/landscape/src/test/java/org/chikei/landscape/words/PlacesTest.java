package org.chikei.landscape.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  /** m* u²/ps² is an energy of 1 amu nm²/ps² = 1 kJ/mol, whatever the unit u. */
  @ParameterizedTest
  @CsvSource({
    "nm, amu, nm^2/ps^2",
    "rad, amu nm^2, rad^2/ps^2",
    "'', amu nm^2, 1/ps^2",
    "nm^2, amu/nm^2, (nm^2)^2/ps^2",
    "amu^1/2 nm, '', amu nm^2/ps^2",
    "e nm, amu nm^2/(e nm)^2, (e nm)^2/ps^2",
    "D, amu nm^2/D^2, D^2/ps^2"
  })
  void unitsOfMassAndSquaredVelocityMakeAnEnergy(String unit, String mass, String square) {
    assertEquals(mass, Places.massUnit(unit, false));
    assertEquals(square, Places.squareUnit(unit, false));
    assertEquals("", Places.massUnit(unit, true));
    assertEquals("", Places.squareUnit(unit, true));
  }

  @ParameterizedTest
  @CsvSource({
    "nm, nm, amu",
    "nm, rad, amu nm",
    "rad, nm, amu nm",
    "rad, '', amu nm^2",
    "'', nm^2, amu nm^2/nm^2",
    "D, rad, amu nm^2/D",
    "nm, D, amu nm^2/(nm D)",
    "rad, e nm, amu nm^2/(e nm)"
  })
  void unitsOfAMassMatrixMakeAnEnergyOfTwoVelocities(String one, String other, String mass) {
    assertEquals(mass, Places.massUnit(one, other, false));
    assertEquals("", Places.massUnit(one, other, true));
  }
}
