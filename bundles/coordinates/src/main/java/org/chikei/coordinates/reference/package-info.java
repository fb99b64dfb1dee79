/**
 * Structures that coordinates are measured against, read from the files that a job names: a
 * reference for one, the frames of a path for another.
 *
 * <p>Read whole and once, when a coordinate is made; an error names the file and the line.
 */
package org.chikei.coordinates.reference;
