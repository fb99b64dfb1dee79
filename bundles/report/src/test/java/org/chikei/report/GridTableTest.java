package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.chikei.api.result.Exhibit.Grid;
import org.chikei.api.result.Quantity;
import org.junit.jupiter.api.Test;

class GridTableTest {

  @Test
  void aUnitThatAColumnSharesStandsInItsHeader() {
    String html =
        html(
            new Grid(
                "Barriers",
                List.of("from", "G", "at", "n"),
                List.of(
                    List.of(
                        "A & B",
                        new Quantity(13.8, 0.21, "kJ/mol"),
                        new Quantity(Math.PI / 3, 0.02, "rad"),
                        7))));
    assertEquals(
        """
        <div class="table" role="region" tabindex="0" aria-label="Barriers"><table>
        <caption>Barriers</caption>
        <thead><tr><th scope="col">from</th><th scope="col" class="n">G (kJ/mol)</th>\
        <th scope="col" class="n">at (°)</th><th scope="col" class="n">n</th></tr></thead>
        <tbody>
        <tr><th scope="row" class="s">A &amp; B</th><td class="n">13.80 ± 0.21</td>\
        <td class="n">60.0 ± 1.1</td><td class="n">7</td></tr>
        </tbody></table></div>
        """,
        html);
  }

  @Test
  void aHeaderThatHasTheUnitKeepsItAndRadiansBecomeDegrees() {
    String html =
        html(
            new Grid(
                "t",
                List.of("G (kJ/mol)", "at (rad)", "top / rad", "k / ps⁻¹"),
                List.of(
                    List.of(
                        new Quantity(1, Double.NaN, "kJ/mol"),
                        Math.PI,
                        new Quantity(Math.PI / 2, Double.NaN, "rad"),
                        new Quantity(0.5, 0.1, "1/ps")))));
    assertEquals(true, html.contains(">G (kJ/mol)</th>"), html);
    assertEquals(true, html.contains(">at (°)</th>"), html);
    assertEquals(true, html.contains(">top / °</th>"), html);
    assertEquals(true, html.contains(">k / ps⁻¹</th>"), html);
    assertEquals(true, html.contains("<td class=\"n\">180</td><td class=\"n\">90</td>"), html);
    assertEquals(true, html.contains(">0.50 ± 0.10</td>"), html);
  }

  @Test
  void unitsThatDifferStandInTheCells() {
    String html =
        html(
            new Grid(
                "t",
                List.of("what", "value"),
                List.of(
                    List.of("a", new Quantity(1.5, 0.1, "nm")),
                    List.of("b", new Quantity(2, Double.NaN, "kJ/mol")))));
    assertEquals(true, html.contains(">1.50 ± 0.10 nm</td>"), html);
    assertEquals(true, html.contains(">2 kJ/mol</td>"), html);
  }

  private static String html(Grid grid) {
    StringBuilder out = new StringBuilder();
    GridTable.append(out, grid);
    return out.toString().replace('\u00a0', ' ');
  }
}
