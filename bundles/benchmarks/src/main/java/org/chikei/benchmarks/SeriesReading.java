package org.chikei.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.series.SeriesOptions;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.trajectory.series.ColvarFormat;
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

/** Reading a table of eleven columns from opening to closing, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SeriesReading {

  /** How many columns are wanted. */
  @Param({"1", "11"})
  public int columns;

  /** Called by JMH. */
  public SeriesReading() {}

  /**
   * Reads the table of the test data.
   *
   * @param counter counts rows
   * @return the last numbers
   * @throws IOException if the file cannot be read
   */
  @Benchmark
  public double[][] read(Frames counter) throws IOException {
    double[][] numbers = new double[columns][TrajectoryReading.BLOCK];
    int[] rows = IntStream.range(0, TrajectoryReading.BLOCK).toArray();
    try (Series series =
        new ColvarFormat()
            .open(Repository.file("test-data/ala2-dense.colvar"), SeriesOptions.NONE)) {
      SeriesDecoder decoder = series.decoder(IntStream.range(11 - columns, 11).toArray());
      for (FrameBatch batch = series.next(TrajectoryReading.BLOCK);
          batch != null;
          batch = series.next(TrajectoryReading.BLOCK)) {
        decoder.decode(batch, rows, 0, batch.size(), numbers, 0);
        counter.frames += batch.size();
      }
    }
    return numbers;
  }
}
