package org.chikei.trajectory.lammps;

import java.nio.charset.StandardCharsets;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.Tokens;

/** The items of a frame. */
enum LammpsItem {
  /** The system of units; in the first frame of a run as a rule. */
  UNITS("UNITS", "system of units"),
  /** The step. */
  TIMESTEP("TIMESTEP", "timestep"),
  /** The time. */
  TIME("TIME", "time"),
  /** The number of atoms. */
  ATOM_COUNT("NUMBER OF ATOMS", "number of atoms"),
  /** The box. */
  BOX("BOX BOUNDS", "box"),
  /** The columns; the lines of the atoms follow. */
  ATOMS("ATOMS", "list of columns"),
  /** An item that says nothing of what is read. */
  OTHER("", ""),
  /** No item. */
  NONE("", "");

  private static final LammpsItem[] KNOWN = {UNITS, TIMESTEP, TIME, ATOM_COUNT, BOX, ATOMS};
  private static final byte[] ANY = bytes("ITEM:");

  private final byte[] text;
  private final String meaning;

  LammpsItem(String name, String meaning) {
    this.text = bytes("ITEM: " + name);
    this.meaning = meaning;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What the line at hand is. */
  static LammpsItem of(Lines lines) {
    if (!lines.startsWith(ANY)) {
      return NONE;
    }
    for (LammpsItem item : KNOWN) {
      int end = lines.start() + item.length();
      if (lines.startsWith(item.text)
          && (end == lines.end() || Tokens.isBlank(lines.bytes()[end]))) {
        return item;
      }
    }
    return OTHER;
  }

  /** What it says, for a message. */
  String meaning() {
    return meaning;
  }

  /** The number of characters of its line before what it says. */
  int length() {
    return text.length;
  }
}
