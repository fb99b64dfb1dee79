package org.chikei.batch.engine;

import java.io.IOException;
import org.chikei.api.trajectory.FrameStream;

/**
 * A part of a source that is read from its beginning to its end, such as a file or a run of a
 * model.
 */
public interface SourcePart {

  /**
   * What the job calls it.
   *
   * @return a name for messages
   */
  String written();

  /**
   * What it is, for a person.
   *
   * @return such as {@code ala2.trr, TRR, 4.6 MB}
   * @throws IOException if it cannot be looked at
   */
  String description() throws IOException;

  /**
   * Opens it.
   *
   * @return the frames, before the first
   * @throws IOException if it cannot be read or does not belong to the source
   */
  FrameStream open() throws IOException;
}
