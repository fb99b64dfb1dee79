package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationsTest {

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 7", "3, 40", "60, 3"})
  void agreeWithSumsTermByTermAndNeverCrossAnEnd(int runs, int skip) {
    Random random = new Random(runs);
    int[] starts = new int[runs + 1];
    for (int s = 0; s < runs; s++) {
      starts[s + 1] = starts[s] + 1 + random.nextInt(3000 / runs);
    }
    int n = starts[runs];
    int lags = 30;
    double[][] x = new double[3][n];
    for (double[] column : x) {
      for (int j = 0; j < n; j++) {
        column[j] = random.nextGaussian() + 0.5;
      }
    }
    int[] later = {0, 1, 2};
    int[] earlier = {0, 0, 1};
    Correlations all = Correlations.of(starts, lags, skip, x, later, earlier);
    double[][] means = all.means(-1);
    for (int p = 0; p < 3; p++) {
      for (int k = 0; k <= lags; k++) {
        double sum = 0;
        double count = 0;
        for (int s = 0; s < runs; s++) {
          for (int j = starts[s] + skip; j + k < starts[s + 1]; j++) {
            sum += x[later[p]][j + k] * x[earlier[p]][j];
            count++;
          }
        }
        assertEquals(sum / count, means[p][k], 1e-12);
      }
    }
    double[][] without = all.means(0);
    assertTrue(all.blocks() == 1 || Math.abs(without[0][0] - means[0][0]) > 1e-9);
  }
}
