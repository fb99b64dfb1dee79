package org.chikei.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TransitionsTest {
  private static Transitions count(double[] g, boolean circle, int[]... segments) {
    boolean[] trusted = new boolean[g.length];
    Arrays.fill(trusted, true);
    Basins basins = Basins.find(g, circle, trusted, (minimum, saddle) -> 0.5);
    BinTrack track = new BinTrack();
    for (int[] segment : segments) {
      track.add(true, 0, segment, segment.length);
    }
    return Transitions.count(track, 0, 0, circle, basins, g);
  }

  @Test
  void doNotCountRecrossingsOfTheTop() {
    double[] g = {0, 2.5, 4, 2.5, 0};
    Transitions transitions = count(g, false, new int[] {0, 1, 2, 3, 2, 3, 2, 1, 0, 2, 3, 4, 3, 4});
    assertEquals(1, transitions.count(0, 1, true));
    assertEquals(0, transitions.count(1, 0, false));
    assertEquals(1, transitions.total());
    assertEquals(11, transitions.residence(0));
    assertEquals(3, transitions.residence(1));
  }

  @Test
  void tellTheTwoWaysRoundACircleApart() {
    double[] g = {0, 3, 6, 3, 0, 3, 6, 3};
    Transitions transitions =
        count(g, true, new int[] {0, 1, 2, 3, 4, 3, 2, 1, 0, 7, 6, 5, 4, 5, 6, 7, 0});
    assertEquals(1, transitions.count(0, 1, true));
    assertEquals(1, transitions.count(1, 0, false));
    assertEquals(1, transitions.count(0, 1, false));
    assertEquals(1, transitions.count(1, 0, true));
  }

  @Test
  void neverReachAcrossTheEndOfASegment() {
    double[] g = {0, 2.5, 4, 2.5, 0};
    assertEquals(0, count(g, false, new int[] {0, 1}, new int[] {4, 3}).total());
  }
}
