/**
 * Analysis steps: accumulators over samples.
 *
 * <p>A step goes through four stages. Its {@link org.chikei.api.analysis.AnalysisStep} prepares an
 * {@link org.chikei.api.analysis.Analysis} from the job, before any data are read, and says what it
 * wants to see. The analysis gets an {@linkplain org.chikei.api.analysis.DataOverview overview}
 * with a pilot sample, chooses its bins, and gives a {@link org.chikei.api.analysis.Collector}. The
 * collector makes an {@link org.chikei.api.analysis.Accumulator} for each slice of the input;
 * accumulators are filled in parallel and merged in order. At the end the collector turns the
 * merged accumulator into a {@link org.chikei.api.result.StepResult}.
 *
 * <p>The samples are columns, see {@link org.chikei.api.analysis.SampleBlock}: the value r, and
 * where wanted Ṙ, R̈ and the metric g, by every kind of {@link org.chikei.api.analysis.Kinetics}
 * that the input allows. A step that needs the series itself keeps the columns it is shown; a step
 * that looks beyond a frame asks for a halo.
 */
@Export
@Version("0.1.0")
package org.chikei.api.analysis;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
