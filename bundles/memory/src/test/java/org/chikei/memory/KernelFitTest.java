package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
