package org.chikei.coordinates;

import java.util.Arrays;

/**
 * A smooth curve q(t) through the space of all coordinates, such as a reaction path in
 * mass-weighted ones, that can be asked for its derivatives, its arc length and its curvature.
 * Beyond its ends it goes on as a straight line. Immutable.
 *
 * <p>The parameter t counts cells of the {@link SmoothingSpline}; it has no meaning outside.
 */
final class ReactionPath {
  private static final int COEFFICIENTS = SmoothingSpline.DEGREE + 1;
  private static final int SPEED_COEFFICIENTS = 2 * SmoothingSpline.DEGREE - 1;

  /** What derivatives make of powers: n (n − 1) … */
  private static final double[][] FALLING = {
    {1, 1, 1, 1, 1, 1},
    {0, 1, 2, 3, 4, 5},
    {0, 0, 2, 6, 12, 20},
    {0, 0, 0, 6, 24, 60},
    {0, 0, 0, 0, 24, 120}
  };

  /** Gauss's points and weights on [0, 1]: enough where the speed changes severalfold in a cell. */
  private static final double[][] GAUSS = gauss(12);

  /** How far the path is extended on each side, in parts of its length. */
  private static final double TAIL = 0.1;

  private static final int LEAST_TAIL = 4;

  /** The part of its width at the end by which a structure counts as a line. */
  private static final double NARROW = 0.1;

  private static final double LINE_STEP = 1.0 / 256;

  private final int cells;
  private final int components;
  private final double[] coefficients;
  private final double[] squareOfSpeed;
  private final double[] arc;
  private final double low;
  private final double high;

  /**
   * Makes a path of the curve through some frames, and what goes on beyond its ends.
   *
   * @param curve the curve
   * @param zero where on it the arc length is zero
   */
  ReactionPath(SmoothingSpline curve, double zero) {
    int tail = Math.max(LEAST_TAIL, (int) Math.ceil(TAIL * curve.cells()));
    this.components = curve.components();
    this.cells = curve.cells() + 2 * tail;
    this.coefficients = new double[cells * components * COEFFICIENTS];
    this.squareOfSpeed = new double[cells * SPEED_COEFFICIENTS];
    this.arc = new double[cells + 1];
    for (int cell = 0; cell < curve.cells(); cell++) {
      for (int c = 0; c < components; c++) {
        curve.polynomial(cell, c, coefficients, at(tail + cell, c));
      }
    }
    double[][] straightening = straightening(tail);
    for (int c = 0; c < components; c++) {
      goOn(c, tail, -1, straightening);
      goOn(c, tail + curve.cells(), 1, straightening);
    }
    for (int cell = 0; cell < cells; cell++) {
      for (int c = 0; c < components; c++) {
        int at = at(cell, c);
        for (int n = 1; n < COEFFICIENTS; n++) {
          for (int m = 1; m < COEFFICIENTS; m++) {
            squareOfSpeed[cell * SPEED_COEFFICIENTS + n + m - 2] +=
                n * coefficients[at + n] * m * coefficients[at + m];
          }
        }
      }
      arc[cell + 1] = arc[cell] + within(cell, 1);
    }
    double constant = arc(tail + zero);
    for (int cell = 0; cell <= cells; cell++) {
      arc[cell] -= constant;
    }
    this.low = line(tail, -1);
    this.high = line(cells - tail, 1);
  }

  private int at(int cell, int component) {
    return (cell * components + component) * COEFFICIENTS;
  }

  /**
   * What the fifth derivatives in the cells beyond an end must be, with the smallest sum of
   * squares, so that the second, third and fourth one vanish where the last of these cells ends.
   *
   * @return for each cell the factors of the second, third and fourth derivative at the end
   */
  private static double[][] straightening(int tail) {
    double[][] effects = new double[tail][];
    double[][] products = new double[3][3];
    for (int k = 0; k < tail; k++) {
      double left = tail - 1 - k;
      effects[k] = new double[] {1 / 6.0 + left / 2 + left * left / 2, 0.5 + left, 1};
      for (int a = 0; a < 9; a++) {
        products[a / 3][a % 3] += effects[k][a / 3] * effects[k][a % 3];
      }
    }
    double n = tail;
    double[][] reached = {{1, n, n * n / 2}, {0, 1, n}, {0, 0, 1}};
    double[][] factors = new double[tail][3];
    for (int b = 0; b < 3; b++) {
      double[] right = {-reached[0][b], -reached[1][b], -reached[2][b]};
      double[] multipliers = solve(products, right);
      for (int k = 0; k < tail; k++) {
        for (int a = 0; a < 3; a++) {
          factors[k][b] += effects[k][a] * multipliers[a];
        }
      }
    }
    return factors;
  }

  /** Solves three equations by Cramer's rule. */
  private static double[] solve(double[][] matrix, double[] right) {
    double determinant = determinant(matrix);
    double[] solution = new double[3];
    for (int k = 0; k < 3; k++) {
      double[][] replaced = new double[3][];
      for (int row = 0; row < 3; row++) {
        replaced[row] = matrix[row].clone();
        replaced[row][k] = right[row];
      }
      solution[k] = determinant(replaced) / determinant;
    }
    return solution;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        + m[0][1] * (m[1][2] * m[2][0] - m[1][0] * m[2][2])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  /** Lets one component go on beyond an end. */
  private void goOn(int component, int end, int side, double[][] straightening) {
    double[] d = new double[COEFFICIENTS];
    int from = at(side > 0 ? end - 1 : end, component);
    double sign = 1;
    for (int n = 0; n < COEFFICIENTS - 1; n++) {
      // seen along the direction in which it goes on
      d[n] = sign * derivative(from, n, side > 0 ? 1 : 0);
      sign *= side;
    }
    double[] first = d.clone();
    for (int k = 0; k < straightening.length; k++) {
      d[5] =
          straightening[k][0] * first[2]
              + straightening[k][1] * first[3]
              + straightening[k][2] * first[4];
      double[] next = new double[COEFFICIENTS];
      for (int n = COEFFICIENTS - 1; n >= 0; n--) {
        double factorial = 1;
        for (int m = n; m < COEFFICIENTS; m++) {
          factorial *= m > n ? m - n : 1;
          next[n] += d[m] / factorial;
        }
      }
      int to = at(side > 0 ? end + k : end - 1 - k, component);
      double[] left = side > 0 ? d : next;
      double scale = 1;
      for (int n = 0; n < COEFFICIENTS; n++) {
        scale *= n > 0 ? side / (double) n : 1;
        coefficients[to + n] = scale * left[n];
      }
      d = next;
    }
  }

  /**
   * Where beyond an end all points come to be on one line: there the path meets its mirror image,
   * which is the same structures turned over.
   *
   * @param end the end
   * @param side the direction in which it goes on
   * @return the place; infinite if there is none
   */
  private double line(double end, int side) {
    double[][] q = new double[1][components];
    SymmetricMatrix tensor = new SymmetricMatrix(3);
    double before = width(end, q, tensor);
    double threshold = NARROW * before;
    for (double t = end + side * LINE_STEP; t >= 0 && t <= cells; t += side * LINE_STEP) {
      double width = width(t, q, tensor);
      if (width > before && before < threshold) {
        return t - side * LINE_STEP;
      }
      before = width;
    }
    return side * Double.POSITIVE_INFINITY;
  }

  /** The extent of the structure across its longest axis. */
  private double width(double t, double[][] q, SymmetricMatrix tensor) {
    evaluate(t, q);
    Arrays.fill(tensor.entries, 0);
    for (int c = 0; c < components; c++) {
      for (int d = 0; d < 3; d++) {
        tensor.entries[3 * (c % 3) + d] += q[0][c] * q[0][c - c % 3 + d];
      }
    }
    tensor.solve();
    return Math.sqrt(Math.max(0, tensor.values[1]));
  }

  /** The smallest parameter that there is; minus infinity as a rule. */
  double low() {
    return low;
  }

  /** The largest parameter that there is; infinity as a rule. */
  double high() {
    return high;
  }

  /** The number of cells: the curve is straight where t is below 0 or above it. */
  int cells() {
    return cells;
  }

  /** The number of components of q. */
  int components() {
    return components;
  }

  /**
   * Evaluates the curve.
   *
   * @param t the parameter
   * @param derivatives receives q and as many derivatives as there are arrays, each of all
   *     components
   */
  void evaluate(double t, double[][] derivatives) {
    double inside = Math.min(Math.max(t, 0), cells);
    int cell = Math.min((int) inside, cells - 1);
    double u = inside - cell;
    for (int c = 0; c < components; c++) {
      int at = (cell * components + c) * COEFFICIENTS;
      for (int order = 0; order < derivatives.length; order++) {
        derivatives[order][c] = derivative(at, order, u);
      }
    }
    if (inside != t) {
      for (int c = 0; c < components; c++) {
        derivatives[0][c] +=
            (t - inside) * derivative((cell * components + c) * COEFFICIENTS, 1, u);
        for (int order = 2; order < derivatives.length; order++) {
          derivatives[order][c] = 0;
        }
      }
    }
  }

  private double derivative(int at, int order, double u) {
    double[] factors = FALLING[order];
    double sum = 0;
    for (int n = COEFFICIENTS - 1; n >= order; n--) {
      sum = sum * u + factors[n] * coefficients[at + n];
    }
    return sum;
  }

  /** The length of the curve from where it is counted to a place. */
  double arc(double t) {
    if (t < 0) {
      return arc[0] + t * speed(0, 0);
    }
    if (t > cells) {
      return arc[cells] + (t - cells) * speed(cells - 1, 1);
    }
    int cell = Math.min((int) t, cells - 1);
    return arc[cell] + within(cell, t - cell);
  }

  private double within(int cell, double u) {
    double sum = 0;
    for (double[] gauss : GAUSS) {
      sum += gauss[1] * speed(cell, u * gauss[0]);
    }
    return u * sum;
  }

  /** The zeros of a Legendre polynomial by Newton's method, and the weights that go with them. */
  private static double[][] gauss(int n) {
    double[][] points = new double[n][2];
    for (int k = 0; k < n; k++) {
      double x = Math.cos(Math.PI * (k + 0.75) / (n + 0.5));
      double slope = 0;
      for (int step = 0; step < 20; step++) {
        double before = 0;
        double value = 1;
        for (int m = 1; m <= n; m++) {
          double next = ((2 * m - 1) * x * value - (m - 1) * before) / m;
          before = value;
          value = next;
        }
        slope = n * (x * value - before) / (x * x - 1);
        x -= value / slope;
      }
      points[k][0] = (1 + x) / 2;
      points[k][1] = 1 / ((1 - x * x) * slope * slope);
    }
    return points;
  }

  private double speed(int cell, double u) {
    double sum = 0;
    for (int n = SPEED_COEFFICIENTS - 1; n >= 0; n--) {
      sum = sum * u + squareOfSpeed[cell * SPEED_COEFFICIENTS + n];
    }
    return Math.sqrt(sum);
  }
}
