package org.chikei.api.model;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A general system ż = f(z), with or without noise: dz = f(z) dt + σ dW.
 *
 * <p>Without noise the acceleration of any function of z follows from f and its Jacobian J, z̈ = J
 * f (S. Kawai, Ensemble 16(1), 2014, (1) and (12)). With noise there is no velocity: f is a drift.
 */
@ConsumerType
public non-sealed interface FirstOrderModel extends Model {

  /**
   * The rates.
   *
   * @param z the state
   * @param rate receives f(z), one number a variable
   */
  void rate(double[] z, double[] rate);

  /**
   * The product of the Jacobian ∂f/∂z and a vector.
   *
   * @param z the state
   * @param vector the vector
   * @param product receives J(z) u, one number a variable
   */
  void jacobianTimes(double[] z, double[] vector, double[] product);

  /**
   * The strength of the noise.
   *
   * @return σ, one number a variable, a new array; all zero where there is no noise
   */
  double[] noise();

  /**
   * How long the system takes to forget where it began.
   *
   * @return the time
   */
  double relaxation();
}
