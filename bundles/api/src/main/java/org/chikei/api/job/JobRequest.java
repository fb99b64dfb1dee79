package org.chikei.api.job;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A job to check or to run.
 *
 * @param file the job file; paths in it are relative to its folder
 * @param overrides scalars to replace before the job is validated, by path, such as {@code
 *     source.begin}; what {@code --set} gives
 * @param output where results go instead of where the job says
 * @param threads how many threads to use; 0 for all cores
 * @param confinedTo the only folder that the job may read from; links do not lead out of it. Empty
 *     for a job that may read what its user may
 * @param checkpoints whether the job can be gone on with after an interruption
 */
public record JobRequest(
    Path file,
    Map<String, String> overrides,
    Optional<Path> output,
    int threads,
    Optional<Path> confinedTo,
    Checkpoints checkpoints) {

  /** Copies the map. */
  public JobRequest {
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
  }

  /**
   * A job that may read whatever its user may.
   *
   * @param file the job file
   * @param overrides scalars to replace, by path
   * @param output where results go instead of where the job says
   * @param threads how many threads to use; 0 for all cores
   */
  public JobRequest(Path file, Map<String, String> overrides, Optional<Path> output, int threads) {
    this(file, overrides, output, threads, Optional.empty(), Checkpoints.USUAL);
  }

  /**
   * A job as its file says.
   *
   * @param file the job file
   * @return the request
   */
  public static JobRequest of(Path file) {
    return new JobRequest(file, Map.of(), Optional.empty(), 0);
  }
}
