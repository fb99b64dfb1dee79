package org.chikei.trajectory.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;

/**
 * The steps and times of what a file keeps over time: written out row by row, or as the increment
 * from row to row. Each of the two may be missing.
 */
final class Timing {
  /** Steps and times of one element. */
  private final Line steps;

  private final Line times;
  private final double timeUnit;

  /** One of the two: an array, or a line; both null and NaN where it is missing. */
  private record Line(Hdf5Array array, double first, double increment) {
    static final Line NONE = new Line(null, Double.NaN, Double.NaN);

    boolean exists() {
      return array != null || !Double.isNaN(increment);
    }

    boolean isSame(Line other) {
      return array == null
          ? other.array == null && first == other.first && increment == other.increment
          : array.isSame(other.array);
    }
  }

  private Timing(Line steps, Line times, double timeUnit) {
    this.steps = steps;
    this.times = times;
    this.timeUnit = timeUnit;
  }

  /** Of rows that are not told when they were. */
  static Timing none() {
    return new Timing(Line.NONE, Line.NONE, 1);
  }

  /** Of times alone. */
  static Timing of(Hdf5Array times, double unit) {
    return new Timing(Line.NONE, new Line(times, 0, 0), unit);
  }

  /**
   * Of an element of H5MD.
   *
   * @param file the file
   * @param element the group that holds value, step and time
   * @param unit the unit of time in ps
   */
  static Timing of(Hdf5File file, Group element, double unit) throws IOException {
    return new Timing(line(file, element, "step"), line(file, element, "time"), unit);
  }

  private static Line line(Hdf5File file, Group element, String name) throws IOException {
    Node node = file.child(element, name);
    if (!(node instanceof Dataset dataset)) {
      return Line.NONE;
    }
    String path = element.getName() + "/" + name;
    Hdf5Array array = Hdf5Array.of(file, path, dataset);
    if (array.shape().length == 0) {
      double increment = file.scalar(dataset);
      if (!(Math.abs(increment) < 1e30)) {
        throw file.file().fault("'" + path + "' is not a number");
      }
      return new Line(null, file.number(dataset, "offset", 0), increment);
    }
    if (array.shape().length > 1) {
      throw file.file().fault("'" + path + "' is not a list of numbers");
    }
    return new Line(array, 0, 0);
  }

  /** How many rows it can tell of. */
  long rows() {
    long rows = steps.array == null ? Long.MAX_VALUE : steps.array.rows();
    return times.array == null ? rows : Math.min(rows, times.array.rows());
  }

  boolean hasTimes() {
    return times.exists();
  }

  /** Whether rows of the same number are of the same moment. */
  boolean isSame(Timing other) {
    if (steps.exists() && other.steps.exists()) {
      return steps.isSame(other.steps);
    }
    return times.isSame(other.times) && timeUnit == other.timeUnit;
  }

  /** Whether moments can be told from each other by their steps here and there. */
  boolean sharesSteps(Timing other) {
    return steps.exists() && other.steps.exists();
  }

  /** Looks rows up, for one thread. */
  Clock clock() {
    return new Clock();
  }

  /** Steps and times row by row. */
  final class Clock {
    private final Hdf5Reader stepReader = steps.array == null ? null : steps.array.reader();
    private final Hdf5Reader timeReader = times.array == null ? null : times.array.reader();

    /** The time of a row in ps; NaN where there is none. */
    double time(long row) throws IOException {
      double time = at(times, timeReader, row) * timeUnit;
      return Math.abs(time) < 1e30 ? time : Double.NaN;
    }

    /** What tells the moment of a row: its step, or its time. */
    double moment(long row, boolean bySteps) throws IOException {
      return bySteps ? at(steps, stepReader, row) : time(row);
    }

    private static double at(Line line, Hdf5Reader reader, long row) throws IOException {
      if (reader == null) {
        return line.first + row * line.increment;
      }
      reader.seek(row);
      return reader.number();
    }

    /**
     * The row of a moment.
     *
     * @param moment what tells it
     * @param bySteps whether that is a step
     * @param rows how many rows there are
     * @param hint the row to look at first
     * @return the row, or −1 if there is none
     */
    long rowOf(double moment, boolean bySteps, long rows, long hint) throws IOException {
      for (long row = hint; row >= 0 && row < Math.min(rows, hint + 2); row++) {
        if (isAt(row, moment, bySteps)) {
          return row;
        }
      }
      long low = 0;
      long high = rows - 1;
      while (low <= high) {
        long middle = low + high >>> 1;
        if (isAt(middle, moment, bySteps)) {
          return middle;
        }
        if (moment(middle, bySteps) < moment) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return -1;
    }

    private boolean isAt(long row, double moment, boolean bySteps) throws IOException {
      double slack = bySteps ? 0 : 1e-6 * Math.abs(moment);
      return Math.abs(moment(row, bySteps) - moment) <= slack;
    }
  }
}
