package org.chikei.batch.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chikei.api.coordinate.Assembly;
import org.chikei.api.coordinate.Point;
import org.chikei.api.structure.AtomSelector;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.SubstructureSearch;
import org.chikei.batch.job.GroupText;
import org.chikei.batch.job.PointEntry;
import org.chikei.batch.job.PointText;
import org.chikei.batch.job.PointsText;
import org.chikei.batch.job.SelectedText;
import org.chikei.batch.text.Problems;

/** Looks up points: atoms by expressions and patterns, and centres of groups of them. */
final class PointFinder {
  private static final int MOST_LISTED = 12;

  private final Structure structure;
  private final AtomSelector selector;
  private final SubstructureSearch search;
  private final Groups groups;
  private final Problems problems;
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  /**
   * Makes a finder and looks up the groups.
   *
   * @param structure the structure with the job's masses
   * @param selector reads expressions
   * @param search finds patterns; null where none is installed
   * @param groups the groups of the job
   * @param problems receives what cannot be found
   */
  PointFinder(
      Structure structure,
      AtomSelector selector,
      SubstructureSearch search,
      Map<String, GroupText> groups,
      Problems problems) {
    this.structure = structure;
    this.selector = selector;
    this.search = search;
    this.problems = problems;
    this.groups = new Groups(groups, this::atoms);
    groups.forEach(
        (name, text) -> {
          String refusal = selector.refusal(structure, name);
          if (!refusal.isEmpty()) {
            problems.add(text.place(), text.path(), refusal);
          }
        });
    this.groups.resolve(problems);
  }

  /** What a reader of the results should know about how points were found. */
  Set<String> notes() {
    return notes;
  }

  /** What may make a centre mean something else than the author of the job thinks. */
  Set<String> warnings() {
    return warnings;
  }

  /** The points that a text names; null, with a problem, where they cannot be had. */
  List<Point> points(PointsText text) {
    List<Point> points = new ArrayList<>();
    boolean complete = true;
    for (PointEntry entry : text.entries()) {
      try {
        List<Point> found = points(entry);
        if (found.size() > 1 && text.entries().size() == text.maximum()) {
          throw new SelectionException(several(entry, found));
        }
        points.addAll(found);
      } catch (SelectionException e) {
        problems.add(entry.place(), entry.path(), e.getMessage());
        complete = false;
      }
    }
    if (complete && (points.size() < text.minimum() || points.size() > text.maximum())) {
      problems.add(
          text.place(),
          text.path(),
          text
              + " names "
              + points.size()
              + (points.size() == 1 ? " atom of " : " atoms of ")
              + structure.source()
              + ": "
              + labels(points)
              + "; must be "
              + text.accepted());
      return null;
    }
    return complete ? points : null;
  }

  private String several(PointEntry entry, List<Point> found) {
    return "'"
        + entry
        + "' names "
        + found.size()
        + " atoms of "
        + structure.source()
        + " where one is meant: "
        + labels(found)
        + "; write the number of one of them, or 'centre' for a point in their middle";
  }

  private String labels(List<Point> points) {
    String listed =
        points.stream()
            .limit(MOST_LISTED)
            .map(p -> p.isAtom() ? structure.atom(p.atom(0)).label() : p.label())
            .collect(Collectors.joining(", "));
    int more = points.size() - MOST_LISTED;
    return listed + (more > 0 ? " and " + more + " more" : "");
  }

  private List<Point> points(PointEntry entry) throws SelectionException {
    if (entry instanceof SelectedText text) {
      return text.selection().points(structure);
    }
    if (entry instanceof PointText text) {
      String name = text.expression().strip();
      GroupText group = groups.text(name);
      return group == null
          ? single(atoms(text))
          : group.centre().isPresent()
              ? List.of(centre(group, groups.atoms(name), name))
              : single(groups.atoms(name));
    }
    GroupText group = (GroupText) entry;
    int[] atoms = atoms(group);
    return group.centre().isPresent()
        ? List.of(centre(group, atoms, group.toString()))
        : single(atoms);
  }

  private static List<Point> single(int[] atoms) {
    return IntStream.of(atoms).mapToObj(Point::ofAtom).toList();
  }

  private int[] atoms(PointText text) throws SelectionException {
    if (text.expression().contains("within ")) {
      notes.add(
          "'within' counts distances in "
              + structure.source()
              + ", not in the frames: "
              + text.expression());
    }
    return selector.select(structure, groups, text.expression());
  }

  /** The atoms of a group, each once, in the order in which they are written. */
  private int[] atoms(GroupText group) throws SelectionException {
    Set<Integer> atoms = new LinkedHashSet<>();
    if (group.smarts().isEmpty()) {
      for (PointText text : group.atoms()) {
        IntStream.of(atoms(text)).forEach(atoms::add);
      }
    } else {
      matches(group).forEach(match -> IntStream.of(match).forEach(atoms::add));
    }
    return atoms.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<int[]> matches(GroupText group) throws SelectionException {
    if (search == null) {
      throw new SelectionException(
          "no bundle is installed that finds patterns; org.chikei.structure brings one");
    }
    List<int[]> matches = search.matches(structure, group.smarts());
    if (group.match() > matches.size()) {
      throw new SelectionException(
          "there is no match "
              + group.match()
              + " of '"
              + group.smarts()
              + "' in "
              + structure.source()
              + "; it matches "
              + times(matches));
    }
    boolean named = group.path().startsWith("groups.");
    if (group.match() == 0 && matches.size() > 1 && !named && group.centre().isEmpty()) {
      throw new SelectionException(
          "'"
              + group.smarts()
              + "' matches "
              + times(matches)
              + (isOneInKind(matches)
                  ? "; they differ in like atoms at the ends of bonds alone, so that 'match: 1' is as"
                      + " good as any"
                  : "; pick one with 'match', from 1, or make the pattern longer"));
    }
    return group.match() > 0 ? List.of(matches.get(group.match() - 1)) : matches;
  }

  /** Whether matches differ only in which of several like atoms on one atom they take. */
  private boolean isOneInKind(List<int[]> matches) {
    int[] degree = new int[structure.size()];
    int[] holder = new int[structure.size()];
    for (Bond bond : structure.bonds()) {
      degree[bond.first()]++;
      degree[bond.second()]++;
      holder[bond.first()] = bond.second();
      holder[bond.second()] = bond.first();
    }
    Set<List<String>> kinds = new HashSet<>();
    for (int[] match : matches) {
      kinds.add(
          IntStream.of(match)
              .mapToObj(
                  i ->
                      degree[i] == 1
                          ? structure.atom(i).element() + " on " + holder[i]
                          : String.valueOf(i))
              .toList());
    }
    return kinds.size() == 1;
  }

  private String times(List<int[]> matches) {
    StringBuilder text =
        new StringBuilder(matches.size() == 1 ? "once (" : matches.size() + " times (");
    for (int k = 0; k < Math.min(matches.size(), MOST_LISTED); k++) {
      text.append(k == 0 ? "" : "; ")
          .append(k + 1)
          .append(": ")
          .append(
              IntStream.of(matches.get(k))
                  .limit(MOST_LISTED)
                  .mapToObj(i -> structure.atom(i).label())
                  .collect(Collectors.joining(", ")));
    }
    int more = matches.size() - MOST_LISTED;
    return text.append(more > 0 ? "; and " + more + " more)" : ")").toString();
  }

  private Point centre(GroupText group, int[] atoms, String label) throws SelectionException {
    double[] weights = weights(group, atoms);
    int[] heavy = IntStream.range(0, atoms.length).filter(k -> weights[k] != 0).toArray();
    int[] sorted =
        IntStream.of(heavy)
            .boxed()
            .sorted((a, b) -> Integer.compare(atoms[a], atoms[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ascending = IntStream.of(sorted).map(k -> atoms[k]).toArray();
    double[] ofEach = IntStream.of(sorted).mapToDouble(k -> weights[k]).toArray();
    try {
      if (group.whole().equals("none")) {
        return Point.ofMean(ascending, ofEach, label);
      }
      int[] order = IntStream.of(heavy).map(k -> atoms[k]).toArray();
      Assembly assembly =
          group.whole().equals("order")
              ? Assembly.inOrder(order)
              : Assembly.alongBonds(structure, order);
      if (!group.whole().equals("order") && assembly.pieces() > 1) {
        warnings.add(
            "the atoms of "
                + label
                + " belong to "
                + assembly.pieces()
                + " molecules: in a periodic box each molecule is taken at the image nearest to the"
                + " one before, so that their centre means something only while they stay"
                + " together");
      }
      return Point.ofMean(ascending, ofEach, assembly, label);
    } catch (IllegalArgumentException e) {
      throw new SelectionException("the weights of a centre must have a sum above 0");
    }
  }

  private double[] weights(GroupText group, int[] atoms) throws SelectionException {
    if (group.centre().orElseThrow().equals("mass")) {
      return IntStream.of(atoms).mapToDouble(structure::mass).toArray();
    }
    if (group.weights().isEmpty()) {
      return IntStream.of(atoms).mapToDouble(i -> 1).toArray();
    }
    if (group.weights().size() != atoms.length) {
      throw new SelectionException(
          group.weights().size() + " weights for " + atoms.length + " atoms; give one an atom");
    }
    return group.weights().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
