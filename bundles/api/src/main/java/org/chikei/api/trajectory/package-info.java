/**
 * Trajectories, read in columns.
 *
 * <p>To add a file format, register a {@link org.chikei.api.trajectory.TrajectoryFormat}. Its
 * {@link org.chikei.api.trajectory.Trajectory} finds frames one after the other, cheaply, and gives
 * them out in batches; its {@link org.chikei.api.trajectory.FrameDecoder}s turn them into numbers,
 * in parallel, and only for the atoms that some coordinate needs. Everything that leaves a decoder
 * is in the {@linkplain org.chikei.api.Units units of Chikei}; a file that does not state its units
 * gets a note.
 */
@Export
@Version("0.1.0")
package org.chikei.api.trajectory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
