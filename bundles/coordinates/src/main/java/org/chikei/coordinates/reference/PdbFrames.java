package org.chikei.coordinates.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chikei.api.InputException;
import org.chikei.api.Units;

/**
 * Reads PDB as programs that align structures do: every ATOM and HETATM record counts, {@code END}
 * or {@code ENDMDL} closes a frame, and the last one may lack it. Blank occupancies and temperature
 * factors are 1. A serial number beyond five digits is in hybrid-36.
 */
final class PdbFrames {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int HIGHEST_DECIMAL = 99_999;
  private static final int LETTERS = 26 * 36 * 36 * 36 * 36;

  private final TextLines lines;
  private final List<ReferenceFrame> frames = new ArrayList<>();
  private final List<Integer> serials = new ArrayList<>();
  private final List<String> elements = new ArrayList<>();
  private final List<double[]> numbers = new ArrayList<>();
  private final Map<String, String> remarks = new LinkedHashMap<>();
  private int first;

  PdbFrames(TextLines lines) {
    this.lines = lines;
  }

  List<ReferenceFrame> read() throws InputException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      String record = cut(line, 0, 6);
      switch (record) {
        case "ATOM", "HETATM" -> atom(line);
        case "REMARK" ->
            XyzFrames.remarks(BLANKS.split(cut(line, 6, line.length())))
                .forEach(
                    (key, value) -> {
                      begin();
                      remarks.putIfAbsent(key, value);
                    });
        case "END", "ENDMDL" -> close();
        default -> {}
      }
    }
    close();
    return frames;
  }

  private void begin() {
    first = serials.isEmpty() && remarks.isEmpty() ? lines.number() : first;
  }

  private void close() {
    int size = serials.size();
    if (size == 0 && remarks.isEmpty()) {
      return;
    }
    double[] positions = new double[3 * size];
    double[] alignment = new double[size];
    double[] displacement = new double[size];
    for (int k = 0; k < size; k++) {
      System.arraycopy(numbers.get(k), 0, positions, 3 * k, 3);
      alignment[k] = numbers.get(k)[3];
      displacement[k] = numbers.get(k)[4];
    }
    frames.add(
        new ReferenceFrame(
            first,
            serials.stream().mapToInt(s -> s).toArray(),
            elements,
            positions,
            alignment,
            displacement,
            remarks));
    serials.clear();
    elements.clear();
    numbers.clear();
    remarks.clear();
  }

  private void atom(String line) throws InputException {
    begin();
    serials.add(serial(cut(line, 6, 11)));
    String element = cut(line, 76, 78);
    elements.add(element.matches("[A-Za-z]{1,2}") ? element : "");
    numbers.add(
        new double[] {
          Units.ANGSTROM * lines.finite(cut(line, 30, 38), "x coordinate"),
          Units.ANGSTROM * lines.finite(cut(line, 38, 46), "y coordinate"),
          Units.ANGSTROM * lines.finite(cut(line, 46, 54), "z coordinate"),
          weight(cut(line, 54, 60), "occupancy"),
          weight(cut(line, 60, 66), "temperature factor")
        });
  }

  private double weight(String text, String what) throws InputException {
    double weight = text.isEmpty() ? 1 : lines.finite(text, what);
    if (weight < 0) {
      throw lines.fault("the " + what + " " + text + " is negative, and it is a weight");
    }
    return weight;
  }

  private int serial(String text) throws InputException {
    if (text.matches("\\d{1,5}")) {
      return Integer.parseInt(text);
    }
    if (text.matches("[A-Z][0-9A-Z]{4}|[a-z][0-9a-z]{4}")) {
      int ofFirst = 10 * 36 * 36 * 36 * 36;
      int number = Integer.parseInt(text, 36) - ofFirst + HIGHEST_DECIMAL + 1;
      return Character.isUpperCase(text.charAt(0)) ? number : number + LETTERS;
    }
    throw lines.fault(
        "the serial number '" + TextLines.shown(text) + "' is neither decimal nor hybrid-36");
  }

  private static String cut(String line, int from, int to) {
    return from >= line.length() ? "" : line.substring(from, Math.min(to, line.length())).trim();
  }
}
