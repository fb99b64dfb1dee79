package org.chikei.trajectory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.dcd.DcdFormat;
import org.chikei.trajectory.gro.GroFormat;
import org.chikei.trajectory.hdf5.Hdf5Format;
import org.chikei.trajectory.lammps.LammpsFormat;
import org.chikei.trajectory.netcdf.NetcdfFormat;
import org.chikei.trajectory.pdb.PdbFormat;
import org.chikei.trajectory.trr.TrrFormat;
import org.chikei.trajectory.xtc.XtcFormat;
import org.chikei.trajectory.xyz.ExtendedXyzFormat;
import org.chikei.trajectory.xyz.XyzFormat;

/** The first frames of the test data: one short sound file for each format, to be damaged. */
public enum Samples {
  /** Three frames of 22 atoms with positions, velocities and forces. */
  TRR("ala2.trr", 3 * 912, new TrrFormat()),
  /** Three frames of 22 atoms. */
  XTC("ala2.xtc", 0, new XtcFormat()),
  /** Three frames of 22 atoms. */
  XYZ("ala2.xyz", 0, new XyzFormat()),
  /** Three frames of 22 atoms with positions, velocities and forces. */
  EXTXYZ("ala2.extxyz", 0, new ExtendedXyzFormat()),
  /** Three frames of 22 atoms with positions, velocities and forces. */
  LAMMPS("ala2.lammpstrj", 0, new LammpsFormat()),
  /** Three frames of 22 atoms with positions and velocities. */
  GRO("ala2.gro", 0, new GroFormat()),
  /** Three models of 22 atoms. */
  PDB("ala2-models.pdb", 0, new PdbFormat()),
  /** Three frames of 22 atoms. */
  DCD("ala2.dcd", 276 + 3 * 344, new DcdFormat()),
  /** Three frames of 22 atoms with positions and velocities. */
  NETCDF("ala2-amber.nc", 0, new NetcdfFormat()),
  /** A hundred frames of 22 atoms by MDTraj, packed. */
  HDF5("ala2.h5", 39048, new Hdf5Format()),
  /** Three frames of 22 atoms with positions, velocities and forces. */
  H5MD("ala2-short.h5md", 77176, new Hdf5Format());

  /** The number of frames in each. */
  public static final int FRAMES = 3;

  private final String name;
  private final int length;
  private final TrajectoryFormat format;

  Samples(String name, int length, TrajectoryFormat format) {
    this.name = name;
    this.length = length;
    this.format = format;
  }

  /** The format. */
  public TrajectoryFormat format() {
    return format;
  }

  /** What a job has to say for the file to be read with all that it carries. */
  public TrajectoryOptions options() {
    return new TrajectoryOptions(0, this == LAMMPS ? "real" : "", Map.of());
  }

  /** Whether the format is made of lines. */
  public boolean isText() {
    return linesOfFrame() > 0;
  }

  private int linesOfFrame() {
    return switch (this) {
      case XYZ, EXTXYZ -> 24;
      case LAMMPS -> 31;
      case GRO -> 25;
      case PDB -> 29;
      default -> 0;
    };
  }

  /** Changes one character so that the frame that begins at a place is none. */
  public void damage(byte[] bytes, int start) {
    if (this == NETCDF) { // nothing marks its frames: what can be told is a time that is none
      ByteBuffer.wrap(bytes).putFloat(start + 528, Float.NaN);
      return;
    }
    int at =
        switch (this) {
          case GRO -> afterLines(bytes, start, 1) + 3; // among the number of atoms
          case PDB -> afterLines(bytes, start, 6) + 13; // among the name of an atom
          default -> start + 1;
        };
    bytes[at] = 'x';
  }

  /** The sound file. */
  public byte[] bytes() throws IOException {
    byte[] whole = Files.readAllBytes(Decoded.data(name));
    if (this == NETCDF) {
      ByteBuffer.wrap(whole).putLong(4, FRAMES);
    }
    return Arrays.copyOf(whole, length > 0 ? length : frameStart(whole, FRAMES));
  }

  /** Where a frame begins in the sound file; after the last frame its length. */
  public int frameStart(byte[] bytes, int frame) {
    int at = this == DCD ? 276 : this == NETCDF ? 1000 : 0;
    for (int k = 0; k < frame; k++) {
      at =
          switch (this) {
            case TRR -> at + 912;
            case DCD -> at + 344;
            case NETCDF -> at + 584;
            case XTC -> at + 92 + (ByteBuffer.wrap(bytes).getInt(at + 88) + 3 & ~3);
            default -> afterLines(bytes, at, linesOfFrame());
          };
    }
    return at;
  }

  private static int afterLines(byte[] bytes, int from, int count) {
    int at = from;
    for (int k = 0; k < count; k++) {
      while (bytes[at] != '\n') {
        at++;
      }
      at++;
    }
    return at;
  }

  /** The sound file as text with something replaced. */
  public byte[] replaced(String from, String to) throws IOException {
    String text = new String(bytes(), StandardCharsets.ISO_8859_1);
    if (!text.contains(from)) {
      throw new AssertionError("'" + from + "' is not in " + name);
    }
    return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }
}
