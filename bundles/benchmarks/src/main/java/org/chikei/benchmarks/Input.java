package org.chikei.benchmarks;

import java.io.IOException;
import java.util.stream.IntStream;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.trr.TrrFormat;
import org.chikei.trajectory.xtc.XtcFormat;
import org.chikei.trajectory.xyz.ExtendedXyzFormat;

/** A trajectory and the atoms that are wanted of it. */
public enum Input {
  /** Eight of 22 atoms with velocities and forces, as two torsions and a bond want them. */
  TRR_8_OF_22("ala2.trr", new TrrFormat(), 22, 4, 5, 6, 8, 10, 14, 15, 16),

  /** All 22 atoms with velocities and forces. */
  TRR("ala2.trr", new TrrFormat(), 22, all(22)),

  /** All 2644 atoms of salt water, packed. */
  XTC("nacl.xtc", new XtcFormat(), 2644, all(2644)),

  /** All 22 atoms with velocities and forces, as text. */
  EXTENDED_XYZ("ala2.extxyz", new ExtendedXyzFormat(), 22, all(22));

  private final String name;
  private final TrajectoryFormat format;
  private final int present;
  private final int[] wanted;

  Input(String name, TrajectoryFormat format, int present, int... wanted) {
    this.name = name;
    this.format = format;
    this.present = present;
    this.wanted = wanted;
  }

  private static int[] all(int atoms) {
    return IntStream.range(0, atoms).toArray();
  }

  /** Opens the file. */
  Trajectory open() throws IOException {
    return format.open(Repository.file("test-data/" + name), TrajectoryOptions.ofAtoms(present));
  }

  /** The atoms wanted, indices from 0, ascending. */
  int[] wanted() {
    return wanted.clone();
  }
}
