package org.chikei.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SeriesRecording;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.text.Words;

/**
 * The motion that the frames show, with velocities and accelerations that came along or, where
 * these will not do, from differences.
 *
 * @param motions the motion along each coordinate
 * @param used where velocities and accelerations are from
 * @param why a sentence
 * @param undefined how many frames had no value
 */
record MotionChoice(List<Motion> motions, Kinetics used, String why, long undefined) {
  /**
   * The part of a change of velocity that accelerations may leave unexplained: a vibration with ωh
   * = 0.87. Beyond, no rule of integration follows the motion.
   */
  private static final double MOST_UNEXPLAINED = 0.003;

  /** The part of ⟨ṙ²⟩ that plain differences may lose: ωh = 0.5. */
  private static final double MOST_LOST = 0.06;

  private static final int FEWEST_FRAMES = 100;

  /**
   * Chooses.
   *
   * @param recording the values of every coordinate, or these with velocity and acceleration
   * @param coordinates the coordinates
   * @param overview what was known before the run
   * @param context what became known
   * @param frames what is asked of the frames
   * @param direct whether velocities and accelerations were recorded
   * @throws StepFailure if no motion can be had of the frames
   */
  static MotionChoice of(
      SeriesRecording recording,
      List<CoordinateInfo> coordinates,
      DataOverview overview,
      FinishContext context,
      EvenFrames frames,
      boolean direct)
      throws StepFailure {
    int each = direct ? 3 : 1;
    Gathered gathered = gather(recording, each * coordinates.size());
    if (gathered.frames() < FEWEST_FRAMES) {
      throw new StepFailure(
          gathered.frames()
              + " frames of '"
              + coordinates.get(0).name()
              + "' are too few for a memory kernel");
    }
    double h = context.spacing();
    List<Motion> carried = new ArrayList<>();
    String why = "the frames carry no velocities and forces; differences of the values are used";
    if (direct) {
      why = null;
      for (int a = 0; a < coordinates.size(); a++) {
        Motion motion = gathered.motion(h, coordinates.get(a), 3 * a);
        carried.add(motion);
        why = why == null ? whyNot(motion, coordinates.get(a), overview, context, frames) : why;
      }
      if (why == null) {
        return new MotionChoice(
            carried,
            Kinetics.DIRECT,
            "velocities and accelerations came with the frames and follow each other",
            gathered.undefined);
      }
    }
    List<Motion> differences = new ArrayList<>();
    for (int a = 0; a < coordinates.size(); a++) {
      differences.add(
          differences(
              gathered,
              each * a,
              coordinates.get(a),
              overview,
              frames,
              h,
              direct ? carried.get(a) : null));
    }
    return new MotionChoice(
        differences,
        Kinetics.SERIES,
        overview.requested() == Kinetics.SERIES ? "the job asks for it" : why,
        gathered.undefined);
  }

  /** Why velocities and accelerations that came along will not do; null where they will. */
  private static String whyNot(
      Motion motion,
      CoordinateInfo coordinate,
      DataOverview overview,
      FinishContext context,
      EvenFrames frames)
      throws StepFailure {
    boolean halfStep = context.halfStepVelocities();
    if (!halfStep && motion.unexplained() < MOST_UNEXPLAINED) {
      return null;
    }
    if (overview.requested() == Kinetics.DIRECT) {
      throw new StepFailure(
          halfStep
              ? "the velocities of '"
                  + coordinate.name()
                  + "' belong to another time than its values; use kinetics: series"
              : tooFar(frames, coordinate.name(), motion.step(), speed(motion)));
    }
    return halfStep
        ? "the velocities belong to another time than the positions, so differences of the values"
            + " are used"
        : "the accelerations do not account for the changes of velocity (constraints, random forces"
            + " or frames too far apart), so differences of the values are used";
  }

  private static Motion differences(
      Gathered gathered,
      int column,
      CoordinateInfo coordinate,
      DataOverview overview,
      EvenFrames frames,
      double h,
      Motion carried)
      throws StepFailure {
    String name = coordinate.name();
    double[] values = gathered.columns[column];
    double lost = Motion.lost(coordinate.period(), gathered.starts, values);
    if (!(lost <= MOST_LOST)) {
      double apparent = 2 / h * Math.asin(Math.sqrt(Math.min(1, lost)));
      throw new StepFailure(
          lost <= 1
              ? tooFar(frames, name, h, carried == null ? apparent : speed(carried))
              : still(name));
    }
    refuseRounding(overview, gathered.starts, values, h, name, frames);
    Motion differences = Motion.ofSeries(h, coordinate.period(), gathered.starts, values);
    if (differences.frames() < FEWEST_FRAMES) {
      throw new StepFailure(
          "the unbroken runs of '" + name + "' are too short for a memory kernel");
    }
    return differences;
  }

  private static String still(String name) {
    return "'" + name + "' does not move; a memory kernel is that of something that does";
  }

  private static double speed(Motion motion) {
    return Math.sqrt(motion.squaredAcceleration() / motion.squaredVelocity());
  }

  private static String tooFar(EvenFrames frames, String name, double h, double omega) {
    return "frames "
        + frames.time(h, 3)
        + " apart in time are longer apart than '"
        + name
        + "' remembers its motion, so that no memory kernel can be had of them; "
        + frames.closer(h, omega);
  }

  private static void refuseRounding(
      DataOverview overview, int[] starts, double[] r, double h, String name, EvenFrames frames)
      throws StepFailure {
    if (!(overview.resolution() > 0)) {
      return;
    }
    double square = 0;
    long count = 0;
    for (int s = 0; s + 1 < starts.length; s++) {
      for (int j = starts[s] + 1; j < starts[s + 1] - 1; j++) {
        double second = r[j + 1] - 2 * r[j] + r[j - 1];
        square += second * second;
        count++;
      }
    }
    double noise = 6 * overview.resolution() * overview.resolution() / 12;
    if (noise > 0.05 * square / count) {
      throw new StepFailure(
          "values kept to "
              + Words.number(overview.resolution(), 1)
              + " make second differences of '"
              + name
              + "' at a spacing of "
              + frames.time(h, 3)
              + " mostly noise; save more digits, or velocities and forces");
    }
  }

  /** Columns without the frames that lack a value, cut where these were. */
  private record Gathered(int[] starts, double[][] columns, long undefined) {
    int frames() {
      return starts[starts.length - 1];
    }

    Motion motion(double step, CoordinateInfo coordinate, int column) {
      return new Motion(
          step,
          coordinate.period(),
          starts,
          columns[column],
          columns[column + 1],
          columns[column + 2]);
    }
  }

  private static Gathered gather(SeriesRecording recording, int count) {
    if (recording.segments() == 1) {
      double[][] columns = segment(recording, 0, count);
      if (Arrays.stream(columns).allMatch(MotionChoice::finite)) {
        return new Gathered(new int[] {0, columns[0].length}, columns, 0);
      }
    }
    double[][] columns = new double[count][Math.toIntExact(recording.frames())];
    List<Integer> starts = new ArrayList<>(List.of(0));
    int at = 0;
    for (int s = 0; s < recording.segments(); s++) {
      double[][] segment = segment(recording, s, count);
      for (int j = 0; j < segment[0].length; j++) {
        boolean exists = true;
        for (double[] column : segment) {
          exists &= Double.isFinite(column[j]);
        }
        if (exists) {
          for (int c = 0; c < count; c++) {
            columns[c][at] = segment[c][j];
          }
          at++;
        } else if (starts.get(starts.size() - 1) < at) {
          starts.add(at);
        }
      }
      if (starts.get(starts.size() - 1) < at) {
        starts.add(at);
      }
    }
    long undefined = recording.frames() - at;
    for (int c = 0; c < count && undefined > 0; c++) {
      columns[c] = Arrays.copyOf(columns[c], at);
    }
    return new Gathered(starts.stream().mapToInt(Integer::intValue).toArray(), columns, undefined);
  }

  private static double[][] segment(SeriesRecording recording, int segment, int count) {
    double[][] columns = new double[count][];
    for (int c = 0; c < count; c++) {
      columns[c] = recording.column(segment, c);
    }
    return columns;
  }

  private static boolean finite(double[] column) {
    boolean finite = true;
    for (double each : column) {
      finite &= Double.isFinite(each);
    }
    return finite;
  }
}
