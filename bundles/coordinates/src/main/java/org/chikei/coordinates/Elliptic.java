package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * An elliptic coordinate of a point about two foci, which are points of the structure or fixed.
 * With r₁, r₂ the distances from the foci and R that between them,
 *
 * <pre>
 *   cosh μ = (r₁ + r₂)/R,   cos ν = (r₁ − r₂)/R
 * </pre>
 *
 * <p>from 0 to ∞ and from 0 (beyond the second focus) to π. Derivatives follow from those of the
 * three distances by the chain rule. With d₁, d₂ the vectors from the foci, sinh² μ = 2 (r₁ r₂ +
 * d₁·d₂)/R² and sin² ν = 2 (r₁ r₂ − d₁·d₂)/R², which lose no digits near the line through the foci
 * when the small one of them is taken from |d₁ × d₂|². On the line between the foci μ, and beyond
 * them ν, has no derivatives.
 */
final class Elliptic extends PointVariable {
  private final boolean mu;
  private final double[] fixed;
  private final boolean nearestImage;

  /**
   * Makes the coordinate.
   *
   * @param points the point, or the point and the two foci
   * @param fixed x, y, z of the two foci where they are fixed, else null
   * @param mu whether it is μ or ν
   */
  Elliptic(List<Point> points, double[] fixed, boolean mu, boolean nearestImage) {
    super(points, mu ? "" : "rad");
    this.fixed = fixed == null ? null : fixed.clone();
    this.mu = mu;
    this.nearestImage = nearestImage;
  }

  @Override
  public boolean countsSharedAtoms() {
    return true;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Vectors vectors = new Vectors(in, out);
    for (int j = 0; j < in.size(); j++) {
      vectors.frame(j);
    }
  }

  /**
   * The three vectors of a frame, from the first focus to the point, from the second to the point,
   * and from the first to the second, and what follows.
   */
  private final class Vectors {
    private final PointBlock in;
    private final DerivativeBlock out;
    private final boolean curved;
    private final double[][] u = new double[3][3];
    private final double[][] v = new double[3][3];
    private final double[] length = new double[3];
    private final double[][] g = new double[3][3];
    private final double[][] w = new double[3][3];
    private final int sign = mu ? 1 : -1;
    private double sigma;
    private double slope;
    private double bend;

    Vectors(PointBlock in, DerivativeBlock out) {
      this.in = in;
      this.out = out;
      this.curved = curved(in, out);
      if (fixed != null) {
        for (int a = 0; a < 2; a++) {
          for (int b = 0; b < 2; b++) {
            w[a][b] = in.inverseMass(0);
          }
        }
        return;
      }
      int[] from = {1, 2, 1};
      int[] to = {0, 0, 2};
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          w[a][b] = inverseMass(in, from[a], to[a], from[b], to[b]);
        }
      }
    }

    void frame(int j) {
      gather(j);
      for (int a = 0; a < 3; a++) {
        length[a] = Math.sqrt(dot(u[a], u[a]));
      }
      double sine = outer(j);
      if (out.order() == 0) {
        return;
      }
      for (int a = 0; a < 3; a++) {
        for (int d = 0; d < 3; d++) {
          u[a][d] /= length[a];
        }
      }
      chain(sine);
      for (int p = 0; p < in.points(); p++) {
        out.setGradient(p, j, slope * g[p][0], slope * g[p][1], slope * g[p][2]);
      }
      if (out.order() >= 2) {
        out.laplacian()[j] = laplacian();
        if (curved) {
          out.curvature()[j] = curvature(j);
        }
      }
    }

    private void gather(int j) {
      if (fixed == null && nearestImage) {
        in.displacement(1, 0, j, u[0]);
        in.displacement(1, 2, j, u[2]);
      } else {
        for (int d = 0; d < 3; d++) {
          double x = position(0, d, j);
          double focus = fixed == null ? position(1, d, j) : fixed[d];
          double other = fixed == null ? position(2, d, j) : fixed[3 + d];
          u[0][d] = x - focus;
          u[2][d] = other - focus;
        }
      }
      for (int d = 0; d < 3; d++) {
        u[1][d] = u[0][d] - u[2][d];
      }
    }

    private double position(int point, int d, int j) {
      return in.positions()[in.offset(point) + d * in.stride() + j];
    }

    private double velocity(int point, int d, int j) {
      return in.velocities()[in.offset(point) + d * in.stride() + j];
    }

    /** Sets the value; sinh μ or sin ν, NaN where there are no derivatives. */
    private double outer(int j) {
      double product = length[0] * length[1];
      double dot = dot(u[0], u[1]);
      double x = u[0][1] * u[1][2] - u[0][2] * u[1][1];
      double y = u[0][2] * u[1][0] - u[0][0] * u[1][2];
      double z = u[0][0] * u[1][1] - u[0][1] * u[1][0];
      double cross = x * x + y * y + z * z;
      double plus = dot > 0 ? product + dot : cross / (product - dot);
      double minus = dot > 0 ? cross / (product + dot) : product - dot;
      double scale = length[2] * length[2];
      boolean exists = product > 0 && scale > 0;
      // at a focus, where the product is zero, both sinh μ and sin ν are
      double square = product > 0 ? 2 * (mu ? plus : minus) / scale : 0 * product;
      double sine = Math.sqrt(square);
      out.value()[j] = !(scale > 0) ? Double.NaN : value(sine);
      return exists && square > STRAIGHT ? sine : Double.NaN;
    }

    private double value(double sine) {
      if (!mu) {
        return Math.atan2(sine, (length[0] - length[1]) / length[2]);
      }
      // log(sinh μ + cosh μ)
      double hyperbolic = Math.sqrt(1 + sine * sine);
      return Math.log1p(sine + sine * sine / (1 + hyperbolic));
    }

    /**
     * The derivatives along σ = (r₁ ± r₂)/R, μ′ = 1/sinh μ and μ″ = −σ/sinh³ μ, or ν′ = −1/sin ν
     * and ν″ = −σ/sin³ ν, and the gradient of σ with respect to the points, which near the line is
     * a small difference of unit vectors and is kept as such.
     */
    private void chain(double sine) {
      sigma = (length[0] + sign * length[1]) / length[2];
      slope = sign / sine;
      bend = -sigma / (sine * sine * sine);
      for (int d = 0; d < 3; d++) {
        double one = u[0][d];
        double other = sign * u[1][d];
        double between = sigma * u[2][d];
        g[0][d] = (one + other) / length[2];
        g[1][d] = (between - one) / length[2];
        g[2][d] = (-between - other) / length[2];
      }
    }

    private double laplacian() {
      double metric = 0;
      for (int p = 0; p < in.points(); p++) {
        for (int q = 0; q < in.points(); q++) {
          metric += in.inverseMass(p, q) * dot(g[p], g[q]);
        }
      }
      double r = length[2];
      double along = w[0][2] * dot(u[0], u[2]) + sign * w[1][2] * dot(u[1], u[2]);
      double ofSigma =
          2 * (w[0][0] / length[0] + sign * w[1][1] / length[1]) / r - 2 * along / (r * r);
      // that of −σ/R from the length R itself, and 2σ/R² from 1/R: together nothing
      return slope * ofSigma + bend * metric;
    }

    private double curvature(int j) {
      double rate = 0;
      for (int p = 0; p < in.points(); p++) {
        for (int d = 0; d < 3; d++) {
          rate += g[p][d] * velocity(p, d, j);
        }
      }
      for (int d = 0; d < 3; d++) {
        double x = velocity(0, d, j);
        double one = fixed == null ? velocity(1, d, j) : 0;
        double other = fixed == null ? velocity(2, d, j) : 0;
        v[0][d] = x - one;
        v[1][d] = x - other;
        v[2][d] = other - one;
      }
      double r = length[2];
      double growth = dot(u[2], v[2]);
      double change = dot(u[0], v[0]) + sign * dot(u[1], v[1]);
      double ofSigma =
          (turning(0) + sign * turning(1) - sigma * turning(2)) / r
              - 2 * growth * (change - sigma * growth) / (r * r);
      return slope * ofSigma + bend * rate * rate;
    }

    /** The acceleration of a length at constant velocities, |u × ḋ|²/|d|. */
    private double turning(int a) {
      double x = u[a][1] * v[a][2] - u[a][2] * v[a][1];
      double y = u[a][2] * v[a][0] - u[a][0] * v[a][2];
      double z = u[a][0] * v[a][1] - u[a][1] * v[a][0];
      return (x * x + y * y + z * z) / length[a];
    }

    private double dot(double[] a, double[] b) {
      return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
  }
}
