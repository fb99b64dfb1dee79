package org.chikei.trajectory.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTextTest {

  @ParameterizedTest
  @CsvSource({
    "nm, 1, 1, 0, 0",
    "nanometers, 1, 1, 0, 0",
    "Angstrom, 0.1, 1, 0, 0",
    "10+3 m, 1e12, 1, 0, 0",
    "nm ps-1, 1, 1, -1, 0",
    "nanometers/picosecond, 1, 1, -1, 0",
    "Angstrom fs-1, 100, 1, -1, 0",
    "kJ mol-1 nm-1, 1, 1, -2, 1",
    "kcal mol-1 Angstrom-1, 41.84, 1, -2, 1",
    "kilojoule/mole/nanometer, 1, 1, -2, 1",
    "u nm ps-2, 1, 1, -2, 1",
    "eV Angstrom-1, 964.8533212331, 1, -2, 1",
    "pN, 0.602214076, 1, -2, 1",
    "g mol-1 nm ps-2, 1, 1, -2, 1"
  })
  void aUnitIsWorthWhatItSays(String text, double factor, int length, int time, int mass) {
    UnitText unit = UnitText.parse(text);
    assertEquals(factor, unit.factor(), 1e-12 * factor);
    assertTrue(unit.isOf(length, time, mass), unit::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "furlong", "nm ps-", "nm^", "nm+99", "kJ(mol)", "nm ps-1 ?"})
  void whatIsNoUnitIsNone(String text) {
    assertNull(UnitText.parse(text));
  }

  @Test
  void anEnergyThatIsNotOfAMoleIsNoForce() {
    assertTrue(!UnitText.parse("kJ nm-1").isOf(1, -2, 1));
  }
}
