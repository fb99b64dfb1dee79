package org.chikei.trajectory.netcdf;

import java.io.IOException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.trajectory.file.AtomSpans;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.CellVectors;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.SpanReader;
import org.chikei.trajectory.file.TrajectoryFile;

/** Decodes frames of an AMBER NetCDF file, some at a time. */
final class NetcdfDecoder implements FrameDecoder {
  private static final Quantity[] QUANTITIES = Quantity.values();
  private static final int FRAMES = 512;
  private static final int BYTES = 96 << 10;

  /** What the NetCDF library puts where nothing was written is larger. */
  private static final double LARGEST = 1e30;

  private final TrajectoryFile file;
  private final AmberLayout layout;
  private final AtomSpans spans;
  private final SpanReader reader;
  private final BoxCheck boxCheck = new BoxCheck();
  private final double[] cell = new double[6];
  private final double[] vectors = new double[9];

  /** For each frame of the tile where the lengths and the angles of its cell stand. */
  private final int[] lengthsAt = new int[FRAMES];

  private final int[] anglesAt = new int[FRAMES];

  /** For each quantity, run of atoms and frame of the tile where the run stands. */
  private final int[][] vectorsAt = new int[QUANTITIES.length][];

  private FoundFrames found;
  private int[] frames;
  private int first;
  private int size;

  NetcdfDecoder(TrajectoryFile file, AmberLayout layout, int[] atoms) {
    this.file = file;
    this.layout = layout;
    this.spans = new AtomSpans(atoms);
    this.reader = new SpanReader(file, 0);
    for (Quantity quantity : QUANTITIES) {
      boolean there = layout.stored(quantity) != null;
      vectorsAt[quantity.ordinal()] = new int[there ? FRAMES * spans.size() : 0];
    }
  }

  @Override
  public void decode(FrameBatch batch, int[] wanted, int from, int to, FrameBlock block, int row)
      throws IOException {
    found = (FoundFrames) batch;
    frames = wanted;
    for (first = from; first < to; first += size) {
      collect(to, block);
      int[] words = reader.readWords();
      int start = row + first - from;
      for (int j = 0; j < size; j++) {
        block.times()[start + j] = found.time(frames[first + j]);
        box(words, j, block, start + j);
      }
      for (Quantity quantity : QUANTITIES) {
        vectors(words, quantity, block, start);
      }
    }
  }

  /** Chooses the frames of the next tile and asks for their bytes. */
  private void collect(int to, FrameBlock block) throws IOException {
    reader.clear();
    size = 0;
    while (first + size < to && size < FRAMES && (size == 0 || reader.length() < BYTES)) {
      long frame = found.number(frames[first + size]);
      if (layout.lengths() != null) {
        lengthsAt[size] = ask(layout.lengths(), frame);
        anglesAt[size] = ask(layout.angles(), frame);
      }
      for (Quantity quantity : QUANTITIES) {
        Stored stored = layout.stored(quantity);
        if (stored != null && quantity.columns(block) != null) {
          collect(stored, frame, vectorsAt[quantity.ordinal()]);
        }
      }
      size++;
    }
  }

  private int ask(Stored stored, long frame) throws IOException {
    return reader.add(stored.place(frame), 3 * stored.bytes()) >> 2;
  }

  private void collect(Stored stored, long frame, int[] places) throws IOException {
    int vector = 3 * stored.bytes();
    for (int span = 0; span < spans.size(); span++) {
      long position = stored.place(frame) + (long) spans.start(span) * vector;
      places[span * FRAMES + size] = reader.add(position, spans.length(span) * vector) >> 2;
    }
  }

  private void box(int[] words, int j, FrameBlock block, int row) throws IOException {
    if (layout.lengths() == null) {
      block.clearBox(row);
      return;
    }
    for (int d = 0; d < 3; d++) {
      cell[d] = number(words, lengthsAt[j], d, layout.lengths());
      double angle = number(words, anglesAt[j], d, layout.angles());
      cell[3 + d] = angle == Math.PI / 2 ? 0 : Math.cos(angle);
    }
    CellVectors.of(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], vectors);
    for (int k = 0; k < 9; k++) {
      block.boxes()[k * block.stride() + row] = vectors[k];
    }
    boxCheck.check(block, row, file, found, frames[first + j]);
  }

  private static double number(int[] words, int at, int index, Stored stored) {
    double raw =
        stored.bytes() == 4
            ? Float.intBitsToFloat(words[at + index])
            : Double.longBitsToDouble(pair(words, at + 2 * index));
    return raw * stored.factor();
  }

  private static long pair(int[] words, int index) {
    return (long) words[index] << 32 | words[index + 1] & 0xffffffffL;
  }

  private void vectors(int[] words, Quantity quantity, FrameBlock block, int row)
      throws IOException {
    double[] columns = quantity.columns(block);
    if (columns == null) {
      return;
    }
    Stored stored = layout.stored(quantity);
    if (stored == null) {
      for (int j = 0; j < size; j++) {
        quantity.clear(block, row + j);
      }
      return;
    }
    int stride = block.stride();
    int[] places = vectorsAt[quantity.ordinal()];
    for (int span = 0; span < spans.size(); span++) {
      for (int a = spans.first(span); a < spans.first(span + 1); a++) {
        int number = 3 * (spans.atom(a) - spans.start(span));
        for (int d = 0; d < 3; d++) {
          int start = (3 * a + d) * stride + row;
          int fault = take(words, places, span * FRAMES, number + d, stored, columns, start);
          if (fault >= 0) {
            throw quantity.notFinite(file, found.name(frames[first + fault]), spans.atom(a));
          }
        }
      }
    }
  }

  /** Takes one number out of each frame; returns a frame where there is none, or −1. */
  private int take(
      int[] words, int[] at, int from, int number, Stored stored, double[] column, int start) {
    double factor = stored.factor();
    boolean sound = true;
    if (stored.bytes() == 4) {
      for (int j = 0; j < size; j++) {
        float raw = Float.intBitsToFloat(words[at[from + j] + number]);
        column[start + j] = raw * factor;
        sound &= Math.abs(raw) < LARGEST;
      }
    } else {
      for (int j = 0; j < size; j++) {
        double raw = Double.longBitsToDouble(pair(words, at[from + j] + 2 * number));
        column[start + j] = raw * factor;
        sound &= Math.abs(raw) < LARGEST;
      }
    }
    return sound ? -1 : fault(column, start, factor);
  }

  private int fault(double[] column, int start, double factor) {
    int j = 0;
    while (j < size - 1 && Math.abs(column[start + j] / factor) < LARGEST) {
      j++;
    }
    return j;
  }
}
