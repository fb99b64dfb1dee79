package org.chikei.landscape.grid;

import java.util.Arrays;

/** Numbers distinct keys 0, 1, 2 … in the order in which they are first seen. */
final class LongIndex {
  private long[] keys = new long[64];
  private int[] table = new int[128];
  private int size;

  /** Makes an empty index. */
  LongIndex() {
    Arrays.fill(table, -1);
  }

  int size() {
    return size;
  }

  long key(int number) {
    return keys[number];
  }

  /** The number of a key, a new one if it has none yet. */
  int number(long key) {
    int mask = table.length - 1;
    int place = hash(key) & mask;
    while (true) {
      int number = table[place];
      if (number < 0) {
        break;
      }
      if (keys[number] == key) {
        return number;
      }
      place = (place + 1) & mask;
    }
    if (size == keys.length) {
      grow();
      return number(key);
    }
    keys[size] = key;
    table[place] = size;
    return size++;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * keys.length);
    table = new int[2 * table.length];
    Arrays.fill(table, -1);
    int mask = table.length - 1;
    for (int number = 0; number < size; number++) {
      int place = hash(keys[number]) & mask;
      while (table[place] >= 0) {
        place = (place + 1) & mask;
      }
      table[place] = number;
    }
  }

  private static int hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}
