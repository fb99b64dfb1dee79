package org.chikei.shell;

import org.apache.felix.service.command.Descriptor;
import org.chikei.api.job.JobQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code chikei:cancel}: stops a job, or lets it never begin. */
@Component(
    service = CancelCommand.class,
    property = {Shell.SCOPE, "osgi.command.function=cancel"})
public final class CancelCommand {
  private final JobQueue queue;

  /**
   * Made by the framework.
   *
   * @param queue has the jobs
   */
  @Activate
  public CancelCommand(@Reference JobQueue queue) {
    this.queue = queue;
  }

  /**
   * Cancels.
   *
   * @param id the job's id
   */
  @Descriptor("stops a job, or lets it never begin")
  public void cancel(
      @Descriptor("the job's id, as 'jobs' lists it") @Completed(Completed.By.JOBS_NOT_OVER)
          String id) {
    Shell.job(queue, id);
    System.out.println(
        queue.cancel(id) ? "job " + id + " is being cancelled" : "job " + id + " is over already");
  }
}
