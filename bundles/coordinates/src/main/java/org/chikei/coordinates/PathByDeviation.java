package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * The progress s along a path of structures, or the distance z from it, by the mean square
 * deviations dᵢ from each of them (optimal alignment, as a rule):
 *
 * <pre>
 *   pᵢ = exp(−λ dᵢ)/Σ exp(−λ dⱼ),   s = Σ Xᵢ pᵢ,   z = −(1/λ) ln Σ exp(−λ dᵢ)
 * </pre>
 *
 * <p>with Xᵢ = i or another property of the structures. With ⟨ ⟩ the mean by p and x = X − s,
 *
 * <pre>
 *   ∇z = ⟨∇d⟩,      z̈ = ⟨d̈⟩ − λ (⟨ḋ²⟩ − ⟨ḋ⟩²)
 *   ∇s = −λ ⟨x ∇d⟩,  s̈ = −λ ⟨x d̈⟩ + λ² (⟨x ḋ²⟩ − 2 ⟨ḋ⟩ ⟨x ḋ⟩) .
 * </pre>
 *
 * <p>One structure after the other is visited once; the sums are kept relative to the smallest
 * exponent so far, so that none overflows and not all vanish.
 */
final class PathByDeviation extends PointVariable {
  /** The exponent up to which a term may outgrow those before. */
  private static final double LARGEST_EXPONENT = 300;

  private final Rmsd[] frames;
  private final double[] properties;
  private final double lambda;
  private final boolean progress;
  private final List<String> notes;

  /**
   * Makes the coordinate.
   *
   * @param frames the mean square deviations from the structures, all of the same points
   * @param properties one number X a structure
   * @param lambda λ in 1/nm²
   * @param progress whether to give s or z
   */
  PathByDeviation(
      List<Rmsd> frames, double[] properties, double lambda, boolean progress, List<String> notes) {
    super(frames.get(0).points(), progress ? "" : "nm^2");
    this.frames = frames.toArray(new Rmsd[0]);
    this.properties = properties.clone();
    this.lambda = lambda;
    this.progress = progress;
    this.notes = List.copyOf(notes);
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Sums sums = new Sums(in, out);
    for (int i = 0; i < frames.length; i++) {
      frames[i].evaluate(in, sums.inner);
      sums.add(i);
    }
    sums.finish();
  }

  /** The sums over the structures in one block, in scratch columns of what it fills. */
  private final class Sums {
    private final PointBlock in;
    private final DerivativeBlock out;
    private final DerivativeBlock inner;
    private final int size;
    private final int components;
    private final boolean curved;

    /** The smallest d so far, and Σ w, Σ w X of w = exp(−λ (d − reference)). */
    private final double[] reference;

    private final double[] weight;
    private final double[] weights;
    private final double[] propertySums;

    /** Σ w u and Σ w X u of u = d̈, ḋ², ḋ along the velocities, and of ℓ and g. */
    private final double[][] terms = new double[5][];

    private final double[][] propertyTerms = new double[5][];

    Sums(PointBlock in, DerivativeBlock out) {
      this.in = in;
      this.out = out;
      this.inner = out.inner(in.points(), out.order());
      this.size = in.size();
      this.components = out.order() > 0 ? 3 * in.points() : 0;
      this.curved = curved(in, out);
      this.reference = out.scratch(0);
      this.weight = out.scratch(1);
      this.weights = out.scratch(2);
      this.propertySums = out.scratch(3);
      for (int k = 0; k < 5; k++) {
        terms[k] = out.scratch(4 + k);
        propertyTerms[k] = out.scratch(9 + k);
      }
      for (int k = 2; k < 14 + 2 * components; k++) {
        Arrays.fill(out.scratch(k), 0, size, 0);
      }
    }

    /** Σ w ∂d/∂x of one component, or Σ w X ∂d/∂x. */
    private double[] gradient(int component, boolean byProperty) {
      return out.scratch(14 + component + (byProperty ? components : 0));
    }

    void add(int i) {
      weigh(i);
      double property = properties[i];
      for (int j = 0; j < size; j++) {
        weights[j] += weight[j];
        propertySums[j] += property * weight[j];
      }
      for (int c = 0; c < components; c++) {
        add(inner.gradient(), c * inner.stride(), property, gradient(c, false), gradient(c, true));
      }
      if (out.order() == 2) {
        add(inner.laplacian(), 0, property, terms[3], propertyTerms[3]);
        square(property);
        if (curved) {
          add(inner.curvature(), 0, property, terms[0], propertyTerms[0]);
          rate(property);
        }
      }
    }

    /** Makes the weights of a structure, and moves the reference where they would overflow. */
    private void weigh(int i) {
      double[] d = inner.value();
      for (int j = 0; j < size; j++) {
        if (i == 0) {
          reference[j] = d[j];
        }
        double exponent = lambda * (reference[j] - d[j]);
        if (exponent > LARGEST_EXPONENT) {
          rescale(j, Math.exp(-exponent));
          reference[j] = d[j];
          exponent = 0;
        }
        weight[j] = Math.exp(exponent);
      }
    }

    private void rescale(int j, double factor) {
      for (int k = 2; k < 14 + 2 * components; k++) {
        out.scratch(k)[j] *= factor;
      }
    }

    private void add(double[] u, int from, double property, double[] sum, double[] propertySum) {
      for (int j = 0; j < size; j++) {
        double term = weight[j] * u[from + j];
        sum[j] += term;
        propertySum[j] += property * term;
      }
    }

    /** Adds g. */
    private void square(double property) {
      double[] gradient = inner.gradient();
      for (int c = 0; c < components; c++) {
        double w = in.inverseMass(c / 3);
        int from = c * inner.stride();
        for (int j = 0; j < size; j++) {
          double term = w * weight[j] * gradient[from + j] * gradient[from + j];
          terms[4][j] += term;
          propertyTerms[4][j] += property * term;
        }
      }
    }

    /** Adds ḋ and ḋ². */
    private void rate(double property) {
      double[] rate = inner.scratch(0);
      Arrays.fill(rate, 0, size, 0);
      double[] gradient = inner.gradient();
      double[] velocities = in.velocities();
      for (int c = 0; c < components; c++) {
        int from = c * inner.stride();
        int v = in.offset(c / 3) + c % 3 * in.stride();
        for (int j = 0; j < size; j++) {
          rate[j] += gradient[from + j] * velocities[v + j];
        }
      }
      add(rate, 0, property, terms[2], propertyTerms[2]);
      for (int j = 0; j < size; j++) {
        rate[j] *= rate[j];
      }
      add(rate, 0, property, terms[1], propertyTerms[1]);
    }

    void finish() {
      double[] value = out.value();
      for (int j = 0; j < size; j++) {
        value[j] =
            progress ? propertySums[j] / weights[j] : reference[j] - Math.log(weights[j]) / lambda;
        propertySums[j] /= weights[j];
      }
      if (out.order() == 0) {
        return;
      }
      for (int k = 0; k < 5; k++) {
        normalise(terms[k], propertyTerms[k]);
      }
      for (int c = 0; c < components; c++) {
        double[] mean = gradient(c, false);
        double[] covariance = gradient(c, true);
        normalise(mean, covariance);
        int to = c * out.stride();
        for (int j = 0; j < size; j++) {
          out.gradient()[to + j] = progress ? -lambda * covariance[j] : mean[j];
        }
      }
      if (out.order() == 2) {
        double[] product = inner.scratch(0);
        Arrays.fill(product, 0, size, 0);
        for (int c = 0; c < components; c++) {
          double[] mean = gradient(c, false);
          double[] other = progress ? gradient(c, true) : mean;
          double w = in.inverseMass(c / 3);
          for (int j = 0; j < size; j++) {
            product[j] += w * mean[j] * other[j];
          }
        }
        second(3, 4, product, out.laplacian());
        if (curved) {
          for (int j = 0; j < size; j++) {
            product[j] = terms[2][j] * (progress ? propertyTerms[2][j] : terms[2][j]);
          }
          second(0, 1, product, out.curvature());
        }
      }
    }

    /** Makes ⟨u⟩ and ⟨x u⟩ of the sums. */
    private void normalise(double[] sum, double[] propertySum) {
      for (int j = 0; j < size; j++) {
        sum[j] /= weights[j];
        propertySum[j] = propertySum[j] / weights[j] - propertySums[j] * sum[j];
      }
    }

    /** Puts together a second-order term. */
    private void second(int linear, int quadratic, double[] product, double[] column) {
      for (int j = 0; j < size; j++) {
        column[j] =
            progress
                ? -lambda * propertyTerms[linear][j]
                    + lambda * lambda * (propertyTerms[quadratic][j] - 2 * product[j])
                : terms[linear][j] - lambda * (terms[quadratic][j] - product[j]);
      }
    }
  }
}
