package org.chikei.batch.engine;

import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.batch.registry.Provider;

/**
 * A coordinate of a job, made.
 *
 * @param info what steps are told of it
 * @param coordinate what evaluates it
 * @param provider what made it; null in tests
 */
public record JobCoordinate(CoordinateInfo info, Coordinate coordinate, Provider<?> provider) {}
