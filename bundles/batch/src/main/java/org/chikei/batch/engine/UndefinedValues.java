package org.chikei.batch.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts the frames in which a coordinate does not exist, and remembers the first of them. */
final class UndefinedValues {
  private static final int SHOWN = 3;

  private final List<JobCoordinate> coordinates;
  private final long[] counts;
  private final List<List<String>> first = new ArrayList<>();

  UndefinedValues(List<JobCoordinate> coordinates) {
    this.coordinates = coordinates;
    this.counts = new long[coordinates.size()];
    coordinates.forEach(c -> first.add(new ArrayList<>()));
  }

  /** What one slice has, or null if nothing is undefined there. */
  static Found of(SamplePlan plan, Samples samples, Slice slice) {
    Found found = null;
    int coordinates = plan.coordinates().size();
    for (int k = 0; k < coordinates; k++) {
      if (!plan.demand().used(k)) {
        continue;
      }
      double[] values = samples.values[plan.graph().ofJob(k).index];
      for (int j = samples.from; j < samples.to; j++) {
        if (values[j] != values[j]) {
          if (found == null) {
            found = new Found(new int[coordinates], new ArrayList<>());
            for (int c = 0; c < coordinates; c++) {
              found.frames.add(new ArrayList<>());
            }
          }
          found.counts[k]++;
          if (found.frames.get(k).size() < SHOWN) {
            found.frames.get(k).add(slice.frames().label(j));
          }
        }
      }
    }
    return found;
  }

  void add(Found found) {
    if (found == null) {
      return;
    }
    for (int k = 0; k < counts.length; k++) {
      counts[k] += found.counts[k];
      for (String frame : found.frames.get(k)) {
        if (first.get(k).size() < SHOWN) {
          first.get(k).add(frame);
        }
      }
    }
  }

  void write(DataOutput out) throws IOException {
    for (int k = 0; k < counts.length; k++) {
      out.writeLong(counts[k]);
      out.writeInt(first.get(k).size());
      for (String frame : first.get(k)) {
        out.writeUTF(frame);
      }
    }
  }

  void read(DataInput in) throws IOException {
    for (int k = 0; k < counts.length; k++) {
      counts[k] = in.readLong();
      first.get(k).clear();
      for (int n = in.readInt(); n > 0; n--) {
        first.get(k).add(in.readUTF());
      }
    }
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] > 0) {
        warnings.add(
            "coordinate '"
                + coordinates.get(k).info().name()
                + "' does not exist in "
                + counts[k]
                + (counts[k] == 1 ? " frame (" : " frames (")
                + String.join(", ", first.get(k))
                + (counts[k] > first.get(k).size() ? ", …" : "")
                + "); they are left out");
      }
    }
    return warnings;
  }

  /** What one slice has. */
  record Found(int[] counts, List<List<String>> frames) {}
}
