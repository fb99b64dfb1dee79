package org.chikei.trajectory.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Takes numbers out of an array, row by row, and keeps the chunks of the last row: rows are asked
 * for in their order as a rule. Not thread-safe.
 */
final class Hdf5Reader {
  private final Hdf5Array array;
  private final int rank;
  private final int[] chunk;
  private final long[] start;

  /** How many chunks lie side by side in each dimension after the first. */
  private final int[] across;

  private final ByteBuffer[] chunks;
  private final boolean[] known;
  private final byte[][] unpacked;
  private final Hdf5Filters filters;
  private long rowOfChunks = -1;
  private int rowInChunk;

  Hdf5Reader(Hdf5Array array) {
    this.array = array;
    this.chunk = array.chunk();
    long[] shape = array.shape();
    this.rank = shape.length;
    this.start = new long[rank];
    this.across = new int[rank];
    int count = 1;
    for (int k = 1; k < rank; k++) {
      across[k] = (int) ((shape[k] + chunk[k] - 1) / chunk[k]);
      count *= Math.max(1, across[k]);
    }
    this.chunks = new ByteBuffer[count];
    this.known = new boolean[count];
    this.unpacked = new byte[count][];
    this.filters = array.unpacking();
  }

  /** Chooses the row that numbers are taken from. */
  void seek(long row) {
    long wanted = rank == 0 ? 0 : row / chunk[0];
    rowInChunk = rank == 0 ? 0 : (int) (row % chunk[0]);
    if (wanted != rowOfChunks) {
      rowOfChunks = wanted;
      Arrays.fill(known, false);
    }
  }

  /** The number of a row that has no more. */
  double number() throws IOException {
    return in(0, rowInChunk);
  }

  /** A number of a row of one dimension. */
  double number(int a) throws IOException {
    if (rank == 1) {
      return number();
    }
    return in(a / chunk[1], rowInChunk * chunk[1] + a % chunk[1]);
  }

  /** A number of a row of two dimensions. */
  double number(int a, int c) throws IOException {
    int which = a / chunk[1] * across[2] + c / chunk[2];
    return in(which, (rowInChunk * chunk[1] + a % chunk[1]) * chunk[2] + c % chunk[2]);
  }

  /** A number of a chunk of the row; NaN where nothing was ever written. */
  private double in(int which, int index) throws IOException {
    if (!known[which]) {
      load(which);
    }
    ByteBuffer bytes = chunks[which];
    return bytes == null ? Double.NaN : array.number(bytes, index);
  }

  private void load(int which) throws IOException {
    int rest = which;
    for (int k = rank - 1; k > 0; k--) {
      start[k] = (long) (rest % across[k]) * chunk[k];
      rest /= across[k];
    }
    if (rank > 0) {
      start[0] = rowOfChunks * chunk[0];
    }
    ByteBuffer stored = array.stored(start);
    if (stored != null && array.isPacked()) {
      unpacked[which] = filters.undo(stored, unpacked[which]);
      stored = ByteBuffer.wrap(unpacked[which]).order(array.order());
    }
    chunks[which] = stored;
    known[which] = true;
  }
}
