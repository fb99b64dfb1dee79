package org.chikei.coordinates.plumed;

import java.util.ArrayList;
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
    if (cosine) {
      throw new UnreadException(
          "COSINE is not read; use the torsion and a CUSTOM of it with FUNC=cos(x)");
    }
    into.addTurn(action, "", "torsion", values);
  }

  /**
   * The torsion between two vectors about a third is that of four points where the vectors meet:
   * the first from its end to its beginning, then the axis, then the second.
   */
  private static Atoms vectors(Action action, Translation into) throws UnreadException {
    Atoms first = into.atoms(action, action.has("VECTOR1") ? "VECTOR1" : "VECTORA", 2);
    Atoms axis = into.atoms(action, "AXIS", 2);
    Atoms second = into.atoms(action, action.has("VECTOR2") ? "VECTOR2" : "VECTORB", 2);
    List<Object> a = first.pieces();
    List<Object> b = axis.pieces();
    List<Object> c = second.pieces();
    if (a.get(0).equals(b.get(0)) && b.get(1).equals(c.get(0))) {
      List<Object> pieces = new ArrayList<>();
      pieces.add(a.get(1));
      pieces.addAll(b);
      pieces.add(c.get(1));
      return new Atoms(pieces);
    }
    throw new UnreadException(
        "a torsion between vectors that do not begin at the ends of its axis has no counterpart");
  }

  private static void position(Action action, Translation into) throws UnreadException {
    Atoms atoms = into.atoms(action, action.has("ATOMS") ? "ATOMS" : "ATOM", 1);
    if (action.flag("SCALED_COMPONENTS")) {
      throw new UnreadException("SCALED_COMPONENTS, fractions of the box, have no counterpart");
    }
    action.ignore("NOPBC");
    Translation.finish(action);
    for (String axis : AXES) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("atoms", atoms.pieces());
      values.put("component", axis);
      into.addLength(action, axis, "position", values);
    }
  }
}
