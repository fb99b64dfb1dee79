package org.chikei.batch.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;

/**
 * One pass over the input. Threads take slices, evaluate them and collect them for every step; the
 * accumulators are merged strictly in the order of the slices. How far the fastest thread may be
 * ahead of the slowest is bounded, so memory is bounded by the slice and the number of threads.
 */
public final class SliceRun {
  private static final int WINDOW = 8;

  private final SamplePlan plan;
  private final SliceReader reader;
  private final List<StepCollection> steps;
  private final JobMonitor monitor;
  private final int threads;
  private final UndefinedValues undefined;
  private final Preview preview;
  private final Checkpoint checkpoint;

  /** Slices that an earlier run has merged. */
  private int done;

  /** Slices that are done and wait for those before them; guarded by this. */
  private final Map<Integer, Done> waiting = new HashMap<>();

  private int nextToMerge;
  private long frames;
  private Throwable failure;
  private boolean stopped;
  private boolean cancelled;
  private boolean previewing;

  SliceRun(
      SamplePlan plan,
      SliceReader reader,
      List<StepCollection> steps,
      JobMonitor monitor,
      int threads,
      Preview preview,
      Checkpoint checkpoint) {
    this.plan = plan;
    this.reader = reader;
    this.steps = List.copyOf(steps);
    this.monitor = monitor;
    this.threads = threads;
    this.preview = preview;
    this.checkpoint = checkpoint;
    this.undefined = new UndefinedValues(plan.coordinates());
  }

  /**
   * Runs to the end of the input. All threads have ended when this returns.
   *
   * @throws IOException if the input cannot be read: what the first bad slice in order says
   * @throws JobCancelledException if the monitor or an interrupt stopped it
   */
  void run() throws IOException, JobCancelledException {
    if (checkpoint != null && checkpoint.read(new State())) {
      done = nextToMerge;
    }
    new Workers("chikei-batch", threads, this::work).join(() -> stop(null, true));
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

  private void work() {
    try {
      SliceEvaluator evaluator = new SliceEvaluator(plan, Slice.LENGTH + 2 * plan.demand().halo());
      List<List<CoordinateGraph.Node>> nodes = new ArrayList<>();
      List<StepView> views = new ArrayList<>();
      for (StepCollection step : steps) {
        views.add(evaluator.view(step.step().of()));
        nodes.add(evaluator.nodes(step.step().of()));
      }
      while (true) {
        if (monitor.cancelled()) {
          stop(null, true);
        }
        Taken taken = take();
        if (taken == null) {
          return;
        }
        if (taken.index < done && taken.failure == null) {
          skip(taken.slice);
          continue;
        }
        commit(taken.index, done(taken, evaluator, views, nodes));
        if (preview != null && monitor.previewWanted()) {
          preview();
        }
      }
    } catch (RuntimeException | Error e) {
      stop(e, false);
    }
  }

  /** Lets go of a slice that an earlier run has collected. */
  private void skip(Slice slice) {
    try {
      slice.release();
    } catch (IOException e) {
      stop(e, false);
    }
  }

  private Done done(
      Taken taken,
      SliceEvaluator evaluator,
      List<StepView> views,
      List<List<CoordinateGraph.Node>> nodes) {
    if (taken.failure != null) {
      return new Done(taken.failure);
    }
    Slice slice = taken.slice;
    try {
      try {
        evaluator.evaluate(slice);
      } finally {
        slice.release();
      }
    } catch (IOException e) {
      return new Done(e);
    }
    List<StepCollection.Collected> collected = new ArrayList<>(steps.size());
    for (int k = 0; k < steps.size(); k++) {
      collected.add(steps.get(k).collect(evaluator, views.get(k), nodes.get(k)));
    }
    return new Done(
        collected,
        UndefinedValues.of(plan, evaluator.samples(), slice),
        slice.to() - slice.from(),
        slice.fraction());
  }

  /** The next slice, or null where there is nothing more to do. */
  private Taken take() {
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

  private synchronized void commit(int index, Done done) {
    waiting.put(index, done);
    Done next = waiting.remove(nextToMerge);
    while (next != null && !stopped) {
      nextToMerge++;
      if (next.failure != null) {
        stop(next.failure, false);
        return;
      }
      for (int k = 0; k < steps.size(); k++) {
        steps.get(k).merge(next.collected.get(k));
      }
      undefined.add(next.undefined);
      frames += next.frames;
      monitor.progress(frames, next.fraction);
      next = waiting.remove(nextToMerge);
    }
    keep();
    notifyAll();
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

  private synchronized void stop(Throwable reason, boolean cancel) {
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
  private record Taken(int index, Slice slice, IOException failure) {}

  /** A slice that is done. */
  private record Done(
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
