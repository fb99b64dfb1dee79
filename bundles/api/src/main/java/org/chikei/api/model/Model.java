package org.chikei.api.model;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A system of a few variables. Implementations hold no state that changes: one instance serves all
 * threads.
 */
public sealed interface Model permits MechanicalModel, FirstOrderModel {

  /**
   * The variables of the system, which are coordinates of a job by these names.
   *
   * @return the variables, in the order of every array of this model
   */
  List<ModelVariable> variables();

  /**
   * A place to begin at, from which every state can be reached.
   *
   * @return one number a variable, a new array
   */
  double[] start();

  /**
   * The largest angular frequency or rate of the motion, which sets the step of integration.
   *
   * @param kT the thermal energy
   * @return the frequency in the inverse of the model's unit of time
   */
  double fastest(double kT);

  /**
   * Prepares draws from the stationary density.
   *
   * @param kT the thermal energy
   * @return what draws; empty where the model cannot, so that the simulator lets the system find
   *     its stationary state by itself
   */
  default Optional<StateDraw> stationary(double kT) {
    return Optional.empty();
  }

  /** Draws states, each independent of all others. Thread-safe. */
  @FunctionalInterface
  interface StateDraw {

    /**
     * Draws a state.
     *
     * @param random where chance comes from
     * @param state receives one number a variable
     */
    void draw(RandomGenerator random, double[] state);
  }
}
