/**
 * From frames to samples to accumulators.
 *
 * <p>A {@link org.chikei.batch.engine.SampleSource} has parts that stream frames, of atoms or of
 * columns; whether they are files is not known here. A {@link org.chikei.batch.engine.SliceReader}
 * finds the frames and cuts them into segments and slices; any number of threads evaluate slices,
 * each with a {@link org.chikei.batch.engine.SliceEvaluator} of its own; the accumulators are
 * merged strictly in the order of the slices, so that the result has the same bits whatever the
 * number of threads.
 */
package org.chikei.batch.engine;
