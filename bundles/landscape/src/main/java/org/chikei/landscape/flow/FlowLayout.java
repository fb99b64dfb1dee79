package org.chikei.landscape.flow;

import java.util.Arrays;
import java.util.Set;
import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.profile.SampleLayout;

/**
 * Which sums a cell of several coordinates holds and where: count, weight and weighted values, then
 * the metric, then accelerations and velocities by each kind of kinetics. Every sum but the count
 * is weighted; under a bias along the coordinates the weight alone is: frames at given values need
 * no weights among each other.
 */
final class FlowLayout {
  static final int COUNT = 0;
  static final int WEIGHT = 1;

  /** The value of the first coordinate; those of the others follow. */
  static final int VALUE = 2;

  /** Behind the offset of the metric or of a kind of kinetics: weight of the samples with it. */
  static final int OWN_WEIGHT = 0;

  /** Behind the offset of the metric: its entries in the order of {@link SymmetricMatrix}. */
  static final int METRIC = 1;

  /** Behind the offset of a kind of kinetics: the accelerations of all coordinates. */
  static final int ACCELERATION = 1;

  private final int dimensions;
  private final int pairs;
  private final boolean biasAlong;
  private final int[] offsets = {-1, -1, -1};
  private final int metric;
  private final int size;

  /**
   * Makes a layout.
   *
   * @param dimensions how many coordinates there are
   * @param hasMetric whether samples come with a metric
   * @param available the kinetics that are collected
   * @param biasAlong whether the bias that weights undo is a function of the coordinates
   */
  FlowLayout(int dimensions, boolean hasMetric, Set<Kinetics> available, boolean biasAlong) {
    this.dimensions = dimensions;
    this.biasAlong = biasAlong;
    pairs = SymmetricMatrix.size(dimensions);
    int next = VALUE + dimensions;
    metric = hasMetric ? next : -1;
    next += hasMetric ? METRIC + pairs : 0;
    for (Kinetics kinetics : Kinetics.values()) {
      if (available.contains(kinetics)) {
        offsets[kinetics.ordinal()] = next;
        next +=
            switch (kinetics) {
              case MOMENTUM_AVERAGED -> velocity();
              case DIRECT -> accelerationSquare();
              case SERIES -> accelerationSquare() + dimensions;
            };
      }
    }
    size = next;
  }

  int dimensions() {
    return dimensions;
  }

  boolean biasAlong() {
    return biasAlong;
  }

  /** Whether a sum has no weights in it. */
  boolean unweighted(int quantity) {
    return quantity == COUNT || biasAlong && quantity != WEIGHT;
  }

  /** What the sums of values are to be divided by. */
  int valueWeight() {
    return biasAlong ? COUNT : WEIGHT;
  }

  /** Behind the accelerations, but for momentum-averaged kinetics: the velocities. */
  int velocity() {
    return ACCELERATION + dimensions;
  }

  /** And their products, in the order of {@link SymmetricMatrix}. */
  int product() {
    return velocity() + dimensions;
  }

  /** And, for a series alone, the squares of the accelerations. */
  int accelerationSquare() {
    return product() + pairs;
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

  /** Where ⟨Ṙ_aṘ_b⟩ of a kind of kinetics is found: its weight, then the products. */
  int[] products(Kinetics kinetics) {
    int own = kinetics == Kinetics.MOMENTUM_AVERAGED ? metric : kinetics(kinetics);
    int first = kinetics == Kinetics.MOMENTUM_AVERAGED ? metric + METRIC : own + product();
    int[] products = new int[1 + pairs];
    Arrays.setAll(products, k -> k == 0 ? own : first + k - 1);
    return products;
  }

  /** The sums of one coordinate in the order of a layout for one coordinate. */
  int[] order(SampleLayout one, int coordinate) {
    int[] order = new int[one.size()];
    Arrays.fill(order, -1);
    int square = SymmetricMatrix.place(dimensions, coordinate, coordinate);
    order[SampleLayout.COUNT] = COUNT;
    order[SampleLayout.WEIGHT] = WEIGHT;
    order[SampleLayout.VALUE] = VALUE + coordinate;
    if (metric >= 0) {
      order[one.metric() + SampleLayout.METRIC_WEIGHT] = metric + OWN_WEIGHT;
      order[one.metric() + SampleLayout.METRIC] = metric + METRIC + square;
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
        order[to + SampleLayout.VELOCITY] = from + velocity() + coordinate;
        order[to + SampleLayout.SQUARE] = from + product() + square;
      }
      if (kinetics == Kinetics.SERIES) {
        order[to + SampleLayout.ACCELERATION_SQUARE] = from + accelerationSquare() + coordinate;
      }
    }
    return order;
  }
}
