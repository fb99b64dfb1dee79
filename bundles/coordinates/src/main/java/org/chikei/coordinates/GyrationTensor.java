package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * A function f of the eigenvalues λ₁ ≥ λ₂ ≥ λ₃ of the gyration tensor G = Σ wᵢ yᵢ yᵢᵀ, y = x − Σ w
 * x, the weights summing to 1; or its root. With eₖ the eigenvectors, fₖ and fₖₗ the derivatives of
 * f, and Γₖₗ = (fₖ − fₗ)/(λₖ − λₗ),
 *
 * <pre>
 *   ∇ᵢf  = 2 wᵢ Σ fₖ eₖ (eₖ·yᵢ)
 *   vᵀHv = 2 Σ fₖ Σ wᵢ (eₖ·ẏᵢ)² + Σ_k≠l Γₖₗ Ġₖₗ² + Σ fₖₗ Ġₖₖ Ġₗₗ,   Ġₖₗ = eₖᵀ Ġ eₗ
 *   ℓ    = 2 Σ fₖ Σ wᵢ (1 − wᵢ)/mᵢ + Σ (4 fₖₖ + 2 Σ_l≠k Γₖₗ) Σ wᵢ² (eₖ·yᵢ)²/mᵢ
 * </pre>
 *
 * <p>by perturbation theory. Where two eigenvalues are equal and f tells them apart there is a
 * value and no derivatives.
 */
final class GyrationTensor extends PointVariable {
  /** The part of the trace up to which f counts as zero where its root is taken. */
  private static final double FLAT = 1e-20;

  private final double[] weights;
  private final ShapeInvariant invariant;
  private final boolean root;
  private final boolean nearestImage;

  GyrationTensor(
      List<Point> points,
      double[] weights,
      ShapeInvariant invariant,
      boolean root,
      boolean nearestImage) {
    super(points, invariant.isNumber() ? "" : root ? "nm" : "nm^2");
    double sum = Arrays.stream(weights).sum();
    this.weights = Arrays.stream(weights).map(w -> w / sum).toArray();
    this.invariant = invariant;
    this.root = root;
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Conformation y = new Conformation(in, weights, nearestImage, out);
    PrincipalFrame frame = new PrincipalFrame(in, y, weights);
    double[] first = new double[3];
    double[] ratios = new double[3];
    double[] second = new double[9];
    for (int j = 0; j < in.size(); j++) {
      frame.moveTo(j);
      out.value()[j] = invariant.value(frame.values());
      if (out.order() == 0) {
        continue;
      }
      invariant.derivatives(frame.values(), first, ratios, second);
      if (root && !(out.value()[j] > FLAT * frame.trace())) {
        Arrays.fill(first, Double.NaN);
      }
      for (int p = 0; p < weights.length; p++) {
        frame.gradient(p, first, out);
      }
      if (out.order() == 2) {
        out.laplacian()[j] = frame.laplacian(first, ratios, second);
        if (in.velocities() != null) {
          out.curvature()[j] = frame.curvature(first, ratios, second);
        }
      }
    }
    if (root) {
      Root.replace(in, out, Conformation.scratch(in.points()), 0);
    }
  }
}
