package org.chikei.trajectory.series;

import java.io.IOException;

/** How a format writes its table: what stands before the rows, and what may stand between them. */
interface Dialect {

  /** What a line is. */
  enum Kind {
    /** Numbers. */
    ROW,
    /** Nothing, or a comment. */
    BETWEEN,
    /** A header that repeats the first: what follows may be of another run. */
    RESTART,
    /** The end of a set of rows; the next is a segment of its own. */
    BREAK
  }

  /**
   * Reads what stands before the first row, which becomes the next line again.
   *
   * @param lines the lines of a file, before the first
   * @param timeColumn what the job says of the time, or nothing
   * @return what the lines tell, numbers of the rows left out
   * @throws IOException if the file cannot be read or does not begin as the format does
   */
  SeriesHead begin(LineStream lines, String timeColumn) throws IOException;

  /**
   * What the line at hand is, after the first row.
   *
   * @param lines the lines
   * @return the kind
   * @throws IOException if it is a header that contradicts the first
   */
  Kind kind(LineStream lines) throws IOException;
}
