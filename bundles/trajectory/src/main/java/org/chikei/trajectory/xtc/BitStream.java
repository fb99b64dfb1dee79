package org.chikei.trajectory.xtc;

/** Bits in big-endian words, the highest first, to be looked at from any bit on. */
final class BitStream {

  /** How many words after the last bit must be there, so that a look never ends outside. */
  static final int SLACK = 40;

  private static final long WORD = 0xffffffffL;

  private int[] words;
  private int start;

  /** Takes words; the bit number 0 is the highest of the word at an index. */
  void use(int[] words, int start) {
    this.words = words;
    this.start = start;
  }

  /** The 64 bits from a bit on. */
  long bits(long at) {
    int index = start + (int) (at >>> 5);
    int shift = (int) at & 31;
    long two = (long) words[index] << 32 | words[index + 1] & WORD;
    return two << shift | (words[index + 2] & WORD) >>> 32 - shift;
  }
}
