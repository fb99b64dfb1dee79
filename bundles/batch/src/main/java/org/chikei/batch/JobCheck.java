package org.chikei.batch;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.DerivativeReport;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobRequest;
import org.chikei.batch.engine.Engine;
import org.chikei.batch.inspection.DerivativeCheck;
import org.chikei.batch.inspection.Inspection;
import org.chikei.batch.job.JobReader;
import org.chikei.batch.plan.Plan;
import org.chikei.batch.plan.Planner;
import org.chikei.batch.registry.Loan;

/** One check of one job. */
final class JobCheck {
  private final JobRequest request;

  JobCheck(JobRequest request) {
    this.request = request;
  }

  CheckReport check(Loan loan) throws JobException, IOException {
    Plan plan = new Planner(loan, new JobReader(loan).read(request), request.structure()).plan();
    int threads =
        request.threads() > 0 ? request.threads() : Runtime.getRuntime().availableProcessors();
    try (Engine engine = engine(plan)) {
      return new Inspection(plan, engine, threads).report();
    }
  }

  DerivativeReport derivatives(Loan loan) throws JobException, IOException {
    Plan plan = new Planner(loan, new JobReader(loan).read(request), request.structure()).plan();
    try (Engine engine = engine(plan)) {
      return new DerivativeCheck(plan, engine).report();
    }
  }

  private Engine engine(Plan plan) throws IOException {
    try {
      return new Engine(plan.data(), plan.steps(), request.patience(), () -> false);
    } catch (JobCancelledException interrupt) {
      throw new InterruptedIOException("the check was interrupted");
    }
  }
}
