package org.chikei.structure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.vecmath.Point3d;
import org.chikei.api.InputException;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.silent.PDBAtom;

/**
 * Reads one PDB file: the atoms of the first model in the order of the file, and the CONECT records
 * wherever they stand. Of alternate locations the first is kept, as a simulation has one.
 */
final class PdbReader {
  private static final int COORDINATES_END = 54;

  private final TextLines lines;
  private final List<PDBAtom> atoms = new ArrayList<>();
  private final List<String> nameColumns = new ArrayList<>();
  private final List<String> elementColumns = new ArrayList<>();
  private final List<Integer> lineNumbers = new ArrayList<>();
  private final ConectRecords conect = new ConectRecords();
  private final ResidueNumbers residueNumbers = new ResidueNumbers();
  private final List<String> notes = new ArrayList<>();

  private String residue = "";
  private String residueField = "";
  private int residueNumber;
  private final Set<String> namesOfResidue = new HashSet<>();
  private int alternates;
  private int modelLine;
  private boolean complete;
  private boolean moreModels;
  private Box box;

  PdbReader(TextLines lines) {
    this.lines = lines;
  }

  Structure read() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.startsWith("ATOM ") || line.startsWith("HETATM")) {
        if (complete) {
          moreModels = true;
        } else {
          readAtom(line);
        }
      } else if (line.startsWith("CONECT")) {
        conect.add(line);
      } else if (line.startsWith("CRYST1") && box == null) {
        box = Box.ofPdbRecord(line);
      } else if (line.startsWith("MODEL")) {
        modelLine = atoms.isEmpty() ? lines.number() : modelLine;
        complete = !atoms.isEmpty();
      } else if (line.startsWith("END")) {
        complete |= !atoms.isEmpty();
      }
    }
    if (atoms.isEmpty()) {
      throw new InputException(
          lines.file(), "no ATOM or HETATM record; the file is no PDB file or holds no atoms");
    }
    if (modelLine > 0 && !complete) {
      throw lines.fault(
          "the file ends inside the model of line " + modelLine + "; it seems to be cut");
    }
    setSpecies();
    return finish();
  }

  private Structure finish() throws InputException {
    if (moreModels) {
      notes.add("the structure has more than one model; the first one is used");
    }
    if (alternates > 0) {
      notes.add(
          alternates
              + " atoms of the structure are alternate locations of others and are left out; the"
              + " first location of each is kept");
    }
    List<Bond> bonds = conect.bonds();
    if (conect.unclear() > 0) {
      notes.add(
          conect.unclear()
              + " bonds in CONECT records of the structure name no atom or several, and are left"
              + " out");
    }
    return new MoleculeConversion(lines.file(), atoms, bonds)
        .perceiveBonds(conect.settled(), box)
        .structure(notes);
  }

  private void readAtom(String line) throws InputException {
    if (line.length() < COORDINATES_END) {
      throw lines.fault(
          "an atom record has "
              + line.length()
              + " columns and needs "
              + COORDINATES_END
              + "; the file seems to be cut");
    }
    enterResidue(line);
    String name = line.substring(12, 16);
    String serial = line.substring(line.charAt(5) == ' ' || line.startsWith("H") ? 6 : 5, 12);
    if (isAlternate(line, name)) {
      alternates++;
      conect.leaveOut(serial.trim());
      return;
    }
    PDBAtom atom =
        Species.SITE.newAtom(
            new Point3d(
                lines.coordinate(line.substring(30, 38), 'x'),
                lines.coordinate(line.substring(38, 46), 'y'),
                lines.coordinate(line.substring(46, COORDINATES_END), 'z')));
    atom.setName(name.trim());
    atom.setResName(line.substring(17, 21).trim());
    atom.setChainID(line.substring(21, 22).trim());
    atom.setResSeq(String.valueOf(residueNumber));
    conect.number(serial.trim(), atoms.size());
    atoms.add(atom);
    nameColumns.add(name);
    elementColumns.add(line.length() < 77 ? "" : line.substring(76, Math.min(78, line.length())));
    lineNumbers.add(lines.number());
  }

  /** A residue is its chain, number and insertion code; names may differ among its alternates. */
  private void enterResidue(String line) {
    String field = line.substring(21, 27);
    if (!field.equals(residueField)) {
      residueField = field;
      residue = line.substring(17, 21);
      residueNumber = residueNumbers.next(line.substring(22, 26));
      namesOfResidue.clear();
    }
  }

  private boolean isAlternate(String line, String name) {
    boolean marked = line.charAt(16) != ' ';
    boolean first = namesOfResidue.add(name);
    return marked && (!first || !line.startsWith(residue, 17));
  }

  private void setSpecies() throws InputException {
    boolean aligned = true;
    for (String columns : nameColumns) {
      aligned &= !AtomNaming.leftAligned(columns);
    }
    int told = 0;
    int sites = 0;
    for (int i = 0; i < atoms.size(); i++) {
      PDBAtom atom = atoms.get(i);
      Species species = Species.ofSymbol(elementColumns.get(i).trim()).orElse(null);
      if (species == null) {
        species =
            AtomNaming.fromColumns(nameColumns.get(i), atom.getResName(), aligned).orElse(null);
        told++;
      }
      if (species == null) {
        throw noElement(i);
      }
      sites += species.isSite() ? 1 : 0;
      species.applyTo(atom);
    }
    if (told > sites) {
      notes.add("the structure states no elements; they were told from the names of its atoms");
    }
    if (sites > 0) {
      notes.add(sites + " sites of water models are no atoms; their mass is 0");
    }
  }

  private InputException noElement(int index) {
    return lines.faultAt(
        lineNumbers.get(index),
        "the element of atom "
            + (index + 1)
            + " ('"
            + TextLines.shown(nameColumns.get(index).trim())
            + "') cannot be told; write its symbol in columns 77-78");
  }
}
