package org.chikei.trajectory.hdf5;

import java.util.List;
import org.chikei.trajectory.file.Quantity;

/**
 * Where a file keeps what.
 *
 * @param file the file
 * @param atoms the number of atoms
 * @param frames the number of frames
 * @param vectors positions, velocities and forces; null for what is not there
 * @param cell the box; null where there is none
 * @param ids the identities of the atoms, where frames may differ in them; else null
 * @param still whether there is one frame only, and its rows are those of its atoms
 * @param notes what was assumed
 */
record Hdf5Layout(
    Hdf5File file,
    int atoms,
    long frames,
    Element[] vectors,
    Hdf5Cell cell,
    Element ids,
    boolean still,
    List<String> notes) {

  /** What a quantity is kept as; null if it is not there. */
  Element element(Quantity quantity) {
    return vectors[quantity.ordinal()];
  }

  /** When the frames are: when the positions are. */
  Timing timing() {
    return vectors[0].timing();
  }
}
