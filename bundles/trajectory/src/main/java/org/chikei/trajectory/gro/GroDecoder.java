package org.chikei.trajectory.gro;

import java.io.IOException;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;

/** Reads the lines of the wanted atoms and the box, and passes over the others. */
final class GroDecoder implements FrameDecoder {
  private final TrajectoryFile file;
  private final int[] wanted;
  private final int atoms;
  private final Lines lines;
  private final GroColumns columns = new GroColumns();
  private final GroBox box = new GroBox();
  private final BoxCheck boxCheck = new BoxCheck();

  private FoundFrames found;
  private int frame;
  private FrameBlock block;
  private int row;

  GroDecoder(TrajectoryFile file, int atoms, int[] wanted) {
    this.file = file;
    this.atoms = atoms;
    this.wanted = wanted.clone();
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
      block.clearForces(row);
      lines.seek(found.position(frame));
      lines.skip(3);
      if (!columns.measure(lines)) {
        throw fault(GroTrajectory.noPositions(lines, 0));
      }
      atoms();
      box();
    }
  }

  private InputException fault(String what) {
    return file.fault(found.name(frame) + ": " + what);
  }

  private void atoms() throws IOException {
    boolean velocities = columns.hasVelocities() && block.velocities() != null;
    int passed = 1;
    for (int a = 0; a < wanted.length; a++) {
      if (!lines.skip(wanted[a] + 1 - passed)) {
        throw fault(GroTrajectory.noPositions(lines, wanted[a]));
      }
      passed = wanted[a] + 1;
      vector(Quantity.POSITIONS, a, 0);
      if (velocities) {
        vector(Quantity.VELOCITIES, a, 3);
      }
    }
    if (!velocities) {
      block.clearVelocities(row);
    }
    lines.skip(atoms + 1 - passed);
  }

  private void vector(Quantity quantity, int a, int first) throws InputException {
    double[] numbers = quantity.columns(block);
    int at = 3 * a * block.stride() + row;
    for (int d = 0; d < 3; d++) {
      double number = columns.number(lines, first + d);
      if (Double.isNaN(number)) {
        String name = found.name(frame) + ", '" + columns.shown(lines, first + d) + "'";
        throw quantity.notFinite(file, name, wanted[a]);
      }
      numbers[at + d * block.stride()] = number;
    }
  }

  private void box() throws InputException {
    if (!box.read(lines)) {
      throw fault("its box cannot be read");
    }
    for (int k = 0; k < 9; k++) {
      block.boxes()[k * block.stride() + row] = box.vectors()[k];
    }
    boxCheck.check(block, row, file, found, frame);
  }
}
