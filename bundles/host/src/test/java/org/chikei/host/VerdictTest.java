package org.chikei.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chikei.api.result.Quantity;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void aNumberHasTheDigitsThatItsErrorAllows() {
    assertEquals("1.23 ± 0.45", Verdict.cell(new Quantity(1.2345, 0.4512, "nm")));
    assertEquals("123 ± 46", Verdict.cell(new Quantity(123.4, 45.6, "")));
    assertEquals("-3.142", Verdict.cell(new Quantity(-Math.PI, Double.NaN, "rad")));
    assertEquals("0.000", Verdict.cell(new Quantity(-0.0, 0, "")));
    assertEquals("0.000", Verdict.cell(-0.0));
    assertEquals("–", Verdict.cell(new Quantity(Double.NaN, 1, "")));
    assertEquals("–", Verdict.cell(Double.NaN));
    assertEquals("A", Verdict.cell("A"));
  }
}
