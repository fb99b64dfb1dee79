package org.chikei.trajectory.text;

import java.io.IOException;
import java.util.Set;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.trajectory.file.FileTrajectory;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.TrajectoryFile;

/** A trajectory in lines of text, in which a frame may begin with any line. */
public abstract class TextTrajectory extends FileTrajectory<FoundFrames> {

  /** For looks elsewhere that leave the lines of the walk where they are. */
  private Lines jump;

  /**
   * Makes a trajectory before its first frame.
   *
   * @param file the open file, closed with this
   * @param first where the first frame begins
   * @param atoms the number of atoms in each frame
   * @param carries what the first frame carries
   */
  protected TextTrajectory(TrajectoryFile file, long first, int atoms, Set<FrameContent> carries) {
    super(file, first, 0, atoms, carries);
  }

  @Override
  protected final FoundFrames batch(int maximum) {
    return new FoundFrames(maximum);
  }

  @Override
  protected final long synchronise(long from) throws IOException {
    if (jump == null) {
      jump = new Lines(file());
    }
    jump.seek(from);
    if (from > 0) {
      jump.next();
    }
    return search(jump);
  }

  /**
   * Looks for the next frame.
   *
   * @param lines the lines of the file, before the first that may begin a frame
   * @return where a frame begins; −1 if none was found
   * @throws IOException if the file cannot be read
   */
  protected abstract long search(Lines lines) throws IOException;

  /** Tells whether a frame begins at a place. */
  @FunctionalInterface
  protected interface Beginning {
    /**
     * Looks.
     *
     * @param position the place of a line
     * @return whether it is the first of a frame
     * @throws IOException if the file cannot be read
     */
    boolean at(long position) throws IOException;
  }

  /**
   * Tries line after line.
   *
   * @param lines the lines of the file, before the first that may begin a frame
   * @param most how many lines a frame has; no more are tried
   * @param beginning tells, from these lines, whether a frame begins
   * @return where a frame begins; −1 if none was found
   * @throws IOException if the file cannot be read
   */
  protected static long search(Lines lines, int most, Beginning beginning) throws IOException {
    for (int k = 0; k <= most; k++) {
      long position = lines.after();
      if (beginning.at(position)) {
        return position;
      }
      lines.seek(position);
      if (!lines.next()) {
        return -1;
      }
    }
    return -1;
  }
}
