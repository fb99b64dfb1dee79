package org.chikei.coordinates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.coordinates.reference.ReferenceFile;
import org.chikei.coordinates.reference.ReferenceFrame;

/**
 * The frames of a reaction path in mass-weighted coordinates, each turned onto the one before, and
 * the run of them that is used: where steps fold back on themselves at the ends, the frames there
 * are left out.
 *
 * <p>A step folds back where the path turns by more than a right angle, or where two frames are
 * nearer to each other than the file says that the path between them is long (by a number {@code s}
 * in each comment line), by more than 1 % beyond what turning explains: a walk downhill that
 * zigzags across the floor of a valley does that.
 */
final class PathFrames {
  private static final double SHORT = 0.99;
  private static final int LEAST = 3;
  private static final double SAME = 1e-9;

  private final ReferenceFile file;
  private final double[][] positions;
  private final double[] steps;
  private final double[] stated;
  private final int first;
  private final int last;

  /**
   * Takes frames.
   *
   * @param masses one mass an atom, in amu
   * @param fit how frames may be moved
   * @throws InputException if there are fewer than three frames, two that follow each other are the
   *     same, or the path is not one curve
   */
  PathFrames(Path path, ReferenceFile file, double[] masses, Fitting fit) throws InputException {
    this.file = file;
    List<ReferenceFrame> frames = file.frames();
    if (frames.size() < LEAST) {
      throw new InputException(
          path,
          "holds "
              + frames.size()
              + (frames.size() == 1 ? " frame" : " frames")
              + "; a reaction path needs three or more");
    }
    this.positions = new double[frames.size()][];
    Turning turning = new Turning(3 * masses.length);
    for (int f = 0; f < positions.length; f++) {
      positions[f] = weighted(frames.get(f).positions(), masses, fit != Fitting.NONE);
      if (f > 0 && fit == Fitting.OPTIMAL) {
        turning.turn(positions[f], positions[f - 1]);
      }
    }
    this.steps = steps();
    this.stated = stated(frames);
    int[] run = longestRun();
    this.first = run[0];
    this.last = run[1];
    if (2 * (last - first) < steps.length || last - first + 1 < LEAST) {
      throw file.fault(
          first > 0 ? first : last,
          "the path folds back on itself here, and again and again: no piece of it is longer than"
              + " frames "
              + first
              + "–"
              + last
              + "; give the frames in their order along the path");
    }
  }

  private static double[] weighted(double[] x, double[] masses, boolean centred) {
    for (int d = 0; d < 3; d++) {
      double sum = 0;
      double mass = 0;
      for (int p = 0; p < masses.length; p++) {
        sum += masses[p] * x[3 * p + d];
        mass += masses[p];
      }
      for (int p = 0; p < masses.length; p++) {
        x[3 * p + d] = Math.sqrt(masses[p]) * (x[3 * p + d] - (centred ? sum / mass : 0));
      }
    }
    return x;
  }

  private double[] steps() throws InputException {
    double[] lengths = new double[positions.length - 1];
    for (int k = 0; k < lengths.length; k++) {
      double sum = 0;
      for (int c = 0; c < positions[k].length; c++) {
        double step = positions[k + 1][c] - positions[k][c];
        sum += step * step;
      }
      lengths[k] = Math.sqrt(sum);
    }
    double mean = Arrays.stream(lengths).average().orElseThrow();
    for (int k = 0; k < lengths.length; k++) {
      if (!(lengths[k] > SAME * mean) || mean < SAME * size(positions[k])) {
        throw file.fault(
            k + 1, "the structure is the same as that of the frame before; leave it out");
      }
    }
    return lengths;
  }

  private static double size(double[] x) {
    return Math.sqrt(FootPoint.dot(x, x));
  }

  /** The arc lengths that the file states, or null. */
  private static double[] stated(List<ReferenceFrame> frames) {
    double[] stated = new double[frames.size()];
    for (int f = 0; f < stated.length; f++) {
      try {
        stated[f] = Double.parseDouble(frames.get(f).remarks().getOrDefault("s", ""));
      } catch (NumberFormatException e) {
        return null;
      }
      if (!Double.isFinite(stated[f]) || f > 0 && stated[f] == stated[f - 1]) {
        return null;
      }
    }
    return stated;
  }

  /** The frames between which no step folds back: the first and the last of the most. */
  private int[] longestRun() {
    double[] turns = turns();
    double[] parts = partsOfStated();
    int[] longest = {0, 0};
    int from = 0;
    for (int k = 0; k <= steps.length; k++) {
      boolean folds = k == steps.length || isShort(k, turns, parts);
      boolean turnsBack = k < steps.length && turns[k] < 0;
      if (folds || turnsBack) {
        if (k - from > longest[1] - longest[0]) {
          longest = new int[] {from, k};
        }
        from = folds ? k + 1 : k;
      }
    }
    return longest;
  }

  /** The cosine of the angle between each step and the one before; 1 for the first one. */
  private double[] turns() {
    double[] turns = new double[steps.length];
    Arrays.fill(turns, 1);
    for (int k = 1; k < steps.length; k++) {
      double sum = 0;
      for (int c = 0; c < positions[k].length; c++) {
        sum += (positions[k + 1][c] - positions[k][c]) * (positions[k][c] - positions[k - 1][c]);
      }
      turns[k] = sum / (steps[k] * steps[k - 1]);
    }
    return turns;
  }

  /** How long each step is in parts of what is stated, 1 as a rule; null if nothing is. */
  private double[] partsOfStated() {
    if (stated == null) {
      return null;
    }
    double[] parts = new double[steps.length];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = steps[k] / Math.abs(stated[k + 1] - stated[k]);
    }
    double[] sorted = parts.clone();
    Arrays.sort(sorted);
    double usual = sorted[sorted.length / 2];
    for (int k = 0; k < parts.length; k++) {
      parts[k] /= usual;
    }
    return parts;
  }

  private static boolean isShort(int k, double[] turns, double[] parts) {
    if (parts == null) {
      return false;
    }
    double cosine = Math.min(turns[k], k + 1 < turns.length ? turns[k + 1] : 1);
    double angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
    // a chord of an arc that turns by the angle
    return parts[k] < SHORT * (1 - angle * angle / 24);
  }

  /** The curve through the frames that are used. */
  ReactionPath path(double tolerance) {
    double[][] used = Arrays.copyOfRange(positions, first, last + 1);
    SmoothingSpline curve =
        SmoothingSpline.through(used, Arrays.copyOfRange(steps, first, last), tolerance);
    return new ReactionPath(curve, zero(curve));
  }

  /** Where the file states that s is zero; the first frame if it does not. */
  private double zero(SmoothingSpline spline) {
    for (int k = first; stated != null && k < last; k++) {
      double a = stated[k];
      double b = stated[k + 1];
      if (a == 0 || a * b <= 0) {
        double part = a / (a - b);
        return spline.place(k - first)
            + part * (spline.place(k + 1 - first) - spline.place(k - first));
      }
    }
    return spline.place(0);
  }

  /** The mean length of the steps that are used, in amu^½ nm. */
  double spacing() {
    return Arrays.stream(steps, first, last).average().orElseThrow();
  }

  /** What a reader of results should know. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (first > 0 || last < steps.length) {
      StringBuilder note =
          new StringBuilder("the path folds back on itself in the steps from frames ");
      if (first > 0) {
        note.append(range(0, first - 1));
      }
      if (first > 0 && last < steps.length) {
        note.append(" and ");
      }
      if (last < steps.length) {
        note.append(range(last, steps.length - 1));
      }
      note.append(" (counted from 0) to the next; they are not followed, and the path is frames ");
      notes.add(note.append(range(first, last)).toString());
    }
    return notes;
  }

  private static String range(int from, int to) {
    return from == to ? String.valueOf(from) : from + "–" + to;
  }

  /** Turns one structure onto another. */
  private static final class Turning {
    private final SymmetricMatrix matrix = new SymmetricMatrix(4);
    private final double[] correlation = new double[9];
    private final double[] rotation = new double[9];
    private final double[] turned;

    Turning(int size) {
      turned = new double[size];
    }

    void turn(double[] x, double[] onto) {
      Arrays.fill(correlation, 0);
      for (int i = 0; i < x.length; i += 3) {
        for (int k = 0; k < 9; k++) {
          correlation[k] += x[i + k / 3] * onto[i + k % 3];
        }
      }
      Quaternions.rotation(correlation, matrix, rotation);
      for (int i = 0; i < x.length; i++) {
        int row = 3 * (i % 3);
        int at = i - i % 3;
        turned[i] =
            rotation[row] * x[at] + rotation[row + 1] * x[at + 1] + rotation[row + 2] * x[at + 2];
      }
      System.arraycopy(turned, 0, x, 0, x.length);
    }
  }
}
