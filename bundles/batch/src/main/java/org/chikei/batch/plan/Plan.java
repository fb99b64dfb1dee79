package org.chikei.batch.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.result.ResultWriter;
import org.chikei.api.structure.Structure;
import org.chikei.batch.engine.JobData;
import org.chikei.batch.engine.JobStep;
import org.chikei.batch.job.JobDescription;

/**
 * A job that can run.
 *
 * @param job the job as it is written
 * @param structure the structure with the job's masses; empty where the source has no atoms
 * @param data the data
 * @param steps the steps
 * @param unmade why coordinates could not be made, by name
 * @param failures why steps could not be prepared, by label
 * @param inputs the files that are read
 * @param output the folder for results
 * @param formats what they are written in
 * @param notes assumptions that a reader of the results should know
 * @param warnings what may make results mean something else than the author of the job thinks
 */
public record Plan(
    JobDescription job,
    Optional<Structure> structure,
    JobData data,
    List<JobStep> steps,
    Map<String, String> unmade,
    Map<String, String> failures,
    List<NamedFile> inputs,
    Path output,
    List<Format> formats,
    List<String> notes,
    List<String> warnings) {

  /** Copies the lists and maps. */
  public Plan {
    steps = List.copyOf(steps);
    unmade = Map.copyOf(unmade);
    failures = Map.copyOf(failures);
    inputs = List.copyOf(inputs);
    formats = List.copyOf(formats);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /**
   * A file that is read.
   *
   * @param written what the job calls it
   * @param path where it is
   */
  public record NamedFile(String written, Path path) {}

  /**
   * A format of the results.
   *
   * @param type its name in a job
   * @param bundle whose it is
   * @param writer what writes it
   */
  public record Format(String type, String bundle, ResultWriter writer) {}
}
