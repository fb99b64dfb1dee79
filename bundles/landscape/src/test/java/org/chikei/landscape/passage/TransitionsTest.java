package org.chikei.landscape.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.chikei.landscape.grid.BinAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionsTest {
  private static Transitions count(double[] g, boolean circle, int[]... segments) {
    boolean[] trusted = new boolean[g.length];
    Arrays.fill(trusted, true);
    Basins basins = Basins.find(g, circle, trusted, (minimum, saddle) -> 0.5);
    BinTrack track = new BinTrack();
    for (int[] segment : segments) {
      track.add(true, 0, segment, segment.length);
    }
    int frames = Arrays.stream(segments).mapToInt(segment -> segment.length).sum();
    int[] blocks = {frames / 2, frames - frames / 2};
    return Transitions.count(track, 0, 0, circle, Cores.of(basins, g, circle), blocks);
  }

  @Test
  void doNotCountRecrossingsOfTheTop() {
    double[] g = {0, 2.5, 4, 2.5, 0};
    Transitions transitions = count(g, false, new int[] {0, 1, 2, 3, 2, 3, 2, 1, 0, 2, 3, 4, 3, 4});
    assertEquals(1, transitions.over(0, 1, true).count());
    assertEquals(0, transitions.over(1, 0, false).count());
    assertEquals(1, transitions.total());
    assertEquals(11, transitions.from(0).atRisk());
    assertEquals(2, transitions.from(1).atRisk());
  }

  @Test
  void tellTheTwoWaysRoundACircleApart() {
    double[] g = {0, 3, 6, 3, 0, 3, 6, 3};
    Transitions transitions =
        count(g, true, new int[] {0, 1, 2, 3, 4, 3, 2, 1, 0, 7, 6, 5, 4, 5, 6, 7, 0});
    assertEquals(1, transitions.over(0, 1, true).count());
    assertEquals(1, transitions.over(1, 0, false).count());
    assertEquals(1, transitions.over(0, 1, false).count());
    assertEquals(1, transitions.over(1, 0, true).count());
  }

  @Test
  void firstPassagesGoThroughOtherBasins() {
    double[] g = {0, 4, 0, 4, 0};
    Transitions transitions = count(g, false, new int[] {0, 1, 2, 1, 0, 1, 2, 3, 4});
    assertEquals(0, transitions.over(0, 2, true).count());
    Passages across = transitions.between(0, 2);
    assertEquals(1, across.count());
    assertEquals(8, across.atRisk());
    // on its way from frame 4 to frame 8: of 8 steps, it could have begun at 5
    assertEquals(1.0 / 5, across.perStep(), 1e-12);
    assertEquals(2, transitions.between(0, 1).count());
    assertEquals(4, transitions.between(0, 1).atRisk());
    assertEquals(1, transitions.between(1, 2).count());
    assertEquals(6, transitions.between(1, 2).atRisk());
    assertEquals(0, transitions.between(2, 0).count());
  }

  @Test
  void countOverTheTimesAtWhichTheyCouldHaveBegun() {
    SegmentLengths lengths = new SegmentLengths(new long[] {5, 3, 10});
    assertEquals(18, lengths.beginnings(1));
    assertEquals(2 + 7, lengths.beginnings(4));
    assertEquals(1, lengths.beginnings(10));
    assertEquals(0, lengths.beginnings(11));
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 100, 1000})
  void areTheSameFromATemporaryFile(long mostInMemory) throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    BinTrack inMemory = new BinTrack();
    BinTrack spilled = new BinTrack(mostInMemory);
    for (int slice = 0; slice < 50; slice++) {
      int[] bins = new int[20];
      for (int k = 0; k < bins.length; k++) {
        bins[k] = random.nextInt(8) == 0 ? BinAxis.OUTSIDE : random.nextInt(-40, 40);
      }
      for (BinTrack track : new BinTrack[] {inMemory, spilled}) {
        BinTrack part = new BinTrack();
        part.add(true, slice / 25, bins, bins.length);
        track.append(part, slice % 10 != 0);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    spilled.write(new DataOutputStream(bytes));
    BinTrack again = new BinTrack(mostInMemory);
    again.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    List<Integer> expected = frames(inMemory);
    assertEquals(1000 + 5, expected.size());
    assertEquals(expected, frames(spilled));
    assertEquals(expected, frames(again));
  }

  private static List<Integer> frames(BinTrack track) {
    List<Integer> frames = new ArrayList<>();
    track.visit(
        1,
        new BinTrack.Visitor() {
          @Override
          public void segment() {
            frames.add(Integer.MAX_VALUE);
          }

          @Override
          public void frame(int bin) {
            frames.add(bin);
          }
        });
    return frames;
  }

  @Test
  void neverReachAcrossTheEndOfASegment() {
    double[] g = {0, 2.5, 4, 2.5, 0};
    assertEquals(0, count(g, false, new int[] {0, 1}, new int[] {4, 3}).total());
  }
}
