package org.chikei.trajectory.hdf5;

import java.io.IOException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.TrajectoryFile;

/** Takes the wanted atoms out of the chunks, frame by frame. */
final class Hdf5Decoder implements FrameDecoder {
  private static final Quantity[] QUANTITIES = Quantity.values();

  /** What no number of a trajectory reaches. */
  private static final double LARGEST = 1e30;

  private final TrajectoryFile file;
  private final Hdf5Layout layout;
  private final int[] wanted;
  private final Hdf5Reader[] readers = new Hdf5Reader[QUANTITIES.length];
  private final Hdf5Cell.Reader cell;
  private final Hdf5Reader ids;
  private final BoxCheck boxCheck = new BoxCheck();
  private final double[] box = new double[9];

  /** The ids of the wanted atoms in the first frame; null before they were needed. */
  private double[] firstIds;

  private Hdf5Frames found;
  private int frame;

  Hdf5Decoder(TrajectoryFile file, Hdf5Layout layout, int[] wanted) {
    this.file = file;
    this.layout = layout;
    this.wanted = wanted.clone();
    for (Quantity quantity : QUANTITIES) {
      Element element = layout.element(quantity);
      readers[quantity.ordinal()] = element == null ? null : element.values().reader();
    }
    this.cell = layout.cell() == null ? null : layout.cell().reader();
    this.ids = layout.ids() == null ? null : layout.ids().values().reader();
  }

  @Override
  public void decode(FrameBatch batch, int[] frames, int from, int to, FrameBlock block, int row)
      throws IOException {
    found = (Hdf5Frames) batch;
    Hdf5File.told(
        file,
        () -> {
          for (int k = from; k < to; k++) {
            frame = frames[k];
            decode(block, row + k - from);
          }
          return null;
        });
  }

  private void decode(FrameBlock block, int row) throws IOException {
    block.times()[row] = found.time(frame);
    box(block, row);
    vectors(Quantity.POSITIONS, found.number(frame), block, row);
    vectors(Quantity.VELOCITIES, found.row(frame, Hdf5Frames.VELOCITIES), block, row);
    vectors(Quantity.FORCES, found.row(frame, Hdf5Frames.FORCES), block, row);
    if (ids != null && found.row(frame, Hdf5Frames.IDS) >= 0) {
      checkIds();
    }
  }

  private void box(FrameBlock block, int row) throws IOException {
    long at = found.row(frame, Hdf5Frames.BOX);
    if (at < 0) {
      block.clearBox(row);
      return;
    }
    cell.read(at, box);
    for (int k = 0; k < 9; k++) {
      block.boxes()[k * block.stride() + row] = box[k];
    }
    boxCheck.check(block, row, file, found, frame);
  }

  private void vectors(Quantity quantity, long at, FrameBlock block, int row) throws IOException {
    double[] columns = quantity.columns(block);
    if (columns == null) {
      return;
    }
    Hdf5Reader reader = readers[quantity.ordinal()];
    if (reader == null || at < 0) {
      quantity.clear(block, row);
      return;
    }
    double factor = layout.element(quantity).factor();
    int stride = block.stride();
    reader.seek(at);
    for (int a = 0; a < wanted.length; a++) {
      if (layout.still()) {
        reader.seek(wanted[a]);
      }
      for (int d = 0; d < 3; d++) {
        double number = layout.still() ? reader.number(d) : reader.number(wanted[a], d);
        if (!(Math.abs(number) < LARGEST)) {
          throw quantity.notFinite(file, found.name(frame), wanted[a]);
        }
        columns[(3 * a + d) * stride + row] = number * factor;
      }
    }
  }

  private void checkIds() throws IOException {
    if (firstIds == null) {
      firstIds = new double[wanted.length];
      ids.seek(0);
      for (int a = 0; a < wanted.length; a++) {
        firstIds[a] = ids.number(wanted[a]);
      }
    }
    ids.seek(found.row(frame, Hdf5Frames.IDS));
    for (int a = 0; a < wanted.length; a++) {
      if (ids.number(wanted[a]) != firstIds[a]) {
        throw file.fault(
            "%s: another atom stands in the place of atom %d; sort them by id when the file is written"
                .formatted(found.name(frame), wanted[a] + 1));
      }
    }
  }
}
