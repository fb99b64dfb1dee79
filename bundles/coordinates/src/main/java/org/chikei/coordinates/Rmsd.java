package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The root of the mean square deviation from a reference structure r, f = Σ wᵢ |dᵢ|², or f itself.
 * With y = x − Σ a x, r centred alike, and Q the rotation of the {@link Superposition} (or none),
 *
 * <pre>
 *   d  = y − Q r,   f = Σ w |y|² + Σ w |r|² − 2 Σ bᵢ·Qᵀyᵢ,   bᵢ = wᵢ rᵢ − aᵢ Σ w r
 *   ∇ᵢf = 2 (wᵢ dᵢ − aᵢ Σ w d − aᵢ Q (u × rᵢ))
 * </pre>
 *
 * <p>where u, and all second-order terms that come from the turning of Q, are those of the {@link
 * AlignedSum} of b. Where the weights a of the alignment and w of the displacement are the same, Σ
 * w d = 0 and u = 0.
 */
final class Rmsd extends PointVariable {
  /** The part of the size of the reference up to which a deviation is only rounding. */
  private static final double NOISE = 1e-12;

  private final Alignment alignment;
  private final double[] weights;
  private final double[] vectors;
  private final Fitting fitting;
  private final boolean even;
  private final boolean squared;
  private final boolean nearestImage;

  /**
   * Makes the coordinate.
   *
   * @param points the points
   * @param alignment the reference and the weights of the alignment
   * @param displacementWeights one weight a point for the displacement, of any positive sum
   * @param fitting how the reference is laid over the points; where it is not, the weights of the
   *     alignment do not matter
   * @param squared whether the root is left out
   * @param nearestImage whether to make the molecule whole
   */
  Rmsd(
      List<Point> points,
      Alignment alignment,
      double[] displacementWeights,
      Fitting fitting,
      boolean squared,
      boolean nearestImage) {
    super(points, squared ? "nm^2" : "nm");
    this.alignment = alignment;
    double sum = Arrays.stream(displacementWeights).sum();
    this.weights = Arrays.stream(displacementWeights).map(w -> w / sum).toArray();
    this.even = fitting == Fitting.NONE || Arrays.equals(weights, alignment.weights());
    double[] products = new double[3 * weights.length];
    for (int k = 0; k < products.length; k++) {
      products[k] = weights[k / 3] * alignment.reference()[k];
    }
    this.vectors = even ? alignment.torques() : AlignedSum.centred(alignment, products);
    this.fitting = fitting;
    this.squared = squared;
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Conformation y =
        fitting == Fitting.NONE
            ? new Conformation(in, out)
            : new Conformation(in, alignment.weights(), nearestImage, out);
    int free = Conformation.scratch(in.points());
    if (out.order() == 2) {
      Arrays.fill(out.laplacian(), 0, in.size(), laplacian(in));
      if (in.velocities() != null) {
        curvature(in, out, free);
      }
    }
    Fit fit = null;
    if (fitting == Fitting.OPTIMAL) {
      fit = new Fit(alignment, vectors, in, out, y, free);
      fit.solve(-2);
    }
    displace(in.size(), y, fit, out, free + Fit.SCRATCH);
    if (!squared) {
      double noise = NOISE * alignment.size();
      Root.replace(in, out, free, noise * noise);
    }
  }

  /** Sums the squares of the displacements d, and makes the gradient of them. */
  private void displace(int size, Conformation y, Fit fit, DerivativeBlock out, int free) {
    double[] value = out.value();
    Arrays.fill(value, 0, size, 0);
    double[] d = out.scratch(free);
    double[] shift = out.scratch(free + 1);
    double[] r = fitting == Fitting.NONE ? alignment.positions() : alignment.reference();
    for (int row = 0; row < 3; row++) {
      Arrays.fill(shift, 0, size, 0);
      for (int p = 0; p < weights.length; p++) {
        double[] column = y.column(p, row);
        if (fit == null) {
          double still = r[3 * p + row];
          for (int j = 0; j < size; j++) {
            d[j] = column[j] - still;
          }
        } else {
          System.arraycopy(column, 0, d, 0, size);
          fit.rotation().add(row, -1, r, p, size, d, 0);
        }
        double weight = weights[p];
        for (int j = 0; j < size; j++) {
          value[j] += weight * d[j] * d[j];
        }
        if (out.order() >= 1) {
          int to = (3 * p + row) * out.stride();
          double[] gradient = out.gradient();
          for (int j = 0; j < size; j++) {
            gradient[to + j] = 2 * weight * d[j];
            shift[j] += weight * d[j];
          }
        }
      }
      if (out.order() >= 1 && !even) {
        follow(row, size, fit, shift, out);
      }
    }
    if (out.order() >= 1 && even && fit != null) {
      forget(size, fit.certain(), out);
    }
  }

  /** Takes from the gradient what goes to the centre and to the rotation. */
  private void follow(int row, int size, Fit fit, double[] shift, DerivativeBlock out) {
    double[] gradient = out.gradient();
    for (int p = 0; p < weights.length; p++) {
      double twice = 2 * alignment.weights()[p];
      int to = (3 * p + row) * out.stride();
      for (int j = 0; j < size; j++) {
        gradient[to + j] -= twice * shift[j];
      }
      if (fit != null) {
        fit.turning().add(row, -twice, alignment.reference(), p, size, gradient, to);
      }
    }
  }

  /** Removes the gradient where the rotation is one of several. */
  private static void forget(int size, double[] certain, DerivativeBlock out) {
    for (int j = 0; j < size; j++) {
      if (Double.isNaN(certain[j])) {
        for (int p = 0; p < out.points(); p++) {
          out.setGradient(p, j, Double.NaN, Double.NaN, Double.NaN);
        }
      }
    }
  }

  /** The Laplacian of Σ w |y|². */
  private double laplacian(PointBlock in) {
    double sum = 0;
    for (int p = 0; p < weights.length; p++) {
      double a = centring(p);
      sum += 6 * in.inverseMass(p) * (weights[p] - 2 * weights[p] * a + a * a);
    }
    return sum;
  }

  /** How much of the centre moves with a point. */
  private double centring(int p) {
    return fitting == Fitting.NONE ? 0 : alignment.weights()[p];
  }

  /** The vᵀHv of Σ w |y|². */
  private void curvature(PointBlock in, DerivativeBlock out, int free) {
    int size = in.size();
    double[] velocities = in.velocities();
    double[] curvature = out.curvature();
    double[] mean = out.scratch(free);
    Arrays.fill(curvature, 0, size, 0);
    for (int d = 0; d < 3; d++) {
      Arrays.fill(mean, 0, size, 0);
      for (int p = 0; p < weights.length; p++) {
        int from = in.offset(p) + d * in.stride();
        double a = centring(p);
        for (int j = 0; j < size; j++) {
          mean[j] += a * velocities[from + j];
        }
      }
      for (int p = 0; p < weights.length; p++) {
        int from = in.offset(p) + d * in.stride();
        double twice = 2 * weights[p];
        for (int j = 0; j < size; j++) {
          double relative = velocities[from + j] - mean[j];
          curvature[j] += twice * relative * relative;
        }
      }
    }
  }
}
