package org.chikei.api.analysis;

import org.chikei.api.result.StepResult;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes the accumulators of an analysis and turns the merged one into a result. Thread-safe. */
@ConsumerType
public interface Collector {

  /**
   * An accumulator that has seen nothing.
   *
   * @return a new accumulator
   */
  Accumulator accumulator();

  /**
   * Makes the result.
   *
   * @param all the accumulator that has seen every sample
   * @param context results of other steps, and what became known during the run
   * @return the result
   * @throws StepFailure if what was seen does not make a result; the other steps of the job go on
   */
  StepResult finish(Accumulator all, FinishContext context) throws StepFailure;
}
