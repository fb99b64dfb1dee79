package org.chikei.api.trajectory;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns frames that a {@link Trajectory} found into numbers. Used by one thread at a time. */
@ConsumerType
public interface FrameDecoder {

  /**
   * Decodes frames.
   *
   * @param batch a batch of the trajectory that made this decoder
   * @param frames the frames wanted, from 0 within the batch, ascending
   * @param from the first entry of {@code frames} to decode
   * @param to one past the last entry of {@code frames} to decode
   * @param block where to put them; frame {@code frames[from + k]} goes to row {@code row + k}
   * @param row the first row to fill
   * @throws IOException if the file cannot be read; an {@link org.chikei.api.InputException} with
   *     file and frame if its content is at fault, such as a NaN among the positions
   */
  void decode(FrameBatch batch, int[] frames, int from, int to, FrameBlock block, int row)
      throws IOException;
}
