package org.chikei.landscape.profile;

import java.util.Set;
import org.chikei.api.analysis.Kinetics;

/**
 * Which sums a bin holds and where: count, weight and weighted value, then the metric, then
 * velocities and accelerations by each kind of kinetics. Every sum but the count is weighted; where
 * the bias that weights undo is a function of the coordinate, though, frames of one bin weigh the
 * same but for what the bias did in time, and means within a bin are taken over them as they are.
 */
public final class SampleLayout {
  public static final int COUNT = 0;
  public static final int WEIGHT = 1;
  public static final int VALUE = 2;

  /** Behind the offset of the metric: weight of the samples that have one, g, √g. */
  public static final int METRIC_WEIGHT = 0;

  public static final int METRIC = 1;
  public static final int METRIC_ROOT = 2;

  /** Behind the offset of a kind of kinetics: weight of the samples that have it, and R̈. */
  public static final int KINETIC_WEIGHT = 0;

  public static final int ACCELERATION = 1;

  /** And, but for momentum-averaged kinetics, Ṙ, |Ṙ| and Ṙ². */
  public static final int VELOCITY = 2;

  public static final int SPEED = 3;
  public static final int SQUARE = 4;

  /** And, for a series alone, R̈², which tells whether its frames are close enough. */
  public static final int ACCELERATION_SQUARE = 5;

  private final int[] offsets = {-1, -1, -1};
  private final int metric;
  private final int size;
  private final boolean biasAlong;

  /**
   * Makes a layout.
   *
   * @param hasMetric whether samples come with a metric
   * @param available the kinetics that are collected
   */
  public SampleLayout(boolean hasMetric, Set<Kinetics> available) {
    this(hasMetric, available, false);
  }

  /**
   * Makes a layout.
   *
   * @param hasMetric whether samples come with a metric
   * @param available the kinetics that are collected
   * @param biasAlong whether the bias that weights undo is a function of the coordinate
   */
  public SampleLayout(boolean hasMetric, Set<Kinetics> available, boolean biasAlong) {
    this.biasAlong = biasAlong;
    int next = 3;
    metric = hasMetric ? next : -1;
    next += hasMetric ? 3 : 0;
    for (Kinetics kinetics : Kinetics.values()) {
      if (available.contains(kinetics)) {
        offsets[kinetics.ordinal()] = next;
        next += sums(kinetics);
      }
    }
    size = next;
  }

  private static int sums(Kinetics kinetics) {
    return switch (kinetics) {
      case MOMENTUM_AVERAGED -> 2;
      case DIRECT -> 5;
      case SERIES -> 6;
    };
  }

  /** Whether means within a bin are taken without weights. */
  public boolean biasAlong() {
    return biasAlong;
  }

  /** Whether a sum of a bin carries no weight. */
  public boolean unweighted(int quantity) {
    return quantity == COUNT || biasAlong && quantity != WEIGHT;
  }

  /** What {@link #VALUE} of a bin is to be divided by. */
  public int valueWeight() {
    return biasAlong ? COUNT : WEIGHT;
  }

  /** Whether D is kT times the metric, as it is where no kinetics is usable (null) too. */
  private static boolean byMetric(Kinetics kinetics) {
    return kinetics == null || kinetics == Kinetics.MOMENTUM_AVERAGED;
  }

  /** Where the sum of weights stands that belongs to D; −1 where there is no D. */
  int squareWeight(Kinetics kinetics) {
    return byMetric(kinetics) ? metric : kinetics(kinetics);
  }

  /** Where the sum stands that D is made of. */
  int square(Kinetics kinetics) {
    return byMetric(kinetics) ? metric + METRIC : kinetics(kinetics) + SQUARE;
  }

  /** What the mean of that sum is multiplied by. */
  double squareFactor(Kinetics kinetics, double kT) {
    return byMetric(kinetics) ? kT : 1;
  }

  /** How many sums a bin has. */
  public int size() {
    return size;
  }

  /** Where the sums of the metric begin, −1 without. */
  public int metric() {
    return metric;
  }

  /** Where the sums of a kind of kinetics begin, −1 without. */
  public int kinetics(Kinetics kinetics) {
    return offsets[kinetics.ordinal()];
  }
}
