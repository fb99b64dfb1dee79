package org.chikei.batch.engine;

import java.io.IOException;
import org.chikei.api.trajectory.FrameStream;

/** An open part of the input, closed once the reader and every slice that uses it are done. */
final class OpenPart {
  private final SourcePart part;
  private final FrameStream stream;
  private int users = 1;

  OpenPart(SourcePart part) throws IOException {
    this.part = part;
    this.stream = part.open();
  }

  SourcePart part() {
    return part;
  }

  FrameStream stream() {
    return stream;
  }

  synchronized void retain() {
    users++;
  }

  synchronized void release() throws IOException {
    if (--users == 0) {
      stream.close();
    }
  }
}
