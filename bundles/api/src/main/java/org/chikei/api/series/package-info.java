/**
 * Tables of numbers over time: values of coordinates that another program has written, or that a
 * model makes.
 *
 * <p>To add a file format, register a {@link org.chikei.api.series.SeriesFormat}. Its {@link
 * org.chikei.api.series.Series} finds rows one after the other and gives them out in batches, as
 * bytes that are already read if need be; its {@link org.chikei.api.series.SeriesDecoder}s turn
 * them into numbers, in parallel, and only those of the columns that somebody needs.
 */
@Export
@Version("0.1.0")
package org.chikei.api.series;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
