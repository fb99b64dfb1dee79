package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.chikei.api.coordinate.CollectiveVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReactionCoordinateTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 1.008};

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "s,optimal", "s,centre", "s,none",
    "eta,optimal", "eta,centre", "eta,none",
    "kappa,optimal", "kappa,centre", "kappa,none"
  })
  void nearRandomPathsDerivativesAreDifferenceQuotients(String component, String align)
      throws Exception {
    Random random = new Random(31);
    String[] elements = new String[MASSES.length];
    Arrays.fill(elements, "");
    int checked = 0;
    for (int n = 0; n < 20; n++) {
      int points = 3 + n % 3;
      double[][][] frames = ReactionPaths.waves(random, 9 + n % 5, points);
      Path file = ReactionPaths.write(folder.resolve("path.xyz"), frames);
      CollectiveVariable variable =
          (CollectiveVariable)
              ReactionPaths.create(
                  new IrcProvider(),
                  Map.of("frames", file, "component", component, "fit", align),
                  Arrays.copyOf(elements, points),
                  Arrays.copyOf(MASSES, points));
      for (int k = 0; k < 10; k++) {
        double[][] x =
            Geometry.move(
                frames[2 + random.nextInt(frames.length - 4)],
                align.equals("optimal")
                    ? Geometry.rotation(random)
                    : new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
                0,
                0,
                0);
        double[][] noise = Scene.normal(random, points, 0.005);
        for (int p = 0; p < points; p++) {
          for (int d = 0; d < 3; d++) {
            x[p][d] += noise[p][d];
          }
        }
        // rounding of a curvature that hardly changes, with values of some 10, hides its slope
        if (Scene.still(x).evaluate(variable).steepest(0) > 0.05) {
          Differences.check(variable, x, Arrays.copyOf(MASSES, points), 0.002, random);
          checked++;
        }
      }
    }
    assertTrue(checked > 150);
  }
}
