package org.chikei.trajectory.lammps;

import java.io.IOException;
import java.util.Arrays;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.Tokens;

/**
 * The box of one frame after the other, in the file's unit of length: an origin and three vectors.
 *
 * <p>Of a tilted box a dump states the bounds of the upright one that holds it, from which its own
 * faces are found as in LAMMPS's manual, "Triclinic simulation boxes"; a general triclinic box is
 * stated by its vectors.
 */
final class DumpBox {
  private static final byte[] TILTED = LammpsItem.bytes("xy xz yz");
  private static final byte[] GENERAL = LammpsItem.bytes("abc origin");

  private final double[] vectors = new double[9];
  private final double[] origin = new double[3];
  private final boolean[] periodic = new boolean[3];
  private final double[] numbers = new double[12];
  private final Tokens words = new Tokens(16);
  private boolean there;

  /** Forgets the box of the frame before. */
  void clear() {
    there = false;
  }

  /**
   * Reads the item at hand and the three lines that follow.
   *
   * @return whether all of them are there, each with its end
   * @throws IllegalArgumentException if they cannot be understood; the message says why
   */
  boolean read(Lines lines, int nameLength) throws IOException {
    int from = lines.start() + nameLength;
    while (from < lines.end() && Tokens.isBlank(lines.bytes()[from])) {
      from++;
    }
    boolean tilted = begins(lines, from, TILTED);
    boolean general = begins(lines, from, GENERAL);
    boundaries(lines, from + (tilted ? TILTED.length : general ? GENERAL.length : 0));
    int count = general ? 4 : tilted ? 3 : 2;
    for (int d = 0; d < 3; d++) {
      if (!lines.next() || !lines.terminated()) {
        return false;
      }
      numbers(lines, d, count);
    }
    if (general) {
      general();
    } else {
      upright(tilted);
    }
    there = true;
    return true;
  }

  private static boolean begins(Lines lines, int from, byte[] text) {
    return lines.end() - from >= text.length
        && Arrays.equals(lines.bytes(), from, from + text.length, text, 0, text.length);
  }

  /** Two letters a direction, of its two faces; p is periodic. Old dumps have none. */
  private void boundaries(Lines lines, int from) {
    byte[] bytes = lines.bytes();
    int direction = 0;
    Arrays.fill(periodic, true);
    for (int at = from; at < lines.end() && direction < 3; at++) {
      boolean begins = !Tokens.isBlank(bytes[at]) && Tokens.isBlank(bytes[at - 1]);
      if (begins) {
        periodic[direction++] = bytes[at] == 'p';
      }
    }
  }

  private void numbers(Lines lines, int d, int count) {
    if (words.split(lines) < count) {
      throw bad(lines);
    }
    for (int k = 0; k < count; k++) {
      numbers[4 * d + k] = words.number(k);
      if (Double.isNaN(numbers[4 * d + k])) {
        throw bad(lines);
      }
    }
  }

  private static IllegalArgumentException bad(Lines lines) {
    return new IllegalArgumentException(
        "ITEM: BOX BOUNDS must be three lines of numbers, not '" + lines.shown() + "'");
  }

  private void general() {
    for (int v = 0; v < 3; v++) {
      System.arraycopy(numbers, 4 * v, vectors, 3 * v, 3);
      origin[v] = numbers[4 * v + 3];
    }
  }

  private void upright(boolean tilted) {
    double xy = tilted ? numbers[2] : 0;
    double xz = tilted ? numbers[6] : 0;
    double yz = tilted ? numbers[10] : 0;
    double low = Math.min(Math.min(0, xy), Math.min(xz, xy + xz));
    double high = Math.max(Math.max(0, xy), Math.max(xz, xy + xz));
    origin[0] = numbers[0] - low;
    origin[1] = numbers[4] - Math.min(0, yz);
    origin[2] = numbers[8];
    vectors[0] = numbers[1] - high - origin[0];
    vectors[1] = 0;
    vectors[2] = 0;
    vectors[3] = xy;
    vectors[4] = numbers[5] - Math.max(0, yz) - origin[1];
    vectors[5] = 0;
    vectors[6] = xz;
    vectors[7] = yz;
    vectors[8] = numbers[9] - origin[2];
  }

  /** Whether the frame states a box. */
  boolean isThere() {
    return there;
  }

  /** Whether one of its directions is periodic. */
  boolean isPeriodic() {
    return there && (periodic[0] || periodic[1] || periodic[2]);
  }

  /** Entry {@code k} of its vectors; 0 for what is not periodic. */
  double periodic(int k) {
    return there && periodic[k / 3] ? vectors[k] : 0;
  }

  /** Entry {@code k} of its vectors. */
  double vector(int k) {
    return vectors[k];
  }

  /** Component {@code d} of the corner that fractions are counted from. */
  double origin(int d) {
    return origin[d];
  }
}
