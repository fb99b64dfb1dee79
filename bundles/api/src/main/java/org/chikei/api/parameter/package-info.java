/**
 * What a job may give to a provider, declared once as data.
 *
 * <p>A provider lists its keys as {@link org.chikei.api.parameter.ParameterDeclaration}s, each with
 * a type from the small algebra {@link org.chikei.api.parameter.ParameterType}. Validation with
 * line and column, the JSON Schema, {@code describe} and forms are made from that list; the
 * provider then receives {@link org.chikei.api.parameter.Parameters}, validated and with defaults
 * filled in, and checks only what no declaration can say:
 *
 * <pre>{@code
 * List.of(
 *     ParameterDeclaration.required("atoms", new ParameterType.Points(2, 2), "", "the two ends"),
 *     ParameterDeclaration.optional("nearest-image", new ParameterType.Flag(), true, "", "..."))
 * }</pre>
 */
@Export
@Version("0.1.0")
package org.chikei.api.parameter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
