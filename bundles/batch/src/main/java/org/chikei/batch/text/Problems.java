package org.chikei.batch.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.chikei.api.job.JobException;
import org.chikei.api.job.Problem;

/** Collects what is wrong with a job, so that all of it can be said at once. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Makes an empty collection. */
  public Problems() {}

  /**
   * Adds a problem.
   *
   * @param place where it is
   * @param path the key at fault, such as {@code coordinates[2].type}; may be empty
   * @param message what is wrong with it and what is accepted
   */
  public void add(Place place, String path, String message) {
    found.add(place.problem(path.isEmpty() ? message : path + ": " + message));
  }

  /**
   * Whether there is none.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * How many there are so far.
   *
   * @return the number
   */
  public int size() {
    return found.size();
  }

  /**
   * Takes back what was added last.
   *
   * @param size how many to keep
   * @return those that were taken back
   */
  public List<Problem> takeBack(int size) {
    List<Problem> last = found.subList(size, found.size());
    List<Problem> taken = List.copyOf(last);
    last.clear();
    return taken;
  }

  /**
   * The problems, in the order of the file.
   *
   * @return the problems
   */
  public List<Problem> sorted() {
    List<Problem> sorted = new ArrayList<>(new LinkedHashSet<>(found));
    sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return sorted;
  }

  /**
   * Refuses the job if anything is wrong with it.
   *
   * @throws JobException with all problems
   */
  public void refuse() throws JobException {
    if (!found.isEmpty()) {
      throw new JobException(sorted());
    }
  }
}
