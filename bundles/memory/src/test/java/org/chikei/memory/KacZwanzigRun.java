package org.chikei.memory;

import java.util.Arrays;
import java.util.Random;

/**
 * A particle in h (x² − 1)² tied to oscillators whose kernel is close to (γ/τ) exp(−t/τ), followed
 * by velocity Verlet from canonical initial conditions.
 */
final class KacZwanzigRun {
  private static final int OSCILLATORS = 64;

  private final double h;
  private final double[] springs;
  private final double[] frequencies;

  KacZwanzigRun(double h, double gamma, double tau) {
    this.h = h;
    double[] all = new double[OSCILLATORS];
    Arrays.setAll(all, i -> Math.tan(Math.PI * (i + 0.5) / (2 * OSCILLATORS)) / tau);
    this.frequencies = Arrays.stream(all).filter(w -> w < 60).toArray();
    this.springs = new double[frequencies.length];
    Arrays.fill(springs, gamma / (OSCILLATORS * tau));
  }

  double kernel(double t) {
    double sum = 0;
    for (int i = 0; i < springs.length; i++) {
      sum += springs[i] * Math.cos(frequencies[i] * t);
    }
    return sum;
  }

  double force(double x) {
    return -4 * h * x * (x * x - 1);
  }

  /** x, v and a of all segments, one after the other, at kT = 1. */
  double[][] run(int segments, int frames, double spacing, int substeps, long seed) {
    double[][] out = new double[3][segments * frames];
    Random random = new Random(seed);
    int n = springs.length;
    double[] y = new double[n];
    double[] p = new double[n];
    double[] kick = new double[n];
    double dt = spacing / substeps;
    for (int i = 0; i < n; i++) {
      kick[i] = frequencies[i] * frequencies[i] * dt;
    }
    for (int s = 0; s < segments; s++) {
      double x = draw(random);
      double v = random.nextGaussian();
      for (int i = 0; i < n; i++) {
        y[i] = x + random.nextGaussian() / Math.sqrt(springs[i]);
        p[i] = random.nextGaussian() * frequencies[i] / Math.sqrt(springs[i]);
      }
      double a = acceleration(x, y);
      for (int j = 0; j < frames; j++) {
        out[0][s * frames + j] = x;
        out[1][s * frames + j] = v;
        out[2][s * frames + j] = a;
        for (int k = 0; k < substeps; k++) {
          double xNext = x + dt * v + dt * dt / 2 * a;
          for (int i = 0; i < n; i++) {
            p[i] += kick[i] / 2 * (x - y[i]);
            y[i] += dt * p[i];
            p[i] += kick[i] / 2 * (xNext - y[i]);
          }
          double aNext = acceleration(xNext, y);
          v += dt / 2 * (a + aNext);
          x = xNext;
          a = aNext;
        }
      }
    }
    return out;
  }

  private double acceleration(double x, double[] y) {
    double pull = 0;
    for (int i = 0; i < y.length; i++) {
      pull += springs[i] * (x - y[i]);
    }
    return force(x) - pull;
  }

  private double draw(Random random) {
    while (true) {
      double x = 4 * random.nextDouble() - 2;
      double d = x * x - 1;
      if (random.nextDouble() < Math.exp(-h * d * d)) {
        return x;
      }
    }
  }
}
