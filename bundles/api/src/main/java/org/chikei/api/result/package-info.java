/**
 * Results: tables, fields, and what a report shows.
 *
 * <p>A step describes its result as data, see {@link org.chikei.api.result.StepResult}; {@link
 * org.chikei.api.result.ResultWriter}s turn it into files. A step never draws, a writer never
 * computes. Numbers that a person will cite are {@link org.chikei.api.result.Quantity quantities},
 * with error and unit.
 */
@Export
@Version("0.2.0")
package org.chikei.api.result;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
