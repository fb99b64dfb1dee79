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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of real runs against the values of another program, which has no formula in common. */
class ReferenceTest {
  /**
   * Both sides are in double precision; what differs is rounding, some 1e-13 of the terms that are
   * added up. Butane's positions near 5 nm lose another digit.
   */
  private static final double TOLERANCE = 1e-11;

  /** A frame of the run: the box, and x, v and f of each atom by its number. */
  private record Frame(double[] box, Map<Integer, double[]> atoms) {}

  private final Map<Integer, Double> masses = new HashMap<>();
  private final Map<Integer, Frame> frames = new HashMap<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ala2_distance_9_15",
        "ala2_distance_x_9_15",
        "ala2_distance_y_9_15",
        "ala2_distance_z_9_15",
        "ala2_angle_7_9_15",
        "ala2_phi_5_7_9_15",
        "ala2_psi_7_9_15_17",
        "butane_distance_1_4",
        "butane_angle_1_2_3",
        "butane_phi_1_2_3_4"
      })
  void everyTermAgrees(String name) throws IOException {
    readFrames(name.substring(0, name.indexOf('_')) + ".txt");
    int[] atoms =
        Arrays.stream(name.split("_"))
            .filter(word -> word.matches("\\d+"))
            .mapToInt(Integer::parseInt)
            .toArray();
    CollectiveVariable variable = variable(name, atoms.length);
    List<double[]> rows = rows(name + ".csv");
    assertTrue(rows.size() >= 20);
    for (double[] row : rows) {
      check(variable, frames.get((int) row[0]), atoms, row);
    }
  }

  private void check(CollectiveVariable variable, Frame frame, int[] atoms, double[] row) {
    int n = atoms.length;
    double[][][] vectors = new double[3][n][];
    double[] mass = new double[n];
    for (int p = 0; p < n; p++) {
      double[] nine = frame.atoms().get(atoms[p]);
      mass[p] = masses.get(atoms[p]);
      for (int k = 0; k < 3; k++) {
        vectors[k][p] = Arrays.copyOfRange(nine, 3 * k, 3 * k + 3);
      }
    }
    Scene scene =
        Scene.ofAtoms(
            new double[][][] {vectors[0]},
            new double[][][] {vectors[1]},
            new double[][] {frame.box()},
            mass);
    Terms terms = scene.evaluate(variable);
    double[] force = terms.force(0, vectors[2]);
    double scale = Math.abs(row[3]) + row[7];
    Optional<Period> period = variable.period();
    double difference = terms.value(0) - row[1];
    String where = "frame " + (int) row[0];
    assertEquals(0, period.map(c -> c.nearest(difference)).orElse(difference), TOLERANCE, where);
    assertEquals(row[2], terms.rate(0), TOLERANCE * (1 + Math.abs(row[2])), where);
    assertEquals(row[3], terms.curvature(0), TOLERANCE * scale, where);
    assertEquals(row[4], force[0], TOLERANCE * scale, where);
    assertEquals(row[5], terms.metric(0), TOLERANCE * row[5], where);
    assertEquals(row[6], terms.laplacian(0), TOLERANCE * (row[5] + Math.abs(row[6])), where);
  }

  private static CollectiveVariable variable(String name, int points) {
    String[] words = name.split("_");
    return switch (words[1]) {
      case "angle" -> new Angle(Scene.atoms(points), true);
      case "phi", "psi" -> new Torsion(Scene.atoms(points), true);
      default ->
          words[2].matches("[xyz]")
              ? new DistanceComponent(Scene.atoms(2), "xyz".indexOf(words[2]), true)
              : new Distance(Scene.atoms(2), true);
    };
  }

  private void readFrames(String resource) throws IOException {
    Map<Integer, double[]> atoms = null;
    for (String line : lines(resource)) {
      String[] words = line.split("[ =]");
      if (words[0].equals("masses")) {
        for (int k = 1; k < words.length; k += 2) {
          masses.put(Integer.parseInt(words[k]), Double.parseDouble(words[k + 1]));
        }
      } else if (words[0].equals("frame")) {
        atoms = new HashMap<>();
        frames.put(Integer.parseInt(words[1]), new Frame(singles(words, 3), atoms));
      } else {
        atoms.put(Integer.parseInt(words[0]), singles(words, 1));
      }
    }
  }

  /** Numbers that were written in single precision. */
  private static double[] singles(String[] words, int from) {
    return Arrays.stream(words).skip(from).mapToDouble(Float::parseFloat).toArray();
  }

  private static List<double[]> rows(String resource) throws IOException {
    List<double[]> rows = new ArrayList<>();
    for (String line : lines(resource)) {
      if (!line.startsWith("frame")) {
        rows.add(Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray());
      }
    }
    return rows;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = ReferenceTest.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
