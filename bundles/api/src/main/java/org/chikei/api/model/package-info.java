/**
 * Systems whose answers are known: sources of samples that need no file.
 *
 * <p>A {@link org.chikei.api.model.ModelProvider} makes a {@link org.chikei.api.model.Model}:
 * either a {@link org.chikei.api.model.MechanicalModel}, masses in a potential, or a {@link
 * org.chikei.api.model.FirstOrderModel}, ż = f(z). It says what the system is and nothing of how it
 * moves in time: a {@link org.chikei.api.model.Simulator} integrates it with the dynamics that a
 * job names, and gives a {@link org.chikei.api.series.Series} like that of a file.
 */
@Export
@Version("0.1.0")
package org.chikei.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
