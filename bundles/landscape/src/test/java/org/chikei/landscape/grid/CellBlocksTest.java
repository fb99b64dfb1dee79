package org.chikei.landscape.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellBlocksTest {

  private static CellBlocks part(int run, int frames, long baseLength) {
    CellBlocks part = new CellBlocks(1, baseLength, 64);
    part.run(run);
    for (int k = 0; k < frames; k++) {
      part.sums()[part.place(k % 3)]++;
      part.endFrame();
    }
    part.endSlice();
    return part;
  }

  private static LongSummaryStatistics lengths(CellBlocks blocks) {
    return blocks.blocks().stream().mapToLong(block -> block.frames).summaryStatistics();
  }

  /** Were neighbours joined in pairs each time, the first block would hold half of all frames. */
  @ParameterizedTest
  @CsvSource({"5000, 20", "5000, 1", "700, 300"})
  void areAboutAsLongAsEachOtherHoweverShortSegmentsAre(int segments, int longest) {
    CellBlocks blocks = new CellBlocks(1, 256, 64);
    SplittableRandom random = new SplittableRandom(1);
    long frames = 0;
    for (int segment = 0; segment < segments; segment++) {
      int length = 1 + random.nextInt(longest);
      blocks.merge(part(0, length, 256), false);
      frames += length;
    }
    LongSummaryStatistics lengths = lengths(blocks);
    assertEquals(frames, lengths.getSum());
    assertTrue(lengths.getCount() > 48 && lengths.getCount() <= 128, lengths::toString);
    assertTrue(lengths.getMax() <= 3 * lengths.getAverage() + longest, lengths::toString);
  }

  @Test
  void ofOneLongSegmentAreOfOneLength() {
    CellBlocks blocks = new CellBlocks(1, 2, 64);
    for (int slice = 0; slice < 800; slice++) {
      blocks.merge(part(0, 8, 2), slice > 0);
    }
    LongSummaryStatistics lengths = lengths(blocks);
    assertEquals(6400, lengths.getSum());
    assertEquals(64, lengths.getMax(), 32); // the end of the segment may have joined another block
    assertEquals(100, lengths.getCount(), 1);
  }

  @Test
  void neverReachFromRunToRunAsLongAsThereAreOthersToJoin() {
    CellBlocks blocks = new CellBlocks(1, 2, 64);
    for (int run = 0; run < 5; run++) {
      for (int slice = 0; slice < 20; slice++) {
        blocks.merge(part(run, 37, 2), slice > 0);
      }
    }
    long[] frames = new long[5];
    for (CellBlocks.Block block : blocks.blocks()) {
      frames[block.run] += block.frames;
    }
    for (long ofRun : frames) {
      assertEquals(740, ofRun);
    }
  }

  /** Whole numbers add up exactly, in whatever order. */
  @ParameterizedTest
  @CsvSource({"1, 100", "16, 100", "1, 3000", "512, 3000"})
  void keepTheSumsOfEveryCellWhereTheyAreJoined(long baseLength, int framesOfSlice) {
    SplittableRandom random = new SplittableRandom(2);
    CellBlocks blocks = new CellBlocks(2, baseLength, 64);
    double[][] expected = new double[500][2];
    for (int slice = 0; slice < 30; slice++) {
      CellBlocks part = new CellBlocks(2, baseLength, 64);
      for (int k = 0; k < framesOfSlice; k++) {
        int cell = random.nextInt(500);
        int value = random.nextInt(100);
        int place = part.place(1000L + cell);
        part.sums()[place]++;
        part.sums()[place + 1] += value;
        expected[cell][0]++;
        expected[cell][1] += value;
        part.endFrame();
      }
      part.endSlice();
      blocks.merge(part, slice % 7 != 0);
    }
    double[][] sums = new double[500][2];
    for (CellBlocks.Block block : blocks.blocks()) {
      for (int k = 0; k < block.cells.length; k++) {
        double[] sum = sums[(int) blocks.key(block.cells[k]) - 1000];
        sum[0] += block.sums[2 * k];
        sum[1] += block.sums[2 * k + 1];
      }
    }
    assertArrayEquals(expected, sums);
    assertTrue(blocks.blocks().size() <= 128, blocks.blocks().size() + " blocks");
  }
}
