package org.chikei.batch.windows;

import java.util.List;
import org.chikei.api.coordinate.Period;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.ModelVariable;

/**
 * A model with harmonic restraints on some of its variables.
 *
 * @param model the model
 * @param restrained the restrained variables, numbers from 0
 * @param centres where each is held
 * @param constants how stiffly
 */
public record RestrainedModel(
    MechanicalModel model, int[] restrained, double[] centres, double[] constants)
    implements MechanicalModel {

  @Override
  public List<ModelVariable> variables() {
    return model.variables();
  }

  /** Begins at the centre of the restraints. */
  @Override
  public double[] start() {
    double[] q = model.start();
    for (int a = 0; a < restrained.length; a++) {
      q[restrained[a]] = constants[a] > 0 ? centres[a] : q[restrained[a]];
    }
    return q;
  }

  @Override
  public double fastest(double kT) {
    double square = 0;
    double[] masses = masses();
    for (int a = 0; a < restrained.length; a++) {
      square = Math.max(square, constants[a] / masses[restrained[a]]);
    }
    double own = model.fastest(kT);
    return Math.sqrt(own * own + square);
  }

  @Override
  public double[] masses() {
    return model.masses();
  }

  @Override
  public double energy(double[] q) {
    double energy = model.energy(q);
    for (int a = 0; a < restrained.length; a++) {
      double off = off(q, a);
      energy += 0.5 * constants[a] * off * off;
    }
    return energy;
  }

  @Override
  public void force(double[] q, double[] force) {
    model.force(q, force);
    for (int a = 0; a < restrained.length; a++) {
      force[restrained[a]] -= constants[a] * off(q, a);
    }
  }

  @Override
  public boolean conservative() {
    return model.conservative();
  }

  private double off(double[] q, int a) {
    double difference = q[restrained[a]] - centres[a];
    Period period = model.variables().get(restrained[a]).period().orElse(null);
    return period == null ? difference : period.nearest(difference);
  }
}
