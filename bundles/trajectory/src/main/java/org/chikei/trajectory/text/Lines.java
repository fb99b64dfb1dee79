package org.chikei.trajectory.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * The lines of a file, one after the other, from any place on. Lines end in LF or CR LF. The line
 * at hand is a piece of an array that is used again; not thread-safe.
 */
public final class Lines {
  private static final int WINDOW = 128 << 10;

  /** What is read first after a jump, as perhaps no more is wanted there. */
  private static final int GLANCE = 8 << 10;

  private static final int LONGEST = 8 << 20;
  private static final int SHOWN = 24;

  private final TrajectoryFile file;
  private byte[] bytes;

  /** The place in the file of the first byte of the array. */
  private long origin;

  private int limit;
  private int start;
  private int end;
  private int next;
  private int chunk = WINDOW;
  private boolean terminated;

  /**
   * Makes lines that begin with the first of the file.
   *
   * @param file the file
   */
  public Lines(TrajectoryFile file) {
    this.file = file;
    this.bytes = new byte[(int) Math.min(file.size(), WINDOW)];
  }

  /**
   * Moves to a place, so that the line that begins there is the next.
   *
   * @param position the place in the file
   */
  public void seek(long position) {
    long index = position - origin;
    if (index < 0 || index > limit) {
      origin = position;
      limit = 0;
      next = 0;
      chunk = GLANCE;
    } else {
      next = (int) index;
    }
    start = next;
    end = next;
  }

  /**
   * Takes the next line.
   *
   * @return whether there is one
   * @throws IOException if the file cannot be read; an {@link org.chikei.api.InputException} if the
   *     line is longer than lines of text are
   */
  public boolean next() throws IOException {
    start = next;
    int at = next;
    while (true) {
      at = lineFeed(at);
      if (at < limit) {
        next = at + 1;
        end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        terminated = true;
        return true;
      }
      int before = start;
      if (!fill()) {
        break;
      }
      at -= before - start;
    }
    next = limit;
    end = limit;
    terminated = false;
    return end > start;
  }

  private int lineFeed(int from) {
    byte[] array = bytes;
    int stop = limit;
    int at = from;
    while (at < stop && array[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Moves what is left of the line to the front and reads on; false at the end of the file. */
  private boolean fill() throws IOException {
    long left = file.size() - origin - limit;
    if (left <= 0) {
      return false;
    }
    int kept = limit - start;
    if (kept == bytes.length) {
      if (kept >= LONGEST) {
        throw file.fault("the line at byte " + (origin + start) + " has no end; is this text?");
      }
      bytes = Arrays.copyOf(bytes, 2 * kept);
    } else {
      System.arraycopy(bytes, start, bytes, 0, kept);
      origin += start;
      start = 0;
    }
    int count = (int) Math.min(left, Math.min(chunk, bytes.length - kept));
    chunk = Math.min(4 * chunk, LONGEST);
    file.read(ByteBuffer.wrap(bytes, kept, count), origin + kept);
    limit = kept + count;
    return true;
  }

  /**
   * Passes over lines.
   *
   * @param count how many
   * @return whether there were so many; the line at hand is the last of them
   * @throws IOException as {@link #next}
   */
  public boolean skip(int count) throws IOException {
    for (int k = 0; k < count; k++) {
      if (!next()) {
        return false;
      }
    }
    return true;
  }

  /**
   * The bytes of which the line at hand is a piece.
   *
   * @return an array that changes with the next line
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Where the line at hand begins.
   *
   * @return an index in {@link #bytes}
   */
  public int start() {
    return start;
  }

  /**
   * Where the line at hand ends, its line feed left out.
   *
   * @return an index in {@link #bytes}
   */
  public int end() {
    return end;
  }

  /**
   * Where the line at hand begins in the file.
   *
   * @return the place
   */
  public long position() {
    return origin + start;
  }

  /**
   * Where the next line begins in the file.
   *
   * @return the place
   */
  public long after() {
    return origin + next;
  }

  /**
   * Whether the line at hand ends in a line feed, as all but the last of a file do.
   *
   * @return whether it does
   */
  public boolean terminated() {
    return terminated;
  }

  /**
   * Whether there is nothing in the line at hand.
   *
   * @return whether it is white space
   */
  public boolean blank() {
    for (int k = start; k < end; k++) {
      if (!Tokens.isBlank(bytes[k])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the line at hand begins with some text.
   *
   * @param text the text
   * @return whether it does
   */
  public boolean startsWith(byte[] text) {
    return end - start >= text.length
        && Arrays.equals(bytes, start, start + text.length, text, 0, text.length);
  }

  /**
   * The number that stands in some columns of the line at hand, blanks before and after it left
   * out.
   *
   * @param from the first column, from 0
   * @param to one past the last column, which the line may not reach
   * @return the number; NaN if there is none
   */
  public double number(int from, int to) {
    int first = Math.min(start + from, end);
    int last = Math.min(start + to, end);
    while (first < last && Tokens.isBlank(bytes[first])) {
      first++;
    }
    while (last > first && Tokens.isBlank(bytes[last - 1])) {
      last--;
    }
    return Decimal.parse(bytes, first, last);
  }

  /**
   * What stands in some columns of the line at hand, for a message.
   *
   * @param from the first column, from 0
   * @param to one past the last column, which the line may not reach
   * @return printable characters
   */
  public String shown(int from, int to) {
    return shown(bytes, Math.min(start + from, end), Math.min(start + to, end)).trim();
  }

  /**
   * The beginning of the line at hand, for a message.
   *
   * @return printable characters
   */
  public String shown() {
    return shown(bytes, start, end);
  }

  /**
   * A piece of text, for a message.
   *
   * @param bytes where it is
   * @param start where it begins
   * @param end where it ends
   * @return printable characters, not many
   */
  public static String shown(byte[] bytes, int start, int end) {
    int shownEnd = Math.min(end, start + SHOWN);
    String text = new String(bytes, start, shownEnd - start, StandardCharsets.US_ASCII);
    return text.replaceAll("[^ -~]", "?") + (shownEnd < end ? "…" : "");
  }
}
