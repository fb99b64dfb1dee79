package org.chikei.api.coordinate;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A coordinate h(R₁ … Rₖ) of other coordinates. It knows nothing of atoms: gradients and
 * second-order terms follow from its own first and second derivatives by the chain rule,
 *
 * <pre>
 *   vᵀHv = Σ h_a (vᵀH_a v) + Σ h_ab Ṙ_a Ṙ_b,      ℓ = Σ h_a ℓ_a + Σ h_ab g_ab .
 * </pre>
 *
 * <p>Implementations hold no state that changes: one instance serves all threads.
 */
@ConsumerType
public non-sealed interface CompositeVariable extends Coordinate {

  /**
   * The coordinates that it is made of, as they came with the {@link CoordinateRequest}.
   *
   * @return R₁ … Rₖ
   */
  List<Coordinate> components();

  /**
   * Evaluates h and its derivatives for many frames.
   *
   * @param size the number of frames
   * @param components the values of the components: {@code components[a][j]} is R_a in frame j
   * @param value receives h: {@code value[j]}
   * @param first receives ∂h/∂R_a: {@code first[a][j]}
   * @param second receives ∂²h/∂R_a∂R_b: {@code second[a][b][j]} for {@code b <= a}; null where it
   *     is not wanted. It comes filled with zeros, so that a linear function has nothing to do.
   */
  void evaluate(
      int size, double[][] components, double[] value, double[][] first, double[][][] second);

  @Override
  default int order() {
    return 2;
  }
}
