package org.chikei.batch.engine;

import java.io.IOException;
import java.util.Arrays;
import org.chikei.api.coordinate.Point;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.Trajectory;

/**
 * Positions, velocities and forces of points in a block of frames. Filled again and again; used by
 * one thread.
 */
final class PointColumns implements InputColumns {
  private final PointLayout layout;
  private final FrameBlock frames;
  private final double[] positions;
  private final double[] velocities;
  private final double[] forces;
  private final Assembler assembler;

  private OpenPart decoded;
  private FrameDecoder decoder;

  PointColumns(PointLayout layout, int stride, boolean velocities, boolean forces) {
    this.layout = layout;
    this.frames = new FrameBlock(stride, layout.atoms().length, velocities, forces);
    if (layout.direct()) {
      this.assembler = null;
      this.positions = frames.positions();
      this.velocities = frames.velocities();
      this.forces = frames.forces();
    } else {
      this.assembler = new Assembler(layout, frames);
      int length = 3 * layout.points().size() * stride;
      this.positions = new double[length];
      this.velocities = velocities ? new double[length] : null;
      this.forces = forces ? new double[length] : null;
    }
  }

  @Override
  public void fill(Slice.Frames slice, int from, int to) throws IOException {
    frames.setSize(to - from);
    int row = from;
    while (row < to) {
      FrameBatch batch = slice.batches()[row];
      int end = row + 1;
      while (end < to && slice.batches()[end] == batch) {
        end++;
      }
      OpenPart part = slice.parts()[row];
      if (part != decoded) {
        decoder = ((Trajectory) part.stream()).decoder(layout.atoms());
        decoded = part;
      }
      decoder.decode(batch, slice.frames(), row, end, frames, row - from);
      row = end;
    }
    gather();
  }

  /** Makes the columns of the points from those of the atoms. */
  void gather() {
    if (!layout.direct()) {
      mean(frames.positions(), positions, false);
      assembler.correct(positions);
      mean(frames.velocities(), velocities, false);
      mean(frames.forces(), forces, true);
    }
  }

  /** The atoms of the block as they were decoded. */
  FrameBlock frames() {
    return frames;
  }

  /** Takes Σ w u, or Σ w u/m, over the atoms of each point. */
  private void mean(double[] ofAtoms, double[] ofPoints, boolean overMass) {
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
          double mass = overMass ? layout.inverseMass(point.atom(k)) : 1;
          double weight = point.weight(k) * mass;
          for (int j = 0; j < size; j++) {
            ofPoints[out + j] += weight * ofAtoms[in + j];
          }
        }
      }
    }
  }

  @Override
  public int stride() {
    return frames.stride();
  }

  @Override
  public int size() {
    return frames.size();
  }

  double[] positions() {
    return positions;
  }

  double[] velocities() {
    return velocities;
  }

  /** Forces of atoms where {@link PointLayout#direct}, else accelerations Σ w f/m of points. */
  double[] forces() {
    return forces;
  }

  double[] boxes() {
    return frames.boxes();
  }

  @Override
  public void forget() {
    decoded = null;
    decoder = null;
  }
}
