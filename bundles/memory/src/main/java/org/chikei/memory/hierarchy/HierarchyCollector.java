package org.chikei.memory.hierarchy;

import java.util.Arrays;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.SeriesRecording;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.result.StepResult;
import org.chikei.api.text.Words;
import org.chikei.memory.EvenFrames;

/** Records a coordinate and wins back what it lost. */
final class HierarchyCollector implements Collector {
  private static final long MOST_FRAMES = 20_000_000;
  private static final int FEWEST_FRAMES = 500;

  /** Second derivatives of which more than this part is wrong are none. */
  private static final double MOST_WRONG = 0.3;

  private final StepRequest request;
  private final DataOverview overview;
  private final boolean direct;

  HierarchyCollector(StepRequest request, DataOverview overview, boolean direct) {
    this.request = request;
    this.overview = overview;
    this.direct = direct;
  }

  @Override
  public Accumulator accumulator() {
    return new SeriesRecording(
        new SeriesRecording.Columns() {
          @Override
          public int count() {
            return direct ? 4 : 2;
          }

          @Override
          public double[] of(SampleBlock block, int column) {
            return switch (column) {
              case 0 -> block.values(0);
              case 1 -> block.times();
              case 2 -> block.velocities(Kinetics.DIRECT, 0);
              default -> block.accelerations(Kinetics.DIRECT, 0);
            };
          }
        });
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    try (SeriesRecording recording = (SeriesRecording) all) {
      CoordinateInfo coordinate = request.coordinates().get(0);
      double step = context.spacing();
      EvenFrames frames = HierarchyStep.frames(request, overview);
      frames.require(context);
      if (recording.frames() < FEWEST_FRAMES) {
        throw new StepFailure(
            recording.frames() + " frames of '" + coordinate.name() + "' are too few");
      }
      if (recording.frames() > MOST_FRAMES) {
        throw new StepFailure(
            recording.frames()
                + " frames are more than can be looked at together ("
                + MOST_FRAMES
                + "); take fewer with source.begin and source.end");
      }
      LevelSeries first = series(recording, 0);
      double period = coordinate.period().map(Period::length).orElse(Double.NaN);
      if (!(first.variance() > 0)) {
        throw new StepFailure("'" + coordinate.name() + "' does not move");
      }
      Differentiation derivative = Differentiation.of(first, step, period);
      refuse(derivative, step, recording, frames);
      Hierarchy hierarchy =
          Hierarchy.of(
              first,
              derivative,
              period,
              step,
              request.parameters().has("levels") ? request.parameters().whole("levels") : 0);
      Foretelling foretelling = Foretelling.of(hierarchy.levels(), step, period);
      double[] times = series(recording, 1).values();
      return new HierarchyResult(request, overview, hierarchy, foretelling, times).toResult();
    }
  }

  private static LevelSeries series(SeriesRecording recording, int column) {
    int[] starts = new int[recording.segments() + 1];
    double[] values = new double[Math.toIntExact(recording.frames())];
    for (int s = 0; s < recording.segments(); s++) {
      double[] segment = recording.column(s, column);
      System.arraycopy(segment, 0, values, starts[s], segment.length);
      starts[s + 1] = starts[s] + segment.length;
    }
    return new LevelSeries(starts, values);
  }

  private void refuse(
      Differentiation derivative, double step, SeriesRecording recording, EvenFrames frames)
      throws StepFailure {
    String name = frames.coordinate();
    if (Arrays.stream(derivative.second()).filter(Double::isFinite).count() < FEWEST_FRAMES) {
      throw new StepFailure(
          "the unbroken runs of '" + name + "' are too short to take second derivatives");
    }
    if (derivative.bias() + derivative.noise() < MOST_WRONG) {
      return;
    }
    if (overview.resolution() > 0 && derivative.noise() > derivative.bias()) {
      throw new StepFailure(
          "values kept to "
              + Words.number(overview.resolution(), 1)
              + " make second derivatives of '"
              + name
              + "' mostly noise; save more digits");
    }
    throw new StepFailure(
        "frames "
            + frames.time(step, 3)
            + " apart in time do not follow the motion of '"
            + name
            + "', so that its acceleration cannot be had of its values; "
            + frames.closer(step, fastest(recording, step)));
  }

  /** The angular frequency √(⟨a²⟩/⟨v²⟩), or that of frames which know nothing of each other. */
  private double fastest(SeriesRecording recording, double step) {
    if (!direct) {
      return Math.PI / step;
    }
    double velocity = 0;
    double acceleration = 0;
    for (int s = 0; s < recording.segments(); s++) {
      velocity += square(recording.column(s, 2));
      acceleration += square(recording.column(s, 3));
    }
    return Math.max(Math.sqrt(acceleration / velocity), Math.PI / step);
  }

  private static double square(double[] column) {
    return Arrays.stream(column).filter(Double::isFinite).map(v -> v * v).sum();
  }
}
