package org.chikei.models.dynamics;

import java.util.random.RandomGenerator;
import org.chikei.api.model.FirstOrderModel;

/**
 * ż = f(z): by the classical Runge–Kutta scheme of fourth order without noise, by Heun's scheme for
 * additive noise with it.
 */
final class FirstOrderMotion implements Motion {
  private final FirstOrderModel model;
  private final Steps steps;
  private final RandomGenerator random;
  private final double[] noise;
  private final boolean noisy;
  private final double[] z;
  private final double[] rate;
  private final double[] trial;
  private final double[] k1;
  private final double[] k2;
  private final double[] k3;
  private final double[] k4;

  FirstOrderMotion(FirstOrderModel model, Steps steps, double[] state, RandomGenerator random) {
    this.model = model;
    this.steps = steps;
    this.random = random;
    this.noise = model.noise();
    boolean any = false;
    for (double sigma : noise) {
      any |= sigma != 0;
    }
    this.noisy = any;
    int n = state.length;
    this.z = state.clone();
    this.rate = new double[n];
    this.trial = new double[n];
    this.k1 = new double[n];
    this.k2 = new double[n];
    this.k3 = new double[n];
    this.k4 = new double[n];
  }

  @Override
  public double[] positions() {
    return z;
  }

  @Override
  public double[] velocities() {
    if (noisy) {
      return null;
    }
    model.rate(z, rate);
    return rate;
  }

  @Override
  public void advance() {
    for (int k = 0; k < steps.number(); k++) {
      if (noisy) {
        heun(steps.length());
      } else {
        rungeKutta(steps.length());
      }
    }
  }

  private void rungeKutta(double h) {
    model.rate(z, k1);
    model.rate(moved(k1, h / 2), k2);
    model.rate(moved(k2, h / 2), k3);
    model.rate(moved(k3, h), k4);
    for (int a = 0; a < z.length; a++) {
      z[a] += h / 6 * (k1[a] + 2 * k2[a] + 2 * k3[a] + k4[a]);
    }
  }

  private double[] moved(double[] slope, double h) {
    for (int a = 0; a < z.length; a++) {
      trial[a] = z[a] + h * slope[a];
    }
    return trial;
  }

  private void heun(double h) {
    double root = Math.sqrt(h);
    model.rate(z, k1);
    for (int a = 0; a < z.length; a++) {
      k3[a] = root * noise[a] * random.nextGaussian();
      trial[a] = z[a] + h * k1[a] + k3[a];
    }
    model.rate(trial, k2);
    for (int a = 0; a < z.length; a++) {
      z[a] += h / 2 * (k1[a] + k2[a]) + k3[a];
    }
  }
}
