package org.chikei.batch.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameStream;
import org.chikei.api.trajectory.Trajectory;

/**
 * A first look at all parts of a source: what they carry and how long they are. Holds some of them,
 * spread over the input, open until closed.
 */
public final class InputLook implements AutoCloseable {
  private static final int MOST_OPEN = 64;

  private final List<Seen> parts = new ArrayList<>();
  private final Content content;
  private final long frames;
  private final double resolution;

  /**
   * Opens the parts.
   *
   * @param source the source
   * @throws IOException if a part cannot be opened
   */
  public InputLook(SampleSource source) throws IOException {
    boolean velocities = true;
    boolean forces = true;
    boolean times = true;
    double coarsest = 0;
    long total = 0;
    try {
      int step = Math.max(1, source.parts().size() / MOST_OPEN);
      for (SourcePart part : source.parts()) {
        OpenPart open = new OpenPart(part);
        FrameStream stream = open.stream();
        boolean keep = parts.size() % step == 0;
        parts.add(new Seen(keep ? open : null, stream.frames()));
        velocities &= stream.carries().contains(FrameContent.VELOCITIES);
        forces &= stream.carries().contains(FrameContent.FORCES);
        times &= stream.carries().contains(FrameContent.TIME);
        if (stream instanceof Trajectory trajectory) {
          coarsest = Math.max(coarsest, trajectory.resolution());
        }
        total = total < 0 || stream.frames() < 0 ? -1 : total + stream.frames();
        if (!keep) {
          open.release();
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
   * What every part carries.
   *
   * @return the content
   */
  public Content content() {
    return content;
  }

  /**
   * The number of frames of all parts.
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

  List<Seen> parts() {
    return parts;
  }

  @Override
  public void close() throws IOException {
    for (Seen seen : parts) {
      if (seen.part != null) {
        seen.part.release();
      }
    }
    parts.clear();
  }

  /**
   * A part that was looked at.
   *
   * @param part the part; null if it was closed again
   * @param frames how many frames it has; −1 if that is not known
   */
  record Seen(OpenPart part, long frames) {}
}
