package org.chikei.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.chikei.api.job.JobQueue;
import org.chikei.api.text.TextTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code chikei:jobs}: the jobs that wait, run, or are over. */
@Component(
    service = JobsCommand.class,
    property = {Shell.SCOPE, "osgi.command.function=jobs"})
public final class JobsCommand {
  private final JobQueue queue;

  /**
   * Made by the framework.
   *
   * @param queue has the jobs
   */
  @Activate
  public JobsCommand(@Reference JobQueue queue) {
    this.queue = queue;
  }

  /** Lists. */
  @Descriptor("lists the jobs that wait, run, or are over")
  public void jobs() {
    List<List<String>> rows = queue.jobs().stream().map(Shell::row).toList();
    System.out.println(
        rows.isEmpty() ? "no job was given yet" : Shell.lines(TextTable.lines(rows)));
  }
}
