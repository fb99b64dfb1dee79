package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.coordinates.switching.RadialFunction;

/**
 * Where the neighbours of a point are: with d_i the vectors from it to the members and s_i their
 * switching functions,
 *
 * <pre>
 *   m = Σ s_i d_i/D,   D = Σ s_i,
 *   ṁ = Σ [ṡ_i (d_i − m) + s_i ḋ_i]/D,   m̈ = (Σ [s̈_i (d_i − m) + 2 ṡ_i ḋ_i] − 2 ṁ Ḋ)/D,
 * </pre>
 *
 * <p>one component of u = m − e, or its length, e being the vector from the point to another or
 * zero. The first point is the one whose neighbours are looked at, the members follow, and the
 * other point, unless it is a member itself, is the last. Where no member is near there is no
 * value.
 */
final class SwitchedCentre extends PointVariable {
  /** The component that stands for the length. */
  static final int LENGTH = -1;

  /** The target that stands for the point itself. */
  static final int NONE = 0;

  private final int members;
  private final int target;
  private final RadialFunction function;
  private final int component;
  private final boolean nearestImage;

  /**
   * Makes the coordinate.
   *
   * @param points the point, the members, and the other point where it is no member
   * @param members how many members there are
   * @param target the index of the other point; {@link #NONE} without one
   * @param component 0, 1, 2 or {@link #LENGTH}
   */
  SwitchedCentre(
      List<Point> points,
      int members,
      int target,
      RadialFunction function,
      int component,
      boolean nearestImage) {
    super(points, "nm");
    this.members = members;
    this.target = target;
    this.function = function;
    this.component = component;
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Neighbourhood neighbourhood = new Neighbourhood(in, out);
    for (int j = 0; j < in.size(); j++) {
      neighbourhood.frame(j);
    }
  }

  /** The members of a frame, and what follows; made for one block. */
  private final class Neighbourhood {
    private final PointBlock in;
    private final DerivativeBlock out;
    private final double[] d = new double[3 * members];
    private final double[] square = new double[members];
    private final double[] s = new double[members];
    private final double[] slope;
    private final double[] bend;
    private final double[] vector = new double[3];
    private final double[] mean = new double[3];
    private final double[] u = new double[3];
    private final double[] unit = new double[3];
    private final double[] gradient;
    private double sum;

    Neighbourhood(PointBlock in, DerivativeBlock out) {
      this.in = in;
      this.out = out;
      this.slope = out.order() >= 1 ? new double[members] : null;
      this.bend = out.order() >= 2 ? new double[members] : null;
      this.gradient = new double[3 * in.points()];
    }

    void frame(int j) {
      gather(j);
      double length = length();
      out.value()[j] = component == LENGTH ? length : u[component];
      if (out.order() == 0) {
        return;
      }
      for (int k = 0; k < 3; k++) {
        unit[k] = component == LENGTH ? direction(u[k], length) : k == component ? 1 : 0;
      }
      gradient(j);
      if (out.order() == 1) {
        return;
      }
      out.laplacian()[j] = laplacian(length);
      if (curved(in, out)) {
        out.curvature()[j] = curvature(j, length);
      }
    }

    private double direction(double along, double length) {
      return length > 0 ? along / length : Double.NaN;
    }

    private void gather(int j) {
      for (int i = 0; i < members; i++) {
        difference(i + 1, j);
        System.arraycopy(vector, 0, d, 3 * i, 3);
        square[i] = vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2];
      }
      function.evaluate(members, square, s, slope, bend);
      sum = 0;
      Arrays.fill(mean, 0);
      for (int i = 0; i < members; i++) {
        sum += s[i];
        for (int k = 0; k < 3; k++) {
          mean[k] += s[i] * d[3 * i + k];
        }
      }
      // where nothing is near, 0/0 makes no number
      for (int k = 0; k < 3; k++) {
        mean[k] /= sum;
      }
      System.arraycopy(mean, 0, u, 0, 3);
      if (target != NONE) {
        difference(target, j);
        for (int k = 0; k < 3; k++) {
          u[k] -= vector[k];
        }
      }
    }

    private void difference(int to, int j) {
      if (nearestImage) {
        in.displacement(0, to, j, vector);
        return;
      }
      for (int k = 0; k < 3; k++) {
        vector[k] = column(in.positions(), to, k, j) - column(in.positions(), 0, k, j);
      }
    }

    private double column(double[] columns, int point, int k, int j) {
      return columns[in.offset(point) + k * in.stride() + j];
    }

    private double length() {
      return Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
    }

    /** ∂R/∂d_i = [s′/r d_i (d_i − m)·n + s_i n]/D with n the direction. */
    private void gradient(int j) {
      Arrays.fill(gradient, 0);
      for (int i = 0; i < members; i++) {
        double along = 0;
        for (int k = 0; k < 3; k++) {
          along += (d[3 * i + k] - mean[k]) * unit[k];
        }
        for (int k = 0; k < 3; k++) {
          double share = (slope[i] * d[3 * i + k] * along + s[i] * unit[k]) / sum;
          gradient[3 * (i + 1) + k] += share;
          gradient[k] -= share;
        }
      }
      for (int k = 0; target != NONE && k < 3; k++) {
        gradient[3 * target + k] -= unit[k];
        gradient[k] += unit[k];
      }
      for (int k = 0; k < gradient.length; k++) {
        out.gradient()[k * out.stride() + j] = gradient[k];
      }
    }

    /**
     * The Laplacian of R: that of u along the direction, and of a length the metric of u across it
     * over the length.
     */
    private double laplacian(double length) {
      double w0 = in.inverseMass(0);
      double[] ofMean = new double[3];
      double[] steep = new double[3];
      double[][] mixed = new double[3][3];
      for (int i = 0; i < members; i++) {
        double w = in.inverseMass(i + 1);
        double twice = (w + w0) * (3 * slope[i] + bend[i] * square[i]);
        double once = 2 * (w + w0) * slope[i];
        double both = 2 * w * slope[i] / sum;
        for (int k = 0; k < 3; k++) {
          double from = d[3 * i + k] - mean[k];
          ofMean[k] += (twice - both * slope[i] * square[i]) * from;
          ofMean[k] += (once - both * s[i]) * d[3 * i + k];
          steep[k] += slope[i] * d[3 * i + k];
          for (int c = 0; c < 3; c++) {
            mixed[k][c] += slope[i] * from * d[3 * i + c];
          }
        }
      }
      double result = 0;
      for (int k = 0; k < 3; k++) {
        mixed[k][k] += sum;
        double shared = 0;
        for (int c = 0; c < 3; c++) {
          shared += steep[c] / sum * mixed[k][c];
        }
        result += unit[k] * (ofMean[k] - 2 * w0 * shared) / sum;
      }
      return component == LENGTH ? result + across(mixed, w0) / length : result;
    }

    /** tr[(1 − n nᵀ) G], G = Σ W J Jᵀ the metric of u. */
    private double across(double[][] mixed, double w0) {
      double total = 0;
      double[][] jacobian = new double[3][3];
      for (int i = 0; i < members; i++) {
        for (int k = 0; k < 3; k++) {
          for (int c = 0; c < 3; c++) {
            double diagonal = k == c ? s[i] / sum - (i + 1 == target ? 1 : 0) : 0;
            double share = slope[i] * (d[3 * i + k] - mean[k]) * d[3 * i + c] / sum;
            jacobian[k][c] = share + diagonal;
          }
        }
        total += in.inverseMass(i + 1) * across(jacobian);
      }
      for (int k = 0; k < 3; k++) {
        for (int c = 0; c < 3; c++) {
          jacobian[k][c] = (k == c && target != NONE ? 1 : 0) - mixed[k][c] / sum;
        }
      }
      total += w0 * across(jacobian);
      // a point of its own moves u against itself, two directions across the third
      return target > members ? total + 2 * in.inverseMass(target) : total;
    }

    private double across(double[][] jacobian) {
      double all = 0;
      double along = 0;
      for (int c = 0; c < 3; c++) {
        double dot = 0;
        for (int k = 0; k < 3; k++) {
          all += jacobian[k][c] * jacobian[k][c];
          dot += unit[k] * jacobian[k][c];
        }
        along += dot * dot;
      }
      return all - along;
    }

    private double curvature(int j, double length) {
      double[] v = in.velocities();
      double[] rate = new double[3];
      double[] acceleration = new double[3];
      double growth = 0;
      for (int i = 0; i < members; i++) {
        double fast = 0;
        double along = 0;
        for (int k = 0; k < 3; k++) {
          vector[k] = column(v, i + 1, k, j) - column(v, 0, k, j);
          fast += vector[k] * vector[k];
          along += vector[k] * d[3 * i + k];
        }
        double first = slope[i] * along;
        double second = slope[i] * fast + bend[i] * along * along;
        growth += first;
        for (int k = 0; k < 3; k++) {
          double from = d[3 * i + k] - mean[k];
          rate[k] += first * from + s[i] * vector[k];
          acceleration[k] += second * from + 2 * first * vector[k];
        }
      }
      double result = 0;
      for (int k = 0; k < 3; k++) {
        rate[k] /= sum;
        result += unit[k] * (acceleration[k] - 2 * rate[k] * growth) / sum;
        if (target != NONE) {
          rate[k] -= column(v, target, k, j) - column(v, 0, k, j);
        }
      }
      if (component != LENGTH) {
        return result;
      }
      double x = unit[1] * rate[2] - unit[2] * rate[1];
      double y = unit[2] * rate[0] - unit[0] * rate[2];
      double z = unit[0] * rate[1] - unit[1] * rate[0];
      return result + (x * x + y * y + z * z) / length;
    }
  }
}
