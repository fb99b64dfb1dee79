package org.chikei.trajectory.gro;

import java.util.Arrays;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.Tokens;

/** The last line of a frame: three lengths, or the nine numbers of three vectors. */
final class GroBox {
  /** Where the numbers of the line belong among x, y, z of three vectors. */
  private static final int[] ORDER = {0, 4, 8, 1, 2, 3, 5, 6, 7};

  private final Tokens words = new Tokens(10);
  private final double[] vectors = new double[9];

  /**
   * Reads the line at hand.
   *
   * @return whether it is a box
   */
  boolean read(Lines lines) {
    int count = words.split(lines);
    if (count != 3 && count != 9) {
      return false;
    }
    Arrays.fill(vectors, 0);
    for (int k = 0; k < count; k++) {
      double number = words.number(k);
      if (Double.isNaN(number)) {
        return false;
      }
      vectors[ORDER[k]] = number;
    }
    return true;
  }

  /** Whether the last number has as many places as the others, in a line that may be cut. */
  boolean isWhole() {
    return words.size() >= 3 && words.decimals(words.size() - 1) >= words.decimals(0);
  }

  /** How many numbers there are. */
  int size() {
    return words.size();
  }

  /** The vectors one after the other in nm. */
  double[] vectors() {
    return vectors;
  }
}
