package org.chikei.trajectory.trr;

import java.nio.ByteBuffer;
import org.chikei.trajectory.file.Quantity;

/**
 * What the header of a frame says of the frame: frames of a file share few layouts.
 *
 * @param atoms the number of atoms
 * @param bytes the length of a number: 4 or 8
 * @param box whether there is a box
 * @param positions where the positions begin, from the frame's beginning; 0 for none
 * @param velocities where the velocities begin; 0 for none
 * @param forces where the forces begin; 0 for none
 * @param length the length of the frame
 */
record TrrLayout(
    int atoms, int bytes, boolean box, long positions, long velocities, long forces, long length) {

  /** Magic number, the length of the version string twice, {@code GMX_trn_file}. */
  static final byte[] SIGNATURE = {
    0,
    0,
    7,
    (byte) 201,
    0,
    0,
    0,
    13,
    0,
    0,
    0,
    12,
    'G',
    'M',
    'X',
    '_',
    't',
    'r',
    'n',
    '_',
    'f',
    'i',
    'l',
    'e'
  };

  /** How many bytes of a header say how the frame is laid out: all before the step. */
  static final int SHAPE = 68;

  /** How long a header is at least and at most. */
  static final int SHORT_HEADER = 84;

  static final int LONG_HEADER = 92;

  private static final int SIZES = 24;
  private static final int BOX = 2;
  private static final int VIRIAL = 3;
  private static final int PRESSURE = 4;
  private static final int POSITIONS = 7;
  private static final int VELOCITIES = 8;
  private static final int FORCES = 9;
  private static final int ATOMS = 10;
  private static final int[] OBSOLETE = {0, 1, 5, 6};
  private static final int TIME = 76;

  /** What is wrong with the header at an index, or null. */
  static String fault(ByteBuffer buffer, int at) {
    for (int k = 0; k < SIGNATURE.length; k++) {
      if (buffer.get(at + k) != SIGNATURE[k]) {
        return "no frame of a TRR file begins here";
      }
    }
    long atoms = size(buffer, at, ATOMS);
    if (atoms < 0) {
      return "the header claims " + atoms + " atoms";
    }
    for (int obsolete : OBSOLETE) {
      if (size(buffer, at, obsolete) != 0) {
        return "the header claims blocks that no TRR file holds";
      }
    }
    int bytes = bytes(buffer, at);
    boolean consistent = bytes == 4 || bytes == 8;
    for (int tensor = BOX; tensor <= PRESSURE; tensor++) {
      long size = size(buffer, at, tensor);
      consistent &= size == 0 || size == 9L * bytes;
    }
    for (int vectors = POSITIONS; vectors <= FORCES; vectors++) {
      long size = size(buffer, at, vectors);
      consistent &= size == 0 || size == 3L * atoms * bytes;
    }
    return consistent ? null : "the header's block lengths do not fit " + atoms + " atoms";
  }

  /** Reads a header in which there is no fault. */
  static TrrLayout read(ByteBuffer buffer, int at) {
    int bytes = bytes(buffer, at);
    long end = bytes == 4 ? SHORT_HEADER : LONG_HEADER;
    end += size(buffer, at, BOX) + size(buffer, at, VIRIAL) + size(buffer, at, PRESSURE);
    long[] places = new long[3];
    for (int k = 0; k < 3; k++) {
      long size = size(buffer, at, POSITIONS + k);
      places[k] = size > 0 ? end : 0;
      end += size;
    }
    return new TrrLayout(
        (int) size(buffer, at, ATOMS),
        bytes,
        size(buffer, at, BOX) > 0,
        places[0],
        places[1],
        places[2],
        end);
  }

  /** The time that the header at an index states. */
  double time(ByteBuffer buffer, int at) {
    return bytes == 4 ? buffer.getFloat(at + TIME) : buffer.getDouble(at + TIME);
  }

  /** Where a quantity begins, from the frame's beginning; 0 where it is not there. */
  long start(Quantity quantity) {
    return switch (quantity) {
      case POSITIONS -> positions;
      case VELOCITIES -> velocities;
      case FORCES -> forces;
    };
  }

  /** The length of a header. */
  int header() {
    return bytes == 4 ? SHORT_HEADER : LONG_HEADER;
  }

  /** The length of a number, told from the first block that is there; 4 if there is none. */
  private static int bytes(ByteBuffer buffer, int at) {
    for (int tensor = BOX; tensor <= PRESSURE; tensor++) {
      long size = size(buffer, at, tensor);
      if (size != 0) {
        return size == 72 ? 8 : 4;
      }
    }
    for (int vectors = POSITIONS; vectors <= FORCES; vectors++) {
      long size = size(buffer, at, vectors);
      if (size != 0) {
        return size == 24 * size(buffer, at, ATOMS) ? 8 : 4;
      }
    }
    return 4;
  }

  private static long size(ByteBuffer buffer, int at, int field) {
    return buffer.getInt(at + SIZES + 4 * field);
  }
}
