package org.chikei.trajectory.file;

import org.chikei.api.InputException;
import org.chikei.api.trajectory.TrajectoryOptions;

/** Why a file is refused, in the same words for every format. */
public final class Refusals {

  private Refusals() {}

  /**
   * Refuses units for a format that fixes them.
   *
   * @param file the file
   * @param options what the job says
   * @throws InputException if the job names units; {@code lj} is let pass, since nothing is
   *     converted then
   */
  public static void units(TrajectoryFile file, TrajectoryOptions options) throws InputException {
    boolean none = options.units().isEmpty() || options.units().equals("lj");
    if (!none || !options.quantityUnits().isEmpty()) {
      throw file.fault("the format fixes its units; remove 'units' from the job");
    }
  }

  /**
   * Compares the number of atoms with that of the structure.
   *
   * @param file the file
   * @param atoms the number in the file
   * @param options what the job says
   * @throws InputException if they differ
   */
  public static void atoms(TrajectoryFile file, int atoms, TrajectoryOptions options)
      throws InputException {
    if (options.atoms() > 0 && options.atoms() != atoms) {
      throw file.fault(
          "it has %d atoms, the structure has %d; use the structure of what was written to it"
              .formatted(atoms, options.atoms()));
    }
  }

  /**
   * Says that a frame is of another system than the first.
   *
   * @param file the file
   * @param position where the frame begins
   * @param number the frame's number, or −1
   * @param atoms its number of atoms
   * @param first the number of atoms of the first frame
   * @return the exception, to be thrown
   */
  public static InputException atomsChanged(
      TrajectoryFile file, long position, long number, long atoms, long first) {
    return file.damaged(
        position, number, "%d atoms, but %d in the first frame".formatted(atoms, first));
  }

  /**
   * Says that not even one frame is whole.
   *
   * @param file the file
   * @return the exception, to be thrown
   */
  public static InputException cutInFirst(TrajectoryFile file) {
    return file.fault(
        "the file ends within its first frame, after %d bytes; was it copied whole?"
            .formatted(file.size()));
  }

  /**
   * Says that the first frame claims to be longer than the file.
   *
   * @param file the file
   * @param atoms how many atoms it claims
   * @param length how long it claims to be, in bytes
   * @return the exception, to be thrown
   */
  public static InputException cutInFirst(TrajectoryFile file, long atoms, double length) {
    return file.fault(
        "the first frame claims %d atoms in %.0f bytes, but the file has %d; it is cut or damaged"
            .formatted(atoms, length, file.size()));
  }
}
