package org.chikei.models.systems;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;

/** Independent oscillators of mass 1. */
final class HarmonicModes implements MechanicalModel {
  private final double[] frequencies;

  HarmonicModes(double[] frequencies) {
    this.frequencies = frequencies.clone();
  }

  @Override
  public List<ModelVariable> variables() {
    return IntStream.rangeClosed(1, frequencies.length)
        .mapToObj(i -> ModelVariable.of("q" + i))
        .toList();
  }

  @Override
  public double[] start() {
    return new double[frequencies.length];
  }

  @Override
  public double[] masses() {
    double[] masses = new double[frequencies.length];
    Arrays.fill(masses, 1);
    return masses;
  }

  @Override
  public double energy(double[] q) {
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      sum += 0.5 * frequencies[i] * frequencies[i] * q[i] * q[i];
    }
    return sum;
  }

  @Override
  public void force(double[] q, double[] force) {
    for (int i = 0; i < q.length; i++) {
      force[i] = -frequencies[i] * frequencies[i] * q[i];
    }
  }

  @Override
  public double fastest(double kT) {
    return Arrays.stream(frequencies).max().orElseThrow();
  }

  @Override
  public Optional<StateDraw> stationary(double kT) {
    return Optional.of(
        (random, q) -> {
          for (int i = 0; i < q.length; i++) {
            q[i] = Math.sqrt(kT) / frequencies[i] * random.nextGaussian();
          }
        });
  }
}
