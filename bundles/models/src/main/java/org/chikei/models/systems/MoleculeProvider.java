package org.chikei.models.systems;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.model.Model;
import org.chikei.api.model.ModelProvider;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.osgi.service.component.annotations.Component;

/** Provides the model {@code free-molecule}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + MoleculeProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + MoleculeProvider.SUMMARY
    })
public final class MoleculeProvider implements ModelProvider {
  static final String TYPE = "free-molecule";
  static final String SUMMARY = "free chain of atoms with stiff bonds";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "Atoms of mass 1 in a row in space, with stiff bonds, angles that are free "
            + "unless a constant is given, and free torsions. Along the angle of three atoms "
            + "ρ is proportional to its sine, and G and Vm part.",
        "V = Σ stiffness (b - bond)²/2 + Σ bend (θ - angle)²/2",
        "",
        "source: {model: free-molecule, parameters: {atoms: 3}, temperature: {kT: 1}, "
            + "segments: 100, frames: 1000, spacing: 0.02}",
        List.of(
            ParameterDeclaration.optional(
                "atoms", new ParameterType.Whole(2, 100), 3L, "", "How many atoms there are."),
            ParameterDeclaration.optional(
                "bond", ParameterType.Real.POSITIVE, 1.0, "", "The length of a bond at rest."),
            ParameterDeclaration.optional(
                "stiffness",
                ParameterType.Real.POSITIVE,
                1000.0,
                "",
                "The spring constant of the bonds."),
            ParameterDeclaration.optional(
                "bend",
                new ParameterType.Real(0, Double.POSITIVE_INFINITY, false),
                0.0,
                "",
                "The spring constant of the angles, for 1/rad²."),
            ParameterDeclaration.optional(
                "angle",
                new ParameterType.Real(0, Math.PI, true),
                1.9,
                "",
                "The angle at rest in rad.")));
  }

  @Override
  public Model create(Parameters parameters) {
    return new Molecule(
        parameters.whole("atoms"),
        parameters.real("bond"),
        parameters.real("stiffness"),
        parameters.real("bend"),
        parameters.real("angle"));
  }
}
