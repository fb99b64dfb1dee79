package org.chikei.trajectory.netcdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * Where an AMBER file keeps what.
 *
 * @param atoms the number of atoms
 * @param frames how many whole frames there are
 * @param cut where a last frame begins that is not whole; −1 if there is none
 * @param start where the first frame begins
 * @param stride how far the next one is
 * @param vectors positions, velocities and forces; null for what is not there
 * @param lengths the lengths of the cell; null where there is none
 * @param angles its angles in radian
 * @param time the times; null where there are none
 * @param notes what was assumed
 */
record AmberLayout(
    int atoms,
    long frames,
    long cut,
    long start,
    long stride,
    Stored[] vectors,
    Stored lengths,
    Stored angles,
    Stored time,
    List<String> notes) {

  private static final String[] NAMES = {"coordinates", "velocities", "forces"};

  /** Reads the header and finds its way. */
  static AmberLayout read(TrajectoryFile file, TrajectoryOptions options) throws IOException {
    NetcdfHeader header = NetcdfHeader.read(file);
    return new Search(file, header).layout(options);
  }

  /** What a quantity is kept as; null if it is not there. */
  Stored stored(Quantity quantity) {
    return vectors[quantity.ordinal()];
  }

  /** One search through one header. */
  private static final class Search {
    private final TrajectoryFile file;
    private final NetcdfHeader header;
    private final List<String> notes = new ArrayList<>();
    private final long recordLength;
    private NetcdfVariable positions;

    /** How many frames there are by the dimensions; 0 where these are records. */
    private long framesFixed;

    private boolean single;

    Search(TrajectoryFile file, NetcdfHeader header) {
      this.file = file;
      this.header = header;
      this.recordLength = header.recordLength();
    }

    AmberLayout layout(TrajectoryOptions options) throws InputException {
      positions = header.variables().get(NAMES[0]);
      if (positions == null) {
        throw file.fault(
            "this NetCDF file has no variable 'coordinates'; it is no trajectory of AMBER's kind");
      }
      int dimensions = positions.shape().length;
      single = dimensions == 2 && !positions.inRecords();
      if (dimensions != 3 && !single || positions.shape()[dimensions - 1] != 3) {
        throw file.fault("its variable 'coordinates' is not of frames, atoms and three components");
      }
      long atoms = positions.shape()[dimensions - 2];
      if (atoms <= 0 || atoms > Integer.MAX_VALUE / 3 || recordLength < 0) {
        throw file.fault("its variable 'coordinates' is of " + atoms + " atoms");
      }
      framesFixed = single ? 1 : positions.shape()[0];
      Refusals.atoms(file, (int) atoms, options);
      if (!header.texts().getOrDefault("Conventions", "").contains("AMBER")) {
        notes.add("the file does not say that it follows AMBER's conventions, but is read by them");
      }
      Stored[] vectors = {
        Stored.of(file, positions, stride(positions), AmberUnits.length(file, positions)),
        velocities(),
        forces()
      };
      Stored lengths = cell("cell_lengths");
      Stored angles = lengths == null ? null : cell("cell_angles");
      if (lengths != null && angles == null) {
        throw file.fault("it has the lengths of the cell, but not its angles");
      }
      return counted((int) atoms, vectors, lengths, angles, time());
    }

    /** Tells how many frames are whole: the header's number is not always right. */
    private AmberLayout counted(
        int atoms, Stored[] vectors, Stored lengths, Stored angles, Stored time)
        throws InputException {
      long room = Math.min(whole(lengths, 3), whole(angles, 3));
      room = Math.min(room, whole(time, 1));
      for (Stored stored : vectors) {
        room = Math.min(room, whole(stored, 3L * atoms));
      }
      if (framesFixed > 0) {
        boolean less = room < framesFixed;
        return made(atoms, Math.min(room, framesFixed), less, vectors, lengths, angles, time);
      }
      long bytes = Math.max(0, file.size() - header.firstRecord());
      long whole = Math.min(room, bytes / recordLength);
      long claimed = header.records();
      if (claimed <= 0) {
        if (claimed == 0 && whole > 0) {
          notes.add("the header speaks of no frame, but the file holds %d".formatted(whole));
        }
        boolean more = bytes % recordLength != 0;
        return made(atoms, whole, more, vectors, lengths, angles, time);
      }
      if (whole > claimed) {
        notes.add(
            "the header speaks of %d frames, and what the file holds beyond them is left out"
                .formatted(claimed));
      }
      long used = Math.min(whole, claimed);
      return made(atoms, used, used < claimed, vectors, lengths, angles, time);
    }

    private AmberLayout made(
        int atoms,
        long frames,
        boolean cut,
        Stored[] vectors,
        Stored lengths,
        Stored angles,
        Stored time)
        throws InputException {
      if (frames <= 0) {
        throw cut ? Refusals.cutInFirst(file) : file.fault("there is no frame in this file");
      }
      boolean records = positions.inRecords();
      long start = records ? header.firstRecord() : positions.begin();
      long stride = records ? recordLength : vectors[0].stride();
      return new AmberLayout(
          atoms,
          frames,
          cut ? start + frames * stride : -1,
          start,
          stride,
          vectors,
          lengths,
          angles,
          time,
          notes);
    }

    /** How many frames of a quantity the file has room for. */
    private long whole(Stored stored, long numbers) {
      if (stored == null) {
        return Long.MAX_VALUE;
      }
      long last = file.size() - numbers * stored.bytes() - stored.begin();
      return last < 0 ? 0 : stored.stride() == 0 ? Long.MAX_VALUE : 1 + last / stored.stride();
    }

    private long stride(NetcdfVariable variable) {
      if (variable.inRecords()) {
        return recordLength;
      }
      return single ? 0 : variable.bytes() / Math.max(1, variable.shape()[0]);
    }

    private Stored velocities() throws InputException {
      NetcdfVariable velocities = like(NAMES[1]);
      if (velocities == null) {
        return null;
      }
      double scale = velocities.scale();
      if (scale != 1) {
        notes.add(
            "velocities are kept in AMBER's own unit and are multiplied by their scale factor, "
                + (float) scale
                + ", to be in "
                + unitOrAmbers(velocities));
      } else {
        notes.add(
            "velocities have no scale factor and are taken to be in "
                + unitOrAmbers(velocities)
                + " as they are");
      }
      return Stored.of(file, velocities, stride(velocities), AmberUnits.velocity(file, velocities));
    }

    private static String unitOrAmbers(NetcdfVariable velocities) {
      return velocities.unit().isEmpty() ? "angstrom/picosecond" : velocities.unit();
    }

    private Stored forces() throws InputException {
      NetcdfVariable forces = like(NAMES[2]);
      if (forces == null) {
        return null;
      }
      return Stored.of(file, forces, stride(forces), AmberUnits.force(file, forces));
    }

    /** A variable of the shape of the positions. */
    private NetcdfVariable like(String name) throws InputException {
      NetcdfVariable variable = header.variables().get(name);
      if (variable != null && !Arrays.equals(variable.shape(), positions.shape())) {
        throw file.fault("its variable '" + name + "' is of another shape than 'coordinates'");
      }
      return variable;
    }

    private Stored cell(String name) throws InputException {
      NetcdfVariable variable = header.variables().get(name);
      if (variable == null) {
        return null;
      }
      checkFrames(variable, 3);
      double unit =
          name.equals("cell_angles")
              ? AmberUnits.angle(file, variable)
              : AmberUnits.length(file, variable);
      return Stored.of(file, variable, stride(variable), unit);
    }

    private Stored time() throws InputException {
      NetcdfVariable variable = header.variables().get("time");
      if (variable == null) {
        notes.add("the file has no times; 'time-step' in the job sets them");
        return null;
      }
      checkFrames(variable, 1);
      return Stored.of(file, variable, stride(variable), AmberUnits.time(file, variable));
    }

    /** Asserts that a variable has so many numbers a frame. */
    private void checkFrames(NetcdfVariable variable, long numbers) throws InputException {
      long[] shape = variable.shape();
      boolean perFrame = !single && shape.length > 0 && shape[0] == positions.shape()[0];
      long frames = perFrame ? Math.max(1, shape[0]) : 1;
      if (perFrame == single || variable.count() != numbers * frames) {
        throw file.fault("its variable '" + variable.name() + "' is of another shape than AMBER's");
      }
    }
  }
}
