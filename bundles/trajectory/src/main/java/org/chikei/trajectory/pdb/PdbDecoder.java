package org.chikei.trajectory.pdb;

import java.io.IOException;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;

/** Reads the records of the wanted atoms and passes over the others. */
final class PdbDecoder implements FrameDecoder {
  /** The worth of the third place of a position in Å, in nm. */
  static final double LAST_PLACE = 0.001 * Units.ANGSTROM;

  private static final int COORDINATES = 30;
  private static final int WIDTH = 8;

  private final TrajectoryFile file;
  private final double[] firstBox;
  private final int[] atoms;
  private final int[] records;
  private final Lines lines;
  private final PdbCell cell = new PdbCell();
  private final BoxCheck boxCheck = new BoxCheck();

  private FoundFrames found;
  private int frame;
  private FrameBlock block;
  private int row;

  /**
   * Makes a decoder.
   *
   * @param firstBox the box of models that have none of their own
   * @param atoms the wanted atoms
   * @param records for each of them which of a model's records it is
   */
  PdbDecoder(TrajectoryFile file, double[] firstBox, int[] atoms, int[] records) {
    this.file = file;
    this.firstBox = firstBox;
    this.atoms = atoms.clone();
    this.records = records.clone();
    this.lines = new Lines(file);
  }

  @Override
  public void decode(FrameBatch batch, int[] frames, int from, int to, FrameBlock into, int first)
      throws IOException {
    found = (FoundFrames) batch;
    block = into;
    for (int k = from; k < to; k++) {
      frame = frames[k];
      row = first + k - from;
      block.times()[row] = found.time(frame);
      block.clearVelocities(row);
      block.clearForces(row);
      model();
    }
  }

  private void model() throws IOException {
    lines.seek(found.position(frame));
    double[] box = firstBox;
    int record = 0;
    int a = 0;
    while (a < records.length || record == 0) {
      if (!lines.next()) {
        throw file.fault(found.name(frame) + ": atom " + (atoms[a] + 1) + " is missing");
      }
      PdbRecord kind = PdbRecord.of(lines);
      if (kind == PdbRecord.ATOM) {
        if (a < records.length && record == records[a]) {
          position(a);
          a++;
        }
        record++;
      } else if (kind == PdbRecord.BOX) {
        box = box();
      }
    }
    for (int k = 0; k < 9; k++) {
      block.boxes()[k * block.stride() + row] = box[k];
    }
    boxCheck.check(block, row, file, found, frame);
  }

  private double[] box() throws InputException {
    if (!cell.read(lines)) {
      throw file.fault(found.name(frame) + ": " + PdbCell.fault(lines));
    }
    return cell.vectors();
  }

  private void position(int a) throws InputException {
    double[] numbers = block.positions();
    int at = 3 * a * block.stride() + row;
    for (int d = 0; d < 3; d++) {
      int column = COORDINATES + d * WIDTH;
      double number = lines.number(column, column + WIDTH);
      if (Double.isNaN(number)) {
        String name = found.name(frame) + ", '" + lines.shown(column, column + WIDTH) + "'";
        throw Quantity.POSITIONS.notFinite(file, name, atoms[a]);
      }
      numbers[at + d * block.stride()] = number * Units.ANGSTROM;
    }
  }
}
