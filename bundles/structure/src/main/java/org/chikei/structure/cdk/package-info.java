/**
 * The one place where CDK's types meet those of the contracts: a workbench that holds its molecules
 * as CDK objects has them turned into structures here. CDK comes from whatever bundle exports it,
 * the workbench's own or {@code org.chikei.cdk}, as long as both sides are wired to the same one.
 *
 * <pre>{@code
 * Structure structure = converter.structure(molecule);
 * int carbons = selector.select(structure, "element C").length;
 * }</pre>
 */
@Export
@Version("0.1.0")
package org.chikei.structure.cdk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
