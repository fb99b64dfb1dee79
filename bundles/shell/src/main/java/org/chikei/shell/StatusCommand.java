package org.chikei.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code chikei:status}: how far a job is. */
@Component(
    service = StatusCommand.class,
    property = {Shell.SCOPE, "osgi.command.function=status"})
public final class StatusCommand {
  private final JobQueue queue;

  /**
   * Made by the framework.
   *
   * @param queue has the jobs
   */
  @Activate
  public StatusCommand(@Reference JobQueue queue) {
    this.queue = queue;
  }

  /**
   * Tells.
   *
   * @param id the job's id
   */
  @Descriptor("tells how far a job is")
  public void status(
      @Descriptor("the job's id, as 'jobs' lists it") @Completed(Completed.By.JOBS) String id) {
    JobStatus job = Shell.job(queue, id);
    List<String> lines = new ArrayList<>();
    lines.add(String.join("  ", Shell.row(job)).strip());
    if (!job.phase().isEmpty()) {
      lines.add(job.phase());
    }
    job.problems().forEach(problem -> lines.add(problem.toString()));
    if (!job.message().isEmpty()) {
      lines.add(job.message());
    }
    job.warnings().forEach(warning -> lines.add("warning: " + warning));
    System.out.println(Shell.lines(lines));
  }
}
