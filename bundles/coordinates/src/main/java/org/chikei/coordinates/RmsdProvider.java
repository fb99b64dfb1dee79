package org.chikei.coordinates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code rmsd}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + RmsdProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + RmsdProvider.SUMMARY
    })
public final class RmsdProvider implements CollectiveVariableProvider {
  static final String TYPE = "rmsd";
  static final String SUMMARY = "root mean square deviation from a reference structure";

  /** Whether the root is left out. */
  static final String SQUARED = "squared";

  @Override
  public Declaration declaration() {
    List<ParameterDeclaration> parameters = new ArrayList<>(Reference.declarations());
    parameters.add(Fitting.declaration());
    parameters.add(
        Reference.weights(
            Reference.ALIGNMENT_WEIGHTS,
            "occupancy",
            "How much each atom counts where the reference is laid over a frame."));
    parameters.add(
        Reference.weights(
            Reference.DISPLACEMENT_WEIGHTS,
            "temperature factor",
            "How much each atom counts in the deviation."));
    parameters.add(squared());
    parameters.add(PointParameters.wholeMolecule());
    return new Declaration(
        TYPE,
        SUMMARY,
        "How far a group of atoms is from where it stands in a reference structure, after that was"
            + " laid over it: shifted, and rotated (never mirrored) so that the weighted squares of"
            + " the distances are least. Weights of the alignment and of the displacement may"
            + " differ: align on a protein, watch a ligand. The derivatives follow the rotation."
            + " At the reference itself the value is 0, and there is no gradient; where two"
            + " rotations are equally good there is none either, and no value if the weights"
            + " differ: such frames count as missing. A reference in pieces across a box is taken"
            + " as it stands.",
        "R² = Σ w |x - c - Q (r - c_r)|² / Σ w; c, c_r the centres by the weights a of the alignment;"
            + " Q the rotation that makes Σ a |x - c - Q (r - c_r)|² least; a = w: g = Σ (w² d²/m)/R²"
            + " with d the displacements and Σ w = 1",
        "B. K. P. Horn, J. Opt. Soc. Am. A 4, 629 (1987); E. A. Coutsias, C. Seok, K. A. Dill,"
            + " J. Comput. Chem. 25, 1849 (2004)",
        "- {name: rmsd, type: rmsd, reference: folded.pdb, atoms: [5, 7, 9, 15, 17]}",
        parameters);
  }

  /** Declares whether the root is left out. */
  static ParameterDeclaration squared() {
    return ParameterDeclaration.optional(
        SQUARED,
        new ParameterType.Flag(),
        false,
        "",
        "Leave out the root: the mean square in nm^2, which is smooth at the reference too.");
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException, IOException {
    Reference reference = Reference.of(request);
    double[] align = reference.weights(request, Reference.ALIGNMENT_WEIGHTS);
    double[] displace = reference.weights(request, Reference.DISPLACEMENT_WEIGHTS);
    Fitting fitting = Fitting.of(request);
    Alignment alignment = new Alignment(reference.positions(), align);
    if (fitting == Fitting.OPTIMAL) {
      checkRotation(alignment, displace);
    }
    return new Rmsd(
        reference.points(),
        alignment,
        displace,
        fitting,
        request.parameters().flag(SQUARED),
        PointParameters.nearestImage(request));
  }

  /**
   * Refuses a reference that leaves the rotation open.
   *
   * @param displace the weights of the points whose places depend on it; null where a line of them
   *     would not do either
   * @throws ParameterException if its aligned atoms are at one place, or on one line and others not
   */
  static void checkRotation(Alignment alignment, double[] displace) throws ParameterException {
    if (!(alignment.size() > 0)) {
      throw new ParameterException(
          Reference.ALIGNMENT_WEIGHTS,
          "the atoms that are aligned are all at one place of the reference, so that no rotation is"
              + " the best; align more of them, or write 'fit: centre'");
    }
    if (alignment.isLinear() && (displace == null || !alignment.isOnLine(displace))) {
      throw new ParameterException(
          Reference.ALIGNMENT_WEIGHTS,
          "the atoms that are aligned are on one line of the reference, and may turn about it; align"
              + " one more beside it");
    }
  }
}
