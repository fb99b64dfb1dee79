package org.chikei.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the curves of one step their colours, so that what bears the same name in two figures has
 * the same colour in both. The colours themselves, after M. Okabe and K. Ito, stand in the style
 * sheet, once for light and once for dark pages.
 */
final class Palette {
  /** How many colours there are; they count from 1. */
  static final int COLOURS = 8;

  private final Map<String, Integer> given = new HashMap<>();

  /**
   * The colours for the curves of one figure.
   *
   * @param labels what the curves are called
   * @return a colour for each, from 1; all different as long as there are enough
   */
  int[] colours(List<String> labels) {
    int[] colours = new int[labels.size()];
    boolean[] here = new boolean[COLOURS + 1];
    for (int i = 0; i < colours.length; i++) {
      Integer known = given.get(labels.get(i));
      if (known != null && !here[known]) {
        colours[i] = known;
        here[known] = true;
      }
    }
    for (int i = 0; i < colours.length; i++) {
      if (colours[i] == 0) {
        colours[i] = unused(here, i);
        here[colours[i]] = true;
        given.putIfAbsent(labels.get(i), colours[i]);
      }
    }
    return colours;
  }

  /** A colour new to the whole step, else one new to the figure, else any. */
  private int unused(boolean[] here, int i) {
    for (int colour = 1; colour <= COLOURS; colour++) {
      if (!here[colour] && !given.containsValue(colour)) {
        return colour;
      }
    }
    for (int colour = 1; colour <= COLOURS; colour++) {
      if (!here[colour]) {
        return colour;
      }
    }
    return i % COLOURS + 1;
  }
}
