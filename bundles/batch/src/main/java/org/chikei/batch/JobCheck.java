package org.chikei.batch;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.chikei.api.InputException;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.DerivativeReport;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobRequest;
import org.chikei.batch.engine.Engine;
import org.chikei.batch.engine.Patience;
import org.chikei.batch.inspection.DerivativeCheck;
import org.chikei.batch.inspection.Inspection;
import org.chikei.batch.job.JobReader;
import org.chikei.batch.plan.Plan;
import org.chikei.batch.plan.Planner;
import org.chikei.batch.registry.Loan;

/** One check of one job. */
final class JobCheck {
  private final JobRequest request;
  private final Patience patience;

  JobCheck(JobRequest request) {
    this.request = request;
    this.patience = new Patience(request.patience(), () -> false);
  }

  CheckReport check(Loan loan) throws JobException, IOException {
    int threads =
        request.threads() > 0 ? request.threads() : Runtime.getRuntime().availableProcessors();
    try {
      Plan plan = plan(loan);
      try (Engine engine = new Engine(plan.data(), plan.steps(), patience)) {
        return new Inspection(plan, engine, threads).report();
      }
    } catch (JobCancelledException interrupt) {
      throw interrupted();
    }
  }

  DerivativeReport derivatives(Loan loan) throws JobException, IOException {
    try {
      Plan plan = plan(loan);
      if (!plan.unmade().isEmpty()) {
        throw new InputException(plan.unmade().values().iterator().next());
      }
      try (Engine engine = new Engine(plan.data(), plan.steps(), patience)) {
        return new DerivativeCheck(plan, engine.first()).report();
      }
    } catch (JobCancelledException interrupt) {
      throw interrupted();
    }
  }

  private Plan plan(Loan loan) throws JobException, IOException, JobCancelledException {
    return new Planner(loan, new JobReader(loan).read(request), request.structure(), patience)
        .plan();
  }

  private static IOException interrupted() {
    return new InterruptedIOException("the check was interrupted");
  }
}
