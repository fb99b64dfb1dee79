package org.chikei.coordinates.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.structure.Structure;

/**
 * A file of reference structures in Å: PDB, with atoms chosen by their serial numbers, occupancies
 * as weights of the alignment and temperature factors as weights of the displacement, one frame up
 * to each {@code END} or {@code ENDMDL}; XYZ of one or more frames; or GRO, in nm. Immutable.
 */
public final class ReferenceFile {
  private final Path file;
  private final List<ReferenceFrame> frames;
  private final double unit;

  private ReferenceFile(Path file, List<ReferenceFrame> frames, double unit) {
    this.file = file;
    this.frames = List.copyOf(frames);
    this.unit = unit;
  }

  /**
   * Reads a file. The format is told by its beginning: XYZ has a number of atoms in its first line,
   * GRO in its second.
   *
   * @param file the file
   * @return its frames, at least one
   * @throws IOException if the file cannot be read; an {@link InputException} with file and line if
   *     its content is at fault
   */
  public static ReferenceFile read(Path file) throws IOException {
    TextLines lines = TextLines.of(file);
    boolean xyz = XyzFrames.begins(lines);
    boolean gro = !xyz && GroFrames.begins(lines);
    List<ReferenceFrame> frames =
        xyz
            ? new XyzFrames(lines).read()
            : gro ? new GroFrames(lines).read() : new PdbFrames(lines).read();
    if (frames.isEmpty()) {
      throw new InputException(
          file, "holds no structure: neither a number of atoms (XYZ, GRO) nor ATOM records (PDB)");
    }
    return new ReferenceFile(file, frames, gro ? 1 : Units.ANGSTROM);
  }

  /**
   * The frames.
   *
   * @return in the order of the file, at least one
   */
  public List<ReferenceFrame> frames() {
    return frames;
  }

  /**
   * The unit of length in the file.
   *
   * @return in nm; by it the numbers of the file were multiplied
   */
  public double unit() {
    return unit;
  }

  /**
   * Something wrong with a frame.
   *
   * @param frame which frame, from 0
   * @param message what is wrong and what to do
   * @return an exception that names the file, the frame and its line
   */
  public InputException fault(int frame, String message) {
    return new InputException(
        file, "frame " + (frame + 1) + ", line " + frames.get(frame).line() + ": " + message);
  }

  /**
   * Refuses frames that are not of the same atoms as the first one.
   *
   * @throws InputException if one has other atoms, or atoms in another order, or none
   */
  public void requireSameAtoms() throws InputException {
    ReferenceFrame first = frames.get(0);
    if (first.size() == 0) {
      throw fault(0, "has no atoms");
    }
    for (int f = 1; f < frames.size(); f++) {
      ReferenceFrame frame = frames.get(f);
      if (frame.size() != first.size()) {
        throw fault(f, frame.size() + " atoms, but the first frame has " + first.size());
      }
      for (int k = 0; k < first.size(); k++) {
        if (first.numbered() && frame.serial(k) != first.serial(k)
            || differ(frame.element(k), first.element(k))) {
          throw fault(
              f,
              "atom "
                  + (k + 1)
                  + " is "
                  + label(frame, k)
                  + ", but in the first frame it is "
                  + label(first, k));
        }
      }
    }
  }

  /** Whether two symbols are known and not those of one element. */
  private static boolean differ(String a, String b) {
    return !a.isEmpty() && !b.isEmpty() && !element(a).equalsIgnoreCase(element(b));
  }

  private static String element(String symbol) {
    return symbol.matches("[DdTt]") ? "H" : symbol;
  }

  private static String label(ReferenceFrame frame, int k) {
    String element = frame.element(k).isEmpty() ? "atom" : frame.element(k);
    return frame.numbered() ? element + " " + frame.serial(k) : element;
  }

  /**
   * The points of the structure that the atoms of a frame stand for: those that the job names in
   * {@code atoms}, one for each atom of the frame, in its order; otherwise those of the serial
   * numbers; otherwise all atoms of the structure.
   *
   * @param frame which frame, from 0
   * @param request what the job says; its key {@code atoms} may be absent
   * @return one point for each atom of the frame, none twice
   * @throws ParameterException if the job names another number of atoms, or one twice
   * @throws InputException if the atoms of the frame are not those of the structure: another
   *     number, another element, a serial number that is given twice or that no atom has
   */
  public List<Point> points(int frame, CoordinateRequest request)
      throws ParameterException, InputException {
    List<Point> points =
        request.parameters().has("atoms") ? named(frame, request) : numbered(frame, request);
    ReferenceFrame reference = frames.get(frame);
    if (request.structure().isPresent()) {
      Structure structure = request.structure().get();
      for (int k = 0; k < points.size(); k++) {
        checkElement(frame, reference, k, points.get(k), structure);
      }
    }
    return points;
  }

  private List<Point> named(int frame, CoordinateRequest request) throws ParameterException {
    List<Point> points = request.parameters().points("atoms");
    int size = frames.get(frame).size();
    if (points.size() != size) {
      throw new ParameterException(
          "atoms",
          points.size() + " for the " + size + " atoms of " + file + "; give one for each");
    }
    Set<Point> seen = new HashSet<>();
    for (Point point : points) {
      if (!seen.add(point)) {
        throw new ParameterException("atoms", point.label() + " is given twice");
      }
    }
    return points;
  }

  private List<Point> numbered(int frame, CoordinateRequest request) throws InputException {
    ReferenceFrame reference = frames.get(frame);
    int atoms = request.structure().map(Structure::size).orElse(Integer.MAX_VALUE);
    if (!reference.numbered() && request.structure().isPresent() && reference.size() != atoms) {
      throw fault(
          frame,
          reference.size()
              + " atoms, but the structure has "
              + atoms
              + "; name the atoms that they are with 'atoms'");
    }
    List<Point> points = new ArrayList<>(reference.size());
    Set<Integer> seen = new HashSet<>();
    for (int k = 0; k < reference.size(); k++) {
      int number = reference.numbered() ? reference.serial(k) : k + 1;
      if (number < 1 || number > atoms) {
        throw fault(frame, "there is no atom " + number + " in the structure, which has " + atoms);
      }
      if (!seen.add(number)) {
        throw fault(frame, "atom " + number + " stands there twice");
      }
      points.add(Point.ofAtom(number - 1));
    }
    return points;
  }

  private void checkElement(
      int frame, ReferenceFrame reference, int k, Point point, Structure structure)
      throws InputException {
    if (!point.isAtom()) {
      return;
    }
    String element = structure.atom(point.atom(0)).element();
    if (differ(element, reference.element(k))) {
      throw fault(
          frame,
          "its atom "
              + (k + 1)
              + " is "
              + reference.element(k)
              + ", but atom "
              + structure.atom(point.atom(0)).label()
              + " of the structure is "
              + element);
    }
  }
}
