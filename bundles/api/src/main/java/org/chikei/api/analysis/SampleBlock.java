package org.chikei.api.analysis;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Samples of a step's coordinates in consecutive frames of one segment, in columns. Coordinates are
 * numbered from 0 in the order in which the step names them. The frames that belong to the block
 * are {@code from() … to() − 1}; entries before and after them are the halo that a step asked for,
 * as far as the segment has it.
 *
 * <p>Arrays are shared and must not be changed; they are valid during the call that received the
 * block.
 */
@ProviderType
public interface SampleBlock {

  /**
   * The first entry that belongs to the block.
   *
   * @return an index into every column
   */
  int from();

  /**
   * One past the last entry that belongs to the block.
   *
   * @return an index into every column
   */
  int to();

  /**
   * One past the last entry that the columns hold; {@code to()} unless there is a halo.
   *
   * @return an index into every column
   */
  int end();

  /**
   * The segment, an unbroken run in time, that the frames belong to.
   *
   * @return its number from 0 in the order of the input
   */
  int segment();

  /**
   * The place of the first frame within its segment.
   *
   * @return how many frames of the segment come before the entry {@code from()}
   */
  long firstInSegment();

  /**
   * The run that the segment belongs to: the number of the file where it begins. Runs are
   * independent of each other, and each may have been under a restraint of its own.
   *
   * @return its number from 0 in the order of the input
   */
  default int run() {
    return 0;
  }

  /**
   * The times.
   *
   * @return one column in the time unit of the source (ps for a trajectory); NaN where there is
   *     none
   */
  double[] times();

  /**
   * The weights of the frames.
   *
   * @return one column, or null where every frame weighs 1
   */
  double[] weights();

  /**
   * The values of a coordinate.
   *
   * @param coordinate which one, from 0
   * @return one column in the coordinate's unit; NaN where it does not exist
   */
  double[] values(int coordinate);

  /**
   * The velocities Ṙ of a coordinate.
   *
   * @param kinetics {@link Kinetics#DIRECT} or {@link Kinetics#SERIES}
   * @param coordinate which one, from 0
   * @return one column in the coordinate's unit a ps; NaN in a frame without
   */
  double[] velocities(Kinetics kinetics, int coordinate);

  /**
   * The accelerations R̈ of a coordinate: (12), its average over momenta, or the second difference.
   *
   * @param kinetics where from
   * @param coordinate which one, from 0
   * @return one column in the coordinate's unit a ps²; NaN in a frame without
   */
  double[] accelerations(Kinetics kinetics, int coordinate);

  /**
   * The inverse-mass metric g_ab (25).
   *
   * @param a the one coordinate, from 0
   * @param b the other coordinate, from 0
   * @return one column in the product of their units a nm² amu; NaN where it does not exist
   */
  double[] metric(int a, int b);

  /**
   * What one atom adds to the metric of a coordinate, |∇ᵢR|²/mᵢ.
   *
   * @param coordinate which one, from 0
   * @param atom which of {@link CoordinateInfo#atoms}, from 0
   * @return one column in the unit of the metric
   */
  double[] metricShare(int coordinate, int atom);
}
