package org.chikei.api.trajectory;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Some frames of a stream, found but not decoded: places in a file, or bytes already read.
 * Immutable once given out, and valid as long as its stream is open.
 */
@ConsumerType
public interface FrameBatch {

  /**
   * The number of frames.
   *
   * @return at least 1
   */
  int size();

  /**
   * The time of one frame.
   *
   * @param frame from 0 within the batch
   * @return the time in ps, or in the source's own unit; NaN where the file has none
   */
  double time(int frame);

  /**
   * The place of one frame in its file, for messages.
   *
   * @param frame from 0 within the batch
   * @return the frame's number in the file from 0; −1 where a jump into the file left it unknown
   */
  long number(int frame);

  /**
   * Whether the frame begins a segment of its own whatever its time: the first of a table, say, for
   * which to follow another in time does not mean to go on from it.
   *
   * @param frame from 0 within the batch
   * @return true if nothing may be differentiated or correlated across its beginning
   */
  default boolean beginsSegment(int frame) {
    return false;
  }
}
