package org.chikei.batch.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.Period;

/** Makes the samples of a slice. Used by one thread. */
final class SliceEvaluator {
  private final SamplePlan plan;
  private final InputColumns columns;
  private final BlockEvaluator blocks;
  private final Samples samples;
  private final WindowEvaluator windows;
  private final Patience patience;

  /**
   * Makes the evaluator of a thread.
   *
   * @param plan what to evaluate
   * @param capacity how many frames a slice has at most
   * @param watch told of the coordinates that are called
   * @param patience knows coordinates that are not to be called
   */
  SliceEvaluator(SamplePlan plan, int capacity, Watch watch, Patience patience) {
    this.plan = plan;
    this.patience = patience;
    int stride = Math.min(plan.blockSize(), capacity);
    this.columns = plan.input(stride);
    this.blocks = new BlockEvaluator(plan, columns, watch);
    this.samples = new Samples(plan, capacity);
    this.windows = plan.restraints() == null ? null : new WindowEvaluator(plan, samples);
  }

  Samples samples() {
    return samples;
  }

  /** Decodes and evaluates a slice. */
  void evaluate(Slice slice) throws IOException {
    blocks.fail(patience.givenUp());
    Slice.Frames frames = slice.frames();
    int rows = frames.size();
    samples.from = slice.from();
    samples.to = slice.to();
    samples.end = rows;
    samples.segment = slice.segment();
    samples.run = slice.run();
    samples.firstInSegment = slice.firstInSegment();
    System.arraycopy(frames.times(), 0, samples.times, 0, rows);
    if (samples.weights != null) {
      System.arraycopy(frames.weights(), 0, samples.weights, 0, rows);
    }
    for (int row = 0; row < rows; row += columns.stride()) {
      columns.fill(frames, row, Math.min(rows, row + columns.stride()));
      if (plan.columnWeights() != null) {
        weigh(plan.columnWeights(), row);
      }
      blocks.evaluate(samples, row);
    }
    columns.forget();
    for (int k = 0; k < plan.coordinates().size(); k++) {
      CoordinateGraph.Node of = plan.graph().ofJob(k);
      int node = of == null ? 0 : of.index;
      if (of != null && samples.seriesRates[node] != null) {
        Optional<Period> period = plan.coordinates().get(k).info().period();
        SeriesKinetics.differentiate(
            samples.values[node],
            rows,
            slice.spacing(),
            period.orElse(null),
            samples.seriesRates[node],
            samples.seriesAccelerations[node]);
      }
    }
    if (windows != null) {
      windows.evaluate(slice.run(), rows);
    }
  }

  private void weigh(ColumnWeights weights, int row) {
    double[] numbers = ((SeriesColumns) columns).numbers(weights.column());
    for (int j = 0; j < columns.size(); j++) {
      samples.weights[row + j] = weights.of(numbers[j]);
    }
  }

  /** What the coordinates of a step threw, or null. */
  Throwable failure(List<CoordinateGraph.Node> nodes) {
    for (CoordinateGraph.Node node : nodes) {
      if (blocks.failure(node) != null) {
        return blocks.failure(node);
      }
    }
    return null;
  }

  /** The samples as a step sees them. */
  StepView view(int... coordinates) {
    int[] nodes = nodes(coordinates).stream().mapToInt(n -> n.index).toArray();
    return new StepView(samples, nodes);
  }

  /** The nodes of some coordinates of the job. */
  List<CoordinateGraph.Node> nodes(int... coordinates) {
    return Arrays.stream(coordinates).mapToObj(plan.graph()::ofJob).toList();
  }
}
