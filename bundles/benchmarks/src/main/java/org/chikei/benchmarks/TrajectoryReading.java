package org.chikei.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.Trajectory;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** Reading a trajectory from opening to closing, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrajectoryReading {

  /** As many frames as the engine decodes together. */
  static final int BLOCK = 256;

  /** How many atoms were decoded; JMH prints it a second. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Atoms {
    /** Wanted atoms times frames. */
    public long atoms;

    /** Called by JMH. */
    public Atoms() {}
  }

  /** What is read. */
  @Param public Input input;

  private int[] wanted;
  private int[] rows;
  private FrameBlock block;

  /** Called by JMH. */
  public TrajectoryReading() {}

  /**
   * Makes room for a block of frames.
   *
   * @throws IOException if the file cannot be read
   */
  @Setup
  public void reserve() throws IOException {
    wanted = input.wanted();
    rows = IntStream.range(0, BLOCK).toArray();
    try (Trajectory trajectory = input.open()) {
      block =
          new FrameBlock(
              BLOCK,
              wanted.length,
              trajectory.carries().contains(FrameContent.VELOCITIES),
              trajectory.carries().contains(FrameContent.FORCES));
    }
  }

  /**
   * Finds all frames, decodes none.
   *
   * @param counter counts frames
   * @return how far the file was read
   * @throws IOException if the file cannot be read
   */
  @Benchmark
  public double find(Frames counter) throws IOException {
    try (Trajectory trajectory = input.open()) {
      for (FrameBatch batch = trajectory.next(BLOCK);
          batch != null;
          batch = trajectory.next(BLOCK)) {
        counter.frames += batch.size();
      }
      return trajectory.progress();
    }
  }

  /**
   * Finds and decodes all frames.
   *
   * @param counter counts frames
   * @param decoded counts atoms
   * @return the last frames
   * @throws IOException if the file cannot be read
   */
  @Benchmark
  public FrameBlock read(Frames counter, Atoms decoded) throws IOException {
    try (Trajectory trajectory = input.open()) {
      FrameDecoder decoder = trajectory.decoder(wanted);
      for (FrameBatch batch = trajectory.next(BLOCK);
          batch != null;
          batch = trajectory.next(BLOCK)) {
        block.setSize(batch.size());
        decoder.decode(batch, rows, 0, batch.size(), block, 0);
        counter.frames += batch.size();
        decoded.atoms += (long) batch.size() * wanted.length;
      }
      return block;
    }
  }
}
