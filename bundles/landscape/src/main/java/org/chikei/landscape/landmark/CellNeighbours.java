package org.chikei.landscape.landmark;

/**
 * The known cells of the same piece that touch a cell of a grid, corners included: found for one
 * cell after another in the same arrays.
 */
final class CellNeighbours {
  private final CellGrid grid;

  /** The steps to all that touch, by step and coordinate, the last coordinate changing first. */
  private final int[][] steps;

  private final double[] lengths;

  /** What each step adds to the number of a cell away from the ends. */
  private final int[] inside;

  private final int[] bins;
  private final int[] cells;
  private final int[] taken;

  CellNeighbours(CellGrid grid) {
    this.grid = grid;
    int dimensions = grid.dimensions();
    int count = most(dimensions);
    steps = new int[count][dimensions];
    lengths = new double[count];
    inside = new int[count];
    bins = new int[dimensions];
    cells = new int[count];
    taken = new int[count];
    int[] strides = new int[dimensions];
    for (int a = dimensions - 1, stride = 1; a >= 0; a--) {
      strides[a] = stride;
      stride *= grid.shape()[a];
    }
    for (int n = 0, step = 0; n <= count; n++) {
      if (n == count / 2) {
        continue;
      }
      int square = 0;
      for (int a = dimensions - 1, rest = n; a >= 0; a--, rest /= 3) {
        steps[step][a] = rest % 3 - 1;
        inside[step] += steps[step][a] * strides[a];
        square += Math.abs(steps[step][a]);
      }
      lengths[step++] = Math.sqrt(square);
    }
  }

  /** How many cells touch one at most. */
  static int most(int dimensions) {
    return (int) Math.pow(3, dimensions) - 1;
  }

  /** The steps that lead to all that touch, in bins, by step and coordinate. */
  int[][] steps() {
    return steps;
  }

  /**
   * Finds those of a cell.
   *
   * @param cell the cell
   * @return how many there are
   */
  int find(int cell) {
    boolean isInside = true;
    for (int a = 0; a < bins.length; a++) {
      bins[a] = grid.bin(cell, a);
      isInside &= bins[a] > 0 && bins[a] < grid.shape()[a] - 1;
    }
    int[] piece = grid.piece();
    int count = 0;
    for (int step = 0; step < steps.length; step++) {
      int other = isInside ? cell + inside[step] : beyond(steps[step]);
      if (other >= 0 && other != cell && piece[other] == piece[cell]) {
        taken[count] = step;
        cells[count++] = other;
      }
    }
    return count;
  }

  private int beyond(int[] step) {
    int cell = 0;
    for (int a = 0; a < bins.length; a++) {
      int part = grid.part(a, bins[a] + step[a]);
      if (part < 0) {
        return -1;
      }
      cell += part;
    }
    return cell;
  }

  /** One of the cells found. */
  int cell(int n) {
    return cells[n];
  }

  /** The number of the step that leads to it. */
  int step(int n) {
    return taken[n];
  }

  /** How far it is, in cells. */
  double distance(int n) {
    return lengths[taken[n]];
  }
}
