package org.chikei.batch.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class TimeLineTest {
  private final TimeLine line = new TimeLine();

  private long followed(double start, double spacing, int frames, boolean single) {
    line.begin(single ? (float) start : start);
    for (int k = 1; k < frames; k++) {
      double time = start + k * spacing;
      if (!line.continues(single ? (float) time : time)) {
        return k;
      }
    }
    return frames;
  }

  @Test
  void theRoundingOfSinglePrecisionBreaksNothing() {
    assertEquals(100_000, followed(0, 0.002, 100_000, true));
    // at 10 ns a spacing of 4 fs is four units in the last place
    assertEquals(100_000, followed(10_000, 0.004, 100_000, true));
  }

  @Test
  void aTimeThatDoesNotIncreaseBreaks() {
    followed(0, 1, 10, false);
    assertFalse(line.continues(9));
    line.begin(9);
    assertFalse(line.continues(8));
  }

  @Test
  void aMissingFrameBreaks() {
    followed(0, 1, 10, false);
    assertFalse(line.continues(11));
  }

  @Test
  void framesWithoutTimesFollowEachOther() {
    line.begin(Double.NaN);
    assertTrue(line.continues(Double.NaN));
    assertFalse(line.continues(1));
  }

  @Test
  void theSpacingIsTheShortestDecimalThatFits() {
    double[] times = new double[1024];
    for (int k = 0; k < times.length; k++) {
      times[k] = (float) (1234.5 + 0.004 * k);
    }
    assertEquals(0.004, TimeLine.spacing(times, 0, 1024));
    for (int k = 0; k < times.length; k++) {
      times[k] = k / 3.0;
    }
    // no decimal of six digits: as it is
    assertEquals(1 / 3.0, TimeLine.spacing(times, 0, 1024), 1e-15);
    assertTrue(Double.isNaN(TimeLine.spacing(times, 0, 1)));
  }
}
