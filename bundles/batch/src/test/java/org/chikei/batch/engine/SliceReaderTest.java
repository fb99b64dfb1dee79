package org.chikei.batch.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.batch.fake.FakeFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SliceReaderTest {
  @TempDir Path folder;
  private final FakeFormat format = new FakeFormat();
  private final List<InputFile> files = new ArrayList<>();

  private void file(String properties) throws IOException {
    Path path = folder.resolve(files.size() + ".fake");
    Files.writeString(path, "FAKE\n" + properties.replace(' ', '\n'));
    files.add(
        new InputFile("f" + files.size(), path, "FAKE", format, TrajectoryOptions.ofAtoms(4)));
  }

  /** segment:firstInSegment:from-to/rows of every slice. */
  private List<String> slices(Selection selection, int halo) throws IOException {
    List<String> found = new ArrayList<>();
    try (SliceReader reader = new SliceReader(files, selection, null, halo)) {
      for (Slice s : reader.all()) {
        found.add(
            s.segment()
                + ":"
                + s.firstInSegment()
                + ":"
                + s.from()
                + "-"
                + s.to()
                + "/"
                + s.frames().size());
        s.release();
      }
    }
    return found;
  }

  @AfterEach
  void everyFileIsClosed() {
    assertEquals(0, format.open());
  }

  @Test
  void slicesAreAlignedToTheirSegment() throws IOException {
    file("frames=3000 batch=700 gaps=1024,2900");
    assertEquals(
        List.of("0:0:0-1024/1024", "1:0:0-1024/1024", "1:1024:0-852/852", "2:0:0-100/100"),
        slices(Selection.ALL, 0));
  }

  @Test
  void theHaloReachesAsFarAsTheSegment() throws IOException {
    file("frames=3000 batch=1 gaps=2100");
    assertEquals(
        List.of("0:0:0-1024/1034", "0:1024:10-1034/1044", "0:2048:10-62/62", "1:0:0-900/900"),
        slices(Selection.ALL, 10));
    assertEquals(
        List.of(
            "0:0:0-1024/2100", "0:1024:1024-2048/2100", "0:2048:2000-2052/2052", "1:0:0-900/900"),
        slices(Selection.ALL, 2000));
  }

  @Test
  void filesThatFollowEachOtherAreOneSegment() throws IOException {
    file("frames=1000 spacing=0.1");
    file("frames=500 spacing=0.1 start=100");
    file("frames=10 spacing=0.1 start=3");
    assertEquals(
        List.of("0:0:0-1024/1024", "0:1024:0-476/476", "1:0:0-10/10"), slices(Selection.ALL, 0));
  }

  @Test
  void filesWithoutTimesAreSegmentsOfTheirOwn() throws IOException {
    file("frames=20 content=x");
    file("frames=10 content=x");
    assertEquals(List.of("0:0:0-20/20", "1:0:0-10/10"), slices(Selection.ALL, 0));
    assertEquals(
        List.of("0:0:0-11/11", "1:0:0-10/10"), slices(new Selection(Double.NaN, 5, 1, 0.5), 0));
    assertThrows(
        InputException.class, () -> slices(new Selection(1, Double.NaN, 1, Double.NaN), 0));
  }

  @Test
  void beginAndEndAreIncludedAndTheStrideCountsFromTheSegment() throws IOException {
    file("frames=101 spacing=0.1");
    assertEquals(List.of("0:0:0-21/21"), slices(new Selection(1, 3, 1, Double.NaN), 0));
    assertEquals(List.of("0:0:0-34/34"), slices(new Selection(Double.NaN, 10, 3, Double.NaN), 0));
    try (SliceReader reader = new SliceReader(files, new Selection(1, 3, 4, Double.NaN), null, 0)) {
      Slice slice = reader.next();
      assertEquals(1.2, slice.frames().times()[0], 1e-12);
      assertEquals(0.4, slice.spacing());
      slice.release();
    }
    assertEquals(List.of(), slices(new Selection(11, 12, 1, Double.NaN), 0));
  }

  @Test
  void aTimeStepReplacesTheTimesButNotTheBreaks() throws IOException {
    file("frames=20 spacing=0.1 gaps=10");
    try (SliceReader reader =
        new SliceReader(files, new Selection(Double.NaN, Double.NaN, 1, 2), null, 0)) {
      List<Slice> slices = reader.all();
      assertEquals(2, slices.size());
      assertEquals(2, slices.get(0).spacing());
      assertEquals(18, slices.get(0).frames().times()[9]);
      for (Slice slice : slices) {
        slice.release();
      }
    }
  }
}
