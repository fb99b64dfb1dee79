/**
 * H5MD and MDTraj's HDF5 trajectories, read through jHDF.
 *
 * <p>jHDF finds its way through the groups, attributes and chunks of a file; the numbers are taken
 * out of the chunks here, a chunk at a time, so that memory does not grow with the number of frames
 * but for the list of chunks. No class of jHDF is loaded before a file is opened.
 */
package org.chikei.trajectory.hdf5;
