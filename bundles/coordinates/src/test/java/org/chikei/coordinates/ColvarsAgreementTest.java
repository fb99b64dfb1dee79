package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.Coordinate;
import org.junit.jupiter.api.Test;

/** Whole molecules in frames of a real run against the values of Colvars, which is in Å. */
class ColvarsAgreementTest {
  private static Coordinate coordinate(String name) throws Exception {
    int[] all = new int[22];
    Arrays.setAll(all, i -> i + 1);
    return switch (name) {
      case "gyr" ->
          Requests.make(new GyrationProvider(), Alanine.structure(), "atoms", Requests.atoms(all));
      case "ine" ->
          Requests.make(
              new GyrationProvider(),
              Alanine.structure(),
              "atoms",
              Requests.atoms(all),
              "component",
              "inertia");
      case "inez" ->
          Requests.make(
              new GyrationProvider(),
              Alanine.structure(),
              "atoms",
              Requests.atoms(all),
              "component",
              "inertia-z",
              "axis",
              List.of(1.0, 2.0, -0.5));
      case "rmsd" ->
          Requests.make(
              new RmsdProvider(), Alanine.structure(), "reference", Alanine.file("even.pdb"));
      case "evd" ->
          Requests.make(
              new PrincipalComponentProvider(),
              Alanine.structure(),
              "reference",
              Alanine.file("difference.xyz"),
              "atoms",
              Requests.atoms(1, 5, 6, 7, 8, 9, 11, 15, 16, 17, 19),
              "form",
              "difference");
      default ->
          Requests.make(
              new PrincipalComponentProvider(),
              Alanine.structure(),
              "reference",
              Alanine.file("vectors-even.pdb"),
              "form",
              name.equals("evn") ? "normalised" : "as-given");
    };
  }

  @Test
  void valuesAgreeToTheDigitsPrinted() throws Exception {
    List<String> rows = Alanine.lines("colvars-values.csv");
    assertEquals(7, rows.size());
    for (String row : rows) {
      String[] words = row.split(",");
      Coordinate coordinate = coordinate(words[0]);
      double unit = coordinate.unit().equals("nm") ? 0.1 : coordinate.unit().isEmpty() ? 1 : 0.01;
      double[] values = Alanine.values(coordinate);
      for (int j = 0; j < words.length - 1; j++) {
        double expected = unit * Double.parseDouble(words[j + 1]);
        // the frames were written with twelve decimals in Å
        assertEquals(expected, values[j], 1e-11 * Math.max(0.1, Math.abs(expected)), words[0]);
      }
    }
  }
}
