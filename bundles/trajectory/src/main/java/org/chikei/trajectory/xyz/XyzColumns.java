package org.chikei.trajectory.xyz;

import java.util.List;
import java.util.Locale;

/**
 * Which words of an atom's line are what, from 0; −1 for what is not there.
 *
 * @param count how many words a line has at least
 * @param positions the first word of the position
 * @param velocities the first word of the velocity, or of the momentum
 * @param forces the first word of the force
 * @param masses the word of the mass
 * @param momenta whether what stands for the velocity is a momentum
 */
record XyzColumns(
    int count, int positions, int velocities, int forces, int masses, boolean momenta) {

  /** Element and position. */
  static final XyzColumns PLAIN = new XyzColumns(4, 1, -1, -1, -1, false);

  private static final int MOST = 1000;
  private static final List<String> POSITIONS = List.of("pos", "positions", "position");
  private static final List<String> VELOCITIES = List.of("velo", "vel", "velocity", "velocities");
  private static final List<String> MOMENTA = List.of("momenta", "momentum");
  private static final List<String> FORCES = List.of("forces", "force", "frc");
  private static final List<String> MASSES = List.of("masses", "mass");

  /**
   * Reads the value of {@code Properties}, such as {@code species:S:1:pos:R:3}.
   *
   * @param properties names, types and numbers of columns
   * @return the columns
   * @throws IllegalArgumentException if it cannot be understood; the message says why
   */
  static XyzColumns of(String properties) {
    String[] parts = properties.split(":", -1);
    String[] names = new String[parts.length / 3];
    int[] starts = new int[names.length];
    int[] counts = new int[names.length];
    int count = 0;
    for (int k = 0; k < names.length; k++) {
      names[k] = parts[3 * k].toLowerCase(Locale.ROOT);
      starts[k] = count;
      counts[k] = number(parts[3 * k + 2]);
      count += counts[k];
    }
    if (parts.length % 3 != 0 || count > MOST) {
      throw new IllegalArgumentException(
          "Properties must be name:type:columns again and again, not '" + shown(properties) + "'");
    }
    int positions = find(names, starts, counts, POSITIONS, 3);
    int velocities = find(names, starts, counts, VELOCITIES, 3);
    int momenta = find(names, starts, counts, MOMENTA, 3);
    int forces = find(names, starts, counts, FORCES, 3);
    int masses = find(names, starts, counts, MASSES, 1);
    if (positions < 0) {
      throw new IllegalArgumentException(
          "Properties must hold the positions as pos:R:3, not '" + shown(properties) + "'");
    }
    boolean convert = velocities < 0 && momenta >= 0;
    return new XyzColumns(
        count, positions, convert ? momenta : velocities, forces, masses, convert);
  }

  /** Whether velocities can be had: momenta need masses. */
  boolean hasVelocities() {
    return velocities >= 0 && (!momenta || masses >= 0);
  }

  /** The word after the last that is looked at. */
  int end() {
    return 1 + Math.max(Math.max(positions + 2, masses), Math.max(velocities, forces) + 2);
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(text) : MOST + 1;
  }

  private static int find(
      String[] names, int[] starts, int[] counts, List<String> wanted, int width) {
    for (int k = 0; k < names.length; k++) {
      if (wanted.contains(names[k]) && counts[k] == width) {
        return starts[k];
      }
    }
    return -1;
  }

  private static String shown(String properties) {
    String plain = properties.replaceAll("[^ -~]", "?");
    return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
  }
}
