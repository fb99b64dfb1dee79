package org.chikei.api.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.structure.Structure;

/**
 * A job to check or to run.
 *
 * @param file the job file; paths in it are relative to its folder
 * @param overrides scalars to replace before the job is validated, by path, such as {@code
 *     source.begin}; what {@code --set} gives
 * @param output where results go instead of where the job says
 * @param threads how many threads to use; 0 for all cores
 * @param confinedTo the only folder that the job may read from, and write to where its file says
 *     so; links do not lead out of it. Empty for a job that may read and write what its user may
 * @param checkpoints whether the job can be gone on with after an interruption
 * @param patience how long a step may take to finish, one call of a coordinate or a step for some
 *     frames, and the writer of a format, before it is given up, and the results of the others are
 *     written without it; above 0
 * @param structure the atoms of the trajectory, of someone who has them already; they stand in for
 *     the structure file, which the job need not name then
 */
public record JobRequest(
    Path file,
    Map<String, String> overrides,
    Optional<Path> output,
    int threads,
    Optional<Path> confinedTo,
    Checkpoints checkpoints,
    Duration patience,
    Optional<Structure> structure) {

  /** Longer than any step of this project takes on data that fit a machine. */
  public static final Duration USUAL_PATIENCE = Duration.ofHours(1);

  /** Copies the map. */
  public JobRequest {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("the patience must be above 0");
    }
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
    this(
        file,
        overrides,
        output,
        threads,
        Optional.empty(),
        Checkpoints.USUAL,
        USUAL_PATIENCE,
        Optional.empty());
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

  /**
   * The same job on atoms that are at hand.
   *
   * @param atoms the atoms of the trajectory, in its order
   * @return the request
   */
  public JobRequest withStructure(Structure atoms) {
    return new JobRequest(
        file, overrides, output, threads, confinedTo, checkpoints, patience, Optional.of(atoms));
  }
}
