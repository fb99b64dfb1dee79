package org.chikei.coordinates.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chikei.api.InputException;

/**
 * Reads GRO: a title, a number of atoms, and x, y, z in nm for each atom behind twenty columns of
 * names and numbers, in columns as wide as the decimal points are apart; then the box.
 */
final class GroFrames {
  private static final Pattern COUNT = Pattern.compile("\\s*\\d+\\s*");
  private static final int NAMES = 20;

  private final TextLines lines;

  GroFrames(TextLines lines) {
    this.lines = lines;
  }

  /** Whether a file begins as GRO does: with a number of atoms in its second line. */
  static boolean begins(TextLines lines) {
    return COUNT.matcher(lines.second()).matches();
  }

  List<ReferenceFrame> read() throws InputException {
    List<ReferenceFrame> frames = new ArrayList<>();
    for (String title = lines.next(); title != null; title = lines.next()) {
      int first = lines.number();
      String count = lines.next();
      if (count != null) {
        frames.add(frame(first, count(count)));
      } else if (!title.isBlank()) {
        throw lines.fault("the file ends after a title; it seems to be cut");
      }
    }
    return frames;
  }

  private int count(String line) throws InputException {
    try {
      int count = Integer.parseInt(line.trim());
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw noCount(line);
    }
    throw noCount(line);
  }

  private InputException noCount(String line) {
    return lines.fault("'" + TextLines.shown(line.trim()) + "' is no number of atoms");
  }

  private ReferenceFrame frame(int first, int count) throws InputException {
    double[] positions = new double[30];
    for (int k = 0; k < count; k++) {
      String line = lines.next();
      if (line == null) {
        throw lines.fault(
            "the file ends after " + k + " of " + count + " atoms; it seems to be cut");
      }
      if (3 * k == positions.length) {
        positions = Arrays.copyOf(positions, 2 * positions.length);
      }
      int width = width(line);
      for (int d = 0; d < 3; d++) {
        int from = NAMES + d * width;
        if (line.length() < from + width) {
          throw lines.fault("atom " + (k + 1) + " needs three coordinates");
        }
        positions[3 * k + d] =
            lines.finite(line.substring(from, from + width), "xyz".charAt(d) + " coordinate");
      }
    }
    if (lines.next() == null) {
      throw lines.fault("the file ends before the box; it seems to be cut");
    }
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    List<String> unknown = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      unknown.add("");
    }
    return new ReferenceFrame(
        first, null, unknown, Arrays.copyOf(positions, 3 * count), ones, ones, Map.of());
  }

  /** The width of a column: how far the decimal points are apart. */
  private int width(String line) throws InputException {
    int point = line.indexOf('.', NAMES);
    int next = point < 0 ? -1 : line.indexOf('.', point + 1);
    if (next < 0) {
      throw lines.fault("an atom needs three coordinates with decimal points");
    }
    return next - point;
  }
}
