package org.chikei.structure;

import static org.chikei.structure.MolfileReader.next;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chikei.api.InputException;

/** Reads the table of a V3000 molfile, whose lines begin with {@code M V30} and hold words. */
final class ExtendedTable {
  private static final String ENTRY = "M  V30 ";
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern INDEX = Pattern.compile("[1-9]\\d{0,6}");
  private static final Pattern ISOTOPE = Pattern.compile("MASS=\\d{1,3}");

  private final TextLines lines;
  private final MolfileTable table;
  private final Set<String> atoms = new HashSet<>();
  private int announced = -1;
  private String block = "";

  ExtendedTable(TextLines lines) {
    this.lines = lines;
    table = new MolfileTable(lines);
  }

  MolfileTable read(String counts) throws IOException {
    table.addLine("  0  0  0     0  0            999 V3000");
    table.addLine(ENTRY + "BEGIN CTAB");
    String line = next(lines, "M  END");
    while (!line.startsWith("M  END")) {
      if (line.startsWith("$$$$")) {
        throw lines.fault("the molecule ends without M  END");
      }
      if (line.startsWith(ENTRY)) {
        readEntry(whole(line));
      }
      line = next(lines, "M  END");
    }
    if (isTable(block)) {
      throw lines.fault("the block " + block + " does not end; the file seems to be cut");
    }
    if (atoms.isEmpty() || atoms.size() != announced) {
      throw lines.fault(
          "the molecule has "
              + atoms.size()
              + " atoms and announces "
              + (announced < 0 ? "none" : announced)
              + "; its COUNTS are wrong, or the file is cut");
    }
    table.addLine(ENTRY + "END CTAB");
    table.addLine("M  END");
    return table;
  }

  /** An entry with the lines that continue it, without what begins them. */
  private String whole(String first) throws IOException {
    StringBuilder entry = new StringBuilder(first.substring(ENTRY.length()));
    while (entry.length() > 0 && entry.charAt(entry.length() - 1) == '-') {
      entry.setLength(entry.length() - 1);
      String more = next(lines, "the rest of a line that ends with a hyphen");
      if (!more.startsWith(ENTRY)) {
        throw lines.fault("does not continue the line before, which ends with a hyphen");
      }
      entry.append(more.substring(ENTRY.length()));
    }
    return entry.toString().trim();
  }

  private void readEntry(String entry) throws InputException {
    String[] fields = BLANKS.split(entry);
    switch (fields[0]) {
      case "COUNTS" -> readCounts(fields, entry);
      case "BEGIN" -> enter(entry.substring("BEGIN".length()).trim());
      case "END" -> leave(entry.substring("END".length()).trim());
      default -> {
        if (block.equals("ATOM")) {
          readAtom(fields, entry);
        } else if (block.equals("BOND")) {
          readBond(fields);
        }
      }
    }
  }

  private void enter(String name) throws InputException {
    if (isTable(block)) {
      throw lines.fault("the block " + block + " does not end before this line");
    }
    block = name;
    if (isTable(name)) {
      table.addLine(ENTRY + "BEGIN " + name);
    }
  }

  private void leave(String name) throws InputException {
    if ((isTable(name) || isTable(block)) && !name.equals(block)) {
      throw lines.fault("this line ends another block than the one that is open");
    }
    if (isTable(name)) {
      table.addLine(ENTRY + "END " + name);
    }
    block = "";
  }

  private static boolean isTable(String name) {
    return name.equals("ATOM") || name.equals("BOND");
  }

  private void readCounts(String[] fields, String entry) throws InputException {
    try {
      announced = Integer.parseInt(fields[1]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw lines.fault("COUNTS is followed by no number of atoms");
    }
    table.addLine(ENTRY + entry);
  }

  private void readAtom(String[] fields, String entry) throws InputException {
    if (fields.length < 5 || !INDEX.matcher(fields[0]).matches() || !atoms.add(fields[0])) {
      throw lines.fault("an atom needs an index of its own, a symbol and three coordinates");
    }
    String symbol = table.addAtom(fields[1]);
    double x = lines.coordinate(fields[2], 'x');
    double y = lines.coordinate(fields[3], 'y');
    double z = lines.coordinate(fields[4], 'z');
    Matcher isotope = ISOTOPE.matcher(entry);
    String mass = isotope.find() ? " " + isotope.group() : "";
    table.addLine(ENTRY + fields[0] + " " + symbol + " " + x + " " + y + " " + z + " 0" + mass);
  }

  private void readBond(String[] fields) throws InputException {
    if (fields.length < 4
        || !INDEX.matcher(fields[0]).matches()
        || !INDEX.matcher(fields[1]).matches()
        || !atoms.contains(fields[2])
        || !atoms.contains(fields[3])) {
      throw lines.fault("a bond needs an index, a type and two atoms that are there");
    }
    int type = table.addBond(Integer.parseInt(fields[1]));
    table.addLine(ENTRY + fields[0] + " " + type + " " + fields[2] + " " + fields[3]);
  }
}
