package org.chikei.api.model;

import java.util.Optional;
import org.chikei.api.coordinate.Period;

/**
 * A variable of a model.
 *
 * @param name its name, which a job can use as that of a coordinate
 * @param period the circle on which it lives, empty where it is not periodic
 */
public record ModelVariable(String name, Optional<Period> period) {

  /**
   * A variable on a line.
   *
   * @param name its name
   * @return the variable
   */
  public static ModelVariable of(String name) {
    return new ModelVariable(name, Optional.empty());
  }
}
