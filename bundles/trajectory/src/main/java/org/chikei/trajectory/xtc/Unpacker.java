package org.chikei.trajectory.xtc;

/**
 * Unpacks the grid coordinates of one frame after the other. Whatever the bits are, it ends and
 * stays within its arrays: damage is told, never run into.
 */
final class Unpacker {
  private static final int LARGEST_COMMON = 0xffffff;
  private static final int MOST_STEPS = 10;
  private static final String DAMAGED = "the packed positions are damaged";

  private final BitStream stream = new BitStream();
  private final MixedBase full = new MixedBase();
  private final MixedBase step = new MixedBase();
  private final int[] min = new int[3];
  private final int[] max = new int[3];
  private final long[] range = new long[3];
  private final int[] widths = new int[3];
  private boolean separate;
  private int[] grid = {};
  private long bit;

  /**
   * Unpacks a frame.
   *
   * @param words the file's words
   * @param header where the word with the precision stands in them
   * @param data where the packed bits begin
   * @param bytes how many bytes of packed bits there are
   * @param atoms the number of atoms in the frame
   * @param needed how many of them are needed, from the first on
   * @return what is wrong with the frame, or null
   */
  String unpack(int[] words, int header, int data, long bytes, int atoms, int needed) {
    for (int d = 0; d < 3; d++) {
      min[d] = words[header + 1 + d];
      range[d] = words[header + 4 + d] - (long) min[d] + 1;
      if (range[d] <= 0 || range[d] >= Integer.MAX_VALUE) {
        return DAMAGED;
      }
    }
    int base = words[header + 7];
    if (!StepBase.exists(base)) {
      return DAMAGED;
    }
    prepare();
    if (grid.length < 3 * (needed + MOST_STEPS)) {
      grid = new int[3 * (needed + MOST_STEPS)];
    }
    stream.use(words, data);
    bit = 0;
    return unpack(base, 8 * bytes, atoms, needed);
  }

  /**
   * Puts the positions of some atoms of the frame into columns.
   *
   * @param wanted the atoms, all of which were needed
   * @param spacing of the grid in nm
   * @param columns where to put them
   * @param row the row
   * @param stride the distance between columns
   * @return what is wrong with the frame, or null
   */
  String scatter(int[] wanted, float spacing, double[] columns, int row, int stride) {
    int outside = 0;
    int to = row;
    for (int atom : wanted) {
      for (int d = 0; d < 3; d++) {
        int place = grid[3 * atom + d];
        outside |= place - min[d] | max[d] - place;
        columns[to] = place * spacing;
        to += stride;
      }
    }
    return outside < 0 ? DAMAGED : null;
  }

  private void prepare() {
    separate = Math.max(range[0], Math.max(range[1], range[2])) > LARGEST_COMMON;
    if (!separate) {
      full.use(range[0], range[1], range[2]);
    }
    for (int d = 0; d < 3; d++) {
      max[d] = (int) (min[d] + range[d] - 1);
      widths[d] = 64 - Long.numberOfLeadingZeros(range[d]);
    }
  }

  private String unpack(int firstBase, long end, int atoms, int needed) {
    int base = firstBase;
    int half = useStep(base);
    int steps = 0;
    int atom = 0;
    while (atom < needed) {
      readFull();
      int x = full.x + min[0];
      int y = full.y + min[1];
      int z = full.z + min[2];
      long next = stream.bits(bit);
      int change = 0;
      if (next < 0) {
        int code = (int) (next >>> 58) & 31;
        steps = code / 3;
        change = code % 3 - 1;
        bit += 6;
      } else {
        bit++;
      }
      if (steps >= atoms - atom || bit + (long) steps * base > end) {
        return DAMAGED;
      }
      if (steps == 0) {
        put(atom, x, y, z);
      } else if (!StepBase.hasSteps(base)) {
        return DAMAGED;
      } else {
        readSteps(atom, steps, x, y, z, half);
      }
      atom += steps + 1;
      if (change != 0) {
        base += change;
        if (!StepBase.exists(base)) {
          return DAMAGED;
        }
        half = useStep(base);
      }
    }
    return null;
  }

  /** Reads steps and puts the full atom between the first and the second. */
  private void readSteps(int atom, int steps, int fullX, int fullY, int fullZ, int half) {
    int x = fullX;
    int y = fullY;
    int z = fullZ;
    int place = atom;
    for (int k = 0; k < steps; k++) {
      step.read(stream, bit);
      bit += step.bits();
      x += step.x - half;
      y += step.y - half;
      z += step.z - half;
      put(place, x, y, z);
      if (k == 0) {
        place++;
        put(place, fullX, fullY, fullZ);
      }
      place++;
    }
  }

  private int useStep(int base) {
    if (!StepBase.hasSteps(base)) {
      return 0;
    }
    int size = StepBase.of(base);
    step.use(base, size, size);
    return size / 2;
  }

  private void readFull() {
    if (separate) {
      full.x = field(widths[0]);
      full.y = field(widths[1]);
      full.z = field(widths[2]);
    } else {
      full.read(stream, bit);
      bit += full.bits();
    }
  }

  private int field(int width) {
    long bits = stream.bits(bit);
    bit += width;
    return (int) (bits >>> 64 - width);
  }

  private void put(int atom, int x, int y, int z) {
    int at = 3 * atom;
    grid[at] = x;
    grid[at + 1] = y;
    grid[at + 2] = z;
  }
}
