package org.chikei.api.trajectory;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An open trajectory file: a {@linkplain FrameStream stream of frames} that hold the positions of
 * atoms, of which only those are {@linkplain FrameDecoder decoded} that somebody needs.
 */
@ConsumerType
public interface Trajectory extends FrameStream {

  /**
   * The number of atoms in each frame.
   *
   * @return the number
   */
  int atoms();

  /**
   * Whether values are kept to so few digits that differences of them are noise, and how fine they
   * are.
   *
   * @return the spacing of stored positions in nm; 0 where they are floating-point numbers
   */
  default double resolution() {
    return 0;
  }

  /**
   * A decoder for some of the atoms. Each thread has its own.
   *
   * @param atomIndices the atoms wanted, indices from 0, ascending
   * @return a decoder
   */
  FrameDecoder decoder(int[] atomIndices);
}
