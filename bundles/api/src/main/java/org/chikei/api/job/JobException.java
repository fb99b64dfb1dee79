package org.chikei.api.job;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A job that cannot be run as it is written; holds everything that is wrong with it, all at once.
 */
public class JobException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  private final transient List<Problem> problems;

  /**
   * Makes an exception.
   *
   * @param problems what is wrong, at least one thing, in the order of the file
   */
  public JobException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong.
   *
   * @return at least one problem, in the order of the file
   */
  public List<Problem> problems() {
    return problems;
  }
}
