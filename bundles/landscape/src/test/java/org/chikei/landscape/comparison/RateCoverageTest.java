package org.chikei.landscape.comparison;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Hits;
import org.chikei.landscape.LangevinWell;
import org.chikei.landscape.passage.BinTrack;
import org.chikei.landscape.passage.Cores;
import org.chikei.landscape.passage.Transitions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rates and first-passage times lie within their errors as often as they should, also where most
 * segments end before a passage, and where transitions come in bursts.
 */
class RateCoverageTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 40);
  private static final double STEP = 0.001;

  /**
   * The mean first-passage times are 2.9 to 5.4 units of time, so segments of 2.5 units end before
   * most passages.
   */
  @ParameterizedTest
  @CsvSource({"1, 400000", "160, 2500"})
  void firstPassageTimesOfSegmentsLongAndShort(int segments, int frames) throws Exception {
    LangevinWell well = new LangevinWell(2, 0.3);
    Hits hits = new Hits();
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SampleTable[] tables =
          IntStream.range(0, segments)
              .mapToObj(k -> well.overdamped(frames, STEP, random.split()))
              .toArray(SampleTable[]::new);
      StepResult result = LangevinWell.compare(Set.of(), tables);
      for (int way = 0; way < 2; way++) {
        Quantity mean = (Quantity) RatesTest.passage(result, way).get("mean");
        hits.add(mean.value() - RatesTest.exactPassage(well, result, way), mean.error());
      }
    }
    hits.assertHonest("first passage, " + segments + " segments");
  }

  /**
   * Without friction crossings of one energy come after the other: √N would be too small by half,
   * and κ is 1. With friction 1 it is the mean rate of a thousand runs over that of
   * transition-state theory, 0.8119 ± 0.0007. The crossings that κ counts are those of the bin of
   * the top, whose mean density is known.
   */
  @ParameterizedTest
  @CsvSource({"0, 1000, 1", "1, 400, 0.8119"})
  void ratesAndTransmissionWhereCrossingsComeInBursts(double friction, int segments, double exact)
      throws Exception {
    LangevinWell well = new LangevinWell(1.5, 0);
    Hits rates = new Hits();
    Hits kappas = new Hits();
    double rate = exact * 0.06 * well.transitionStateRate();
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SampleTable[] tables =
          IntStream.range(0, segments)
              .mapToObj(k -> well.underdamped(1000, 3, 0.02, friction, random.split()))
              .toArray(SampleTable[]::new);
      StepResult result = LangevinWell.compare(GaussianSystem.kinetics(), tables);
      Map<?, ?> barrier = RatesTest.barrier(result, 0);
      rates.add(
          (Double) barrier.get("observed_rate") - rate, (Double) barrier.get("observed_rate_err"));
      double ofBin = exact / well.densityAgainstTop((Double) barrier.get("at"));
      kappas.add((Double) barrier.get("kappa") - ofBin, (Double) barrier.get("kappa_err"));
    }
    rates.assertHonest("rates with friction " + friction);
    kappas.assertHonest("transmission with friction " + friction);
  }

  /**
   * A gate that opens now and then, and jumps to the other side while it is open: the rate is the
   * mean over open and shut, and its error several times that of as many jumps at random.
   */
  @ParameterizedTest
  @CsvSource({"0.02, 400, 40000", "0.05, 1000, 100000", "0.004, 20, 20000"})
  void ratesBehindAGate(double jump, double life, int frames) {
    Hits hits = new Hits();
    Cores cores = new Cores(new int[] {0, -1, 1}, new int[] {0, 2}, new int[] {0, 2});
    for (int seed = 0; seed < 10 * SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] bins = new int[frames];
      boolean open = random.nextBoolean();
      int side = random.nextBoolean() ? 0 : 2;
      for (int k = 0; k < frames; k++) {
        open ^= random.nextDouble() * life < 1;
        side = open && random.nextDouble() < jump ? 2 - side : side;
        bins[k] = side;
      }
      BinTrack track = new BinTrack();
      track.add(true, 0, bins, frames);
      int[] blocks = new int[500];
      Arrays.fill(blocks, frames / blocks.length);
      Quantity rate =
          Transitions.count(track, 0, 0, false, cores, blocks).over(0, 1, true).rate(1, "1/ps");
      hits.add(rate.value() - jump / 2, rate.error());
    }
    hits.assertHonest("gate of " + jump + ", " + life);
  }
}
