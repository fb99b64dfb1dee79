package org.chikei.batch.output;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.result.JobResult;
import org.chikei.batch.engine.Patience;
import org.chikei.batch.engine.StepCollection;
import org.chikei.batch.engine.Watch;
import org.chikei.batch.engine.Workers;
import org.chikei.batch.plan.Plan;

/** Writes a result in all its formats at the same time. */
public final class Writing {
  private final List<Plan.Format> formats;
  private final Patience patience;
  private final JobResult result;
  private final Path folder;
  private final AtomicInteger next = new AtomicInteger();
  private final String[] failures;
  private volatile boolean cancelled;

  /**
   * Makes a writing.
   *
   * @param formats the formats
   * @param limit how long each may take
   * @param stop whether nobody waits for the job any more
   * @param result the result
   * @param folder where to
   */
  public Writing(
      List<Plan.Format> formats,
      Duration limit,
      BooleanSupplier stop,
      JobResult result,
      Path folder) {
    this.formats = List.copyOf(formats);
    this.patience = new Patience(limit, () -> cancelled || stop.getAsBoolean());
    this.result = result;
    this.folder = folder;
    this.failures = new String[formats.size()];
  }

  /**
   * Writes everything.
   *
   * @param threads how many formats at a time at most
   * @return why formats could not be written, a sentence for each; whatever there is of them in the
   *     folder, their threads may still write there
   * @throws JobCancelledException if the job was cancelled meanwhile
   */
  public Map<Plan.Format, String> write(int threads) throws JobCancelledException {
    Workers helpers =
        new Workers("chikei-batch-write", Math.min(threads, formats.size()) - 1, this::work);
    work();
    helpers.join(() -> cancelled = true);
    if (cancelled) {
      throw new JobCancelledException();
    }
    Map<Plan.Format, String> failed = new LinkedHashMap<>();
    for (int k = 0; k < failures.length; k++) {
      if (failures[k] != null) {
        failed.put(formats.get(k), failures[k]);
      }
    }
    return failed;
  }

  private void work() {
    for (int k = next.getAndIncrement(); k < formats.size(); k = next.getAndIncrement()) {
      failures[k] = failure(formats.get(k));
    }
  }

  /** Writes one format; tells why that failed, or null where it did not. */
  private String failure(Plan.Format format) {
    Watch watch = new Watch();
    watch.enter(format);
    try {
      patience.await(
          "chikei-batch-write-" + format.type(),
          watch,
          () -> format.writer().write(result, folder));
    } catch (Patience.Late late) {
      return patience.sentence("the writer", format.bundle(), "from writing its files");
    } catch (ExecutionException e) {
      return "could not be written: " + StepCollection.sentence(e.getCause());
    } catch (JobCancelledException e) {
      cancelled = true;
    }
    return null;
  }
}
