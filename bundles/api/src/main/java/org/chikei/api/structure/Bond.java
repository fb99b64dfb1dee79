package org.chikei.api.structure;

/**
 * A bond between two atoms, by their indices from 0.
 *
 * @param first the index of the one atom
 * @param second the index of the other atom
 * @param order 1, 2 or 3; 4 for aromatic; 0 where it is not known, as for a bond perceived from a
 *     distance
 */
public record Bond(int first, int second, int order) {}
