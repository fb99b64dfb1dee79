package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.junit.jupiter.api.Test;

/**
 * Coordinates of pairs in a skew box against what PLUMED says of the same points with the same
 * parameters, to the twelve decimals that it printed. Its own nearest images and sums over shared
 * pairs are part of that.
 */
class PlumedFiguresTest {
  private static final double[] CHARGES = {-0.7, 0.3, 0.25, 0.4, -0.1};

  private static List<Point> atoms(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(n -> Point.ofAtom(n - 1)).toList();
  }

  private static Map<String, CollectiveVariable> variables() throws ParameterException {
    Map<String, CollectiveVariable> all = new LinkedHashMap<>();
    Map<String, Map<String, Object>> functions = new LinkedHashMap<>();
    functions.put("rational", Map.of("r0", 0.3));
    functions.put("rational_8_12", Map.of("r0", 0.3, "n", 8L, "m", 12L));
    functions.put("rational_d0", Map.of("r0", 0.2, "d0", 0.1, "n", 6L, "m", 10L));
    functions.put("stretch", Map.of("r0", 0.25, "d-max", 0.6));
    functions.put("nostretch", Map.of("r0", 0.25, "d-max", 0.6, "stretch", false));
    functions.put("exp", Map.of("kind", "exponential", "r0", 0.2, "d0", 0.05, "d-max", 0.9));
    functions.put("gaussian", Map.of("kind", "gaussian", "r0", 0.2));
    functions.put("smap", Map.of("kind", "smap", "r0", 0.25, "a", 8L, "b", 3L));
    functions.put("cubic", Map.of("kind", "cubic", "d0", 0.1, "d-max", 0.7));
    functions.put("tanh", Map.of("kind", "tanh", "r0", 0.3, "d0", 0.02));
    functions.put("cosinus", Map.of("kind", "cosine", "r0", 0.4, "d0", 0.1));
    functions.put(
        "q", Map.of("kind", "native-contacts", "beta", 50.0, "lambda", 1.5, "reference", 0.2));
    for (Map.Entry<String, Map<String, Object>> function : functions.entrySet()) {
      all.put(
          "c_" + function.getKey(),
          make(
              new CoordinationProvider(),
              "group-a",
              atoms(1, 3),
              "group-b",
              atoms(2, 12),
              "switching",
              function.getValue()));
    }
    CollectiveVariableProvider coordination = new CoordinationProvider();
    all.put("self", make(coordination, "group-a", atoms(1, 12), "switching", byKeywords(6, 12)));
    all.put(
        "pair",
        make(
            coordination,
            "group-a",
            atoms(1, 4),
            "group-b",
            atoms(5, 8),
            "pairs",
            true,
            "switching",
            byKeywords(4, 9)));
    all.put("map", map("sum"));
    all.put("cmd", map("squared-distance"));
    all.put("dd.min", nearest("inverse", 20));
    all.put("dd.altmin", nearest("soft", 30));
    all.put("dd_min", all.get("dd.min"));
    all.put("dd_altmin", all.get("dd.altmin"));
    all.put("a3", make(new AngleProvider(), "atoms", atoms(1, 3)));
    all.put("a4", make(new AngleProvider(), "atoms", atoms(1, 4)));
    List<Double> charges = Arrays.stream(CHARGES).boxed().toList();
    all.put("dip", make(new DipoleProvider(), "atoms", atoms(1, 5), "charges", charges));
    for (String component : List.of("x", "y", "z")) {
      all.put(
          "dipc." + component,
          make(
              new DipoleProvider(),
              "atoms",
              atoms(1, 5),
              "charges",
              charges,
              "component",
              component));
    }
    all.put("vol", make(new VolumeProvider()));
    for (String component : List.of("ax", "bx", "cy", "cz")) {
      all.put("cell." + component, make(new CellProvider(), "component", component));
    }
    return all;
  }

  /** Without SWITCH the function is cut where it has fallen to 1e-5, and stretched. */
  private static Map<String, Object> byKeywords(long n, long m) {
    return Map.of("r0", 0.3, "n", n, "m", m, "d-max", 0.3 * Math.pow(1e-5, 1.0 / (n - m)));
  }

  private static CollectiveVariable nearest(String form, double beta) throws ParameterException {
    return make(
        new MinimumDistanceProvider(),
        "group-a",
        atoms(1, 3),
        "group-b",
        atoms(6, 9),
        "form",
        form,
        "beta",
        beta);
  }

  private static CollectiveVariable map(String measure) throws ParameterException {
    return make(
        new ContactMapProvider(),
        "measure",
        measure,
        "contacts",
        List.of(
            contact(1, 2, Map.of("r0", 0.3), 0.3, 2),
            contact(3, 9, Map.of("kind", "tanh", "r0", 0.2), 0.1, 0.5),
            contact(1, 7, Map.of("kind", "gaussian", "r0", 0.25), 0.9, 1)));
  }

  private static Map<String, Object> contact(
      int i, int j, Map<String, Object> switching, double reference, double weight) {
    return Map.of(
        "atoms",
        List.of(Point.ofAtom(i - 1), Point.ofAtom(j - 1)),
        "switching",
        switching,
        "reference",
        reference,
        "weight",
        weight);
  }

  private static CollectiveVariable make(CollectiveVariableProvider provider, Object... given)
      throws ParameterException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int k = 0; k < given.length; k += 2) {
      values.put((String) given[k], given[k + 1]);
    }
    return Requests.variable(provider, values);
  }

  @Test
  void everyValueAgreesToTheDigitsPrinted() throws IOException, ParameterException {
    Map<String, CollectiveVariable> variables = variables();
    List<String> rows = lines("plumed.txt");
    String[] names = rows.get(0).split(" ");
    List<double[]> boxes = new ArrayList<>();
    List<List<double[]>> frames = new ArrayList<>();
    for (String line : lines("points.txt")) {
      double[] numbers =
          Arrays.stream(line.replace("box ", "").split(" "))
              .mapToDouble(Double::parseDouble)
              .toArray();
      if (line.startsWith("box")) {
        boxes.add(numbers);
        frames.add(new ArrayList<>());
      } else {
        frames.get(frames.size() - 1).add(numbers);
      }
    }
    assertTrue(names.length > 25 && frames.size() == rows.size() - 1);
    for (int j = 0; j < frames.size(); j++) {
      String[] row = rows.get(j + 1).split(" ");
      for (int k = 0; k < names.length; k++) {
        CollectiveVariable variable = variables.get(names[k]);
        double[][] x = positions(variable, frames.get(j));
        Scene scene =
            Scene.ofAtoms(
                new double[][][] {x}, null, new double[][] {boxes.get(j)}, new double[x.length]);
        double value = scene.values(variable)[0];
        // half a unit of the last digit, and rounding of sums of some twenty terms
        assertEquals(Double.parseDouble(row[k]), value, 1e-11, names[k] + " of frame " + j);
      }
    }
  }

  /** The points of a variable; all of them are atoms. */
  private static double[][] positions(CollectiveVariable variable, List<double[]> frame) {
    return variable.points().stream()
        .map(point -> frame.get(point.atom(0)))
        .toArray(double[][]::new);
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = PlumedFiguresTest.class.getResourceAsStream("contacts/" + resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
