package org.chikei.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.result.StepResult;
import org.chikei.memory.MemoryStep;
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

/**
 * A memory kernel of 500 lags with its errors, from positions, velocities and accelerations in
 * memory, by one thread. The first of the single shots is what a job meets.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 6)
public class MemoryKernel {
  private static final double STEP = 0.05;
  private static final int LAGS = 500;

  /** How many frames there are. */
  @Param({"1000000"})
  public int frames;

  private SampleTable table;
  private Collector collector;

  /** Called by JMH. */
  public MemoryKernel() {}

  /**
   * Runs a particle in 1.5 (x² − 1)² at kT = 1 with the memory 4 exp(−2t).
   *
   * @throws StepFailure never, as long as the frames follow the motion
   */
  @Setup
  public void run() throws StepFailure {
    Random random = new Random(1);
    double[][] columns = new double[3][frames];
    double dt = STEP / 4;
    double decay = Math.exp(-2 * dt);
    double noise = Math.sqrt(4 * (1 - decay * decay));
    double x = 1;
    double v = random.nextGaussian();
    double z = 2 * random.nextGaussian();
    for (int j = 0; j < frames; j++) {
      columns[0][j] = x;
      columns[1][j] = v;
      columns[2][j] = -6 * x * (x * x - 1) + z;
      for (int k = 0; k < 4; k++) {
        v += dt / 2 * (-6 * x * (x * x - 1) + z);
        x += dt / 2 * v;
        z = decay * z - (1 - decay) * 2 * v + noise * random.nextGaussian();
        x += dt / 2 * v;
        v += dt / 2 * (-6 * x * (x * x - 1) + z);
      }
    }
    table =
        new SampleTable(frames)
            .withValues(0, columns[0])
            .withVelocities(Kinetics.DIRECT, 0, columns[1])
            .withAccelerations(Kinetics.DIRECT, 0, columns[2]);
    CoordinateInfo coordinate =
        new CoordinateInfo("x", "column", "", Optional.empty(), List.of(), List.of());
    Parameters parameters =
        new Parameters(Map.of("to", LAGS * STEP, "along", "given", "simulate", false, "seed", 1L));
    collector =
        new MemoryStep()
            .prepare(new StepRequest("x", List.of(coordinate), parameters))
            .collect(
                new DataOverview(1, true, Set.of(Kinetics.DIRECT), null, frames, STEP, 0, table));
  }

  /**
   * Records the frames and makes the kernel of them.
   *
   * @param counter counts frames
   * @return the kernel
   * @throws StepFailure never, as long as the frames follow the motion
   */
  @Benchmark
  public StepResult extract(Frames counter) throws StepFailure {
    Accumulator accumulator = collector.accumulator();
    accumulator.add(table.own(0, frames, 0, 0));
    counter.frames += frames;
    return collector.finish(accumulator, new FinishContext(frames, 1, STEP, false, Map.of()));
  }
}
