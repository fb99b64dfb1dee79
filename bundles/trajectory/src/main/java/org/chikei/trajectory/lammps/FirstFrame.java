package org.chikei.trajectory.lammps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.Tokens;

/**
 * What the first frame of a dump tells of it.
 *
 * @param position where it begins, after blank lines
 * @param atoms the number of atoms
 * @param columns what its columns are
 * @param ids the ids of its atoms
 * @param units the system of units that it states, or an empty text
 * @param hasTime whether it has a time beside its timestep
 * @param hasBox whether it has a box with a periodic direction
 * @param resolution the last place of its positions in the file's unit of length; 0 if that is so
 *     small that it is as good as floating point
 * @param spacing the number of timesteps to the second frame; 0 where that is not to be told
 */
record FirstFrame(
    long position,
    int atoms,
    DumpColumns columns,
    AtomIds ids,
    String units,
    boolean hasTime,
    boolean hasBox,
    double resolution,
    long spacing) {

  private static final int LOOKED_AT = 100;

  /** Five places after the point of a position in Å are as fine as a float of 4 bytes. */
  private static final double FINE = 1.5e-5;

  private static final int MOST_PLACES = 9;

  /** Reads the first frame. */
  static FirstFrame read(TrajectoryFile file, Lines lines, TrajectoryOptions options)
      throws IOException {
    long position = afterBlanks(file, lines);
    DumpHeader header = new DumpHeader();
    if (!read(file, header, lines)) {
      throw Refusals.cutInFirst(file);
    }
    DumpColumns columns = header.columns();
    double shortest = 2.0 * columns.count();
    if (header.atoms() > Integer.MAX_VALUE || header.atoms() * shortest > file.size()) {
      throw Refusals.cutInFirst(file, header.atoms(), header.atoms() * shortest);
    }
    int atoms = (int) header.atoms();
    Refusals.atoms(file, atoms, options);
    long atomsAt = lines.after();
    String units = header.units();
    boolean hasTime = !Double.isNaN(header.time());
    boolean hasBox = header.box().isPeriodic();
    long step = header.step();
    double place = place(lines, header, Math.min(atoms, LOOKED_AT));
    lines.seek(atomsAt);
    AtomIds ids = AtomIds.read(file, lines, columns, atoms);
    long spacing = step < 0 || !ids.areThere() ? 0 : secondStep(header, lines) - step;
    return new FirstFrame(
        position,
        atoms,
        columns,
        ids,
        units,
        hasTime,
        hasBox,
        place > FINE ? place : 0,
        Math.max(0, spacing));
  }

  private static long afterBlanks(TrajectoryFile file, Lines lines) throws IOException {
    while (lines.next()) {
      if (!lines.blank()) {
        lines.seek(lines.position());
        return lines.after();
      }
    }
    throw file.fault("there are only blank lines in this file");
  }

  private static boolean read(TrajectoryFile file, DumpHeader header, Lines lines)
      throws IOException {
    try {
      return header.read(lines);
    } catch (IllegalArgumentException e) {
      throw file.fault("frame 0: " + e.getMessage());
    }
  }

  /** The step of the frame that follows; −1 if none does, or what follows is damaged. */
  private static long secondStep(DumpHeader header, Lines lines) throws IOException {
    try {
      return header.read(lines) ? header.step() : -1;
    } catch (IllegalArgumentException e) {
      return -1; // the walk will come to it
    }
  }

  /** The worth of the last place of the positions, from the longest numbers among some lines. */
  private static double place(Lines lines, DumpHeader header, int count) throws IOException {
    DumpColumns columns = header.columns();
    Tokens tokens = new Tokens(columns.count());
    int places = 0;
    for (int k = 0; k < count && lines.next(); k++) {
      tokens.split(lines);
      for (int word : columns.positions()) {
        if (word < tokens.size()) {
          boolean exponent = tokens.contains(word, 'E');
          places = Math.max(places, exponent ? MOST_PLACES : tokens.decimals(word));
        }
      }
    }
    DumpBox box = header.box();
    double longest = Math.max(box.vector(0), Math.max(box.vector(4), box.vector(8)));
    return Math.pow(10, -places) * (columns.kind().isScaled() ? longest : 1);
  }

  Set<FrameContent> carries(DumpUnits known) {
    Set<FrameContent> carries = EnumSet.noneOf(FrameContent.class);
    if (hasTime && known.knows("time")) {
      carries.add(FrameContent.TIME);
    }
    if (hasBox) {
      carries.add(FrameContent.BOX);
    }
    if (columns.hasVelocities() && known.knows("velocity")) {
      carries.add(FrameContent.VELOCITIES);
    }
    if (columns.hasForces() && known.knows("force")) {
      carries.add(FrameContent.FORCES);
    }
    return carries;
  }

  /** What was assumed, in sentences. */
  List<String> notes(DumpUnits known) {
    List<String> notes = new ArrayList<>();
    if (!known.knows("length")) {
      notes.add("the dump does not state its units; its positions are taken to be in A");
    }
    if (!hasTime) {
      notes.add(
          "the dump has timesteps and no times; 'time-step' in the job is the time from one stored"
              + " frame to the next"
              + (spacing > 0 ? ", which are " + spacing + " timesteps apart" : ""));
    }
    if (!ids.areThere()) {
      notes.add(
          "the dump has no ids, so its lines are taken to have the order of the structure in every"
              + " frame; LAMMPS writes them so with 'dump_modify sort id' only");
    } else if (!ids.areNumbers()) {
      notes.add(
          "the ids run from %d to %d with %d atoms; in ascending order they are the atoms of the structure"
              .formatted(ids.id(0), ids.id(atoms - 1), atoms));
    }
    if (!columns.others().isEmpty()) {
      notes.add(
          "of several kinds of positions %s are used, not %s"
              .formatted(
                  columns.kind().columns(),
                  columns.others().stream()
                      .map(PositionKind::columns)
                      .collect(Collectors.joining(" or "))));
    }
    return notes;
  }

  /** What is there and cannot be used since its units are not known, in a sentence, or nothing. */
  Optional<String> leftOut(DumpUnits known) {
    List<String> left = new ArrayList<>();
    add(left, "velocities", columns.hasVelocities() && !known.knows("velocity"));
    add(left, "forces", columns.hasForces() && !known.knows("force"));
    add(left, "times", hasTime && !known.knows("time"));
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "its "
                + String.join(" and ", left)
                + " are left out, since nothing says what their units are; set 'units' in the job"
                + " to those of the simulation, such as real, metal or lj");
  }

  private static void add(List<String> words, String word, boolean wanted) {
    if (wanted) {
      words.add(word);
    }
  }
}
