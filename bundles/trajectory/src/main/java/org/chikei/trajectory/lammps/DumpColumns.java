package org.chikei.trajectory.lammps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which words of an atom's line are what, from 0; −1 for what is not there.
 *
 * @param count how many columns are named
 * @param id the word of the atom's id
 * @param kind how the positions that are used are stated
 * @param others the other kinds of positions that the dump has, too
 * @param positions the words of the position
 * @param images the words of the image numbers, empty where they are not there or not to be added
 * @param velocities the words of the velocity, empty where there is none
 * @param forces the words of the force, empty where there is none
 */
record DumpColumns(
    int count,
    int id,
    PositionKind kind,
    List<PositionKind> others,
    int[] positions,
    int[] images,
    int[] velocities,
    int[] forces) {

  private static final int MOST = 1000;

  /**
   * Reads what follows {@code ITEM: ATOMS}.
   *
   * @param names the names of the columns, with blanks between
   * @return the columns
   * @throws IllegalArgumentException if there are no positions among them; the message says so
   */
  static DumpColumns of(String names) {
    List<String> words = Arrays.asList(names.trim().split("\\s+"));
    if (words.size() > MOST) {
      throw new IllegalArgumentException("ITEM: ATOMS names more than " + MOST + " columns");
    }
    List<PositionKind> kinds = new ArrayList<>();
    for (PositionKind kind : PositionKind.values()) {
      if (find(words, kind.column(0), kind.column(1), kind.column(2)).length == 3) {
        kinds.add(kind);
      }
    }
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "ITEM: ATOMS must name three columns of positions (x y z, xu yu zu, xs ys zs or xsu ysu"
              + " zsu), not '"
              + shown(names)
              + "'");
    }
    PositionKind kind = kinds.get(0);
    return new DumpColumns(
        words.size(),
        words.indexOf("id"),
        kind,
        List.copyOf(kinds.subList(1, kinds.size())),
        find(words, kind.column(0), kind.column(1), kind.column(2)),
        kind.isWrapped() ? find(words, "ix", "iy", "iz") : new int[0],
        find(words, "vx", "vy", "vz"),
        find(words, "fx", "fy", "fz"));
  }

  private static int[] find(List<String> words, String... names) {
    int[] found = Arrays.stream(names).mapToInt(words::indexOf).toArray();
    return Arrays.stream(found).allMatch(k -> k >= 0) ? found : new int[0];
  }

  private static String shown(String names) {
    String plain = names.trim().replaceAll("[^ -~]", "?");
    return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
  }

  /** Whether the positions of one component in one frame are unwrapped by image numbers. */
  boolean hasImages() {
    return images.length > 0;
  }

  /** Whether there are velocities. */
  boolean hasVelocities() {
    return velocities.length > 0;
  }

  /** Whether there are forces. */
  boolean hasForces() {
    return forces.length > 0;
  }
}
