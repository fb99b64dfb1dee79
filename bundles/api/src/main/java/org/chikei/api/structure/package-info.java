/**
 * Molecular systems at rest: atoms, masses, names, bonds.
 *
 * <p>A {@link org.chikei.api.structure.Structure} comes from a {@link
 * org.chikei.api.structure.StructureFormat}; those of the structure bundle read through the
 * Chemistry Development Kit. Nothing of that kit shows here, so that a bundle which only needs
 * masses needs no chemistry.
 */
@Export
@Version("0.1.0")
package org.chikei.api.structure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
