package org.chikei.coordinates.plumed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Coordination numbers, contact maps, smallest distances, dipoles and the box. */
final class PairActions {
  private PairActions() {}

  static void addTo(Map<String, Catalogue.Entry> entries) {
    entries.put("COORDINATION", PairActions::coordination);
    entries.put("CONTACTMAP", PairActions::contactMap);
    entries.put("DISTANCES", PairActions::distances);
    entries.put("DIPOLE", PairActions::dipole);
    entries.put("VOLUME", PairActions::volume);
    entries.put("CELL", PairActions::cell);
  }

  private static void coordination(Action action, Translation into) throws UnreadException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("group-a", into.atoms(action, "GROUPA").pieces());
    Atoms second = into.optionalAtoms(action, "GROUPB");
    if (second != null) {
      values.put("group-b", second.pieces());
    }
    values.put("switching", Switching.of(action, into.units().length()));
    if (action.flag("PAIR")) {
      values.put("pairs", true);
    }
    neighbours(action, into);
    nearestImage(action, into, values);
    Translation.finish(action);
    into.addNumber(action, "", "coordination", values);
  }

  private static void nearestImage(Action action, Translation into, Map<String, Object> values) {
    if (!into.nearestImage(action)) {
      values.put("nearest-image", false);
    }
  }

  /**
   * Neighbour lists change nothing where their cut-off is long enough, which is all that is seen.
   */
  private static void neighbours(Action action, Translation into) {
    if (action.has("NL_CUTOFF")) {
      into.note(
          action,
          "no neighbour list is kept here, so that pairs beyond NL_CUTOFF count too as far as the"
              + " switching function goes");
    }
    action.ignore("NLIST", "NLISTCELLS", "NL_CUTOFF", "NL_STRIDE");
  }

  private static void contactMap(Action action, Translation into) throws UnreadException {
    double length = into.units().length();
    Optional<String> common = action.take("SWITCH");
    List<Map<String, Object>> contacts = new ArrayList<>();
    for (int k = 1; action.has("ATOMS" + k); k++) {
      Map<String, Object> contact = new LinkedHashMap<>();
      contact.put("atoms", into.atoms(action, "ATOMS" + k, 2).pieces());
      Optional<String> own = action.take("SWITCH" + k);
      if (own.isPresent()) {
        contact.put("switching", Switching.read(own.get(), length));
      } else if (common.isEmpty()) {
        throw new UnreadException("contact " + k + " has no SWITCH");
      }
      put(action, "REFERENCE", k, "reference", contact);
      put(action, "WEIGHT", k, "weight", contact);
      contacts.add(contact);
    }
    if (contacts.isEmpty()) {
      throw new UnreadException("ATOMS1 is missing");
    }
    double reference = action.takeNumber("REFERENCE", 0);
    double weight = action.takeNumber("WEIGHT", 1);
    for (Map<String, Object> contact : contacts) {
      contact.putIfAbsent("reference", reference);
      contact.putIfAbsent("weight", weight);
    }
    boolean sum = action.flag("SUM");
    boolean distance = action.flag("CMDIST");
    Map<String, Object> values = new LinkedHashMap<>();
    if (common.isPresent()) {
      values.put("switching", Switching.read(common.get(), length));
    }
    nearestImage(action, into, values);
    Translation.finish(action);
    if (sum || distance) {
      values.put("contacts", contacts);
      values.put("measure", sum ? "sum" : "squared-distance");
      into.addNumber(action, "", "contact-map", values);
      return;
    }
    for (int k = 0; k < contacts.size(); k++) {
      Map<String, Object> one = new LinkedHashMap<>(values);
      Map<String, Object> contact = new LinkedHashMap<>(contacts.get(k));
      contact.remove("reference");
      one.put("contacts", List.of(contact));
      into.addNumber(action, "contact-" + (k + 1), "contact-map", one);
    }
  }

  private static void put(
      Action action, String keyword, int number, String key, Map<String, Object> into)
      throws UnreadException {
    if (action.has(keyword + number)) {
      into.put(key, action.requireNumber(keyword + number));
    }
  }

  private static void distances(Action action, Translation into) throws UnreadException {
    Map<String, Object> values = new LinkedHashMap<>();
    if (action.has("GROUP")) {
      values.put("group-a", into.atoms(action, "GROUP").pieces());
    } else {
      values.put("group-a", into.atoms(action, "GROUPA").pieces());
      values.put("group-b", into.atoms(action, "GROUPB").pieces());
    }
    nearestImage(action, into, values);
    Optional<String> min = action.take("MIN");
    Optional<String> alternative = action.take("ALT_MIN");
    Optional<String> less = action.take("LESS_THAN");
    Translation.finish(action);
    if (min.isPresent()) {
      minimum(action, into, values, "min", "inverse", beta(min.get(), into.units().length()));
    }
    if (alternative.isPresent()) {
      double beta = beta(alternative.get(), 1 / into.units().length());
      minimum(action, into, values, "altmin", "soft", beta);
    }
    if (less.isPresent()) {
      Map<String, Object> count = new LinkedHashMap<>(values);
      count.put("switching", Switching.read(less.get(), into.units().length()));
      into.addNumber(action, "lessthan", "coordination", count);
    }
    if (min.isEmpty() && alternative.isEmpty() && less.isEmpty()) {
      throw new UnreadException(
          "a vector of distances has no counterpart; MIN, ALT_MIN and LESS_THAN of it have");
    }
  }

  private static double beta(String definition, double unit) throws UnreadException {
    for (String word : Words.list(definition)) {
      if (word.startsWith("BETA=")) {
        return Words.number("BETA", word.substring(5)) * unit;
      }
    }
    throw new UnreadException("BETA is missing in {" + definition + "}");
  }

  private static void minimum(
      Action action,
      Translation into,
      Map<String, Object> values,
      String component,
      String form,
      double beta) {
    Map<String, Object> minimum = new LinkedHashMap<>(values);
    minimum.put("form", form);
    minimum.put("beta", beta);
    into.addLength(action, component, "minimum-distance", minimum);
  }

  private static void dipole(Action action, Translation into) throws UnreadException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("atoms", into.atoms(action, "GROUP").pieces());
    nearestImage(action, into, values);
    boolean components = action.flag("COMPONENTS");
    Translation.finish(action);
    if (!components) {
      add(action, into, "", values);
      return;
    }
    for (String axis : List.of("x", "y", "z")) {
      Map<String, Object> component = new LinkedHashMap<>(values);
      component.put("component", axis);
      add(action, into, axis, component);
    }
  }

  private static void add(
      Action action, Translation into, String component, Map<String, Object> values) {
    into.add(
        action, component, "dipole", values, 1 / into.units().length(), Optional.empty(), "e nm");
  }

  private static void volume(Action action, Translation into) throws UnreadException {
    action.ignore("NOPBC");
    Translation.finish(action);
    double factor = Math.pow(into.units().length(), -3);
    into.add(action, "", "volume", Map.of(), factor, Optional.empty(), "nm^3");
  }

  private static void cell(Action action, Translation into) throws UnreadException {
    action.ignore("NOPBC");
    Translation.finish(action);
    for (String vector : List.of("a", "b", "c")) {
      for (String axis : List.of("x", "y", "z")) {
        into.addLength(action, vector + axis, "cell", Map.of("component", vector + axis));
      }
    }
  }
}
