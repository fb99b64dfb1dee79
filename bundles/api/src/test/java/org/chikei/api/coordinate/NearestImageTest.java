package org.chikei.api.coordinate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestImageTest {
  private static final double[] RECTANGULAR = {2, 0, 0, 0, 3, 0, 0, 0, 4};
  private static final double[] DODECAHEDRON = {3, 0, 0, 0, 3, 0, 1.5, 1.5, 2.121320343559643};

  @Test
  void fiveBoxesAgreeWithAnotherProgram() throws IOException {
    List<double[]> rows = reference();
    assertTrue(rows.size() > 80);
    for (double[] row : rows) {
      double[] found = nearest(Arrays.copyOf(row, 9), Arrays.copyOfRange(row, 9, 12));
      // the second-nearest image is at least 1e-6 nm longer in each of them
      assertArrayEquals(Arrays.copyOfRange(row, 12, 15), found, 1e-12);
    }
  }

  @Test
  void randomBoxesAgreeWithTheShortestOfManyImages() {
    Random random = new Random(11);
    for (int n = 0; n < 300; n++) {
      double[] box = randomBox(random);
      double[] vector = combination(box, random.nextDouble(), random.nextDouble(), 0.3);
      double[] found = nearest(box, vector);
      assertEquals(shortest(box, vector), length(found), 1e-10, () -> Arrays.toString(box));
      assertLattice(box, vector, found);
    }
  }

  @Test
  void howAnElongatedBasisIsWrittenDoesNotMatter() {
    // the same lattice with vectors added to each other many times over
    double[] skewed = DODECAHEDRON.clone();
    for (int d = 0; d < 3; d++) {
      skewed[3 + d] += 7 * skewed[d];
      skewed[6 + d] -= 5 * skewed[3 + d];
      skewed[d] += 3 * skewed[6 + d];
    }
    Random random = new Random(3);
    for (int n = 0; n < 100; n++) {
      double[] vector = {
        4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2
      };
      assertArrayEquals(nearest(DODECAHEDRON, vector), nearest(skewed, vector), 1e-12);
    }
  }

  @Test
  void aRotatedBoxTurnsItsImagesWithIt() {
    double c = Math.cos(0.4);
    double s = Math.sin(0.4);
    double[] rotated = new double[9];
    for (int k = 0; k < 3; k++) {
      System.arraycopy(turn(RECTANGULAR, 3 * k, c, s), 0, rotated, 3 * k, 3);
    }
    double[] vector = {1.3, -2.2, 3.1};
    double[] expected = turn(nearest(RECTANGULAR, vector), 0, c, s);
    assertArrayEquals(expected, nearest(rotated, turn(vector, 0, c, s)), 1e-14);
  }

  @Test
  void aDirectionWithoutABoxVectorIsLeftAlone() {
    assertArrayEquals(
        new double[] {-0.5, 0.5, 17},
        nearest(new double[] {2, 0, 0, 0, 3, 0, 0, 0, 0}, new double[] {1.5, 3.5, 17}),
        1e-14);
    assertArrayEquals(
        new double[] {9, -8, -1},
        nearest(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 4}, new double[] {9, -8, 3}),
        1e-14);
    assertArrayEquals(new double[] {9, -8, 3}, nearest(new double[9], new double[] {9, -8, 3}), 0);
  }

  @Test
  void aBlockWithManyBoxesGivesEachFrameItsOwn() {
    Random random = new Random(17);
    double[][] boxes = new double[40][];
    double[][][] positions = new double[40][2][3];
    for (int j = 0; j < boxes.length; j++) {
      boxes[j] =
          switch (j % 4) {
            case 0 -> RECTANGULAR;
            case 1 -> DODECAHEDRON;
            case 2 -> new double[9];
            default -> randomBox(random);
          };
      double reach = j % 8 < 4 ? 0.5 : 10;
      positions[j][1] =
          new double[] {
            reach * random.nextGaussian(), reach * random.nextGaussian(), random.nextGaussian()
          };
    }
    PointBlock block = Frames.of(positions, null, boxes, 1, 1);
    double[][] d = new double[3][block.stride()];
    block.displacements(0, 1, d[0], d[1], d[2]);
    for (int j = 0; j < boxes.length; j++) {
      assertArrayEquals(
          nearest(boxes[j], positions[j][1]), new double[] {d[0][j], d[1][j], d[2][j]}, 0);
    }
  }

  @Test
  void aBlockWithOneBoxGivesTheSameBitsAsFrameByFrame() {
    Random random = new Random(19);
    for (double[] box : List.of(RECTANGULAR, DODECAHEDRON, randomBox(random))) {
      double[][][] positions = new double[50][2][3];
      double[][] boxes = new double[50][];
      Arrays.fill(boxes, box);
      for (double[][] frame : positions) {
        for (int d = 0; d < 3; d++) {
          frame[1][d] = 3 * random.nextGaussian();
        }
      }
      PointBlock block = Frames.of(positions, null, boxes, 1, 1);
      double[][] d = new double[3][block.stride()];
      block.displacements(0, 1, d[0], d[1], d[2]);
      for (int j = 0; j < positions.length; j++) {
        assertArrayEquals(
            nearest(box, positions[j][1]), new double[] {d[0][j], d[1][j], d[2][j]}, 0);
      }
    }
  }

  @Test
  void aVectorShorterThanHalfTheBoxKeepsItsBits() {
    double[] vector = {0.1, -0.2, 0.30000000000000004};
    assertArrayEquals(vector, nearest(RECTANGULAR, vector), 0);
    assertArrayEquals(vector, nearest(DODECAHEDRON, vector), 0);
  }

  @Test
  void anEmptyBlockIsNoMistake() {
    PointBlock block = Frames.of(new double[1][2][3], null, new double[][] {RECTANGULAR}, 1, 1);
    block.setSize(0);
    double[][] d = new double[3][block.stride()];
    block.displacements(0, 1, d[0], d[1], d[2]);
    assertArrayEquals(new double[block.stride()], d[0]);
  }

  private static double[] nearest(double[] box, double[] vector) {
    double[] found = vector.clone();
    new NearestImage().reduce(box, 1, 0, found);
    return found;
  }

  /** A box as programs write it: lower triangular, its off-diagonal parts at most half the next. */
  private static double[] randomBox(Random random) {
    double a = 1 + 3 * random.nextDouble();
    double b = 1 + 3 * random.nextDouble();
    double c = 1 + 3 * random.nextDouble();
    return new double[] {
      a,
      0,
      0,
      a * (random.nextDouble() - 0.5),
      b,
      0,
      a * (random.nextDouble() - 0.5),
      b * (random.nextDouble() - 0.5),
      c
    };
  }

  private static double[] combination(double[] box, double a, double b, double c) {
    double[] vector = new double[3];
    for (int d = 0; d < 3; d++) {
      vector[d] = 3 * (a * box[d] + b * box[3 + d] + c * box[6 + d]);
    }
    return vector;
  }

  /** The length of the shortest image among 15 × 15 × 15 of them. */
  private static double shortest(double[] box, double[] vector) {
    double best = Double.POSITIVE_INFINITY;
    for (int a = -7; a <= 7; a++) {
      for (int b = -7; b <= 7; b++) {
        for (int c = -7; c <= 7; c++) {
          double[] image = new double[3];
          for (int d = 0; d < 3; d++) {
            image[d] = vector[d] + a * box[d] + b * box[3 + d] + c * box[6 + d];
          }
          best = Math.min(best, length(image));
        }
      }
    }
    return best;
  }

  /** Asserts that two vectors differ by whole box vectors; the box is lower triangular. */
  private static void assertLattice(double[] box, double[] vector, double[] image) {
    double[] rest = {image[0] - vector[0], image[1] - vector[1], image[2] - vector[2]};
    for (int k = 2; k >= 0; k--) {
      double turns = Math.rint(rest[k] / box[4 * k]);
      for (int d = 0; d < 3; d++) {
        rest[d] -= turns * box[3 * k + d];
      }
    }
    assertArrayEquals(new double[3], rest, 1e-12);
  }

  private static double[] turn(double[] vectors, int at, double c, double s) {
    double x = vectors[at];
    double y = c * vectors[at + 1] - s * vectors[at + 2];
    double z = s * vectors[at + 1] + c * vectors[at + 2];
    return new double[] {c * x - s * y, s * x + c * y, z};
  }

  private static double length(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }

  /** The rows of the resource: the box, the displacement, its nearest image, and the gap. */
  private static List<double[]> reference() throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                NearestImageTest.class.getResourceAsStream("nearest-images.csv"),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("box"))
          .forEach(
              line ->
                  rows.add(
                      Arrays.stream(line.split(","))
                          .skip(1)
                          .mapToDouble(Double::parseDouble)
                          .toArray()));
    }
    return rows;
  }
}
