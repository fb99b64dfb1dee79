package org.chikei.batch.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.result.StepResult;
import org.chikei.batch.windows.Joined;
import org.chikei.batch.windows.UnconnectedWindows;
import org.chikei.batch.windows.WindowReport;
import org.chikei.batch.windows.WindowSamples;

/**
 * Reads the restrained coordinates of all windows and joins these, before the pass in which the
 * steps see the frames with their weights. To the pass it is a step like others.
 */
final class WindowPass implements Analysis, Collector, AutoCloseable {
  private final JobData data;
  private final Patience patience;
  private final JobStep step;
  private Joined joined;
  private StepResult report;

  WindowPass(JobData data, Patience patience) {
    int[] of = data.restraints().of();
    this.data = data;
    this.patience = patience;
    this.step = new JobStep(WindowReport.NAME, WindowReport.NAME, this, of, of.length, List.of());
  }

  /**
   * Runs.
   *
   * @param monitor watches the pass and may stop it
   * @param threads how many threads
   * @throws IOException if the input cannot be read, or the windows cannot be joined
   * @throws JobCancelledException if the monitor stopped the pass
   */
  void run(JobMonitor monitor, int threads) throws IOException, JobCancelledException {
    monitor.phase("joining windows");
    SamplePlan plan =
        SamplePlan.of(
            data,
            Demand.ofValues(data.coordinates().size(), step.of()),
            data.kT(),
            new Content(false, false, false));
    StepCollection collection = new StepCollection(step, this);
    try (SliceReader reader = new SliceReader(data, 0)) {
      new SliceRun(plan, reader, List.of(collection), monitor, threads, null, null, patience).run();
      if (collection.failure() != null) {
        throw new InputException("source.windows: " + collection.failure());
      }
      InputLog log = reader.log();
      report =
          finish(
              collection.merged(),
              new FinishContext(
                  log.frames(), log.segments(), log.spacing(), false, Map.of(), null));
    } catch (StepFailure e) {
      throw new InputException("source.windows: " + e.getMessage());
    }
  }

  @Override
  public SampleRequirements requirements() {
    return SampleRequirements.VALUES;
  }

  @Override
  public Collector collect(DataOverview overview) {
    return this;
  }

  @Override
  public Accumulator accumulator() {
    return new WindowSamples(step.of().length);
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    WindowSamples samples = (WindowSamples) all;
    try {
      joined = new Joined(data.restraints(), samples, data.kT());
      List<CoordinateInfo> restrained =
          Arrays.stream(step.of()).mapToObj(k -> data.coordinates().get(k).info()).toList();
      return new WindowReport(joined, restrained, data.reduced()).result();
    } catch (UnconnectedWindows e) {
      samples.close();
      throw new StepFailure(e.getMessage());
    } catch (RuntimeException | Error e) {
      samples.close();
      throw e;
    }
  }

  /** The windows, joined. */
  Joined joined() {
    return joined;
  }

  /** What there is to say of them. */
  StepResult report() {
    return report;
  }

  @Override
  public void close() {
    if (joined != null) {
      joined.close();
    }
  }
}
