package org.chikei.trajectory.dcd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.trajectory.file.AtomSpans;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.Columns;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.SpanReader;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * Decodes DCD frames, some at a time. Atoms that are fixed stand in the first frame alone: their
 * positions are taken from there once.
 */
final class DcdDecoder implements FrameDecoder {
  private static final int FRAMES = 512;
  private static final int BYTES = 96 << 10;

  private final TrajectoryFile file;
  private final DcdHeader header;
  private final DcdCell convention;
  private final double unit;
  private final int[] wanted;
  private final SpanReader reader;
  private final BoxCheck boxCheck = new BoxCheck();
  private final double[] cell = new double[6];
  private final double[] vectors = new double[9];

  /** All wanted atoms, as the first frame keeps them. */
  private final Stored whole;

  /** The wanted atoms that later frames keep. */
  private final Stored moving;

  /** For each frame of the tile where its cell stands in the buffer. */
  private final int[] cellAt = new int[FRAMES];

  /**
   * For each component, run of atoms and frame of the tile where the run stands among the words.
   */
  private final int[][] blocksAt = new int[3][];

  /** The positions of the wanted fixed atoms, three numbers each; null before they were needed. */
  private double[] fixed;

  private FoundFrames found;
  private int[] frames;
  private int first;
  private int size;

  /**
   * Wanted atoms by their places in a frame.
   *
   * @param spans the places, in runs
   * @param which which wanted atom each of them is
   * @param block the length of a block of a number an atom
   */
  private record Stored(AtomSpans spans, int[] which, long block) {}

  DcdDecoder(TrajectoryFile file, DcdHeader header, DcdCell convention, double unit, int[] wanted) {
    this.file = file;
    this.header = header;
    this.convention = convention;
    this.unit = unit;
    this.wanted = wanted.clone();
    this.reader = new SpanReader(file, 0);
    int[] all = new int[wanted.length];
    Arrays.setAll(all, k -> k);
    this.whole = new Stored(new AtomSpans(wanted), all, 4L * header.atoms());
    this.moving = header.free() == null ? whole : moving();
    Arrays.setAll(blocksAt, d -> new int[FRAMES * whole.spans.size()]);
  }

  private Stored moving() {
    int[] places = new int[wanted.length];
    int[] which = new int[wanted.length];
    int count = 0;
    for (int k = 0; k < wanted.length; k++) {
      int place = Arrays.binarySearch(header.free(), wanted[k]);
      if (place >= 0) {
        places[count] = place;
        which[count++] = k;
      }
    }
    AtomSpans spans = new AtomSpans(Arrays.copyOf(places, count));
    return new Stored(spans, Arrays.copyOf(which, count), 4L * header.free().length);
  }

  @Override
  public void decode(FrameBatch batch, int[] chosen, int from, int to, FrameBlock block, int row)
      throws IOException {
    found = (FoundFrames) batch;
    frames = chosen;
    for (first = from; first < to; first += size) {
      boolean opening = found.position(frames[first]) == header.end();
      Stored stored = opening ? whole : moving;
      collect(stored, opening ? first + 1 : to);
      int start = row + first - from;
      ByteBuffer bytes = reader.read().order(header.records().order());
      for (int j = 0; j < size; j++) {
        block.times()[start + j] = found.time(frames[first + j]);
        box(bytes, j, block, start + j);
        block.clearVelocities(start + j);
        block.clearForces(start + j);
      }
      positions(reader.words(bytes), stored, block, start);
      if (stored != whole) {
        fixed(block, start);
      }
    }
  }

  /** Chooses the frames of the next tile and asks for their bytes. */
  private void collect(Stored stored, int to) throws IOException {
    reader.clear();
    size = 0;
    DcdRecords records = header.records();
    while (first + size < to && size < FRAMES && (size == 0 || reader.length() < BYTES)) {
      long place = found.position(frames[first + size]);
      if (header.cell()) {
        cellAt[size] = reader.add(place + records.marker(), DcdHeader.CELL);
        place += records.span(DcdHeader.CELL);
      }
      for (int d = 0; d < 3; d++) {
        collect(stored.spans, place + records.marker(), blocksAt[d]);
        place += records.span(stored.block);
      }
      size++;
    }
  }

  private void collect(AtomSpans spans, long start, int[] places) throws IOException {
    for (int span = 0; span < spans.size(); span++) {
      long position = start + 4L * spans.start(span);
      places[span * FRAMES + size] = reader.add(position, 4 * spans.length(span)) >> 2;
    }
  }

  private void box(ByteBuffer bytes, int j, FrameBlock block, int row) throws IOException {
    if (!header.cell()) {
      block.clearBox(row);
      return;
    }
    for (int k = 0; k < 6; k++) {
      cell[k] = bytes.getDouble(cellAt[j] + 8 * k);
    }
    convention.vectors(cell, unit, vectors);
    for (int k = 0; k < 9; k++) {
      block.boxes()[k * block.stride() + row] = vectors[k];
    }
    boxCheck.check(block, row, file, found, frames[first + j]);
  }

  private void positions(int[] words, Stored stored, FrameBlock block, int row) throws IOException {
    AtomSpans spans = stored.spans;
    double[] columns = block.positions();
    int stride = block.stride();
    for (int span = 0; span < spans.size(); span++) {
      for (int a = spans.first(span); a < spans.first(span + 1); a++) {
        int number = spans.atom(a) - spans.start(span);
        int start = 3 * stored.which[a] * stride + row;
        boolean finite = true;
        for (int d = 0; d < 3; d++) {
          int to = start + d * stride;
          finite &=
              Columns.floats(words, blocksAt[d], span * FRAMES, size, number, unit, columns, to);
        }
        if (!finite) {
          int j = Columns.notFinite(columns, start, stride, size);
          String name = found.name(frames[first + j]);
          throw Quantity.POSITIONS.notFinite(file, name, wanted[stored.which[a]]);
        }
      }
    }
  }

  private void fixed(FrameBlock block, int row) throws IOException {
    if (moving.which.length == wanted.length) {
      return;
    }
    if (fixed == null) {
      fixed = opening();
    }
    int moved = 0;
    for (int k = 0; k < wanted.length; k++) {
      if (moved < moving.which.length && moving.which[moved] == k) {
        moved++;
        continue;
      }
      for (int d = 0; d < 3; d++) {
        int at = (3 * k + d) * block.stride() + row;
        Arrays.fill(block.positions(), at, at + size, fixed[3 * k + d]);
      }
    }
  }

  /** The positions of the wanted atoms in the first frame. */
  private double[] opening() throws IOException {
    FoundFrames frame = new FoundFrames(1);
    frame.add(0, header.end(), Double.NaN);
    FrameBlock block = new FrameBlock(1, wanted.length, false, false);
    new DcdDecoder(file, header, convention, unit, wanted)
        .decode(frame, new int[] {0}, 0, 1, block, 0);
    return block.positions().clone();
  }
}
