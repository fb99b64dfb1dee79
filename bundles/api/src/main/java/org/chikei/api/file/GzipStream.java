package org.chikei.api.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.chikei.api.InputException;

/**
 * Unpacks a gzip file (RFC 1952) of one or more members. Unlike the JDK's own it does not take what
 * it cannot read for the end: after a member stand another one, zeros as tapes pad with, or
 * nothing.
 */
final class GzipStream extends InputStream {
  private static final int SIGNATURE = 3;
  private static final int ID_1 = 0x1f;
  private static final int ID_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final Path file;
  private final InputStream bytes;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] input = new byte[1 << 16];
  private final byte[] one = new byte[1];
  private int at;
  private int limit;
  private long position;
  private long unpacked;
  private boolean ended;

  /**
   * Begins to unpack.
   *
   * @param file the file, for messages
   * @param bytes its bytes, closed with this
   */
  GzipStream(Path file, InputStream bytes) throws IOException {
    this.file = file;
    this.bytes = bytes;
    try {
      header();
    } catch (EOFException e) {
      throw cut(e);
    }
  }

  /** Whether a file begins as a gzip file does. */
  static boolean begins(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(SIGNATURE);
    int got = 0;
    while (got >= 0 && head.hasRemaining()) {
      got = channel.read(head, head.position());
    }
    return !head.hasRemaining()
        && (head.get(0) & 0xff) == ID_1
        && (head.get(1) & 0xff) == ID_2
        && head.get(2) == DEFLATE;
  }

  /** How many bytes of the file were used so far. */
  long position() {
    return position - (limit - at);
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    try {
      while (!ended) {
        int got = inflater.inflate(buffer, from, count);
        if (got > 0) {
          checksum.update(buffer, from, got);
          unpacked += got;
          return got;
        }
        if (inflater.finished()) {
          nextMember();
        } else if (inflater.needsDictionary()) {
          throw damaged("it asks for a dictionary, which gzip has none of", null);
        } else {
          more();
          inflater.setInput(input, at, limit - at);
          at = limit;
        }
      }
      return -1;
    } catch (EOFException e) {
      throw cut(e);
    } catch (DataFormatException e) {
      throw damaged("what is packed there cannot be unpacked", e);
    }
  }

  private void nextMember() throws IOException {
    at = limit - inflater.getRemaining();
    long sum = word();
    long length = word();
    if (sum != checksum.getValue() || length != (unpacked & 0xffffffffL)) {
      throw damaged("the checksum of what was unpacked is wrong", null);
    }
    inflater.reset();
    checksum.reset();
    unpacked = 0;
    int next = peek();
    if (next == 0) {
      skipPadding();
    } else if (next >= 0) {
      header();
    }
    ended = next <= 0;
  }

  private void skipPadding() throws IOException {
    int next = peek();
    while (next == 0) {
      at++;
      next = peek();
    }
    if (next > 0) {
      throw damaged("what follows there is not gzip", null);
    }
  }

  private void header() throws IOException {
    boolean known = next() == ID_1;
    known = known && next() == ID_2;
    known = known && next() == DEFLATE;
    int flags = known ? next() : 0;
    if (!known || (flags & RESERVED) != 0) {
      throw damaged("what follows there is not gzip", null);
    }
    skip(6); // time, extra flags, system
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.setInput(input, at, limit - at);
    at = limit;
  }

  private void skip(int count) throws IOException {
    for (int k = 0; k < count; k++) {
      next();
    }
  }

  private void skipText() throws IOException {
    int character = next();
    while (character != 0) {
      character = next();
    }
  }

  private long word() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    if (at == limit) {
      more();
    }
    return input[at++] & 0xff;
  }

  private int peek() throws IOException {
    if (at == limit && !fill()) {
      return -1;
    }
    return input[at] & 0xff;
  }

  private void more() throws IOException {
    if (!fill()) {
      throw new EOFException();
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, bytes.read(input));
    position += limit;
    return limit > 0;
  }

  private InputException cut(EOFException cause) {
    return new InputException(
        file,
        "the gzip file is cut after %d bytes; was it copied whole?".formatted(position),
        cause);
  }

  private InputException damaged(String what, Exception cause) {
    return new InputException(
        file,
        "the gzip file is damaged at or before byte %d: %s; take a sound copy"
            .formatted(position(), what),
        cause);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    bytes.close();
  }
}
