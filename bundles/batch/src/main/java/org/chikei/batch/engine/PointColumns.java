package org.chikei.batch.engine;

import java.io.IOException;
import java.util.Arrays;
import org.chikei.api.coordinate.Point;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;

/**
 * Positions, velocities and accelerations of points in a block of frames. Filled again and again;
 * used by one thread.
 */
final class PointColumns {
  private final PointLayout layout;
  private final FrameBlock frames;
  private final double[] positions;
  private final double[] velocities;
  private final double[] accelerations;

  private OpenFile decoded;
  private FrameDecoder decoder;

  PointColumns(PointLayout layout, int stride, boolean velocities, boolean forces) {
    this.layout = layout;
    this.frames = new FrameBlock(stride, layout.atoms().length, velocities, forces);
    if (layout.direct()) {
      this.positions = frames.positions();
      this.velocities = frames.velocities();
      this.accelerations = frames.forces();
    } else {
      int length = 3 * layout.points().size() * stride;
      this.positions = new double[length];
      this.velocities = velocities ? new double[length] : null;
      this.accelerations = forces ? new double[length] : null;
    }
  }

  /** Decodes some rows of a slice. */
  void fill(Slice.Frames slice, int from, int to) throws IOException {
    frames.setSize(to - from);
    int row = from;
    while (row < to) {
      FrameBatch batch = slice.batches()[row];
      int end = row + 1;
      while (end < to && slice.batches()[end] == batch) {
        end++;
      }
      OpenFile file = slice.files()[row];
      if (file != decoded) {
        decoder = file.trajectory().decoder(layout.atoms());
        decoded = file;
      }
      decoder.decode(batch, slice.frames(), row, end, frames, row - from);
      row = end;
    }
    accelerate();
    if (!layout.direct()) {
      mean(frames.positions(), positions);
      mean(frames.velocities(), velocities);
      mean(frames.forces(), accelerations);
    }
  }

  /** Divides the decoded forces by the masses, in place. */
  private void accelerate() {
    double[] forces = frames.forces();
    if (forces == null) {
      return;
    }
    int stride = frames.stride();
    int size = frames.size();
    for (int i = 0; i < layout.inverseMasses().length; i++) {
      double inverse = layout.inverseMasses()[i];
      for (int d = 0; d < 3; d++) {
        int column = (3 * i + d) * stride;
        for (int j = column; j < column + size; j++) {
          forces[j] *= inverse;
        }
      }
    }
  }

  private void mean(double[] ofAtoms, double[] ofPoints) {
    if (ofPoints == null) {
      return;
    }
    int stride = frames.stride();
    int size = frames.size();
    for (int p = 0; p < layout.points().size(); p++) {
      Point point = layout.points().get(p);
      for (int d = 0; d < 3; d++) {
        int out = (3 * p + d) * stride;
        Arrays.fill(ofPoints, out, out + size, 0);
        for (int k = 0; k < point.size(); k++) {
          int in = (3 * layout.atomRow(point.atom(k)) + d) * stride;
          double weight = point.weight(k);
          for (int j = 0; j < size; j++) {
            ofPoints[out + j] += weight * ofAtoms[in + j];
          }
        }
      }
    }
  }

  int stride() {
    return frames.stride();
  }

  int size() {
    return frames.size();
  }

  double[] positions() {
    return positions;
  }

  double[] velocities() {
    return velocities;
  }

  double[] accelerations() {
    return accelerations;
  }

  double[] boxes() {
    return frames.boxes();
  }

  /** Forgets the file that was decoded last, so that it can be closed. */
  void forget() {
    decoded = null;
    decoder = null;
  }
}
