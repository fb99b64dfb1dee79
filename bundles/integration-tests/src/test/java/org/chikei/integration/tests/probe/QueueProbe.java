package org.chikei.integration.tests.probe;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobRequest;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Gives jobs to the queue that ask for no number of threads, as another bundle does. */
public final class QueueProbe implements BiFunction<Path, Path, String>, Supplier<List<String>> {
  private final JobQueue queue;

  /** Made by the test. */
  public QueueProbe() {
    BundleContext context = FrameworkUtil.getBundle(QueueProbe.class).getBundleContext();
    queue = context.getService(context.getServiceReference(JobQueue.class));
  }

  /** Gives it a job; the job's id, or the sentence that it is refused with. */
  @Override
  public String apply(Path job, Path output) {
    try {
      return queue.submit(new JobRequest(job, Map.of(), Optional.of(output), 0));
    } catch (IllegalStateException refused) {
      return refused.getMessage();
    }
  }

  /** The jobs: their state, and the threads that they used or the sentence of their end. */
  @Override
  public List<String> get() {
    return queue.jobs().stream()
        .map(
            job ->
                job.state().name().toLowerCase(Locale.ROOT)
                    + job.outcome()
                        .map(outcome -> " on " + outcome.result().run().get("threads") + " threads")
                        .orElse(job.message().isEmpty() ? "" : ": " + job.message()))
        .toList();
  }
}
