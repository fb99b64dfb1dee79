package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonNegativeTest {

  /** The conditions that the best amplitudes, and no others, fulfil. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingCanBeMadeBetter(int seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(5);
    double[][] columns = new double[n][40];
    double[] wanted = new double[40];
    for (int k = 0; k < 40; k++) {
      wanted[k] = random.nextGaussian();
      for (double[] column : columns) {
        column[k] = 0.5 + random.nextGaussian();
      }
    }
    double[][] products = new double[n][n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < 40; k++) {
        right[i] += columns[i][k] * wanted[k];
        for (int j = 0; j < n; j++) {
          products[i][j] += columns[i][k] * columns[j][k];
        }
      }
    }
    double[] x = NonNegative.solve(products, right);
    for (int i = 0; i < n; i++) {
      double slope = right[i];
      for (int j = 0; j < n; j++) {
        slope -= products[i][j] * x[j];
      }
      assertTrue(x[i] >= 0);
      if (x[i] > 0) {
        assertEquals(0, slope, 1e-10);
      } else {
        assertTrue(slope <= 1e-10, "slope " + slope);
      }
    }
  }
}
