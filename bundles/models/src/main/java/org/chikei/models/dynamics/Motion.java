package org.chikei.models.dynamics;

/** A system on its way through one segment. Used by one thread at a time. */
interface Motion {

  /**
   * Where the system is.
   *
   * @return one number a variable, the same array at each call
   */
  double[] positions();

  /**
   * How fast the variables change.
   *
   * @return one number a variable, the same array at each call; null where the dynamics know no
   *     velocity
   */
  double[] velocities();

  /** Goes on by the time between two frames. */
  void advance();
}
