package org.chikei.batch.windows;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.SeriesRecording;

/**
 * The values of the restrained coordinates in every frame, by segment; on disk where they are many.
 */
public final class WindowSamples implements Accumulator, AutoCloseable {
  private final int coordinates;
  private final SeriesRecording recording;
  private final List<Integer> windows = new ArrayList<>();
  private int firstSegment = -1;
  private int lastSegment = -1;

  /**
   * Makes an empty collection.
   *
   * @param coordinates how many coordinates are restrained
   */
  public WindowSamples(int coordinates) {
    this.coordinates = coordinates;
    this.recording =
        new SeriesRecording(
            new SeriesRecording.Columns() {
              @Override
              public int count() {
                return coordinates;
              }

              @Override
              public double[] of(SampleBlock block, int column) {
                return block.values(column);
              }
            });
  }

  @Override
  public void add(SampleBlock block) {
    if (block.segment() != lastSegment) {
      windows.add(block.run());
    }
    if (firstSegment < 0) {
      firstSegment = block.segment();
    }
    lastSegment = block.segment();
    recording.add(block);
  }

  @Override
  public void merge(Accumulator next) {
    WindowSamples other = (WindowSamples) next;
    boolean same = lastSegment >= 0 && other.firstSegment == lastSegment;
    windows.addAll(other.windows.subList(same ? 1 : 0, other.windows.size()));
    recording.merge(other.recording);
    firstSegment = firstSegment < 0 ? other.firstSegment : firstSegment;
    lastSegment = other.lastSegment < 0 ? lastSegment : other.lastSegment;
  }

  /** How many segments there are. */
  int segments() {
    return recording.segments();
  }

  /** The window that a segment belongs to. */
  int window(int segment) {
    return windows.get(segment);
  }

  /** The values of the coordinates in a segment, a column each. */
  double[][] values(int segment) {
    double[][] values = new double[coordinates][];
    for (int a = 0; a < coordinates; a++) {
      values[a] = recording.column(segment, a);
    }
    return values;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(firstSegment);
    out.writeInt(lastSegment);
    out.writeInt(windows.size());
    for (int window : windows) {
      out.writeInt(window);
    }
    recording.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    firstSegment = in.readInt();
    lastSegment = in.readInt();
    windows.clear();
    for (int count = in.readInt(); count > 0; count--) {
      windows.add(in.readInt());
    }
    recording.read(in);
  }

  @Override
  public void close() {
    recording.close();
  }
}
