package org.chikei.landscape.flow;

import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.landscape.grid.BinParameters;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.words.Places;

/**
 * What a job says of a flow.
 *
 * @param name the step's name
 * @param coordinates two or three coordinates
 * @param bins bins and ranges
 * @param mass the mass matrix as a {@link SymmetricMatrix}; null for kT⟨ṘṘᵀ⟩⁻¹
 * @param bound the largest |Vm − G| in kT that still counts as equal
 * @param minimumSamples how many independent samples a cell needs
 * @param path places in the basins that the path of least free energy joins; null for the deepest
 *     two
 */
record FlowSettings(
    String name,
    List<CoordinateInfo> coordinates,
    BinParameters bins,
    double[] mass,
    double bound,
    double minimumSamples,
    double[][] path) {

  /** The unit of an element of the mass matrix; none of one that the job gives. */
  String massUnit(int a, int b, boolean reduced) {
    return mass != null
        ? ""
        : Places.massUnit(coordinates.get(a).unit(), coordinates.get(b).unit(), reduced);
  }
}
