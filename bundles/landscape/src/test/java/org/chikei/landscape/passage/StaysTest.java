package org.chikei.landscape.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StaysTest {

  /** The remissions under 6-mercaptopurine of Freireich et al., Blood 21 (1963) 699, in weeks. */
  @Test
  void agreeWithTheTextbook() {
    Stays stays = new Stays();
    for (int week : new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
      stays.add(week, true);
    }
    for (int week : new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
      stays.add(week, false);
    }
    double[] times = {5, 6, 7, 10, 13, 16, 22, 23, 35};
    Stays.Survival survival = stays.survival(times);
    double[] fraction = {1, 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448, 0.448};
    double[] error = {0, 0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346, 0.1346};
    for (int k = 0; k < times.length; k++) {
      assertEquals(fraction[k], survival.fraction()[k], 6e-4, "week " + times[k]);
      assertEquals(error[k], survival.error()[k], 6e-5, "week " + times[k]);
    }
    assertTrue(Double.isNaN(stays.survival(new double[] {36}).fraction()[0]));
  }

  /** Cut off at random as often as not, and still e^(−t/τ). */
  @Test
  void knowTheLawOfStaysThatAreCutOff() {
    SplittableRandom random = new SplittableRandom(6);
    Stays stays = new Stays();
    for (int k = 0; k < 4000; k++) {
      double own = -1000 * Math.log(1 - random.nextDouble());
      double limit = 2000 * random.nextDouble();
      stays.add((long) Math.min(own, limit), own < limit);
    }
    double[] times = {100, 300, 700, 1200};
    Stays.Survival survival = stays.survival(times);
    for (int k = 0; k < times.length; k++) {
      double exact = Math.exp(-times[k] / 1000);
      assertEquals(exact, survival.fraction()[k], 3.5 * survival.error()[k]);
      assertTrue(survival.error()[k] < 0.02);
    }
  }
}
