package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.parameter.ParameterException;
import org.junit.jupiter.api.Test;

/** Whole molecules in frames of a real run against the values and derivatives of PLUMED. */
class PlumedAgreementTest {
  /** PLUMED printed 14 digits. */
  private static final double TOLERANCE = 1e-12;

  /** The coordinate that one of PLUMED's is named after. */
  private static Coordinate coordinate(String name) throws ParameterException, IOException {
    String[] words = name.split("_");
    boolean masses = name.endsWith("_m");
    if (words[0].equals("g")) {
      String type = name.substring(2, name.length() - (masses ? 2 : 0));
      boolean trace = type.equals("TRACE");
      int[] all = new int[22];
      Arrays.setAll(all, i -> i + 1);
      return Requests.make(
          new GyrationProvider(),
          Alanine.structure(),
          "atoms",
          Requests.atoms(all),
          "component",
          trace ? "inertia" : type.toLowerCase(Locale.ROOT).replace('_', '-'),
          "weights",
          masses ? "mass" : "equal");
    }
    if (words[0].equals("drmsd") || words[0].equals("drmsd2")) {
      boolean squared = words[0].endsWith("2");
      return Requests.make(
          new DistanceRmsdProvider(),
          Alanine.structure(),
          "reference",
          Alanine.file("even.pdb"),
          "lower-cutoff",
          squared ? 0.2 : 0.1,
          "upper-cutoff",
          squared ? 0.35 : 0.8,
          "squared",
          squared);
    }
    if (words[0].startsWith("pca")) {
      boolean simple = words[0].equals("pcas");
      String which = words[1].substring(words[1].length() - 1);
      return Requests.make(
          new PrincipalComponentProvider(),
          Alanine.structure(),
          "reference",
          Alanine.file(words[0].equals("pca") ? "vectors-even.pdb" : "vectors-uneven.pdb"),
          "component",
          words[1].equals("residual") ? "residual" : Long.valueOf(which),
          "form",
          "normalised-as-given",
          "weighted",
          !simple,
          "fit",
          simple ? "centre" : "optimal",
          "alignment-weights",
          "file",
          "displacement-weights",
          "file");
    }
    return Requests.make(
        new RmsdProvider(),
        Alanine.structure(),
        "reference",
        Alanine.file(words[2] + ".pdb"),
        "fit",
        words[1].equals("SIMPLE") ? "centre" : "optimal",
        "squared",
        words[0].equals("r2"),
        "alignment-weights",
        "file",
        "displacement-weights",
        "file");
  }

  @Test
  void valuesAgreeToTheDigitsPrinted() throws IOException, ParameterException {
    List<String> rows = Alanine.lines("plumed-values.csv");
    assertEquals(40, rows.size());
    for (String row : rows) {
      String[] words = row.split(",");
      double[] values = Alanine.values(coordinate(words[0]));
      double factor = words[0].startsWith("g_TRACE") ? 2 : 1;
      for (int j = 0; j < words.length - 1; j++) {
        double expected = Double.parseDouble(words[j + 1]);
        // eigenvalues are differences of numbers near 0.01; of distances, positions and vectors of
        // a reference PLUMED's DRMSD and PCAVARS keep six digits
        double tolerance =
            words[0].startsWith("pcas")
                ? 2e-6
                : words[0].matches("(drmsd|pca).*")
                    ? 5e-7
                    : TOLERANCE * Math.max(0.1, Math.abs(expected));
        assertEquals(expected, factor * values[j], tolerance, words[0]);
      }
    }
  }

  @Test
  void derivativesAgreeToTheDigitsPrinted() throws IOException, ParameterException {
    List<String> rows = Alanine.lines("plumed-derivatives.csv");
    assertTrue(rows.size() >= 20);
    for (String row : rows) {
      String[] words = row.split(",");
      CollectiveVariable variable = (CollectiveVariable) coordinate(words[0]);
      Scene scene = Alanine.scene(variable);
      DerivativeBlock out = new DerivativeBlock(scene.block().stride(), scene.points(), 1);
      variable.evaluate(scene.block(), out);
      Terms terms = new Terms(scene, out);
      int frame = Integer.parseInt(words[1]);
      assertEquals(3 * scene.points(), words.length - 2);
      for (int k = 0; k < words.length - 2; k++) {
        double expected = Double.parseDouble(words[k + 2]);
        assertEquals(expected, terms.gradient(frame, k / 3, k % 3), 10 * TOLERANCE, words[0]);
      }
    }
  }
}
