package org.chikei.trajectory.file;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Looks for the bytes that open a frame, at multiples of four as everything in XDR. */
public final class SignatureSearch {
  private static final int WINDOW = 64 << 10;
  private static final int GLANCE = 4 << 10;

  private final TrajectoryFile file;
  private final byte[] signature;
  private final ByteBuffer buffer = ByteBuffer.allocate(WINDOW);

  /**
   * Makes a search.
   *
   * @param file the file
   * @param signature the bytes to look for, a multiple of four
   */
  public SignatureSearch(TrajectoryFile file, byte[] signature) {
    this.file = file;
    this.signature = signature.clone();
  }

  /**
   * Finds the next place where the signature stands.
   *
   * @param from where to begin to look
   * @return the place, a multiple of four, or −1
   * @throws IOException if the file cannot be read
   */
  public long find(long from) throws IOException {
    int first = ByteBuffer.wrap(signature).getInt();
    long start = from + 3 & ~3L;
    int length = GLANCE;
    while (file.size() - start >= signature.length) {
      buffer.clear().limit((int) Math.min(length, file.size() - start));
      file.read(buffer, start);
      int last = buffer.position() - signature.length;
      int at = 0;
      for (; at <= last; at += 4) {
        if (buffer.getInt(at) == first && matches(at)) {
          return start + at;
        }
      }
      start += at;
      length = Math.min(4 * length, WINDOW);
    }
    return -1;
  }

  private boolean matches(int at) {
    for (int k = 0; k < signature.length; k++) {
      if (buffer.get(at + k) != signature[k]) {
        return false;
      }
    }
    return true;
  }
}
