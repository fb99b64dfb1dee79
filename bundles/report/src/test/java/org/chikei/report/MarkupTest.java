package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

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

  @Test
  void onlyAWholeNameBecomesAGreekLetter() {
    assertEquals("φ", Markup.greek("phi"));
    assertEquals("phi2", Markup.greek("phi2"));
    assertEquals("d", Markup.greek("d"));
  }
}
