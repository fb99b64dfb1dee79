package org.chikei.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.Workbench;
import org.chikei.api.text.TextTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code chikei:check}: what can be said of a job without running it. */
@Component(
    service = CheckCommand.class,
    property = {Shell.SCOPE, "osgi.command.function=check"})
public final class CheckCommand {
  private final Workbench workbench;

  /**
   * Made by the framework.
   *
   * @param workbench checks jobs
   */
  @Activate
  public CheckCommand(@Reference Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * Checks.
   *
   * @param session tells where relative names begin
   * @param job the job file
   */
  @Descriptor("validates a job, looks at its files and some frames, computes nothing")
  public void check(
      CommandSession session,
      @Descriptor("the job file") @Completed(Completed.By.JOB_FILES) String job) {
    try {
      CheckReport report = workbench.check(JobRequest.of(Shell.file(session, job)));
      List<List<String>> rows = new ArrayList<>();
      report.facts().forEach(fact -> rows.add(List.of(fact.label(), fact.text())));
      report.coordinates().forEach(fact -> rows.add(List.of(fact.label(), fact.text())));
      report
          .steps()
          .forEach(
              step ->
                  rows.add(
                      List.of(
                          step.step() + " " + step.name(),
                          step.runs() ? "will run" : "will give no result")));
      List<String> lines = new ArrayList<>(TextTable.lines(rows));
      report
          .steps()
          .forEach(s -> s.remarks().forEach(remark -> lines.add(s.name() + ": " + remark)));
      report.warnings().forEach(warning -> lines.add("warning: " + warning));
      System.out.println(Shell.lines(lines));
    } catch (JobException | IOException e) {
      throw Shell.refused(e);
    }
  }
}
