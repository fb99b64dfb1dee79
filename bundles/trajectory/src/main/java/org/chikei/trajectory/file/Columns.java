package org.chikei.trajectory.file;

/**
 * Takes vectors of stored numbers out of many frames and puts them into columns. One call per atom,
 * one simple loop over frames, so that the compiler has it soon.
 */
public final class Columns {
  private static final int FLOAT_EXPONENT = 0x7f800000;
  private static final int FLOAT_CARRY = 0x00800000;
  private static final long DOUBLE_EXPONENT = 0x7ff0000000000000L;
  private static final long DOUBLE_CARRY = 0x0010000000000000L;

  private Columns() {}

  /**
   * Takes three consecutive numbers of 4 bytes out of each frame.
   *
   * @param words where they are, as big-endian words of 4 bytes read them
   * @param at for each frame an index in the words, from {@code at[from]} on
   * @param from the first entry of {@code at}
   * @param frames the number of frames
   * @param shift where the first number stands, from that index
   * @param columns where to put them
   * @param start the entry for the first number of the first frame
   * @param stride the distance between the columns of the three numbers
   * @return whether all are finite
   */
  public static boolean floats(
      int[] words,
      int[] at,
      int from,
      int frames,
      int shift,
      double[] columns,
      int start,
      int stride) {
    int y = start + stride;
    int z = y + stride;
    int carry = 0;
    for (int j = 0; j < frames; j++) {
      int index = at[from + j] + shift;
      int bx = words[index];
      int by = words[index + 1];
      int bz = words[index + 2];
      columns[start + j] = Float.intBitsToFloat(bx);
      columns[y + j] = Float.intBitsToFloat(by);
      columns[z + j] = Float.intBitsToFloat(bz);
      carry |= (bx & FLOAT_EXPONENT) + FLOAT_CARRY;
      carry |= (by & FLOAT_EXPONENT) + FLOAT_CARRY;
      carry |= (bz & FLOAT_EXPONENT) + FLOAT_CARRY;
    }
    return carry >= 0;
  }

  /**
   * Takes one number of 4 bytes out of each frame and multiplies it.
   *
   * @param words where they are, as words of 4 bytes in the order of the file read them
   * @param at for each frame an index in the words, from {@code at[from]} on
   * @param from the first entry of {@code at}
   * @param frames the number of frames
   * @param shift where the number stands, from that index
   * @param factor what it is multiplied by
   * @param column where to put them
   * @param start the entry for the first frame
   * @return whether all are finite
   */
  public static boolean floats(
      int[] words,
      int[] at,
      int from,
      int frames,
      int shift,
      double factor,
      double[] column,
      int start) {
    int carry = 0;
    for (int j = 0; j < frames; j++) {
      int bits = words[at[from + j] + shift];
      column[start + j] = Float.intBitsToFloat(bits) * factor;
      carry |= (bits & FLOAT_EXPONENT) + FLOAT_CARRY;
    }
    return carry >= 0;
  }

  /**
   * Takes three consecutive numbers of 8 bytes out of each frame.
   *
   * @param words where they are, as big-endian words of 4 bytes read them
   * @param at for each frame an index in the words, from {@code at[from]} on
   * @param from the first entry of {@code at}
   * @param frames the number of frames
   * @param shift where the first number stands, from that index
   * @param columns where to put them
   * @param start the entry for the first number of the first frame
   * @param stride the distance between the columns of the three numbers
   * @return whether all are finite
   */
  public static boolean doubles(
      int[] words,
      int[] at,
      int from,
      int frames,
      int shift,
      double[] columns,
      int start,
      int stride) {
    int y = start + stride;
    int z = y + stride;
    long carry = 0;
    for (int j = 0; j < frames; j++) {
      int index = at[from + j] + shift;
      long bx = pair(words, index);
      long by = pair(words, index + 2);
      long bz = pair(words, index + 4);
      columns[start + j] = Double.longBitsToDouble(bx);
      columns[y + j] = Double.longBitsToDouble(by);
      columns[z + j] = Double.longBitsToDouble(bz);
      carry |= (bx & DOUBLE_EXPONENT) + DOUBLE_CARRY;
      carry |= (by & DOUBLE_EXPONENT) + DOUBLE_CARRY;
      carry |= (bz & DOUBLE_EXPONENT) + DOUBLE_CARRY;
    }
    return carry >= 0;
  }

  private static long pair(int[] words, int index) {
    return (long) words[index] << 32 | words[index + 1] & 0xffffffffL;
  }

  /**
   * Finds the first frame in which one of three columns is not finite.
   *
   * @param columns the columns
   * @param start the entry of the first column for the first frame
   * @param stride the distance between the columns
   * @param frames the number of frames
   * @return the frame, from 0, or −1
   */
  public static int notFinite(double[] columns, int start, int stride, int frames) {
    for (int j = start; j < start + frames; j++) {
      double sum = columns[j] - columns[j];
      sum += columns[j + stride] - columns[j + stride];
      sum += columns[j + 2 * stride] - columns[j + 2 * stride];
      if (sum != 0) {
        return j - start;
      }
    }
    return -1;
  }
}
