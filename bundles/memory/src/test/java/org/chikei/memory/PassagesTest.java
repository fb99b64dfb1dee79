package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.chikei.api.coordinate.Period;
import org.junit.jupiter.api.Test;

class PassagesTest {

  private static Passages of(double[] r, int[] starts, Optional<Period> period, double... wells) {
    Motion motion = new Motion(0.5, period, starts, r, new double[r.length], null);
    return Passages.of(motion, Blocks.of(starts, 1, 0), wells[0], wells[1], "ps");
  }

  @Test
  void timeRunsFromTheFirstVisitOfOneWellToThatOfTheOther() {
    double[] r = {0, 0.4, 1.2, 0.8, 1.1, 0.3, -0.2, 0.1, 0.2, 1.3};
    Passages passages = of(r, new int[] {0, 10}, Optional.empty(), 0, 1);
    // 0 is met in step 0 and 1 in step 1; 0 again in step 5 and 1 in step 8; one more step is left
    assertEquals(2, passages.countThere());
    assertEquals(1, passages.countBack());
    assertEquals(0.5 * (1 + 3) / 2, passages.there().value(), 1e-12);
    assertEquals(0.5 * (4 + 1), passages.back().value(), 1e-12);
    assertEquals("ps", passages.there().unit());
  }

  @Test
  void nothingIsSaidOfWhatWasNotSeen() {
    Passages passages = of(new double[20], new int[] {0, 20}, Optional.empty(), -1, 1);
    assertEquals(0, passages.countThere());
    assertTrue(Double.isNaN(passages.back().value()));
  }

  @Test
  void bothWaysRoundACircleLeadToTheOtherWell() {
    double[] r = new double[4000];
    for (int j = 0; j < r.length; j++) {
      r[j] = Period.TURN.wrap(0.1 * (j + 0.5));
    }
    Passages passages = of(r, new int[] {0, r.length}, Optional.of(Period.TURN), -1, 2);
    // at 0.1 a frame: 3 there and 2π − 3 back
    assertEquals(15, passages.there().value(), 0.3);
    assertEquals(5 * (2 * Math.PI - 3), passages.back().value(), 0.3);
  }

  /** A random walk reaches +n from −n, with a wall at −n, in (2n)² steps of one. */
  @Test
  void aRandomWalkTakesItsKnownTime() {
    Random random = new Random(3);
    double[] r = new double[400_000];
    int place = 0;
    for (int j = 0; j < r.length; j++) {
      r[j] = place;
      place += random.nextBoolean() ? 1 : -1;
      place = place < -5 ? -4 : place > 5 ? 4 : place;
    }
    Passages passages = of(r, new int[] {0, r.length}, Optional.empty(), -5, 5);
    assertEquals(0.5 * 100, passages.there().value(), 4 * passages.there().error());
    assertEquals(0.5 * 100, passages.back().value(), 4 * passages.back().error());
    assertTrue(passages.there().error() < 2, passages.toString());
  }
}
