package org.chikei.landscape.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PiecesTest {

  @Test
  void areRunsOfSampledBins() {
    boolean[] sampled = {false, true, true, false, true, true, true, false, true};
    Pieces pieces = Pieces.find(sampled, false, new double[9]);
    assertEquals(2, pieces.runs().size());
    assertArrayEquals(new int[] {1, 2}, pieces.runs().get(0));
    assertArrayEquals(new int[] {4, 5, 6}, pieces.runs().get(1));
    assertArrayEquals(new int[] {-1, 0, 0, -1, 1, 1, 1, -1, -1}, pieces.pieceOf(9));
  }

  @Test
  void runAcrossTheCutOfACircle() {
    boolean[] sampled = {true, true, false, false, true, true};
    Pieces pieces = Pieces.find(sampled, true, new double[6]);
    assertEquals(1, pieces.runs().size());
    assertArrayEquals(new int[] {4, 5, 0, 1}, pieces.runs().get(0));
    assertFalse(pieces.closed());
  }

  @Test
  void cutAFullCircleWhereThereIsLeast() {
    boolean[] sampled = {true, true, true, true};
    Pieces pieces = Pieces.find(sampled, true, new double[] {9, 5, 2, 7});
    assertArrayEquals(new int[] {2, 3, 0, 1}, pieces.runs().get(0));
    assertTrue(pieces.closed());
  }

  @Test
  void needMoreThanOneBin() {
    boolean[] sampled = {false, true, false};
    assertTrue(Pieces.find(sampled, false, new double[3]).runs().isEmpty());
  }

  @Test
  void coverAnIntervalFromEndToEnd() {
    boolean[] sampled = {true, true, true};
    Pieces pieces = Pieces.find(sampled, false, new double[3]);
    assertArrayEquals(new int[] {0, 1, 2}, pieces.runs().get(0));
    assertFalse(pieces.closed());
  }
}
