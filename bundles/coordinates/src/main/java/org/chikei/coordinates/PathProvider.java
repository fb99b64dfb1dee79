package org.chikei.coordinates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chikei.api.Declaration;
import org.chikei.api.InputException;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.coordinates.reference.ReferenceFile;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code path}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + PathProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + PathProvider.SUMMARY
    })
public final class PathProvider implements CollectiveVariableProvider {
  static final String TYPE = "path";
  static final String SUMMARY = "progress along a path of frames, or the distance from it";

  private static final String FRAMES = "frames";
  private static final String OF = "of";
  private static final String POINTS = "points";
  private static final String COEFFICIENTS = "coefficients";
  private static final String LAMBDA = "lambda";
  private static final String PROPERTY = "property";

  /** λ times the mean deviation of frames that follow each other, where no λ is given. */
  private static final double USUAL = 2.3;

  /** The part of the mean deviation up to which frames count as the same. */
  private static final double SAME = 1e-10;

  /** The deviation in nm² up to which structures count as the same. */
  private static final double SAME_STRUCTURE = 1e-14;

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "How far a structure has come along a path of frames, s from 1 to their number, or how far"
            + " it is from all of them, z. The deviation d from a frame is the mean square distance"
            + " of the atoms after the best shift and rotation (PLUMED's PATHMSD, whose sss and zzz"
            + " these are, with weights from the file), or, with 'of', the sum of squares of"
            + " differences of other coordinates, by the shortest way round where they are periodic"
            + " (PLUMED's PATH). All frames count in every structure; there are no neighbour lists."
            + " With 'property' another number of each frame takes the place of its index (PLUMED's"
            + " PROPERTYMAP). s and z are smooth wherever the deviations are.",
        "s = Σ i exp(-λ d_i)/Σ exp(-λ d_i), z = -(1/λ) ln Σ exp(-λ d_i)",
        "D. Branduardi, F. L. Gervasio, M. Parrinello, J. Chem. Phys. 126, 054103 (2007);"
            + " V. Spiwok, B. Králová, J. Chem. Phys. 135, 224504 (2011)",
        "- {name: s, type: path, frames: path.pdb, lambda: 5000}",
        parameters());
  }

  private static List<ParameterDeclaration> parameters() {
    return List.of(
        ParameterDeclaration.optional(
            FRAMES,
            new ParameterType.FileName(),
            "",
            "The frames of the path in their order: PDB up to each END or ENDMDL, or XYZ, in Å; with"
                + " 'of', the values of the coordinates as REMARK name=value."),
        Reference.atoms(),
        ParameterDeclaration.optional(
            OF,
            new ParameterType.Coordinates(1, Integer.MAX_VALUE),
            "",
            "Other coordinates in whose space the path is, in place of the positions of atoms."),
        ParameterDeclaration.optional(
            POINTS,
            new ParameterType.ListOf(
                new ParameterType.ListOf(ParameterType.Real.ANY, 1, Integer.MAX_VALUE),
                2,
                Integer.MAX_VALUE),
            "",
            "The values of the coordinates at each point of the path, in place of a file."),
        ParameterDeclaration.optional(
            COEFFICIENTS,
            new ParameterType.ListOf(ParameterType.Real.POSITIVE, 1, Integer.MAX_VALUE),
            "",
            "A factor for the difference of each coordinate, squared with it; 1 without it."),
        ParameterDeclaration.optional(
            PointParameters.COMPONENT,
            ParameterType.Choice.of("s", "z"),
            "s",
            "",
            "The progress or the distance (nm^2, or the square of the unit of the coordinates)."),
        ParameterDeclaration.optional(
            LAMBDA,
            ParameterType.Real.POSITIVE,
            "1/nm^2",
            "How sharply the nearest frames are preferred (with 'of', one over the square of the"
                + " coordinates); 2.3 over the mean deviation of frames that follow each other"
                + " without it."),
        ParameterDeclaration.optional(
            PROPERTY,
            ParameterType.Text.ANY,
            "",
            "A number of each frame, given as name=value in its REMARK or comment line, to take in"
                + " place of its index."),
        Fitting.declaration(),
        Reference.weights(
            Reference.ALIGNMENT_WEIGHTS,
            "occupancy",
            "How much each atom counts where a frame is laid over a structure."),
        Reference.weights(
            Reference.DISPLACEMENT_WEIGHTS,
            "temperature factor",
            "How much each atom counts in the deviation."),
        PointParameters.wholeMolecule());
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException, IOException {
    boolean inSpace = !request.components().isEmpty();
    for (String key : List.of(POINTS, COEFFICIENTS)) {
      if (!inSpace && request.parameters().has(key)) {
        throw new ParameterException(key, "goes with 'of' alone; name the coordinates");
      }
    }
    boolean table = request.parameters().has(POINTS);
    if (table == request.parameters().has(FRAMES)) {
      throw new ParameterException(
          FRAMES,
          table
              ? "the path is given twice, by 'frames' and by 'points'; leave one out"
              : "missing; name the file of the frames" + (inSpace ? ", or give 'points'" : ""));
    }
    ReferenceFile file = null;
    if (!table) {
      Path path = (Path) request.parameters().value(FRAMES).orElseThrow();
      file = ReferenceFile.read(path);
      if (file.frames().size() < 2) {
        throw new InputException(path, "holds one frame; a path needs two or more");
      }
    }
    return inSpace ? ofCoordinates(request, file) : byDeviation(request, file);
  }

  private static boolean progress(CoordinateRequest request) {
    return request.parameters().text(PointParameters.COMPONENT).equals("s");
  }

  private static Coordinate byDeviation(CoordinateRequest request, ReferenceFile file)
      throws ParameterException, IOException {
    file.requireSameAtoms();
    Fitting fitting = Fitting.of(request);
    boolean nearestImage = PointParameters.nearestImage(request);
    List<Rmsd> frames = new ArrayList<>();
    List<double[]> positions = new ArrayList<>();
    for (int f = 0; f < file.frames().size(); f++) {
      Reference reference = Reference.of(request, file, f);
      double[] displace = reference.weights(request, Reference.DISPLACEMENT_WEIGHTS);
      Alignment alignment =
          new Alignment(
              reference.positions(), reference.weights(request, Reference.ALIGNMENT_WEIGHTS));
      if (fitting == Fitting.OPTIMAL) {
        RmsdProvider.checkRotation(alignment, displace);
      }
      frames.add(new Rmsd(reference.points(), alignment, displace, fitting, true, nearestImage));
      positions.add(reference.positions());
    }
    double[] deviations = new double[frames.size() - 1];
    for (int f = 0; f < deviations.length; f++) {
      deviations[f] = deviation(frames.get(f), positions.get(f + 1));
    }
    double mean = distinct(deviations, SAME_STRUCTURE, file);
    List<String> notes = new ArrayList<>();
    double lambda = lambda(request, mean, "nm^2", notes);
    return new PathByDeviation(
        frames, properties(request, file, frames.size()), lambda, progress(request), notes);
  }

  /** The deviation of one structure, whole as it stands. */
  private static double deviation(Rmsd frame, double[] positions) {
    int points = positions.length / 3;
    int[] offsets = new int[points];
    double[] masses = new double[points];
    Arrays.fill(masses, 1);
    for (int p = 0; p < points; p++) {
      offsets[p] = 3 * p;
    }
    PointBlock block =
        new PointBlock(1, positions, null, null, offsets, InverseMasses.ofAtoms(masses));
    block.setSize(1);
    DerivativeBlock out = new DerivativeBlock(1, points, 0);
    frame.evaluate(block, out);
    return out.value()[0];
  }

  private static Coordinate ofCoordinates(CoordinateRequest request, ReferenceFile file)
      throws ParameterException, IOException {
    List<Coordinate> components = request.components();
    int size = components.size();
    for (String key : List.of(PointParameters.ATOMS)) {
      if (request.parameters().has(key)) {
        throw new ParameterException(key, "does not go with 'of', which names coordinates");
      }
    }
    double[][] points = file == null ? table(request, size) : remarks(request, file);
    double[] coefficients = new double[size];
    Arrays.fill(coefficients, 1);
    if (request.parameters().has(COEFFICIENTS)) {
      coefficients = request.parameters().reals(COEFFICIENTS);
      if (coefficients.length != size) {
        throw new ParameterException(
            COEFFICIENTS,
            coefficients.length + " for " + size + " coordinates; give one for each of 'of'");
      }
    }
    for (int a = 0; a < size; a++) {
      coefficients[a] *= coefficients[a];
    }
    double[] deviations = new double[points.length - 1];
    for (int i = 0; i < deviations.length; i++) {
      for (int a = 0; a < size; a++) {
        double difference = points[i + 1][a] - points[i][a];
        if (components.get(a).period().isPresent()) {
          difference = components.get(a).period().get().nearest(difference);
        }
        deviations[i] += coefficients[a] * difference * difference;
      }
    }
    double mean = distinct(deviations, Double.MIN_NORMAL, file);
    String unit = components.get(0).unit();
    boolean same = components.stream().allMatch(c -> c.unit().equals(unit));
    String square = same && !unit.isEmpty() ? unit + "^2" : "";
    List<String> notes = new ArrayList<>();
    double lambda = lambda(request, mean, square, notes);
    return new PathOfCoordinates(
        components,
        points,
        coefficients,
        properties(request, file, points.length),
        lambda,
        progress(request),
        square,
        notes);
  }

  private static double[][] table(CoordinateRequest request, int size) throws ParameterException {
    List<?> rows = (List<?>) request.parameters().value(POINTS).orElseThrow();
    double[][] points = new double[rows.size()][];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          ((List<?>) rows.get(i)).stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
      if (points[i].length != size) {
        throw new ParameterException(
            POINTS,
            "point "
                + (i + 1)
                + " has "
                + points[i].length
                + " values for "
                + size
                + " coordinates");
      }
    }
    return points;
  }

  /** The values of the coordinates that the frames state, by the names of the job. */
  private static double[][] remarks(CoordinateRequest request, ReferenceFile file)
      throws InputException {
    Object of = request.parameters().value(OF).orElseThrow();
    List<?> names = of instanceof List<?> list ? list : List.of(of);
    double[][] points = new double[file.frames().size()][names.size()];
    for (int f = 0; f < points.length; f++) {
      for (int a = 0; a < names.size(); a++) {
        points[f][a] = stated(file, f, names.get(a).toString());
      }
    }
    return points;
  }

  private static double stated(ReferenceFile file, int frame, String name) throws InputException {
    String text = file.frames().get(frame).remarks().get(name);
    if (text == null) {
      throw file.fault(frame, "does not say '" + name + "=' in a REMARK or comment line");
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw file.fault(frame, "'" + name + "=" + text + "' is no finite number");
    }
    throw file.fault(frame, "'" + name + "=" + text + "' is no finite number");
  }

  private static double[] properties(CoordinateRequest request, ReferenceFile file, int frames)
      throws ParameterException, InputException {
    double[] properties = new double[frames];
    boolean named = request.parameters().has(PROPERTY);
    if (named && file == null) {
      throw new ParameterException(PROPERTY, "is read from 'frames'; 'points' have none");
    }
    for (int f = 0; f < frames; f++) {
      properties[f] = named ? stated(file, f, request.parameters().text(PROPERTY)) : f + 1;
    }
    return properties;
  }

  /** The mean of the deviations; frames that follow each other must not be the same. */
  private static double distinct(double[] deviations, double least, ReferenceFile file)
      throws ParameterException, InputException {
    double mean = Arrays.stream(deviations).average().orElseThrow();
    for (int f = 0; f < deviations.length; f++) {
      if (!(deviations[f] > SAME * mean) || !(deviations[f] > least)) {
        if (file == null) {
          throw new ParameterException(
              POINTS, "points " + (f + 1) + " and " + (f + 2) + " are the same; leave one out");
        }
        throw file.fault(f + 1, "is the same as the frame before; leave it out");
      }
    }
    return mean;
  }

  private static double lambda(
      CoordinateRequest request, double mean, String unit, List<String> notes) {
    if (request.parameters().has(LAMBDA)) {
      return request.parameters().real(LAMBDA);
    }
    double lambda = USUAL / mean;
    notes.add(
        String.format(
            Locale.ROOT,
            "lambda is %.6g%s, 2.3 over the mean square deviation of frames that follow each other",
            lambda,
            unit.isEmpty() ? "" : " 1/" + unit));
    return lambda;
  }
}
