package org.chikei.trajectory.gro;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.StatedTime;
import org.chikei.trajectory.text.TextTrajectory;
import org.chikei.trajectory.text.Tokens;

/** An open GRO file. */
final class GroTrajectory extends TextTrajectory {
  /** Names, numbers, and three positions of the least width. */
  private static final int SHORTEST_LINE = 36;

  /** Six places of a position in nm are as fine as a float of 4 bytes. */
  private static final int FINE = 6;

  private final Lines lines;

  private final Tokens words = new Tokens(2);
  private final StatedTime time = new StatedTime();
  private final GroBox box = new GroBox();
  private final double resolution;
  private final int boxSize;

  private GroTrajectory(
      TrajectoryFile file,
      Lines lines,
      int atoms,
      Set<FrameContent> carries,
      GroColumns columns,
      GroBox first) {
    super(file, 0, atoms, carries);
    this.lines = lines;
    this.resolution = columns.places() < FINE ? Math.pow(10, -columns.places()) : 0;
    this.boxSize = first.size();
  }

  static GroTrajectory open(Path path, TrajectoryOptions options) throws IOException {
    TrajectoryFile file = TrajectoryFile.open(path);
    try {
      Refusals.units(file, options);
      return openFirst(file, options);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static GroTrajectory openFirst(TrajectoryFile file, TrajectoryOptions options)
      throws IOException {
    Lines lines = new Lines(file);
    StatedTime time = new StatedTime();
    lines.next();
    time.readLast(lines, 1);
    if (!lines.terminated() || !lines.next()) {
      throw Refusals.cutInFirst(file);
    }
    Tokens words = new Tokens(2);
    long count = words.split(lines) == 1 ? words.count(0) : -1;
    if (count <= 0) {
      throw file.fault(
          "the second line of a GRO file is the number of atoms, not '" + lines.shown() + "'");
    }
    if (count > Integer.MAX_VALUE || count * SHORTEST_LINE > file.size()) {
      throw Refusals.cutInFirst(file, count, count * (double) SHORTEST_LINE);
    }
    Refusals.atoms(file, (int) count, options);
    GroColumns columns = new GroColumns();
    if (!lines.next()) {
      throw Refusals.cutInFirst(file);
    }
    if (!columns.measure(lines)) {
      throw file.fault("frame 0: " + noPositions(lines, 0));
    }
    GroBox box = new GroBox();
    lines.skip((int) count - 1);
    if (!lines.terminated() || !lines.next()) {
      throw Refusals.cutInFirst(file);
    }
    boolean sound = box.read(lines);
    if (!lines.terminated() && !box.isWhole()) {
      throw Refusals.cutInFirst(file);
    }
    if (!sound) {
      throw file.fault("frame 0: " + noBox(lines, count));
    }
    return new GroTrajectory(file, lines, (int) count, carries(time, columns, box), columns, box);
  }

  private static Set<FrameContent> carries(StatedTime time, GroColumns columns, GroBox box) {
    Set<FrameContent> carries = EnumSet.noneOf(FrameContent.class);
    if (!Double.isNaN(time.value())) {
      carries.add(FrameContent.TIME);
    }
    if (BoxCheck.exists(box.vectors())) {
      carries.add(FrameContent.BOX);
    }
    if (columns.hasVelocities()) {
      carries.add(FrameContent.VELOCITIES);
    }
    return carries;
  }

  /** Says that the line at hand is not that of an atom. */
  static String noPositions(Lines lines, int atom) {
    return "the line of atom %d, '%s', has no three positions in its columns"
        .formatted(atom + 1, lines.shown());
  }

  private static String noBox(Lines lines, long atoms) {
    return "after %d atoms not the three or nine lengths of a box but '%s' stands here"
        .formatted(atoms, lines.shown());
  }

  @Override
  public double resolution() {
    return resolution;
  }

  @Override
  protected long find(long position, long number, FoundFrames found) throws IOException {
    lines.seek(position);
    lines.next();
    time.readLast(lines, 1);
    if (!lines.terminated() || !lines.next() || !lines.terminated()) {
      return CUT;
    }
    long count = words.split(lines) == 1 ? words.count(0) : -1;
    if (count < 0) {
      throw file()
          .damaged(
              position, number, "not the number of atoms but '" + lines.shown() + "' stands here");
    }
    if (count != atoms()) {
      throw Refusals.atomsChanged(file(), position, number, count, atoms());
    }
    if (!lines.skip(atoms()) || !lines.next()) {
      return CUT;
    }
    boolean sound = box.read(lines);
    if (!lines.terminated() && (box.size() < boxSize || !box.isWhole())) {
      return CUT;
    }
    if (!sound) {
      throw file().damaged(position, number, noBox(lines, atoms()));
    }
    found.add(number, position, time.value());
    return following();
  }

  /** Where the next frame begins: blank lines are a title only if something follows them. */
  private long following() throws IOException {
    long after = lines.after();
    while (lines.next()) {
      if (!lines.blank()) {
        return after;
      }
    }
    return file().size();
  }

  @Override
  protected long search(Lines ahead) throws IOException {
    return search(ahead, atoms() + 3, position -> beginsFrame(ahead, position));
  }

  /** Whether a title, the number of atoms, and after so many lines a box stand at a place. */
  private boolean beginsFrame(Lines ahead, long position) throws IOException {
    ahead.seek(position);
    if (!ahead.skip(2) || words.split(ahead) != 1 || words.count(0) != atoms()) {
      return false;
    }
    return ahead.skip(atoms() + 1) && box.read(ahead);
  }

  @Override
  public FrameDecoder decoder(int[] atomIndices) {
    return new GroDecoder(file(), atoms(), atomIndices);
  }
}
