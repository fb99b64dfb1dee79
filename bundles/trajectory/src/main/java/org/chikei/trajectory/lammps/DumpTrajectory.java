package org.chikei.trajectory.lammps;

import java.io.IOException;
import java.nio.file.Path;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.TextTrajectory;
import org.chikei.trajectory.text.Tokens;

/** An open LAMMPS dump. */
final class DumpTrajectory extends TextTrajectory {
  private final Lines lines;

  private final Tokens words;
  private final DumpHeader header = new DumpHeader();
  private final FirstFrame first;
  private final DumpUnits units;
  private final LammpsItem opening;

  private long lastNumber = -1;
  private long lastStep;
  private long spacing;

  private DumpTrajectory(TrajectoryFile file, Lines lines, FirstFrame first, DumpUnits units) {
    super(file, first.position(), first.atoms(), first.carries(units));
    this.lines = lines;
    this.first = first;
    this.units = units;
    this.words = new Tokens(first.columns().count());
    this.opening = first.hasTime() ? LammpsItem.TIME : LammpsItem.TIMESTEP;
    first.notes(units).forEach(text -> note(file.path() + ": " + text));
    first.leftOut(units).ifPresent(this::warn);
  }

  static DumpTrajectory open(Path path, TrajectoryOptions options) throws IOException {
    TrajectoryFile file = TrajectoryFile.open(path);
    try {
      Lines lines = new Lines(file);
      FirstFrame first = FirstFrame.read(file, lines, options);
      DumpUnits units = DumpUnits.of(file, first.units(), options);
      DumpTrajectory trajectory = new DumpTrajectory(file, lines, first, units);
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
    return first.resolution() * units.length();
  }

  @Override
  protected long find(long position, long number, FoundFrames found) throws IOException {
    lines.seek(position);
    if (!header(position, number)) {
      return CUT;
    }
    if (header.atoms() != atoms()) {
      throw Refusals.atomsChanged(file(), position, number, header.atoms(), atoms());
    }
    long atomsAt = lines.after();
    if (!lines.skip(atoms()) || !lines.terminated() && !lastIsWhole(atomsAt)) {
      return CUT;
    }
    long after = lines.after();
    followSteps(number);
    found.add(number, position, header.time() * units.time());
    return lines.next() && lines.blank() ? afterBlanks() : after;
  }

  private boolean header(long position, long number) throws IOException {
    try {
      if (!header.read(lines)) {
        return false;
      }
    } catch (IllegalArgumentException e) {
      throw file().damaged(position, number, e.getMessage());
    }
    if (!header.units().isEmpty() && !header.units().equals(first.units())) {
      throw file()
          .damaged(
              position,
              number,
              "units '%s', but '%s' in the first frame".formatted(header.units(), first.units()));
    }
    return true;
  }

  /**
   * Whether the last line of a file that does not end it has as many words as the columns, and its
   * last number as many digits as the line before: it may have been cut anywhere.
   */
  private boolean lastIsWhole(long atomsAt) throws IOException {
    int count = first.columns().count();
    if (words.split(lines) < count || atoms() == 1) {
      return words.size() == count;
    }
    int decimals = words.decimals(count - 1);
    lines.seek(atomsAt);
    lines.skip(atoms() - 1);
    boolean whole = words.split(lines) == count && decimals >= words.decimals(count - 1);
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

  /** Watches whether a frame is as many steps after the one before as the others are. */
  private void followSteps(long number) {
    if (number < 0 || first.hasTime()) {
      return;
    }
    if (number == lastNumber + 1 && number > 0) {
      long distance = header.step() - lastStep;
      if (spacing != 0 && distance != spacing && distance > 0) {
        warn(
            ("frame %d is %d timesteps after the one before it, the others %d; a 'time-step' in"
                    + " the job takes all to be equally far apart")
                .formatted(number, distance, spacing));
      }
      spacing = spacing == 0 ? distance : spacing;
    }
    lastNumber = number;
    lastStep = header.step();
  }

  @Override
  protected long search(Lines ahead) throws IOException {
    while (ahead.next()) {
      if (LammpsItem.of(ahead) == opening) {
        return ahead.position();
      }
    }
    return -1;
  }

  @Override
  public FrameDecoder decoder(int[] atomIndices) {
    return new DumpDecoder(file(), units, first.ids(), atomIndices);
  }
}
