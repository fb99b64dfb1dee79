package org.chikei.trajectory.text;

import java.math.BigInteger;

/** Powers of five to 128 bits, for decimal numbers with more digits than a double has bits. */
final class PowersOfFive {
  private static final int LARGEST = 60;

  /** Beyond these powers the product of 128 bits is not known to decide how to round. */
  private static final int LEAST_SAFE = -27;

  private static final int LARGEST_SAFE = 55;

  private static final long[] HIGH = new long[2 * LARGEST + 1];
  private static final long[] LOW = new long[2 * LARGEST + 1];

  static {
    for (int power = -LARGEST; power <= LARGEST; power++) {
      BigInteger five = BigInteger.valueOf(5).pow(Math.abs(power));
      BigInteger bits =
          power < 0
              ? BigInteger.ONE.shiftLeft(five.bitLength() + 255).divide(five)
              : five.shiftLeft(128);
      bits = bits.shiftRight(bits.bitLength() - 128);
      if (power < 0 && power >= LEAST_SAFE) {
        bits = bits.add(BigInteger.ONE); // an inverse is rounded up as long as that is enough
      }
      HIGH[power + LARGEST] = bits.shiftRight(64).longValue();
      LOW[power + LARGEST] = bits.longValue();
    }
  }

  private PowersOfFive() {}

  /** Digits, not 0, times a power of ten, rounded to nearest; NaN where it cannot be decided. */
  static double scale(long digits, int power) {
    if (power < -LARGEST || power > LARGEST) {
      return Double.NaN;
    }
    int zeros = Long.numberOfLeadingZeros(digits);
    long normal = digits << zeros;
    long factor = HIGH[power + LARGEST];
    long high = multiplyHigh(normal, factor);
    long low = normal * factor;
    if ((high & 0x1ff) == 0x1ff) {
      long more = multiplyHigh(normal, LOW[power + LARGEST]);
      low += more;
      if (Long.compareUnsigned(low, more) < 0) {
        high++;
      }
      if (low == -1 && (power < LEAST_SAFE || power > LARGEST_SAFE)) {
        return Double.NaN;
      }
    }
    int upper = (int) (high >>> 63);
    int shift = upper + 9;
    long mantissa = high >>> shift;
    boolean halfway = Long.compareUnsigned(low, 1) <= 0 && (mantissa & 3) == 1;
    if (halfway && power >= -4 && power <= 23 && mantissa << shift == high) {
      mantissa &= ~1L; // a tie, to even
    }
    mantissa += mantissa & 1;
    mantissa >>>= 1;
    // floor(power * log2(10)), exact for some hundreds, and the places that were shifted out
    int exponent = (217706 * power >> 16) + 63 + upper - zeros - 52;
    return Math.scalb((double) mantissa, exponent);
  }

  /** The upper half of the product of two unsigned numbers. */
  private static long multiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
  }
}
