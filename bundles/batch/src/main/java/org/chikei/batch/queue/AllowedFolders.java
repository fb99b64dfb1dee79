package org.chikei.batch.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chikei.api.InputException;
import org.chikei.api.job.JobRequest;
import org.chikei.batch.job.JobFolder;

/**
 * The folders that jobs must lie in; a job reads and writes in that alone which its file lies in.
 *
 * @param folders empty for jobs that may read and write what their user may
 */
record AllowedFolders(List<Path> folders) {

  /** Those that are written; blank ones are none. */
  static AllowedFolders of(String... written) {
    return new AllowedFolders(
        Stream.of(written).filter(folder -> !folder.isBlank()).map(Path::of).toList());
  }

  /**
   * Keeps a job in its folder, or in that of the request if that lies deeper.
   *
   * @throws IOException if the job, its results or the folder of the request lie elsewhere
   */
  JobRequest confine(JobRequest request) throws IOException {
    if (folders.isEmpty()) {
      return request;
    }
    Path file = JobFolder.real(request.file());
    for (Path allowed : folders) {
      Path folder = JobFolder.real(allowed);
      if (file.startsWith(folder)) {
        return confine(request, file, folder);
      }
    }
    throw new InputException(
        request.file(),
        "jobs of this queue must lie in "
            + folders.stream().map(Path::toString).collect(Collectors.joining(" or "))
            + "; move the job there, or add its folder to 'folders' in the configuration "
            + QueueConfiguration.PID);
  }

  private static JobRequest confine(JobRequest request, Path file, Path folder) throws IOException {
    Path bounds = folder;
    if (request.confinedTo().isPresent()) {
      Path asked = JobFolder.real(request.confinedTo().get());
      if (!folder.startsWith(asked)) {
        bounds = inside(asked, folder);
      }
    }
    Optional<Path> output = Optional.empty();
    if (request.output().isPresent()) {
      output = Optional.of(inside(JobFolder.real(request.output().get()), folder));
    }
    return new JobRequest(
        file,
        request.overrides(),
        output,
        request.threads(),
        Optional.of(bounds),
        request.checkpoints(),
        request.patience(),
        request.structure());
  }

  private static Path inside(Path path, Path folder) throws InputException {
    if (!path.startsWith(folder)) {
      throw new InputException(
          path, "this job may read and write in " + folder + " alone; name a folder in it");
    }
    return path;
  }
}
