package org.chikei.batch.inspection;

import java.util.Arrays;
import java.util.Random;
import org.chikei.api.job.DerivativeReport.Response;
import org.chikei.batch.engine.Trial;

/** Whether a coordinate feels that everything is moved, turned, or put into other images. */
final class TrialSymmetries {
  /** Values that differ by no more than this part of their size or slope are the same. */
  private static final double SAME = 1e-9;

  private final Trial trial;
  private final int frames;
  private final int atoms;
  private final double[] positions;
  private final double[] boxes;
  private final double[] values;
  private final double[] steepest;
  private final Random random;

  /**
   * Prepares.
   *
   * @param trial the coordinate
   * @param values its values in the frames
   * @param steepest its largest slopes there, per nm
   * @param random chooses the rotation and the images
   */
  TrialSymmetries(Trial trial, double[] values, double[] steepest, Random random) {
    this.trial = trial;
    this.frames = trial.frames();
    this.atoms = trial.masses().length;
    this.positions = trial.positions();
    this.boxes = trial.boxes();
    this.values = values.clone();
    this.steepest = steepest.clone();
    this.random = random;
  }

  Response translation() {
    double[] shifted = positions.clone();
    for (int k = 0; k < 3 * atoms; k++) {
      double shift = new double[] {0.123, -0.071, 0.0917}[k % 3];
      for (int j = 0; j < frames; j++) {
        shifted[k * frames + j] += shift;
      }
    }
    return response(shifted, boxes);
  }

  Response rotation() {
    double[] q = new double[4];
    double norm = 0;
    for (int k = 0; k < 4; k++) {
      q[k] = random.nextGaussian();
      norm += q[k] * q[k];
    }
    double s = 2 / norm;
    double[] matrix = {
      1 - s * (q[2] * q[2] + q[3] * q[3]),
      s * (q[1] * q[2] - q[0] * q[3]),
      s * (q[1] * q[3] + q[0] * q[2]),
      s * (q[1] * q[2] + q[0] * q[3]),
      1 - s * (q[1] * q[1] + q[3] * q[3]),
      s * (q[2] * q[3] - q[0] * q[1]),
      s * (q[1] * q[3] - q[0] * q[2]),
      s * (q[2] * q[3] + q[0] * q[1]),
      1 - s * (q[1] * q[1] + q[2] * q[2])
    };
    return response(turned(positions, matrix), turned(boxes, matrix));
  }

  private double[] turned(double[] columns, double[] matrix) {
    double[] turned = new double[columns.length];
    for (int v = 0; v < columns.length / (3 * frames); v++) {
      for (int d = 0; d < 3; d++) {
        for (int e = 0; e < 3; e++) {
          for (int j = 0; j < frames; j++) {
            turned[(3 * v + d) * frames + j] +=
                matrix[3 * d + e] * columns[(3 * v + e) * frames + j];
          }
        }
      }
    }
    return turned;
  }

  /** Puts each atom into an image of its own. */
  Response images() {
    if (Arrays.stream(boxes).allMatch(b -> b == 0)) {
      return Response.NONE;
    }
    double[] scattered = positions.clone();
    for (int a = 0; a < atoms; a++) {
      for (int k = 0; k < 3; k++) {
        int turns = random.nextInt(3) - 1;
        for (int d = 0; d < 3; d++) {
          for (int j = 0; j < frames; j++) {
            scattered[(3 * a + d) * frames + j] += turns * boxes[(3 * k + d) * frames + j];
          }
        }
      }
    }
    return response(scattered, boxes);
  }

  private Response response(double[] moved, double[] in) {
    trial.evaluate(moved, new double[moved.length], in);
    boolean any = false;
    for (int j = 0; j < frames; j++) {
      double change = Math.abs(difference(trial, trial.values()[j], values[j]));
      double size = Math.max(steepest[j], Math.abs(values[j]));
      if (Double.isNaN(values[j])) {
        continue;
      }
      any = true;
      if (!(change <= SAME * size)) {
        return Response.CHANGES;
      }
    }
    return any ? Response.SAME : Response.NONE;
  }

  /** The difference of two values, the nearest one on a circle. */
  static double difference(Trial trial, double a, double b) {
    return trial.period().map(p -> p.nearest(a - b)).orElse(a - b);
  }
}
