package org.chikei.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.Workbench;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code check JOB…}: what a job would read and what its data can answer. */
final class CheckCommand implements Command {
  private final Workbench workbench;

  CheckCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public CommandSpec specification() {
    CommandSpec check =
        CommandSpec.create()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("JOB")
                    .arity("1..*")
                    .required(true)
                    .type(List.class)
                    .auxiliaryTypes(Path.class)
                    .description("Job files.")
                    .build());
    check
        .usageMessage()
        .description("Validates jobs and says what their data can answer; computes nothing.");
    return check;
  }

  @Override
  public int run(ParseResult parsed) {
    List<Path> jobs = parsed.matchedPositionalValue(0, List.of());
    boolean debug = parsed.hasMatchedOption("--debug");
    int status = ExitStatus.DONE;
    for (Path job : jobs) {
      try {
        print(job, workbench.check(JobRequest.of(job)));
      } catch (JobException | IOException e) {
        status = ExitStatus.graver(status, Commands.report(e, debug));
      }
    }
    return status;
  }

  private static void print(Path job, CheckReport report) {
    System.out.println(job + ": the job can be run");
    facts("Input", report.facts());
    facts("Coordinates", report.coordinates());
    System.out.println("Steps");
    for (CheckReport.StepForecast step : report.steps()) {
      System.out.println(
          "  " + step.step() + " " + step.name() + ": " + (step.runs() ? "will run" : "will fail"));
      step.remarks().forEach(remark -> System.out.println("    " + Commands.oneLine(remark)));
    }
    report.warnings().forEach(w -> System.err.println("warning: " + Commands.oneLine(w)));
  }

  private static void facts(String title, List<CheckReport.Fact> facts) {
    System.out.println(title);
    List<List<String>> rows = new ArrayList<>();
    facts.forEach(f -> rows.add(List.of(f.label(), f.text())));
    TextTable.lines(rows).forEach(line -> System.out.println("  " + line));
  }
}
