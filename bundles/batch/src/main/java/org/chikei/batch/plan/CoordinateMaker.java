package org.chikei.batch.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chikei.api.InputException;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.Problem;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.structure.Structure;
import org.chikei.batch.engine.JobCoordinate;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.job.JobDescription.CoordinateText;
import org.chikei.batch.job.NameText;
import org.chikei.batch.job.PointsText;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.registry.Provider;
import org.chikei.batch.text.Problems;

/** Makes the coordinates of a job, each after those that it is made of. */
final class CoordinateMaker {
  private static final int MOST_ATOMS_WITH_SHARES = 64;
  private static final int MOST_POINTS_NAMED = 12;

  private final Loan loan;
  private final Optional<Structure> structure;
  private final List<SeriesColumn> columns;
  private final Values values;
  private final Problems problems;
  private final Attempts attempts;
  private final Map<String, String> unmade = new LinkedHashMap<>();
  private final Map<String, JobCoordinate> made = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /** Makes coordinates of atoms. */
  CoordinateMaker(
      Loan loan, Structure structure, Values values, Problems problems, Attempts attempts) {
    this(loan, Optional.of(structure), List.of(), values, problems, attempts);
  }

  /** Makes coordinates of columns. */
  CoordinateMaker(
      Loan loan, List<SeriesColumn> columns, Values values, Problems problems, Attempts attempts) {
    this(loan, Optional.empty(), columns, values, problems, attempts);
  }

  private CoordinateMaker(
      Loan loan,
      Optional<Structure> structure,
      List<SeriesColumn> columns,
      Values values,
      Problems problems,
      Attempts attempts) {
    this.attempts = attempts;
    this.loan = loan;
    this.structure = structure;
    this.columns = columns;
    this.values = values;
    this.problems = problems;
  }

  /**
   * Makes coordinates.
   *
   * @param texts the coordinates as they are written, each after those that it is made of
   * @param optional the names of those that need not be made
   * @return those that could be made
   * @throws IOException if a file cannot be used
   * @throws JobCancelledException if the job was cancelled meanwhile
   */
  List<JobCoordinate> make(List<CoordinateText> texts, Set<String> optional)
      throws IOException, JobCancelledException {
    for (CoordinateText text : texts) {
      int before = problems.size();
      try {
        make(text);
      } catch (InputException e) {
        if (!optional.contains(text.name())) {
          throw e;
        }
        notes.add("coordinate '" + text.name() + "' cannot be made: " + e.getMessage());
      }
      if (optional.contains(text.name())) {
        if (unmade.containsKey(text.name())) {
          notes.add(
              "coordinate '" + text.name() + "' cannot be made: " + unmade.remove(text.name()));
        }
        for (Problem problem : problems.takeBack(before)) {
          notes.add("coordinate '" + text.name() + "' cannot be made: " + problem);
        }
      }
    }
    return List.copyOf(made.values());
  }

  /** Sentences on coordinates that were left out, and what coordinates say of themselves. */
  List<String> notes() {
    return notes;
  }

  /** Why coordinates could not be made through no fault of the job, by name. */
  Map<String, String> unmade() {
    return unmade;
  }

  private void make(CoordinateText text) throws IOException, JobCancelledException {
    Provider<CollectiveVariableProvider> provider =
        loan.provider(CollectiveVariableProvider.class, text.type()).orElseThrow();
    Parameters parameters = values.resolve(text.values());
    List<Coordinate> components = new ArrayList<>();
    for (NameText name : text.components()) {
      JobCoordinate component = made.get(name.name());
      if (component != null) {
        components.add(component.coordinate());
      } else if (unmade.containsKey(name.name())) {
        unmade.putIfAbsent(text.name(), unmade.get(name.name()));
      }
    }
    if (parameters == null || components.size() < text.components().size()) {
      return;
    }
    CollectiveVariableProvider maker = loan.borrow(provider).orElseThrow();
    CoordinateRequest request =
        new CoordinateRequest(text.name(), parameters, structure, components, columns);
    try {
      Made coordinate =
          attempts.make(
              "the coordinate '" + text.name() + "'",
              "made",
              provider,
              () -> make(text, request, maker, provider));
      if (coordinate == null) {
        withoutAtoms(text);
      } else if (weighs(text, coordinate.atoms)) {
        made.put(text.name(), coordinate.coordinate);
        coordinate.notes.forEach(n -> notes.add("coordinate '" + text.name() + "': " + n));
      }
    } catch (ParameterException e) {
      problems.add(
          JobDescription.placeOf(text.node(), e.parameter()),
          text.path() + "." + e.parameter(),
          e.getMessage());
    } catch (Attempts.Failed e) {
      unmade.put(text.name(), e.getMessage());
    }
  }

  /** A coordinate with all that it is asked before it is evaluated. */
  private record Made(JobCoordinate coordinate, TreeSet<Integer> atoms, List<String> notes) {}

  /** Makes a coordinate; null where it is a function of atoms and there are none. */
  private Made make(
      CoordinateText text,
      CoordinateRequest request,
      CollectiveVariableProvider maker,
      Provider<?> provider)
      throws ParameterException, IOException {
    try {
      Coordinate coordinate = maker.create(request);
      if (structure.isEmpty() && coordinate instanceof CollectiveVariable) {
        return null;
      }
      TreeSet<Integer> atoms = new TreeSet<>();
      collectAtoms(coordinate, atoms);
      CoordinateInfo info = info(text, request.parameters(), coordinate, atoms);
      return new Made(
          new JobCoordinate(info, coordinate, provider), atoms, List.copyOf(coordinate.notes()));
    } catch (NoSuchElementException e) {
      if (structure.isPresent()) {
        throw e;
      }
      return null;
    }
  }

  private void withoutAtoms(CoordinateText text) {
    problems.add(
        JobDescription.placeOf(text.node(), "type"),
        text.path() + ".type",
        "'"
            + text.type()
            + "' is a function of atoms, and the source has none; use what it holds itself, or a source"
            + " with a trajectory");
  }

  /** Whether every atom of a coordinate has a mass; the inverse of none is no metric. */
  private boolean weighs(CoordinateText text, TreeSet<Integer> atoms) {
    for (int atom : atoms) {
      if (!(structure.orElseThrow().mass(atom) > 0)) {
        problems.add(
            JobDescription.placeOf(text.node(), "atoms"),
            text.path(),
            "atom "
                + structure.orElseThrow().atom(atom).label()
                + " has no mass; give it one in source.masses or leave it out");
        return false;
      }
    }
    return true;
  }

  private CoordinateInfo info(
      CoordinateText text, Parameters parameters, Coordinate coordinate, TreeSet<Integer> atoms) {
    List<String> points = new ArrayList<>();
    text.values().forEach((key, value) -> collectPoints(value, parameters.value(key), points));
    return new CoordinateInfo(
        text.name(),
        text.type(),
        coordinate.unit(),
        coordinate.period(),
        atoms.size() > MOST_ATOMS_WITH_SHARES ? List.of() : List.copyOf(atoms),
        points);
  }

  private static void collectAtoms(Coordinate coordinate, TreeSet<Integer> into) {
    if (coordinate instanceof CollectiveVariable variable) {
      for (Point point : variable.points()) {
        for (int k = 0; k < point.size(); k++) {
          into.add(point.atom(k));
        }
      }
    } else if (coordinate instanceof CompositeVariable composite) {
      composite.components().forEach(c -> collectAtoms(c, into));
    }
  }

  /** What to call the points: those that are few one by one, many as the job does. */
  private void collectPoints(Object written, Optional<Object> found, List<String> into) {
    if (written instanceof PointsText text) {
      List<?> points = found.map(List.class::cast).orElse(List.of());
      if (points.size() > MOST_POINTS_NAMED) {
        text.entries().forEach(entry -> into.add(entry.toString()));
      } else {
        points.forEach(point -> into.add(label((Point) point)));
      }
    } else if (written instanceof List<?> list) {
      list.forEach(v -> collectPoints(v, Optional.empty(), into));
    } else if (written instanceof Map<?, ?> map) {
      map.values().forEach(v -> collectPoints(v, Optional.empty(), into));
    }
  }

  private String label(Point point) {
    return point.isAtom() ? structure.orElseThrow().atom(point.atom(0)).label() : point.label();
  }
}
