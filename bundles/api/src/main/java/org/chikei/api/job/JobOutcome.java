package org.chikei.api.job;

import java.nio.file.Path;
import java.util.List;
import org.chikei.api.result.JobResult;

/**
 * A finished job.
 *
 * @param result what it found
 * @param folder where the results are
 * @param files the files there, relative to the folder
 */
public record JobOutcome(JobResult result, Path folder, List<String> files) {

  /** Copies the list. */
  public JobOutcome {
    files = List.copyOf(files);
  }
}
