package org.chikei.trajectory.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.chikei.api.InputException;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;

/** Reads the header of a NetCDF file from its beginning to its end. */
final class NetcdfCursor {
  private static final int WINDOW = 64 << 10;
  private static final int LONGEST_NAME = 4 << 10;

  private final TrajectoryFile file;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long read;

  /** Whether counts take 8 bytes, and places. */
  private boolean wideCounts;

  private boolean widePlaces;

  NetcdfCursor(TrajectoryFile file) {
    this.file = file;
  }

  /** Says how wide counts and places are from here on. */
  void width(boolean counts, boolean places) {
    wideCounts = counts;
    widePlaces = places;
  }

  /** Where the next byte stands. */
  long position() {
    return read - window.remaining();
  }

  private void need(int bytes) throws IOException {
    if (window.remaining() < bytes) {
      window.compact();
      window.limit((int) Math.min(WINDOW, window.position() + file.size() - read));
      int before = window.position();
      file.read(window, read);
      read += window.position() - before;
      window.flip();
      if (window.remaining() < bytes) {
        throw Refusals.cutInFirst(file);
      }
    }
  }

  int word() throws IOException {
    need(4);
    return window.getInt();
  }

  private long longWord() throws IOException {
    need(8);
    return window.getLong();
  }

  /** A count, a length or a number of a dimension. */
  long count() throws IOException {
    long start = position();
    long count = wideCounts ? longWord() : word();
    if (count < 0) {
      throw damaged(start, "a count of " + count);
    }
    return count;
  }

  /** The number of records; −1 where the writer did not know it. */
  long records() throws IOException {
    return Math.max(-1, wideCounts ? longWord() : word());
  }

  /** A place in the file. */
  long place() throws IOException {
    return widePlaces ? longWord() : word() & 0xffffffffL;
  }

  /** The number of entries of a list with a tag of its own; 0 for a list that is not there. */
  long list(int tag) throws IOException {
    long start = position();
    int found = word();
    long entries = count();
    if (found != tag && (found != 0 || entries != 0)) {
      throw damaged(start, "a list that no NetCDF header has there");
    }
    return entries;
  }

  String name() throws IOException {
    long start = position();
    long length = count();
    if (length > LONGEST_NAME) {
      throw damaged(start, "a name of " + length + " bytes");
    }
    return text((int) length);
  }

  /** Text, which is filled up to a multiple of four bytes. */
  String text(int length) throws IOException {
    int padded = length + 3 & ~3;
    need(padded);
    byte[] bytes = new byte[padded];
    window.get(bytes);
    return new String(bytes, 0, length, StandardCharsets.UTF_8).replaceAll("\\x00+$", "");
  }

  NetcdfType type() throws IOException {
    long start = position();
    int code = word();
    NetcdfType type = NetcdfType.of(code);
    if (type == null) {
      throw damaged(start, "a type of number " + code);
    }
    return type;
  }

  /** The first of some numbers, which all are passed over. */
  double number(NetcdfType type, long count) throws IOException {
    double first = Double.NaN;
    if (count > 0) {
      need(8 <= file.size() - position() ? 8 : 4);
      int at = window.position();
      first =
          switch (type) {
            case BYTE -> window.get(at);
            case SHORT -> window.getShort(at);
            case INT -> window.getInt(at);
            case FLOAT -> window.getFloat(at);
            case DOUBLE -> window.remaining() < 8 ? Double.NaN : window.getDouble(at);
            case LONG -> window.remaining() < 8 ? Double.NaN : window.getLong(at);
            default -> Double.NaN;
          };
    }
    skip(type, count);
    return first;
  }

  private void skip(NetcdfType type, long count) throws IOException {
    long start = position();
    if (count > file.size() / type.bytes()) {
      throw damaged(start, count + " numbers in a header");
    }
    long left = count * type.bytes() + 3 & ~3L;
    if (left > file.size() - start) {
      throw Refusals.cutInFirst(file);
    }
    while (left > 0) {
      need(4);
      int step = (int) Math.min(left, window.remaining() & ~3);
      window.position(window.position() + step);
      left -= step;
    }
  }

  InputException damaged(long place, String what) {
    return file.damaged(place, -1, what);
  }
}
