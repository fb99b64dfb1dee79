/**
 * Chikei computes two energy landscapes along collective variables from molecular-dynamics
 * trajectories: the free-energy landscape G, which gives the distribution, and the potential of
 * mean force V<sub>m</sub>, which gives the force, with errors, and says where and why they part.
 *
 * <p>This is the only bundle that others import. Implementations meet in the OSGi service registry:
 *
 * <ul>
 *   <li>{@link org.chikei.api.file}: the content of input files, compressed or not,
 *   <li>{@link org.chikei.api.structure}, {@link org.chikei.api.trajectory} and {@link
 *       org.chikei.api.series}: file formats,
 *   <li>{@link org.chikei.api.coordinate}: collective variables,
 *   <li>{@link org.chikei.api.analysis}: analysis steps,
 *   <li>{@link org.chikei.api.result}: what they give, and writers for it,
 *   <li>{@link org.chikei.api.job}: jobs that put all of these together.
 * </ul>
 *
 * <p>A provider {@linkplain org.chikei.api.Declaration declares} its type and {@linkplain
 * org.chikei.api.parameter parameters} as data and registers itself with {@linkplain
 * org.chikei.api.ServiceProperties two service properties}. That is all a bundle has to do to be
 * usable in a job:
 *
 * <pre>{@code
 * @Component(property = {
 *   ServiceProperties.TYPE + "=height",
 *   ServiceProperties.SUMMARY + "=height of one point above another"
 * })
 * public final class HeightProvider implements CollectiveVariableProvider { ... }
 * }</pre>
 *
 * <p>Units are nm, ps, amu, K, rad and kJ/mol throughout, see {@link org.chikei.api.Units}. Atoms
 * have indices from 0 in code and numbers from 1 wherever a person reads or writes one.
 */
@Export
@Version("0.1.0")
package org.chikei.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
