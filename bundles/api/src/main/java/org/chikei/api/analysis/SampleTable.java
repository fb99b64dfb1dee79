package org.chikei.api.analysis;

import java.util.HashMap;
import java.util.Map;

/**
 * A sample block that is filled column by column: for sources whose samples come from elsewhere
 * than a trajectory, and for testing a step. Columns that nobody put in are refused with their
 * name.
 */
public final class SampleTable implements SampleBlock {
  private final int size;
  private final Map<String, double[]> columns = new HashMap<>();
  private int from;
  private int to;
  private int segment;
  private long firstInSegment;
  private int run;

  /**
   * Makes a table without columns.
   *
   * @param size the number of frames, all of which belong to the block until {@link #own} says
   *     otherwise
   */
  public SampleTable(int size) {
    this.size = size;
    this.to = size;
  }

  /**
   * Says which frames belong to the block and where they are.
   *
   * @param newFrom the first entry
   * @param newTo one past the last entry
   * @param newSegment the segment's number
   * @param newFirstInSegment how many frames of the segment come before the first entry
   * @return this table
   */
  public SampleTable own(int newFrom, int newTo, int newSegment, long newFirstInSegment) {
    from = newFrom;
    to = newTo;
    segment = newSegment;
    firstInSegment = newFirstInSegment;
    return this;
  }

  /**
   * Says which run the frames belong to.
   *
   * @param newRun the run's number
   * @return this table
   */
  public SampleTable ofRun(int newRun) {
    run = newRun;
    return this;
  }

  /**
   * Puts in the times.
   *
   * @param column one entry a frame
   * @return this table
   */
  public SampleTable withTimes(double[] column) {
    return with("times", column);
  }

  /**
   * Puts in the weights.
   *
   * @param column one entry a frame
   * @return this table
   */
  public SampleTable withWeights(double[] column) {
    return with("weights", column);
  }

  /**
   * Puts in the values of a coordinate.
   *
   * @param coordinate which one
   * @param column one entry a frame
   * @return this table
   */
  public SampleTable withValues(int coordinate, double[] column) {
    return with("values " + coordinate, column);
  }

  /**
   * Puts in the velocities of a coordinate.
   *
   * @param kinetics where they are from
   * @param coordinate which one
   * @param column one entry a frame
   * @return this table
   */
  public SampleTable withVelocities(Kinetics kinetics, int coordinate, double[] column) {
    return with(kinetics.word() + " velocities " + coordinate, column);
  }

  /**
   * Puts in the accelerations of a coordinate.
   *
   * @param kinetics where they are from
   * @param coordinate which one
   * @param column one entry a frame
   * @return this table
   */
  public SampleTable withAccelerations(Kinetics kinetics, int coordinate, double[] column) {
    return with(kinetics.word() + " accelerations " + coordinate, column);
  }

  /**
   * Puts in the metric of two coordinates, for both orders of them.
   *
   * @param a the one coordinate
   * @param b the other coordinate
   * @param column one entry a frame
   * @return this table
   */
  public SampleTable withMetric(int a, int b, double[] column) {
    with("metric " + b + " " + a, column);
    return with("metric " + a + " " + b, column);
  }

  /**
   * Puts in what one atom adds to the metric of a coordinate.
   *
   * @param coordinate which one
   * @param atom which of its atoms
   * @param column one entry a frame
   * @return this table
   */
  public SampleTable withMetricShare(int coordinate, int atom, double[] column) {
    return with("share " + coordinate + " " + atom, column);
  }

  private SampleTable with(String name, double[] column) {
    if (column.length < size) {
      throw new IllegalArgumentException(name + ": " + column.length + " entries for " + size);
    }
    columns.put(name, column);
    return this;
  }

  private double[] column(String name) {
    double[] column = columns.get(name);
    if (column == null) {
      throw new IllegalStateException("the sample table has no column '" + name + "'");
    }
    return column;
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  @Override
  public int end() {
    return size;
  }

  @Override
  public int segment() {
    return segment;
  }

  @Override
  public long firstInSegment() {
    return firstInSegment;
  }

  @Override
  public int run() {
    return run;
  }

  @Override
  public double[] times() {
    return column("times");
  }

  @Override
  public double[] weights() {
    return columns.get("weights");
  }

  @Override
  public double[] values(int coordinate) {
    return column("values " + coordinate);
  }

  @Override
  public double[] velocities(Kinetics kinetics, int coordinate) {
    return column(kinetics.word() + " velocities " + coordinate);
  }

  @Override
  public double[] accelerations(Kinetics kinetics, int coordinate) {
    return column(kinetics.word() + " accelerations " + coordinate);
  }

  @Override
  public double[] metric(int a, int b) {
    return column("metric " + a + " " + b);
  }

  @Override
  public double[] metricShare(int coordinate, int atom) {
    return column("share " + coordinate + " " + atom);
  }
}
