package org.chikei.models.dynamics;

import org.chikei.api.model.FirstOrderModel;
import org.chikei.api.model.MechanicalModel;

/** Makes the wanted columns of states. Used by one thread. */
final class Decoding {
  private final SimulationPlan plan;
  private final int[] wanted;
  private final int variables;
  private final int kinds;
  private final boolean driven;
  private final double[] state;
  private final double[] velocity;
  private final double[] rate;
  private final double[] inverseMasses;

  Decoding(SimulationPlan plan, int[] wanted) {
    this.plan = plan;
    this.wanted = wanted.clone();
    this.variables = plan.model().variables().size();
    this.kinds = plan.moves() ? 3 : 2;
    boolean any = false;
    for (int column : wanted) {
      any |= column > 0 && (column - 1) % kinds == kinds - 1;
    }
    this.driven = any;
    this.state = new double[variables];
    this.velocity = new double[variables];
    this.rate = new double[variables];
    this.inverseMasses = new double[variables];
    if (plan.model() instanceof MechanicalModel masses) {
      double[] m = masses.masses();
      for (int a = 0; a < variables; a++) {
        inverseMasses[a] =
            plan.dynamics() == Dynamics.OVERDAMPED ? 1 / (m[a] * plan.friction()) : 1 / m[a];
      }
    }
  }

  void decode(Stretch stretch, int row, double[][] into, int at) {
    double[] positions = stretch.positions();
    double[] velocities = stretch.velocities();
    int offset = row * variables;
    if (driven) {
      drive(positions, velocities, offset);
    }
    for (int c = 0; c < wanted.length; c++) {
      int column = wanted[c] - 1;
      int variable = column / kinds;
      int kind = column % kinds;
      into[c][at] =
          column < 0
              ? (stretch.first() + row) * plan.spacing()
              : kind == 0
                  ? positions[offset + variable]
                  : kind == kinds - 1 ? rate[variable] : velocities[offset + variable];
    }
  }

  /** The accelerations, or the drift where there is no velocity. */
  private void drive(double[] positions, double[] velocities, int offset) {
    System.arraycopy(positions, offset, state, 0, variables);
    if (plan.model() instanceof MechanicalModel masses) {
      masses.force(state, rate);
      for (int a = 0; a < variables; a++) {
        rate[a] *= inverseMasses[a];
      }
    } else if (velocities == null) {
      ((FirstOrderModel) plan.model()).rate(state, rate);
    } else {
      System.arraycopy(velocities, offset, velocity, 0, variables);
      ((FirstOrderModel) plan.model()).jacobianTimes(state, velocity, rate);
    }
  }
}
