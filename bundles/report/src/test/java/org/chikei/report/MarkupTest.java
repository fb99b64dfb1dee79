package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

  @Test
  void whatHtmlWouldTakeForMarkupIsEscaped() {
    StringBuilder out = new StringBuilder();
    Markup.text(out, "<script>alert('1' & \"2\")</script>");
    assertEquals(
        "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;", out.toString());
  }

  @Test
  void whatXmlForbidsIsReplaced() {
    StringBuilder out = new StringBuilder();
    Markup.text(out, "a\0b\u001bc\ud83dd\ude00e\ufffef 😀\n\té");
    assertEquals("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf 😀\n\té", out.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Vm | V<sub>m</sub>",
        "Vm_gd (kJ/mol) | V<sub>m,gd</sub> (kJ/mol)",
        "ΔVm‡ − ΔG‡ | ΔV<sub>m</sub>‡ − ΔG‡",
        "G_Ching, G_iso. | G<sub>Ching</sub>, G<sub>iso</sub>.",
        "D_aa and f_a | D<sub>aa</sub> and f<sub>a</sub>",
        "my_file Vmax 9_15 _x G_ | my_file Vmax 9_15 _x G_",
        "Vm<b> | V<sub>m</sub>&lt;b&gt;",
      })
  void symbolsOfTheFieldHaveTheirIndexLowered(String text, String html) {
    StringBuilder out = new StringBuilder();
    Markup.prose(out, text);
    assertEquals(html, out.toString());
  }

  @Test
  void onlyAWholeNameBecomesAGreekLetter() {
    assertEquals("φ", Markup.greek("phi"));
    assertEquals("phi2", Markup.greek("phi2"));
    assertEquals("d", Markup.greek("d"));
  }
}
