package org.chikei.api.model;

import org.chikei.api.Declaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes models of one type. Register it as a service with the properties of {@link
 * org.chikei.api.ServiceProperties}; {@code chikei.type} equals the declaration's type.
 * Thread-safe.
 */
@ConsumerType
public interface ModelProvider {

  /**
   * What the type is called, what it is and which parameters it takes.
   *
   * @return the declaration; the same at each call
   */
  Declaration declaration();

  /**
   * Makes a model.
   *
   * @param parameters the job's values, validated, defaults filled in
   * @return the model
   * @throws ParameterException if values that are valid one by one do not go together
   */
  Model create(Parameters parameters) throws ParameterException;
}
