package org.chikei.trajectory.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.Trajectory;

/**
 * A trajectory in one file: the walk from frame to frame, and jumps. A format tells it how to find
 * the frame that begins at a place and, where frames differ in length, the place where one begins.
 *
 * @param <B> the format's batches
 */
public abstract class FileTrajectory<B extends FoundFrames> implements Trajectory {

  /** What {@link #find} returns for a frame whose end is missing. */
  protected static final long CUT = -1;

  /** How many frames are looked at before all are taken to be of one length. */
  private static final int PROBES = 16;

  private final TrajectoryFile file;
  private final long first;
  private final int atoms;
  private final Set<FrameContent> carries;
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private long position;
  private long number;
  private long skipped;

  /** The length of the first frame and of every later one; 0 where frames differ in length. */
  private long firstLength;

  private long frameLength;

  private boolean ended;

  /**
   * Makes a trajectory before its first frame.
   *
   * @param file the open file, closed with this
   * @param first where the first frame with positions begins
   * @param number the number of frames before it, which are skipped
   * @param atoms the number of atoms in each frame
   * @param carries what the first frame carries
   */
  protected FileTrajectory(
      TrajectoryFile file, long first, long number, int atoms, Set<FrameContent> carries) {
    this.file = file;
    this.first = first;
    this.atoms = atoms;
    this.carries = Set.copyOf(carries);
    this.position = first;
    this.number = number;
    this.skipped = number;
  }

  /**
   * Makes an empty batch.
   *
   * @param maximum how many frames it will hold at most
   * @return the batch
   */
  protected abstract B batch(int maximum);

  /**
   * Finds the frame that begins at a place and adds it to a batch, or does not add it if it has no
   * positions.
   *
   * @param position the place in the file, before its end
   * @param number the frame's number, or −1 if it is not known
   * @param found the batch
   * @return the place after the frame, or {@link #CUT}
   * @throws IOException if the file cannot be read; an {@link InputException} if what stands there
   *     is no frame of this trajectory
   */
  protected abstract long find(long position, long number, B found) throws IOException;

  /**
   * Finds a place where a frame begins.
   *
   * @param from where to begin to look
   * @return the place, or −1 if there is none
   * @throws IOException if the file cannot be read
   */
  protected abstract long synchronise(long from) throws IOException;

  /**
   * Says how long the first frame is, if all may be as long; to be called once by a format whose
   * frames can be of one length. Some frames are looked at to see whether it is so.
   *
   * @param length the length of the first frame in bytes
   * @throws IOException if the file cannot be read
   */
  protected final void mayBeEven(long length) throws IOException {
    mayBeEven(length, length);
  }

  /**
   * The same where the first frame differs from all others.
   *
   * @param length the length of the first frame in bytes
   * @param later the length of every later frame in bytes
   * @throws IOException if the file cannot be read
   */
  protected final void mayBeEven(long length, long later) throws IOException {
    firstLength = length;
    frameLength = later;
    long count = frames();
    frameLength = 0;
    B found = batch(PROBES);
    try {
      for (int k = 1; k <= PROBES; k++) {
        long frame = (count - 1) * k / PROBES;
        long at = start(frame, later);
        if (find(at, -1, found) != at + (frame == 0 ? length : later)) {
          return;
        }
      }
    } catch (InputException e) {
      return; // next() will come to it, if it is more than a matter of length
    }
    if (found.size() == PROBES) {
      frameLength = later;
    }
  }

  private long start(long frame, long later) {
    return frame == 0 ? first : first + firstLength + (frame - 1) * later;
  }

  /**
   * Adds a note.
   *
   * @param note a sentence
   */
  protected final void note(String note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  /**
   * Adds a warning once.
   *
   * @param warning a sentence; the file's path is put before it
   */
  protected final void warn(String warning) {
    String line = file.path() + ": " + warning;
    if (!warnings.contains(line)) {
      warnings.add(line);
    }
  }

  /**
   * The file.
   *
   * @return the file
   */
  protected final TrajectoryFile file() {
    return file;
  }

  @Override
  public final FrameBatch next(int maximum) throws IOException {
    B found = batch(maximum);
    try {
      while (!ended && found.size() < maximum && position < file.size()) {
        step(found);
      }
    } catch (InputException e) {
      if (found.size() == 0) {
        throw e;
      }
      return found; // what is before the fault can be used; the next call comes to it again
    }
    if (found.size() > 0) {
      return found;
    }
    finish();
    return null;
  }

  private void step(B found) throws IOException {
    int before = found.size();
    long after = find(position, number, found);
    if (after == CUT) {
      ended = true;
      warn(
          "the last frame (frame %d, from byte %d) is cut; the %d before it are used"
              .formatted(number, position, number - skipped));
      return;
    }
    if (found.size() == before) {
      skipped++;
    }
    position = after;
    number++;
  }

  private void finish() {
    if (skipped > 0) {
      warn(skipped + " of " + number + " frames have no positions and were skipped");
    }
  }

  @Override
  public final FrameBatch spread(int maximum) throws IOException {
    B found = batch(maximum);
    if (frameLength > 0) {
      long count = frames();
      long wanted = Math.min(count, maximum);
      for (long k = 0; k < wanted; k++) {
        long frame = wanted == 1 ? 0 : k * (count - 1) / (wanted - 1);
        visit(start(frame, frameLength), frame, found);
      }
      return found;
    }
    visit(first, 0, found);
    long last = first;
    for (int k = 1; k < maximum; k++) {
      long target = first + (long) ((double) (file.size() - first) / maximum * k);
      long at = target <= last ? last : synchronise(target);
      if (at > last) {
        visit(at, -1, found);
        last = at;
      }
    }
    return found;
  }

  /** Adds a frame to the first look; if it is damaged, the walk will come to it and say so. */
  private void visit(long at, long number, B found) throws IOException {
    try {
      find(at, number, found);
    } catch (InputException e) {
      if (at == first) {
        throw e;
      }
    }
  }

  @Override
  public final int atoms() {
    return atoms;
  }

  @Override
  public final Set<FrameContent> carries() {
    return carries;
  }

  @Override
  public final long frames() {
    return frameLength > 0 ? 1 + (file.size() - first - firstLength) / frameLength : -1;
  }

  @Override
  public final List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public final List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public final double progress() {
    return ended ? 1 : (double) position / file.size();
  }

  @Override
  public final void close() throws IOException {
    file.close();
  }

  @Override
  public final String toString() {
    return file.toString();
  }
}
