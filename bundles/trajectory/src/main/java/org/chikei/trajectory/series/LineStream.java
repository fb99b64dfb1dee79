package org.chikei.trajectory.series;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.chikei.api.InputException;
import org.chikei.api.file.FileContent;
import org.chikei.trajectory.text.Lines;

/**
 * The lines of a file from its beginning to its end, gzip-compressed or not. Lines end in LF or CR
 * LF; a byte order mark is passed over. The line at hand is a piece of an array that is used again;
 * not thread-safe.
 */
final class LineStream implements AutoCloseable {
  private static final int WINDOW = 64 << 10;
  private static final int LONGEST = 8 << 20;

  private final Path path;

  /** What is not compressed is read at any place, what is compressed from its beginning. */
  private final FileContent content;

  private final InputStream stream;

  private byte[] bytes = new byte[WINDOW];
  private long position;
  private int limit;
  private int start;
  private int end;
  private int next;
  private long number;
  private boolean terminated;
  private boolean again;

  /** Opens a file; an {@link InputException} if it is missing, empty, or not to be read. */
  LineStream(Path path) throws IOException {
    this.path = path;
    if (FileContent.isCompressed(path)) {
      content = null;
      stream = FileContent.stream(path);
    } else {
      content = FileContent.open(path);
      stream = null;
    }
    try {
      if (!fill()) {
        throw new InputException(path, "the file is empty");
      }
      if (limit >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb) {
        next = 3;
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Takes the next line; false at the end. */
  boolean next() throws IOException {
    if (again) {
      again = false;
      return true;
    }
    start = next;
    int at = next;
    while (true) {
      while (at < limit && bytes[at] != '\n') {
        at++;
      }
      if (at < limit) {
        next = at + 1;
        end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        terminated = true;
        number++;
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
    number += end > start ? 1 : 0;
    return end > start;
  }

  /** Lets {@link #next} take the line at hand once more. */
  void again() {
    again = true;
  }

  /** Moves what is left of the line to the front and reads on; false at the end of the file. */
  private boolean fill() throws IOException {
    int kept = limit - start;
    if (kept == bytes.length) {
      if (kept >= LONGEST) {
        throw fault("the line has no end; is this text?");
      }
      bytes = Arrays.copyOf(bytes, 2 * kept);
    } else if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, kept);
      start = 0;
    }
    limit = kept;
    int got = read(bytes, kept, bytes.length - kept);
    limit = kept + Math.max(got, 0);
    return got > 0;
  }

  private int read(byte[] into, int at, int most) throws IOException {
    if (stream != null) {
      return stream.read(into, at, most);
    }
    int count = (int) Math.min(most, content.size() - position);
    if (count > 0) {
      content.read(ByteBuffer.wrap(into, at, count), position);
      position += count;
    }
    return count;
  }

  /** Whether places can be jumped to. */
  boolean jumps() {
    return content != null;
  }

  /** Moves to a place of a file that is not compressed; lines are counted anew from there. */
  void seek(long place) {
    position = place;
    limit = 0;
    start = 0;
    end = 0;
    next = 0;
    number = 0;
    again = false;
  }

  /** Where the next line begins in a file that is not compressed. */
  long after() {
    return position - (limit - (again ? start : next));
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The number of the line at hand, from 1. */
  long number() {
    return number;
  }

  /** Whether the line at hand ends in a line feed, as all but the last of a file do. */
  boolean terminated() {
    return terminated;
  }

  /** The first character that is not a blank; 0 in a blank line. */
  char first() {
    for (int k = start; k < end; k++) {
      if (bytes[k] > ' ' || bytes[k] < 0) {
        return (char) (bytes[k] & 0xff);
      }
    }
    return 0;
  }

  /** Whether the line at hand begins with some letters. */
  boolean startsWith(String letters) {
    if (end - start < letters.length()) {
      return false;
    }
    for (int k = 0; k < letters.length(); k++) {
      if (bytes[start + k] != letters.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** The line at hand as text. */
  String text() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** The beginning of the line at hand, for a message. */
  String shown() {
    return Lines.shown(bytes, start, end);
  }

  /** How much of the file was read, from 0 to 1; NaN for a compressed file. */
  double progress() {
    return content == null ? Double.NaN : Math.min(1, (double) after() / content.size());
  }

  /** The length of a file that is not compressed. */
  long size() {
    return content.size();
  }

  Path path() {
    return path;
  }

  /** An exception about the line at hand. */
  InputException fault(String what) {
    return new InputException(path, "line " + number + ": " + what);
  }

  @Override
  public void close() throws IOException {
    if (content != null) {
      content.close();
    } else {
      stream.close();
    }
  }
}
