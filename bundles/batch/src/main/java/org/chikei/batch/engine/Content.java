package org.chikei.batch.engine;

/**
 * What the frames of an input carry beside positions.
 *
 * @param velocities whether all files carry velocities
 * @param forces whether all files carry forces
 * @param times whether there are times
 */
public record Content(boolean velocities, boolean forces, boolean times) {}
