package org.chikei.models.dynamics;

import org.chikei.api.model.MechanicalModel;

/** Hamilton's equations by the velocity Verlet scheme, of second order and symplectic. */
final class VelocityVerlet extends MassMotion {

  VelocityVerlet(MechanicalModel model, Steps steps, double[] positions, double[] velocities) {
    super(model, steps, positions, velocities);
  }

  @Override
  void step() {
    kick(steps.length() / 2);
    drift(steps.length());
    model.force(q, force);
    kick(steps.length() / 2);
  }
}
