package org.chikei.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chikei.api.coordinate.Period;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.DerivativeReport;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.Workbench;
import org.chikei.api.text.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
    check.addOption(
        OptionSpec.builder("--derivatives")
            .description(
                "Also tests gradients and second-order terms of every coordinate against finite"
                    + " differences on frames of the input, and what moving, turning and cutting"
                    + " the system does to the values.")
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
        if (parsed.hasMatchedOption("--derivatives")
            && !print(workbench.checkDerivatives(JobRequest.of(job)))) {
          status = ExitStatus.graver(status, ExitStatus.STEPS_FAILED);
        }
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

  /** Prints the table of derivatives; whether all of them are right. */
  private static boolean print(DerivativeReport report) {
    System.out.println("Derivatives, on " + report.frames() + " frames of the input");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "coordinate",
            "type",
            "gradient",
            "curvature",
            "Laplacian",
            "moved",
            "turned",
            "images",
            "period",
            "verdict"));
    for (DerivativeReport.Row row : report.rows()) {
      rows.add(
          List.of(
              row.coordinate().name(),
              row.coordinate().type(),
              error(row.gradientError()),
              error(row.curvatureError()),
              error(row.laplacianError()),
              word(row.translation()),
              word(row.rotation()),
              word(row.images()),
              row.coordinate().period().map(CheckCommand::range).orElse("-"),
              row.verdict().name().toLowerCase(Locale.ROOT)));
    }
    TextTable.lines(rows).forEach(line -> System.out.println("  " + line));
    System.out.println(
        "  Errors are the largest found, relative to the largest derivative of the frame: of the"
            + " gradient, of vᵀHv, and of Σ(1/m)∇²R. 'moved', 'turned' and 'images' say whether the"
            + " value stays the same when the system is shifted, rotated with its box, or put into"
            + " other images of the box.");
    for (DerivativeReport.Row row : report.rows()) {
      if (!row.remark().isEmpty()) {
        System.out.println("  " + row.coordinate().name() + ": " + row.remark());
      }
      if (row.undefinedFrames() > 0 && row.undefinedFrames() < report.frames()) {
        System.out.println(
            "  "
                + row.coordinate().name()
                + ": does not exist in "
                + row.undefinedFrames()
                + " of the frames");
      }
    }
    return report.right();
  }

  private static String error(double error) {
    return Double.isNaN(error) ? "-" : String.format(Locale.ROOT, "%.1e", error);
  }

  private static String word(DerivativeReport.Response response) {
    return response == DerivativeReport.Response.NONE
        ? "-"
        : response.name().toLowerCase(Locale.ROOT);
  }

  private static String range(Period period) {
    return String.format(Locale.ROOT, "%.5g…%.5g", period.minimum(), period.maximum());
  }

  private static void facts(String title, List<CheckReport.Fact> facts) {
    System.out.println(title);
    List<List<String>> rows = new ArrayList<>();
    facts.forEach(f -> rows.add(List.of(f.label(), f.text())));
    TextTable.lines(rows).forEach(line -> System.out.println("  " + line));
  }
}
