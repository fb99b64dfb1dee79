package org.chikei.trajectory.xyz;

import java.nio.charset.StandardCharsets;

/** Tells from its first lines whether a file is XYZ, and of which kind. */
enum XyzHead {
  /** A number of atoms, a comment, and the line of an atom. */
  PLAIN,
  /** The same with a comment that has the keys of extended XYZ. */
  EXTENDED,
  /** Something else. */
  NEITHER;

  static XyzHead of(byte[] head) {
    String[] lines = new String(head, StandardCharsets.ISO_8859_1).stripLeading().split("\r?\n", 4);
    if (lines.length < 3 || !lines[0].strip().matches("[0-9]{1,10}")) {
      return NEITHER;
    }
    String[] words = lines[2].strip().split("\\s+", 5);
    if (words.length < 4) {
      return NEITHER;
    }
    if (lines[1].matches("(?i).*\\b(properties|lattice)\\s*=.*")) {
      return EXTENDED;
    }
    for (int k = 1; k < 4; k++) {
      if (!words[k].matches("[-+]?[0-9.]+([eEdD][-+]?[0-9]+)?")) {
        return NEITHER;
      }
    }
    return PLAIN;
  }
}
