/** Trajectory formats, a package each; what they share is in {@link org.chikei.trajectory.file}. */
package org.chikei.trajectory;
