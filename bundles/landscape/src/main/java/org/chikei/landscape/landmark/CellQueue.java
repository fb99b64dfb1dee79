package org.chikei.landscape.landmark;

import java.util.Arrays;

/** Cells waiting by what they cost, the cheapest first, of equal ones the first first: a heap. */
final class CellQueue {
  private final double[] cost;
  private final int[] place;
  private int[] heap = new int[64];
  private int size;

  /**
   * Makes an empty queue.
   *
   * @param cost what each cell costs; to be lowered just before {@link #add}
   */
  CellQueue(double[] cost) {
    this.cost = cost;
    place = new int[cost.length];
    Arrays.fill(place, -1);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds a cell, or moves it up once it costs less. */
  void add(int cell) {
    int at = place[cell];
    if (at < 0) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, 2 * size);
      }
      at = size++;
    }
    while (at > 0 && isBefore(cell, heap[(at - 1) / 2])) {
      put(heap[(at - 1) / 2], at);
      at = (at - 1) / 2;
    }
    put(cell, at);
  }

  /** Takes the cheapest cell out. */
  int remove() {
    int cheapest = heap[0];
    place[cheapest] = -1;
    int last = heap[--size];
    int at = 0;
    while (2 * at + 1 < size) {
      int below = 2 * at + 1;
      if (below + 1 < size && isBefore(heap[below + 1], heap[below])) {
        below++;
      }
      if (!isBefore(heap[below], last)) {
        break;
      }
      put(heap[below], at);
      at = below;
    }
    if (size > 0) {
      put(last, at);
    }
    return cheapest;
  }

  private void put(int cell, int at) {
    heap[at] = cell;
    place[cell] = at;
  }

  private boolean isBefore(int p, int q) {
    return cost[p] != cost[q] ? cost[p] < cost[q] : p < q;
  }
}
