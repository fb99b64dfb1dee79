package org.chikei.batch.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;
import org.chikei.batch.windows.Joined;

/** Carries samples from the input to the steps: a first look, one pass over all, the finish. */
public final class Engine implements AutoCloseable {
  private final JobData data;
  private final List<JobStep> steps;
  private final Patience patience;
  private final FirstLook first;

  /**
   * Looks at the input and samples a pilot.
   *
   * @param data the data
   * @param steps the steps
   * @param patience how long one call of a coordinate or a step may take
   * @throws IOException if the input cannot be read or lacks what the job demands
   * @throws JobCancelledException if it was cancelled meanwhile
   */
  public Engine(JobData data, List<JobStep> steps, Patience patience)
      throws IOException, JobCancelledException {
    this.data = data;
    this.patience = patience;
    this.steps = List.copyOf(steps);
    this.first = new FirstLook(data, this.steps, patience);
  }

  /**
   * What is known of the data.
   *
   * @return it, open as long as the engine is
   */
  public FirstLook first() {
    return first;
  }

  /**
   * Reads everything once (twice where windows have to be joined first) and finishes the steps.
   *
   * @param monitor watches the run and may stop it
   * @param threads how many threads
   * @param halfStepVelocities what the bonds of the structure say of the velocities
   * @param checkpoint where what was collected is kept; null for nowhere
   * @return what was found
   * @throws IOException if the input cannot be read
   * @throws JobCancelledException if the monitor stopped the run
   */
  public EngineOutcome run(
      JobMonitor monitor, int threads, boolean halfStepVelocities, Checkpoint checkpoint)
      throws IOException, JobCancelledException {
    if (data.restraints() == null) {
      return run(monitor, threads, halfStepVelocities, null, checkpoint);
    }
    try (WindowPass windows = new WindowPass(data, patience)) {
      windows.run(monitor, threads);
      return run(monitor, threads, halfStepVelocities, windows, checkpoint);
    }
  }

  private EngineOutcome run(
      JobMonitor monitor,
      int threads,
      boolean halfStepVelocities,
      WindowPass windows,
      Checkpoint checkpoint)
      throws IOException, JobCancelledException {
    monitor.phase("reading " + data.source().parts().get(0).written());
    Joined joined = windows == null ? null : windows.joined();
    Map<JobStep, Finish.Failure> failures = new IdentityHashMap<>();
    List<StepCollection> collections = new ArrayList<>();
    for (int k = 0; k < steps.size(); k++) {
      StepCollection collection = begin(k, failures);
      if (collection != null) {
        collections.add(collection);
      }
    }
    SliceReader reader = new SliceReader(data, first.plan().demand().halo());
    SamplePlan weighted = joined == null ? first.plan() : first.plan().with(joined.weights());
    Preview preview = new Preview(steps, reader, halfStepVelocities, joined, patience.limit());
    SliceRun run =
        new SliceRun(
            weighted, reader, collections, monitor, threads, preview, checkpoint, patience);
    try (reader) {
      if (!collections.isEmpty()) {
        run.run();
      }
    }
    List<String> warnings = new ArrayList<>(reader.log().warnings());
    warnings.addAll(run.undefined().warnings());
    InputLog log = reader.log();
    FinishContext context =
        new FinishContext(
            log.frames(), log.segments(), log.spacing(), halfStepVelocities, Map.of(), joined);
    Finish finish = new Finish(steps, collections, context, failures, patience.limit());
    monitor.phase("finishing");
    return new EngineOutcome(
        finish.results(threads, monitor),
        finish.failures(),
        finish.unexpected(),
        warnings,
        reader.log(),
        windows == null ? null : windows.report());
  }

  private StepCollection begin(int k, Map<JobStep, Finish.Failure> failures)
      throws JobCancelledException {
    JobStep step = steps.get(k);
    Collector collector = look(step, failures, () -> step.analysis().collect(first.overview(k)));
    return collector == null ? null : new StepCollection(step, collector);
  }

  /** Lets a step look at the data; null, with a failure, where nothing comes of it. */
  private <T> T look(JobStep step, Map<JobStep, Finish.Failure> failures, Callable<T> call)
      throws JobCancelledException {
    Watch watch = new Watch();
    watch.enter(step);
    try {
      return patience.await("chikei-batch-look-" + step.name(), watch, call);
    } catch (Patience.Late late) {
      failures.put(
          step,
          new Finish.Failure(
              patience.sentence("the step", step.bundle(), "at the first look"), true));
    } catch (ExecutionException e) {
      Throwable thrown = e.getCause();
      failures.put(
          step,
          thrown instanceof StepFailure
              ? new Finish.Failure(thrown.getMessage(), false)
              : new Finish.Failure(
                  "failed at the first look: " + StepCollection.sentence(thrown), true));
    }
    return null;
  }

  /**
   * What a step expects of these data.
   *
   * @param k its number from 0
   * @return its remarks, and whether it can begin
   * @throws JobCancelledException if the job was cancelled meanwhile
   */
  public CheckReport.StepForecast forecast(int k) throws JobCancelledException {
    JobStep step = steps.get(k);
    Map<JobStep, Finish.Failure> failures = new IdentityHashMap<>();
    List<String> remarks = new ArrayList<>();
    List<String> expected = look(step, failures, () -> step.analysis().forecast(first.overview(k)));
    if (expected != null) {
      remarks.addAll(expected);
      begin(k, failures);
    }
    failures.values().forEach(failure -> remarks.add(failure.sentence()));
    return new CheckReport.StepForecast(step.name(), step.type(), failures.isEmpty(), remarks);
  }

  /**
   * Whether a step wants velocities and accelerations.
   *
   * @param step its number from 0
   * @return the requirements
   */
  public SampleRequirements requirements(int step) {
    return steps.get(step).requirements();
  }

  /**
   * How much memory a run needs for frames and samples.
   *
   * @param threads how many threads
   * @return bytes
   */
  public long bytes(int threads) {
    SamplePlan plan = first.plan();
    long rows = Slice.LENGTH + 2L * plan.demand().halo();
    long columns = 2;
    for (CoordinateGraph.Node node : plan.graph().nodes()) {
      columns += 6 + node.metrics.size();
    }
    return threads * 8L * (rows * columns + 9L * plan.layout().atoms().length * plan.blockSize());
  }

  @Override
  public void close() throws IOException {
    first.close();
  }
}
