package org.chikei.trajectory.xtc;

import java.io.IOException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.Columns;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.SpanReader;
import org.chikei.trajectory.file.TrajectoryFile;

/** Decodes XTC frames; several are read together, each is unpacked up to the last wanted atom. */
final class XtcDecoder implements FrameDecoder {
  private static final int FRAMES = 512;
  private static final int BYTES = 96 << 10;

  private final TrajectoryFile file;
  private final int atoms;
  private final int[] wanted;
  private final int needed;
  private final SpanReader reader;
  private final Unpacker unpacker = new Unpacker();
  private final BoxCheck boxCheck = new BoxCheck();

  /** For each frame of the tile where it stands among the words. */
  private final int[] places = new int[FRAMES];

  private XtcFrames found;
  private int[] frames;
  private int first;
  private int size;

  XtcDecoder(TrajectoryFile file, int atoms, int[] wanted) {
    this.file = file;
    this.atoms = atoms;
    this.wanted = wanted.clone();
    this.needed = wanted.length == 0 ? 0 : wanted[wanted.length - 1] + 1;
    this.reader = new SpanReader(file, 4 * BitStream.SLACK);
  }

  @Override
  public void decode(FrameBatch batch, int[] chosen, int from, int to, FrameBlock block, int row)
      throws IOException {
    found = (XtcFrames) batch;
    frames = chosen;
    for (first = from; first < to; first += size) {
      collect(to);
      int[] words = reader.readWords();
      int start = row + first - from;
      headers(words, block, start);
      if (atoms <= XtcHeader.PLAIN) {
        plain(words, block, start);
      } else {
        for (int j = 0; j < size; j++) {
          unpack(words, j, block, start + j);
        }
      }
    }
  }

  /** Chooses the frames of the next tile and asks for their bytes. */
  private void collect(int to) throws IOException {
    reader.clear();
    size = 0;
    while (size < FRAMES && first + size < to && (size == 0 || reader.length() < BYTES)) {
      int frame = frames[first + size];
      places[size++] = reader.add(found.position(frame), found.length(frame)) >> 2;
    }
  }

  private void headers(int[] words, FrameBlock block, int row) throws IOException {
    int stride = block.stride();
    for (int v = 0; v < 9; v += 3) {
      int shift = XtcHeader.BOX / 4 + v;
      Columns.floats(words, places, 0, size, shift, block.boxes(), v * stride + row, stride);
    }
    for (int j = 0; j < size; j++) {
      int frame = frames[first + j];
      boxCheck.check(block, row + j, file, found, frame);
      block.times()[row + j] = found.time(frame);
      block.clearVelocities(row + j);
      block.clearForces(row + j);
    }
  }

  private void plain(int[] words, FrameBlock block, int row) throws IOException {
    int stride = block.stride();
    double[] positions = block.positions();
    for (int a = 0; a < wanted.length; a++) {
      int shift = XtcHeader.PLAIN_POSITIONS / 4 + 3 * wanted[a];
      int start = 3 * a * stride + row;
      if (!Columns.floats(words, places, 0, size, shift, positions, start, stride)) {
        int j = Columns.notFinite(positions, start, stride, size);
        throw Quantity.POSITIONS.notFinite(file, found.name(frames[first + j]), wanted[a]);
      }
    }
  }

  private void unpack(int[] words, int j, FrameBlock block, int row) throws IOException {
    int frame = frames[first + j];
    int header = places[j];
    int length = XtcHeader.length(words[header], atoms);
    int precision = header + XtcHeader.PRECISION / 4;
    long bytes = found.length(frame) - length;
    String fault = unpacker.unpack(words, precision, header + length / 4, bytes, atoms, needed);
    if (fault == null) {
      float spacing = (float) (1.0 / Float.intBitsToFloat(words[precision]));
      fault = unpacker.scatter(wanted, spacing, block.positions(), row, block.stride());
    }
    if (fault != null) {
      throw file.damaged(found.position(frame), found.number(frame), fault);
    }
  }
}
