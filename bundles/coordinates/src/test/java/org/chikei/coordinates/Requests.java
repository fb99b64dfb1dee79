package org.chikei.coordinates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;

/** Coordinates as jobs ask for them. */
final class Requests {
  private Requests() {}

  /**
   * Makes a coordinate with the default values of its declaration and others.
   *
   * @param more keys and values in turn
   */
  static Coordinate make(CollectiveVariableProvider provider, Structure structure, Object... more)
      throws ParameterException, IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDeclaration parameter : provider.declaration().parameters()) {
      parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value));
    }
    for (int k = 0; k < more.length; k += 2) {
      values.put((String) more[k], more[k + 1]);
    }
    return provider.create(
        new CoordinateRequest(
            "r", new Parameters(values), Optional.ofNullable(structure), List.of()));
  }

  /** What is wrong with a request: the key and the message. */
  static String refusal(CollectiveVariableProvider provider, Structure structure, Object... more)
      throws IOException {
    try {
      make(provider, structure, more);
      return "accepted";
    } catch (ParameterException e) {
      return e.parameter() + ": " + e.getMessage();
    }
  }

  /** Single atoms by their numbers. */
  static List<Point> atoms(int... numbers) {
    List<Point> points = new ArrayList<>();
    for (int number : numbers) {
      points.add(Point.ofAtom(number - 1));
    }
    return points;
  }

  /** A structure of carbon atoms with the masses 10, 20, 30 … */
  static Structure carbons(double[][] positions) {
    List<Atom> atoms = new ArrayList<>();
    double[] flat = new double[3 * positions.length];
    for (int i = 0; i < positions.length; i++) {
      atoms.add(new Atom(i + 1, "C", "C" + (i + 1), "UNK", 1, "", 10.0 * (i + 1)));
      System.arraycopy(positions[i], 0, flat, 3 * i, 3);
    }
    return new Structure(atoms, List.of(), false, flat, "test");
  }

  /** A coordinate of points, defaults filled in, without a structure. */
  static CollectiveVariable variable(CollectiveVariableProvider provider, Map<String, Object> given)
      throws ParameterException {
    return (CollectiveVariable) coordinate(provider, given, Optional.empty());
  }

  /** A coordinate, defaults filled in. */
  static Coordinate coordinate(
      CollectiveVariableProvider provider, Map<String, Object> given, Optional<Structure> structure)
      throws ParameterException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDeclaration parameter : provider.declaration().parameters()) {
      parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value));
    }
    values.putAll(given);
    try {
      return provider.create(
          new CoordinateRequest("r", new Parameters(values), structure, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
