package org.chikei.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.job.Checkpoints;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.Workbench;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code run JOB…}: runs jobs and ends each with its verdict. */
final class RunCommand implements Command {
  private static final double MOST_SECONDS = 1e9;

  private final Workbench workbench;

  RunCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public CommandSpec specification() {
    CommandSpec run =
        CommandSpec.create()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("JOB")
                    .arity("1..*")
                    .required(true)
                    .type(List.class)
                    .auxiliaryTypes(Path.class)
                    .description("Job files.")
                    .build())
            .addOption(
                OptionSpec.builder("--output")
                    .paramLabel("DIR")
                    .type(Path.class)
                    .description(
                        "Where results go instead of where the job says; with several jobs each"
                            + " has a folder there that is called like its file.")
                    .build())
            .addOption(
                OptionSpec.builder("--threads")
                    .paramLabel("N")
                    .type(int.class)
                    .description("How many threads to use; all cores if not given.")
                    .build())
            .addOption(
                OptionSpec.builder("--set")
                    .paramLabel("KEY=VALUE")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "Replaces a value of the job by its path, such as source.begin=100 or"
                            + " coordinates[0].atoms[1]=9.")
                    .build())
            .addOption(
                Command.flag(
                    "--resume", "Goes on from the checkpoint of a run that was interrupted."))
            .addOption(
                OptionSpec.builder("--checkpoint")
                    .paramLabel("SECONDS")
                    .type(double.class)
                    .description(
                        "How often what was collected is kept for --resume at most; 60 if absent, 0"
                            + " for never.")
                    .build())
            .addOption(
                OptionSpec.builder("--step-limit")
                    .paramLabel("SECONDS")
                    .type(double.class)
                    .description(
                        "How long a step may take to finish, one call of a coordinate or a step"
                            + " for some frames, and the writer of a format, before it is given up"
                            + " and the others' results are written without it; "
                            + JobRequest.USUAL_PATIENCE.toSeconds()
                            + " if absent.")
                    .build())
            .addOption(Command.flag("--quiet", "Prints warnings and errors only."));
    run.usageMessage().description("Runs jobs.");
    return run;
  }

  @Override
  public int run(ParseResult parsed) {
    List<Path> jobs = parsed.matchedPositionalValue(0, List.of());
    int threads = parsed.matchedOptionValue("--threads", 0);
    if (parsed.hasMatchedOption("--threads") && threads < 1) {
      System.err.println("chikei: --threads " + threads + ": at least one thread is needed");
      return ExitStatus.USAGE;
    }
    List<String> settings = parsed.matchedOptionValue("--set", List.of());
    Map<String, String> overrides = overrides(settings);
    double every = parsed.matchedOptionValue("--checkpoint", Checkpoints.USUAL.seconds());
    if (!(every >= 0)) {
      System.err.println("chikei: --checkpoint " + every + ": a number of seconds, or 0 for never");
      return ExitStatus.USAGE;
    }
    Checkpoints checkpoints = new Checkpoints(parsed.hasMatchedOption("--resume"), every);
    double limit =
        parsed.matchedOptionValue("--step-limit", (double) JobRequest.USUAL_PATIENCE.toSeconds());
    if (!(limit >= 1e-3 && limit <= MOST_SECONDS)) {
      System.err.println("chikei: --step-limit " + limit + ": a number of seconds above 0");
      return ExitStatus.USAGE;
    }
    Duration patience = Duration.ofMillis(Math.round(1000 * limit));
    Path output = parsed.matchedOptionValue("--output", null);
    if (overrides == null || output != null && !distinct(jobs)) {
      return ExitStatus.USAGE;
    }
    boolean quiet = parsed.hasMatchedOption("--quiet");
    boolean debug = parsed.hasMatchedOption("--debug");
    int status = ExitStatus.DONE;
    for (Path job : jobs) {
      Optional<Path> folder =
          Optional.ofNullable(output).map(o -> jobs.size() > 1 ? o.resolve(stem(job)) : o);
      status =
          ExitStatus.graver(
              status,
              run(
                  new JobRequest(
                      job,
                      overrides,
                      folder,
                      threads,
                      Optional.empty(),
                      checkpoints,
                      patience,
                      Optional.empty()),
                  quiet,
                  debug));
      if (status == ExitStatus.INTERRUPTED) {
        return status;
      }
    }
    return status;
  }

  private int run(JobRequest request, boolean quiet, boolean debug) {
    Progress progress = new Progress(System.out, quiet);
    try {
      JobOutcome outcome = workbench.run(request, progress);
      progress.end();
      if (!quiet) {
        new Verdict(System.out).print(outcome);
      }
      outcome
          .result()
          .failures()
          .forEach((step, why) -> System.err.println(Commands.oneLine(step + " failed: " + why)));
      return outcome.result().failures().isEmpty() ? ExitStatus.DONE : ExitStatus.STEPS_FAILED;
    } catch (JobException | IOException | JobCancelledException e) {
      progress.end();
      return Commands.report(e, debug);
    }
  }

  private static Map<String, String> overrides(List<String> settings) {
    Map<String, String> overrides = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        System.err.println(
            "chikei: --set " + setting + ": write a path, '=' and a value: source.begin=100");
        return null;
      }
      overrides.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return overrides;
  }

  private static boolean distinct(List<Path> jobs) {
    Set<String> stems = new HashSet<>();
    for (Path job : jobs) {
      if (!stems.add(stem(job).toLowerCase(Locale.ROOT))) {
        System.err.println(
            "chikei: "
                + job
                + ": another job's results would go to the same folder "
                + stem(job)
                + "; rename one of them or run them apart");
        return false;
      }
    }
    return true;
  }

  private static String stem(Path job) {
    String name = job.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
