package org.chikei.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chikei.api.result.Column;
import org.chikei.api.result.StepResult;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run. How fast they are is nothing that a test could say. */
class BenchmarksTest {

  @Test
  void everyBenchmarkRunsWithEachOfItsParameters() throws RunnerException {
    Options once =
        new OptionsBuilder()
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(5))
            .shouldDoGC(false)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(once).run();
    Set<String> names = new TreeSet<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      names.add(name.substring(getClass().getPackageName().length() + 1));
      assertTrue(result.getPrimaryResult().getScore() > 0, name);
    }
    assertEquals(
        Set.of(
            "ComparisonParts.collect",
            "ComparisonParts.finish",
            "ContactCounting.count",
            "CoordinateEvaluation.evaluate",
            "MemoryKernel.extract",
            "PathEvaluation.evaluate",
            "SeriesReading.read",
            "TrajectoryReading.find",
            "TrajectoryReading.read",
            "WholeJob.run"),
        names);
    assertEquals(2 + 2 + 12 + 24 + 1 + 6 + 2 + 4 + 4 + 2, results.size());
  }

  @Test
  void aComparisonThatIsFinishedAgainGivesTheSameResult() throws Exception {
    ComparisonParts parts = new ComparisonParts();
    parts.coordinate = "psi";
    parts.run();
    StepResult first = parts.finish();
    StepResult second = parts.finish();
    assertEquals(first.fields(), second.fields());
    List<Column> columns = first.tables().get(0).columns();
    for (int k = 0; k < columns.size(); k++) {
      assertArrayEquals(columns.get(k).values(), second.tables().get(0).columns().get(k).values());
    }
  }
}
