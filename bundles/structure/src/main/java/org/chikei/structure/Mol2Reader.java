package org.chikei.structure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.vecmath.Point3d;
import org.chikei.api.InputException;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.silent.PDBAtom;

/** Reads the first molecule of one MOL2 file. */
final class Mol2Reader {

  /** What opens a molecule. */
  static final String MOLECULE = "@<TRIPOS>MOLECULE";

  private static final String ATOMS = "@<TRIPOS>ATOM";
  private static final String BONDS = "@<TRIPOS>BOND";
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final TextLines lines;
  private final List<PDBAtom> atoms = new ArrayList<>();
  private final Map<Long, Bond> bonds = new TreeMap<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Double> charges = new ArrayList<>();
  private boolean bondsStated;

  Mol2Reader(TextLines lines) {
    this.lines = lines;
  }

  Structure read() throws IOException {
    String line = lines.next();
    while (line != null && !line.startsWith(MOLECULE)) {
      line = lines.next();
    }
    if (line == null) {
      throw new InputException(lines.file(), "no line " + MOLECULE + "; the file is no MOL2 file");
    }
    lines.next();
    String[] counts = dataLine("the numbers of atoms and bonds");
    int atomCount = count(counts, 0, "atoms");
    int bondCount = counts.length > 1 ? count(counts, 1, "bonds") : 0;
    readSections(atomCount, bondCount);
    if (atoms.isEmpty()) {
      throw lines.fault("the molecule has no section " + ATOMS + "; the file seems to be cut");
    }
    if (bondCount > 0 && !bondsStated) {
      throw lines.fault(
          bondCount
              + " bonds are announced and no section "
              + BONDS
              + " follows; the file seems"
              + " to be cut");
    }
    MoleculeConversion conversion =
        new MoleculeConversion(lines.file(), atoms, List.copyOf(bonds.values()));
    Structure structure =
        (bonds.isEmpty() ? conversion.perceiveBonds(new BitSet(), null) : conversion)
            .structure(notes);
    // files that say NO_CHARGES write zeros, or leave the column out
    return charges.size() < atoms.size() || charges.stream().allMatch(q -> q == 0)
        ? structure
        : structure.withCharges(charges.stream().mapToDouble(q -> q).toArray());
  }

  private void readSections(int atomCount, int bondCount) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.startsWith(MOLECULE)) {
        notes.add("the structure's file has more than one molecule; the first one is used");
        return;
      }
      if (line.startsWith(ATOMS) && atoms.isEmpty()) {
        for (int i = 1; i <= atomCount; i++) {
          readAtom(dataLine("atom " + i + " of " + atomCount), i);
        }
      } else if (line.startsWith(BONDS)) {
        bondsStated = true;
        for (int i = 1; i <= bondCount; i++) {
          readBond(dataLine("bond " + i + " of " + bondCount), i);
        }
      }
    }
  }

  /** The fields of the next line that is neither blank nor a comment. */
  private String[] dataLine(String wanted) throws IOException {
    String line = lines.next();
    while (line != null && (line.startsWith("#") || line.isBlank())) {
      line = lines.next();
    }
    if (line == null || line.startsWith("@<TRIPOS>")) {
      throw lines.fault(
          (line == null ? "the file ends before " : "a section begins before ")
              + wanted
              + "; the numbers of atoms and bonds are wrong, or the file is cut");
    }
    return BLANKS.split(line.trim());
  }

  private int count(String[] fields, int place, String what) throws InputException {
    try {
      int count = Integer.parseInt(fields[place]);
      if (count >= (place == 0 ? 1 : 0)) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw notACount(fields[place], what);
    }
    throw notACount(fields[place], what);
  }

  private InputException notACount(String text, String what) {
    return lines.fault("'" + TextLines.shown(text) + "' is no number of " + what);
  }

  private void readAtom(String[] fields, int number) throws InputException {
    if (fields.length < 6) {
      throw lines.fault(
          "atom "
              + number
              + " has "
              + fields.length
              + " columns and needs 6: number, name, three coordinates, type");
    }
    String type = fields[5];
    int dot = type.indexOf('.');
    Species species = Species.ofSymbol(dot < 0 ? type : type.substring(0, dot)).orElse(null);
    if (species == null) {
      throw lines.fault(
          "atom "
              + number
              + " has the type '"
              + TextLines.shown(type)
              + "', which begins with no element; write a type such as C.3");
    }
    PDBAtom atom =
        species.newAtom(
            new Point3d(
                lines.coordinate(fields[2], 'x'),
                lines.coordinate(fields[3], 'y'),
                lines.coordinate(fields[4], 'z')));
    atom.setName(fields[1]);
    int residueNumber = fields.length > 6 ? residueNumber(fields[6]) : 0;
    atom.setResSeq(String.valueOf(residueNumber));
    atom.setResName(fields.length > 7 ? residueName(fields[7], fields[6]) : "");
    readCharge(fields, number);
    byId.put(fields[0], atoms.size());
    atoms.add(atom);
  }

  /** Takes the ninth column where there is one. */
  private void readCharge(String[] fields, int number) throws InputException {
    if (fields.length < 9) {
      return;
    }
    double charge;
    try {
      charge = Double.parseDouble(fields[8]);
    } catch (NumberFormatException e) {
      charge = Double.NaN;
    }
    if (!Double.isFinite(charge)) {
      throw lines.fault(
          "atom " + number + " has the charge '" + TextLines.shown(fields[8]) + "', which is none");
    }
    charges.add(charge);
  }

  private static int residueNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Many programs append the number to the name, as in {@code ALA2}, or write {@code <0>}. */
  private static String residueName(String text, String number) {
    if (text.startsWith("<") || text.startsWith("*")) {
      return "";
    }
    return text.length() > number.length() && text.endsWith(number)
        ? text.substring(0, text.length() - number.length())
        : text;
  }

  private void readBond(String[] fields, int number) throws InputException {
    if (fields.length < 4) {
      throw lines.fault(
          "bond "
              + number
              + " has "
              + fields.length
              + " columns and needs 4: number, two atoms, type");
    }
    int first = atom(fields[1], number);
    int second = atom(fields[2], number);
    if (first == second) {
      throw lines.fault("bond " + number + " joins atom " + (first + 1) + " to itself");
    }
    int order =
        switch (fields[3]) {
          case "1", "am" -> 1;
          case "2" -> 2;
          case "3" -> 3;
          case "ar" -> 4;
          default -> 0;
        };
    if (!fields[3].equals("nc")) {
      int lower = Math.min(first, second);
      int upper = Math.max(first, second);
      bonds.putIfAbsent((long) lower << Integer.SIZE | upper, new Bond(lower, upper, order));
    }
  }

  private int atom(String id, int bond) throws InputException {
    Integer index = byId.get(id);
    if (index == null) {
      throw lines.fault(
          "bond " + bond + " names atom '" + TextLines.shown(id) + "', which is not there");
    }
    return index;
  }
}
