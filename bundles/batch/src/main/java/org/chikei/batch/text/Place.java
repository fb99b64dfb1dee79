package org.chikei.batch.text;

import org.chikei.api.job.Problem;

/**
 * Where something stands.
 *
 * @param file the job file as the person named it, or {@code --set}
 * @param line from 1; 0 where there is none
 * @param column from 1; 0 where there is none
 */
public record Place(String file, int line, int column) {

  /**
   * A problem here.
   *
   * @param message what is wrong
   * @return the problem
   */
  public Problem problem(String message) {
    return new Problem(file, line, column, message);
  }
}
