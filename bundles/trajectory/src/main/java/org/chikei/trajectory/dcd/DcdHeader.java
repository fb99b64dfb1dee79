package org.chikei.trajectory.dcd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * What stands before the first frame of a DCD file.
 *
 * @param records how the file keeps its records
 * @param frames how many frames the header claims; 0 if it claims none
 * @param firstStep the step of the first frame
 * @param stepsPerFrame the steps from frame to frame
 * @param step the length of a step in the file's unit of time
 * @param version the version of CHARMM that wrote it, or that a program poses as; 0 for X-PLOR
 * @param cell whether each frame has a cell
 * @param blocks how many blocks of a number an atom a frame has: x, y, z, and what may follow
 * @param atoms the number of atoms
 * @param free the indices of the atoms that move; null if all do
 * @param title what the writer says of the file
 * @param end where the first frame begins
 */
record DcdHeader(
    DcdRecords records,
    int frames,
    int firstStep,
    int stepsPerFrame,
    double step,
    int version,
    boolean cell,
    int blocks,
    int atoms,
    int[] free,
    String title,
    long end) {

  /** What X-PLOR, NAMD and all who write as they do state; CHARMM itself states its own version. */
  static final int USUAL_VERSION = 24;

  /** The unit of time that goes with Å, amu and kcal/mol, in ps. */
  static final double AKMA_TIME = Units.ANGSTROM / Math.sqrt(Units.KILOCALORIE);

  static final int CELL = 48;

  private static final int LONGEST_TITLE = 1 << 20;
  private static final int FRAMES = 4;
  private static final int FIRST_STEP = 8;
  private static final int STEPS = 12;
  private static final int FIXED = 36;
  private static final int STEP = 40;
  private static final int HAS_CELL = 44;
  private static final int HAS_FOURTH = 48;
  private static final int HAS_CHARGES = 52;
  private static final int VERSION = 80;

  /**
   * Reads the header of a file.
   *
   * @throws InputException if there is none, or if the file holds no positions
   */
  static DcdHeader read(TrajectoryFile file) throws IOException {
    ByteBuffer head = ByteBuffer.allocate((int) Math.min(file.size(), 16));
    file.read(head, 0);
    DcdRecords records = DcdRecords.of(head.flip());
    if (records == null) {
      throw file.damaged(0, -1, "no DCD header begins here");
    }
    ByteBuffer first = record(file, records, 0, DcdRecords.HEADER);
    if (DcdRecords.areVelocities(first.array())) {
      throw file.fault(
          "this DCD file holds velocities (VELD) and no positions; name the one with positions");
    }
    long place = records.span(DcdRecords.HEADER);
    long titleLength = records.length(file, place);
    if (titleLength > LONGEST_TITLE) {
      throw file.damaged(place, -1, "a title of " + titleLength + " bytes");
    }
    String title = title(record(file, records, place, titleLength));
    place += records.span(titleLength);
    int atoms = record(file, records, place, 4).getInt(0);
    place += records.span(4);
    int version = first.getInt(VERSION);
    int fixed = first.getInt(FIXED);
    if (atoms <= 0 || fixed < 0 || fixed >= atoms) {
      throw file.damaged(
          0, -1, "the header claims " + atoms + " atoms, " + fixed + " of them fixed");
    }
    if (12.0 * atoms > file.size() - place) {
      throw Refusals.cutInFirst(file, atoms, 12.0 * atoms);
    }
    int[] free = null;
    if (fixed > 0) {
      free = free(file, atoms, record(file, records, place, 4L * (atoms - fixed)), place);
      place += records.span(4L * (atoms - fixed));
    }
    boolean charmm = version != 0;
    return new DcdHeader(
        records,
        first.getInt(FRAMES),
        first.getInt(FIRST_STEP),
        first.getInt(STEPS),
        charmm ? first.getFloat(STEP) : first.getDouble(STEP),
        version,
        charmm && first.getInt(HAS_CELL) != 0,
        3
            + (charmm && first.getInt(HAS_FOURTH) != 0 ? 1 : 0)
            + (charmm && first.getInt(HAS_CHARGES) != 0 ? 1 : 0),
        atoms,
        free,
        title,
        place);
  }

  private static ByteBuffer record(TrajectoryFile file, DcdRecords records, long place, long length)
      throws IOException {
    if (length < 0 || records.span(length) > file.size() - place) {
      throw Refusals.cutInFirst(file);
    }
    if (!records.stands(file, place, length)) {
      throw file.damaged(place, -1, "the markers of a record of the header do not agree");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length).order(records.order());
    file.read(bytes, place + records.marker());
    return bytes.flip();
  }

  private static String title(ByteBuffer record) {
    int from = Math.min(4, record.limit());
    return new String(record.array(), from, record.limit() - from, StandardCharsets.ISO_8859_1);
  }

  private static int[] free(TrajectoryFile file, int atoms, ByteBuffer record, long place)
      throws InputException {
    int[] free = new int[record.limit() / 4];
    for (int k = 0; k < free.length; k++) {
      free[k] = record.getInt(4 * k) - 1;
      if (free[k] < (k == 0 ? 0 : free[k - 1] + 1) || free[k] >= atoms) {
        throw file.damaged(place, -1, "the list of free atoms names atom " + (free[k] + 1L));
      }
    }
    return free;
  }

  /** How much of the file a frame takes; the first one has the fixed atoms, too. */
  long length(boolean first) {
    int stored = first || free == null ? atoms : free.length;
    return (cell ? records.span(CELL) : 0) + blocks * records.span(4L * stored);
  }

  /** Whether the writer is LAMMPS, which keeps the step in the units of its input. */
  boolean isLammps() {
    return title.contains("LAMMPS");
  }

  /** Whether the step is what programs write that know of no time. */
  boolean isStepMade() {
    return step == 1 && firstStep == 0 && stepsPerFrame == 1 && !isLammps();
  }

  /** Whether there is a step that makes times. */
  boolean hasStep() {
    return step > 0 && step < 1e9 && stepsPerFrame > 0;
  }
}
