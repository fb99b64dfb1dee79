package org.chikei.landscape.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {

  @Test
  void integratesParabolasExactlyAndCubicsInside() {
    double h = 0.3;
    double[] parabola = new double[8];
    for (int k = 0; k < 8; k++) {
      double x = k * h;
      parabola[k] = 2 - x + 3 * x * x;
    }
    double[] out = new double[8];
    Quadrature.running(parabola, 8, h, out);
    for (int k = 0; k < 8; k++) {
      double x = k * h;
      assertEquals(2 * x - x * x / 2 + x * x * x, out[k], 1e-12);
    }
    assertEquals(4 - 1.0 / 4, Quadrature.step(0, 1, 8, 27, 1), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void isOfFourthOrder(int size) {
    double error = worst(size);
    double finer = worst(2 * size);
    // halving the step divides the error by 16; ends of third order make it a little less
    assertEquals(4, Math.log(error / finer) / Math.log(2), 0.3);
  }

  private static double worst(int size) {
    double h = 2.0 / (size - 1);
    double[] q = new double[size];
    double[] out = new double[size];
    for (int k = 0; k < size; k++) {
      q[k] = Math.sin(3 * k * h);
    }
    Quadrature.running(q, size, h, out);
    double worst = 0;
    for (int k = 0; k < size; k++) {
      worst = Math.max(worst, Math.abs(out[k] - (1 - Math.cos(3 * k * h)) / 3));
    }
    return worst;
  }

  @Test
  void doesWithTwoNodesAndWithOne() {
    double[] out = new double[2];
    Quadrature.running(new double[] {1, 3}, 2, 0.5, out);
    assertEquals(1, out[1], 1e-15);
    Quadrature.running(new double[] {7}, 1, 0.5, out);
    assertEquals(0, out[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 9})
  void integratesColumnsAsItIntegratesNumbers(int size) {
    double[][] columns = new double[size][2];
    double[] first = new double[size];
    double[] second = new double[size];
    for (int k = 0; k < size; k++) {
      columns[k][0] = first[k] = Math.exp(0.3 * k);
      columns[k][1] = second[k] = Math.cos(k);
    }
    double[][] integral = new double[size][];
    Quadrature.running(columns, size, 0.2, integral);
    double[] ofFirst = new double[size];
    double[] ofSecond = new double[size];
    Quadrature.running(first, size, 0.2, ofFirst);
    Quadrature.running(second, size, 0.2, ofSecond);
    for (int k = 0; k < size; k++) {
      assertEquals(ofFirst[k], integral[k][0], 1e-14);
      assertEquals(ofSecond[k], integral[k][1], 1e-14);
    }
  }
}
