package org.chikei.coordinates.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chikei.api.InputException;
import org.chikei.api.Units;

/** Reads XYZ: a number of atoms, a comment, and a symbol with x, y, z in Å for each atom. */
final class XyzFrames {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern COUNT = Pattern.compile("\\s*\\d+\\s*");

  private final TextLines lines;

  XyzFrames(TextLines lines) {
    this.lines = lines;
  }

  /** Whether a file begins as XYZ does. */
  static boolean begins(TextLines lines) {
    return COUNT.matcher(lines.first()).matches();
  }

  List<ReferenceFrame> read() throws InputException {
    List<ReferenceFrame> frames = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        frames.add(frame(count(line)));
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
    return lines.fault(
        "'"
            + TextLines.shown(line.trim())
            + "' is no number of atoms, with which each frame of an XYZ file begins");
  }

  private ReferenceFrame frame(int count) throws InputException {
    int first = lines.number();
    String comment = lines.next();
    if (comment == null) {
      throw lines.fault("the file ends after the number of atoms; it seems to be cut");
    }
    List<String> elements = new ArrayList<>();
    double[] positions = new double[30];
    while (elements.size() < count) {
      String line = lines.next();
      int k = elements.size();
      if (line == null) {
        throw lines.fault(
            "the file ends after " + k + " of " + count + " atoms; it seems to be cut");
      }
      String[] words = BLANKS.split(line.trim());
      if (words.length < 4) {
        throw lines.fault("atom " + (k + 1) + " needs a symbol and three coordinates");
      }
      if (3 * k == positions.length) {
        positions = Arrays.copyOf(positions, 2 * positions.length);
      }
      for (int d = 0; d < 3; d++) {
        positions[3 * k + d] =
            Units.ANGSTROM * lines.finite(words[1 + d], "xyz".charAt(d) + " coordinate");
      }
      elements.add(words[0].matches("[A-Za-z]{1,2}") ? words[0] : "");
    }
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return new ReferenceFrame(
        first,
        null,
        elements,
        Arrays.copyOf(positions, 3 * count),
        ones,
        ones,
        remarks(BLANKS.split(comment.trim())));
  }

  /** The words of the form KEY=value. */
  static Map<String, String> remarks(String[] words) {
    Map<String, String> remarks = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        remarks.putIfAbsent(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return remarks;
  }
}
