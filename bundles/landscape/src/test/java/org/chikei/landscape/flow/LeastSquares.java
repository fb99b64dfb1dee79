package org.chikei.landscape.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.Runs;
import org.chikei.landscape.words.Places;

/** Fits of columns of a table on functions of the place. */
public final class LeastSquares {
  private LeastSquares() {}

  /** Where the rows of a table are, by the columns a, b and so on. */
  static double[][] places(StepResult result, int dimensions) {
    double[][] places = new double[Runs.column(result, "a").length][dimensions];
    for (int a = 0; a < dimensions; a++) {
      double[] column = Runs.column(result, Places.letter(a));
      for (int k = 0; k < column.length; k++) {
        places[k][a] = column[k];
      }
    }
    return places;
  }

  /**
   * Least squares weighted with counts.
   *
   * @param result the result
   * @param dimensions how many coordinates it has
   * @param name the column to fit
   * @param floor the smallest count of a cell that takes part
   * @param fewest how many cells have to
   * @param functions the functions at a place
   * @return the coefficients
   */
  static double[] fit(
      StepResult result,
      int dimensions,
      String name,
      double floor,
      int fewest,
      UnaryOperator<double[]> functions) {
    double[][] r = places(result, dimensions);
    double[] count = Runs.column(result, "count");
    double[] y = Runs.column(result, name);
    int n = functions.apply(new double[dimensions]).length;
    double[][] matrix = new double[n][n];
    double[] right = new double[n];
    int used = 0;
    for (int k = 0; k < y.length; k++) {
      if (count[k] < floor || Double.isNaN(y[k])) {
        continue;
      }
      used++;
      double[] f = functions.apply(r[k]);
      for (int i = 0; i < n; i++) {
        right[i] += count[k] * f[i] * y[k];
        for (int j = 0; j < n; j++) {
          matrix[i][j] += count[k] * f[i] * f[j];
        }
      }
    }
    assertTrue(used > fewest, used + " cells");
    return new LUDecomposition(new Array2DRowRealMatrix(matrix))
        .getSolver()
        .solve(new ArrayRealVector(right))
        .toArray();
  }
}
