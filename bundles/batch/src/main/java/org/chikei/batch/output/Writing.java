package org.chikei.batch.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.ResultWriter;
import org.chikei.batch.engine.Workers;

/** Writes a result in all its formats at the same time. */
public final class Writing {
  private final List<ResultWriter> writers;
  private final JobResult result;
  private final Path folder;
  private final AtomicInteger next = new AtomicInteger();
  private final Throwable[] failures;

  /**
   * Makes a writing.
   *
   * @param writers what writes the formats
   * @param result the result
   * @param folder where to
   */
  public Writing(List<ResultWriter> writers, JobResult result, Path folder) {
    this.writers = List.copyOf(writers);
    this.result = result;
    this.folder = folder;
    this.failures = new Throwable[writers.size()];
  }

  /**
   * Writes everything.
   *
   * @param threads how many threads at most
   * @throws IOException if a format cannot be written: what the first of them says
   */
  public void write(int threads) throws IOException {
    Workers helpers =
        new Workers("chikei-batch-write", Math.min(threads, writers.size()) - 1, this::work);
    work();
    helpers.join(() -> {});
    for (Throwable failure : failures) {
      if (failure instanceof IOException io) {
        throw io;
      }
      if (failure instanceof RuntimeException runtime) {
        throw runtime;
      }
      if (failure instanceof Error error) {
        throw error;
      }
    }
  }

  private void work() {
    for (int k = next.getAndIncrement(); k < writers.size(); k = next.getAndIncrement()) {
      try {
        writers.get(k).write(result, folder);
      } catch (IOException | RuntimeException | Error e) {
        failures[k] = e;
      }
    }
  }
}
