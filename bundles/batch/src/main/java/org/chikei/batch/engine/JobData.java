package org.chikei.batch.engine;

import java.util.List;
import java.util.Optional;
import org.chikei.api.analysis.Kinetics;

/**
 * The data of a job and what makes samples of them.
 *
 * @param files the trajectory files, read in this order
 * @param selection which frames are used
 * @param weights their weights; null where every frame weighs 1
 * @param masses one mass an atom in amu
 * @param kT the thermal energy in kJ/mol or in reduced units
 * @param reduced whether the source is in reduced units
 * @param kinetics the kinetics that the job demands; empty for {@code auto}
 * @param coordinates the coordinates of the job
 */
public record JobData(
    List<InputFile> files,
    Selection selection,
    FrameWeights weights,
    double[] masses,
    double kT,
    boolean reduced,
    Optional<Kinetics> kinetics,
    List<JobCoordinate> coordinates) {

  /** Copies the lists. */
  public JobData {
    files = List.copyOf(files);
    coordinates = List.copyOf(coordinates);
  }
}
