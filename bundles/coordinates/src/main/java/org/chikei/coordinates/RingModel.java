package org.chikei.coordinates;

/** Finds the puckering vector of a ring in the frames of a block. */
interface RingModel {

  /**
   * Goes to a frame.
   *
   * @param j the frame
   * @param q receives the vector and its derivatives; NaN where the ring has none
   */
  void set(int j, PuckeringVector q);
}
