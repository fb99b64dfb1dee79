package org.chikei.structure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.vecmath.Point3d;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.silent.PDBAtom;

/**
 * Reads the first frame of one XYZ file. Of extended XYZ the columns of species and positions are
 * found by the {@code Properties} of the comment, and {@code Lattice} is the periodic cell.
 */
final class XyzReader {
  private static final Pattern PROPERTIES =
      Pattern.compile("\\bProperties\\s*=\\s*\"?([^\"\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LATTICE =
      Pattern.compile("\\bLattice\\s*=\\s*[\"{]([^\"}]*)[\"}]", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_PERIODIC =
      Pattern.compile("\\bpbc\\s*=\\s*\"?[^\"]*F", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.][-+0-9.eE]*");
  private static final Pattern COUNT = Pattern.compile("\\s*\\d+\\s*");
  private static final Pattern SYMBOL = Pattern.compile("([A-Za-z]{1,2})(?![A-Za-z]).*");

  private final TextLines lines;
  private int speciesColumn;
  private int positionColumn = 1;
  private int columns = 4;
  private Box box;

  XyzReader(TextLines lines) {
    this.lines = lines;
  }

  Structure read() throws IOException {
    int count =
        lines.count(Objects.requireNonNullElse(lines.next(), ""), "with which an XYZ file begins");
    String comment = lines.next();
    if (comment == null) {
      throw lines.fault("the file ends after the number of atoms; it seems to be cut");
    }
    readComment(comment);
    List<PDBAtom> atoms = new ArrayList<>();
    while (atoms.size() < count) {
      String line = lines.next();
      if (line == null) {
        throw lines.fault(
            "the file ends after " + atoms.size() + " of " + count + " atoms; it seems to be cut");
      }
      if (!line.startsWith("#")) {
        atoms.add(atom(line, atoms.size() + 1));
      }
    }
    String after = lines.next();
    if (after != null && looksLikeAtom(BLANKS.split(after.trim()))) {
      throw lines.fault(
          "more atoms follow than line 1 announces (" + count + "); correct the number there");
    }
    List<String> notes = new ArrayList<>();
    if (after != null && COUNT.matcher(after).matches()) {
      notes.add("the structure has more than one frame; the first one is used");
    }
    return new MoleculeConversion(lines.file(), atoms, List.of())
        .perceiveBonds(new BitSet(), box)
        .structure(notes);
  }

  private void readComment(String comment) throws InputException {
    Matcher properties = PROPERTIES.matcher(comment);
    if (properties.find()) {
      readProperties(properties.group(1));
    }
    Matcher lattice = LATTICE.matcher(comment);
    if (lattice.find() && !NOT_PERIODIC.matcher(comment).find()) {
      box = box(BLANKS.split(lattice.group(1).trim()));
    }
  }

  private void readProperties(String properties) throws InputException {
    String[] parts = properties.split(":");
    int column = 0;
    speciesColumn = -1;
    positionColumn = -1;
    for (int i = 0; i + 2 < parts.length; i += 3) {
      String name = parts[i].toLowerCase(Locale.ROOT);
      switch (name) {
        case "species", "element", "symbol", "z", "atomic_number" ->
            speciesColumn = speciesColumn < 0 ? column : speciesColumn;
        case "pos", "position", "positions" -> positionColumn = column;
        default -> {}
      }
      column += width(parts[i + 2]);
    }
    columns = column;
    if (speciesColumn < 0 || positionColumn < 0 || positionColumn + 3 > columns) {
      throw lines.fault("Properties name no columns 'species' and 'pos'; atoms need both");
    }
  }

  private int width(String text) throws InputException {
    try {
      return Integer.parseUnsignedInt(text) & 0xFFF;
    } catch (NumberFormatException e) {
      throw lines.fault("Properties: '" + TextLines.shown(text) + "' is no number of columns");
    }
  }

  private static Box box(String[] numbers) {
    if (numbers.length != 9) {
      return null;
    }
    double[] vectors = new double[9];
    try {
      for (int i = 0; i < 9; i++) {
        vectors[i] = Units.ANGSTROM * Double.parseDouble(numbers[i]);
      }
    } catch (NumberFormatException e) {
      return null;
    }
    return Box.checked(vectors);
  }

  private PDBAtom atom(String line, int number) throws InputException {
    String[] fields = BLANKS.split(line.trim());
    if (fields.length < columns) {
      throw lines.fault(
          "atom "
              + number
              + " has "
              + (line.isBlank() ? 0 : fields.length)
              + " columns and needs "
              + columns
              + ": an element's symbol and three coordinates");
    }
    String symbol = fields[speciesColumn];
    Species species = species(symbol).orElse(null);
    if (species == null) {
      throw lines.fault(
          "atom "
              + number
              + " is '"
              + TextLines.shown(symbol)
              + "', which is no element; write an element's symbol");
    }
    PDBAtom atom =
        species.newAtom(
            new Point3d(
                lines.coordinate(fields[positionColumn], 'x'),
                lines.coordinate(fields[positionColumn + 1], 'y'),
                lines.coordinate(fields[positionColumn + 2], 'z')));
    atom.setName(Character.isDigit(symbol.charAt(0)) ? "" : symbol);
    return atom;
  }

  private boolean looksLikeAtom(String[] fields) {
    return fields.length >= columns
        && species(fields[speciesColumn]).isPresent()
        && NUMBER.matcher(fields[positionColumn]).matches();
  }

  private static Optional<Species> species(String symbol) {
    if (symbol.length() <= 3 && symbol.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Species.ofNumber(Integer.parseInt(symbol));
    }
    Matcher letters = SYMBOL.matcher(symbol);
    return letters.matches() ? Species.ofSymbol(letters.group(1)) : Optional.empty();
  }
}
