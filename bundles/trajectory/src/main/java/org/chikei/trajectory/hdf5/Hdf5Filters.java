package org.chikei.trajectory.hdf5;

import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.chikei.api.InputException;
import org.chikei.trajectory.file.TrajectoryFile;

/** Undoes what was done to a chunk before it was stored. Not thread-safe. */
final class Hdf5Filters {
  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;
  private static final int FLETCHER = 3;
  private static final int CHECKSUM = 4;

  /** What is made at first for a chunk, whatever length it claims to have. */
  private static final int MODEST = 64 << 10;

  private final TrajectoryFile file;
  private final int[] filters;
  private final int chunkBytes;
  private final int elementBytes;
  private final Inflater inflater = new Inflater();

  /** Two buffers, so that each step has one to read and one to write. */
  private final byte[][] buffers = new byte[2][];

  private Hdf5Filters(TrajectoryFile file, int[] filters, int chunkBytes, int elementBytes) {
    this.file = file;
    this.filters = filters;
    this.chunkBytes = chunkBytes;
    this.elementBytes = elementBytes;
  }

  /** Says which filters there are, if they can be undone. */
  static int[] check(TrajectoryFile file, String name, List<FilterInfo> infos)
      throws InputException {
    int[] filters = new int[infos.size()];
    for (int k = 0; k < filters.length; k++) {
      filters[k] = infos.get(k).getId();
      if (filters[k] < DEFLATE || filters[k] > FLETCHER) {
        throw file.fault(
            "'%s' is packed with the HDF5 filter %d, which is not read; 'h5repack -f GZIP=6 old new' changes it"
                .formatted(name, filters[k]));
      }
    }
    return filters;
  }

  static Hdf5Filters of(TrajectoryFile file, int[] filters, int chunkBytes, int elementBytes) {
    return new Hdf5Filters(file, filters, chunkBytes, elementBytes);
  }

  /**
   * Unpacks a chunk.
   *
   * @param stored what the file has
   * @param last an array that may be used again; null if there is none
   * @return the chunk's bytes
   */
  byte[] undo(ByteBuffer stored, byte[] last) throws InputException {
    byte[] bytes = null;
    int length = stored.remaining();
    for (int k = filters.length - 1; k >= 0; k--) {
      if (bytes == null && filters[k] != DEFLATE) {
        bytes = buffer(0, length);
        stored.get(bytes, 0, length);
      }
      switch (filters[k]) {
        case DEFLATE -> {
          int expected = chunkBytes + CHECKSUM * count(FLETCHER, k);
          int which = bytes != null && bytes == buffers[0] ? 1 : 0;
          inflate(bytes == null ? stored : ByteBuffer.wrap(bytes, 0, length), which, expected);
          bytes = buffers[which];
          length = expected;
        }
        case SHUFFLE -> {
          byte[] next = buffer(bytes == buffers[0] ? 1 : 0, length);
          unshuffle(bytes, length, next);
          bytes = next;
        }
        default -> length = checked(bytes, length);
      }
    }
    if (length != chunkBytes) {
      throw damaged("it has " + length + " bytes where " + chunkBytes + " belong");
    }
    byte[] chunk = last == null ? new byte[chunkBytes] : last;
    System.arraycopy(bytes, 0, chunk, 0, chunkBytes);
    return chunk;
  }

  private byte[] buffer(int which, int length) {
    if (buffers[which] == null || buffers[which].length < length) {
      buffers[which] = new byte[length];
    }
    return buffers[which];
  }

  /** How many of the first filters are of a kind. */
  private int count(int kind, int first) {
    int count = 0;
    for (int k = 0; k < first; k++) {
      count += filters[k] == kind ? 1 : 0;
    }
    return count;
  }

  /** Unpacks into a buffer that grows with what comes, not with what is claimed. */
  private void inflate(ByteBuffer packed, int which, int expected) throws InputException {
    inflater.reset();
    inflater.setInput(packed);
    byte[] to = buffer(which, Math.min(expected, MODEST));
    try {
      int got = 0;
      int step = 1;
      while (got < expected && step > 0) {
        if (got == to.length) {
          to = Arrays.copyOf(to, (int) Math.min(expected, 4L * got));
          buffers[which] = to;
        }
        step = inflater.inflate(to, got, Math.min(expected, to.length) - got);
        got += step;
      }
      if (got < expected) {
        throw damaged("it unpacks to " + got + " bytes where " + expected + " belong");
      }
    } catch (DataFormatException e) {
      throw damaged("it cannot be unpacked");
    }
  }

  /** Brings together the bytes of each number, of which the first of all stand first. */
  private void unshuffle(byte[] from, int length, byte[] to) {
    int count = length / elementBytes;
    for (int b = 0; b < elementBytes; b++) {
      int start = b * count;
      for (int k = 0; k < count; k++) {
        to[k * elementBytes + b] = from[start + k];
      }
    }
    int rest = count * elementBytes;
    System.arraycopy(from, rest, to, rest, length - rest);
  }

  /** Fletcher's sum of two-byte words, the first byte of each the higher. */
  private int checked(byte[] bytes, int length) throws InputException {
    int end = length - CHECKSUM;
    if (end < 0) {
      throw damaged("it has no room for its checksum");
    }
    long low = 0;
    long high = 0;
    for (int k = 0; k < end; k += 2) {
      int second = k + 1 < end ? bytes[k + 1] & 0xff : 0;
      low = (low + ((bytes[k] & 0xff) << 8 | second)) % 65535;
      high = (high + low) % 65535;
    }
    long sum = high << 16 | low;
    long stated = 0;
    for (int k = 3; k >= 0; k--) {
      stated = stated << 8 | bytes[end + k] & 0xff;
    }
    if (sum != stated) {
      throw damaged("its checksum is wrong");
    }
    return end;
  }

  private InputException damaged(String what) {
    return file.fault("a chunk of the HDF5 file is damaged: " + what + "; take a sound copy");
  }
}
