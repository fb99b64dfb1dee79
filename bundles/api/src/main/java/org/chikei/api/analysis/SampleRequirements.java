package org.chikei.api.analysis;

/**
 * What a step wants to see of each frame beside the values of its coordinates. What nobody wants is
 * not computed.
 *
 * @param kinetics whether velocities and accelerations are wanted, from every kind of {@link
 *     Kinetics} that the input allows; the metric comes with them
 * @param crossMetric whether the metric of different coordinates is wanted too
 * @param metricShares whether each atom's share of the metric is wanted
 * @param halo how many frames before and after its own a block should show
 */
public record SampleRequirements(
    boolean kinetics, boolean crossMetric, boolean metricShares, int halo) {

  /** Values alone. */
  public static final SampleRequirements VALUES = new SampleRequirements(false, false, false, 0);
}
