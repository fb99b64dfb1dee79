package org.chikei.coordinates.plumed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.chikei.api.coordinate.ImportedCoordinates;
import org.chikei.api.coordinate.ImportedCoordinates.Entry;
import org.chikei.api.coordinate.ImportedCoordinates.Origin;
import org.chikei.api.coordinate.ImportedCoordinates.Unread;
import org.chikei.api.coordinate.Period;

/** Turns the actions of one input into coordinates, in order. */
final class Translation {
  private final Path folder;
  private final InputUnits units = new InputUnits();
  private final AtomNames names;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Argument> arguments = new LinkedHashMap<>();
  private final Map<String, Unread> unread = new LinkedHashMap<>();
  private final List<Unread> nameless = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final List<Set<Object>> molecules = new ArrayList<>();
  private String turned;

  Translation(Path file) {
    folder = file.toAbsolutePath().getParent();
    names = new AtomNames(folder);
  }

  /**
   * Translates the actions.
   *
   * @param text the actions and the files that they came from
   * @return all that can be told of them
   * @throws IOException if a file that an action names cannot be read
   */
  ImportedCoordinates translate(ActionReader.Text text) throws IOException {
    files.addAll(text.files());
    for (Action action : text.actions()) {
      try {
        Catalogue.translate(action, this);
      } catch (UnreadException e) {
        unread(action, e.getMessage());
      }
    }
    List<Unread> all = new ArrayList<>(unread.values());
    all.addAll(nameless);
    all.sort(Comparator.comparingInt(u -> u.origin().line()));
    return new ImportedCoordinates(entries, all, notes, files);
  }

  /** Keeps in mind that an action is not read. */
  void unread(Action action, String reason) {
    Unread entry = new Unread(action.label(), action.origin(), action.words() + ": " + reason);
    if (action.label().isEmpty()) {
      nameless.add(entry);
    } else {
      unread.put(action.label(), entry);
      names.refuse(action.label(), "line " + action.origin().line() + ", " + entry.reason());
    }
  }

  /** Adds a note that names the action's line. */
  void note(Action action, String sentence) {
    Origin origin = action.origin();
    notes.add(origin.file().getFileName() + ":" + origin.line() + ": " + sentence);
  }

  InputUnits units() {
    return units;
  }

  AtomNames names() {
    return names;
  }

  /** Takes note that some atoms are put together before the actions that follow. */
  void wholeMolecule(Atoms atoms) {
    molecules.add(new HashSet<>(atoms.pieces()));
  }

  /**
   * Whether the atoms of an action are put together, each next to the one before: so they are
   * without NOPBC, and with it where WHOLEMOLECULES has done so.
   */
  boolean together(Action action, Atoms atoms) {
    return !action.flag("NOPBC")
        || molecules.stream()
            .anyMatch(m -> m.contains(Shortcuts.ALL) || m.containsAll(atoms.pieces()));
  }

  /** Takes note that an action turns or moves all positions, which is not done here. */
  void turned(Action action) {
    turned = action.name() + " in line " + action.origin().line();
  }

  /** Refuses what depends on orientation where an action above has changed it. */
  void checkOrientation() throws UnreadException {
    if (turned != null) {
      throw new UnreadException(
          "it depends on how the system lies, which " + turned + " changes and which is not read");
    }
  }

  /** Whether nearest images are to be taken, told by an action's NOPBC. */
  boolean nearestImage(Action action) {
    boolean open = action.flag("NOPBC");
    if (open && !molecules.isEmpty()) {
      note(
          action,
          "NOPBC takes positions as they stand in the trajectory, and WHOLEMOLECULES is not applied"
              + " to them; where molecules are broken across the box, make them whole in the file"
              + " first");
    }
    return !open;
  }

  /** Reads the atoms of a keyword that must be there. */
  Atoms atoms(Action action, String keyword) throws UnreadException {
    return names.read(action.requireList(keyword), action.origin());
  }

  /** Reads the atoms of a keyword; null where it is not there. */
  Atoms optionalAtoms(Action action, String keyword) throws UnreadException {
    return action.has(keyword) ? atoms(action, keyword) : null;
  }

  /** Reads so many atoms. */
  Atoms atoms(Action action, String keyword, int number) throws UnreadException {
    Atoms atoms = atoms(action, keyword);
    if (atoms.size() >= 0 && atoms.size() != number) {
      throw new UnreadException(
          keyword + " names " + atoms.size() + " atoms, and must name " + number);
    }
    return atoms;
  }

  /** A file that a keyword names, which must be there. */
  Path file(Action action, String keyword) throws UnreadException, IOException {
    String name = action.require(keyword);
    Path file = ActionReader.resolve(folder, name, action.origin());
    if (!Files.isRegularFile(file)) {
      throw new UnreadException("there is no file '" + name + "' (" + keyword + ")");
    }
    return file;
  }

  /** Adds a file to those that were read. */
  void read(Path file) {
    files.add(file);
  }

  /** Refuses an action that has keywords which nobody took. */
  static void finish(Action action) throws UnreadException {
    action.ignore(
        "NUMERICAL_DERIVATIVES",
        "RESTART",
        "UPDATE_FROM",
        "UPDATE_UNTIL",
        "STRIDE",
        "SERIAL",
        "TIMINGS",
        "NO_ACTION_LOG",
        "USEGPU",
        "LOWMEM");
    List<String> left = action.left();
    if (!left.isEmpty()) {
      throw new UnreadException(
          String.join(", ", left) + (left.size() == 1 ? " is" : " are") + " not read here");
    }
  }

  /**
   * Adds a coordinate for an action's value.
   *
   * @param action the action
   * @param component the name of the component; empty for the value itself
   * @param type the coordinate type
   * @param values its parameters
   * @param factor the input's number is so many times the coordinate's
   * @param period the circle on which the input has it
   * @param unit the coordinate's unit
   */
  void add(
      Action action,
      String component,
      String type,
      Map<String, Object> values,
      double factor,
      Optional<Period> period,
      String unit) {
    if (action.label().isEmpty()) {
      return;
    }
    String label = component.isEmpty() ? action.label() : action.label() + "." + component;
    String name = name(label);
    entries.add(new Entry(name, label, type, values, action.origin()));
    arguments.put(label, new Argument(label, name, factor, period, unit));
  }

  /**
   * Adds a coordinate that an action's value is made of and that the input has no name for.
   *
   * @return its name
   */
  String addPart(Action action, String part, String type, Map<String, Object> values) {
    if (action.label().isEmpty()) {
      return "";
    }
    String label = action.label() + "." + part;
    String name = name(label);
    entries.add(new Entry(name, label, type, values, action.origin()));
    return name;
  }

  /** Adds a length. */
  void addLength(Action action, String component, String type, Map<String, Object> values) {
    add(action, component, type, values, 1 / units.length(), Optional.empty(), "nm");
  }

  /** Adds a pure number or an angle that is not periodic. */
  void addNumber(Action action, String component, String type, Map<String, Object> values) {
    add(action, component, type, values, 1, Optional.empty(), "");
  }

  /** Adds an angle from −π to π. */
  void addTurn(Action action, String component, String type, Map<String, Object> values) {
    add(action, component, type, values, 1, Optional.of(Period.TURN), "rad");
  }

  /** Adds a constant, which is no coordinate but may stand in functions. */
  void addConstant(String label, double number) {
    arguments.put(label, new Argument(label, "", number, Optional.empty(), ""));
  }

  /** A name that a job can write, not yet taken whatever the case. */
  private String name(String label) {
    String plain = label.replaceAll("[^A-Za-z0-9_]", "_");
    if (!plain.matches("[A-Za-z].*")) {
      plain = "v" + plain;
    }
    String name = plain;
    for (int k = 2; !taken.add(name.toLowerCase(Locale.ROOT)); k++) {
      name = plain + "_" + k;
    }
    return name;
  }

  /** The arguments that ARG of an action names. */
  List<Argument> arguments(Action action) throws UnreadException {
    List<Argument> found = new ArrayList<>();
    for (String word : action.requireList("ARG")) {
      List<Argument> matching = new ArrayList<>();
      Pattern pattern = pattern(word);
      if (arguments.containsKey(word)) {
        matching.add(arguments.get(word));
      } else if (pattern != null) {
        arguments.values().stream()
            .filter(a -> pattern.matcher(a.label()).matches())
            .forEach(matching::add);
      }
      if (matching.isEmpty()) {
        throw new UnreadException(unknown(word));
      }
      found.addAll(matching);
    }
    return found;
  }

  private static Pattern pattern(String word) throws UnreadException {
    if (word.startsWith("(") && word.endsWith(")")) {
      try {
        return Pattern.compile(word);
      } catch (PatternSyntaxException e) {
        throw new UnreadException("'" + word + "' is no regular expression");
      }
    }
    if (word.equals("*")) {
      return Pattern.compile(".*");
    }
    return word.startsWith("*.") || word.endsWith(".*")
        ? Pattern.compile(Pattern.quote(word).replace("*", "\\E[^.]*\\Q"))
        : null;
  }

  private String unknown(String word) {
    Unread cause = unread.get(word.replaceFirst("\\..*", ""));
    if (cause != null) {
      return "it takes '" + word + "', which is not read (line " + cause.origin().line() + ")";
    }
    boolean parts = arguments.keySet().stream().anyMatch(a -> a.startsWith(word + "."));
    return "there is no value '" + word + "' above it" + (parts ? ", only its components" : "");
  }
}
