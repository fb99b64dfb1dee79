package org.chikei.batch.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.batch.registry.Provider;

/**
 * A step during the run: what it has collected, or why it failed. What a step throws makes it fail
 * alone, with a sentence.
 */
public final class StepCollection {
  private final JobStep step;
  private final Collector collector;
  private volatile Accumulator merged;
  private int next;
  private volatile String failure;

  /** Why a resumed run has to do without it; null where it has not. */
  private String unkept;

  /**
   * Begins the collection of a step.
   *
   * @param step the step
   * @param collector what makes its accumulators
   */
  public StepCollection(JobStep step, Collector collector) {
    this.step = step;
    this.collector = collector;
  }

  /**
   * The step.
   *
   * @return the step
   */
  public JobStep step() {
    return step;
  }

  /**
   * What finishes it.
   *
   * @return the collector
   */
  public Collector collector() {
    return collector;
  }

  /**
   * What was collected.
   *
   * @return the accumulator of all slices; null before the first one is merged, and for a failure
   */
  public Accumulator merged() {
    return merged;
  }

  /**
   * Why it failed.
   *
   * @return a sentence, or null
   */
  public String failure() {
    return failure;
  }

  /** Collects a slice into an accumulator of its own; called by any thread. */
  Collected collect(SliceEvaluator evaluator, StepView view, List<CoordinateGraph.Node> nodes) {
    if (failure != null) {
      return new Collected(null, failure);
    }
    for (Provider<?> provider : step.providers()) {
      if (provider.gone()) {
        return new Collected(
            null,
            "the bundle "
                + provider.bundle()
                + ", which provides '"
                + provider.type()
                + "', left during the run");
      }
    }
    Throwable thrown = evaluator.failure(nodes);
    if (thrown != null) {
      return new Collected(
          null,
          thrown instanceof Patience.Exceeded
              ? thrown.getMessage()
              : "a coordinate failed: " + sentence(thrown));
    }
    try {
      Accumulator accumulator = collector.accumulator();
      accumulator.add(view);
      return new Collected(accumulator, null);
    } catch (RuntimeException | Error e) {
      return new Collected(null, "failed while collecting: " + sentence(e));
    }
  }

  /** Collects nothing any more; the first reason stays. */
  synchronized void giveUp(String sentence) {
    if (failure == null) {
      failure = sentence;
    }
    merged = null;
  }

  /** Takes a slice; they come in order, and one that came already is left out. */
  void merge(int slice, Collected of) {
    if (failure != null || slice < next) {
      return;
    }
    next = slice + 1;
    if (of.failure != null) {
      giveUp(of.failure);
      return;
    }
    Accumulator all = merged;
    try {
      if (all == null) {
        merged = of.accumulator;
      } else {
        all.merge(of.accumulator);
      }
    } catch (RuntimeException | Error e) {
      giveUp("failed while merging: " + sentence(e));
    }
  }

  /** Writes what was collected so far. */
  void write(DataOutput out) throws IOException {
    String lost = failure != null ? failure : unkept;
    Accumulator all = merged;
    out.writeBoolean(lost != null);
    if (lost != null) {
      out.writeUTF(lost);
      return;
    }
    out.writeBoolean(all != null);
    if (all == null) {
      return;
    }
    try {
      all.write(out);
    } catch (RuntimeException | Error e) {
      unkept = "what it had collected was not kept (" + sentence(e) + "); run without --resume";
      throw new Unkept(this, e);
    }
  }

  /** Reads what was written. */
  void read(DataInput in) throws IOException {
    if (in.readBoolean()) {
      failure = in.readUTF();
      return;
    }
    if (in.readBoolean()) {
      try {
        merged = collector.accumulator();
        merged.read(in);
      } catch (RuntimeException | Error e) {
        throw new InputException(
            step.label()
                + " could not read what it had collected ("
                + sentence(e)
                + "); run without --resume");
      }
    }
  }

  /** What was collected so far, apart from what is still to come; empty-handed if it is large. */
  StepCollection copy() {
    StepCollection copy = new StepCollection(step, collector);
    Accumulator all = merged;
    if (all != null) {
      try {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        all.write(new DataOutputStream(new Bounded(written)));
        Accumulator again = collector.accumulator();
        again.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));
        copy.merged = again;
      } catch (IOException | RuntimeException | Error e) {
        copy.failure = "cannot be looked at before it is done: " + sentence(e);
      }
    }
    return copy;
  }

  /**
   * What was thrown, as a person can read it.
   *
   * @param thrown what a provider threw
   * @return its name and message on one line
   */
  public static String sentence(Throwable thrown) {
    String message = thrown.getMessage();
    return thrown.getClass().getSimpleName()
        + (message == null ? "" : " (" + message.replaceAll("\\s+", " ").trim() + ")");
  }

  /** Refuses to take more than fits in memory easily. */
  private static final class Bounded extends FilterOutputStream {
    private long left = 64L << 20;

    Bounded(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      take(1);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      take(count);
      out.write(bytes, from, count);
    }

    private void take(int count) throws IOException {
      left -= count;
      if (left < 0) {
        throw new IOException("too much was collected");
      }
    }
  }

  /** Thrown where a step cannot write what it has collected; it is not asked again. */
  static final class Unkept extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unkept(StepCollection step, Throwable thrown) {
      super(
          step.step.label()
              + " could not write what it has collected ("
              + sentence(thrown)
              + "), so that it is lost to a run with --resume",
          thrown);
    }
  }

  /** A slice's accumulator, or why there is none. */
  record Collected(Accumulator accumulator, String failure) {}
}
