package org.chikei.trajectory.xtc;

import java.nio.ByteBuffer;
import org.chikei.trajectory.file.BoxCheck;

/** Where things stand in an XTC frame, in bytes from its beginning, and what they may be. */
final class XtcHeader {
  static final int MAGIC = 1995;

  /** Marks frames that state the number of packed bytes in 64 bits. */
  static final int LONG_MAGIC = 2023;

  /** Up to this many atoms are stored as plain floats. */
  static final int PLAIN = 9;

  static final int TIME = 12;
  static final int BOX = 16;
  static final int ATOMS_AGAIN = 52;
  static final int PLAIN_POSITIONS = 56;
  static final int PRECISION = 56;
  static final int LENGTH = 88;

  private static final int ATOMS = 4;

  /** Grid points in a nm, far beyond what anybody writes. */
  private static final float COARSEST = 1e-3f;

  private static final float FINEST = 1e12f;

  private XtcHeader() {}

  /** How long the header of a frame is, up to where its positions begin. */
  static int length(int magic, int atoms) {
    if (atoms <= PLAIN) {
      return PLAIN_POSITIONS;
    }
    return magic == LONG_MAGIC ? LENGTH + 8 : LENGTH + 4;
  }

  /** Whether a number is one of the two magic numbers. */
  static boolean isMagic(int number) {
    return number == MAGIC || number == LONG_MAGIC;
  }

  static int atoms(ByteBuffer buffer, int at) {
    return buffer.getInt(at + ATOMS);
  }

  /** How many packed bytes follow the header at an index. */
  static long packed(ByteBuffer buffer, int at) {
    return buffer.getInt(at) == LONG_MAGIC
        ? buffer.getLong(at + LENGTH)
        : buffer.getInt(at + LENGTH);
  }

  /** The length of the frame whose header is at an index. */
  static long frame(ByteBuffer buffer, int at) {
    int atoms = atoms(buffer, at);
    long header = length(buffer.getInt(at), atoms);
    return atoms <= PLAIN ? header + 12L * atoms : header + (packed(buffer, at) + 3 & ~3L);
  }

  /** What is wrong with the header at an index, beyond magic number and atoms; or null. */
  static String fault(ByteBuffer buffer, int at) {
    int atoms = atoms(buffer, at);
    if (buffer.getInt(at + ATOMS_AGAIN) != atoms) {
      return "two numbers of atoms that differ";
    }
    if (Float.isNaN(buffer.getFloat(at + TIME))) {
      return "the time is not a number";
    }
    if (atoms <= PLAIN) {
      return null;
    }
    float precision = buffer.getFloat(at + PRECISION);
    if (!(precision >= COARSEST && precision <= FINEST)) {
      return "a precision of " + precision;
    }
    // An atom takes two bits at least and, with three full words and six bits, 13 bytes at most.
    long packed = packed(buffer, at);
    if (packed < atoms / 4 || packed > 13L * atoms) {
      return packed + " packed bytes for " + atoms + " atoms";
    }
    return null;
  }

  /** The box of the header at an index, in nm. */
  static double[] box(ByteBuffer buffer, int at) {
    double[] box = new double[9];
    for (int k = 0; k < 9; k++) {
      box[k] = buffer.getFloat(at + BOX + 4 * k);
    }
    return box;
  }

  /** Whether the bytes at an index look like a header through and through. */
  static boolean isLikely(ByteBuffer buffer, int at) {
    return isMagic(buffer.getInt(at))
        && fault(buffer, at) == null
        && BoxCheck.fault(box(buffer, at)) == null;
  }
}
