package org.chikei.batch.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.JobStatus;
import org.chikei.api.job.Workbench;
import org.chikei.api.result.StepResult;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Runs jobs on threads of its own, which live as long as this component. */
@Component(configurationPid = QueueConfiguration.PID)
@Designate(ocd = QueueConfiguration.class)
public final class BatchJobQueue implements JobQueue {
  private static final int SECONDS_TO_STOP = 20;
  private static final int SECONDS_IDLE = 10;

  private final Workbench workbench;
  private final BiConsumer<String, JobStatus> events;
  private volatile QueueConfiguration configuration;
  private final ThreadPoolExecutor runners;
  private final AtomicInteger threadNumbers = new AtomicInteger();

  /** In the order of submission; guarded by itself. */
  private final Map<String, QueuedJob> jobs = new LinkedHashMap<>();

  /** Guarded by the jobs. */
  private long submitted;

  /**
   * Opens the queue.
   *
   * @param workbench what runs a job
   * @param configuration how many at once
   * @param context the context of this bundle
   */
  @Activate
  public BatchJobQueue(
      @Reference Workbench workbench, QueueConfiguration configuration, BundleContext context) {
    this(workbench, configuration, new EventTopics(context));
  }

  BatchJobQueue(
      Workbench workbench, QueueConfiguration configuration, BiConsumer<String, JobStatus> events) {
    this.workbench = workbench;
    this.events = events;
    this.configuration = configuration;
    int atOnce = atOnce(configuration);
    this.runners =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            SECONDS_IDLE,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "chikei-job-" + threadNumbers.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    runners.allowCoreThreadTimeOut(true);
  }

  private static int atOnce(QueueConfiguration configuration) {
    return Math.max(1, configuration.jobs_at_once());
  }

  /**
   * Takes another configuration; jobs that run or wait go on.
   *
   * @param changed how many at once from now on
   */
  @Modified
  public void modified(QueueConfiguration changed) {
    synchronized (jobs) {
      configuration = changed;
      int atOnce = atOnce(changed);
      if (atOnce > runners.getMaximumPoolSize()) {
        runners.setMaximumPoolSize(atOnce);
        runners.setCorePoolSize(atOnce);
      } else {
        runners.setCorePoolSize(atOnce);
        runners.setMaximumPoolSize(atOnce);
      }
      forgetTheOldest();
    }
  }

  @Override
  public String submit(JobRequest request) {
    QueuedJob job;
    synchronized (jobs) {
      long waiting = jobs.values().stream().filter(QueuedJob::waits).count();
      if (waiting >= Math.max(1, configuration.queue_length())) {
        throw new IllegalStateException(
            (waiting == 1 ? "1 job waits" : waiting + " jobs wait")
                + " already, as many as may; try again when some have begun");
      }
      forgetTheOldest();
      job = new QueuedJob(Long.toString(++submitted), request, events);
      jobs.put(job.id(), job);
    }
    runners.execute(
        () -> {
          QueueConfiguration now = configuration;
          job.run(
              workbench,
              Math.max(0, now.threads()),
              Duration.ofSeconds(Math.max(1, now.step_limit())),
              AllowedFolders.of(now.folders()));
        });
    return job.id();
  }

  private void forgetTheOldest() {
    List<QueuedJob> over = jobs.values().stream().filter(QueuedJob::over).toList();
    over.subList(0, Math.max(0, over.size() - Math.max(0, configuration.history())))
        .forEach(job -> jobs.remove(job.id()));
  }

  @Override
  public List<JobStatus> jobs() {
    List<QueuedJob> all;
    synchronized (jobs) {
      all = new ArrayList<>(jobs.values());
    }
    return all.stream().map(QueuedJob::status).toList();
  }

  private Optional<QueuedJob> find(String id) {
    synchronized (jobs) {
      return Optional.ofNullable(jobs.get(id));
    }
  }

  @Override
  public Optional<JobStatus> job(String id) {
    return find(id).map(QueuedJob::status);
  }

  @Override
  public boolean cancel(String id) {
    return find(id).map(QueuedJob::cancel).orElse(false);
  }

  @Override
  public boolean forget(String id) {
    synchronized (jobs) {
      QueuedJob job = jobs.get(id);
      return job != null && job.over() && jobs.remove(id, job);
    }
  }

  @Override
  public List<StepResult> preview(String id) throws InterruptedException {
    Optional<QueuedJob> job = find(id);
    return job.isEmpty() ? List.of() : job.get().awaitPreview();
  }

  /**
   * Cancels what runs and what waits, and ends the threads.
   *
   * @throws InterruptedException if the thread is interrupted while it waits for them
   */
  @Deactivate
  public void close() throws InterruptedException {
    synchronized (jobs) {
      jobs.values().forEach(QueuedJob::cancel);
    }
    runners.shutdownNow();
    runners.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
  }
}
