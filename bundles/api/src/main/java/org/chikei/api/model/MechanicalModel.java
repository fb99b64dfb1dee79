package org.chikei.api.model;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Masses in a potential: m q̈ = F(q). Where {@link #conservative}, F = −∇V and the canonical
 * density is e^(−V/kT).
 */
@ConsumerType
public non-sealed interface MechanicalModel extends Model {

  /**
   * The masses.
   *
   * @return one mass a variable, a new array
   */
  double[] masses();

  /**
   * The potential energy.
   *
   * @param q the positions
   * @return V(q)
   */
  double energy(double[] q);

  /**
   * The forces.
   *
   * @param q the positions
   * @param force receives F(q), one number a variable
   */
  void force(double[] q, double[] force);

  /**
   * Whether the forces are those of the potential alone, so that energy is conserved and the system
   * has an equilibrium.
   *
   * @return true as a rule
   */
  default boolean conservative() {
    return true;
  }
}
