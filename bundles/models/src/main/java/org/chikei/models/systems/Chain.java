package org.chikei.models.systems;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;

/** Masses in a row between two walls: V = Σ k d²/2 + α d³/3 + β d⁴/4. */
record Chain(int size, double k, double alpha, double beta) implements MechanicalModel {

  @Override
  public List<ModelVariable> variables() {
    return IntStream.rangeClosed(1, size).mapToObj(i -> ModelVariable.of("q" + i)).toList();
  }

  @Override
  public double[] start() {
    return new double[size];
  }

  @Override
  public double[] masses() {
    double[] masses = new double[size];
    Arrays.fill(masses, 1);
    return masses;
  }

  @Override
  public double energy(double[] q) {
    double sum = 0;
    double left = 0;
    for (int i = 0; i <= size; i++) {
      double right = i < size ? q[i] : 0;
      double d = right - left;
      sum += d * d * (k / 2 + d * (alpha / 3 + d * beta / 4));
      left = right;
    }
    return sum;
  }

  @Override
  public void force(double[] q, double[] force) {
    double pull = tension(q[0]);
    for (int i = 0; i < size; i++) {
      double next = tension((i + 1 < size ? q[i + 1] : 0) - q[i]);
      force[i] = next - pull;
      pull = next;
    }
  }

  private double tension(double d) {
    return d * (k + d * (alpha + d * beta));
  }

  @Override
  public double fastest(double kT) {
    // a spring that holds 10 kT is stretched by less than either of these
    double d = Math.min(Math.sqrt(20 * kT / k), beta > 0 ? Math.pow(40 * kT / beta, 0.25) : 1e300);
    return 2 * Math.sqrt(k + 2 * Math.abs(alpha) * d + 3 * beta * d * d);
  }

  @Override
  public Optional<StateDraw> stationary(double kT) {
    return alpha != 0 || beta != 0
        ? Optional.empty()
        : Optional.of((random, q) -> drawModes(kT, random, q));
  }

  private void drawModes(double kT, RandomGenerator random, double[] q) {
    // normal modes sin(π i j/(n + 1)) with ω_j² = 4 k sin²(π j/2(n + 1))
    Arrays.fill(q, 0);
    for (int j = 1; j <= size; j++) {
      double angle = Math.PI * j / (size + 1);
      double omega = 2 * Math.sqrt(k) * Math.sin(angle / 2);
      double amplitude =
          Math.sqrt(kT) / omega * Math.sqrt(2.0 / (size + 1)) * random.nextGaussian();
      for (int i = 1; i <= size; i++) {
        q[i - 1] += amplitude * Math.sin(angle * i);
      }
    }
  }
}
