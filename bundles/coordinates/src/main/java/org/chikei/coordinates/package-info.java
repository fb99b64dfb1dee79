/**
 * Collective variables: positions, distances, angles, torsions, contacts, shapes, and functions of
 * others.
 *
 * <p>Each coordinate is a pair of a provider, which declares it and makes it, and a variable. The
 * variables of points gather their {@linkplain org.chikei.coordinates.Displacement displacements}
 * for a block and then go through the frames with one short method, which the compiler of the
 * virtual machine sees often enough to compile early. All give exact second-order terms: each class
 * says from what formula.
 *
 * <p>Where a coordinate is defined by conditions, as the {@linkplain
 * org.chikei.coordinates.FootPoint nearest point of a path} is, the conditions are differentiated
 * twice.
 *
 * <p>Derivatives that do not exist are NaN, and so are those at geometries so close to it that
 * rounding has eaten them: sin θ below 1e-10 for an angle θ that must not be straight.
 */
package org.chikei.coordinates;
