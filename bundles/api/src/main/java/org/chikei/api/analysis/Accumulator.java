package org.chikei.api.analysis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Collects samples, slice by slice. The one law of Chikei: two accumulators merge. A slice is a
 * fixed run of frames of one segment; each slice is collected into an accumulator of its own, by
 * any thread, and the accumulators are merged in the order of the slices, so that the result has
 * the same bits whatever the number of threads. Used by one thread at a time.
 */
@ConsumerType
public interface Accumulator {

  /**
   * Adds the samples of a block; blocks come in the order of time within a slice.
   *
   * @param block the samples; not valid after the call
   */
  void add(SampleBlock block);

  /**
   * Appends what another accumulator of the same collector has seen after this one.
   *
   * @param next an accumulator of the slices that follow; not used afterwards
   */
  void merge(Accumulator next);

  /**
   * Writes the state, so that a long run can go on after an interruption.
   *
   * @param out where to
   * @throws IOException if it cannot be written
   */
  void write(DataOutput out) throws IOException;

  /**
   * Replaces the state by one that was written.
   *
   * @param in where from
   * @throws IOException if it cannot be read or was written by another kind of accumulator
   */
  void read(DataInput in) throws IOException;
}
