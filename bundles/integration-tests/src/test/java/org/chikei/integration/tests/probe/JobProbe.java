package org.chikei.integration.tests.probe;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.chikei.api.job.Installed;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.Workbench;
import org.chikei.api.result.StepResult;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Uses the workbench from within a framework, as another bundle does. */
public final class JobProbe
    implements Callable<Map<String, Object>>, BiFunction<Path, Path, Map<String, Object>> {

  private final Workbench workbench;

  /** Made by the test. */
  public JobProbe() {
    BundleContext context = FrameworkUtil.getBundle(JobProbe.class).getBundleContext();
    workbench = context.getService(context.getServiceReference(Workbench.class));
  }

  /** What the workbench says of itself. */
  @Override
  public Map<String, Object> call() {
    return Map.of(
        "schema",
        workbench.schema(),
        "installed",
        workbench.installed().stream().map(Installed::type).toList());
  }

  /** Runs a job with its results in a folder. */
  @Override
  public Map<String, Object> apply(Path job, Path output) {
    try {
      JobOutcome outcome =
          workbench.run(new JobRequest(job, Map.of(), Optional.of(output), 2), JobMonitor.NONE);
      List<StepResult> steps = outcome.result().steps();
      return Map.of(
          "files",
          outcome.files(),
          "failures",
          outcome.result().failures(),
          "headlines",
          steps.stream().collect(Collectors.toMap(StepResult::name, StepResult::headline)));
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }
}
