package org.chikei.trajectory.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.chikei.api.InputException;

/**
 * Reads many spans of a file at once: spans that are near each other share one read, and what lies
 * far between them is not read. Used again and again; not thread-safe.
 */
public final class SpanReader {
  /** Up to this distance it is cheaper to read on than to begin a new read. */
  private static final int GAP = 8 << 10;

  private final TrajectoryFile file;
  private final int slack;
  private ByteBuffer buffer;
  private long[] places = new long[64];
  private int[] starts = new int[65];
  private int runs;
  private int[] words = {};

  /**
   * Makes a reader.
   *
   * @param file the file
   * @param slack how many bytes after the last span may be looked at, whatever they are
   */
  public SpanReader(TrajectoryFile file, int slack) {
    this.file = file;
    this.slack = slack;
    this.buffer = ByteBuffer.allocateDirect(slack);
  }

  /** Forgets all spans. */
  public void clear() {
    runs = 0;
    starts[0] = 0;
  }

  /**
   * Asks for a span.
   *
   * @param position the place in the file
   * @param length its length in bytes
   * @return the index at which it will stand in what {@link #read} gives
   * @throws InputException if all spans together would be too long for a buffer
   */
  public int add(long position, int length) throws InputException {
    int end = starts[runs];
    if (runs > 0) {
      int run = runs - 1;
      long distance = position - places[run] - (end - starts[run]);
      if (distance >= 0 && distance <= GAP) {
        starts[runs] = checked(end + distance + length);
        return end + (int) distance;
      }
    }
    if (runs == places.length) {
      places = Arrays.copyOf(places, 2 * runs);
      starts = Arrays.copyOf(starts, 2 * runs + 1);
    }
    places[runs] = position;
    starts[++runs] = checked((long) end + length);
    return end;
  }

  private int checked(long end) throws InputException {
    if (end > Integer.MAX_VALUE - slack) {
      throw file.fault("one frame fills more than 2 GB; choose fewer atoms");
    }
    return (int) end;
  }

  /**
   * How much is asked for.
   *
   * @return bytes
   */
  public int length() {
    return starts[runs];
  }

  /**
   * Reads all that was asked for.
   *
   * @return the bytes, big-endian, to be read by index
   * @throws IOException if the file cannot be read
   */
  public ByteBuffer read() throws IOException {
    int needed = length() + slack;
    if (buffer.capacity() < needed) {
      buffer = ByteBuffer.allocateDirect((int) Math.min(needed + needed / 4L, Integer.MAX_VALUE));
    }
    buffer.order(ByteOrder.BIG_ENDIAN);
    for (int run = 0; run < runs; run++) {
      buffer.limit(starts[run + 1]).position(starts[run]);
      file.read(buffer, places[run]);
    }
    return buffer.clear();
  }

  /**
   * Reads all that was asked for, where every place and every length is a multiple of four.
   *
   * @return the bytes as big-endian words of 4 bytes, in an array that is used again; an index that
   *     {@link #add} gave is four times the index here
   * @throws IOException if the file cannot be read
   */
  public int[] readWords() throws IOException {
    return words(read());
  }

  /**
   * The words of what {@link #read} gave, where every place and every length is a multiple of four.
   *
   * @param bytes what it gave, in the order of bytes of the words
   * @return the words of 4 bytes, in an array that is used again; an index that {@link #add} gave
   *     is four times the index here
   */
  public int[] words(ByteBuffer bytes) {
    int count = length() >> 2;
    int needed = count + (slack >> 2);
    if (words.length < needed) {
      words = new int[needed + count / 4];
    }
    bytes.asIntBuffer().get(0, words, 0, count);
    return words;
  }
}
