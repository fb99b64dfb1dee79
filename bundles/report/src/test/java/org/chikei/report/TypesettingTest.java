package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesettingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Vm ~ V<sub>m</sub>",
        "Vm_gd (kJ/mol) ~ V<sub>m,gd</sub> (kJ/mol)",
        "ΔVm‡ − ΔG‡ ~ ΔV<sub>m</sub>‡ − ΔG‡",
        "G_Ching, G_iso. ~ G<sub>Ching</sub>, G<sub>iso</sub>.",
        "D_aa and f_a ~ D<sub>aa</sub> and f<sub>a</sub>",
        "my_file Vmax 9_15 _x G_ ~ my_file Vmax 9_15 _x G_",
        "Vm<1> ~ V<sub>m</sub>&lt;1&gt;",
      })
  void symbolsOfTheFieldHaveTheirIndexLowered(String text, String html) {
    assertEquals(html, html(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "amu nm^2 ~ amu nm²",
        "1/ps^12, ps^-1 ~ 1/ps¹², ps⁻¹",
        "p < 1e-6 ~ p &lt; 10⁻⁶",
        "4.1e-7 kT ~ 4.1 × 10⁻⁷ kT",
        "1.1e-7 ~ 1.1 × 10⁻⁷",
        "x^y ^ 2^ 1e 1e- ~ x^y ^ 2^ 1e 1e-",
        "10^99999 ~ 10⁹⁹⁹⁹9",
      })
  void powersAreRaised(String text, String html) {
    assertEquals(html, html(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "-177.5° → -62.5° ~ −177.5° → −62.5°",
        "|Vm - G| (-1.5 ± 1.2) ~ |V<sub>m</sub> − G| (−1.5 ± 1.2)",
        "low-variance 9-15 phi-psi a- -b ~ low-variance 9-15 phi-psi a- -b",
      })
  void aMinusIsOneAndAHyphenStaysOne(String text, String html) {
    assertEquals(html, html(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<v^2; r> changes ~ ⟨v²; r⟩ changes",
        "<v^2> / kT<g> ~ ⟨v²⟩ / kT⟨g⟩",
        "a < b > c ~ a &lt; b &gt; c",
        "<a<b> ~ &lt;a⟨b⟩",
        "p <0.05 ~ p &lt;0.05",
        "<script ~ &lt;script",
      })
  void averagesStandInAngleBrackets(String text, String html) {
    assertEquals(html, html(text));
  }

  private static String html(String text) {
    StringBuilder out = new StringBuilder();
    Typesetting.prose(out, text);
    return out.toString();
  }
}
