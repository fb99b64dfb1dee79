package org.chikei.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobRequest;
import org.chikei.api.result.StepResult;
import org.chikei.batch.engine.Engine;
import org.chikei.batch.engine.JobStep;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The two parts of a comparison, each alone, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ComparisonParts {

  /** The coordinate of the example job: a bond or a torsion. */
  @Param({"cc", "psi"})
  public String coordinate;

  private ObservedAnalysis analysis;
  private SampleBlock slice;

  /** Called by JMH. */
  public ComparisonParts() {}

  /**
   * Runs the comparison once and keeps its parts.
   *
   * @throws IOException if a file cannot be read
   * @throws JobException if the job does not fit the code any more
   * @throws JobCancelledException never
   */
  @Setup
  public void run() throws IOException, JobException, JobCancelledException {
    try (Loan loan = new Loan(new GivenServices())) {
      Plan plan = ExampleJob.plan(loan);
      JobStep step =
          plan.steps().stream().filter(s -> s.name().equals(coordinate)).findFirst().orElseThrow();
      analysis = new ObservedAnalysis(step.analysis());
      JobStep observed =
          new JobStep(step.name(), step.type(), analysis, step.of(), step.own(), step.providers());
      try (Engine engine =
          new Engine(
              plan.data(),
              List.of(observed),
              new Patience(JobRequest.USUAL_PATIENCE, () -> false))) {
        engine.run(JobMonitor.NONE, 1, false, null);
      }
    }
    slice = analysis.pilot();
  }

  /**
   * Collects a slice with direct and momentum-averaged kinetics and the shares of the atoms.
   *
   * @param counter counts frames
   * @return the accumulator
   */
  @Benchmark
  public Accumulator collect(Frames counter) {
    Accumulator accumulator = analysis.accumulator();
    accumulator.add(slice);
    counter.frames += slice.to() - slice.from();
    return accumulator;
  }

  /**
   * Makes curves, errors and verdict of what all frames gave.
   *
   * @return the result
   * @throws StepFailure never, as long as the frames make a result
   */
  @Benchmark
  public StepResult finish() throws StepFailure {
    return analysis.finish();
  }
}
