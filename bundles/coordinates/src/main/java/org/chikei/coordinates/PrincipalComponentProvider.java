package org.chikei.coordinates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.coordinates.reference.ReferenceFile;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code principal-component}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + PrincipalComponentProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + PrincipalComponentProvider.SUMMARY
    })
public final class PrincipalComponentProvider implements CollectiveVariableProvider {
  static final String TYPE = "principal-component";
  static final String SUMMARY = "projection of the displacement from a reference on a vector";

  private static final String VECTORS = "vectors";
  private static final String FORM = "form";
  private static final String NORMALISED = "normalised";
  private static final String NORMALISED_AS_GIVEN = "normalised-as-given";
  private static final String AS_GIVEN = "as-given";
  private static final String DIFFERENCE = "difference";
  private static final String NORMALISED_DIFFERENCE = "normalised-difference";
  private static final String WEIGHTED = "weighted";
  private static final String RESIDUAL = "residual";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "How far a group of atoms has gone from a reference structure along a vector of as many"
            + " displacements: an eigenvector of a principal component analysis, a normal mode, or"
            + " the way to another structure. The reference is laid over each frame first, and the"
            + " derivatives follow its rotation. 'component' chooses one of several vectors, or"
            + " 'residual': the length of what all of them together leave of the displacement."
            + " PLUMED's PCAVARS with TYPE=OPTIMAL has 'form: normalised-as-given', 'weighted: true'"
            + " and weights from the file; Colvars' eigenvector has 'form: as-given', with"
            + " normalizeVector 'normalised', with differenceVector 'difference', which is 0 at the reference and 1 at the other structure, and with normalizeVector"
            + " 'normalised'. Where two rotations are equally good there is no value, and such a"
            + " frame counts as missing.",
        "p = Σ e·(Qᵀ(x - c) - (r - c_r)), Q and c as for 'rmsd'; weighted: each term times w/Σ w;"
            + " residual² = Σ |Qᵀ(x - c) - (r - c_r)|² - Σ_k p_k², weighted alike",
        "A. Amadei, A. B. M. Linssen, H. J. C. Berendsen, Proteins 17, 412 (1993); G. Fiorin, M. L."
            + " Klein, J. Hénin, Mol. Phys. 111, 3345 (2013)",
        "- {name: pc1, type: principal-component, reference: mean.pdb, vectors: modes.xyz}",
        List.of(
            ParameterDeclaration.required(
                Reference.REFERENCE,
                new ParameterType.FileName(),
                "",
                "PDB, XYZ or GRO: its first frame is the reference, and the others are the vectors"
                    + " where 'vectors' does not name a file of them."),
            ParameterDeclaration.optional(
                VECTORS,
                new ParameterType.FileName(),
                "",
                "PDB, XYZ or GRO whose frames are the vectors, atom by atom."),
            Reference.atoms(),
            ParameterDeclaration.optional(
                PointParameters.COMPONENT,
                ParameterType.OneOf.of(
                    new ParameterType.Whole(1, Integer.MAX_VALUE),
                    ParameterType.Choice.of(RESIDUAL)),
                1L,
                "",
                "Which vector, from 1, or 'residual'."),
            ParameterDeclaration.optional(
                FORM,
                ParameterType.Choice.of(
                    NORMALISED, NORMALISED_AS_GIVEN, AS_GIVEN, DIFFERENCE, NORMALISED_DIFFERENCE),
                NORMALISED,
                "",
                "What the frames of vectors are: 'normalised' vectors to be centred and then given"
                    + " the length 1, 'normalised-as-given' to be given it before their centre is"
                    + " lost, 'as-given' vectors whose numbers count, 'difference' another"
                    + " structure, the way to which is 1, 'normalised-difference' the same in nm."),
            ParameterDeclaration.optional(
                WEIGHTED,
                new ParameterType.Flag(),
                false,
                "",
                "Multiply each atom's term by its displacement weight, their sum being 1."),
            Fitting.declaration(),
            Reference.weights(
                Reference.ALIGNMENT_WEIGHTS,
                "occupancy",
                "How much each atom counts where the reference is laid over a frame."),
            Reference.weights(
                Reference.DISPLACEMENT_WEIGHTS,
                "temperature factor",
                "How much each atom counts where 'weighted' is set."),
            PointParameters.wholeMolecule()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException, IOException {
    ReferenceFile file = file(request, Reference.REFERENCE);
    Reference reference = Reference.of(request, file, 0);
    Vectors vectors = new Vectors(request, reference, file);
    if (vectors.number() == 0) {
      throw new ParameterException(
          VECTORS, "missing, and the reference file has no other frame than the reference");
    }
    if (RESIDUAL.equals(request.parameters().value(PointParameters.COMPONENT).orElseThrow())) {
      return vectors.residual();
    }
    int which = request.parameters().whole(PointParameters.COMPONENT);
    if (which > vectors.number()) {
      throw new ParameterException(
          PointParameters.COMPONENT, which + ", but the file has " + vectors.number() + " vectors");
    }
    return vectors.projection(which - 1);
  }

  private static ReferenceFile file(CoordinateRequest request, String name) throws IOException {
    return ReferenceFile.read((Path) request.parameters().value(name).orElseThrow());
  }

  /** The vectors of one request. */
  private static final class Vectors {
    private final CoordinateRequest request;
    private final Reference reference;
    private final ReferenceFile file;
    private final int first;
    private final Alignment alignment;
    private final double[] weights;
    private final double[] shares;
    private final Fitting fitting;
    private final boolean weighted;
    private final String form;

    Vectors(CoordinateRequest request, Reference reference, ReferenceFile referenceFile)
        throws ParameterException, IOException {
      this.request = request;
      this.reference = reference;
      boolean apart = request.parameters().has(VECTORS);
      this.file = apart ? file(request, VECTORS) : referenceFile;
      this.first = apart ? 0 : 1;
      this.weighted = request.parameters().flag(WEIGHTED);
      this.form = request.parameters().text(FORM);
      this.fitting = Fitting.of(request);
      double[] displace = reference.weights(request, Reference.DISPLACEMENT_WEIGHTS);
      double[] even = new double[displace.length];
      Arrays.fill(even, 1);
      this.weights = weighted ? displace : even;
      double sum = Arrays.stream(weights).sum();
      this.shares = weighted ? Arrays.stream(weights).map(w -> w / sum).toArray() : even;
      this.alignment =
          new Alignment(
              reference.positions(), reference.weights(request, Reference.ALIGNMENT_WEIGHTS));
      if (fitting == Fitting.OPTIMAL) {
        RmsdProvider.checkRotation(alignment, null);
      }
    }

    int number() {
      return file.frames().size() - first;
    }

    Projection projection(int which) throws ParameterException, IOException {
      Reference frame = Reference.of(request, file, first + which);
      if (!frame.points().equals(reference.points())) {
        throw file.fault(first + which, "its atoms are not those of the reference");
      }
      boolean difference = form.equals(DIFFERENCE);
      double[] vector =
          difference || form.equals(NORMALISED_DIFFERENCE)
              ? difference(frame.positions())
              : frame.positions();
      if (form.equals(NORMALISED) && fitting != Fitting.NONE) {
        vector = AlignedSum.centred(alignment, vector);
      }
      double square = 0;
      double weightedSquare = 0;
      for (int k = 0; k < vector.length; k++) {
        square += vector[k] * vector[k];
        weightedSquare += shares[k / 3] * vector[k] * vector[k];
        vector[k] *= shares[k / 3];
      }
      if (!(weightedSquare > 0)) {
        throw file.fault(first + which, "the vector is zero, and nothing can be projected on it");
      }
      double divisor =
          difference ? weightedSquare : form.equals(AS_GIVEN) ? file.unit() : Math.sqrt(square);
      for (int k = 0; k < vector.length; k++) {
        vector[k] /= divisor;
      }
      return new Projection(
          reference.points(),
          difference ? "" : "nm",
          alignment,
          vector,
          fitting,
          PointParameters.nearestImage(request));
    }

    /** The way from the reference to another structure that is laid over it. */
    private double[] difference(double[] positions) throws ParameterException {
      double[] aligned = positions;
      if (fitting != Fitting.NONE) {
        Alignment other = new Alignment(positions, alignment.weights());
        aligned = other.reference();
        if (fitting == Fitting.OPTIMAL) {
          aligned = rotated(other.reference());
        }
      }
      double[] from = fitting == Fitting.NONE ? alignment.positions() : alignment.reference();
      double[] difference = new double[positions.length];
      for (int k = 0; k < difference.length; k++) {
        difference[k] = aligned[k] - from[k];
      }
      return difference;
    }

    private double[] rotated(double[] y) throws ParameterException {
      double[] k = new double[9];
      double square = 0;
      for (int p = 0; p < alignment.points(); p++) {
        for (int d = 0; d < 3; d++) {
          for (int e = 0; e < 3; e++) {
            k[3 * d + e] += y[3 * p + d] * alignment.torques()[3 * p + e];
          }
          square += alignment.weights()[p] * y[3 * p + d] * y[3 * p + d];
        }
      }
      Superposition superposition = new Superposition(alignment);
      superposition.solve(k, square);
      if (!superposition.isUnique()) {
        throw new ParameterException(
            FORM, "the other structure can be laid over the reference in more than one way");
      }
      double[] q = superposition.rotation();
      double[] rotated = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        int at = i - i % 3;
        int d = i % 3;
        rotated[i] = q[d] * y[at] + q[3 + d] * y[at + 1] + q[6 + d] * y[at + 2];
      }
      return rotated;
    }

    Coordinate residual() throws ParameterException, IOException {
      if (!form.startsWith(NORMALISED)) {
        throw new ParameterException(
            FORM, "'" + form + "' vectors leave no residual; write 'form: normalised'");
      }
      List<Coordinate> components = new ArrayList<>();
      components.add(
          new Rmsd(
              reference.points(),
              alignment,
              weights,
              fitting,
              true,
              PointParameters.nearestImage(request)));
      for (int which = 0; which < number(); which++) {
        components.add(projection(which));
      }
      return new Residual(components, weighted ? 1 : weights.length);
    }
  }
}
