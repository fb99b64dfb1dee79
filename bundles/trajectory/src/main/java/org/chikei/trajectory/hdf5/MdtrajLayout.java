package org.chikei.trajectory.hdf5;

import io.jhdf.api.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.Refusals;

/** Finds its way through a file by MDTraj's conventions: datasets beside each other at the root. */
final class MdtrajLayout {
  private final Hdf5File file;
  private final List<String> notes = new ArrayList<>();

  private MdtrajLayout(Hdf5File file) {
    this.file = file;
  }

  /** Whether a file has positions where MDTraj puts them. */
  static boolean matches(Hdf5File file) throws IOException {
    return file.dataset(file.root(), "coordinates") != null;
  }

  /** Reads what is where. */
  static Hdf5Layout read(Hdf5File file, TrajectoryOptions options) throws IOException {
    Refusals.units(file.file(), options);
    return new MdtrajLayout(file).layout(options);
  }

  private Hdf5Layout layout(TrajectoryOptions options) throws IOException {
    if (!file.text(file.root(), "conventions").contains("Pande")) {
      notes.add("the file does not say that it follows MDTraj's conventions, but is read by them");
    }
    Hdf5Array times = array("time");
    Timing timing = Timing.none();
    if (times == null) {
      notes.add("the file has no times; 'time-step' in the job sets them");
    } else {
      check(times, 1);
      timing = Timing.of(times, unit(times, "picosecond").factor());
    }
    Hdf5Array coordinates = array("coordinates");
    long[] shape = coordinates.shape();
    if (shape.length != 3 || shape[2] != 3 || shape[1] <= 0) {
      throw file.file().fault("'coordinates' is not of frames, atoms and three components");
    }
    int atoms = Math.toIntExact(shape[1]);
    Refusals.atoms(file.file(), atoms, options);
    Element positions = element(coordinates, "nanometer", 1, 0, timing);
    Hdf5Array velocities = array("velocities");
    if (velocities != null && !Arrays.equals(velocities.shape(), shape)) {
      throw file.file().fault("'velocities' is of another shape than 'coordinates'");
    }
    Element[] vectors = {
      positions,
      velocities == null ? null : element(velocities, "nanometer/picosecond", 1, -1, timing),
      null
    };
    Hdf5Cell cell = cell(timing);
    long frames = positions.rows();
    if (cell != null) {
      frames = Math.min(frames, Math.min(cell.edges().rows(), cell.angles().rows()));
    }
    if (frames < shape[0]) {
      notes.add(
          "there are %d rows of positions, but %d of times or cells; these are used"
              .formatted(shape[0], frames));
    }
    if (frames == 0) {
      throw file.file().fault("there is no frame in this file");
    }
    return new Hdf5Layout(file, atoms, frames, vectors, cell, null, false, notes);
  }

  private Hdf5Array array(String name) throws IOException {
    Dataset dataset = file.dataset(file.root(), name);
    return dataset == null ? null : Hdf5Array.of(file, name, dataset);
  }

  private Element element(Hdf5Array array, String usual, int lengths, int times, Timing timing)
      throws IOException {
    UnitText unit = unit(array, usual);
    if (!unit.isOf(lengths, times, 0)) {
      throw unknown(array);
    }
    return new Element(array, unit.factor(), timing);
  }

  private UnitText unit(Hdf5Array array, String usual) throws IOException {
    String text = file.text(array.dataset(), "units");
    UnitText unit = UnitText.parse(text.isEmpty() ? usual : text);
    if (unit == null) {
      throw unknown(array);
    }
    return unit;
  }

  private InputException unknown(Hdf5Array array) throws IOException {
    String shown = file.text(array.dataset(), "units").replaceAll("[^ -~]", "?");
    return file.file()
        .fault("'%s' is in '%s', which is no unit of it".formatted(array.name(), shown));
  }

  private Hdf5Cell cell(Timing timing) throws IOException {
    Hdf5Array lengths = array("cell_lengths");
    Hdf5Array angles = array("cell_angles");
    if (lengths == null) {
      return null;
    }
    if (angles == null) {
      throw file.file().fault("it has the lengths of the cell, but not its angles");
    }
    check(lengths, 2);
    check(angles, 2);
    String unit = file.text(angles.dataset(), "units");
    double radian = unit.startsWith("radian") ? 1 : Math.PI / 180;
    if (!unit.isEmpty() && !unit.startsWith("degree") && radian != 1) {
      throw unknown(angles);
    }
    return new Hdf5Cell(
        element(lengths, "nanometer", 1, 0, timing),
        new boolean[] {true, true, true},
        new Element(angles, radian, timing),
        false);
  }

  private void check(Hdf5Array array, int rank) throws InputException {
    long[] shape = array.shape();
    if (shape.length != rank || rank == 2 && shape[1] != 3) {
      throw file.file().fault("'" + array.name() + "' is of another shape than MDTraj's");
    }
  }
}
