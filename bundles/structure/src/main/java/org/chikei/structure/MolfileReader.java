package org.chikei.structure;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chikei.api.InputException;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.DefaultChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.io.setting.IOSetting;
import org.openscience.cdk.silent.AtomContainer;

/**
 * Reads the first molecule of a molfile or SD file with CDK's readers. What those readers would
 * forgive or not place, such as a table that is shorter than announced, is looked for before.
 */
final class MolfileReader {
  private static final String ENTRY = "M  V30 ";

  private static final int SYMBOL = 31;
  private static final int VERSION = 34;
  private static final Pattern COORDINATES = Pattern.compile("([ \\-\\d]{5}\\.\\d{4}){3}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern INDEX = Pattern.compile("[1-9]\\d{0,6}");

  private final TextLines lines;
  private final StringBuilder text = new StringBuilder();
  private final List<Species> species = new ArrayList<>();

  MolfileReader(TextLines lines) {
    this.lines = lines;
  }

  Structure read() throws IOException {
    for (int i = 0; i < 3; i++) {
      take("the three lines of the header");
    }
    int header = text.length();
    String counts = take("the line of counts");
    boolean extended = counts.contains("V3000");
    if (extended) {
      checkExtended();
    } else {
      // Files of old name no version; CDK reads them as V2000, but complains.
      String fields = counts.replace("V2000", "") + " ".repeat(VERSION);
      text.replace(header, text.length() - 1, fields.substring(0, VERSION) + "V2000");
      check(counts);
    }
    List<String> notes = new ArrayList<>();
    if (anotherFollows()) {
      notes.add("the structure's file has more than one molecule; the first one is used");
    }
    IAtomContainer molecule = parse(extended);
    for (int i = 0; i < species.size(); i++) {
      species.get(i).applyTo(molecule.getAtom(i));
    }
    return MoleculeConversion.of(lines.file(), molecule).structure(notes);
  }

  private String take(String wanted) throws IOException {
    String line = lines.next();
    if (line == null) {
      throw lines.fault("the file ends before " + wanted + "; it seems to be cut");
    }
    text.append(line).append('\n');
    return line;
  }

  private void check(String counts) throws IOException {
    int atoms = number(counts, 0, "atoms");
    int bonds = number(counts, 3, "bonds");
    if (atoms == 0) {
      throw lines.fault("the molecule has no atoms");
    }
    for (int i = 1; i <= atoms; i++) {
      int start = text.length();
      String line = take("atom " + i + " of " + atoms);
      checkAtom(line, i);
      text.replace(start, text.length() - 1, asCdkLikes(line));
    }
    for (int i = 1; i <= bonds; i++) {
      String line = take("bond " + i + " of " + bonds);
      checkPartner(number(line, 0, "an atom"), i, atoms);
      checkPartner(number(line, 3, "an atom"), i, atoms);
      int type = number(line, 6, "a bond's type");
      if (type < 1 || type > 8) {
        throw lines.fault("bond " + i + " has the type " + type + "; there are types 1 to 8");
      }
    }
    String line = take("M  END");
    while (!line.startsWith("M  END")) {
      if (line.startsWith("$$$$")) {
        throw lines.fault("the molecule ends without M  END");
      }
      line = take("M  END");
    }
  }

  /** CDK complains of D, of symbols in other than the usual case, and of other than 4 decimals. */
  private String asCdkLikes(String line) {
    String symbol = species.get(species.size() - 1).element().symbol();
    String coordinates = line.substring(0, SYMBOL - 1);
    if (!COORDINATES.matcher(coordinates).matches()) {
      coordinates =
          String.format(
              Locale.ROOT,
              "%10.4f%10.4f%10.4f",
              Double.valueOf(coordinates.substring(0, 10)),
              Double.valueOf(coordinates.substring(10, 20)),
              Double.valueOf(coordinates.substring(20, 30)));
    }
    String rest = line.length() > SYMBOL + 3 ? line.substring(SYMBOL + 3) : "";
    return coordinates + " " + (symbol + "  ").substring(0, 3) + rest;
  }

  private void checkAtom(String line, int number) throws InputException {
    if (line.length() < 32 || line.startsWith("M  ")) {
      throw lines.fault(
          "atom "
              + number
              + " has no three coordinates and symbol in its columns; the number of atoms is wrong,"
              + " or the file is damaged");
    }
    lines.coordinate(line.substring(0, 10), 'x');
    lines.coordinate(line.substring(10, 20), 'y');
    lines.coordinate(line.substring(20, 30), 'z');
    checkSymbol(line.substring(SYMBOL, Math.min(line.length(), SYMBOL + 3)).trim());
  }

  private void checkSymbol(String symbol) throws InputException {
    Species known = Species.ofSymbol(symbol).orElse(null);
    if (known == null) {
      throw lines.fault(
          "atom "
              + (species.size() + 1)
              + " is '"
              + TextLines.shown(symbol)
              + "', which is no element; write an element's symbol");
    }
    species.add(known);
  }

  private void checkPartner(int partner, int bond, int atoms) throws InputException {
    if (partner < 1 || partner > atoms) {
      throw lines.fault(
          "bond " + bond + " names atom " + partner + "; there are atoms 1 to " + atoms);
    }
  }

  private int number(String line, int column, String what) throws InputException {
    String field =
        line.length() <= column ? "" : line.substring(column, Math.min(line.length(), column + 3));
    if (field.isBlank()) {
      throw lines.fault(
          "columns "
              + (column + 1)
              + "-"
              + (column + 3)
              + " hold no number of "
              + what
              + "; the file seems to be cut");
    }
    try {
      return Integer.parseUnsignedInt(field.trim());
    } catch (NumberFormatException e) {
      throw lines.fault(
          "columns "
              + (column + 1)
              + "-"
              + (column + 3)
              + " ('"
              + TextLines.shown(field)
              + "') are no number of "
              + what);
    }
  }

  /** V3000: counts, then blocks whose lines begin with {@code M V30}. */
  private void checkExtended() throws IOException {
    Set<String> ids = new HashSet<>();
    int announced = -1;
    String block = "";
    String line = take("M  END");
    while (!line.startsWith("M  END")) {
      if (line.startsWith("$$$$")) {
        throw lines.fault("the molecule ends without M  END");
      }
      String entry = line.startsWith(ENTRY) ? line.substring(ENTRY.length()).trim() : "";
      String[] fields = BLANKS.split(entry);
      switch (fields[0]) {
        case "COUNTS" -> announced = announced(fields);
        case "BEGIN" -> block = entry.substring("BEGIN".length()).trim();
        case "END" -> block = "";
        default -> checkExtended(block, fields, ids);
      }
      while (line.startsWith(ENTRY) && line.endsWith("-")) {
        line = take("the rest of a line that ends with a hyphen");
      }
      line = take("M  END");
    }
    if (ids.isEmpty() || ids.size() != announced) {
      throw lines.fault(
          "the molecule has "
              + ids.size()
              + " atoms and announces "
              + (announced < 0 ? "none" : announced)
              + "; its COUNTS are wrong, or the file is cut");
    }
  }

  private void checkExtended(String block, String[] fields, Set<String> ids) throws InputException {
    if (block.equals("ATOM")) {
      checkExtendedAtom(fields, ids);
    } else if (block.equals("BOND")) {
      checkExtendedBond(fields, ids);
    }
  }

  private int announced(String[] fields) throws InputException {
    try {
      return Integer.parseInt(fields[1]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw lines.fault("COUNTS is followed by no number of atoms");
    }
  }

  private void checkExtendedAtom(String[] fields, Set<String> ids) throws InputException {
    if (fields.length < 5 || !INDEX.matcher(fields[0]).matches() || !ids.add(fields[0])) {
      throw lines.fault("an atom needs an index of its own, a symbol and three coordinates");
    }
    lines.coordinate(fields[2], 'x');
    lines.coordinate(fields[3], 'y');
    lines.coordinate(fields[4], 'z');
    checkSymbol(fields[1]);
  }

  private void checkExtendedBond(String[] fields, Set<String> ids) throws InputException {
    if (fields.length < 4
        || !INDEX.matcher(fields[0]).matches()
        || !ids.contains(fields[2])
        || !ids.contains(fields[3])) {
      throw lines.fault("a bond needs an index, a type and two atoms that are there");
    }
  }

  private boolean anotherFollows() throws IOException {
    boolean ended = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (ended && !line.isBlank()) {
        return true;
      }
      ended |= line.startsWith("$$$$");
    }
    return false;
  }

  private IAtomContainer parse(boolean extended) throws IOException {
    StringReader molfile = new StringReader(text.toString());
    try (DefaultChemObjectReader reader =
        extended ? new MDLV3000Reader(molfile) : new MDLV2000Reader(molfile)) {
      for (IOSetting setting : reader.getIOSettings()) {
        if (setting.getName().equals("AddStereoElements")) {
          setting.setSetting("false");
        }
      }
      return reader.read(new AtomContainer());
    } catch (CDKException | RuntimeException e) {
      throw new InputException(
          lines.file(), "CDK cannot read it: " + MoleculeConversion.oneLine(e), e);
    }
  }
}
