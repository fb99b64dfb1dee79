package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WellsTest {

  @Test
  void shallowDentsAreNoWells() {
    double[] heights = {9, 3, 0, 0.5, 0.2, 4, 2, 1.5, 2, 8};
    assertEquals(List.of(2, 7), Wells.of(heights, false));
  }

  @Test
  void endsMeetOnACircleOnly() {
    double[] heights = {0, 2, 3, 1, 3, 2, 0.1};
    assertEquals(List.of(0, 3, 6), Wells.of(heights, false));
    assertEquals(List.of(0, 3), Wells.of(heights, true));
  }
}
