/**
 * What the bonds of a structure mean: molecules, bond orders told from valences and lengths or
 * taken from templates, patterns (SMARTS) and coordinates that suggest themselves.
 *
 * <p>Everything is done molecule by molecule, and once for molecules that are alike, so that a
 * protein in a box of water takes hardly longer than the protein.
 */
package org.chikei.structure.chemistry;
