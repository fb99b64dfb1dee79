package org.chikei.coordinates.plumed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.coordinate.ImportedCoordinates.Origin;
import org.chikei.api.file.FileContent;

/** Reads lists of atoms: numbers, ranges, groups, centres, shortcuts and index files. */
final class AtomNames {
  private final Path folder;
  private final Map<String, Atoms> groups = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private Residues residues;

  AtomNames(Path folder) {
    this.folder = folder;
  }

  /** Takes the residues of a MOLINFO; null for those of the job's structure. */
  void use(Residues newResidues) {
    residues = newResidues;
  }

  /** Takes what a label stands for in lists of atoms. */
  void define(String label, Atoms atoms) {
    groups.put(label, atoms);
  }

  /** Takes a label that stands for atoms which cannot be read. */
  void refuse(String label, String reason) {
    refused.put(label, reason);
  }

  /**
   * Reads a list.
   *
   * @param words its words
   * @return the atoms
   * @throws UnreadException if a word names none
   */
  Atoms read(List<String> words, Origin origin) throws UnreadException {
    List<Object> pieces = new ArrayList<>();
    for (String word : Words.ranges(words)) {
      if (word.matches("[0-9]{1,9}")) {
        pieces.add(Long.valueOf(word));
      } else if (word.startsWith("@")) {
        shortcut(word.substring(1), origin, pieces);
      } else if (groups.containsKey(word)) {
        pieces.addAll(groups.get(word).pieces());
      } else {
        String reason = refused.get(word);
        throw new UnreadException(
            reason == null
                ? "'" + word + "' is neither an atom nor a group or centre of this file"
                : "'" + word + "' cannot be used: " + reason);
      }
    }
    if (pieces.isEmpty()) {
      throw new UnreadException("no atoms are named");
    }
    return new Atoms(pieces);
  }

  private void shortcut(String symbol, Origin origin, List<Object> into) throws UnreadException {
    if (symbol.equals("mdatoms") || symbol.equals("allatoms")) {
      into.add(Shortcuts.ALL);
    } else if (symbol.startsWith("ndx:")) {
      List<String> words = Words.list(symbol.substring(4));
      if (words.isEmpty() || words.size() > 2) {
        throw new UnreadException("@" + symbol + " has not the form {@ndx:{file group}}");
      }
      into.addAll(index(words.get(0), words.size() > 1 ? words.get(1) : "", origin).pieces());
    } else if (symbol.matches("(mda|mdt|vmd|vmdexec):.*")) {
      throw new UnreadException(
          "@" + symbol + " asks another program for atoms; list their numbers instead");
    } else if (residues != null) {
      new Shortcut(residues).atoms(symbol).forEach(a -> into.add((long) a));
    } else {
      into.add(new Shortcuts(symbol));
    }
  }

  /** The atoms of a group in an index file of GROMACS; of the first one where the name is empty. */
  Atoms index(String name, String group, Origin origin) throws UnreadException {
    List<Object> pieces = new ArrayList<>();
    String current = null;
    boolean found = false;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                FileContent.stream(ActionReader.resolve(folder, name, origin)),
                StandardCharsets.ISO_8859_1))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String text = line.replaceFirst(";.*", "").strip();
        if (text.startsWith("[")) {
          if (found) {
            break;
          }
          current = text.replaceAll("[\\[\\]]", "").strip();
          found = group.isEmpty() || current.equals(group);
        } else if (found) {
          for (String word : text.split("\\s+")) {
            if (!word.isEmpty()) {
              pieces.add((long) Words.number(name, word));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UnreadException(e.getMessage());
    }
    if (pieces.isEmpty()) {
      throw new UnreadException("there is no group '" + group + "' with atoms in " + name);
    }
    return new Atoms(pieces);
  }
}
