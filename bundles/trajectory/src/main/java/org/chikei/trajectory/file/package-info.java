/**
 * What trajectory files of every format share: positional reading into buffers that are used again,
 * frames found but not decoded, and the walk from frame to frame.
 *
 * <p>A format says where a frame ends and what it carries ({@link
 * org.chikei.trajectory.file.FileTrajectory}) and how its numbers are stored (its {@link
 * org.chikei.api.trajectory.FrameDecoder}). Nothing is mapped into memory and nothing is made for a
 * frame, so that files may be of any size. No length that a file claims is believed before it was
 * held against the length that the file has.
 */
package org.chikei.trajectory.file;
