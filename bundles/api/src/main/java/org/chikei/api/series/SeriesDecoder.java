package org.chikei.api.series;

import java.io.IOException;
import org.chikei.api.trajectory.FrameBatch;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns rows that a {@link Series} found into numbers. Used by one thread at a time. */
@ConsumerType
public interface SeriesDecoder {

  /**
   * Decodes rows.
   *
   * @param batch a batch of the series that made this decoder
   * @param rows the rows wanted, from 0 within the batch, ascending
   * @param from the first entry of {@code rows} to decode
   * @param to one past the last entry of {@code rows} to decode
   * @param columns where to put them: the number in the wanted column {@code c} of row {@code
   *     rows[from + k]} goes to {@code columns[c][at + k]}
   * @param at the first entry to fill
   * @throws IOException if the file cannot be read; an {@link org.chikei.api.InputException} with
   *     file and line if what stands there is no finite number
   */
  void decode(FrameBatch batch, int[] rows, int from, int to, double[][] columns, int at)
      throws IOException;
}
