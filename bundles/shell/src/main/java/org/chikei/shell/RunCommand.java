package org.chikei.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.JobStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code chikei:run}: runs a job and waits for it, or lets it run. */
@Component(
    service = RunCommand.class,
    property = {Shell.SCOPE, "osgi.command.function=run"})
public final class RunCommand {
  private static final int MILLISECONDS = 20;

  private final JobQueue queue;

  /**
   * Made by the framework.
   *
   * @param queue runs jobs
   */
  @Activate
  public RunCommand(@Reference JobQueue queue) {
    this.queue = queue;
  }

  /**
   * Runs.
   *
   * @param session tells where relative names begin
   * @param background whether to come back at once
   * @param output where results go instead of where the job says; empty for there
   * @param job the job file
   * @throws InterruptedException if the session is ended; the job is cancelled then
   */
  @Descriptor("runs a job and waits for its findings")
  public void run(
      CommandSession session,
      @Descriptor("comes back at once; see 'jobs' and 'results'")
          @Parameter(
              names = {"-b", "--background"},
              absentValue = "false",
              presentValue = "true")
          boolean background,
      @Descriptor("where results go instead of where the job says")
          @Parameter(
              names = {"-o", "--output"},
              absentValue = "")
          @Completed(Completed.By.FOLDERS)
          String output,
      @Descriptor("the job file") @Completed(Completed.By.JOB_FILES) String job)
      throws InterruptedException {
    JobRequest request =
        new JobRequest(
            Shell.file(session, job),
            Map.of(),
            output.isEmpty() ? Optional.empty() : Optional.of(Shell.file(session, output)),
            0);
    String id;
    try {
      id = queue.submit(request);
    } catch (IllegalStateException full) {
      throw new IllegalArgumentException(full.getMessage());
    }
    if (background) {
      System.out.println("job " + id);
      return;
    }
    try {
      while (!Shell.job(queue, id).state().over()) {
        TimeUnit.MILLISECONDS.sleep(MILLISECONDS);
      }
    } catch (InterruptedException ended) {
      queue.cancel(id);
      throw ended;
    }
    JobStatus over = Shell.job(queue, id);
    if (over.outcome().isEmpty()) {
      throw new IllegalArgumentException(findings(over));
    }
    System.out.println(findings(over));
  }

  /** What a job that is over found, or why it did not. */
  static String findings(JobStatus job) {
    List<String> lines = new ArrayList<>();
    job.problems().forEach(problem -> lines.add(problem.toString()));
    if (!job.message().isEmpty() && job.problems().isEmpty()) {
      lines.add(job.message());
    }
    if (job.outcome().isEmpty()) {
      if (lines.isEmpty()) {
        lines.add(
            "job " + job.id() + " is " + job.state().name().toLowerCase(java.util.Locale.ROOT));
      }
      return Shell.lines(lines);
    }
    JobOutcome outcome = job.outcome().get();
    outcome.result().steps().forEach(step -> lines.add(Shell.finding(step)));
    outcome.result().failures().forEach((step, why) -> lines.add(step + " failed: " + why));
    job.warnings().forEach(warning -> lines.add("warning: " + warning));
    lines.add(outcome.folder() + ": " + String.join(", ", outcome.files()));
    return Shell.lines(lines);
  }
}
