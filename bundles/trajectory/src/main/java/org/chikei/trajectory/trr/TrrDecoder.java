package org.chikei.trajectory.trr;

import java.io.IOException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.trajectory.file.AtomSpans;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.Columns;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.SpanReader;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * Decodes TRR frames a tile at a time: frames of one layout, as many as fit a buffer that stays in
 * the processor's cache, are read together and then taken apart atom by atom.
 */
final class TrrDecoder implements FrameDecoder {
  private static final Quantity[] QUANTITIES = Quantity.values();
  private static final int FRAMES = 512;

  /** What stays in the processor's cache. */
  private static final int BYTES = 96 << 10;

  /** Large frames are worth a larger tile as long as a line of the cache holds no more of them. */
  private static final int FEW = 8;

  private static final int MOST_BYTES = 8 << 20;

  private final TrajectoryFile file;
  private final AtomSpans spans;
  private final SpanReader reader;
  private final BoxCheck boxCheck = new BoxCheck();

  /** For each frame of the tile where its box stands in the buffer. */
  private final int[] boxAt = new int[FRAMES];

  /** For each quantity, run of atoms and frame of the tile where the run stands in the buffer. */
  private final int[][] vectorsAt;

  private TrrFrames found;
  private int[] frames;
  private int first;
  private int size;
  private TrrLayout layout;

  TrrDecoder(TrajectoryFile file, int[] atoms) {
    this.file = file;
    this.spans = new AtomSpans(atoms);
    this.reader = new SpanReader(file, 0);
    this.vectorsAt = new int[QUANTITIES.length][FRAMES * spans.size()];
  }

  @Override
  public void decode(FrameBatch batch, int[] wanted, int from, int to, FrameBlock block, int row)
      throws IOException {
    found = (TrrFrames) batch;
    frames = wanted;
    for (first = from; first < to; first += size) {
      collect(to, block);
      int[] words = reader.readWords();
      int start = row + first - from;
      for (int j = 0; j < size; j++) {
        block.times()[start + j] = found.time(frames[first + j]);
      }
      boxes(words, block, start);
      for (Quantity quantity : QUANTITIES) {
        vectors(words, quantity, block, start);
      }
    }
  }

  /** Chooses the frames of the next tile and asks for their bytes. */
  private void collect(int to, FrameBlock block) throws IOException {
    reader.clear();
    layout = found.layout(frames[first]);
    size = 0;
    while (first + size < to && !isFull()) {
      int frame = frames[first + size];
      if (found.layout(frame) != layout) {
        break;
      }
      long position = found.position(frame);
      if (layout.box()) {
        boxAt[size] = reader.add(position + layout.header(), 9 * layout.bytes()) >> 2;
      }
      for (Quantity quantity : QUANTITIES) {
        long start = layout.start(quantity);
        if (start > 0 && quantity.columns(block) != null) {
          collect(position + start, vectorsAt[quantity.ordinal()]);
        }
      }
      size++;
    }
  }

  private boolean isFull() {
    return size == FRAMES || size > 0 && reader.length() >= (size < FEW ? MOST_BYTES : BYTES);
  }

  private void collect(long start, int[] places) throws IOException {
    int vector = 3 * layout.bytes();
    for (int span = 0; span < spans.size(); span++) {
      long position = start + (long) spans.start(span) * vector;
      places[span * FRAMES + size] = reader.add(position, spans.length(span) * vector) >> 2;
    }
  }

  private void boxes(int[] words, FrameBlock block, int row) throws IOException {
    int stride = block.stride();
    for (int j = 0; j < size && !layout.box(); j++) {
      block.clearBox(row + j);
    }
    if (layout.box()) {
      for (int v = 0; v < 9; v += 3) {
        take(words, boxAt, 0, v, block.boxes(), v * stride + row, stride);
      }
      for (int j = 0; j < size; j++) {
        boxCheck.check(block, row + j, file, found, frames[first + j]);
      }
    }
  }

  private void vectors(int[] words, Quantity quantity, FrameBlock block, int row)
      throws IOException {
    double[] columns = quantity.columns(block);
    if (columns == null) {
      return;
    }
    if (layout.start(quantity) == 0) {
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
        int start = 3 * a * stride + row;
        if (!take(words, places, span * FRAMES, number, columns, start, stride)) {
          int j = Columns.notFinite(columns, start, stride, size);
          throw quantity.notFinite(file, found.name(frames[first + j]), spans.atom(a));
        }
      }
    }
  }

  private boolean take(
      int[] words, int[] at, int from, int number, double[] columns, int start, int stride) {
    return layout.bytes() == 4
        ? Columns.floats(words, at, from, size, number, columns, start, stride)
        : Columns.doubles(words, at, from, size, 2 * number, columns, start, stride);
  }
}
