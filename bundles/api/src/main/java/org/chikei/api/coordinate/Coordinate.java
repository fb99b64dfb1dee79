package org.chikei.api.coordinate;

import java.util.List;
import java.util.Optional;

/**
 * A coordinate that a job can ask for: a {@link CollectiveVariable}, a function of points of the
 * structure; a {@link CompositeVariable}, a function of other coordinates; or a {@link
 * ColumnVariable}, which the source carries itself.
 */
public sealed interface Coordinate permits CollectiveVariable, CompositeVariable, ColumnVariable {

  /**
   * The unit of its values.
   *
   * @return for instance {@code nm} or {@code rad}; empty for a pure number
   */
  String unit();

  /**
   * The circle on which it lives.
   *
   * @return the period; empty where it is not periodic
   */
  default Optional<Period> period() {
    return Optional.empty();
  }

  /**
   * The highest order of derivatives that its own formula gives: 1 for the gradient, 2 for the
   * second-order terms too. Where it is 1, the second-order terms are made by differentiating the
   * gradient.
   *
   * @return 1 or 2
   */
  default int order() {
    return 1;
  }

  /**
   * What was assumed or left out when it was made and the reader of a result should know, such as
   * frames of a reference file that are not used; each a sentence. They become notes of the job.
   *
   * @return the notes, empty as a rule
   */
  default List<String> notes() {
    return List.of();
  }
}
