package org.chikei.api.coordinate;

import java.io.IOException;
import org.chikei.api.Declaration;
import org.chikei.api.parameter.ParameterException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes coordinates of one type. Register it as a service with the properties of {@link
 * org.chikei.api.ServiceProperties}; {@code chikei.type} equals the declaration's type.
 * Thread-safe.
 */
@ConsumerType
public interface CollectiveVariableProvider {

  /**
   * What the type is called, what it means and which parameters it takes.
   *
   * @return the declaration; the same at each call
   */
  Declaration declaration();

  /**
   * Makes a coordinate.
   *
   * @param request what the job says and what is at hand
   * @return the coordinate
   * @throws ParameterException if values that are valid one by one do not go together
   * @throws IOException if a file that a parameter names cannot be read; an {@link
   *     org.chikei.api.InputException} with file and place if its content is at fault
   */
  Coordinate create(CoordinateRequest request) throws ParameterException, IOException;
}
