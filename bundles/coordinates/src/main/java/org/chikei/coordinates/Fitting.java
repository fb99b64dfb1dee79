package org.chikei.coordinates;

import java.util.Locale;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;

/** How a reference structure is laid over a conformation. */
enum Fitting {
  /** Centres together, and rotated by the least squares of the distances. */
  OPTIMAL,
  /** Centres together. */
  CENTRE,
  /** As it stands. */
  NONE;

  private static final String FIT = "fit";

  /** Declares the choice, the first one by default. */
  static ParameterDeclaration declaration() {
    return ParameterDeclaration.optional(
        FIT,
        ParameterType.Choice.of(OPTIMAL.word(), CENTRE.word(), NONE.word()),
        OPTIMAL.word(),
        "",
        "How the reference is laid over each frame: 'optimal' shifted and rotated, 'centre' shifted"
            + " alone, 'none' left where it is.");
  }

  /** What a request chooses. */
  static Fitting of(CoordinateRequest request) {
    return valueOf(request.parameters().text(FIT).toUpperCase(Locale.ROOT));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
