package org.chikei.batch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.StepResult;
import org.chikei.batch.engine.Checkpoint;
import org.chikei.batch.engine.Engine;
import org.chikei.batch.engine.EngineOutcome;
import org.chikei.batch.engine.Patience;
import org.chikei.batch.inspection.BondReport;
import org.chikei.batch.inspection.UnitedAtoms;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.job.JobReader;
import org.chikei.batch.output.Digests;
import org.chikei.batch.output.Settings;
import org.chikei.batch.output.Staging;
import org.chikei.batch.output.Writing;
import org.chikei.batch.plan.Plan;
import org.chikei.batch.plan.Planner;
import org.chikei.batch.registry.Loan;

/** One run of one job. */
final class JobRun {
  private final JobRequest request;
  private final JobMonitor monitor;
  private final Instant started = Instant.now();

  JobRun(JobRequest request, JobMonitor monitor) {
    this.request = request;
    this.monitor = monitor;
  }

  JobOutcome run(Loan loan) throws JobException, IOException, JobCancelledException {
    Patience patience = new Patience(request.patience(), monitor::cancelled);
    Planner planner =
        new Planner(loan, new JobReader(loan).read(request), request.structure(), patience);
    int threads =
        request.threads() > 0 ? request.threads() : Runtime.getRuntime().availableProcessors();
    Plan plan;
    Checkpoint checkpoint;
    JobResult result;
    try (Digests digests = new Digests(planner.inputs())) {
      plan = planner.plan();
      checkpoint = checkpoint(plan);
      result = run(plan, patience, digests, threads, checkpoint);
    }
    result.warnings().forEach(monitor::warning);
    result.steps().forEach(s -> s.warnings().forEach(monitor::warning));
    JobOutcome outcome = write(plan, result, threads);
    try {
      checkpoint.remove();
    } catch (IOException e) {
      monitor.warning("the results are written, but what was kept for --resume stays: " + e);
    }
    return outcome;
  }

  private JobResult run(
      Plan plan, Patience patience, Digests digests, int threads, Checkpoint checkpoint)
      throws IOException, JobCancelledException {
    try (Engine engine = new Engine(plan.data(), plan.steps(), patience)) {
      BondReport bonds =
          plan.structure().isEmpty()
              ? BondReport.NONE
              : BondReport.of(plan.structure().get(), plan.data(), engine.first());
      if (checkpoint.ignored()) {
        monitor.warning(
            "an earlier run of this job was interrupted; --resume would have gone on from what it had");
      }
      EngineOutcome outcome = engine.run(monitor, threads, bonds.halfStepVelocities(), checkpoint);
      if (outcome.results().isEmpty() && !outcome.unexpected() && plan.failures().isEmpty()) {
        throw new InputException(nothing(outcome));
      }
      List<String> warnings = new ArrayList<>(plan.job().imports().notes());
      warnings.addAll(plan.warnings());
      warnings.addAll(bonds.warnings());
      plan.structure().map(UnitedAtoms::warnings).ifPresent(warnings::addAll);
      warnings.addAll(outcome.warnings());
      return result(plan, outcome, warnings, digests.inputs(), threads);
    }
  }

  /** Beside the folder of the results, which is replaced as a whole. */
  private Checkpoint checkpoint(Plan plan) {
    Path output = plan.output().toAbsolutePath().normalize();
    return new Checkpoint(
        output.resolveSibling("." + output.getFileName() + ".checkpoint"),
        Fingerprint.of(plan, request.structure()),
        request.checkpoints().resume(),
        request.checkpoints().seconds());
  }

  private static String nothing(EngineOutcome outcome) {
    return "no step gave a result, so nothing was written" + sentences(outcome.failures());
  }

  private static String sentences(Map<String, String> failures) {
    StringBuilder sentences = new StringBuilder();
    failures.forEach((what, why) -> sentences.append("; ").append(what).append(": ").append(why));
    return sentences.toString();
  }

  /** Why steps gave no result, in the order of the job. */
  private static Map<String, String> failures(Plan plan, EngineOutcome outcome) {
    Map<String, String> failures = new LinkedHashMap<>();
    for (JobDescription.StepText step : plan.job().steps()) {
      String label = step.label();
      String why = plan.failures().getOrDefault(label, outcome.failures().get(label));
      if (why != null) {
        failures.put(label, why);
      }
    }
    return failures;
  }

  private JobResult result(
      Plan plan,
      EngineOutcome outcome,
      List<String> warnings,
      List<JobResult.Input> inputs,
      int threads) {
    List<String> notes = new ArrayList<>(plan.notes());
    notes.removeAll(plan.job().imports().notes());
    notes.addAll(outcome.log().notes());
    List<StepResult> results = new ArrayList<>();
    if (outcome.windows() != null) {
      results.add(outcome.windows());
    }
    results.addAll(outcome.results());
    return new JobResult(
        plan.job().title(),
        results,
        failures(plan, outcome),
        Settings.of(plan.job()),
        warnings,
        notes,
        inputs,
        run(plan, outcome, threads),
        plan.structure());
  }

  private Map<String, Object> run(Plan plan, EngineOutcome outcome, int threads) {
    Instant now = Instant.now();
    double seconds = Duration.between(started, now).toNanos() * 1e-9;
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("job", request.file().toAbsolutePath().normalize().toString());
    run.put("output", plan.output().toString());
    run.put("started", started.toString());
    run.put("finished", now.toString());
    run.put("seconds", seconds);
    run.put("frames_per_second", outcome.log().frames() / seconds);
    run.put("threads", threads);
    run.put("host", host());
    run.put("java", Runtime.version().toString());
    run.put(
        "files",
        plan.inputs().stream().map(f -> f.path().toAbsolutePath().normalize().toString()).toList());
    return run;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /**
   * Writes the result. A writer that fails spoils its own format alone; the others write once more
   * where it cannot reach, since their files have to say so.
   */
  private JobOutcome write(Plan plan, JobResult result, int threads)
      throws IOException, JobCancelledException {
    monitor.phase("writing " + plan.output());
    List<Plan.Format> formats = plan.formats();
    JobResult told = result;
    while (true) {
      try (Staging staging = new Staging(plan.output())) {
        var failed =
            new Writing(formats, request.patience(), monitor::cancelled, told, staging.folder())
                .write(threads);
        if (monitor.cancelled()) {
          throw new JobCancelledException();
        }
        if (failed.isEmpty()) {
          return new JobOutcome(told, plan.output(), staging.moveIntoPlace());
        }
        formats = formats.stream().filter(f -> !failed.containsKey(f)).toList();
        told = told.withFailures(failures(failed));
      }
      if (formats.isEmpty()) {
        throw new IOException("nothing was written" + sentences(told.failures()));
      }
    }
  }

  private static Map<String, String> failures(Map<Plan.Format, String> failed) {
    Map<String, String> failures = new LinkedHashMap<>();
    failed.forEach((format, why) -> failures.put("output " + format.type(), why));
    return failures;
  }
}
