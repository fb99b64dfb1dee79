package org.chikei.trajectory.hdf5;

import java.io.IOException;
import org.chikei.trajectory.file.CellVectors;

/**
 * How a file keeps its box.
 *
 * @param edges lengths of a rectangular box, or three vectors, row by row; null where there are
 *     none
 * @param periodic which directions are periodic
 * @param angles in degrees, where the edges are lengths that have some; else null
 * @param constant whether one box stands for all frames
 */
record Hdf5Cell(Element edges, boolean[] periodic, Element angles, boolean constant) {

  /** A reader, for one thread. */
  Reader reader() {
    return new Reader();
  }

  /** Whether there are three vectors. */
  private boolean isMatrix() {
    return edges.values().shape().length == (constant ? 2 : 3);
  }

  /** Reads boxes. */
  final class Reader {
    private final Hdf5Reader edgeReader = edges.values().reader();
    private final Hdf5Reader angleReader = angles == null ? null : angles.values().reader();
    private final double[] cell = new double[6];

    /** Puts the box of a row, in nm, into nine numbers. */
    void read(long row, double[] box) throws IOException {
      if (angleReader != null) {
        withAngles(row, box);
        return;
      }
      for (int v = 0; v < 3; v++) {
        for (int d = 0; d < 3; d++) {
          double entry = periodic[v] ? entry(row, v, d) * edges.factor() : 0;
          box[3 * v + d] = entry;
        }
      }
    }

    private double entry(long row, int v, int d) throws IOException {
      if (!isMatrix() && v != d) {
        return 0;
      }
      if (!constant) {
        edgeReader.seek(row);
        return isMatrix() ? edgeReader.number(v, d) : edgeReader.number(v);
      }
      edgeReader.seek(v);
      return isMatrix() ? edgeReader.number(d) : edgeReader.number();
    }

    private void withAngles(long row, double[] box) throws IOException {
      edgeReader.seek(row);
      angleReader.seek(row);
      for (int d = 0; d < 3; d++) {
        cell[d] = edgeReader.number(d) * edges.factor();
        double angle = angleReader.number(d) * angles.factor();
        cell[3 + d] = angle == Math.PI / 2 ? 0 : Math.cos(angle);
      }
      CellVectors.of(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], box);
    }
  }
}
