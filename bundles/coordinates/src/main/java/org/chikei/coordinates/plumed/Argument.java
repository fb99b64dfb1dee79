package org.chikei.coordinates.plumed;

import java.util.Optional;
import org.chikei.api.coordinate.Period;

/**
 * A value of the input that other actions can take.
 *
 * @param label what the input calls it, such as {@code d} or {@code d.x}
 * @param name the coordinate that it is here; empty for a constant
 * @param factor the input's number is so many times the coordinate's; of a constant the number
 * @param period the circle on which the input has it, in the input's numbers
 * @param unit the coordinate's unit; empty for a pure number
 */
record Argument(String label, String name, double factor, Optional<Period> period, String unit) {

  /** Whether it is the same number in all frames. */
  boolean isConstant() {
    return name.isEmpty();
  }
}
