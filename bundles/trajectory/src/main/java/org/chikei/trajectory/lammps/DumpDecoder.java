package org.chikei.trajectory.lammps;

import java.io.IOException;
import java.util.Arrays;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.Tokens;

/**
 * Reads the lines of the wanted atoms. They are first looked for where they would stand if the
 * lines were sorted by id; where one of them stands elsewhere, all lines of the frame are looked
 * at.
 */
final class DumpDecoder implements FrameDecoder {
  private final TrajectoryFile file;
  private final DumpUnits units;
  private final AtomIds ids;
  private final int[] wanted;

  /** For each wanted atom the last frame of this decoder that had it, counted from 1. */
  private final long[] seen;

  private final Lines lines;
  private final DumpHeader header = new DumpHeader();
  private final BoxCheck boxCheck = new BoxCheck();
  private final double[] vector = new double[3];
  private DumpColumns columns;
  private Tokens tokens;
  private Tokens idTokens;

  private FoundFrames found;
  private int frame;
  private FrameBlock block;
  private int row;
  private long count;
  private boolean velocities;
  private boolean forces;

  DumpDecoder(TrajectoryFile file, DumpUnits units, AtomIds ids, int[] wanted) {
    this.file = file;
    this.units = units;
    this.ids = ids;
    this.wanted = wanted.clone();
    this.seen = new long[wanted.length];
    this.lines = new Lines(file);
  }

  @Override
  public void decode(FrameBatch batch, int[] frames, int from, int to, FrameBlock into, int first)
      throws IOException {
    found = (FoundFrames) batch;
    block = into;
    for (int k = from; k < to; k++) {
      frame = frames[k];
      row = first + k - from;
      count++;
      header();
      box();
      block.times()[row] = found.time(frame);
      atoms();
    }
  }

  private void header() throws IOException {
    lines.seek(found.position(frame));
    boolean whole;
    try {
      whole = header.read(lines);
    } catch (IllegalArgumentException e) {
      throw fault(e.getMessage());
    }
    if (!whole) {
      throw fault("its end is missing");
    }
    if (header.columns() != columns) {
      columns = header.columns();
      if (ids.areThere() != columns.id() >= 0) {
        throw fault("ids of atoms are in some frames and not in others");
      }
      tokens = new Tokens(columns.count());
      idTokens = new Tokens(columns.id() + 1);
    }
    velocities = columns.hasVelocities() && units.knows("velocity") && block.velocities() != null;
    forces = columns.hasForces() && units.knows("force") && block.forces() != null;
  }

  private InputException fault(String what) {
    return file.fault(found.name(frame) + ": " + what);
  }

  private void box() throws IOException {
    for (int k = 0; k < 9; k++) {
      block.boxes()[k * block.stride() + row] = header.box().periodic(k) * units.length();
    }
    boxCheck.check(block, row, file, found, frame);
  }

  private void atoms() throws IOException {
    long start = lines.after();
    if (!sorted()) {
      lines.seek(start);
      unsorted();
    }
    if (!velocities) {
      block.clearVelocities(row);
    }
    if (!forces) {
      block.clearForces(row);
    }
  }

  /** Reads the wanted atoms where they stand if the lines are sorted; false if they are not. */
  private boolean sorted() throws IOException {
    int passed = 0;
    for (int a = 0; a < wanted.length; a++) {
      if (!lines.skip(wanted[a] + 1 - passed)) {
        return false;
      }
      passed = wanted[a] + 1;
      if (tokens.split(lines) < columns.count()) {
        throw tooShort();
      }
      if (ids.areThere() && tokens.count(columns.id()) != ids.id(wanted[a])) {
        return false;
      }
      atom(a);
    }
    return true;
  }

  private void unsorted() throws IOException {
    int missing = wanted.length;
    for (long k = header.atoms(); k > 0; k--) {
      if (!lines.next() || idTokens.split(lines) <= columns.id()) {
        throw tooShort();
      }
      int atom = ids.atom(idTokens.count(columns.id()));
      if (atom < 0) {
        throw fault(
            "atom %s is not among those of the first frame"
                .formatted(idTokens.shown(columns.id())));
      }
      int a = Arrays.binarySearch(wanted, atom);
      if (a >= 0) {
        if (seen[a] == count) {
          throw AtomIds.twice(file, found.name(frame), ids.id(atom));
        }
        if (tokens.split(lines) < columns.count()) {
          throw tooShort();
        }
        seen[a] = count;
        missing--;
        atom(a);
      }
    }
    for (int a = 0; a < wanted.length && missing > 0; a++) {
      if (seen[a] != count) {
        throw fault("atom " + ids.id(wanted[a]) + " is missing");
      }
    }
  }

  private InputException tooShort() {
    return fault(
        "the line '%s' has fewer than the %d columns that ITEM: ATOMS names"
            .formatted(lines.shown(), columns.count()));
  }

  private void atom(int a) throws IOException {
    read(Quantity.POSITIONS, a, columns.positions());
    addImages(a);
    if (columns.kind().isScaled()) {
      unscale();
    }
    put(Quantity.POSITIONS, a, units.length());
    if (velocities) {
      read(Quantity.VELOCITIES, a, columns.velocities());
      put(Quantity.VELOCITIES, a, units.velocity());
    }
    if (forces) {
      read(Quantity.FORCES, a, columns.forces());
      put(Quantity.FORCES, a, units.force());
    }
  }

  private void read(Quantity quantity, int a, int[] words) throws InputException {
    for (int d = 0; d < 3; d++) {
      vector[d] = tokens.number(words[d]);
      if (Double.isNaN(vector[d])) {
        throw notFinite(quantity, a, words[d]);
      }
    }
  }

  private InputException notFinite(Quantity quantity, int a, int word) {
    String name = found.name(frame) + ", '" + tokens.shown(word) + "'";
    return quantity.notFinite(file, name, wanted[a]);
  }

  private void addImages(int a) throws InputException {
    for (int v = 0; v < 3 && columns.hasImages(); v++) {
      double image = tokens.number(columns.images()[v]);
      if (Double.isNaN(image)) {
        throw notFinite(Quantity.POSITIONS, a, columns.images()[v]);
      }
      if (columns.kind().isScaled()) {
        vector[v] += image;
      } else {
        for (int d = 0; d < 3; d++) {
          vector[d] += image * header.box().periodic(3 * v + d);
        }
      }
    }
  }

  private void unscale() {
    DumpBox box = header.box();
    double a = vector[0];
    double b = vector[1];
    double c = vector[2];
    for (int d = 0; d < 3; d++) {
      vector[d] = box.origin(d) + a * box.vector(d) + b * box.vector(3 + d) + c * box.vector(6 + d);
    }
  }

  private void put(Quantity quantity, int a, double factor) throws InputException {
    double[] numbers = quantity.columns(block);
    int at = 3 * a * block.stride() + row;
    for (int d = 0; d < 3; d++) {
      double number = vector[d] * factor;
      if (!(Math.abs(number) <= Double.MAX_VALUE)) {
        throw notFinite(quantity, a, columns.positions()[d]);
      }
      numbers[at + d * block.stride()] = number;
    }
  }
}
