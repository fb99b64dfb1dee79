package org.chikei.batch.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.batch.text.Problems;

/** Puts coordinates after those that they are made of, and finds circles. */
final class ComponentOrder {
  private final Map<String, JobDescription.CoordinateText> byName;
  private final CoordinateNames names;
  private final Problems problems;
  private final Set<String> done = new HashSet<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final List<JobDescription.CoordinateText> sorted = new ArrayList<>();

  ComponentOrder(
      Map<String, JobDescription.CoordinateText> byName, CoordinateNames names, Problems problems) {
    this.byName = byName;
    this.names = names;
    this.problems = problems;
  }

  List<JobDescription.CoordinateText> sorted() {
    byName.values().forEach(this::visit);
    return sorted;
  }

  private void visit(JobDescription.CoordinateText text) {
    if (!done.add(text.name())) {
      return;
    }
    path.addLast(text.name());
    for (NameText component : text.components()) {
      JobDescription.CoordinateText next = byName.get(component.name());
      if (path.contains(component.name()) && !component.name().equals(text.name())) {
        problems.add(
            component.place(),
            component.path(),
            "a circle: '"
                + component.name()
                + "' is made of '"
                + text.name()
                + "', which cannot be made of it");
      } else if (next != null) {
        visit(next);
      } else if (!names.contains(component.name())) {
        names.unknown(component, problems);
      }
    }
    path.removeLast();
    sorted.add(text);
  }
}
