package org.chikei.trajectory.trr;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes TRR frames for tests: positions, velocities and forces are 1, 2, 3 … from a start each.
 */
final class TrrBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final boolean doubles;
  private final int atoms;

  TrrBytes(int atoms, boolean doubles) {
    this.atoms = atoms;
    this.doubles = doubles;
  }

  /** What the number at an entry of a quantity is. */
  static double value(double start, int entry) {
    return start + 0.25 * entry;
  }

  /** Adds a frame; a NaN as the start leaves the quantity out, and so does a box of zero. */
  TrrBytes frame(double time, double box, double x, double v, double f) {
    int width = doubles ? 8 : 4;
    try {
      out.writeInt(1993);
      out.writeInt(13);
      out.writeInt(12);
      out.write("GMX_trn_file".getBytes(StandardCharsets.US_ASCII));
      int tensor = box == 0 ? 0 : 9 * width;
      for (int size : new int[] {0, 0, tensor, tensor, 0, 0, 0}) {
        out.writeInt(size);
      }
      for (double start : new double[] {x, v, f}) {
        out.writeInt(Double.isNaN(start) ? 0 : 3 * atoms * width);
      }
      out.writeInt(atoms);
      out.writeInt((int) time);
      out.writeInt(0);
      number(time);
      number(0);
      for (int k = 0; k < 9 && box != 0; k++) {
        number(k % 4 == 0 ? box : 0);
      }
      for (int k = 0; k < 9 && box != 0; k++) {
        number(-77); // the virial
      }
      for (double start : new double[] {x, v, f}) {
        for (int k = 0; k < 3 * atoms && !Double.isNaN(start); k++) {
          number(value(start, k));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private void number(double value) throws IOException {
    if (doubles) {
      out.writeDouble(value);
    } else {
      out.writeFloat((float) value);
    }
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
