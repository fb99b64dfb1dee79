package org.chikei.api.trajectory;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Frames that are read one after the other: what a {@link Trajectory}, whose frames hold atoms, and
 * a {@link org.chikei.api.series.Series}, whose frames hold numbers in columns, have in common.
 * Reading has two steps, so that any number of threads can share the work: one thread asks for
 * {@linkplain #next batches}, which only finds where frames begin and what their times are, and
 * many threads decode them.
 *
 * <p>{@link #next} and {@link #close} are called from one thread at a time. Decoders of the same
 * stream may run at the same time as each other and as {@link #next}.
 */
@ConsumerType
public interface FrameStream extends AutoCloseable {

  /**
   * What the first frame carries beside its main content. Single frames may carry less: their
   * columns are NaN.
   *
   * @return the content
   */
  Set<FrameContent> carries();

  /**
   * The number of frames, where it is known or can be told from the file's length without reading
   * it.
   *
   * @return the number, or −1
   */
  long frames();

  /**
   * Assumptions that were made and that the reader of a result should know, such as the units of a
   * file that does not state them; each a sentence.
   *
   * @return the notes, empty as a rule
   */
  List<String> notes();

  /**
   * The next frames.
   *
   * @param maximum how many frames at most, at least 1
   * @return from 1 to {@code maximum} frames, or null at the end of the file
   * @throws IOException if the file cannot be read; an {@link org.chikei.api.InputException} with
   *     file and place if its content is at fault. A last frame that is cut is not at fault: it is
   *     left out and {@link #warnings} says so.
   */
  FrameBatch next(int maximum) throws IOException;

  /**
   * Frames spread evenly over the whole file, for a first look at it. Does not move the place of
   * {@link #next}.
   *
   * @param maximum how many frames at most
   * @return frames in the order of the file, or null where the format cannot jump
   * @throws IOException if the file cannot be read
   */
  default FrameBatch spread(int maximum) throws IOException {
    return null;
  }

  /**
   * How far {@link #next} has come.
   *
   * @return the part of the file, from 0 to 1; NaN where it cannot be told
   */
  double progress();

  /**
   * What was wrong with the file and could be lived with, such as a cut last frame; each a sentence
   * that names the file and says what was done.
   *
   * @return the warnings so far; complete once {@link #next} has returned null
   */
  List<String> warnings();

  @Override
  void close() throws IOException;
}
