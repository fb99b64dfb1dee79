package org.chikei.coordinates.plumed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.file.FileContent;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;

/** The atoms of a structure by residue and name, as the shortcuts of MOLINFO look for them. */
final class Residues {
  private record Named(int number, String name, String residue, int residueNumber, String chain) {}

  private final List<Named> atoms = new ArrayList<>();
  private final String source;

  private Residues(String source) {
    this.source = source;
  }

  /** Those of the job's structure. */
  static Residues of(Structure structure) {
    Residues residues = new Residues(structure.source());
    for (Atom atom : structure.atoms()) {
      residues.atoms.add(
          new Named(
              atom.number(), atom.name(), atom.residueName(), atom.residueNumber(), atom.chain()));
    }
    return residues;
  }

  /** Those of the first model in a PDB file, with its atom numbers. */
  static Residues read(Path file) throws IOException {
    Residues residues = new Residues(file.getFileName().toString());
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(FileContent.stream(file), StandardCharsets.ISO_8859_1))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.startsWith("END")) {
          break;
        }
        if (line.startsWith("ATOM") || line.startsWith("HETATM")) {
          residues.atoms.add(atom(line, file, number));
        }
      }
    }
    if (residues.atoms.isEmpty()) {
      throw new InputException(file, "has no ATOM records; MOLINFO needs a PDB file");
    }
    return residues;
  }

  private static Named atom(String line, Path file, int number) throws InputException {
    if (line.length() < 54) {
      throw new InputException(file, "line " + number + ": the ATOM record is cut");
    }
    try {
      return new Named(
          Integer.parseInt(line.substring(6, 11).strip()),
          line.substring(12, 16).strip(),
          line.substring(17, 20).strip(),
          Integer.parseInt(line.substring(22, 26).strip()),
          line.substring(21, 22).strip());
    } catch (NumberFormatException e) {
      throw new InputException(
          file, "line " + number + ": no whole number for the atom or its residue");
    }
  }

  String source() {
    return source;
  }

  /** The name of a residue; empty if there is none. A chain * is the first that has it. */
  String residue(int number, String chain) {
    for (Named atom : atoms) {
      if (matches(atom, number, chain)) {
        return atom.residue();
      }
    }
    return "";
  }

  /** The number of an atom; 0 if there is none. */
  int atom(String name, int residue, String chain) {
    for (Named atom : atoms) {
      if (matches(atom, residue, chain) && sameName(atom.name(), name)) {
        return atom.number();
      }
    }
    return 0;
  }

  /** The atoms of a residue in the chain, with their names, in order. */
  List<Integer> ofResidue(int number, String chain, java.util.function.Predicate<String> names) {
    List<Integer> found = new ArrayList<>();
    for (Named atom : atoms) {
      if (matches(atom, number, chain) && names.test(atom.name())) {
        found.add(atom.number());
      }
    }
    return found;
  }

  /** All atoms whose residue's name or own name is asked for. */
  List<Integer> all(java.util.function.BiPredicate<String, String> residueAndName) {
    List<Integer> found = new ArrayList<>();
    for (Named atom : atoms) {
      if (residueAndName.test(atom.residue(), atom.name())) {
        found.add(atom.number());
      }
    }
    return found;
  }

  private static boolean matches(Named atom, int residue, String chain) {
    return atom.residueNumber() == residue && (chain.equals("*") || atom.chain().equals(chain));
  }

  /** Old files write a star for the prime of a sugar. */
  private static boolean sameName(String own, String asked) {
    return own.replace('*', '\'').equals(asked.replace('*', '\''));
  }
}
