package org.chikei.batch.job;

import java.util.List;
import java.util.Optional;
import org.chikei.batch.text.Place;

/**
 * The windows of a source, as a person wrote them: one a file, or one a run of a model.
 *
 * @param of the restrained coordinates
 * @param centres the centres, {@code [window][coordinate]}; empty where a table has them
 * @param constants the force constants likewise; one row alone where they are the same in all
 *     windows
 * @param file a table of both; empty where the job itself has them
 * @param inForces whether forces include those of the restraints
 * @param place where they stand
 */
public record WindowsText(
    List<NameText> of,
    double[][] centres,
    double[][] constants,
    Optional<FileText> file,
    boolean inForces,
    Place place) {

  /** Copies the list. */
  public WindowsText {
    of = List.copyOf(of);
  }

  /**
   * The force constants of a window.
   *
   * @param window its number from 0
   * @return one a coordinate
   */
  public double[] constants(int window) {
    return constants.length == 1 ? constants[0] : constants[window];
  }
}
