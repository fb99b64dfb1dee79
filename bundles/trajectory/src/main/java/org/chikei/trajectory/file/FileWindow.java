package org.chikei.trajectory.file;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A view of a file that moves forward with whoever reads headers: large reads where frames are
 * small, small reads where they are large and most of the file is jumped over. Not thread-safe.
 */
public final class FileWindow {
  private static final int WINDOW = 256 << 10;
  private static final int GLANCE = 512;

  /** Up to this distance it is cheaper to read on than to jump. */
  private static final int STEP = 4 << 10;

  private final TrajectoryFile file;
  private final ByteBuffer buffer;
  private long start;
  private int length;
  private long last;

  /**
   * Makes a window that has seen nothing yet.
   *
   * @param file the file
   */
  public FileWindow(TrajectoryFile file) {
    this.file = file;
    this.buffer = ByteBuffer.allocateDirect((int) Math.max(GLANCE, Math.min(file.size(), WINDOW)));
  }

  /**
   * The bytes in view, big-endian, to be read by index.
   *
   * @return the buffer, always the same
   */
  public ByteBuffer buffer() {
    return buffer;
  }

  /**
   * Brings bytes into view.
   *
   * @param position the place in the file
   * @param needed how many bytes from there, at most 512
   * @return the index in {@link #buffer} of the first of them, or −1 if the file ends before
   * @throws IOException if the file cannot be read
   */
  public int at(long position, int needed) throws IOException {
    long index = position - start;
    if (index < 0 || index + needed > length) {
      return read(position, needed);
    }
    last = position;
    return (int) index;
  }

  private int read(long position, int needed) throws IOException {
    long left = file.size() - position;
    if (left < needed) {
      return -1;
    }
    long hop = position - last;
    int wanted = hop >= 0 && hop <= STEP ? WINDOW : GLANCE;
    length = 0;
    buffer.clear().limit((int) Math.min(wanted, left));
    file.read(buffer, position);
    length = buffer.position();
    buffer.clear();
    start = position;
    last = position;
    return 0;
  }
}
