/**
 * Trajectory formats, a package each; what they share is in {@link org.chikei.trajectory.file}, and
 * what formats made of text share besides in {@link org.chikei.trajectory.text}. Tables of numbers
 * over time are in {@link org.chikei.trajectory.series}.
 */
package org.chikei.trajectory;
