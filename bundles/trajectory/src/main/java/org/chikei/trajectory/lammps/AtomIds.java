package org.chikei.trajectory.lammps;

import java.io.IOException;
import java.util.Arrays;
import org.chikei.api.InputException;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.Tokens;

/** The ids of the atoms, which in ascending order are the atoms of the structure. */
final class AtomIds {
  private static final AtomIds NONE = new AtomIds(0, 0, null);

  private final long first;
  private final int size;

  /** All ids in ascending order; null where they follow each other without a gap. */
  private final long[] ids;

  private AtomIds(long first, int size, long[] ids) {
    this.first = first;
    this.size = size;
    this.ids = ids;
  }

  /** Reads the ids of the first frame from the lines of its atoms, which are the next. */
  static AtomIds read(TrajectoryFile file, Lines lines, DumpColumns columns, int atoms)
      throws IOException {
    if (columns.id() < 0) {
      return NONE;
    }
    Tokens words = new Tokens(columns.id() + 1);
    long[] ids = new long[atoms];
    for (int k = 0; k < atoms; k++) {
      if (!lines.next()) {
        throw Refusals.cutInFirst(file);
      }
      ids[k] = words.split(lines) > columns.id() ? words.count(columns.id()) : -1;
      if (ids[k] < 0) {
        throw file.fault("frame 0: the line '" + lines.shown() + "' has no id of an atom");
      }
    }
    Arrays.sort(ids);
    for (int k = 1; k < atoms; k++) {
      if (ids[k] == ids[k - 1]) {
        throw twice(file, "frame 0", ids[k]);
      }
    }
    boolean even = ids[atoms - 1] - ids[0] == atoms - 1;
    return new AtomIds(ids[0], atoms, even ? null : ids);
  }

  /** Says that two atoms have one id. */
  static InputException twice(TrajectoryFile file, String frame, long id) {
    return file.fault(frame + ": two atoms have the id " + id);
  }

  /** Whether the dump has ids. */
  boolean areThere() {
    return size > 0;
  }

  /** Whether they are the numbers from 1 on. */
  boolean areNumbers() {
    return first == 1 && ids == null;
  }

  /** The id of an atom. */
  long id(int atom) {
    return ids == null ? first + atom : ids[atom];
  }

  /** The atom with an id, or −1. */
  int atom(long id) {
    if (ids != null) {
      return Math.max(-1, Arrays.binarySearch(ids, id));
    }
    long atom = id - first;
    return atom >= 0 && atom < size ? (int) atom : -1;
  }
}
