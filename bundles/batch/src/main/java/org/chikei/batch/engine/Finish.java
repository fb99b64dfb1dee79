package org.chikei.batch.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.result.StepResult;

/**
 * Finishes the steps, those first whose results others need; independent ones in parallel. One that
 * does not come back in time fails alone, and a cancelled job waits for none of them.
 */
final class Finish {
  private static final long MILLISECONDS_TO_WAIT = 100;

  private final List<JobStep> steps;
  private final Map<JobStep, StepCollection> collections = new IdentityHashMap<>();
  private final FinishContext context;
  private final Duration patience;

  /** Guarded by this. */
  private final Map<JobStep, Failure> failures;

  /** Guarded by this. */
  private final Map<JobStep, StepResult> results = new IdentityHashMap<>();

  Finish(
      List<JobStep> steps,
      List<StepCollection> collections,
      FinishContext context,
      Map<JobStep, Failure> failures,
      Duration patience) {
    this.steps = steps;
    this.context = context;
    this.patience = patience;
    this.failures = new IdentityHashMap<>(failures);
    for (StepCollection collection : collections) {
      this.collections.put(collection.step(), collection);
      if (collection.failure() != null) {
        fail(collection.step(), collection.failure(), true);
      }
    }
  }

  List<StepResult> results(int threads, JobMonitor monitor) throws JobCancelledException {
    List<JobStep> left = new ArrayList<>(steps);
    while (!left.isEmpty()) {
      if (monitor.cancelled()) {
        throw new JobCancelledException();
      }
      left.removeIf(s -> results.containsKey(s) || failures.containsKey(s) || lacks(s));
      List<JobStep> ready = left.stream().filter(this::ready).toList();
      if (ready.isEmpty() && !left.isEmpty()) {
        left.forEach(s -> fail(s, "waits for the result of a step that waits for it", true));
        break;
      }
      together(ready, threads, monitor);
    }
    return steps.stream().filter(results::containsKey).map(results::get).toList();
  }

  private boolean ready(JobStep step) {
    return step.needs().stream().allMatch(n -> needed(step, n) != null);
  }

  /** The result of another step of that name, or null where there is none yet. */
  private synchronized StepResult needed(JobStep step, String name) {
    for (JobStep other : steps) {
      if (other != step && other.name().equals(name) && results.containsKey(other)) {
        return results.get(other);
      }
    }
    return null;
  }

  private boolean lacks(JobStep step) {
    for (String need : step.needs()) {
      boolean hopeless =
          steps.stream()
              .filter(s -> s != step && s.name().equals(need))
              .allMatch(failures::containsKey);
      if (hopeless) {
        fail(step, "needs the result of '" + need + "', which gave none", false);
        return true;
      }
    }
    return false;
  }

  /**
   * Finishes some steps, each on a thread of its own that is left behind if it does not come back.
   */
  private void together(List<JobStep> ready, int threads, JobMonitor monitor)
      throws JobCancelledException {
    Deque<JobStep> waiting = new ArrayDeque<>(ready);
    List<Running> running = new ArrayList<>();
    try {
      while (!waiting.isEmpty() || !running.isEmpty()) {
        while (!waiting.isEmpty() && running.size() < threads) {
          running.add(new Running(waiting.remove()));
        }
        if (monitor.cancelled()) {
          throw new JobCancelledException();
        }
        for (Running ended : await(running)) {
          ended.thread.join();
        }
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new JobCancelledException();
    } finally {
      running.forEach(Running::giveUp);
    }
  }

  /** Waits a little for steps to end, which it returns, and gives up those that take too long. */
  private synchronized List<Running> await(List<Running> running) throws InterruptedException {
    if (running.stream().allMatch(Running::isAtWork)) {
      wait(MILLISECONDS_TO_WAIT);
    }
    List<Running> ended = running.stream().filter(step -> !step.isAtWork()).toList();
    List<Running> late = running.stream().filter(step -> step.isAtWork() && step.isLate()).toList();
    for (Running step : late) {
      fail(step.of, late(step), true);
      step.giveUp();
    }
    running.removeAll(ended);
    running.removeAll(late);
    return ended;
  }

  private String late(Running step) {
    return "did not finish within "
        + Patience.words(patience)
        + " and was given up; its thread '"
        + step.thread.getName()
        + "' may still run. Give it more time, or tell the makers of "
        + step.of.bundle();
  }

  /** A step that finishes on its own thread. */
  private final class Running {
    final JobStep of;
    final Thread thread;
    private final long began = System.nanoTime();

    Running(JobStep of) {
      this.of = of;
      this.thread = new Thread(() -> finish(of), "chikei-batch-finish-" + of.name());
      thread.setDaemon(true);
      thread.start();
    }

    boolean isAtWork() {
      return !results.containsKey(of) && !failures.containsKey(of);
    }

    boolean isLate() {
      return System.nanoTime() - began > patience.toNanos();
    }

    void giveUp() {
      thread.interrupt();
    }
  }

  private void finish(JobStep step) {
    Map<String, StepResult> needed = new HashMap<>();
    step.needs().forEach(n -> needed.put(n, needed(step, n)));
    StepCollection collection = collections.get(step);
    try {
      StepResult result = collection.collector().finish(collection.merged(), context.with(needed));
      end(step, result);
    } catch (StepFailure e) {
      fail(step, e.getMessage(), false);
    } catch (RuntimeException | Error e) {
      fail(step, "failed while finishing: " + StepCollection.sentence(e), true);
    }
  }

  /** Takes a result, unless its step was given up meanwhile. */
  private synchronized void end(JobStep step, StepResult result) {
    if (!failures.containsKey(step)) {
      results.put(step, result);
    }
    notifyAll();
  }

  private synchronized void fail(JobStep step, String sentence, boolean unexpected) {
    failures.putIfAbsent(step, new Failure(sentence, unexpected));
    notifyAll();
  }

  /** The failures in the order of the job, by label. */
  Map<String, String> failures() {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (JobStep step : steps) {
      if (failures.containsKey(step)) {
        ordered.put(step.label(), failures.get(step).sentence);
      }
    }
    return ordered;
  }

  boolean unexpected() {
    return failures.values().stream().anyMatch(Failure::unexpected);
  }

  /**
   * Why a step gave no result.
   *
   * @param sentence the reason
   * @param unexpected whether no input should make it fail that way
   */
  record Failure(String sentence, boolean unexpected) {}
}
