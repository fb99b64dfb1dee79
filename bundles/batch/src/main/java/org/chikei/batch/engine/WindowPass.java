package org.chikei.batch.engine;

import java.io.IOException;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.result.StepResult;
import org.chikei.batch.windows.Joined;
import org.chikei.batch.windows.UnconnectedWindows;
import org.chikei.batch.windows.WindowSamples;

/**
 * Reads the restrained coordinates of all windows and joins these, before the pass in which the
 * steps see the frames with their weights.
 */
final class WindowPass {
  private final JobData data;
  private final List<JobStep> steps;

  WindowPass(JobData data, List<JobStep> steps) {
    this.data = data;
    this.steps = steps;
  }

  /**
   * Runs.
   *
   * @param monitor watches the pass and may stop it
   * @param threads how many threads
   * @return the windows, to be closed
   * @throws IOException if the input cannot be read, or the windows cannot be joined
   * @throws JobCancelledException if the monitor stopped the pass
   */
  Joined run(JobMonitor monitor, int threads) throws IOException, JobCancelledException {
    monitor.phase("joining windows");
    int[] of = data.restraints().of();
    SamplePlan plan =
        SamplePlan.of(
            data,
            Demand.ofValues(data.coordinates().size(), of),
            data.kT(),
            new Content(false, false, false));
    JobStep reading =
        new JobStep("windows", "windows", steps.get(0).analysis(), of, of.length, List.of());
    StepCollection collection = new StepCollection(reading, new Recording(of.length));
    try (SliceReader reader = new SliceReader(data, 0)) {
      new SliceRun(plan, reader, List.of(collection), monitor, threads, null, null).run();
    }
    WindowSamples samples = (WindowSamples) collection.merged();
    if (samples == null) {
      throw new InputException("source.windows: " + collection.failure());
    }
    try {
      return new Joined(data.restraints(), samples, data.kT());
    } catch (UnconnectedWindows e) {
      samples.close();
      throw new InputException("source.windows: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      samples.close();
      throw e;
    }
  }

  /** Keeps the restrained coordinates; makes no result by itself. */
  private record Recording(int coordinates) implements Collector {

    @Override
    public Accumulator accumulator() {
      return new WindowSamples(coordinates);
    }

    @Override
    public StepResult finish(Accumulator all, FinishContext context) {
      throw new UnsupportedOperationException();
    }
  }
}
