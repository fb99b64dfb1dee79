package org.chikei.api.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesRecordingTest {
  private static final SeriesRecording.Columns TWO =
      new SeriesRecording.Columns() {
        @Override
        public int count() {
          return 2;
        }

        @Override
        public double[] of(SampleBlock block, int column) {
          return column == 0 ? block.times() : block.values(0);
        }
      };

  /** Frames of a segment from one place on, with two frames of halo either side. */
  private static SampleBlock block(int segment, int first, int size) {
    double[] times = new double[size + 4];
    double[] values = new double[size + 4];
    for (int k = 0; k < size + 4; k++) {
      times[k] = first + k - 2;
      values[k] = 1000 * segment + first + k - 2;
    }
    return new SampleTable(size + 4)
        .own(2, size + 2, segment, first)
        .withTimes(times)
        .withValues(0, values);
  }

  private static SeriesRecording recorded(long mostInMemory, int[]... blocks) {
    SeriesRecording recording = new SeriesRecording(TWO, mostInMemory);
    for (int[] each : blocks) {
      recording.add(block(each[0], each[1], each[2]));
    }
    return recording;
  }

  private static double[] expected(int segment, int size) {
    double[] values = new double[size];
    Arrays.setAll(values, k -> 1000 * segment + k);
    return values;
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 20, 50, 0})
  void segmentsAreWholeHoweverTheyCame(long mostInMemory) throws Exception {
    SeriesRecording all = recorded(mostInMemory, new int[] {0, 0, 10}, new int[] {0, 10, 7});
    all.merge(recorded(mostInMemory, new int[] {0, 17, 3}, new int[] {1, 0, 30}));
    all.merge(recorded(mostInMemory));
    all.merge(recorded(mostInMemory, new int[] {2, 0, 1}));
    all.merge(recorded(mostInMemory, new int[] {2, 1, 4}));
    check(all);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    all.write(new DataOutputStream(bytes));
    all.close();
    SeriesRecording again = new SeriesRecording(TWO, mostInMemory);
    again.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    check(again);
    again.close();
  }

  private static void check(SeriesRecording all) {
    assertEquals(3, all.segments());
    assertEquals(55, all.frames());
    int[] sizes = {20, 30, 5};
    for (int s = 0; s < 3; s++) {
      assertEquals(sizes[s], all.length(s));
      assertArrayEquals(expected(s, sizes[s]), all.column(s, 1));
      assertArrayEquals(expected(0, sizes[s]), all.column(s, 0));
    }
  }
}
