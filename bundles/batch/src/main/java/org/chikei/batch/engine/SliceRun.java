package org.chikei.batch.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;

/**
 * One pass over the input. Threads take slices, evaluate them and collect them for every step; the
 * accumulators are merged strictly in the order of the slices. How far the fastest thread may be
 * ahead of the slowest is bounded, so memory is bounded by the slice and the number of threads.
 */
public final class SliceRun {
  private static final int WINDOW = 8;
  private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

  /** How long a cancelled run waits for calls of providers. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final SamplePlan plan;
  private final SliceReader reader;
  private final List<StepCollection> steps;
  private final JobMonitor monitor;
  private final int threads;
  private final UndefinedValues undefined;
  private final Preview preview;
  private final Checkpoint checkpoint;
  private final Patience patience;
  private final List<SliceWorker> workers = new CopyOnWriteArrayList<>();
  private final Watch merging = new Watch();

  /** Slices that an earlier run has merged. */
  private int done;

  /** Slices that are done and wait for those before them; guarded by this. */
  private final Map<Integer, Done> waiting = new HashMap<>();

  private int nextToMerge;
  private long frames;
  private Throwable failure;
  private volatile boolean stopped;
  private boolean cancelled;
  private boolean previewing;

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
    this.preview = preview;
    this.checkpoint = checkpoint;
    this.patience = patience;
    this.undefined = new UndefinedValues(plan.coordinates());
  }

  /**
   * Runs to the end of the input. All threads have ended when this returns, but for those that are
   * in a coordinate or a step that does not come back.
   *
   * @throws IOException if the input cannot be read: what the first bad slice in order says
   * @throws JobCancelledException if the monitor or an interrupt stopped it
   */
  void run() throws IOException, JobCancelledException {
    if (checkpoint != null && checkpoint.read(new State())) {
      done = nextToMerge;
    }
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
  private boolean supervise() throws IOException, JobCancelledException {
    boolean interrupted = false;
    while (true) {
      SliceWorker working = null;
      for (SliceWorker worker : workers) {
        working = worker.isAtWork() ? worker : working;
      }
      if (working == null) {
        return interrupted;
      }
      try {
        working.thread().join(MILLISECONDS_BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      boolean cancel = interrupted || monitor.cancelled();
      Duration limit = cancel ? GRACE : patience.limit();
      if (merging.overdue(limit) instanceof StepCollection step) {
        // whoever merges holds the lock, so no other step can go on either
        stopped = true;
        if (cancel) {
          throw new JobCancelledException();
        }
        throw new IOException(patience.sentence(step.step().label(), "from merging"));
      }
      if (cancel && merging.overdue(Duration.ZERO) == null) {
        stop(null, true);
      }
      for (SliceWorker worker : workers) {
        Object inside = worker.isAtWork() ? worker.watch().overdue(limit) : null;
        if (inside != null) {
          replace(worker, inside);
        }
      }
    }
  }

  /**
   * Leaves a thread to itself and has its slice done again without what it does not come out of.
   */
  private synchronized void replace(SliceWorker worker, Object inside) {
    Taken again = worker.leave(inside);
    if (again == null || stopped) {
      return;
    }
    String where = "from the frames that begin with " + again.slice.label();
    if (inside instanceof StepCollection step) {
      step.giveUp(patience.sentence("the step", where));
    } else if (inside instanceof CoordinateGraph.Node node) {
      patience.giveUp(node.coordinate, plan.name(node), where);
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

  void show() {
    if (preview != null && monitor.previewWanted()) {
      preview();
    }
  }

  /** The next slice, or null where there is nothing more to do. */
  Taken take() {
    synchronized (reader) {
      synchronized (this) {
        if (stopped) {
          return null;
        }
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
  synchronized boolean settle(SliceWorker worker, int index, Done done) {
    if (!worker.settle()) {
      return false;
    }
    waiting.put(index, done);
    Done next = waiting.remove(nextToMerge);
    while (next != null && !stopped) {
      nextToMerge++;
      if (next.failure != null) {
        stop(next.failure, false);
        return true;
      }
      for (int k = 0; k < steps.size(); k++) {
        merging.enter(steps.get(k));
        steps.get(k).merge(next.collected.get(k));
      }
      merging.leave();
      undefined.add(next.undefined);
      frames += next.frames;
      monitor.progress(frames, next.fraction);
      next = waiting.remove(nextToMerge);
    }
    keep();
    notifyAll();
    return true;
  }

  /** Waits until a slice is not too far ahead of those that are merged. */
  synchronized void await(int index) {
    while (!stopped && index - nextToMerge >= WINDOW + threads) {
      try {
        wait();
      } catch (InterruptedException e) {
        stop(null, true);
      }
    }
  }

  /** Writes a checkpoint if it is time; a run that cannot be kept goes on all the same. */
  private void keep() {
    if (checkpoint != null && !stopped && checkpoint.due()) {
      try {
        checkpoint.write(new State());
      } catch (IOException | RuntimeException e) {
        monitor.warning(
            "what was collected could not be kept for --resume: " + StepCollection.sentence(e));
      }
    }
  }

  /** What is merged, in the order of the slices. */
  private final class State implements Checkpoint.Content {
    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeInt(nextToMerge);
      out.writeLong(frames);
      undefined.write(out);
      for (StepCollection step : steps) {
        step.write(out);
      }
    }

    @Override
    public void read(DataInputStream in) throws IOException {
      nextToMerge = in.readInt();
      frames = in.readLong();
      undefined.read(in);
      for (StepCollection step : steps) {
        step.read(in);
      }
    }
  }

  private void preview() {
    List<StepCollection> copies;
    long seen;
    synchronized (this) {
      if (previewing || stopped || frames == 0) {
        return;
      }
      previewing = true;
      seen = frames;
      copies = steps.stream().map(StepCollection::copy).toList();
    }
    try {
      preview.show(copies, seen, monitor);
    } catch (JobCancelledException cancel) {
      stop(null, true);
    } finally {
      synchronized (this) {
        previewing = false;
      }
    }
  }

  synchronized void stop(Throwable reason, boolean cancel) {
    if (!stopped) {
      stopped = true;
      failure = reason;
      cancelled = cancel;
    }
    notifyAll();
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
