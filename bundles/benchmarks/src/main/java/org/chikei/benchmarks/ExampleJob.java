package org.chikei.benchmarks;

import java.io.IOException;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobRequest;
import org.chikei.batch.engine.Patience;
import org.chikei.batch.job.JobReader;
import org.chikei.batch.plan.Plan;
import org.chikei.batch.plan.Planner;
import org.chikei.batch.registry.Loan;

/** The job of {@code descriptors/alanine-dipeptide.yaml}. */
final class ExampleJob {
  private ExampleJob() {}

  /** Reads and plans the job; no frame is read. */
  static Plan plan(Loan loan) throws IOException, JobException, JobCancelledException {
    JobRequest request = JobRequest.of(Repository.file("descriptors/alanine-dipeptide.yaml"));
    return new Planner(
            loan,
            new JobReader(loan).read(request),
            request.structure(),
            new Patience(JobRequest.USUAL_PATIENCE, () -> false))
        .plan();
  }
}
