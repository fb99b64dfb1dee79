package org.chikei.trajectory.lammps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.Tokens;

/**
 * What stands before the atoms of one frame after the other. Most frames name the same columns as
 * the one before, so that nothing is made for them.
 */
final class DumpHeader {
  private static final long NONE = -1;

  private final Tokens words = new Tokens(2);
  private final DumpBox box = new DumpBox();
  private byte[] names = {};
  private DumpColumns columns;
  private String units = "";
  private double time;
  private long step;
  private long atoms;

  /**
   * Reads from the next line to the line of the columns.
   *
   * @return whether all is there; false if the file ends before
   * @throws IllegalArgumentException if it cannot be understood; the message says why
   */
  boolean read(Lines lines) throws IOException {
    box.clear();
    time = Double.NaN;
    step = NONE;
    atoms = NONE;
    while (lines.next() && lines.terminated()) {
      LammpsItem item = LammpsItem.of(lines);
      switch (item) {
        case NONE ->
            throw new IllegalArgumentException(
                "not an ITEM: but '" + lines.shown() + "' stands here");
        case ATOMS -> {
          columns(lines);
          return true;
        }
        case BOX -> {
          if (!box.read(lines, item.length())) {
            return false;
          }
        }
        case OTHER -> {
          if (!passOver(lines)) {
            return false;
          }
        }
        default -> {
          if (!lines.next() || !lines.terminated()) {
            return false;
          }
          value(item, lines);
        }
      }
    }
    return false;
  }

  private void value(LammpsItem item, Lines lines) {
    boolean alone = words.split(lines) == 1;
    long count = alone ? words.count(0) : NONE;
    boolean understood =
        switch (item) {
          case UNITS -> alone;
          case TIME -> alone && !Double.isNaN(words.number(0));
          case ATOM_COUNT -> count > 0;
          default -> count >= 0;
        };
    if (!understood) {
      throw new IllegalArgumentException("'%s' is no %s".formatted(lines.shown(), item.meaning()));
    }
    switch (item) {
      case UNITS -> units = words.shown(0);
      case TIME -> time = words.number(0);
      case ATOM_COUNT -> atoms = count;
      default -> step = count;
    }
  }

  /** Passes over the lines of an item that is not known. */
  private static boolean passOver(Lines lines) throws IOException {
    while (lines.next() && lines.terminated()) {
      if (LammpsItem.of(lines) != LammpsItem.NONE) {
        lines.seek(lines.position());
        return true;
      }
    }
    return false;
  }

  private void columns(Lines lines) {
    if (atoms == NONE) {
      throw new IllegalArgumentException("ITEM: NUMBER OF ATOMS is missing before ITEM: ATOMS");
    }
    int from = lines.start() + LammpsItem.ATOMS.length();
    byte[] bytes = lines.bytes();
    if (columns == null || !Arrays.equals(names, 0, names.length, bytes, from, lines.end())) {
      names = Arrays.copyOfRange(bytes, from, lines.end());
      columns = null;
      columns = DumpColumns.of(new String(names, StandardCharsets.ISO_8859_1));
    }
    if (!box.isThere() && (columns.kind().isScaled() || columns.hasImages())) {
      throw new IllegalArgumentException(
          "positions %s are parts or images of the box, but there is no ITEM: BOX BOUNDS"
              .formatted(columns.kind().columns()));
    }
  }

  /** The columns of the frame. */
  DumpColumns columns() {
    return columns;
  }

  /** The box of the frame. */
  DumpBox box() {
    return box;
  }

  /** The system of units that the file has stated so far, or an empty text. */
  String units() {
    return units;
  }

  /** The time in the file's unit, or NaN where the frame has none. */
  double time() {
    return time;
  }

  /** The step, or −1 where the frame has none. */
  long step() {
    return step;
  }

  /** The number of atoms. */
  long atoms() {
    return atoms;
  }
}
