package org.chikei.trajectory.series;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.chikei.api.InputException;
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
  private final FileChannel channel;
  private final long size;
  private final InputStream in;
  private final boolean compressed;

  private byte[] bytes = new byte[WINDOW];
  private int limit;
  private int start;
  private int end;
  private int next;
  private long number;
  private boolean terminated;
  private boolean cut;
  private boolean again;

  /** Opens a file; an {@link InputException} if it is missing, empty, or not to be read. */
  LineStream(Path path) throws IOException {
    this.path = path;
    if (Files.isDirectory(path)) {
      throw new InputException(path, "this is a folder, not a table");
    }
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new InputException(path, "there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new InputException(path, "no permission to read this file", e);
    }
    try {
      size = channel.size();
      if (size == 0) {
        throw new InputException(path, "the file is empty");
      }
      ByteBuffer magic = ByteBuffer.allocate(2);
      channel.read(magic, 0);
      compressed = magic.get(0) == 0x1f && magic.get(1) == (byte) 0x8b;
      InputStream plain = Channels.newInputStream(channel);
      in = compressed ? new GZIPInputStream(plain, WINDOW) : plain;
      fill();
      if (limit >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb) {
        next = 3;
      }
    } catch (EOFException | ZipException e) {
      channel.close();
      throw new InputException(path, "the compressed file is cut or damaged at its beginning", e);
    } catch (IOException e) {
      channel.close();
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
    int got;
    try {
      got = in.read(bytes, kept, bytes.length - kept);
    } catch (EOFException e) {
      cut = true;
      return false;
    } catch (ZipException e) {
      throw new InputException(
          path, "after line " + number + ": the compressed file is damaged", e);
    }
    limit = kept + Math.max(got, 0);
    return got > 0;
  }

  /** Whether places can be jumped to. */
  boolean jumps() {
    return !compressed;
  }

  /** Moves to a place of a file that is not compressed; lines are counted anew from there. */
  void seek(long position) throws IOException {
    channel.position(position);
    limit = 0;
    start = 0;
    end = 0;
    next = 0;
    number = 0;
    again = false;
  }

  /** Where the next line begins in a file that is not compressed. */
  long after() throws IOException {
    return channel.position() - (limit - (again ? start : next));
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

  /** Whether a compressed file has ended before its end. */
  boolean cut() {
    return cut;
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

  /** How much of the file was read, from 0 to 1. */
  double progress() throws IOException {
    return Math.min(1, Math.max(0, channel.position() - limit + next) / (double) size);
  }

  long size() {
    return size;
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
    channel.close();
  }
}
