package org.chikei.trajectory.xyz;

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
import org.chikei.trajectory.text.Tokens;
import org.chikei.trajectory.text.UnitChoice;

/** Reads the lines of the wanted atoms and passes over the others. */
final class XyzDecoder implements FrameDecoder {
  private final TrajectoryFile file;
  private final UnitChoice units;
  private final int[] wanted;
  private final Lines lines;
  private final XyzComment comment = new XyzComment();
  private final BoxCheck boxCheck = new BoxCheck();
  private XyzColumns columns = XyzColumns.PLAIN;
  private Tokens tokens = new Tokens(columns.end());

  private FoundFrames found;
  private int frame;
  private FrameBlock block;
  private int row;

  XyzDecoder(TrajectoryFile file, UnitChoice units, int[] wanted) {
    this.file = file;
    this.units = units;
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
      comment();
      box();
      block.times()[row] = found.time(frame);
      atoms();
    }
  }

  private void comment() throws IOException {
    lines.seek(found.position(frame));
    lines.skip(2);
    try {
      comment.read(lines);
    } catch (IllegalArgumentException e) {
      throw file.fault(found.name(frame) + ": " + e.getMessage());
    }
    if (comment.columns() != columns) {
      columns = comment.columns();
      tokens = new Tokens(columns.end());
    }
  }

  private void box() throws IOException {
    for (int k = 0; k < 9; k++) {
      double entry = comment.hasBox() ? comment.box(k) * units.length() : 0;
      block.boxes()[k * block.stride() + row] = entry;
    }
    boxCheck.check(block, row, file, found, frame);
  }

  private void atoms() throws IOException {
    boolean velocities = columns.hasVelocities() && block.velocities() != null;
    boolean forces = columns.forces() >= 0 && block.forces() != null;
    int passed = 0;
    for (int a = 0; a < wanted.length; a++) {
      if (!lines.skip(wanted[a] + 1 - passed) || tokens.split(lines) < columns.end()) {
        throw file.fault(
            "%s: the line of atom %d, '%s', has fewer than %d columns"
                .formatted(found.name(frame), wanted[a] + 1, lines.shown(), columns.end()));
      }
      passed = wanted[a] + 1;
      vector(Quantity.POSITIONS, a, columns.positions(), units.length());
      if (velocities) {
        vector(Quantity.VELOCITIES, a, columns.velocities(), velocityFactor());
      }
      if (forces) {
        vector(Quantity.FORCES, a, columns.forces(), units.force());
      }
    }
    if (!velocities) {
      block.clearVelocities(row);
    }
    if (!forces) {
      block.clearForces(row);
    }
  }

  /** Momenta are written by ASE alone, in its units, unless the job says otherwise. */
  private double velocityFactor() {
    if (!columns.momenta()) {
      return units.velocity();
    }
    boolean assumed = units.assumed().containsKey("velocity");
    double unit = assumed ? UnitChoice.ASE_VELOCITY : units.velocity();
    return unit / tokens.number(columns.masses());
  }

  private void vector(Quantity quantity, int a, int word, double factor) throws InputException {
    double[] numbers = quantity.columns(block);
    int stride = block.stride();
    int at = 3 * a * stride + row;
    for (int d = 0; d < 3; d++) {
      double number = tokens.number(word + d) * factor;
      if (!(Math.abs(number) <= Double.MAX_VALUE)) {
        String name = found.name(frame) + ", '" + tokens.shown(word + d) + "'";
        throw quantity.notFinite(file, name, wanted[a]);
      }
      numbers[at + d * stride] = number;
    }
  }
}
