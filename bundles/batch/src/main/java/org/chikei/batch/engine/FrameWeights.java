package org.chikei.batch.engine;

import java.io.IOException;

/** The weights of frames. */
@FunctionalInterface
public interface FrameWeights {

  /**
   * The weight of a frame.
   *
   * @param index the frame's number from 0 over all files, before any selection
   * @param time its time in ps
   * @return the weight
   * @throws IOException if there is none for it
   */
  double of(long index, double time) throws IOException;
}
