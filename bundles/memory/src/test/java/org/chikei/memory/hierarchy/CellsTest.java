package org.chikei.memory.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CellsTest {
  private static final int[] COUNTS = {9, 5, 14};
  private static final double[] DEVIATIONS = {1.3, 0.6, 2.2};

  private static int at(int i, int j, int k) {
    return (i * COUNTS[1] + j) * COUNTS[2] + k;
  }

  /** A Gaussian over cells at distances up to three deviations, all of them adding up to one. */
  private static double gaussian(int a, int distance) {
    int reach = (int) Math.ceil(3 * DEVIATIONS[a]);
    double total = 0;
    for (int k = -reach; k <= reach; k++) {
      total += Math.exp(-0.5 * k * k / (DEVIATIONS[a] * DEVIATIONS[a]));
    }
    double square = distance * distance / (DEVIATIONS[a] * DEVIATIONS[a]);
    return Math.abs(distance) <= reach ? Math.exp(-0.5 * square) / total : 0;
  }

  @Test
  void smoothsByTheGaussianOfEveryCoordinateAndLosesWhatGoesOverTheEdge() {
    double[] ones = {1, 1, 1};
    Cells cells = new Cells(new double[3], ones, COUNTS, 0, Double.NaN);
    double[] sums = new double[cells.size()];
    SplittableRandom random = new SplittableRandom(4);
    for (int c = 0; c < sums.length; c++) {
      sums[c] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
    }
    double[] smooth = sums.clone();
    cells.smooth(smooth, DEVIATIONS);
    for (int i = 0; i < COUNTS[0]; i++) {
      for (int j = 0; j < COUNTS[1]; j++) {
        for (int k = 0; k < COUNTS[2]; k++) {
          double expected = 0;
          for (int p = 0; p < COUNTS[0]; p++) {
            for (int q = 0; q < COUNTS[1]; q++) {
              for (int r = 0; r < COUNTS[2]; r++) {
                double weight = gaussian(0, i - p) * gaussian(1, j - q) * gaussian(2, k - r);
                expected += weight * sums[at(p, q, r)];
              }
            }
          }
          assertEquals(expected, smooth[at(i, j, k)], 1e-13);
        }
      }
    }
  }
}
