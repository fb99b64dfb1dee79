package org.chikei.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many frames the operations of an iteration went through; JMH prints it a second. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Frames {
  /** Frames read, evaluated or collected. */
  public long frames;

  /** Called by JMH. */
  public Frames() {}
}
