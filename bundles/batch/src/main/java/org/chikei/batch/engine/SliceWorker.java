package org.chikei.batch.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A thread that takes slices, evaluates them and collects them for every step. */
final class SliceWorker {
  private final SliceRun run;
  private final SamplePlan plan;
  private final List<StepCollection> steps;
  private final Patience patience;
  private SliceEvaluator evaluator;
  private final List<StepView> views = new ArrayList<>();
  private final List<List<CoordinateGraph.Node>> nodes = new ArrayList<>();
  private final Watch watch = new Watch();
  private final SliceRun.Taken first;
  private Thread thread;

  /** The slice that it works at; guarded by this. */
  private SliceRun.Taken taken;

  private volatile boolean left;

  /**
   * Makes a worker.
   *
   * @param run gives slices and takes what is made of them
   * @param plan what to evaluate
   * @param steps the steps
   * @param patience knows coordinates that are not to be called
   * @param first a slice to begin with; null for the next one of the run
   */
  SliceWorker(
      SliceRun run,
      SamplePlan plan,
      List<StepCollection> steps,
      Patience patience,
      SliceRun.Taken first) {
    this.run = run;
    this.plan = plan;
    this.steps = steps;
    this.patience = patience;
    this.first = first;
  }

  void start(String name) {
    thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  Thread thread() {
    return thread;
  }

  Watch watch() {
    return watch;
  }

  /** Whether it works and is not left to itself. */
  boolean isAtWork() {
    return !left && thread.isAlive();
  }

  /**
   * Leaves it to itself: what it makes of its slice is not wanted.
   *
   * @param inside what it is inside of
   * @return its slice; null where it has none
   */
  synchronized SliceRun.Taken leave(Object inside) {
    if (taken == null) {
      return null;
    }
    left = true;
    if (inside instanceof StepCollection) {
      thread.interrupt(); // not in a coordinate: if it comes back, the next read would close files
    }
    return taken;
  }

  /** Ends the work at a slice; false if it was left to itself. */
  synchronized boolean settle() {
    taken = null;
    return !left;
  }

  private synchronized void take(SliceRun.Taken next) {
    taken = next;
  }

  private void work() {
    try {
      int capacity = Slice.LENGTH + 2 * plan.demand().halo();
      evaluator = new SliceEvaluator(plan, capacity, watch, patience);
      for (StepCollection step : steps) {
        views.add(evaluator.view(step.step().of()));
        nodes.add(evaluator.nodes(step.step().of()));
      }
      SliceRun.Taken next = first != null ? first : run.cancelled() ? null : run.take();
      while (next != null) {
        take(next);
        boolean wanted;
        try {
          wanted = settle(next);
        } finally {
          settle();
          if (next.slice() != null) {
            next.slice().release();
          }
        }
        if (!wanted || run.cancelled()) {
          return;
        }
        run.await(next.index());
        next = run.take();
      }
    } catch (IOException | RuntimeException | Error e) {
      if (!left) {
        run.stop(e, false);
      }
    }
  }

  private boolean settle(SliceRun.Taken next) {
    if (run.isMerged(next.index()) && next.failure() == null) {
      return settle();
    }
    return run.settle(this, next.index(), done(next));
  }

  private SliceRun.Done done(SliceRun.Taken next) {
    if (next.failure() != null) {
      return new SliceRun.Done(next.failure());
    }
    Slice slice = next.slice();
    try {
      evaluator.evaluate(slice);
    } catch (IOException e) {
      return new SliceRun.Done(e);
    }
    List<StepCollection.Collected> collected = new ArrayList<>(steps.size());
    for (int k = 0; k < steps.size(); k++) {
      watch.enter(steps.get(k));
      collected.add(steps.get(k).collect(evaluator, views.get(k), nodes.get(k)));
    }
    watch.leave();
    return new SliceRun.Done(
        collected,
        UndefinedValues.of(plan, evaluator.samples(), slice),
        slice.to() - slice.from(),
        slice.fraction());
  }
}
