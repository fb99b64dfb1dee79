package org.chikei.batch.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.chikei.api.InputException;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;

/**
 * Merges what is made of slices, strictly in their order, on a thread of its own, which writes
 * checkpoints and copies what is shown as well. Where a step does not come back it is given up, and
 * the next thread has the turn: it goes on with the steps after it.
 */
final class SliceMerger {
  /** How many slices may wait for those before them, besides one a thread. */
  private static final int WINDOW = 8;

  private final SliceRun run;
  private final List<StepCollection> steps;
  private final UndefinedValues undefined;
  private final JobMonitor monitor;
  private final Preview preview;
  private final Checkpoint checkpoint;
  private final Patience patience;
  private final int ahead;

  /** Slices that are done and not yet merged; guarded by this, as all below. */
  private final Map<Integer, SliceRun.Done> waiting = new HashMap<>();

  private Turn turn = new Turn();
  private Thread previewing;
  private int merged;
  private long frames;
  private boolean complete;
  private boolean stopped;

  SliceMerger(
      SliceRun run,
      List<StepCollection> steps,
      UndefinedValues undefined,
      JobMonitor monitor,
      int threads,
      Preview preview,
      Checkpoint checkpoint,
      Patience patience) {
    this.run = run;
    this.steps = steps;
    this.undefined = undefined;
    this.monitor = monitor;
    this.ahead = WINDOW + threads;
    this.preview = preview;
    this.checkpoint = checkpoint;
    this.patience = patience;
  }

  /** The time during which one thread calls the steps. */
  private static final class Turn {
    final Watch watch = new Watch();
    Thread thread;
    String doing = "";
  }

  /** Thrown to a thread whose turn is over, since it came back too late. */
  private static final class TurnOver extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Begins, with what an earlier run has kept if that is asked for.
   *
   * @return how many slices the earlier run has merged
   */
  int begin() throws IOException, JobCancelledException {
    if (checkpoint != null) {
      resume(turn);
    }
    start(turn);
    return merged;
  }

  private void resume(Turn mine) throws IOException, JobCancelledException {
    try {
      patience.await("chikei-batch-resume", mine.watch, () -> checkpoint.read(new State(mine)));
    } catch (Patience.Late late) {
      JobStep step = ((StepCollection) late.inside()).step();
      throw new InputException(
          patience.sentence(step.label(), step.bundle(), "from reading what it had collected")
              + ", or run without --resume");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private synchronized void start(Turn next) {
    turn = next;
    next.thread = new Thread(() -> work(next), "chikei-batch-merge");
    next.thread.setDaemon(true);
    next.thread.start();
  }

  /** Takes what a thread has made of a slice. */
  synchronized void put(int index, SliceRun.Done done) {
    waiting.put(index, done);
    notifyAll();
  }

  /** Waits until a slice is not too far ahead of those that are merged. */
  synchronized void await(int index) throws InterruptedException {
    while (!stopped && index - merged >= ahead) {
      wait();
    }
  }

  /** Says that no slice will be put any more. */
  synchronized void complete() {
    complete = true;
    notifyAll();
  }

  /** Ends without the slices that wait. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** What is still at work; null where nothing is. */
  synchronized Thread thread() {
    Thread working = turn.thread != null && turn.thread.isAlive() ? turn.thread : previewing;
    return working != null && working.isAlive() ? working : null;
  }

  /** Gives up the step that is called, and leaves its thread, where that takes too long. */
  synchronized void look(Duration limit) {
    if (turn.watch.overdue(limit) instanceof StepCollection late) {
      late.giveUp(patience.sentence("the step", late.step().bundle(), turn.doing));
      turn.thread.interrupt();
      turn = new Turn();
      if (!stopped) {
        start(turn);
      }
    }
  }

  private void work(Turn mine) {
    try {
      for (SliceRun.Done next = next(mine); next != null; next = next(mine)) {
        if (next.failure() != null) {
          run.stop(next.failure(), false);
          return;
        }
        for (int k = 0; k < steps.size(); k++) {
          enter(mine, steps.get(k), "from merging");
          steps.get(k).merge(merged, next.collected().get(k));
        }
        settle(mine, next);
        monitor.progress(frames, next.fraction());
        keep(mine);
        show(mine);
      }
    } catch (TurnOver over) {
      // another thread goes on
    } catch (InterruptedException interrupt) {
      run.stop(null, true);
    } catch (RuntimeException | Error e) {
      run.stop(e, false);
    }
  }

  /** The slice to merge, which waits on until it is settled; null at the end. */
  private synchronized SliceRun.Done next(Turn mine) throws InterruptedException, TurnOver {
    check(mine);
    while (!stopped && !complete && !waiting.containsKey(merged)) {
      wait();
    }
    return stopped ? null : waiting.get(merged);
  }

  private void check(Turn mine) throws TurnOver {
    if (turn != mine) {
      throw new TurnOver();
    }
  }

  private synchronized void enter(Turn mine, StepCollection step, String doing) throws TurnOver {
    check(mine);
    mine.doing = doing;
    mine.watch.enter(step);
  }

  private synchronized void leave(Turn mine) throws TurnOver {
    check(mine);
    mine.watch.leave();
  }

  private synchronized void settle(Turn mine, SliceRun.Done done) throws TurnOver {
    leave(mine);
    waiting.remove(merged);
    merged++;
    frames += done.frames();
    undefined.add(done.undefined());
    notifyAll();
  }

  /** Writes a checkpoint if it is time; a run that cannot be kept goes on all the same. */
  private void keep(Turn mine) throws TurnOver {
    if (checkpoint == null || !checkpoint.due()) {
      return;
    }
    try {
      checkpoint.write(new State(mine));
    } catch (StepCollection.Unkept e) {
      leave(mine);
      monitor.warning(e.getMessage());
      keep(mine); // without that step
    } catch (IOException e) {
      leave(mine);
      monitor.warning(
          "what was collected could not be kept for --resume: " + StepCollection.sentence(e));
    }
  }

  /** What is merged, as a thread writes and reads it in its turn. */
  private final class State implements Checkpoint.Content {
    private final Turn mine;

    State(Turn mine) {
      this.mine = mine;
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeInt(merged);
      out.writeLong(frames);
      undefined.write(out);
      out.writeInt(steps.size());
      for (StepCollection step : steps) {
        out.writeUTF(step.step().label());
        enter(mine, step, "from writing what it had collected to the checkpoint");
        step.write(out);
      }
      leave(mine);
    }

    @Override
    public void read(DataInputStream in) throws IOException {
      merged = in.readInt();
      frames = in.readLong();
      undefined.read(in);
      boolean same = in.readInt() == steps.size();
      for (int k = 0; same && k < steps.size(); k++) {
        same = in.readUTF().equals(steps.get(k).step().label());
        if (same) {
          enter(mine, steps.get(k), "");
          steps.get(k).read(in);
        }
      }
      leave(mine);
      if (!same) {
        throw new InputException(
            "the checkpoint holds other steps than could begin this time; run without --resume");
      }
    }
  }

  /** Shows what the steps would say now, on a thread of its own, if anybody wants to know. */
  private void show(Turn mine) throws TurnOver {
    if (preview == null || !monitor.previewWanted() || previewing != null && previewing.isAlive()) {
      return;
    }
    List<StepCollection> copies = new ArrayList<>();
    for (StepCollection step : steps) {
      enter(mine, step, "from copying what it had collected");
      copies.add(step.copy());
    }
    leave(mine);
    long seen = frames;
    Thread thread = new Thread(() -> show(copies, seen), "chikei-batch-preview");
    thread.setDaemon(true);
    thread.start();
    synchronized (this) {
      previewing = thread;
    }
  }

  private void show(List<StepCollection> copies, long seen) {
    try {
      preview.show(copies, seen, monitor);
    } catch (JobCancelledException cancel) {
      run.stop(null, true);
    } catch (RuntimeException | Error e) {
      run.stop(e, false);
    }
  }
}
