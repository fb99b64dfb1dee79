package org.chikei.batch.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.coordinate.Period;
import org.chikei.api.job.DerivativeReport.Response;
import org.chikei.api.job.DerivativeReport.Row;
import org.chikei.api.job.DerivativeReport.Verdict;
import org.chikei.batch.engine.Trial;

/**
 * The test of one coordinate.
 *
 * <p>Atoms are moved one component at a time, and all of them along random directions. Gradients
 * are compared with fourth-order differences of values, second-order terms with such differences of
 * gradients, over two steps of which one is twice the other: as far as the two disagree, the
 * difference itself is in doubt, and an error counts only as far as it exceeds that.
 */
final class TrialRow {
  /**
   * How far a component of an atom is moved, in nm: where derivatives change over shorter lengths
   * than usual, as near a point where they do not exist, shorter steps are tried.
   */
  private static final double[] STEPS = {5e-5, 1.5e-6, 5e-8};

  /**
   * A slope that changes by more than this part of the steepest within a step makes no difference.
   */
  private static final double KINK = 0.05;

  private static final double GRADIENT_TOLERANCE = 1e-7;
  private static final double SECOND_TOLERANCE = 1e-5;
  private static final int RANDOM_DIRECTIONS = 6;

  /** With more atoms than these, single components are left to random directions. */
  private static final int MOST_ATOMS = 1000;

  private static final int MANY_RANDOM_DIRECTIONS = 60;

  private final CoordinateInfo info;
  private final Trial trial;
  private final int frames;
  private final int atoms;
  private final double[] masses;
  private final double[] positions;
  private final double[] boxes;
  private final Random random = new Random(20140101);

  private final double[] values;
  private final double[] steepest;
  private final double[] sharpest;
  private final double[] laplacians;
  private final double[] laplacianDifferences;
  private final double[] laplacianDoubts;
  private final double[] laplacianSizes;
  private final boolean[] tooSharp;
  private double gradientError;
  private double curvatureError;
  private String worst = "";

  TrialRow(CoordinateInfo info, Trial trial) {
    this.info = info;
    this.trial = trial;
    this.frames = trial.frames();
    this.masses = trial.masses();
    this.atoms = masses.length;
    this.positions = trial.positions();
    this.boxes = trial.boxes();
    this.values = new double[frames];
    this.steepest = new double[frames];
    this.sharpest = new double[frames];
    this.laplacians = new double[frames];
    this.laplacianDifferences = new double[frames];
    this.laplacianDoubts = new double[frames];
    this.laplacianSizes = new double[frames];
    this.tooSharp = new boolean[frames];
  }

  Row row() {
    boolean single = atoms <= MOST_ATOMS;
    double[][] directions = directions(single);
    scales(directions);
    int undefined = 0;
    int undifferentiable = 0;
    for (int j = 0; j < frames; j++) {
      undefined += Double.isNaN(values[j]) ? 1 : 0;
      undifferentiable +=
          !Double.isNaN(values[j]) && Double.isNaN(steepest[j] + laplacians[j]) ? 1 : 0;
    }
    for (int k = 0; k < directions.length; k++) {
      compare(directions[k], single && k < 3 * atoms ? k : -1);
    }
    boolean tested = sharpFrames() + undefined < frames;
    double laplacianError = single ? laplacianError() : Double.NaN;
    TrialSymmetries symmetries = new TrialSymmetries(trial, values, steepest, random);
    Response translation = symmetries.translation();
    Response rotation = symmetries.rotation();
    Response images = symmetries.images();
    return new Row(
        info,
        verdict(undefined, laplacianError),
        tested ? gradientError : Double.NaN,
        tested ? curvatureError : Double.NaN,
        tested ? laplacianError : Double.NaN,
        translation,
        rotation,
        images,
        undefined,
        remark(single, undefined, undifferentiable, laplacianError));
  }

  private Verdict verdict(int undefined, double laplacianError) {
    if (sharpFrames() + undefined == frames) {
      return Verdict.UNTESTED;
    }
    return gradientError > GRADIENT_TOLERANCE
            || curvatureError > SECOND_TOLERANCE
            || laplacianError > SECOND_TOLERANCE
            || outOfPeriod()
        ? Verdict.WRONG
        : Verdict.RIGHT;
  }

  private String remark(
      boolean single, int undefined, int undifferentiable, double laplacianError) {
    if (undefined == frames) {
      return "it exists in none of the frames";
    }
    if (sharpFrames() + undefined == frames) {
      return "it changes too sharply for differences in all frames, as near a point where it has no"
          + " derivative";
    }
    if (outOfPeriod()) {
      Period period = trial.period().orElseThrow();
      return String.format(
          Locale.ROOT,
          "a value lies outside of its period from %.6g to %.6g",
          period.minimum(),
          period.maximum());
    }
    if (gradientError > GRADIENT_TOLERANCE) {
      return "its gradient disagrees with differences of its value" + worst;
    }
    if (curvatureError > SECOND_TOLERANCE || laplacianError > SECOND_TOLERANCE) {
      return "its second-order terms disagree with differences of its gradient" + worst;
    }
    if (sharpFrames() > 0) {
      return "frames that could not be tested, since it changes too sharply there, as near a point"
          + " where it has no derivative: "
          + sharpFrames();
    }
    if (undifferentiable > 0) {
      return "in " + undifferentiable + " frames it has a value but not all derivatives";
    }
    return single ? "" : "the Laplacian of more than " + MOST_ATOMS + " atoms is not tested";
  }

  private int sharpFrames() {
    int count = 0;
    for (boolean sharp : tooSharp) {
      count += sharp ? 1 : 0;
    }
    return count;
  }

  private boolean outOfPeriod() {
    Period period = trial.period().orElse(null);
    return period != null
        && Arrays.stream(values).anyMatch(v -> v < period.minimum() || v > period.maximum());
  }

  /** One component of one atom at a time where they are few enough, then random ones. */
  private double[][] directions(boolean single) {
    int components = single ? 3 * atoms : 0;
    int more = single ? RANDOM_DIRECTIONS : MANY_RANDOM_DIRECTIONS;
    double[][] directions = new double[components + more][3 * atoms];
    for (int k = 0; k < components; k++) {
      directions[k][k] = 1;
    }
    for (int k = components; k < directions.length; k++) {
      double square = 0;
      for (int c = 0; c < 3 * atoms; c++) {
        directions[k][c] = random.nextGaussian();
        square += directions[k][c] * directions[k][c];
      }
      for (int c = 0; c < 3 * atoms; c++) {
        directions[k][c] /= Math.sqrt(square);
      }
    }
    return directions;
  }

  /** The largest derivatives of first and second order in each frame, which errors go with. */
  private void scales(double[][] directions) {
    for (double[] direction : directions) {
      trial.evaluate(positions, columns(direction), boxes);
      for (int j = 0; j < frames; j++) {
        steepest[j] = Math.max(steepest[j], Math.abs(trial.slopes()[j]));
        sharpest[j] = Math.max(sharpest[j], Math.abs(trial.curvatures()[j]));
      }
    }
    System.arraycopy(trial.values(), 0, values, 0, frames);
    System.arraycopy(trial.laplacians(), 0, laplacians, 0, frames);
    for (int j = 0; j < frames; j++) {
      // what is straight is compared with what it would bend over 1 nm
      sharpest[j] = Math.max(sharpest[j], steepest[j]);
    }
  }

  /** Compares along one direction; of a single component its part of the Laplacian is kept. */
  private void compare(double[] direction, int component) {
    double[] u = columns(direction);
    trial.evaluate(positions, u, boxes);
    double[] slopes = Arrays.copyOf(trial.slopes(), frames);
    double[] curvatures = Arrays.copyOf(trial.curvatures(), frames);
    Difference[] slopeOf = new Difference[frames];
    Difference[] bendOf = new Difference[frames];
    for (double step : STEPS) {
      differences(u, step, slopeOf, bendOf);
      boolean agrees = true;
      for (int j = 0; j < frames; j++) {
        agrees &= !(slopeOf[j].error(slopes[j]) > GRADIENT_TOLERANCE * steepest[j]);
        agrees &= !(bendOf[j].error(curvatures[j]) > SECOND_TOLERANCE * sharpest[j]);
      }
      if (agrees) {
        break;
      }
    }
    for (int j = 0; j < frames; j++) {
      tooSharp[j] |= slopeOf[j].doubt() == Double.POSITIVE_INFINITY;
      if (steepest[j] > 0 && !tooSharp[j]) {
        gradientError =
            larger(
                gradientError,
                slopeOf[j].error(slopes[j]) / steepest[j],
                GRADIENT_TOLERANCE,
                component);
        curvatureError =
            larger(
                curvatureError,
                bendOf[j].error(curvatures[j]) / sharpest[j],
                SECOND_TOLERANCE,
                component);
      }
      if (component >= 0) {
        double w = 1 / masses[component / 3];
        laplacianDifferences[j] += w * bendOf[j].value();
        laplacianDoubts[j] += w * bendOf[j].doubt();
        laplacianSizes[j] += w * sharpest[j];
      }
    }
  }

  /**
   * Differences along a direction with one step; in each frame they replace others that are more
   * doubtful.
   */
  private void differences(double[] u, double step, Difference[] slopeOf, Difference[] bendOf) {
    double[] fineSlope = new double[frames];
    double[] coarseSlope = new double[frames];
    double[] fineBend = new double[frames];
    double[] coarseBend = new double[frames];
    double[] kink = new double[frames];
    int[] steps = {1, 2, 4};
    // [8 (f(h) − f(−h)) − (f(2h) − f(−2h))] / 12 h
    double[] fine = {8, -1, 0};
    double[] coarse = {0, 4, -0.5};
    for (int k = 0; k < steps.length; k++) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        trial.evaluate(moved(u, sign * steps[k] * step), u, boxes);
        for (int j = 0; j < frames; j++) {
          double change = TrialSymmetries.difference(trial, trial.values()[j], values[j]);
          double factor = sign / (12 * step);
          fineSlope[j] += fine[k] * factor * change;
          coarseSlope[j] += coarse[k] * factor * change;
          fineBend[j] += fine[k] * factor * trial.slopes()[j];
          coarseBend[j] += coarse[k] * factor * trial.slopes()[j];
          kink[j] += k == 0 ? change / (2 * step) : 0;
        }
      }
    }
    for (int j = 0; j < frames; j++) {
      boolean sharp = Math.abs(kink[j]) > KINK * steepest[j];
      slopeOf[j] =
          better(
              slopeOf[j],
              new Difference(
                  fineSlope[j],
                  sharp
                      ? Double.POSITIVE_INFINITY
                      : Math.abs(fineSlope[j] - coarseSlope[j]) + 4 * Math.ulp(values[j]) / step));
      bendOf[j] =
          better(
              bendOf[j],
              new Difference(
                  fineBend[j],
                  sharp
                      ? Double.POSITIVE_INFINITY
                      : Math.abs(fineBend[j] - coarseBend[j]) + 4 * Math.ulp(steepest[j]) / step));
    }
  }

  private static Difference better(Difference known, Difference other) {
    return known == null || other.doubt() < known.doubt() ? other : known;
  }

  /**
   * A difference quotient.
   *
   * @param value what it is
   * @param doubt how far it may be wrong
   */
  private record Difference(double value, double doubt) {

    /** How far a derivative is from it beyond the doubt. */
    double error(double derivative) {
      return Math.max(0, Math.abs(derivative - value) - doubt);
    }
  }

  private double larger(double largest, double error, double tolerance, int component) {
    if (!(error > largest)) {
      return largest;
    }
    if (error > tolerance && worst.isEmpty() && component >= 0) {
      worst = ", first in " + "xyz".charAt(component % 3) + " of atom " + atom(component / 3);
    }
    return error;
  }

  private int atom(int row) {
    return trial.atoms()[row] + 1;
  }

  private double laplacianError() {
    double largest = 0;
    for (int j = 0; j < frames; j++) {
      double error = Math.abs(laplacians[j] - laplacianDifferences[j]) - laplacianDoubts[j];
      if (laplacianSizes[j] > 0 && !tooSharp[j] && error / laplacianSizes[j] > largest) {
        largest = error / laplacianSizes[j];
      }
    }
    return largest;
  }

  private double[] moved(double[] direction, double step) {
    double[] moved = positions.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] += step * direction[k];
    }
    return moved;
  }

  /** The same direction in every frame. */
  private double[] columns(double[] direction) {
    double[] columns = new double[3 * atoms * frames];
    for (int k = 0; k < 3 * atoms; k++) {
      Arrays.fill(columns, k * frames, (k + 1) * frames, direction[k]);
    }
    return columns;
  }
}
