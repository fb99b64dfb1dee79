package org.chikei.trajectory.hdf5;

/**
 * What a file keeps of one quantity.
 *
 * @param values its numbers, a row a moment
 * @param factor what they are multiplied by
 * @param timing when the rows are
 */
record Element(Hdf5Array values, double factor, Timing timing) {

  /** How many rows there are. */
  long rows() {
    return Math.min(values.rows(), timing.rows());
  }
}
