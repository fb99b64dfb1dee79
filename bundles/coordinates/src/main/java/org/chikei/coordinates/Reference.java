package org.chikei.coordinates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.structure.Structure;
import org.chikei.coordinates.reference.ReferenceFile;
import org.chikei.coordinates.reference.ReferenceFrame;

/**
 * The reference structure of a coordinate: which points it is of, where they are, and what weights
 * its file gives them.
 */
final class Reference {
  /** The file of the reference. */
  static final String REFERENCE = "reference";

  /** The weights by which the reference is laid over a frame. */
  static final String ALIGNMENT_WEIGHTS = "alignment-weights";

  /** The weights by which displacements count. */
  static final String DISPLACEMENT_WEIGHTS = "displacement-weights";

  private static final String FRAME = "frame";
  private static final String OF_FILE = "file";

  private final List<Point> points;
  private final double[] positions;
  private final double[] alignment;
  private final double[] displacement;

  private Reference(
      List<Point> points, double[] positions, double[] alignment, double[] displacement) {
    this.points = List.copyOf(points);
    this.positions = positions;
    this.alignment = alignment;
    this.displacement = displacement;
  }

  /** Declares the file, one of its frames, and the points. */
  static List<ParameterDeclaration> declarations() {
    return List.of(
        file(
            "PDB or XYZ in Å, or GRO in nm; without one, the job's own structure is the reference."),
        ParameterDeclaration.optional(
            FRAME,
            new ParameterType.Whole(1, Integer.MAX_VALUE),
            1L,
            "",
            "Which frame of the file, from 1."),
        atoms());
  }

  /** Declares the file. */
  static ParameterDeclaration file(String summary) {
    return ParameterDeclaration.optional(REFERENCE, new ParameterType.FileName(), "", summary);
  }

  /** Declares the points. */
  static ParameterDeclaration atoms() {
    return ParameterDeclaration.optional(
        PointParameters.ATOMS,
        new ParameterType.Points(2, Integer.MAX_VALUE),
        "",
        "The atoms: as many as the reference has, in its order, or fewer, which are looked up by"
            + " their numbers. Without them, the serial numbers of a PDB file choose, or all atoms"
            + " count.");
  }

  /** Declares weights of the alignment or of the displacement. */
  static ParameterDeclaration weights(String name, String column, String summary) {
    return ParameterDeclaration.optional(
        name,
        ParameterType.OneOf.of(
            ParameterType.Choice.of(PointWeights.EQUAL, PointWeights.MASS, OF_FILE),
            PointWeights.NUMBERS),
        PointWeights.EQUAL,
        "",
        summary
            + " 'file' takes the "
            + column
            + " column of the PDB file, as PLUMED does; all zero there means equal.");
  }

  /**
   * Finds the reference of a request.
   *
   * @throws ParameterException if it names neither a file nor atoms, or atoms that the reference
   *     does not have
   * @throws IOException if the file cannot be read or is not of this structure
   */
  static Reference of(CoordinateRequest request) throws ParameterException, IOException {
    if (!request.parameters().has(REFERENCE)) {
      if (request.parameters().whole(FRAME) > 1) {
        throw new ParameterException(FRAME, "there is no 'reference' file to take it from");
      }
      return ofStructure(request);
    }
    ReferenceFile file =
        ReferenceFile.read((Path) request.parameters().value(REFERENCE).orElseThrow());
    int frame = request.parameters().whole(FRAME) - 1;
    if (frame >= file.frames().size()) {
      throw new ParameterException(
          FRAME, (frame + 1) + " of a file with " + file.frames().size() + " frames");
    }
    return of(request, file, frame);
  }

  /** Finds the reference in a frame of a file, counted from 0. */
  static Reference of(CoordinateRequest request, ReferenceFile file, int frame)
      throws ParameterException, IOException {
    ReferenceFrame structure = file.frames().get(frame);
    if (structure.size() == 0) {
      throw file.fault(frame, "has no atoms");
    }
    double[] positions = structure.positions();
    double[] alignment = structure.alignmentWeights();
    double[] displacement = structure.displacementWeights();
    if (request.parameters().has(PointParameters.ATOMS)) {
      List<Point> named = PointParameters.distinctPoints(request);
      if (named.size() < structure.size()) {
        return lookUp(request, structure, named);
      }
    }
    List<Point> points = file.points(frame, request);
    if (points.size() < 2) {
      throw file.fault(frame, "has one atom; at least two are needed");
    }
    return new Reference(points, positions, alignment, displacement);
  }

  /** Takes some atoms of a frame, by their numbers. */
  private static Reference lookUp(
      CoordinateRequest request, ReferenceFrame frame, List<Point> points)
      throws ParameterException {
    Map<Integer, Integer> places = new HashMap<>();
    Set<Integer> twice = new HashSet<>();
    for (int k = 0; k < frame.size(); k++) {
      int number = frame.numbered() ? frame.serial(k) : k + 1;
      if (places.put(number, k) != null) {
        twice.add(number);
      }
    }
    double[] all = frame.positions();
    double[] positions = new double[3 * points.size()];
    double[] alignment = new double[points.size()];
    double[] displacement = new double[points.size()];
    for (int p = 0; p < points.size(); p++) {
      Point point = points.get(p);
      for (int k = 0; k < point.size(); k++) {
        int number = point.atom(k) + 1;
        Integer place = places.get(number);
        if (place == null || twice.contains(number)) {
          throw new ParameterException(
              PointParameters.ATOMS,
              "atom "
                  + number
                  + (place == null ? " is not" : " stands twice")
                  + " in "
                  + request.parameters().value(REFERENCE).orElseThrow());
        }
        for (int d = 0; d < 3; d++) {
          positions[3 * p + d] += point.weight(k) * all[3 * place + d];
        }
        alignment[p] += point.weight(k) * frame.alignmentWeights()[place];
        displacement[p] += point.weight(k) * frame.displacementWeights()[place];
      }
    }
    return new Reference(points, positions, alignment, displacement);
  }

  private static Reference ofStructure(CoordinateRequest request) throws ParameterException {
    if (!request.parameters().has(PointParameters.ATOMS)) {
      throw new ParameterException(
          PointParameters.ATOMS, "missing; name the atoms, or a 'reference' that says which");
    }
    List<Point> points = PointParameters.distinctPoints(request);
    double[] all =
        request
            .structure()
            .flatMap(Structure::positions)
            .orElseThrow(
                () ->
                    new ParameterException(
                        PointParameters.ATOMS,
                        "the job's structure has no positions; give a 'reference'"));
    double[] positions = new double[3 * points.size()];
    for (int p = 0; p < points.size(); p++) {
      Point point = points.get(p);
      for (int k = 0; k < point.size(); k++) {
        for (int d = 0; d < 3; d++) {
          positions[3 * p + d] += point.weight(k) * all[3 * point.atom(k) + d];
        }
      }
    }
    return new Reference(points, positions, null, null);
  }

  /** The points that the reference is of. */
  List<Point> points() {
    return points;
  }

  /** Where they are: x, y, z of each in nm. */
  double[] positions() {
    return positions;
  }

  /**
   * The weights that a request gives the points.
   *
   * @param name which weights
   * @throws ParameterException if they are to come from a file and there is none, or do not fit
   */
  double[] weights(CoordinateRequest request, String name) throws ParameterException {
    if (request.parameters().value(name).filter(OF_FILE::equals).isEmpty()) {
      return PointWeights.of(request, name, points);
    }
    double[] weights = name.equals(ALIGNMENT_WEIGHTS) ? alignment : displacement;
    if (weights == null) {
      throw new ParameterException(
          name, "there is no 'reference' file to take them from; write 'equal', 'mass' or numbers");
    }
    if (Arrays.stream(weights).allMatch(w -> w == 0)) {
      weights = new double[weights.length];
      Arrays.fill(weights, 1);
    }
    return weights.clone();
  }
}
