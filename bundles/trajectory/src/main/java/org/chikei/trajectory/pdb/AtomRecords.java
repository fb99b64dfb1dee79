package org.chikei.trajectory.pdb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.chikei.trajectory.text.Lines;

/**
 * The atoms of the first model by their names, and which of its records are alternate locations of
 * an atom that was before them and are left out. A residue is its chain, number and insertion code;
 * names of residues may differ among alternates.
 */
final class AtomRecords {
  /** The first column of a name: atom, mark of an alternate location, residue. */
  private static final int NAMES = 12;

  private static final int LENGTH = 9;
  private static final int COMPARED = 27;

  private final BitSet alternates = new BitSet();
  private final Set<String> inResidue = new HashSet<>();
  private String residue = "";
  private String residueName = "";
  private byte[] names = new byte[64 * LENGTH];
  private int size;

  /** Adds the record at hand. */
  void learn(Lines lines) {
    String line = new String(lines.bytes(), lines.start(), COMPARED, StandardCharsets.ISO_8859_1);
    String at = line.substring(21, 27);
    if (!at.equals(residue)) {
      residue = at;
      residueName = line.substring(17, 21);
      inResidue.clear();
    }
    boolean first = inResidue.add(line.substring(12, 16));
    if (line.charAt(16) != ' ' && (!first || !line.startsWith(residueName, 17))) {
      alternates.set(size);
    }
    if (names.length == size * LENGTH) {
      names = Arrays.copyOf(names, Math.multiplyExact(2, names.length));
    }
    System.arraycopy(lines.bytes(), lines.start() + NAMES, names, size * LENGTH, LENGTH);
    size++;
  }

  /** Whether the record at hand is the same atom as one of the first model. */
  boolean isSame(Lines lines, int record) {
    int at = lines.start() + NAMES;
    int known = record * LENGTH;
    return record >= size
        || Arrays.equals(lines.bytes(), at, at + LENGTH, names, known, known + LENGTH);
  }

  /** The names of an atom of the first model, for a message. */
  String shown(int record) {
    return Lines.shown(names, record * LENGTH, (record + 1) * LENGTH).trim();
  }

  /** The names of the atom of the record at hand, for a message. */
  static String shown(Lines lines) {
    return lines.shown(NAMES, NAMES + LENGTH);
  }

  /** The number of records in each model. */
  int size() {
    return size;
  }

  /** The number of records that are left out. */
  int alternates() {
    return alternates.cardinality();
  }

  /** The record of each atom that is not left out. */
  int[] kept() {
    return IntStream.range(0, size).filter(k -> !alternates.get(k)).toArray();
  }
}
