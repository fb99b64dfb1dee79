package org.chikei.trajectory.pdb;

import java.io.IOException;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.StatedTime;

/** Goes through the lines of one model after the other. Used again and again. */
final class ModelWalk {
  /** One past the columns of the third position. */
  private static final int COORDINATES_END = 54;

  private final Lines lines;
  private final AtomRecords atoms;
  private final StatedTime stated = new StatedTime();
  private double time;
  private int records;
  private boolean opened;
  private boolean closed;

  /** What opened the next model before this had an end, or null. */
  private PdbRecord next;

  private boolean cutLine;
  private long after;

  /** The number of the line at hand, from 1, and where the next begins; −1 where not known. */
  private long line;

  private long nextLineAt;

  /** Where the model at hand begins, and the number of the line before it. */
  private long startsAt = -1;

  private long lineBefore;

  ModelWalk(Lines lines, AtomRecords atoms) {
    this.lines = lines;
    this.atoms = atoms;
  }

  /**
   * Goes through the model that begins at a place.
   *
   * @param position where it begins
   * @param learn whether it is the first, whose atoms all others must have
   * @throws IllegalArgumentException if a record cannot be what it says; the message says why
   */
  void walk(long position, boolean learn) throws IOException {
    begin(position);
    while (!closed && next == null && next()) {
      PdbRecord record = PdbRecord.of(lines);
      switch (record) {
        case ATOM -> atom(learn);
        case MODEL -> {
          next = records > 0 ? record : null;
          opened = true;
        }
        case BOX -> next = records > 0 && !opened ? record : null;
        case TITLE -> title();
        case END -> closed = records > 0 && isWholeEnd();
        default -> {}
      }
    }
    after = next == null ? lines.after() : lines.position();
    if (next != null) {
      line--;
      nextLineAt = after;
    }
  }

  private void begin(long position) {
    lines.seek(position);
    if (position == 0) {
      line = 0;
    } else if (position == startsAt) {
      line = lineBefore;
    } else if (position != nextLineAt) {
      line = -1;
    }
    startsAt = position;
    lineBefore = line;
    nextLineAt = position;
    time = Double.NaN;
    records = 0;
    opened = false;
    closed = false;
    next = null;
    cutLine = false;
  }

  private boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    line = line < 0 ? -1 : line + 1;
    nextLineAt = lines.after();
    return true;
  }

  private void atom(boolean learn) {
    if (lines.end() - lines.start() < COORDINATES_END) {
      if (!lines.terminated()) {
        cutLine = true;
        return;
      }
      throw new IllegalArgumentException(
          "%s'%s' has no three positions in its columns".formatted(place(), lines.shown()));
    }
    if (learn) {
      atoms.learn(lines);
    } else if (!atoms.isSame(lines, records)) {
      throw new IllegalArgumentException(
          "%satom %d is '%s', but '%s' in the first model"
              .formatted(place(), records + 1, AtomRecords.shown(lines), atoms.shown(records)));
    }
    records++;
  }

  private String place() {
    return line < 0 ? "" : "line " + line + ": ";
  }

  private void title() {
    if (records == 0) {
      stated.readLast(lines, 1);
      time = Double.isNaN(stated.value()) ? time : stated.value();
    }
  }

  /** Whether the END or ENDMDL at hand is whole where the file ends within it. */
  private boolean isWholeEnd() {
    int length = lines.end() - lines.start();
    return lines.terminated() || length >= 6 || length == 3 && !opened;
  }

  /** Passes over what cannot begin a model; gives where the next one begins, or −1. */
  long following() throws IOException {
    lines.seek(after);
    while (next()) {
      if (!PdbRecord.isBetween(lines)) {
        line = line < 0 ? -1 : line - 1;
        nextLineAt = lines.position();
        return nextLineAt;
      }
    }
    return -1;
  }

  /** Whether the file ended within the record of an atom. */
  boolean isCutInAtom() {
    return cutLine;
  }

  /** Whether the file ended after a MODEL without its ENDMDL. */
  boolean isOpen() {
    return opened && !closed && next == null;
  }

  /** What ended it: END, what opened the next, or null for the end of the file. */
  PdbRecord end() {
    return closed ? PdbRecord.END : next;
  }

  /** The number of records of atoms. */
  int records() {
    return records;
  }

  /** The time in ps, or NaN. */
  double time() {
    return time;
  }

  /** Where the line at hand is, for a message: such as {@code " (to line 28)"}. */
  String lastLine() {
    return line < 0 ? "" : " (to line " + line + " of the file)";
  }
}
