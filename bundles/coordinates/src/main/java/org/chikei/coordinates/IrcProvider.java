package org.chikei.coordinates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.structure.Structure;
import org.chikei.coordinates.reference.ReferenceFile;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code irc}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + IrcProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + IrcProvider.SUMMARY
    })
public final class IrcProvider implements CollectiveVariableProvider {
  static final String TYPE = "irc";
  static final String SUMMARY = "arc length along a reaction path, or the distance from it";

  private static final String FRAMES = "frames";
  private static final String TOLERANCE = "tolerance";
  private static final double PART_OF_SPACING = 1e-3;

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The place of a structure along an intrinsic reaction coordinate, or any other path, that is"
            + " given by frames: in mass-weighted coordinates, the arc length s of the point of the"
            + " path that is nearest to the structure, which is shifted and turned to be as near as"
            + " it can. 'eta' is the distance η that is left, 'kappa' the curvature κ of the path"
            + " there. The path is the smoothest curve (with ∫ |q'''|² the smallest) whose distance"
            + " from the frames, as a root mean square, is at most 'tolerance'; frames at the ends"
            + " where it folds back on itself are left out, and a note says which. s is zero where"
            + " the comment lines of the file say s=0, otherwise at the first frame. Beyond the"
            + " ends the curvature is brought to zero over a tenth of the length, and then the path"
            + " goes on straight. Of several nearest points the nearest one counts; at a centre of"
            + " curvature (1 - κ·η ≤ 0) and where the best rotation is one of several a frame"
            + " counts as missing. Along s the effective mass changes with the distance from a"
            + " curved path, so that G and Vm part. Where turning the structure couples to the"
            + " path, |∇s|² has a further, Coriolis term of order η².",
        "|∇s|² = 1/(1 - κ·η)² in mass-weighted coordinates without rotation; with it"
            + " (1 + ω·Iω)/(1 - κ·η - L·J⁻¹L)², L = Σ q' × η, ω = J⁻¹L, J = Σ (q·y - y qᵀ),"
            + " I the inertia of the path's structure",
        "K. Fukui, J. Phys. Chem. 74, 4161 (1970); W. H. Miller, N. C. Handy, J. E. Adams, J. Chem."
            + " Phys. 72, 99 (1980)",
        "- {name: s, type: irc, frames: path.xyz}",
        List.of(
            ParameterDeclaration.required(
                FRAMES,
                new ParameterType.FileName(),
                "",
                "The frames of the path in their order, in Å: XYZ, or PDB with frames up to each END"
                    + " or ENDMDL."),
            ParameterDeclaration.optional(
                PointParameters.ATOMS,
                new ParameterType.Points(2, Integer.MAX_VALUE),
                "",
                "The atoms of the structure that the frames are of, in the frames' order; without it"
                    + " those of a PDB file's serial numbers, or all atoms."),
            ParameterDeclaration.optional(
                PointParameters.COMPONENT,
                ParameterType.Choice.of("s", "eta", "kappa"),
                "s",
                "",
                "The arc length (amu^1/2 nm), the distance from the path (amu^1/2 nm), or the"
                    + " curvature of the path (1/(amu^1/2 nm))."),
            Fitting.declaration(),
            ParameterDeclaration.optional(
                TOLERANCE,
                ParameterType.Real.POSITIVE,
                "amu^1/2 nm",
                "The root mean square distance of the path from the frames, by which noise in them is"
                    + " smoothed; 0.1 % of their mean spacing without it."),
            PointParameters.wholeMolecule()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException, IOException {
    Structure structure =
        request
            .structure()
            .orElseThrow(
                () -> new ParameterException(FRAMES, "a path of atoms needs a source with atoms"));
    Path path = (Path) request.parameters().value(FRAMES).orElseThrow();
    ReferenceFile file = ReferenceFile.read(path);
    file.requireSameAtoms();
    List<Point> points = file.points(0, request);
    double[] masses = new double[points.size()];
    for (int p = 0; p < masses.length; p++) {
      if (!points.get(p).isAtom()) {
        throw new ParameterException(
            PointParameters.ATOMS, points.get(p).label() + " is no single atom");
      }
      masses[p] = structure.mass(points.get(p).atom(0));
      if (!(masses[p] > 0)) {
        throw new ParameterException(
            PointParameters.ATOMS,
            "atom " + points.get(p).label() + " has no mass; give it one in source.masses");
      }
    }
    Fitting fitting = Fitting.of(request);
    PathFrames frames = new PathFrames(path, file, masses, fitting);
    double tolerance =
        request.parameters().has(TOLERANCE)
            ? request.parameters().real(TOLERANCE)
            : PART_OF_SPACING * frames.spacing();
    return new ReactionCoordinate(
        points,
        masses,
        frames.path(tolerance),
        ReactionCoordinate.Component.valueOf(
            request.parameters().text(PointParameters.COMPONENT).toUpperCase(Locale.ROOT)),
        fitting,
        PointParameters.nearestImage(request),
        frames.notes());
  }
}
