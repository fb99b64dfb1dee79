package org.chikei.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.chikei.trajectory.trr.TrrFormat;

/**
 * Holds formats to the TRR file: {@code ala2.trr} has every fourth frame of the run whose first
 * frames stand in the other files.
 */
public final class Agreement {

  private Agreement() {}

  /** Asserts that every fourth frame has the positions of the TRR file. */
  public static void everyFourth(Decoded decoded, double tolerance) throws IOException {
    everyFourth(decoded.positions(), trr().positions(), tolerance);
  }

  /** Asserts that every fourth frame has the times, velocities and forces of the TRR file, too. */
  public static void everyFourth(
      Decoded decoded, double tolerance, double velocities, double forces) throws IOException {
    Decoded trr = trr();
    everyFourth(decoded.positions(), trr.positions(), tolerance);
    everyFourth(decoded.velocities(), trr.velocities(), velocities);
    everyFourth(decoded.forces(), trr.forces(), forces);
    for (int k = 0; k < decoded.size(); k += 4) {
      assertEquals(trr.times().get(k / 4), decoded.times().get(k));
    }
  }

  private static Decoded trr() throws IOException {
    return Decoded.all(new TrrFormat(), Decoded.data("ala2.trr"));
  }

  private static void everyFourth(
      List<double[]> actual, List<double[]> expected, double tolerance) {
    for (int k = 0; k < actual.size(); k += 4) {
      assertArrayEquals(expected.get(k / 4), actual.get(k), tolerance, "frame " + k);
    }
  }
}
