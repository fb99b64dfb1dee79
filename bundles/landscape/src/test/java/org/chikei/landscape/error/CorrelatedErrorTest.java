package org.chikei.landscape.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Hits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelatedErrorTest {

  @ParameterizedTest
  @CsvSource({"0.0, 500", "0.5, 500", "0.8, 500", "0.9, 2000", "-0.4, 500"})
  void findsTheVarianceOfASumOfAnAutoregressiveSeries(double keep, int count) {
    double sum = 0;
    int seeds = 200;
    for (int seed = 1; seed <= seeds; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] terms = new double[count];
      double x = GaussianSystem.gauss(random);
      for (int k = 0; k < count; k++) {
        terms[k] = x;
        x = keep * x + Math.sqrt(1 - keep * keep) * GaussianSystem.gauss(random);
      }
      CorrelatedError error = new CorrelatedError();
      error.of(terms, 0, count);
      sum += error.variance();
    }
    double exact = count * (1 + keep) / (1 - keep);
    // the window is cut where what is left is a few per cent; 200 seeds leave 2 % of noise
    assertEquals(exact, sum / seeds, (keep < 0 ? 0.25 : 0.10) * exact);
  }

  @ParameterizedTest
  @CsvSource({"3, 3.182446", "5, 2.570582", "10, 2.228139", "30, 2.042272", "1000, 1.962339"})
  void widensLikeStudentsDistribution(double freedom, double quantile) {
    assertEquals(
        quantile / 1.959963984540054, CorrelatedError.widening(freedom), 0.01 * quantile / 1.96);
  }

  @Test
  void saysNothingFromFewerThanEightBlocks() {
    double[] terms = {1, -1, 1, -1, 1, -1, 1};
    assertTrue(Double.isNaN(new CorrelatedError().of(terms, 0, 7)));
  }

  @Test
  void isZeroForTermsThatDoNotScatter() {
    assertEquals(0, new CorrelatedError().of(new double[50], 0, 50));
  }

  /** Squares of normal numbers, whose distribution is as skewed as that of any velocity squared. */
  @ParameterizedTest
  @CsvSource({"40, 40", "100, 100", "500, 60"})
  void holdsTheMeanOfSkewedTermsAlsoWhereMostBlocksHaveNone(int blocks, int occupied) {
    SplittableRandom random = new SplittableRandom(3);
    CorrelatedError error = new CorrelatedError();
    Hits hits = new Hits();
    for (int seed = 0; seed < 2000; seed++) {
      double[] square = new double[blocks];
      double mean = 0;
      for (int k = 0; k < occupied; k++) {
        double x = GaussianSystem.gauss(random);
        square[k] = x * x;
        mean += square[k] / occupied;
      }
      for (int k = 0; k < occupied; k++) {
        square[k] = (square[k] - mean) / occupied;
      }
      hits.add(mean - 1, error.of(square, 0, blocks));
    }
    hits.assertHonest("squares, " + occupied + " of " + blocks);
  }
}
