package org.chikei.batch.engine;

import java.util.List;
import java.util.Optional;
import org.chikei.api.analysis.Kinetics;
import org.chikei.batch.windows.Restraints;

/**
 * The data of a job and what makes samples of them.
 *
 * @param source where they come from
 * @param selection which frames are used
 * @param weights their weights; null where every frame weighs 1 or the source has them itself
 * @param columnWeights the column of the source that has them; null where there is none
 * @param restraints what the parts of the source were restrained by, a window each; null where they
 *     were not
 * @param biased the coordinates that the bias which weights undo is a function of, numbers from 0;
 *     empty where that is not known
 * @param kT the thermal energy in kJ/mol or in reduced units
 * @param reduced whether the source is in reduced units
 * @param kinetics the kinetics that the job demands; empty for {@code auto}
 * @param coordinates the coordinates of the job
 */
public record JobData(
    SampleSource source,
    Selection selection,
    FrameWeights weights,
    ColumnWeights columnWeights,
    Restraints restraints,
    List<Integer> biased,
    double kT,
    boolean reduced,
    Optional<Kinetics> kinetics,
    List<JobCoordinate> coordinates) {

  /** Copies the lists. */
  public JobData {
    coordinates = List.copyOf(coordinates);
    biased = List.copyOf(biased);
  }

  /** Whether frames have weights. */
  boolean weighted() {
    return weights != null || columnWeights != null || restraints != null;
  }
}
