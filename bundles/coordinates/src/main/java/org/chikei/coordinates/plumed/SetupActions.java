package org.chikei.coordinates.plumed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Actions that set units or say which atoms belong together. */
final class SetupActions {
  private SetupActions() {}

  static void addTo(Map<String, Catalogue.Entry> entries) {
    entries.put("UNITS", SetupActions::units);
    entries.put("MOLINFO", SetupActions::molecule);
    entries.put("WHOLEMOLECULES", SetupActions::wholeMolecules);
    entries.put("GROUP", SetupActions::group);
    entries.put("COM", SetupActions::centreOfMass);
    entries.put("CENTER", SetupActions::centre);
    entries.put("CENTER_FAST", SetupActions::centre);
    entries.put("FIT_TO_TEMPLATE", SetupActions::move);
    entries.put("RESET_CELL", SetupActions::move);
    entries.put("WRAPAROUND", SetupActions::wrap);
  }

  private static void wholeMolecules(Action action, Translation into) throws UnreadException {
    for (String keyword : action.left()) {
      if (keyword.matches("ENTITY[0-9]*")) {
        into.wholeMolecule(into.atoms(action, keyword));
      }
    }
    action.ignore("EMST", "ADDREFERENCE", "RESIDUES", "MOLTYPE");
    Translation.finish(action);
  }

  private static void units(Action action, Translation into) throws UnreadException {
    String note = into.units().read(action);
    Translation.finish(action);
    if (!note.isEmpty()) {
      into.note(action, note);
    }
  }

  private static void molecule(Action action, Translation into)
      throws UnreadException, IOException {
    action.ignore("MOLTYPE", "PYTHON_BIN", "CHAIN");
    if (action.flag("WHOLE")) {
      into.note(
          action,
          "WHOLE is not read: where atoms are put together, each is put next to the one before it"
              + " in the list, not along a tree of short distances");
    }
    into.names().use(null);
    if (action.has("STRUCTURE")) {
      String name = action.require("STRUCTURE");
      Path file =
          ActionReader.resolve(
              action.origin().file().toAbsolutePath().getParent(), name, action.origin());
      if (Files.isRegularFile(file)) {
        into.names().use(Residues.read(file));
        into.read(file);
      } else {
        into.note(
            action,
            "there is no file '"
                + name
                + "'; the shortcuts of MOLINFO are looked up in the job's structure");
      }
    }
    Translation.finish(action);
  }

  /** What changes the orientation of all that follows is not done. */
  private static void move(Action action, Translation into) throws UnreadException {
    into.turned(action);
    throw new UnreadException(
        "positions are not turned or moved here; what follows is read as far as its value does not"
            + " depend on that");
  }

  private static void wrap(Action action, Translation into) throws UnreadException {
    throw new UnreadException(
        "positions are not moved here; nearest images are taken where an action has no NOPBC");
  }

  private static void group(Action action, Translation into) throws UnreadException {
    Atoms atoms =
        action.has("NDX_FILE")
            ? into.names()
                .index(
                    action.require("NDX_FILE"),
                    action.take("NDX_GROUP").orElse(""),
                    action.origin())
            : into.atoms(action, "ATOMS");
    List<Object> pieces = new ArrayList<>(atoms.pieces());
    Atoms removed = into.optionalAtoms(action, "REMOVE");
    boolean sort = action.flag("SORT");
    boolean unique = action.flag("UNIQUE");
    if (removed != null || sort || unique) {
      if (!atoms.isNumbers() || removed != null && !removed.isNumbers()) {
        throw new UnreadException(
            "REMOVE, SORT and UNIQUE are read for atoms given by their numbers alone");
      }
      if (removed != null) {
        // each removes one entry, so that an atom that stands twice is there once more
        removed.pieces().forEach(pieces::remove);
      }
      if (unique) {
        pieces = new ArrayList<>(new LinkedHashSet<>(pieces));
      }
      if (sort || unique) {
        pieces.sort(Comparator.comparingLong(p -> (Long) p));
      }
    }
    if (pieces.isEmpty()) {
      throw new UnreadException("no atoms are left in the group");
    }
    Translation.finish(action);
    into.names().define(action.label(), new Atoms(pieces));
  }

  private static void centreOfMass(Action action, Translation into) throws UnreadException {
    define(action, into, null);
  }

  private static void centre(Action action, Translation into) throws UnreadException {
    double[] weights = {1};
    if (action.flag("MASS")) {
      weights = null;
    } else if (action.has("WEIGHTS")) {
      List<String> words = action.requireList("WEIGHTS");
      if (words.size() == 1 && words.get(0).equals("@Masses")) {
        weights = null;
      } else if (words.size() == 1 && words.get(0).startsWith("@")) {
        throw new UnreadException("WEIGHTS=" + words.get(0) + " is not read");
      } else {
        weights = Words.numbers("WEIGHTS", words);
      }
    }
    define(action, into, weights);
  }

  private static void define(Action action, Translation into, double[] weights)
      throws UnreadException {
    if (action.flag("PHASES") || action.flag("SAFE_PHASES")) {
      throw new UnreadException(
          "centres by PHASES, means of angles over the box, are not read; without it the atoms are"
              + " put together and averaged");
    }
    Atoms atoms = into.atoms(action, "ATOMS");
    action.ignore("SET_MASS", "SET_CHARGE");
    boolean whole = into.together(action, atoms);
    Translation.finish(action);
    if (weights != null
        && weights.length > 1
        && atoms.size() >= 0
        && weights.length != atoms.size()) {
      throw new UnreadException(
          "WEIGHTS has " + weights.length + " numbers for " + atoms.size() + " atoms");
    }
    Centre centre = new Centre(action.label(), atoms, weights, whole);
    into.names().define(action.label(), new Atoms(List.of(centre)));
  }
}
