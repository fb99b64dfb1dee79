package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingTest {

  /** ⟨v(t) v(0)⟩ of a free particle, from the transition alone. */
  private static double[] velocityCorrelation(Embedding embedding, double square, int steps) {
    double[] state = new double[embedding.size()];
    state[0] = square;
    double[] correlation = new double[steps + 1];
    for (int k = 0; k <= steps; k++) {
      correlation[k] = state[0];
      state = new Array2DRowRealMatrix(embedding.transition(), false).operate(state);
    }
    return correlation;
  }

  @ParameterizedTest
  @CsvSource({"4, 0.5, 1, 0.05", "100, 0.3, 2.5, 0.01", "1.5, 2, 0.3, 0.2"})
  void aParticleWithOneDecayHasItsClosedForm(double a, double tau, double square, double step) {
    Embedding embedding = Embedding.of(List.of(new KernelFit.Term(a, 0, tau, 0)), square, step);
    double omega = Math.sqrt(a - 0.25 / (tau * tau));
    double[] correlation = velocityCorrelation(embedding, square, 50);
    for (int k = 0; k <= 50; k++) {
      double t = k * step;
      double exact =
          Math.exp(-t / (2 * tau))
              * (Math.cos(omega * t) + Math.sin(omega * t) / (2 * tau * omega));
      assertEquals(square * exact, correlation[k], 1e-11 * square);
    }
  }

  /** Against dC/dt = −∫Γ C, by trapezoids in steps so small that they err by less than 1e-5. */
  @Test
  void aMixtureOfDecaysAndSwingsHasTheCorrelationOfItsKernel() {
    double extreme = 3 / (0.4 * 6);
    List<KernelFit.Term> terms =
        List.of(
            new KernelFit.Term(2, 0, 0.2, 0),
            new KernelFit.Term(3, extreme, 0.4, 6),
            new KernelFit.Term(1, -1 / (0.8 * 2), 0.8, 2));
    int fine = 20;
    double step = 0.1;
    double h = step / fine;
    int n = 20 * fine;
    double[] c = new double[n + 1];
    double[] slope = new double[n + 1];
    double atZero = kernel(terms, 0);
    c[0] = 1;
    for (int i = 1; i <= n; i++) {
      double sum = 0.5 * kernel(terms, i * h) * c[0];
      for (int j = 1; j < i; j++) {
        sum += kernel(terms, (i - j) * h) * c[j];
      }
      // c_i = c_{i−1} + h (slope_{i−1} + slope_i)/2, slope_i = −h (sum + Γ(0) c_i/2)
      c[i] = (c[i - 1] + h / 2 * (slope[i - 1] - h * sum)) / (1 + h * h / 4 * atZero);
      slope[i] = -h * (sum + atZero * c[i] / 2);
    }
    double[] correlation = velocityCorrelation(Embedding.of(terms, 1, step), 1, 20);
    for (int k = 0; k <= 20; k++) {
      assertEquals(c[k * fine], correlation[k], 2e-4);
    }
  }

  private static double kernel(List<KernelFit.Term> terms, double t) {
    return terms.stream().mapToDouble(term -> term.value(t)).sum();
  }

  /** A negative variance would be cut off by the root, and the covariance not be kept. */
  @ParameterizedTest
  @CsvSource({"0", "1", "-1", "0.4", "-0.7"})
  void everyTermKeepsItsCovariance(double part) {
    double tau = 0.7;
    double omega = 3;
    List<KernelFit.Term> terms =
        List.of(
            new KernelFit.Term(5, part * 5 / (omega * tau), tau, omega),
            new KernelFit.Term(2, 0, 0.1, 0));
    Embedding embedding = Embedding.of(terms, 1.7, 0.03);
    RealMatrix transition = new Array2DRowRealMatrix(embedding.transition(), false);
    RealMatrix noise = new Array2DRowRealMatrix(embedding.noise(), false);
    RealMatrix stationary = new Array2DRowRealMatrix(embedding.stationary(), false);
    RealMatrix kept = stationary.multiply(stationary.transpose());
    RealMatrix next =
        transition
            .multiply(kept)
            .multiply(transition.transpose())
            .add(noise.multiply(noise.transpose()));
    assertEquals(0, next.subtract(kept).getNorm(), 1e-12 * kept.getNorm());
    assertEquals(1.7, kept.getEntry(0, 0), 1e-12);
    assertEquals(5 * 1.7, kept.getEntry(1, 1), 1e-11);
  }
}
