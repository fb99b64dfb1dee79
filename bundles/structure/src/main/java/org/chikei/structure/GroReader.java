package org.chikei.structure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.vecmath.Point3d;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.silent.PDBAtom;

/**
 * Reads the first frame of one GRO file. Names and numbers stand in columns of five; positions are
 * in nm, in columns whose width follows from the distance of their decimal points.
 */
final class GroReader {
  private static final int NAMES_END = 20;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Where the nine numbers of the last line belong among x, y, z of three vectors. */
  private static final int[] BOX_ORDER = {0, 4, 8, 1, 2, 3, 5, 6, 7};

  private final TextLines lines;
  private final List<PDBAtom> atoms = new ArrayList<>();
  private int sites;
  private int width;

  GroReader(TextLines lines) {
    this.lines = lines;
  }

  Structure read() throws IOException {
    lines.next();
    int count =
        lines.count(Objects.requireNonNullElse(lines.next(), ""), "as line 2 of a GRO file is");
    while (atoms.size() < count) {
      String line = lines.next();
      if (line == null) {
        throw lines.fault(
            "the file ends after " + atoms.size() + " of " + count + " atoms; it seems to be cut");
      }
      readAtom(line);
    }
    String last = lines.next();
    if (last == null) {
      throw lines.fault("the file ends before the line of the box; it seems to be cut");
    }
    Box box = box(BLANKS.split(last.trim()));
    List<String> notes = new ArrayList<>();
    notes.add("the structure states no elements; they were told from the names of its atoms");
    if (sites > 0) {
      notes.add(sites + " sites of water models are no atoms; their mass is 0");
    }
    if (lines.next() != null && lines.next() != null) {
      notes.add("the structure has more than one frame; the first one is used");
    }
    return new MoleculeConversion(lines.file(), atoms, List.of())
        .perceiveBonds(new BitSet(), box)
        .structure(notes);
  }

  private void readAtom(String line) throws InputException {
    if (width == 0) {
      int point = line.indexOf('.', NAMES_END);
      width = line.indexOf('.', point + 1) - point;
    }
    int number = atoms.size() + 1;
    if (width < 4 || line.length() < NAMES_END + 3 * width) {
      throw lines.fault(
          "atom "
              + number
              + " has no three positions in its columns; the number of atoms is wrong, or the file"
              + " is damaged");
    }
    String residue = line.substring(5, 10).trim();
    String name = line.substring(10, 15).trim();
    Species species = AtomNaming.fromNames(name, residue).orElse(null);
    if (species == null) {
      throw lines.fault(
          "the element of atom "
              + number
              + " ('"
              + TextLines.shown(name)
              + "') cannot be told; use a format that states elements, such as PDB");
    }
    double[] at = new double[3];
    for (int k = 0; k < 3; k++) {
      int from = NAMES_END + k * width;
      at[k] = lines.coordinate(line.substring(from, from + width), "xyz".charAt(k));
    }
    PDBAtom atom = species.newAtom(new Point3d(at));
    atom.getPoint3d().scale(1 / Units.ANGSTROM);
    atom.setName(name);
    atom.setResName(residue);
    atom.setResSeq(String.valueOf(residueNumber(line.substring(0, 5))));
    atoms.add(atom);
    sites += species.isSite() ? 1 : 0;
  }

  private static int residueNumber(String field) {
    try {
      return Integer.parseInt(field.trim());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private Box box(String[] fields) throws InputException {
    if (fields.length != 3 && fields.length != 9) {
      throw lines.fault(
          "the line after the atoms has no three or nine lengths of a box; the number of atoms in"
              + " line 2 is wrong, or the file is damaged");
    }
    double[] vectors = new double[9];
    for (int k = 0; k < fields.length; k++) {
      vectors[BOX_ORDER[k]] = lines.finite(fields[k], "length of the box");
    }
    return Box.checked(vectors);
  }
}
