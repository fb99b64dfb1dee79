package org.chikei.batch.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.Trajectory;

/**
 * A first look at all files: what they carry and how long they are. Holds some of them, spread over
 * the input, open until closed.
 */
public final class InputLook implements AutoCloseable {
  private static final int MOST_OPEN = 64;

  private final List<Seen> files = new ArrayList<>();
  private final Content content;
  private final long frames;
  private final double resolution;

  /**
   * Opens the files.
   *
   * @param inputs the files
   * @param atoms how many atoms each frame must have
   * @throws IOException if one cannot be opened or has another number of atoms
   */
  public InputLook(List<InputFile> inputs, int atoms) throws IOException {
    boolean velocities = true;
    boolean forces = true;
    boolean times = true;
    double coarsest = 0;
    long total = 0;
    try {
      int step = Math.max(1, inputs.size() / MOST_OPEN);
      for (InputFile input : inputs) {
        OpenFile file = new OpenFile(input);
        Trajectory trajectory = file.trajectory();
        boolean keep = files.size() % step == 0;
        files.add(new Seen(keep ? file : null, trajectory.frames()));
        if (trajectory.atoms() != atoms) {
          throw new InputException(
              input.path(),
              "has "
                  + trajectory.atoms()
                  + " atoms, but the structure has "
                  + atoms
                  + "; they are of different systems");
        }
        velocities &= trajectory.carries().contains(FrameContent.VELOCITIES);
        forces &= trajectory.carries().contains(FrameContent.FORCES);
        times &= trajectory.carries().contains(FrameContent.TIME);
        coarsest = Math.max(coarsest, trajectory.resolution());
        total = total < 0 || trajectory.frames() < 0 ? -1 : total + trajectory.frames();
        if (!keep) {
          file.release();
        }
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
    content = new Content(velocities, forces, times);
    frames = total;
    resolution = coarsest;
  }

  /**
   * What every file carries.
   *
   * @return the content
   */
  public Content content() {
    return content;
  }

  /**
   * The number of frames of all files.
   *
   * @return the number; −1 if it is not known
   */
  public long frames() {
    return frames;
  }

  /**
   * How coarsely positions are stored.
   *
   * @return the coarsest spacing in nm; 0 where all are floating-point numbers
   */
  public double resolution() {
    return resolution;
  }

  List<Seen> files() {
    return files;
  }

  @Override
  public void close() throws IOException {
    for (Seen seen : files) {
      if (seen.file != null) {
        seen.file.release();
      }
    }
    files.clear();
  }

  /**
   * A file that was looked at.
   *
   * @param file the file; null if it was closed again
   * @param frames how many frames it has; −1 if that is not known
   */
  record Seen(OpenFile file, long frames) {}
}
