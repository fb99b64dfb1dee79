package org.chikei.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chikei.api.Declaration;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.CoordinateImport;
import org.chikei.api.coordinate.Proposal;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.DerivativeReport;
import org.chikei.api.job.Installed;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.Workbench;
import org.chikei.api.model.ModelProvider;
import org.chikei.api.result.ResultWriter;
import org.chikei.api.series.SeriesFormat;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.StructureFormat;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.batch.job.JobSchema;
import org.chikei.batch.plan.StarterJob;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.registry.OsgiRegistry;
import org.chikei.batch.registry.Provider;
import org.chikei.batch.registry.Registry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Checks and runs jobs with what is installed in the framework. */
@Component
public final class BatchWorkbench implements Workbench {
  private final Registry registry;

  /**
   * Makes a workbench over the service registry.
   *
   * @param context the context of this bundle
   */
  @Activate
  public BatchWorkbench(BundleContext context) {
    this(new OsgiRegistry(context));
  }

  BatchWorkbench(Registry registry) {
    this.registry = registry;
  }

  @Override
  public List<Installed> installed() {
    List<Installed> all = new ArrayList<>();
    list("coordinate", CollectiveVariableProvider.class, all);
    list("step", AnalysisStep.class, all);
    list("format", TrajectoryFormat.class, all);
    list("format", SeriesFormat.class, all);
    list("format", StructureFormat.class, all);
    list("model", ModelProvider.class, all);
    list("format", CoordinateImport.class, all);
    list("output", ResultWriter.class, all);
    return all;
  }

  private <T> void list(String kind, Class<T> service, List<Installed> into) {
    for (Provider<T> provider : registry.providers(service)) {
      into.add(
          new Installed(
              kind, provider.type(), provider.summary(), provider.bundle(), provider.unused()));
    }
  }

  @Override
  public List<Declaration> describe(String type) {
    try (Loan loan = new Loan(registry)) {
      return Stream.of(
              loan.borrow(CollectiveVariableProvider.class, type).stream()
                  .map(CollectiveVariableProvider::declaration),
              loan.borrow(AnalysisStep.class, type).stream().map(AnalysisStep::declaration),
              loan.borrow(ModelProvider.class, type).stream().map(ModelProvider::declaration))
          .flatMap(declarations -> declarations)
          .toList();
    }
  }

  @Override
  public List<String> counterpart(String program, String type) {
    try (Loan loan = new Loan(registry)) {
      return loan.borrow(CoordinateImport.class, program).stream()
          .flatMap(i -> i.counterpart(type).stream())
          .toList();
    }
  }

  @Override
  public String schema() {
    try (Loan loan = new Loan(registry)) {
      return new JobSchema(loan).text();
    }
  }

  @Override
  public CheckReport check(JobRequest request) throws JobException, IOException {
    try (Loan loan = new Loan(registry)) {
      return new JobCheck(request).check(loan);
    }
  }

  @Override
  public DerivativeReport checkDerivatives(JobRequest request) throws JobException, IOException {
    try (Loan loan = new Loan(registry)) {
      return new JobCheck(request).derivatives(loan);
    }
  }

  @Override
  public JobOutcome run(JobRequest request, JobMonitor monitor)
      throws JobException, IOException, JobCancelledException {
    try (Loan loan = new Loan(registry)) {
      return new JobRun(request, monitor).run(loan);
    }
  }

  @Override
  public Structure structure(Path file) throws IOException {
    try (Loan loan = new Loan(registry)) {
      return StarterJob.structure(loan, file);
    }
  }

  @Override
  public List<Proposal> proposals(Path structure) throws IOException {
    try (Loan loan = new Loan(registry)) {
      return new StarterJob(loan, structure).proposals();
    }
  }

  @Override
  public String suggest(Path structure, int most) throws IOException {
    try (Loan loan = new Loan(registry)) {
      return new StarterJob(loan, structure).coordinates(most);
    }
  }

  @Override
  public void init(Path structure, Path trajectory, Path job) throws IOException {
    try (Loan loan = new Loan(registry)) {
      new StarterJob(loan, structure).write(trajectory, job);
    }
  }
}
