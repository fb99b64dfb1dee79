package org.chikei.memory;

import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.SeriesRecording;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.result.StepResult;

/** Records a coordinate and turns the record into a memory kernel. */
final class MemoryCollector implements Collector {
  /** Frames that are looked at together; ten columns of these fill 4 GB. */
  private static final long MOST_FRAMES = 50_000_000;

  private final StepRequest request;
  private final DataOverview overview;
  private final boolean direct;

  /**
   * Makes a collector.
   *
   * @param request what the job asks for
   * @param overview what is known of the data
   * @param direct whether velocities and accelerations come with the values
   */
  MemoryCollector(StepRequest request, DataOverview overview, boolean direct) {
    this.request = request;
    this.overview = overview;
    this.direct = direct;
  }

  @Override
  public Accumulator accumulator() {
    int each = direct ? 3 : 1;
    int coordinates = request.coordinates().size();
    return new SeriesRecording(
        new SeriesRecording.Columns() {
          @Override
          public int count() {
            return each * coordinates;
          }

          @Override
          public double[] of(SampleBlock block, int column) {
            int coordinate = column / each;
            return switch (column % each) {
              case 0 -> block.values(coordinate);
              case 1 -> block.velocities(Kinetics.DIRECT, coordinate);
              default -> block.accelerations(Kinetics.DIRECT, coordinate);
            };
          }
        });
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    try (SeriesRecording recording = (SeriesRecording) all) {
      EvenFrames frames = MemoryStep.frames(request, overview);
      frames.require(context);
      if (recording.frames() > MOST_FRAMES) {
        throw new StepFailure(
            recording.frames()
                + " frames are more than a memory kernel can hold at once ("
                + MOST_FRAMES
                + "); take fewer with source.begin and source.end");
      }
      MotionChoice choice =
          MotionChoice.of(recording, request.coordinates(), overview, context, frames, direct);
      Memory memory = Memory.of(request, choice, frames);
      return memory.coordinates() == 1
          ? new MemoryResult(request, overview, choice, memory).toResult()
          : new MatrixResult(request, overview, choice, memory).toResult();
    }
  }
}
