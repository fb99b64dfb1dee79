package org.chikei.coordinates.plumed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.coordinate.Period;
import org.chikei.coordinates.reference.ReferenceFile;
import org.chikei.coordinates.reference.ReferenceFrame;

/** Sizes and shapes of groups, rings, torsions together, and what is compared with references. */
final class ShapeActions {
  private ShapeActions() {}

  static void addTo(Map<String, Catalogue.Entry> entries) {
    entries.put("GYRATION", ShapeActions::gyration);
    entries.put("PUCKERING", ShapeActions::puckering);
    entries.put("ALPHABETA", ShapeActions::alphaBeta);
    entries.put("DIHCOR", ShapeActions::dihedralCorrelation);
    entries.put("RMSD", ShapeActions::rmsd);
    entries.put("DRMSD", ShapeActions::distanceRmsd);
    entries.put("PCAVARS", ShapeActions::principalComponents);
    entries.put("PATHMSD", ShapeActions::path);
    entries.put("PROPERTYMAP", ShapeActions::propertyMap);
    entries.put("PATH", ShapeActions::pathOfFrames);
  }

  private static void gyration(Action action, Translation into) throws UnreadException {
    String type = action.take("TYPE").orElse("RADIUS");
    Atoms atoms = into.atoms(action, "ATOMS");
    Map<String, Object> values = PointActions.values(atoms, into.together(action, atoms));
    boolean masses = action.flag("MASS_WEIGHTED") | action.flag("MASS");
    if (action.has("WEIGHTS")) {
      masses |= action.require("WEIGHTS").equals("@Masses");
      if (!masses) {
        throw new UnreadException("WEIGHTS other than @Masses are not read");
      }
    }
    Translation.finish(action);
    if (masses) {
      values.put("weights", "mass");
    }
    if (type.equals("TRACE")) {
      trace(action, into, values, masses);
      return;
    }
    List<String> types =
        List.of(
            "RADIUS",
            "GTPC_1",
            "GTPC_2",
            "GTPC_3",
            "ASPHERICITY",
            "ACYLINDRICITY",
            "KAPPA2",
            "RGYR_1",
            "RGYR_2",
            "RGYR_3");
    if (!types.contains(type)) {
      throw new UnreadException("TYPE=" + type + " is not read");
    }
    values.put("component", type.toLowerCase(Locale.ROOT).replace('_', '-'));
    if (type.equals("KAPPA2")) {
      into.addNumber(action, "", "gyration", values);
    } else {
      into.addLength(action, "", "gyration", values);
    }
  }

  /** The trace as the input has it is twice the moment of inertia about the centre. */
  private static void trace(
      Action action, Translation into, Map<String, Object> values, boolean masses) {
    values.put("component", "inertia");
    String inertia = into.addPart(action, "inertia", "gyration", values);
    into.add(
        action,
        "",
        "linear-combination",
        Map.of("of", List.of(inertia), "coefficients", List.of(2.0)),
        Math.pow(into.units().length(), -2),
        Optional.empty(),
        masses ? "amu nm^2" : "nm^2");
  }

  private static void puckering(Action action, Translation into) throws UnreadException {
    Atoms atoms = into.atoms(action, "ATOMS");
    Map<String, Object> values = PointActions.values(atoms, into.together(action, atoms));
    Translation.finish(action);
    if (atoms.size() == 6) {
      for (String component : List.of("qx", "qy", "qz", "amplitude")) {
        into.addLength(action, component, "puckering", with(values, component));
      }
      into.add(
          action,
          "phi",
          "puckering",
          with(values, "phi"),
          1,
          Optional.of(new Period(0, 2 * Math.PI)),
          "rad");
      into.addNumber(action, "theta", "puckering", with(values, "theta"));
    } else if (atoms.size() == 5) {
      into.addTurn(action, "phs", "puckering", with(values, "phs"));
      for (String component : List.of("amp", "Zx", "Zy")) {
        into.addNumber(
            action, component, "puckering", with(values, component.toLowerCase(Locale.ROOT)));
      }
    } else {
      throw new UnreadException("ATOMS must list the 5 or 6 atoms of a ring");
    }
  }

  private static Map<String, Object> with(Map<String, Object> values, String component) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put("component", component);
    return more;
  }

  /** The atoms of ATOMS1, ATOMS2 and so on, or of ATOMS alone, so many each. */
  private static List<Object> numbered(Action action, Translation into, int size)
      throws UnreadException {
    List<Object> lists = new ArrayList<>();
    if (action.has("ATOMS")) {
      lists.add(into.atoms(action, "ATOMS", size).pieces());
    }
    for (int k = 1; action.has("ATOMS" + k); k++) {
      lists.add(into.atoms(action, "ATOMS" + k, size).pieces());
    }
    if (lists.isEmpty()) {
      throw new UnreadException("ATOMS1 is missing");
    }
    return lists;
  }

  private static void alphaBeta(Action action, Translation into) throws UnreadException {
    List<Object> torsions = numbered(action, into, 4);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("torsions", torsions);
    values.put("references", numbers(action, "REFERENCE", torsions.size(), null));
    values.put("coefficients", numbers(action, "COEFFICIENT", torsions.size(), 1.0));
    if (!into.nearestImage(action)) {
      values.put("nearest-image", false);
    }
    Translation.finish(action);
    into.addNumber(action, "", "alpha-beta", values);
  }

  private static List<Double> numbers(Action action, String keyword, int size, Double otherwise)
      throws UnreadException {
    Double common = otherwise;
    if (action.has(keyword)) {
      common = action.requireNumber(keyword);
    }
    List<Double> numbers = new ArrayList<>();
    for (int k = 1; k <= size; k++) {
      if (action.has(keyword + k)) {
        numbers.add(action.requireNumber(keyword + k));
      } else if (common == null) {
        throw new UnreadException(keyword + k + " is missing");
      } else {
        numbers.add(common);
      }
    }
    return numbers;
  }

  private static void dihedralCorrelation(Action action, Translation into) throws UnreadException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("pairs", numbered(action, into, 8));
    if (!into.nearestImage(action)) {
      values.put("nearest-image", false);
    }
    Translation.finish(action);
    into.addNumber(action, "", "dihedral-correlation", values);
  }

  private static String fit(Action action, String otherwise) throws UnreadException {
    String type = action.take("TYPE").orElse(otherwise);
    return switch (type) {
      case "OPTIMAL", "OPTIMAL-FAST" -> "optimal";
      case "SIMPLE" -> "centre";
      default -> throw new UnreadException("TYPE=" + type + " is not read");
    };
  }

  /** Takes the reference of an action: a frame of a file, the only one unless NUMBER says which. */
  private static void reference(Action action, Translation into, Map<String, Object> values)
      throws UnreadException, IOException {
    Path file = into.file(action, "REFERENCE");
    int frames = ReferenceFile.read(file).frames().size();
    int number = (int) action.takeNumber("NUMBER", 0);
    if (number == 0 && frames > 1) {
      throw new UnreadException(
          "REFERENCE has " + frames + " frames, which make a vector; pick one with NUMBER");
    }
    if (number > frames) {
      throw new UnreadException("NUMBER=" + number + ", but REFERENCE has " + frames + " frames");
    }
    values.put("reference", file);
    if (number > 1) {
      values.put("frame", (long) number);
    }
  }

  private static void rmsd(Action action, Translation into) throws UnreadException, IOException {
    into.units().checkFiles();
    Map<String, Object> values = new LinkedHashMap<>();
    reference(action, into, values);
    String fit = fit(action, "SIMPLE");
    values.put("fit", fit);
    values.put("alignment-weights", "file");
    values.put("displacement-weights", "file");
    boolean squared = action.flag("SQUARED");
    values.put("squared", squared);
    together(action, into, (Path) values.get("reference"), values);
    Translation.finish(action);
    if (fit.equals("centre")) {
      into.checkOrientation();
    }
    addDeviation(action, into, "rmsd", values, squared);
  }

  private static void nearestImage(Action action, Translation into, Map<String, Object> values) {
    if (!into.nearestImage(action)) {
      values.put("nearest-image", false);
    }
  }

  /** Atoms of a reference that WHOLEMOLECULES has put together are so with NOPBC, too. */
  private static void together(
      Action action, Translation into, Path reference, Map<String, Object> values)
      throws IOException {
    ReferenceFrame frame = ReferenceFile.read(reference).frames().get(0);
    List<Object> serials = new ArrayList<>();
    for (int k = 0; k < frame.size(); k++) {
      serials.add((long) (frame.numbered() ? frame.serial(k) : k + 1));
    }
    if (!into.together(action, new Atoms(serials))) {
      values.put("nearest-image", false);
    }
  }

  private static void addDeviation(
      Action action, Translation into, String type, Map<String, Object> values, boolean squared) {
    double length = into.units().length();
    into.add(
        action,
        "",
        type,
        values,
        squared ? 1 / (length * length) : 1 / length,
        Optional.empty(),
        squared ? "nm^2" : "nm");
  }

  private static void distanceRmsd(Action action, Translation into)
      throws UnreadException, IOException {
    into.units().checkFiles();
    String type = action.take("TYPE").orElse("DRMSD");
    if (!type.equals("DRMSD")) {
      throw new UnreadException("TYPE=" + type + " is not read");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    reference(action, into, values);
    double length = into.units().length();
    if (action.has("LOWER_CUTOFF")) {
      values.put("lower-cutoff", action.requireNumber("LOWER_CUTOFF") * length);
    }
    if (action.has("UPPER_CUTOFF")) {
      values.put("upper-cutoff", action.requireNumber("UPPER_CUTOFF") * length);
    }
    boolean squared = action.flag("SQUARED");
    values.put("squared", squared);
    nearestImage(action, into, values);
    Translation.finish(action);
    addDeviation(action, into, "distance-rmsd", values, squared);
  }

  private static void principalComponents(Action action, Translation into)
      throws UnreadException, IOException {
    into.units().checkFiles();
    if (action.has("ARG")) {
      throw new UnreadException("PCAVARS of other values (ARG) has no counterpart");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    Path file = into.file(action, "REFERENCE");
    int vectors = ReferenceFile.read(file).frames().size() - 1;
    values.put("reference", file);
    String fit = fit(action, "OPTIMAL-FAST");
    values.put("fit", fit);
    values.put("form", "normalised-as-given");
    values.put("weighted", fit.equals("optimal"));
    values.put("alignment-weights", "file");
    values.put("displacement-weights", "file");
    together(action, into, file, values);
    Translation.finish(action);
    for (long k = 1; k <= vectors; k++) {
      Map<String, Object> one = new LinkedHashMap<>(values);
      one.put("component", k);
      into.addLength(action, "eig-" + k, "principal-component", one);
    }
    into.addLength(action, "residual", "principal-component", with(values, "residual"));
  }

  /** What all paths over frames share: the frames, λ, and how they are laid over each other. */
  private static Map<String, Object> frames(Action action, Translation into, String fit)
      throws UnreadException, IOException {
    into.units().checkFiles();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("frames", into.file(action, "REFERENCE"));
    values.put("lambda", action.requireNumber("LAMBDA") * Math.pow(into.units().length(), -2));
    values.put("fit", fit);
    values.put("alignment-weights", "file");
    values.put("displacement-weights", "file");
    together(action, into, (Path) values.get("frames"), values);
    if (action.has("NEIGH_SIZE") || action.has("EPSILON")) {
      into.note(
          action,
          "all frames of the path count here in every frame, exactly: no neighbour list (NEIGH_SIZE)"
              + " and no close structure (EPSILON)");
    }
    action.ignore("NEIGH_SIZE", "NEIGH_STRIDE", "EPSILON", "LOG_CLOSE", "DEBUG_CLOSE");
    return values;
  }

  private static void path(Action action, Translation into) throws UnreadException, IOException {
    Map<String, Object> values = frames(action, into, "optimal");
    Translation.finish(action);
    into.addNumber(action, "sss", "path", with(values, "s"));
    addSquare(action, into, "zzz", with(values, "z"));
  }

  private static void addSquare(
      Action action, Translation into, String component, Map<String, Object> values) {
    double factor = Math.pow(into.units().length(), -2);
    into.add(action, component, "path", values, factor, Optional.empty(), "nm^2");
  }

  private static void propertyMap(Action action, Translation into)
      throws UnreadException, IOException {
    Map<String, Object> values = frames(action, into, "optimal");
    List<String> properties = action.requireList("PROPERTY");
    Translation.finish(action);
    for (String property : properties) {
      Map<String, Object> one = with(values, "s");
      one.put("property", property);
      into.addNumber(action, property, "path", one);
    }
    addSquare(action, into, "zzz", with(values, "z"));
  }

  private static void pathOfFrames(Action action, Translation into)
      throws UnreadException, IOException {
    String fit = fit(action, "OPTIMAL-FAST");
    Map<String, Object> values = frames(action, into, fit);
    boolean noS = action.flag("NOSPATH");
    boolean noZ = action.flag("NOZPATH");
    Translation.finish(action);
    if (!noS) {
      into.addNumber(action, "spath", "path", with(values, "s"));
    }
    if (!noZ) {
      addSquare(action, into, "zpath", with(values, "z"));
    }
  }
}
