package org.chikei.batch.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.chikei.api.structure.NamedGroups;
import org.chikei.api.structure.SelectionException;
import org.chikei.batch.job.GroupText;
import org.chikei.batch.text.Problems;

/** The groups of a job, each looked up when it is first asked for. */
final class Groups implements NamedGroups {

  /** Finds the atoms of a group. */
  interface Lookup {
    /**
     * The atoms.
     *
     * @param group the group
     * @return their indices from 0
     * @throws SelectionException if there are none
     */
    int[] atoms(GroupText group) throws SelectionException;
  }

  private final Map<String, GroupText> texts;
  private final Lookup lookup;
  private final Map<String, int[]> found = new HashMap<>();
  private final Deque<String> asked = new ArrayDeque<>();

  /**
   * Makes groups of which none is looked up yet.
   *
   * @param texts the groups as they are written
   * @param lookup finds their atoms, with the help of these groups
   */
  Groups(Map<String, GroupText> texts, Lookup lookup) {
    this.texts = texts;
    this.lookup = lookup;
  }

  /** Looks all groups up; what is wrong with one is said once, where it stands. */
  void resolve(Problems problems) {
    texts.forEach(
        (name, text) -> {
          try {
            atoms(name);
          } catch (SelectionException e) {
            problems.add(text.place(), text.path(), e.getMessage());
          }
        });
  }

  /** A group as it is written; null where there is none of that name. */
  GroupText text(String name) {
    return texts.get(name);
  }

  @Override
  public Set<String> names() {
    return texts.keySet();
  }

  @Override
  public int[] atoms(String name) throws SelectionException {
    int[] known = found.get(name);
    if (known != null) {
      return known;
    }
    if (asked.contains(name)) {
      Set<String> circle = new LinkedHashSet<>();
      asked.descendingIterator().forEachRemaining(circle::add);
      throw new SelectionException(
          circle.size() == 1
              ? "the group '" + name + "' is made of itself"
              : "a circle: the groups " + String.join(", ", circle) + " are made of each other");
    }
    asked.push(name);
    try {
      int[] atoms = lookup.atoms(texts.get(name));
      found.put(name, atoms);
      return atoms;
    } finally {
      asked.pop();
    }
  }
}
