package org.chikei.batch.engine;

import java.io.IOException;
import org.chikei.api.trajectory.Trajectory;

/** An open trajectory, closed once the reader and every slice that uses it are done with it. */
final class OpenFile {
  private final InputFile input;
  private final Trajectory trajectory;
  private int users = 1;

  OpenFile(InputFile input) throws IOException {
    this.input = input;
    this.trajectory = input.format().open(input.path(), input.options());
  }

  InputFile input() {
    return input;
  }

  Trajectory trajectory() {
    return trajectory;
  }

  synchronized void retain() {
    users++;
  }

  synchronized void release() throws IOException {
    if (--users == 0) {
      trajectory.close();
    }
  }
}
