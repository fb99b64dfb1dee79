package org.chikei.models.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.models.systems.Systems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ModelSeriesTest {
  private static SimulationPlan plan(long segments, long frames) throws Exception {
    return Simulations.plan(
        Systems.make("double-well-2d", Map.of()),
        1,
        Map.of("dynamics", "langevin", "segments", segments, "frames", frames, "spacing", 0.02));
  }

  @Test
  @Timeout(60)
  void threadsDoNotChangeTheNumbers() throws Exception {
    SimulationPlan plan = plan(23, 500);
    double[] alone = Simulations.run(plan)[1];
    for (int threads : new int[] {2, 5}) {
      double[] together = new double[alone.length];
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try (Series series = plan.open()) {
        List<Future<?>> work = new ArrayList<>();
        int done = 0;
        for (FrameBatch batch = series.next(128); batch != null; batch = series.next(128)) {
          FrameBatch mine = batch;
          int at = done;
          work.add(
              pool.submit(
                  () -> {
                    SeriesDecoder decoder = series.decoder(new int[] {1});
                    int[] rows = new int[mine.size()];
                    for (int k = 0; k < rows.length; k++) {
                      rows[k] = k;
                    }
                    decoder.decode(mine, rows, 0, rows.length, new double[][] {together}, at);
                    return null;
                  }));
          done += batch.size();
        }
        // the last ones first, so that threads have to wait for what comes before
        for (int k = work.size() - 1; k >= 0; k--) {
          work.get(k).get();
        }
      } finally {
        pool.shutdownNow();
      }
      assertArrayEquals(alone, together);
    }
  }

  @Test
  void longSegmentsComeInStretches() throws Exception {
    // 2 numbers a variable and frame, 2 variables: stretches of 262,144 frames
    SimulationPlan plan =
        Simulations.plan(
            Systems.make("harmonic-modes", Map.of()),
            1,
            Map.of("frames", 600_000L, "spacing", 0.05));
    double[][] all = Simulations.run(plan);
    for (int k : new int[] {262_143, 262_144, 524_287, 524_288}) {
      // steps of 0.05/3 and less turn the phase by less than 1e-4 a frame: no jump at the seam
      double q = all[1][k] * Math.cos(0.05) + all[2][k] * Math.sin(0.05);
      assertEquals(q, all[1][k + 1], 1e-4);
    }
  }

  @Test
  void aLookAtTheWholeTakesTheBeginningsOfSegments() throws Exception {
    SimulationPlan plan = plan(50, 20);
    double[] all = Simulations.run(plan)[1];
    try (Series series = plan.open()) {
      FrameBatch spread = series.spread(10);
      assertEquals(10, spread.size());
      double[][] values = new double[1][10];
      int[] rows = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
      series.decoder(new int[] {1}).decode(spread, rows, 0, 10, values, 0);
      for (int k = 0; k < 10; k++) {
        assertEquals(100L * k, spread.number(k));
        assertEquals(all[100 * k], values[0][k]);
      }
      assertEquals(128, series.next(128).size() + 108);
    }
  }

  @Test
  void columnsAreNamedAfterTheVariables() throws Exception {
    try (Series series = plan(1, 1).open()) {
      assertEquals(
          List.of(
              "time",
              "q1",
              "q1_velocity",
              "q1_acceleration",
              "q2",
              "q2_velocity",
              "q2_acceleration"),
          series.columns().stream().map(c -> c.name()).toList());
    }
  }
}
