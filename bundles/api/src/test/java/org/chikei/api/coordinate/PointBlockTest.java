package org.chikei.api.coordinate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PointBlockTest {
  private static final double[][][] POSITIONS = {
    {{0.1, 0.2, 0.3}, {2.9, 0.5, 0.4}}, {{1, 1, 1}, {1.5, 0.25, 1}}
  };
  private static final double[] CUBE = {3, 0, 0, 0, 3, 0, 0, 0, 3};

  @Test
  void withoutABoxADisplacementIsThePlainDifference() {
    PointBlock block = Frames.of(POSITIONS, null, null, 1, 1);
    double[][] d = new double[3][block.stride()];
    block.displacements(0, 1, d[0], d[1], d[2]);
    assertEquals(2.9 - 0.1, d[0][0]);
    assertEquals(0.25 - 1, d[1][1]);
  }

  @Test
  void withABoxItGoesToTheNearestImageAndTheDifferenceDoesNot() {
    PointBlock block = Frames.of(POSITIONS, null, new double[][] {CUBE, CUBE}, 1, 1);
    double[][] d = new double[3][block.stride()];
    block.displacements(0, 1, d[0], d[1], d[2]);
    assertEquals(-0.2, d[0][0], 1e-15);
    assertEquals(0.5, d[0][1], 1e-15);
    block.displacements(1, 0, d[0], d[1], d[2]);
    assertEquals(0.2, d[0][0], 1e-15);
    block.differences(0, 1, d[0], d[1], d[2]);
    assertEquals(2.9 - 0.1, d[0][0]);
  }

  @Test
  void oneFrameAloneHasTheSameDisplacementAsInTheBlock() {
    PointBlock block = Frames.of(POSITIONS, null, new double[][] {CUBE, CUBE}, 1, 1);
    double[][] d = new double[3][block.stride()];
    block.displacements(0, 1, d[0], d[1], d[2]);
    PointFrame frame = new PointFrame(block);
    for (int j = 0; j < 2; j++) {
      frame.moveTo(j);
      assertArrayEquals(new double[] {d[0][j], d[1][j], d[2][j]}, frame.displacement(0, 1));
      assertEquals(POSITIONS[j][1][2], frame.position(1, 2));
    }
    assertEquals(2, frame.points());
  }

  @Test
  void pointsOverlapWhereTheirInverseMassesHaveEntriesOffTheDiagonal() {
    assertFalse(Frames.of(POSITIONS, null, null, 1, 4).overlapping());
    PointBlock shared = Frames.withInverseMasses(POSITIONS, null, null, Frames.sharing(1, 1, 0.5));
    assertTrue(shared.overlapping());
    assertEquals(0.5, shared.inverseMass(0, 1));
    assertEquals(1, shared.inverseMass(1));
    assertEquals(0.25, Frames.of(POSITIONS, null, null, 1, 4).inverseMass(1));
  }

  @Test
  void aBlockRefusesWhatDoesNotFit() {
    PointBlock block = Frames.of(POSITIONS, null, null, 1, 1);
    assertThrows(IllegalArgumentException.class, () -> block.setSize(-1));
    assertThrows(IllegalArgumentException.class, () -> block.setSize(block.stride() + 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Frames.withInverseMasses(POSITIONS, null, null, InverseMasses.ofAtoms(1, 1, 1)));
  }
}
