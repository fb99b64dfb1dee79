/**
 * AMBER trajectories and restart files in the classic NetCDF formats: CDF-1, CDF-2 with 64-bit
 * offsets and CDF-5.
 *
 * <p>The file states which variables it has, where they stand, their types, units and scale
 * factors. Velocities are kept in one of two ways, which a note names: in AMBER's own unit with a
 * scale factor that makes Å/ps of it, or in Å/ps as they are.
 */
package org.chikei.trajectory.netcdf;
