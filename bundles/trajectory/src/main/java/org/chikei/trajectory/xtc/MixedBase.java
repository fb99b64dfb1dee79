package org.chikei.trajectory.xtc;

/**
 * A number of up to 96 bits that holds three digits, the first in the highest place. Its bits stand
 * in the file byte by byte with the lowest byte first, and the last, incomplete byte last.
 */
final class MixedBase {
  /** Up to this many bits a number and its double fit a long. */
  private static final int NARROW = 62;

  private int bits;
  private long second;
  private long third;
  private long secondInverse;
  private long thirdInverse;
  private int whole;
  private int part;
  private long mask;

  int x;
  int y;
  int z;

  /** Takes the ranges of the three digits; the number is as wide as their product. */
  void use(long first, long second, long third) {
    long low = first * second;
    long high = Math.multiplyHigh(low, third);
    low *= third;
    int width =
        high == 0 ? 64 - Long.numberOfLeadingZeros(low) : 128 - Long.numberOfLeadingZeros(high);
    use(width, second, third);
  }

  /** Takes the width of the number and the ranges of its second and third digits. */
  void use(int width, long second, long third) {
    this.bits = width;
    this.second = second;
    this.third = third;
    secondInverse = Long.MAX_VALUE / second;
    thirdInverse = Long.MAX_VALUE / third;
    whole = width & ~7;
    part = 8 - (width & 7);
    mask = whole < 64 ? (1L << whole) - 1 : -1;
  }

  /** The number of bits. */
  int bits() {
    return bits;
  }

  /** Takes the number at a bit of a stream apart. */
  void read(BitStream stream, long at) {
    if (bits > NARROW) {
      readWide(stream, at);
      return;
    }
    long reversed = Long.reverseBytes(stream.bits(at));
    long number = reversed & mask | (reversed >>> whole & 0xff) >>> part << whole;
    long rest = quotient(number, third, thirdInverse);
    long highest = quotient(rest, second, secondInverse);
    z = (int) (number - rest * third);
    y = (int) (rest - highest * second);
    x = (int) highest;
  }

  /** Divides by multiplying; the inverse is rounded down, so that the product may be one short. */
  private static long quotient(long number, long divisor, long inverse) {
    long quotient = Math.multiplyHigh(number << 1, inverse);
    return number - quotient * divisor >= divisor ? quotient + 1 : quotient;
  }

  private void readWide(BitStream stream, long at) {
    long low = 0;
    long high = 0;
    for (int k = 0; k < bits; k += 8) {
      int width = Math.min(8, bits - k);
      long octet = stream.bits(at + k) >>> 64 - width;
      if (k < 32) {
        low |= octet << k;
      } else {
        high |= octet << k - 32;
      }
    }
    long highRest = Long.divideUnsigned(high, third);
    long lowRest = (high - highRest * third << 32) + low;
    z = (int) (lowRest % third);
    lowRest /= third;
    long highest = Long.divideUnsigned(highRest, second);
    long lowest = (highRest - highest * second << 32) + lowRest;
    y = (int) (lowest % second);
    x = (int) ((highest << 32) + lowest / second);
  }
}
