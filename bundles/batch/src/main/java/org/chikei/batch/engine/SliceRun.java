package org.chikei.batch.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;

/**
 * One pass over the input. Threads take slices, evaluate them and collect them for every step; the
 * accumulators are merged strictly in the order of the slices. How far the fastest thread may be
 * ahead of the slowest is bounded, so memory is bounded by the slice and the number of threads.
 */
public final class SliceRun {
  private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

  /** How long a cancelled run waits for calls of providers. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final SamplePlan plan;
  private final SliceReader reader;
  private final List<StepCollection> steps;
  private final JobMonitor monitor;
  private final int threads;
  private final UndefinedValues undefined;
  private final Patience patience;
  private final SliceMerger merger;
  private final List<SliceWorker> workers = new CopyOnWriteArrayList<>();

  /** Slices that an earlier run has merged. */
  private int done;

  private Throwable failure;
  private volatile boolean stopped;
  private boolean cancelled;

  SliceRun(
      SamplePlan plan,
      SliceReader reader,
      List<StepCollection> steps,
      JobMonitor monitor,
      int threads,
      Preview preview,
      Checkpoint checkpoint,
      Patience patience) {
    this.plan = plan;
    this.reader = reader;
    this.steps = List.copyOf(steps);
    this.monitor = monitor;
    this.threads = threads;
    this.patience = patience;
    this.undefined = new UndefinedValues(plan.coordinates());
    this.merger =
        new SliceMerger(
            this, this.steps, undefined, monitor, threads, preview, checkpoint, patience);
  }

  /**
   * Runs to the end of the input. All threads have ended when this returns, but for those that are
   * in a coordinate or a step that does not come back.
   *
   * @throws IOException if the input cannot be read: what the first bad slice in order says
   * @throws JobCancelledException if the monitor or an interrupt stopped it
   */
  void run() throws IOException, JobCancelledException {
    done = merger.begin();
    for (int k = 0; k < threads; k++) {
      begin(null);
    }
    if (supervise()) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (failure instanceof IOException io) {
        throw io;
      }
      if (failure instanceof RuntimeException runtime) {
        throw runtime;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      if (cancelled) {
        throw new JobCancelledException();
      }
    }
  }

  private void begin(Taken first) {
    SliceWorker worker = new SliceWorker(this, plan, steps, patience, first);
    workers.add(worker);
    worker.start("chikei-batch-" + workers.size());
  }

  /** Waits for the threads and replaces those that do not come back; true if interrupted. */
  private boolean supervise() {
    boolean interrupted = false;
    for (Thread working = working(); working != null; working = working()) {
      try {
        working.join(MILLISECONDS_BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      boolean cancel = interrupted || monitor.cancelled();
      Duration limit = cancel ? GRACE : patience.limit();
      if (cancel) {
        stop(null, true);
      }
      merger.look(limit);
      for (SliceWorker worker : workers) {
        Object inside = worker.isAtWork() ? worker.watch().overdue(limit) : null;
        if (inside != null) {
          replace(worker, inside);
        }
      }
    }
    return interrupted;
  }

  /** A thread that is at work; null where none is. */
  private Thread working() {
    for (SliceWorker worker : workers) {
      if (worker.isAtWork()) {
        return worker.thread();
      }
    }
    merger.complete();
    return merger.thread();
  }

  /**
   * Leaves a thread to itself and has its slice done again without what it does not come out of.
   */
  private void replace(SliceWorker worker, Object inside) {
    Taken again = worker.leave(inside);
    if (again == null || stopped) {
      return;
    }
    String where = "from the frames that begin with " + again.slice.label();
    if (inside instanceof StepCollection step) {
      step.giveUp(patience.sentence("the step", step.step().bundle(), where));
    } else if (inside instanceof CoordinateGraph.Node node) {
      patience.giveUp(node.coordinate, plan.name(node), plan.bundle(node), where);
    }
    again.slice.retain();
    begin(again);
  }

  /** Whether an earlier run has merged a slice already. */
  boolean isMerged(int index) {
    return index < done;
  }

  boolean cancelled() {
    if (monitor.cancelled()) {
      stop(null, true);
      return true;
    }
    return false;
  }

  /** The next slice, or null where there is nothing more to do. */
  Taken take() {
    synchronized (reader) {
      if (stopped) {
        return null;
      }
      int index = reader.sliceIndex();
      try {
        Slice slice = reader.next();
        return slice == null ? null : new Taken(index, slice, null);
      } catch (IOException e) {
        reader.end();
        return new Taken(index, null, e);
      }
    }
  }

  /**
   * Takes what a thread has made of a slice.
   *
   * @return false if the thread was left to itself, so that another does its slice
   */
  boolean settle(SliceWorker worker, int index, Done made) {
    boolean wanted = worker.settle();
    if (wanted) {
      merger.put(index, made);
    }
    return wanted;
  }

  /** Waits until a slice is not too far ahead of those that are merged. */
  void await(int index) {
    try {
      merger.await(index);
    } catch (InterruptedException e) {
      stop(null, true);
    }
  }

  void stop(Throwable reason, boolean cancel) {
    synchronized (this) {
      if (!stopped) {
        stopped = true;
        failure = reason;
        cancelled = cancel;
      }
    }
    merger.stop();
  }

  /** How often and where coordinates were undefined. */
  UndefinedValues undefined() {
    return undefined;
  }

  /** A slice that a thread has taken, or what reading it threw. */
  record Taken(int index, Slice slice, IOException failure) {}

  /** A slice that is done. */
  record Done(
      List<StepCollection.Collected> collected,
      UndefinedValues.Found undefined,
      int frames,
      double fraction,
      IOException failure) {

    Done(IOException failure) {
      this(null, null, 0, 0, failure);
    }

    Done(
        List<StepCollection.Collected> collected,
        UndefinedValues.Found undefined,
        int frames,
        double fraction) {
      this(collected, undefined, frames, fraction, null);
    }
  }
}
