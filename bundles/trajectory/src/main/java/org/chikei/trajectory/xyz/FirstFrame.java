package org.chikei.trajectory.xyz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.StatedTime;
import org.chikei.trajectory.text.Tokens;
import org.chikei.trajectory.text.UnitChoice;

/**
 * What the first frame of an XYZ file tells of the file.
 *
 * @param position where it begins, after blank lines
 * @param atoms the number of atoms
 * @param carries what it carries
 * @param columns what its columns are
 * @param resolution the last place of its positions in the file's unit of length; 0 if that is so
 *     small that it is as good as floating point, or if the places differ in worth
 * @param moreColumns whether there are columns that nothing says the meaning of
 * @param timeUnitStated whether the comment states the unit of the time
 */
record FirstFrame(
    long position,
    int atoms,
    Set<FrameContent> carries,
    XyzColumns columns,
    double resolution,
    boolean moreColumns,
    boolean timeUnitStated) {

  /** A line of an atom has at least an element, three digits, and blanks between. */
  private static final int SHORTEST_LINE = 7;

  private static final int LOOKED_AT = 100;

  /** Five places after the point of a position in Å are as fine as a float of 4 bytes. */
  private static final int FINE = 5;

  /** Reads the first frame. */
  static FirstFrame read(TrajectoryFile file, Lines lines, TrajectoryOptions options)
      throws IOException {
    Tokens tokens = new Tokens(64);
    int atoms = atoms(file, lines, tokens, options);
    long position = lines.position();
    if (!lines.next()) {
      throw Refusals.cutInFirst(file);
    }
    StatedTime time = new StatedTime();
    time.read(lines, 1);
    XyzComment comment = new XyzComment();
    try {
      comment.read(lines);
    } catch (IllegalArgumentException e) {
      throw file.fault("frame 0: " + e.getMessage());
    }
    XyzColumns columns = comment.columns();
    boolean more = false;
    int places = 0;
    for (int k = 0; k < Math.min(atoms, LOOKED_AT) && lines.next(); k++) {
      tokens.split(lines);
      more |= !comment.isExtended() && tokens.size() > columns.count();
      places = Math.max(places, places(tokens, columns));
    }
    double resolution = places < FINE ? Math.pow(10, -places) : 0;
    return new FirstFrame(
        position, atoms, carries(time, comment), columns, resolution, more, time.unitStated());
  }

  /** Passes over blank lines and reads the number of atoms. */
  private static int atoms(
      TrajectoryFile file, Lines lines, Tokens tokens, TrajectoryOptions options)
      throws IOException {
    boolean found = lines.next();
    while (found && lines.blank()) {
      found = lines.next();
    }
    if (!found) {
      throw file.fault("there are only blank lines in this file");
    }
    long atoms = tokens.split(lines) == 1 ? tokens.count(0) : -1;
    if (atoms <= 0) {
      throw file.fault(
          "an XYZ file begins with the number of atoms, not with '" + lines.shown() + "'");
    }
    long left = file.size() - lines.position();
    if (atoms > Integer.MAX_VALUE || atoms * SHORTEST_LINE > left) {
      throw Refusals.cutInFirst(file, atoms, atoms * (double) SHORTEST_LINE);
    }
    Refusals.atoms(file, (int) atoms, options);
    return (int) atoms;
  }

  private static int places(Tokens tokens, XyzColumns columns) {
    int places = 0;
    for (int d = 0; d < 3 && columns.positions() + d < tokens.size(); d++) {
      int word = columns.positions() + d;
      boolean exponent = tokens.contains(word, 'E') || tokens.contains(word, 'D');
      places = Math.max(places, exponent ? FINE : tokens.decimals(word));
    }
    return places;
  }

  private static Set<FrameContent> carries(StatedTime time, XyzComment comment) {
    Set<FrameContent> carries = EnumSet.noneOf(FrameContent.class);
    if (!Double.isNaN(time.value())) {
      carries.add(FrameContent.TIME);
    }
    if (comment.hasBox()) {
      carries.add(FrameContent.BOX);
    }
    if (comment.columns().hasVelocities()) {
      carries.add(FrameContent.VELOCITIES);
    }
    if (comment.columns().forces() >= 0) {
      carries.add(FrameContent.FORCES);
    }
    return carries;
  }

  /** What was assumed, in sentences. */
  List<String> notes(UnitChoice units) {
    List<String> notes = new ArrayList<>();
    StringJoiner assumed = new StringJoiner(", ");
    Map<String, String> choice = units.assumed();
    boolean velocities = carries.contains(FrameContent.VELOCITIES);
    add(assumed, "length", choice, true);
    add(assumed, "velocity", choice, velocities && !columns.momenta());
    add(assumed, "force", choice, carries.contains(FrameContent.FORCES));
    add(assumed, "time", choice, carries.contains(FrameContent.TIME) && !timeUnitStated);
    if (assumed.length() > 0) {
      notes.add(
          "the file does not state its units and is taken to be in "
              + assumed
              + "; 'units' in the job sets others");
    }
    if (columns.momenta() && columns.masses() < 0) {
      notes.add(
          "there are momenta but no column of masses, so that velocities cannot be told;"
              + " write 'velocities' or 'masses', too");
    } else if (columns.momenta()) {
      notes.add("velocities are the momenta divided by the column of masses");
    }
    if (moreColumns) {
      notes.add("columns after the position are not named in the file and were ignored");
    }
    return notes;
  }

  private static void add(
      StringJoiner assumed, String quantity, Map<String, String> choice, boolean carried) {
    if (carried && choice.containsKey(quantity)) {
      assumed.add(choice.get(quantity) + " (" + quantity + ")");
    }
  }
}
