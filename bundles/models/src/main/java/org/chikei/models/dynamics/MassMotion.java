package org.chikei.models.dynamics;

import org.chikei.api.model.MechanicalModel;

/** What all dynamics of masses share: positions, velocities, forces. */
abstract class MassMotion implements Motion {
  final MechanicalModel model;
  final Steps steps;
  final double[] inverseMasses;
  final double[] q;
  final double[] v;
  final double[] force;

  MassMotion(MechanicalModel model, Steps steps, double[] positions, double[] velocities) {
    this.model = model;
    this.steps = steps;
    this.q = positions.clone();
    this.v = velocities.clone();
    this.force = new double[q.length];
    this.inverseMasses = model.masses();
    for (int a = 0; a < q.length; a++) {
      inverseMasses[a] = 1 / inverseMasses[a];
    }
    model.force(q, force);
  }

  /** One step of integration. */
  abstract void step();

  @Override
  public final void advance() {
    for (int k = 0; k < steps.number(); k++) {
      step();
    }
  }

  @Override
  public final double[] positions() {
    return q;
  }

  @Override
  public double[] velocities() {
    return v;
  }

  /** v += t F/m. */
  final void kick(double time) {
    for (int a = 0; a < v.length; a++) {
      v[a] += time * force[a] * inverseMasses[a];
    }
  }

  /** q += t v. */
  final void drift(double time) {
    for (int a = 0; a < q.length; a++) {
      q[a] += time * v[a];
    }
  }
}
