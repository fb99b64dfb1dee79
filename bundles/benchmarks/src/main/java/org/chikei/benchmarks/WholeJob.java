package org.chikei.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobRequest;
import org.chikei.batch.engine.Engine;
import org.chikei.batch.engine.EngineOutcome;
import org.chikei.batch.engine.Patience;
import org.chikei.batch.plan.Plan;
import org.chikei.batch.registry.Loan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The example job of alanine dipeptide from its text to its results, three comparisons and a free
 * energy of two torsions, without the framework and the files that are written.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class WholeJob {

  /** How many threads. */
  @Param({"1", "2"})
  public int threads;

  /** Called by JMH. */
  public WholeJob() {}

  /**
   * Runs the job.
   *
   * @param counter counts frames
   * @return what was found
   * @throws IOException if a file cannot be read
   * @throws JobException if the job does not fit the code any more
   * @throws JobCancelledException never
   */
  @Benchmark
  public EngineOutcome run(Frames counter) throws IOException, JobException, JobCancelledException {
    try (Loan loan = new Loan(new GivenServices())) {
      Plan plan = ExampleJob.plan(loan);
      try (Engine engine =
          new Engine(
              plan.data(), plan.steps(), new Patience(JobRequest.USUAL_PATIENCE, () -> false))) {
        EngineOutcome outcome = engine.run(JobMonitor.NONE, threads, false, null);
        if (!outcome.failures().isEmpty()) {
          throw new IllegalStateException(outcome.failures().toString());
        }
        counter.frames += outcome.log().frames();
        return outcome;
      }
    }
  }
}
