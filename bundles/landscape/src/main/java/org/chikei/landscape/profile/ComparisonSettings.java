package org.chikei.landscape.profile;

import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.landscape.grid.BinParameters;
import org.chikei.landscape.kernel.KernelParameters;

/**
 * What a job says of a comparison.
 *
 * @param name the step's name
 * @param coordinate its coordinate
 * @param bins bins and range
 * @param fixedMass the reference mass that the job sets, NaN where it comes from the data
 * @param massAtMinimum whether the reference mass is the effective mass where G is lowest
 * @param bound the largest |Vm − G| in kT that still counts as equal
 * @param minimumSamples the number of independent samples that a bin of a piece needs
 * @param relabel the word for how the coordinate is relabelled
 * @param kernel how D and the mean force are found at the centres of bins
 */
public record ComparisonSettings(
    String name,
    CoordinateInfo coordinate,
    BinParameters bins,
    double fixedMass,
    boolean massAtMinimum,
    double bound,
    double minimumSamples,
    String relabel,
    KernelParameters kernel) {}
