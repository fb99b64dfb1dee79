package org.chikei.api.analysis;

import org.chikei.api.Declaration;
import org.chikei.api.parameter.ParameterException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of analysis. Register it as a service with the properties of {@link
 * org.chikei.api.ServiceProperties}; {@code chikei.type} equals the declaration's type.
 * Thread-safe.
 */
@ConsumerType
public interface AnalysisStep {

  /**
   * What the step is called, what it does and which parameters it takes beside {@code step}, {@code
   * of} and {@code name}.
   *
   * @return the declaration; the same at each call
   */
  Declaration declaration();

  /**
   * The smallest number of coordinates that the step takes.
   *
   * @return at least 1
   */
  int minimumCoordinates();

  /**
   * The largest number of coordinates that the step takes.
   *
   * @return at least {@link #minimumCoordinates}
   */
  int maximumCoordinates();

  /**
   * Prepares an analysis. No data are read yet: everything that can be wrong with the job is found
   * here.
   *
   * @param request what the job says
   * @return the analysis
   * @throws ParameterException if values that are valid one by one do not go together
   */
  Analysis prepare(StepRequest request) throws ParameterException;
}
