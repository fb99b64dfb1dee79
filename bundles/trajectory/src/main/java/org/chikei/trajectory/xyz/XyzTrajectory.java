package org.chikei.trajectory.xyz;

import java.io.IOException;
import java.nio.file.Path;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.StatedTime;
import org.chikei.trajectory.text.TextTrajectory;
import org.chikei.trajectory.text.Tokens;
import org.chikei.trajectory.text.UnitChoice;

/** An open XYZ file, plain or extended. */
final class XyzTrajectory extends TextTrajectory {
  private static final int MOST_WORDS = 64;

  private final Lines lines;

  private final Tokens words = new Tokens(MOST_WORDS);
  private final StatedTime time = new StatedTime();
  private final UnitChoice units;
  private final double resolution;

  private XyzTrajectory(TrajectoryFile file, Lines lines, FirstFrame first, UnitChoice units) {
    super(file, first.position(), first.atoms(), first.carries());
    this.lines = lines;
    this.units = units;
    this.resolution = first.resolution() * units.length();
    first.notes(units).forEach(text -> note(file.path() + ": " + text));
  }

  static XyzTrajectory open(Path path, TrajectoryOptions options) throws IOException {
    TrajectoryFile file = TrajectoryFile.open(path);
    try {
      UnitChoice units = UnitChoice.of(file, options, "A", "A/fs", "eV/A", "fs");
      Lines lines = new Lines(file);
      FirstFrame first = FirstFrame.read(file, lines, options);
      XyzTrajectory trajectory = new XyzTrajectory(file, lines, first, units);
      if (trajectory.find(first.position(), 0, new FoundFrames(1)) == CUT) {
        throw Refusals.cutInFirst(file);
      }
      return trajectory;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public double resolution() {
    return resolution;
  }

  @Override
  protected long find(long position, long number, FoundFrames found) throws IOException {
    lines.seek(position);
    lines.next();
    if (!lines.terminated()) {
      return CUT;
    }
    long count = count(lines);
    if (count < 0) {
      throw file()
          .damaged(
              position, number, "not the number of atoms but '" + lines.shown() + "' stands here");
    }
    if (count != atoms()) {
      throw Refusals.atomsChanged(file(), position, number, count, atoms());
    }
    if (!lines.next()) {
      return CUT;
    }
    time.read(lines, units.time());
    if (!lines.skip(atoms()) || !lines.terminated() && !lastIsWhole(position)) {
      return CUT;
    }
    found.add(number, position, time.value());
    return afterBlanks();
  }

  /** The number that is alone in the line at hand, or −1. */
  private long count(Lines lines) {
    return words.split(lines) == 1 ? words.count(0) : -1;
  }

  /**
   * Whether the last line of a file that does not end it has as many words as the line before, and
   * its last number as many digits: it may have been cut anywhere.
   */
  private boolean lastIsWhole(long position) throws IOException {
    int size = words.split(lines);
    int decimals = size == 0 ? 0 : words.decimals(size - 1);
    lines.seek(position);
    lines.skip(atoms() + (atoms() == 1 ? 2 : 1));
    boolean whole =
        words.split(lines) == size && (size == 0 || decimals >= words.decimals(size - 1));
    lines.seek(file().size());
    return whole;
  }

  private long afterBlanks() throws IOException {
    while (lines.next()) {
      if (!lines.blank()) {
        return lines.position();
      }
    }
    return file().size();
  }

  @Override
  protected long search(Lines ahead) throws IOException {
    return search(ahead, atoms() + 2, position -> beginsFrame(ahead, position));
  }

  /** Whether a frame begins at a place and is followed by another or by nothing. */
  private boolean beginsFrame(Lines ahead, long position) throws IOException {
    ahead.seek(position);
    if (!ahead.next() || count(ahead) != atoms()) {
      return false;
    }
    // a comment can look like a number of atoms, the lines of the first and the last atom cannot
    if (!ahead.skip(2) || words.split(ahead) < 2) {
      return false;
    }
    if (!ahead.skip(atoms() - 1) || words.split(ahead) < 2) {
      return false;
    }
    while (ahead.next()) {
      if (!ahead.blank()) {
        return count(ahead) == atoms();
      }
    }
    return true;
  }

  @Override
  public FrameDecoder decoder(int[] atomIndices) {
    return new XyzDecoder(file(), units, atomIndices);
  }
}
