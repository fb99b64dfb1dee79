package org.chikei.batch.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.JoinedWindows;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;

/** Shows what the steps would say if the input ended here. */
final class Preview {
  private final List<JobStep> steps;
  private final SliceReader reader;
  private final boolean halfStepVelocities;
  private final JoinedWindows windows;
  private final Duration patience;

  Preview(
      List<JobStep> steps,
      SliceReader reader,
      boolean halfStepVelocities,
      JoinedWindows windows,
      Duration patience) {
    this.steps = steps;
    this.reader = reader;
    this.halfStepVelocities = halfStepVelocities;
    this.windows = windows;
    this.patience = patience;
  }

  /**
   * Finishes copies and shows the results.
   *
   * @param copies what was collected so far
   * @param frames how many frames that is
   * @param monitor whom to show them
   */
  void show(List<StepCollection> copies, long frames, JobMonitor monitor)
      throws JobCancelledException {
    List<JobStep> ready =
        copies.stream()
            .filter(copy -> copy.merged() != null)
            .map(StepCollection::step)
            .filter(steps::contains)
            .toList();
    FinishContext context;
    synchronized (reader) {
      context =
          new FinishContext(
              frames,
              reader.log().segments(),
              reader.log().spacing(),
              halfStepVelocities,
              Map.of(),
              windows);
    }
    monitor.preview(new Finish(ready, copies, context, Map.of(), patience).results(1, monitor));
  }
}
