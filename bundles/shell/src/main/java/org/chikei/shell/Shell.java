package org.chikei.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.felix.service.command.CommandSession;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobStatus;
import org.chikei.api.result.StepResult;

/** What the commands have in common. */
final class Shell {
  /** The scope of every command. */
  static final String SCOPE = "osgi.command.scope=chikei";

  private Shell() {}

  /** One text of several lines, without a line feed at its end: the shell adds one. */
  static String lines(List<String> lines) {
    return String.join(System.lineSeparator(), lines);
  }

  /** A file as it is named in a session, relative to where that is. */
  static Path file(CommandSession session, String name) {
    Path folder = session.currentDir() == null ? Path.of("") : session.currentDir();
    return folder.resolve(name).toAbsolutePath().normalize();
  }

  static JobStatus job(JobQueue queue, String id) {
    return queue
        .job(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no job " + id + "; see 'jobs'"));
  }

  /** What has become of a job, in one line. */
  static List<String> row(JobStatus job) {
    return List.of(
        job.id(),
        job.state().name().toLowerCase(Locale.ROOT),
        job.state().over() || Double.isNaN(job.fraction())
            ? ""
            : Math.round(100 * job.fraction()) + " %",
        job.frames() + " frames",
        time(job),
        job.request().file().toString());
  }

  private static String time(JobStatus job) {
    return job.started()
        .map(from -> Duration.between(from, job.ended().orElse(Instant.now())))
        .map(took -> String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0))
        .orElse("");
  }

  /** What went wrong, one problem a line; never a stack trace. */
  static IllegalArgumentException refused(Exception thrown) {
    if (thrown instanceof JobException wrong) {
      return new IllegalArgumentException(
          lines(wrong.problems().stream().map(Object::toString).toList()));
    }
    return new IllegalArgumentException(
        thrown instanceof IOException && thrown.getMessage() != null
            ? thrown.getMessage()
            : thrown.toString());
  }

  /** The finding of a step. */
  static String finding(StepResult step) {
    return step.name() + " (" + step.step() + "): " + step.headline();
  }
}
