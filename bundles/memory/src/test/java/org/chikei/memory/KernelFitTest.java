package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelFitTest {

  private static double[] kernel(int size, double step, KernelFit.Term... terms) {
    double[] kernel = new double[size];
    for (int k = 0; k < size; k++) {
      for (KernelFit.Term term : terms) {
        kernel[k] += term.value(k * step);
      }
    }
    return kernel;
  }

  @Test
  void oneDecayIsFoundAndNoMore() {
    double[] kernel = kernel(80, 0.05, new KernelFit.Term(8, 0, 0.5, 0));
    KernelFit fit = KernelFit.of(kernel, 0.05, 0.8, new double[kernel.length]);
    assertEquals(8, fit.terms().get(0).cosine(), 1e-2);
    assertEquals(0.5, fit.terms().get(0).time(), 1e-3);
    assertTrue(fit.distance() < 1e-3, fit.toString());
  }

  @Test
  void aFastAndASlowDecayAreToldApart() {
    double[] kernel =
        kernel(300, 0.01, new KernelFit.Term(100, 0, 0.05, 0), new KernelFit.Term(10, 0, 0.8, 0));
    KernelFit fit = KernelFit.of(kernel, 0.01, 0.06, new double[kernel.length]);
    assertTrue(fit.distance() < 3e-3, fit.toString());
  }

  @Test
  void aSwingKeepsItsFrequency() {
    double[] kernel = kernel(150, 0.02, new KernelFit.Term(5, 1, 0.6, 7));
    KernelFit fit = KernelFit.of(kernel, 0.02, 0.3, new double[kernel.length]);
    assertTrue(fit.distance() < 3e-3, fit.toString());
    assertTrue(
        fit.terms().stream().anyMatch(t -> Math.abs(t.frequency() - 7) < 0.1), fit.toString());
  }

  /** The integrals are a τ and (a/τ + bω)/(1/τ² + ω²). */
  @Test
  void theFrictionIsTheIntegralOfTheTerms() {
    assertEquals(4, new KernelFit.Term(8, 0, 0.5, 0).integral(), 1e-12);
    KernelFit.Term swing = new KernelFit.Term(5, 1, 0.6, 7);
    double sum = 0;
    for (int k = 0; k < 2_000_000; k++) {
      sum += 1e-5 * swing.value((k + 0.5) * 1e-5);
    }
    assertEquals(sum, swing.integral(), 1e-7);
    double[] kernel = kernel(150, 0.02, swing);
    assertEquals(sum, KernelFit.of(kernel, 0.02, 0.3, new double[150]).friction(), 3e-3 * sum);
  }

  @Test
  void theFrictionFollowsSmallChangesOfTheKernel() {
    follows(new KernelFit.Term(8, 0, 0.5, 0));
    follows(new KernelFit.Term(5, 0.5, 0.6, 7));
  }

  private static void follows(KernelFit.Term term) {
    double[] kernel = kernel(150, 0.02, term);
    double[] errors = new double[150];
    KernelFit fit = KernelFit.of(kernel, 0.02, 0.3, errors);
    for (double slope : new double[] {-1, 1, 3}) {
      double[] changed = kernel.clone();
      for (int k = 0; k < changed.length; k++) {
        changed[k] += 1e-3 * kernel[0] * Math.cos(slope * k * 0.02);
      }
      double refitted = KernelFit.of(changed, 0.02, 0.3, errors).friction();
      double change = refitted - fit.friction();
      // second order in a change of a thousandth, and where the search ends
      assertEquals(change, fit.frictionOf(changed) - fit.friction(), 0.03 * Math.abs(change));
    }
  }

  @Test
  void nothingFittedHasNoFriction() {
    assertEquals(0, FrictionResponse.of(List.of(), new double[] {1, 1}, 0.1)[0]);
  }
}
