package org.chikei.api.job;

import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;

/**
 * What a test of the coordinates of a job on frames of its own input found: derivatives against
 * finite differences, and what happens when the system is moved, turned, or cut by its box.
 *
 * @param frames how many frames were looked at
 * @param rows one row a coordinate, in the order of the job
 * @param warnings sentences that say what is not as it should be and what to do
 */
public record DerivativeReport(int frames, List<Row> rows, List<String> warnings) {

  /** Copies the lists. */
  public DerivativeReport {
    rows = List.copyOf(rows);
    warnings = List.copyOf(warnings);
  }

  /**
   * Whether no coordinate was found wrong.
   *
   * @return true if so
   */
  public boolean right() {
    return rows.stream().noneMatch(row -> row.verdict() == Verdict.WRONG);
  }

  /** What a row amounts to. */
  public enum Verdict {
    /** Every derivative agrees with the differences. */
    RIGHT,
    /** A derivative disagrees. */
    WRONG,
    /** Nothing could be compared. */
    UNTESTED
  }

  /**
   * What was found of one coordinate. An error is the largest over frames and directions, divided
   * by the largest derivative of its order in the same frame; NaN where nothing could be compared.
   *
   * @param coordinate the coordinate
   * @param verdict what it amounts to
   * @param gradientError of the gradient
   * @param curvatureError of vᵀHv along single atoms and random directions
   * @param laplacianError of the mass-weighted Laplacian
   * @param translation what moving everything by the same vector does to the value
   * @param rotation what turning everything, the box included, does to the value
   * @param images what putting atoms into other images of the box does to the value
   * @param undefinedFrames in how many frames the coordinate does not exist
   * @param remark a sentence that says what is wrong or could not be tested; empty as a rule
   */
  public record Row(
      CoordinateInfo coordinate,
      Verdict verdict,
      double gradientError,
      double curvatureError,
      double laplacianError,
      Response translation,
      Response rotation,
      Response images,
      int undefinedFrames,
      String remark) {}

  /** What a motion does to a value. */
  public enum Response {
    /** It stays, but for rounding. */
    SAME,
    /** It changes. */
    CHANGES,
    /** There was nothing to move, or no box. */
    NONE
  }
}
