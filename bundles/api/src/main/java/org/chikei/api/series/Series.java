package org.chikei.api.series;

import java.util.List;
import org.chikei.api.trajectory.FrameStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An open table of numbers over time: a {@linkplain FrameStream stream of frames} that are rows. A
 * file is one, and so is what a model makes while it runs.
 */
@ConsumerType
public interface Series extends FrameStream {

  /**
   * The columns, that of the time among them.
   *
   * @return the columns in the order of the file
   */
  List<SeriesColumn> columns();

  /**
   * The column that holds the time.
   *
   * @return its index from 0; −1 where there is none
   */
  int timeColumn();

  /**
   * A decoder for some of the columns. Each thread has its own.
   *
   * @param columns the columns wanted, indices from 0, in any order
   * @return a decoder
   */
  SeriesDecoder decoder(int[] columns);
}
