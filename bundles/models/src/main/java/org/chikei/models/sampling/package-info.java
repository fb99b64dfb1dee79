/** Chance: seeded streams of random numbers and exact draws from densities of few dimensions. */
package org.chikei.models.sampling;
