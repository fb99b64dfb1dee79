package org.chikei.structure;

import static org.chikei.structure.MolfileReader.next;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chikei.api.InputException;

/** Reads the table of a V2000 molfile, which stands in columns of fixed width. */
final class ClassicTable {
  private static final int SYMBOL = 31;
  private static final Pattern ISOTOPE_AND_CHARGE = Pattern.compile("[ \\-\\d]\\d[ \\d]{2}\\d");
  private static final Pattern ISOTOPES = Pattern.compile("M  ISO[ \\d]+");

  private final TextLines lines;
  private final MolfileTable table;

  ClassicTable(TextLines lines) {
    this.lines = lines;
    table = new MolfileTable(lines);
  }

  MolfileTable read(String counts) throws IOException {
    int atoms = number(counts, 0, "atoms");
    int bonds = number(counts, 3, "bonds");
    if (atoms == 0) {
      throw lines.fault("the molecule has no atoms");
    }
    table.addLine(
        String.format(Locale.ROOT, "%3d%3d  0  0  0  0  0  0  0  0999 V2000", atoms, bonds));
    for (int i = 1; i <= atoms; i++) {
      readAtom(next(lines, "atom " + i + " of " + atoms), i);
    }
    for (int i = 1; i <= bonds; i++) {
      readBond(next(lines, "bond " + i + " of " + bonds), i, atoms);
    }
    String line = next(lines, "M  END");
    while (!line.startsWith("M  END")) {
      if (line.startsWith("$$$$")) {
        throw lines.fault("the molecule ends without M  END");
      }
      if (ISOTOPES.matcher(line).matches()) {
        table.addLine(line);
      }
      line = next(lines, "M  END");
    }
    table.addLine("M  END");
    return table;
  }

  private void readAtom(String line, int number) throws InputException {
    if (line.length() <= SYMBOL || line.startsWith("M  ")) {
      throw lines.fault(
          "atom "
              + number
              + " has no three coordinates and symbol in its columns; the number of atoms is wrong,"
              + " or the file is damaged");
    }
    StringBuilder coordinates = new StringBuilder();
    for (int k = 0; k < 3; k++) {
      coordinates.append(coordinate(line.substring(10 * k, 10 * k + 10), "xyz".charAt(k)));
    }
    String padded = line + "        ";
    String symbol = table.addAtom(padded.substring(SYMBOL, SYMBOL + 3).trim());
    String rest = padded.substring(SYMBOL + 3, SYMBOL + 8);
    table.addLine(
        String.format(
            Locale.ROOT,
            "%s %-3s%s",
            coordinates,
            symbol,
            ISOTOPE_AND_CHARGE.matcher(rest).matches() ? rest : " 0  0"));
  }

  private String coordinate(String field, char axis) throws InputException {
    String text = String.format(Locale.ROOT, "%10.4f", lines.coordinate(field, axis));
    if (text.length() > field.length()) {
      throw lines.fault("the " + axis + " coordinate '" + field.trim() + "' is too large");
    }
    return text;
  }

  private void readBond(String line, int number, int atoms) throws InputException {
    int first = number(line, 0, "an atom");
    int second = number(line, 3, "an atom");
    for (int partner : new int[] {first, second}) {
      if (partner < 1 || partner > atoms) {
        throw lines.fault(
            "bond " + number + " names atom " + partner + "; there are atoms 1 to " + atoms);
      }
    }
    int type = table.addBond(number(line, 6, "a bond's type"));
    table.addLine(String.format(Locale.ROOT, "%3d%3d%3d  0", first, second, type));
  }

  private int number(String line, int column, String what) throws InputException {
    String field =
        line.length() <= column ? "" : line.substring(column, Math.min(line.length(), column + 3));
    String columns = "columns " + (column + 1) + "-" + (column + 3);
    if (field.isBlank()) {
      throw lines.fault(columns + " hold no number of " + what + "; the file seems to be cut");
    }
    try {
      return Integer.parseUnsignedInt(field.trim());
    } catch (NumberFormatException e) {
      throw lines.fault(columns + " ('" + TextLines.shown(field) + "') are no number of " + what);
    }
  }
}
