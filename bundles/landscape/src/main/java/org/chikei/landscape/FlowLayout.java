package org.chikei.landscape;

import java.util.Arrays;
import java.util.Set;
import org.chikei.api.analysis.Kinetics;

/**
 * Which sums a cell of two coordinates holds and where: count, weight and weighted values, then the
 * metric, then accelerations and velocities by each kind of kinetics. Every sum but the count is
 * weighted.
 */
final class FlowLayout {
  static final int COUNT = 0;
  static final int WEIGHT = 1;
  static final int VALUE_A = 2;
  static final int VALUE_B = 3;

  /** Behind the offset of the metric or of a kind of kinetics: weight of the samples with it. */
  static final int OWN_WEIGHT = 0;

  /** Behind the offset of the metric: g_aa, g_ab, g_bb. */
  static final int METRIC = 1;

  /** Behind the offset of a kind of kinetics: the accelerations of both coordinates. */
  static final int ACCELERATION = 1;

  /** And, but for momentum-averaged kinetics, both velocities and their three products. */
  static final int VELOCITY = 3;

  static final int PRODUCT = 5;

  /** And, for a series alone, the squares of both accelerations. */
  static final int ACCELERATION_SQUARE = 8;

  private final int[] offsets = {-1, -1, -1};
  private final int metric;
  private final int size;

  /**
   * Makes a layout.
   *
   * @param hasMetric whether samples come with a metric
   * @param available the kinetics that are collected
   */
  FlowLayout(boolean hasMetric, Set<Kinetics> available) {
    int next = 4;
    metric = hasMetric ? next : -1;
    next += hasMetric ? 4 : 0;
    for (Kinetics kinetics : Kinetics.values()) {
      if (available.contains(kinetics)) {
        offsets[kinetics.ordinal()] = next;
        next +=
            switch (kinetics) {
              case MOMENTUM_AVERAGED -> 3;
              case DIRECT -> 8;
              case SERIES -> 10;
            };
      }
    }
    size = next;
  }

  /** How many sums a cell has. */
  int size() {
    return size;
  }

  /** Where the sums of the metric begin, −1 without. */
  int metric() {
    return metric;
  }

  /** Where the sums of a kind of kinetics begin, −1 without. */
  int kinetics(Kinetics kinetics) {
    return offsets[kinetics.ordinal()];
  }

  /** Where ⟨Ṙ_aṘ_b⟩ of a kind of kinetics is found: its weight, then three products. */
  int[] products(Kinetics kinetics) {
    int own = kinetics == Kinetics.MOMENTUM_AVERAGED ? metric : kinetics(kinetics);
    int first = kinetics == Kinetics.MOMENTUM_AVERAGED ? metric + METRIC : own + PRODUCT;
    return new int[] {own, first, first + 1, first + 2};
  }

  /** The sums of one coordinate in the order of a layout for one coordinate. */
  int[] order(SampleLayout one, int coordinate) {
    int[] order = new int[one.size()];
    Arrays.fill(order, -1);
    order[SampleLayout.COUNT] = COUNT;
    order[SampleLayout.WEIGHT] = WEIGHT;
    order[SampleLayout.VALUE] = VALUE_A + coordinate;
    if (metric >= 0) {
      order[one.metric() + SampleLayout.METRIC_WEIGHT] = metric + OWN_WEIGHT;
      order[one.metric() + SampleLayout.METRIC] = metric + METRIC + 2 * coordinate;
    }
    for (Kinetics kinetics : Kinetics.values()) {
      int to = one.kinetics(kinetics);
      int from = kinetics(kinetics);
      if (to < 0) {
        continue;
      }
      order[to + SampleLayout.KINETIC_WEIGHT] = from + OWN_WEIGHT;
      order[to + SampleLayout.ACCELERATION] = from + ACCELERATION + coordinate;
      if (kinetics != Kinetics.MOMENTUM_AVERAGED) {
        order[to + SampleLayout.VELOCITY] = from + VELOCITY + coordinate;
        order[to + SampleLayout.SQUARE] = from + PRODUCT + 2 * coordinate;
      }
      if (kinetics == Kinetics.SERIES) {
        order[to + SampleLayout.ACCELERATION_SQUARE] = from + ACCELERATION_SQUARE + coordinate;
      }
    }
    return order;
  }
}
