package org.chikei.batch.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chikei.api.InputException;
import org.chikei.api.job.Checkpoints;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.JobState;
import org.chikei.api.job.JobStatus;
import org.chikei.api.job.Problem;
import org.chikei.api.job.Workbench;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.StepResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Jobs of a workbench that does as their names say. */
@Timeout(60)
final class BatchJobQueueTest {
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Map<String, Integer> threads = new ConcurrentHashMap<>();
  private final Deque<JobRequest> requests = new ConcurrentLinkedDeque<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private BatchJobQueue queue = queue(1, 100, 100);

  @AfterEach
  void close() throws InterruptedException {
    gate.countDown();
    queue.close();
    // a thread that has nothing more to do still takes a moment to end
    for (int k = 0; k < 500 && threadsAreLeft(); k++) {
      Thread.sleep(10);
    }
    assertFalse(threadsAreLeft());
  }

  private static boolean threadsAreLeft() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("chikei-job"));
  }

  private static QueueConfiguration configuration(
      int atOnce, int longest, int history, String... folders) {
    return new QueueConfiguration() {
      @Override
      public String[] folders() {
        return folders;
      }

      @Override
      public int jobs_at_once() {
        return atOnce;
      }

      @Override
      public int threads() {
        return 3;
      }

      @Override
      public int queue_length() {
        return longest;
      }

      @Override
      public int step_limit() {
        return 7;
      }

      @Override
      public int history() {
        return history;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return QueueConfiguration.class;
      }
    };
  }

  private Workbench workbench() {
    return (Workbench)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Workbench.class},
            (proxy, method, arguments) ->
                run((JobRequest) arguments[0], (JobMonitor) arguments[1]));
  }

  private BatchJobQueue queue(int atOnce, int longest, int history) {
    return new BatchJobQueue(
        workbench(),
        configuration(atOnce, longest, history),
        (topic, job) -> events.add(topic + " " + EventTopics.properties(job).get("message")));
  }

  private JobOutcome run(JobRequest request, JobMonitor monitor) throws Exception {
    String name = request.file().toString();
    threads.put(name, request.threads());
    requests.add(request);
    monitor.phase("reading " + name);
    monitor.progress(7, 0.5);
    switch (name) {
      case "wrong" -> throw new JobException(List.of(new Problem("wrong", 3, 1, "no such key")));
      case "unreadable" -> throw new InputException("data are missing");
      case "broken" -> throw new StackOverflowError("deep");
      case "slow" -> {
        while (!gate.await(5, TimeUnit.MILLISECONDS)) {
          if (monitor.cancelled()) {
            throw new JobCancelledException();
          }
          if (monitor.previewWanted()) {
            monitor.preview(
                List.of(
                    new StepResult(
                        "s", "so far", List.of(), "", Map.of(), List.of(), List.of(), List.of())));
          }
        }
      }
      case "late" -> {
        monitor.phase("finishing");
        gate.await();
      }
      default -> monitor.warning("mind the gap");
    }
    JobResult result =
        new JobResult(
            name,
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty());
    return new JobOutcome(result, Path.of("results"), List.of("a.csv"));
  }

  private String submit(String name) {
    return queue.submit(JobRequest.of(Path.of(name)));
  }

  private JobStatus end(String id) throws InterruptedException {
    while (!queue.job(id).orElseThrow().state().over()) {
      Thread.sleep(2);
    }
    return queue.job(id).orElseThrow();
  }

  private void begun(String id) throws InterruptedException {
    while (queue.job(id).orElseThrow().frames() == 0) {
      Thread.sleep(2);
    }
  }

  @Test
  void aJobRunsToItsEnd() throws Exception {
    JobStatus status = end(submit("good"));
    assertEquals(JobState.FINISHED, status.state());
    assertEquals("good", status.outcome().orElseThrow().result().title());
    assertEquals(List.of("mind the gap"), status.warnings());
    assertEquals(7, status.frames());
    assertTrue(status.started().orElseThrow().compareTo(status.ended().orElseThrow()) <= 0);
    assertEquals(3, threads.get("good"));
  }

  @Test
  void whateverAJobThrowsTheNextOneRuns() throws Exception {
    String wrong = submit("wrong");
    String unreadable = submit("unreadable");
    String broken = submit("broken");
    String good = submit("good");
    assertEquals(3, end(wrong).problems().get(0).line());
    assertEquals("data are missing", end(unreadable).message());
    assertTrue(end(broken).message().contains("deep"));
    for (String id : List.of(wrong, unreadable, broken)) {
      assertEquals(JobState.FAILED, queue.job(id).orElseThrow().state());
    }
    assertEquals(JobState.FINISHED, end(good).state());
  }

  @Test
  void aRunningJobIsCancelledAndAWaitingOneNeverBegins() throws Exception {
    String running = submit("slow");
    String waiting = submit("good");
    begun(running);
    assertEquals(JobState.QUEUED, queue.job(waiting).orElseThrow().state());
    assertTrue(queue.cancel(waiting));
    assertEquals(JobState.CANCELLED, queue.job(waiting).orElseThrow().state());
    assertTrue(queue.cancel(running));
    assertEquals(JobState.CANCELLED, end(running).state());
    assertFalse(queue.cancel(running));
    assertFalse(queue.cancel("unheard of"));
    assertFalse(threads.containsKey("good"));
  }

  @Test
  void resultsSoFarCanBeSeenWhileAJobRuns() throws Exception {
    String running = submit("slow");
    begun(running);
    assertEquals("so far", queue.preview(running).get(0).name());
    gate.countDown();
    end(running);
    assertEquals(List.of(), queue.preview(running));
    assertEquals(List.of(), queue.preview("unheard of"));
  }

  @Test
  @Timeout(30)
  void whereNothingIsReadAnyMoreNobodyWaitsForResultsSoFar() throws Exception {
    String late = submit("late");
    begun(late);
    assertEquals(List.of(), queue.preview(late));
    assertEquals(JobState.RUNNING, queue.job(late).orElseThrow().state());
    gate.countDown();
    assertEquals(JobState.FINISHED, end(late).state());
  }

  @Test
  void eachJobTellsItsBeginningItsProgressAndItsEnd() throws Exception {
    end(submit("good"));
    end(submit("wrong"));
    String running = submit("slow");
    String waiting = submit("good");
    begun(running);
    queue.cancel(waiting);
    queue.cancel(running);
    end(running);
    queue.close();
    assertEquals(
        List.of(
            "org/chikei/job/STARTED ",
            "org/chikei/job/PROGRESS ",
            "org/chikei/job/FINISHED ",
            "org/chikei/job/STARTED ",
            "org/chikei/job/PROGRESS ",
            "org/chikei/job/FAILED wrong:3:1: no such key",
            "org/chikei/job/STARTED ",
            "org/chikei/job/PROGRESS ",
            "org/chikei/job/CANCELLED the job was cancelled before it began",
            "org/chikei/job/CANCELLED the job was cancelled; nothing was written"),
        events);
  }

  @Test
  void anEventAdminOfAnotherVersionIsNoAffairOfTheJobs() throws Exception {
    queue.close();
    BundleContext context =
        (BundleContext)
            Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getServiceReference" ->
                          Proxy.newProxyInstance(
                              ServiceReference.class.getClassLoader(),
                              new Class<?>[] {ServiceReference.class},
                              (reference, called, with) -> null);
                      case "getService" -> "no Event Admin that this bundle knows";
                      default -> null;
                    });
    queue = new BatchJobQueue(workbench(), configuration(1, 100, 100), new EventTopics(context));
    assertEquals(JobState.FINISHED, end(submit("good")).state());
  }

  @Test
  void aFullQueueRefuses() throws Exception {
    queue.close();
    queue = queue(1, 2, 100);
    begun(submit("slow"));
    submit("good");
    submit("good");
    IllegalStateException full = assertThrows(IllegalStateException.class, () -> submit("good"));
    assertTrue(full.getMessage().startsWith("2 jobs wait already"), full.getMessage());
  }

  @Test
  void aChangedConfigurationCountsFromThenOnAndDisturbsNothing() throws Exception {
    String running = submit("slow");
    begun(running);
    String waiting = submit("good");
    queue.modified(configuration(2, 1, 100));
    assertEquals(JobState.FINISHED, end(waiting).state());
    assertEquals(JobState.RUNNING, queue.job(running).orElseThrow().state());

    queue.modified(configuration(2, 1, 0));
    assertTrue(queue.job(waiting).isEmpty());
    begun(submit("slow"));
    submit("good");
    assertThrows(IllegalStateException.class, () -> submit("good"));
    gate.countDown();
    assertEquals(JobState.FINISHED, end(running).state());
  }

  @Test
  void jobsAreKeptInTheFoldersOfTheConfiguration(@TempDir Path anywhere) throws Exception {
    Path allowed = Files.createDirectories(anywhere.toRealPath().resolve("allowed/runs"));
    Path forbidden = Files.createDirectory(anywhere.resolve("forbidden"));
    queue.modified(configuration(1, 100, 100, " ", allowed.getParent().toString()));

    assertEquals(JobState.FINISHED, end(queue.submit(at(allowed, null, null))).state());
    assertEquals(Optional.of(allowed.getParent()), requests.getLast().confinedTo());
    Path results = allowed.resolve("results");
    assertEquals(JobState.FINISHED, end(queue.submit(at(allowed, results, allowed))).state());
    assertEquals(Optional.of(allowed), requests.getLast().confinedTo());
    assertEquals(Optional.of(results), requests.getLast().output());
    assertEquals(JobState.FINISHED, end(queue.submit(at(allowed, null, anywhere))).state());
    assertEquals(Optional.of(allowed.getParent()), requests.getLast().confinedTo());

    Path link = Files.createSymbolicLink(allowed.resolve("link"), forbidden);
    int begun = requests.size();
    for (JobRequest outside :
        List.of(
            at(forbidden, null, null),
            at(link, null, null),
            at(allowed.resolve("../../forbidden"), null, null),
            at(allowed, forbidden.resolve("results"), null),
            at(allowed, link.resolve("results"), null),
            at(allowed, null, forbidden))) {
      JobStatus refused = end(queue.submit(outside));
      assertEquals(JobState.FAILED, refused.state(), outside::toString);
      assertTrue(refused.message().contains(allowed.getParent().toString()), refused.message());
    }
    assertEquals(begun, requests.size());

    queue.modified(configuration(1, 100, 100));
    assertEquals(JobState.FINISHED, end(queue.submit(at(forbidden, null, null))).state());
    assertEquals(Optional.empty(), requests.getLast().confinedTo());
  }

  private static JobRequest at(Path folder, Path output, Path confinedTo) {
    return new JobRequest(
        folder.resolve("good"),
        Map.of(),
        Optional.ofNullable(output),
        0,
        Optional.ofNullable(confinedTo),
        Checkpoints.USUAL,
        JobRequest.USUAL_PATIENCE,
        Optional.empty());
  }

  @Test
  void theOldestAreForgottenAndOthersOnDemand() throws Exception {
    queue.close();
    queue = queue(2, 100, 2);
    List<String> ids = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      ids.add(submit("good"));
      end(ids.get(k));
    }
    // the fourth came when three were over
    assertEquals(ids.subList(1, 4), queue.jobs().stream().map(JobStatus::id).toList());
    assertTrue(queue.forget(ids.get(1)));
    assertFalse(queue.forget(ids.get(1)));
    String running = submit("slow");
    assertFalse(queue.forget(running));
  }
}
