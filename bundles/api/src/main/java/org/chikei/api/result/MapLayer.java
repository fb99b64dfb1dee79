package org.chikei.api.result;

/** What is drawn over a function of two variables, see {@link Exhibit.Field}. */
public sealed interface MapLayer {

  /**
   * A place with its name.
   *
   * @param label its name, one to a few characters
   * @param x where along the horizontal axis
   * @param y where along the vertical axis
   * @param kind what it is
   */
  record Place(String label, double x, double y, PlaceKind kind) implements MapLayer {}

  /** What a place is. */
  enum PlaceKind {
    /** A minimum, drawn as a disc. */
    MINIMUM,
    /** A saddle, drawn as a cross. */
    SADDLE
  }

  /**
   * A line.
   *
   * @param x its points along the horizontal axis; NaN breaks the line
   * @param y its points along the vertical axis
   * @param kind what it is
   */
  record Line(double[] x, double[] y, LineKind kind) implements MapLayer {}

  /** What a line is. */
  enum LineKind {
    /** A path, drawn boldly. */
    PATH,
    /** A stream line, drawn finely with the heads of arrows along it, from first to last point. */
    STREAM
  }

  /**
   * A vector field, drawn as arrows.
   *
   * @param along the component along the horizontal axis, by cell as the values of the field; NaN
   *     where there is none
   * @param across the component along the vertical axis
   * @param weights how much each cell counts where several make one arrow; NaN for nothing
   */
  record Arrows(double[][] along, double[][] across, double[][] weights) implements MapLayer {}

  /**
   * Hatching of the cells whose value is not known from zero.
   *
   * @param errors the standard errors, by cell as the values of the field; a cell without one is
   *     hatched
   * @param multiple how many of them a value must be away from zero
   */
  record Doubt(double[][] errors, double multiple) implements MapLayer {}
}
