package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.result.StepResult;

/** Finishes the steps, those first whose results others need; independent ones in parallel. */
final class Finish {
  private final List<JobStep> steps;
  private final Map<JobStep, StepCollection> collections = new IdentityHashMap<>();
  private final FinishContext context;

  /** Guarded by this. */
  private final Map<JobStep, Failure> failures;

  /** Guarded by this. */
  private final Map<JobStep, StepResult> results = new IdentityHashMap<>();

  Finish(
      List<JobStep> steps,
      List<StepCollection> collections,
      FinishContext context,
      Map<JobStep, Failure> failures) {
    this.steps = steps;
    this.context = context;
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
      together(ready, threads);
    }
    return steps.stream().filter(results::containsKey).map(results::get).toList();
  }

  private boolean ready(JobStep step) {
    return step.analysis().needs().stream().allMatch(n -> needed(step, n) != null);
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
    for (String need : step.analysis().needs()) {
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

  private void together(List<JobStep> ready, int threads) {
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int k = next.getAndIncrement(); k < ready.size(); k = next.getAndIncrement()) {
            finish(ready.get(k));
          }
        };
    Workers helpers = new Workers("chikei-batch-finish", Math.min(threads, ready.size()) - 1, work);
    work.run();
    helpers.join(() -> {});
  }

  private void finish(JobStep step) {
    Map<String, StepResult> needed = new HashMap<>();
    step.analysis().needs().forEach(n -> needed.put(n, needed(step, n)));
    StepCollection collection = collections.get(step);
    try {
      StepResult result = collection.collector().finish(collection.merged(), context.with(needed));
      synchronized (this) {
        results.put(step, result);
      }
    } catch (StepFailure e) {
      fail(step, e.getMessage(), false);
    } catch (RuntimeException | Error e) {
      fail(step, "failed while finishing: " + StepCollection.sentence(e), true);
    }
  }

  private synchronized void fail(JobStep step, String sentence, boolean unexpected) {
    failures.put(step, new Failure(sentence, unexpected));
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
