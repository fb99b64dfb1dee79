package org.chikei.models.systems;

import java.util.List;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;

/** F = −k q + Ω (−q2, q1): a trap whose force turns round. */
record RotatingTrap(double k, double rotation) implements MechanicalModel {

  @Override
  public List<ModelVariable> variables() {
    return List.of(ModelVariable.of("q1"), ModelVariable.of("q2"));
  }

  @Override
  public double[] start() {
    return new double[2];
  }

  @Override
  public double[] masses() {
    return new double[] {1, 1};
  }

  @Override
  public double energy(double[] q) {
    return 0.5 * k * (q[0] * q[0] + q[1] * q[1]);
  }

  @Override
  public void force(double[] q, double[] force) {
    force[0] = -k * q[0] - rotation * q[1];
    force[1] = -k * q[1] + rotation * q[0];
  }

  @Override
  public boolean conservative() {
    return rotation == 0;
  }

  @Override
  public double fastest(double kT) {
    return Math.sqrt(Math.hypot(k, rotation));
  }
}
