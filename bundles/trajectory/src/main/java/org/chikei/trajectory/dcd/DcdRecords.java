package org.chikei.trajectory.dcd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * How a DCD file keeps its Fortran records: each between two markers that state its length.
 *
 * @param order the order of bytes
 * @param marker the length of a marker: 4 or 8
 */
record DcdRecords(ByteOrder order, int marker) {
  /** The length of the record that opens a file. */
  static final int HEADER = 84;

  private static final int LONGEST_MARKER = 8;
  private static final int POSITIONS = 'C' << 24 | 'O' << 16 | 'R' << 8 | 'D';
  private static final int VELOCITIES = 'V' << 24 | 'E' << 16 | 'L' << 8 | 'D';

  /**
   * Tells from the first bytes of a file.
   *
   * @param head the first bytes
   * @return how the file keeps its records, or null if it is no DCD file
   */
  static DcdRecords of(ByteBuffer head) {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      for (int marker = 4; marker <= LONGEST_MARKER; marker += 4) {
        DcdRecords records = new DcdRecords(order, marker);
        if (head.limit() >= marker + 4
            && records.length(head, 0) == HEADER
            && isKind(head.duplicate().order(ByteOrder.BIG_ENDIAN).getInt(marker))) {
          return records;
        }
      }
    }
    return null;
  }

  private static boolean isKind(int word) {
    return word == POSITIONS || word == VELOCITIES;
  }

  /** Whether a file holds velocities in the place of positions. */
  static boolean areVelocities(byte[] header) {
    return header[0] == 'V';
  }

  /** The length that the marker at an index states; −1 for one that no file can hold. */
  long length(ByteBuffer buffer, int at) {
    ByteBuffer bytes = buffer.duplicate().order(order);
    return Math.max(-1, marker == 4 ? bytes.getInt(at) : bytes.getLong(at));
  }

  /** The byte at an index of the marker that states a length. */
  byte at(long length, int index) {
    int place = order == ByteOrder.LITTLE_ENDIAN ? index : marker - 1 - index;
    return (byte) (length >> 8 * place);
  }

  /** How much of a file a record takes with its two markers. */
  long span(long length) {
    return length + 2L * marker;
  }

  /**
   * Reads the marker at a place.
   *
   * @return the length it states, or −1 if that is none or the file ends before
   */
  long length(TrajectoryFile file, long position) throws IOException {
    if (file.size() - position < marker) {
      return -1;
    }
    ByteBuffer bytes = ByteBuffer.allocate(marker);
    file.read(bytes, position);
    return length(bytes, 0);
  }

  /** Whether a record of some length stands at a place, between two markers that agree. */
  boolean stands(TrajectoryFile file, long position, long length) throws IOException {
    return span(length) <= file.size() - position
        && length(file, position) == length
        && length(file, position + marker + length) == length;
  }
}
