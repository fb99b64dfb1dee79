package org.chikei.models.systems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;
import org.chikei.models.sampling.LineDensity;

/** A particle in h (x² − 1)² tied to oscillators. */
final class KacZwanzig implements MechanicalModel {
  private final double h;
  private final double[] springs;
  private final double[] frequencies;

  KacZwanzig(double h, int oscillators, double gamma, double tau, double highest) {
    this.h = h;
    double[] all =
        IntStream.range(0, oscillators)
            .mapToDouble(i -> Math.tan(Math.PI * (i + 0.5) / (2.0 * oscillators)) / tau)
            .filter(w -> w <= highest)
            .toArray();
    this.frequencies = all;
    this.springs = new double[all.length];
    Arrays.fill(springs, gamma / (oscillators * tau));
  }

  /** Γ(t) = Σ k_i cos ω_i t. */
  double kernel(double t) {
    double sum = 0;
    for (int i = 0; i < springs.length; i++) {
      sum += springs[i] * Math.cos(frequencies[i] * t);
    }
    return sum;
  }

  @Override
  public List<ModelVariable> variables() {
    List<ModelVariable> variables = new ArrayList<>();
    variables.add(ModelVariable.of("x"));
    for (int i = 1; i <= springs.length; i++) {
      variables.add(ModelVariable.of("y" + i));
    }
    return variables;
  }

  @Override
  public double[] start() {
    double[] q = new double[springs.length + 1];
    Arrays.fill(q, -1);
    return q;
  }

  @Override
  public double[] masses() {
    double[] masses = new double[springs.length + 1];
    masses[0] = 1;
    for (int i = 0; i < springs.length; i++) {
      masses[i + 1] = springs[i] / (frequencies[i] * frequencies[i]);
    }
    return masses;
  }

  @Override
  public double energy(double[] q) {
    double d = q[0] * q[0] - 1;
    double sum = h * d * d;
    for (int i = 0; i < springs.length; i++) {
      double stretch = q[0] - q[i + 1];
      sum += 0.5 * springs[i] * stretch * stretch;
    }
    return sum;
  }

  @Override
  public void force(double[] q, double[] force) {
    double x = q[0];
    double pull = 0;
    for (int i = 0; i < springs.length; i++) {
      double tension = springs[i] * (x - q[i + 1]);
      force[i + 1] = tension;
      pull += tension;
    }
    force[0] = -4 * h * x * (x * x - 1) - pull;
  }

  @Override
  public double fastest(double kT) {
    double q = Math.sqrt(1 + Math.sqrt(5 * kT / h));
    double own = 4 * h * (3 * q * q - 1) + Arrays.stream(springs).sum();
    return Math.max(Math.sqrt(own), Arrays.stream(frequencies).max().orElse(0));
  }

  @Override
  public Optional<StateDraw> stationary(double kT) {
    double farthest = Math.sqrt(1 + Math.sqrt(45 * kT / h));
    LineDensity density =
        new LineDensity(x -> -h * (x * x - 1) * (x * x - 1) / kT, -farthest, farthest);
    return Optional.of(
        (random, q) -> {
          q[0] = density.draw(random);
          for (int i = 0; i < springs.length; i++) {
            q[i + 1] = q[0] + Math.sqrt(kT / springs[i]) * random.nextGaussian();
          }
        });
  }
}
