package org.chikei.landscape.passage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BasinsTest {
  private static final double NONE = Double.NaN;

  @Test
  void findsTwoWellsAndTheTopBetweenThem() {
    double[] y = {5, 1, 2, 6, 3, 0, 4};
    Basins basins = Basins.find(y, false, all(y), (minimum, saddle) -> 0.5);
    assertArrayEquals(new int[] {1, 5}, basins.minima());
    assertEquals(1, basins.barriers().size());
    assertEquals(3, basins.barriers().get(0).top());
    assertEquals(5, basins.prominences()[0]);
    assertEquals(Double.POSITIVE_INFINITY, basins.prominences()[1]);
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1}, basins.basinOf());
  }

  @Test
  void passesOverADentBelowTheThreshold() {
    double[] y = {5, 1, 2, 1.8, 6, 0, 4};
    Basins basins = Basins.find(y, false, all(y), (minimum, saddle) -> 0.5);
    assertArrayEquals(new int[] {1, 5}, basins.minima());
  }

  @Test
  void countsBothBarriersOfACircleWithTwoWells() {
    double[] y = {0, 2, 4, 1, 0.5, 3};
    Basins basins = Basins.find(y, true, all(y), (minimum, saddle) -> 0.1);
    assertArrayEquals(new int[] {0, 4}, basins.minima());
    assertEquals(2, basins.barriers().size());
    assertEquals(2, basins.barriers().get(0).top());
    assertEquals(5, basins.barriers().get(1).top());
  }

  @Test
  void joinsAWellThatLiesAcrossTheCutOfACircle() {
    double[] y = {0.2, 2, 5, 2, 1, 0};
    Basins basins = Basins.find(y, true, all(y), (minimum, saddle) -> 0.1);
    assertArrayEquals(new int[] {5}, basins.minima());
    assertTrue(basins.barriers().isEmpty());
    for (int basin : basins.basinOf()) {
      assertEquals(0, basin);
    }
  }

  @Test
  void doesNotTrustAnIslandOfAFewSamples() {
    double[] y = {2, NONE, 3, 0, 3};
    boolean[] trusted = {false, false, true, true, true};
    Basins basins = Basins.find(y, false, trusted, (minimum, saddle) -> 0.5);
    assertArrayEquals(new int[] {3}, basins.minima());
    assertEquals(-1, basins.basinOf()[0]);
  }

  private static boolean[] all(double[] y) {
    boolean[] all = new boolean[y.length];
    Arrays.fill(all, true);
    return all;
  }

  @Test
  void knowsNoBarrierAcrossAnEmptyBin() {
    double[] y = {3, 0, 3, NONE, 3, 1, 3};
    Basins basins = Basins.find(y, false, all(y), (minimum, saddle) -> 0.5);
    assertArrayEquals(new int[] {1, 5}, basins.minima());
    assertTrue(basins.barriers().isEmpty());
    assertEquals(-1, basins.basinOf()[3]);
  }
}
