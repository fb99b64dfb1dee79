package org.chikei.shell;

import org.apache.felix.service.command.Descriptor;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobState;
import org.chikei.api.job.JobStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code chikei:results}: what a job found, or what it would find if its input ended here. */
@Component(
    service = ResultsCommand.class,
    property = {Shell.SCOPE, "osgi.command.function=results"})
public final class ResultsCommand {
  private final JobQueue queue;

  /**
   * Made by the framework.
   *
   * @param queue has the jobs
   */
  @Activate
  public ResultsCommand(@Reference JobQueue queue) {
    this.queue = queue;
  }

  /**
   * Tells.
   *
   * @param id the job's id
   * @throws InterruptedException if the session is ended
   */
  @Descriptor("tells what a job found, or what it would find if its input ended here")
  public void results(
      @Descriptor("the job's id, as 'jobs' lists it") @Completed(Completed.By.JOBS) String id)
      throws InterruptedException {
    JobStatus job = Shell.job(queue, id);
    if (job.state() == JobState.RUNNING) {
      System.out.println(Shell.lines(queue.preview(id).stream().map(Shell::finding).toList()));
      return;
    }
    System.out.println(
        job.state() == JobState.QUEUED ? "job " + id + " waits" : RunCommand.findings(job));
  }
}
