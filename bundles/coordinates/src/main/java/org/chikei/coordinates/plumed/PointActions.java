package org.chikei.coordinates.plumed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Distances, angles, torsions and positions. */
final class PointActions {
  private static final List<String> AXES = List.of("x", "y", "z");

  private PointActions() {}

  static void addTo(Map<String, Catalogue.Entry> entries) {
    entries.put("DISTANCE", PointActions::distance);
    entries.put("ANGLE", PointActions::angle);
    entries.put("TORSION", PointActions::torsion);
    entries.put("POSITION", PointActions::position);
  }

  /** The parameters that all of them share. */
  static Map<String, Object> values(Atoms atoms, boolean nearestImage) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("atoms", atoms.pieces());
    if (!nearestImage) {
      values.put("nearest-image", false);
    }
    return values;
  }

  private static void distance(Action action, Translation into) throws UnreadException {
    Atoms atoms = into.atoms(action, "ATOMS", 2);
    boolean components = action.flag("COMPONENTS");
    if (action.flag("SCALED_COMPONENTS")) {
      throw new UnreadException("SCALED_COMPONENTS, fractions of the box, have no counterpart");
    }
    Map<String, Object> values = values(atoms, into.nearestImage(action));
    Translation.finish(action);
    if (!components) {
      into.addLength(action, "", "distance", values);
      return;
    }
    into.checkOrientation();
    for (String axis : AXES) {
      Map<String, Object> component = new LinkedHashMap<>(values);
      component.put("component", axis);
      into.addLength(action, axis, "distance", component);
    }
  }

  private static void angle(Action action, Translation into) throws UnreadException {
    Atoms atoms = into.atoms(action, "ATOMS");
    if (atoms.size() >= 0 && atoms.size() != 3 && atoms.size() != 4) {
      throw new UnreadException("ATOMS names " + atoms.size() + " atoms, and must name 3 or 4");
    }
    Map<String, Object> values = values(atoms, into.nearestImage(action));
    Translation.finish(action);
    into.addNumber(action, "", "angle", values);
  }

  private static void torsion(Action action, Translation into) throws UnreadException {
    Atoms atoms;
    if (action.has("ATOMS")) {
      atoms = into.atoms(action, "ATOMS", 4);
    } else {
      atoms = vectors(action, into);
    }
    boolean cosine = action.flag("COSINE");
    Map<String, Object> values = values(atoms, into.nearestImage(action));
    Translation.finish(action);
    if (!cosine) {
      into.addTurn(action, "", "torsion", values);
      return;
    }
    String torsion = into.addPart(action, "torsion", "torsion", values);
    into.addNumber(
        action,
        "",
        "custom",
        Map.of("of", List.of(torsion), "variables", List.of("x"), "function", "cos(x)"));
  }

  /** Three vectors: the first points away from the axis's beginning, the others along the chain. */
  private static Atoms vectors(Action action, Translation into) throws UnreadException {
    List<Object> a = into.atoms(action, action.has("VECTOR1") ? "VECTOR1" : "VECTORA", 2).pieces();
    List<Object> axis = into.atoms(action, "AXIS", 2).pieces();
    List<Object> b = into.atoms(action, action.has("VECTOR2") ? "VECTOR2" : "VECTORB", 2).pieces();
    if (a.size() != 2 || axis.size() != 2 || b.size() != 2) {
      throw new UnreadException("AXIS and its two vectors have two points each");
    }
    if (a.get(0).equals(axis.get(0)) && axis.get(1).equals(b.get(0))) {
      return new Atoms(List.of(a.get(1), axis.get(0), axis.get(1), b.get(1)));
    }
    return new Atoms(List.of(a.get(1), a.get(0), axis.get(0), axis.get(1), b.get(0), b.get(1)));
  }

  private static void position(Action action, Translation into) throws UnreadException {
    Atoms atoms = into.atoms(action, action.has("ATOMS") ? "ATOMS" : "ATOM", 1);
    if (action.flag("SCALED_COMPONENTS")) {
      throw new UnreadException("SCALED_COMPONENTS, fractions of the box, have no counterpart");
    }
    boolean nearestImage = into.nearestImage(action);
    Translation.finish(action);
    into.checkOrientation();
    for (String axis : AXES) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("atoms", atoms.pieces());
      values.put("component", axis);
      if (nearestImage) {
        values.put("nearest-image", true);
      }
      into.addLength(action, axis, "position", values);
    }
  }
}
