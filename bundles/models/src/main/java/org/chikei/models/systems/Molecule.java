package org.chikei.models.systems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;
import org.chikei.models.sampling.LineDensity;

/** Atoms in a row in space: stiff bonds, angles free or on springs, free torsions. */
record Molecule(int atoms, double bond, double stiffness, double bend, double angle)
    implements MechanicalModel {

  @Override
  public List<ModelVariable> variables() {
    List<ModelVariable> variables = new ArrayList<>();
    for (int i = 1; i <= atoms; i++) {
      for (String axis : new String[] {"x", "y", "z"}) {
        variables.add(ModelVariable.of(axis + i));
      }
    }
    return variables;
  }

  @Override
  public double[] start() {
    double[] q = new double[3 * atoms];
    for (int i = 0; i < atoms; i++) {
      q[3 * i] = i * bond * Math.sin(angle / 2);
      q[3 * i + 1] = i % 2 * bond * Math.cos(angle / 2);
    }
    return q;
  }

  @Override
  public double[] masses() {
    double[] masses = new double[3 * atoms];
    Arrays.fill(masses, 1);
    return masses;
  }

  @Override
  public double energy(double[] q) {
    double sum = 0;
    for (int i = 0; i + 1 < atoms; i++) {
      double stretch = Math.sqrt(dot(q, i, i)) - bond;
      sum += 0.5 * stiffness * stretch * stretch;
    }
    for (int i = 0; bend > 0 && i + 2 < atoms; i++) {
      double opening = theta(q, i) - angle;
      sum += 0.5 * bend * opening * opening;
    }
    return sum;
  }

  /** The product of the bond vectors that begin at two atoms. */
  private static double dot(double[] q, int i, int j) {
    double sum = 0;
    for (int d = 0; d < 3; d++) {
      sum += (q[3 * i + 3 + d] - q[3 * i + d]) * (q[3 * j + 3 + d] - q[3 * j + d]);
    }
    return sum;
  }

  private static double theta(double[] q, int i) {
    double cosine = -dot(q, i, i + 1) / Math.sqrt(dot(q, i, i) * dot(q, i + 1, i + 1));
    return Math.acos(Math.max(-1, Math.min(1, cosine)));
  }

  @Override
  public void force(double[] q, double[] force) {
    Arrays.fill(force, 0);
    for (int i = 0; i + 1 < atoms; i++) {
      double length = Math.sqrt(dot(q, i, i));
      double factor = stiffness * (length - bond) / length;
      for (int d = 0; d < 3; d++) {
        double pull = factor * (q[3 * i + 3 + d] - q[3 * i + d]);
        force[3 * i + d] += pull;
        force[3 * i + 3 + d] -= pull;
      }
    }
    for (int i = 0; bend > 0 && i + 2 < atoms; i++) {
      bend(q, i, force);
    }
  }

  private void bend(double[] q, int i, double[] force) {
    double aa = dot(q, i, i);
    double bb = dot(q, i + 1, i + 1);
    double ab = dot(q, i, i + 1);
    double root = Math.sqrt(aa * bb);
    double cosine = Math.max(-1, Math.min(1, -ab / root));
    double sine = Math.sqrt(Math.max(1e-300, 1 - cosine * cosine));
    // −dV/dcos θ = bend (θ − angle)/sin θ
    double factor = bend * (Math.acos(cosine) - angle) / sine;
    for (int d = 0; d < 3; d++) {
      double a = q[3 * i + 3 + d] - q[3 * i + d];
      double b = q[3 * i + 6 + d] - q[3 * i + 3 + d];
      double first = factor * (-b / root - cosine * a / aa);
      double second = factor * (-a / root - cosine * b / bb);
      force[3 * i + d] -= first;
      force[3 * i + 3 + d] += first - second;
      force[3 * i + 6 + d] += second;
    }
  }

  @Override
  public double fastest(double kT) {
    return 2 * Math.sqrt(stiffness) + 4 * Math.sqrt(bend) / bond;
  }

  @Override
  public Optional<StateDraw> stationary(double kT) {
    double reach = Math.min(bond * (1 - 1e-9), 10 * Math.sqrt(kT / stiffness));
    LineDensity lengths =
        new LineDensity(
            r -> 2 * Math.log(r) - 0.5 * stiffness * (r - bond) * (r - bond) / kT,
            bond - reach,
            bond + 10 * Math.sqrt(kT / stiffness));
    LineDensity angles =
        new LineDensity(
            t -> Math.log(Math.sin(t)) - 0.5 * bend * (t - angle) * (t - angle) / kT, 0, Math.PI);
    return Optional.of((random, q) -> build(lengths, angles, random, q));
  }

  private void build(LineDensity lengths, LineDensity angles, RandomGenerator random, double[] q) {
    double[] axis = new double[3];
    Arrays.fill(q, 0);
    direction(random, axis);
    for (int i = 0; i + 1 < atoms; i++) {
      if (i > 0) {
        turn(random, Math.PI - angles.draw(random), axis);
      }
      double length = lengths.draw(random);
      for (int d = 0; d < 3; d++) {
        q[3 * i + 3 + d] = q[3 * i + d] + length * axis[d];
      }
    }
  }

  private static void direction(RandomGenerator random, double[] axis) {
    double square = 0;
    for (int d = 0; d < 3; d++) {
      axis[d] = random.nextGaussian();
      square += axis[d] * axis[d];
    }
    for (int d = 0; d < 3; d++) {
      axis[d] /= Math.sqrt(square);
    }
  }

  /** Turns a direction by an angle, about no axis in particular. */
  private static void turn(RandomGenerator random, double by, double[] axis) {
    double[] other = new double[3];
    direction(random, other);
    double along = 0;
    for (int d = 0; d < 3; d++) {
      along += other[d] * axis[d];
    }
    double square = 0;
    for (int d = 0; d < 3; d++) {
      other[d] -= along * axis[d];
      square += other[d] * other[d];
    }
    for (int d = 0; d < 3; d++) {
      axis[d] = Math.cos(by) * axis[d] + Math.sin(by) * other[d] / Math.sqrt(square);
    }
  }
}
