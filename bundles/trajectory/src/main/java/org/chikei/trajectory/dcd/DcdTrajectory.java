package org.chikei.trajectory.dcd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.FileTrajectory;
import org.chikei.trajectory.file.FileWindow;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;

/** An open DCD file. */
final class DcdTrajectory extends FileTrajectory<FoundFrames> {
  private final DcdHeader header;
  private final FileWindow window;
  private final DcdCell cell;

  /** The length of a step in ps; NaN where the file has no times. */
  private final double step;

  /** The unit of length in nm. */
  private final double unit;

  private DcdTrajectory(
      TrajectoryFile file,
      DcdHeader header,
      DcdCell cell,
      double step,
      double unit,
      Set<FrameContent> carries) {
    super(file, header.end(), 0, header.atoms(), carries);
    this.header = header;
    this.window = new FileWindow(file);
    this.cell = cell;
    this.step = step;
    this.unit = unit;
  }

  static DcdTrajectory open(Path path, TrajectoryOptions options) throws IOException {
    TrajectoryFile file = TrajectoryFile.open(path);
    try {
      DcdHeader header = DcdHeader.read(file);
      if (!header.isLammps() || !options.quantityUnits().isEmpty()) {
        Refusals.units(file, options);
      }
      Refusals.atoms(file, header.atoms(), options);
      if (header.length(true) > file.size() - header.end()) {
        throw Refusals.cutInFirst(file, header.atoms(), header.length(true));
      }
      DcdTrajectory trajectory = of(file, header, options);
      trajectory.mayBeEven(header.length(true), header.length(false));
      trajectory.countNote();
      return trajectory;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static DcdTrajectory of(TrajectoryFile file, DcdHeader header, TrajectoryOptions options)
      throws IOException {
    double unit = options.units().equals("lj") ? 1 : Units.ANGSTROM;
    double step = step(file, header, options);
    Set<FrameContent> carries = EnumSet.noneOf(FrameContent.class);
    if (!Double.isNaN(step)) {
      carries.add(FrameContent.TIME);
    }
    DcdCell convention = null;
    double[] cell = new double[6];
    if (header.cell()) {
      convention = convention(file, header, cell);
      double[] box = new double[9];
      convention.vectors(cell, unit, box);
      if (BoxCheck.exists(box)) {
        carries.add(FrameContent.BOX);
      }
    }
    DcdTrajectory trajectory = new DcdTrajectory(file, header, convention, step, unit, carries);
    if (convention != null && convention.matters(cell)) {
      trajectory.tell("the cell is taken to be kept as " + convention.words());
    }
    trajectory.timeNotes();
    return trajectory;
  }

  /** The length of a step in ps; NaN where the file does not tell it. */
  private static double step(TrajectoryFile file, DcdHeader header, TrajectoryOptions options)
      throws InputException {
    if (!header.hasStep() || header.isStepMade()) {
      return Double.NaN;
    }
    if (!header.isLammps()) {
      return header.step() * (options.units().equals("lj") ? 1 : DcdHeader.AKMA_TIME);
    }
    return switch (options.units()) {
      case "" -> Double.NaN;
      case "real" -> header.step() * Units.FEMTOSECOND;
      case "metal", "lj" -> header.step();
      default ->
          throw file.fault(
              "a DCD file of LAMMPS is in units real, metal or lj, not '" + options.units() + "'");
    };
  }

  private static DcdCell convention(TrajectoryFile file, DcdHeader header, double[] cell)
      throws IOException {
    DcdRecords records = header.records();
    ByteBuffer bytes = ByteBuffer.allocate(DcdHeader.CELL).order(records.order());
    file.read(bytes, header.end() + records.marker());
    bytes.flip().asDoubleBuffer().get(cell);
    DcdCell convention = DcdCell.of(cell, header.version());
    if (convention == null) {
      throw file.damaged(
          header.end(),
          0,
          "a cell of (%s, %s, %s, %s, %s, %s)"
              .formatted(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]));
    }
    return convention;
  }

  private void timeNotes() {
    if (header.isLammps() && header.hasStep() && Double.isNaN(step)) {
      tell(
          "LAMMPS wrote its time step in units that the file does not name, so it has no times;"
              + " 'units' (real, metal or lj) or 'time-step' in the job gives them");
    } else if (Double.isNaN(step)) {
      tell("the file has no times (its header has no time step); 'time-step' in the job sets them");
    }
  }

  private void countNote() {
    if (header.frames() > 0 && frames() >= 0 && frames() != header.frames()) {
      tell(
          "the header speaks of %d frames, but the file holds %d; all of these are used"
              .formatted(header.frames(), frames()));
    }
  }

  private void tell(String note) {
    note(file().path() + ": " + note);
  }

  @Override
  protected FoundFrames batch(int maximum) {
    return new FoundFrames(maximum);
  }

  @Override
  protected long find(long position, long number, FoundFrames found) throws IOException {
    boolean first = position == header.end();
    long length = header.length(first);
    boolean whole = length <= file().size() - position;
    if (!opens(position, first)) {
      throw file().damaged(position, number, "no frame of a DCD file begins here");
    }
    if (!whole) {
      return CUT;
    }
    if (!closes(position + length, first)) {
      throw file().damaged(position, number, "no frame of a DCD file ends where this one should");
    }
    long index = number >= 0 ? number : index(position);
    double steps = header.firstStep() + (double) index * header.stepsPerFrame();
    found.add(index, position, steps * step);
    return position + length;
  }

  /** The number of the frame that begins at a place. */
  private long index(long position) {
    long beyond = position - header.end() - header.length(true);
    return beyond < 0 ? 0 : 1 + beyond / header.length(false);
  }

  /** Whether the marker at a place, as far as the file has it, is the first of a frame. */
  private boolean opens(long position, boolean first) throws IOException {
    int marker = header.records().marker();
    int there = (int) Math.min(marker, file().size() - position);
    int at = window.at(position, there);
    long expected = header.cell() ? DcdHeader.CELL : block(first);
    for (int k = 0; k < there; k++) {
      if (window.buffer().get(at + k) != header.records().at(expected, k)) {
        return false;
      }
    }
    return true;
  }

  private boolean closes(long end, boolean first) throws IOException {
    int marker = header.records().marker();
    int at = window.at(end - marker, marker);
    return header.records().length(window.buffer(), at) == block(first);
  }

  /** The length of a block of a number an atom. */
  private long block(boolean first) {
    return 4L * (first || header.free() == null ? header.atoms() : header.free().length);
  }

  @Override
  protected long synchronise(long from) {
    long beyond = from - header.end() - header.length(true);
    if (beyond <= 0) {
      return from <= header.end() ? header.end() : header.end() + header.length(true);
    }
    long length = header.length(false);
    long place = from + (length - beyond % length) % length;
    return place < file().size() ? place : -1;
  }

  @Override
  public FrameDecoder decoder(int[] atomIndices) {
    return new DcdDecoder(file(), header, cell, unit, atomIndices);
  }
}
