package org.chikei.batch.queue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobEvents;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.JobState;
import org.chikei.api.job.JobStatus;
import org.chikei.api.job.Problem;
import org.chikei.api.job.Workbench;
import org.chikei.api.result.StepResult;

/** A job of the queue, watched while it runs. All state is guarded by this. */
final class QueuedJob implements JobMonitor {
  private static final long NANOSECONDS_BETWEEN_EVENTS = 1_000_000_000;
  private static final int MOST_WARNINGS = 100;

  private final String id;
  private final JobRequest request;
  private final BiConsumer<String, JobStatus> events;
  private final Instant submitted = Instant.now();
  private final List<String> warnings = new ArrayList<>();

  private JobState state = JobState.QUEUED;
  private String phase = "";
  private long frames;
  private double fraction;
  private Instant started;
  private Instant ended;
  private List<Problem> problems = List.of();
  private String message = "";
  private JobOutcome outcome;
  private boolean toldProgress;
  private long progressTold;
  private volatile boolean cancelled;
  private volatile boolean previewWanted;
  private List<StepResult> preview;

  QueuedJob(String id, JobRequest request, BiConsumer<String, JobStatus> events) {
    this.events = events;
    this.id = id;
    this.request = request;
  }

  String id() {
    return id;
  }

  /** Runs to whatever end. Whatever a provider throws is the job's end, not the queue's. */
  void run(Workbench workbench, int threads, Duration patience, AllowedFolders folders) {
    if (!begin()) {
      return;
    }
    events.accept(JobEvents.STARTED, status());
    try {
      work(workbench, threads, patience, folders);
    } finally {
      events.accept(
          switch (status().state()) {
            case CANCELLED -> JobEvents.CANCELLED;
            case FINISHED -> JobEvents.FINISHED;
            default -> JobEvents.FAILED;
          },
          status());
    }
  }

  private void work(Workbench workbench, int threads, Duration patience, AllowedFolders folders) {
    try {
      int asked = request.threads() > 0 ? request.threads() : threads;
      JobRequest kept = folders.confine(request);
      JobRequest limited =
          new JobRequest(
              kept.file(),
              kept.overrides(),
              kept.output(),
              asked,
              kept.confinedTo(),
              kept.checkpoints(),
              kept.patience().compareTo(patience) < 0 ? kept.patience() : patience,
              kept.structure());
      end(JobState.FINISHED, "", List.of(), workbench.run(limited, this));
    } catch (JobCancelledException e) {
      end(JobState.CANCELLED, e.getMessage(), List.of(), null);
    } catch (JobException e) {
      end(JobState.FAILED, "the job cannot be run as it is written", e.problems(), null);
    } catch (IOException e) {
      end(JobState.FAILED, sentence(e), List.of(), null);
    } catch (RuntimeException | Error e) {
      end(
          JobState.FAILED,
          "the job failed in a way that no input should make it fail: " + e,
          List.of(),
          null);
      if (e instanceof VirtualMachineError machine && !(e instanceof StackOverflowError)) {
        throw machine;
      }
    }
  }

  private static String sentence(IOException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private synchronized boolean begin() {
    if (state != JobState.QUEUED) {
      return false;
    }
    state = JobState.RUNNING;
    started = Instant.now();
    return true;
  }

  private synchronized void end(JobState how, String why, List<Problem> found, JobOutcome what) {
    state = how;
    message = why;
    problems = found;
    outcome = what;
    phase = "";
    ended = Instant.now();
    notifyAll();
  }

  /** Stops the job, or lets it never begin; false if it is over already. */
  boolean cancel() {
    synchronized (this) {
      if (state.over()) {
        return false;
      }
      cancelled = true;
      if (state != JobState.QUEUED) {
        return true;
      }
      end(JobState.CANCELLED, "the job was cancelled before it began", List.of(), null);
    }
    events.accept(JobEvents.CANCELLED, status());
    return true;
  }

  synchronized boolean waits() {
    return state == JobState.QUEUED;
  }

  synchronized boolean over() {
    return state.over();
  }

  synchronized JobStatus status() {
    return new JobStatus(
        id,
        request,
        state,
        phase,
        frames,
        fraction,
        submitted,
        Optional.ofNullable(started),
        Optional.ofNullable(ended),
        warnings,
        problems,
        message,
        Optional.ofNullable(outcome));
  }

  /** Waits for the results so far; there are none while nothing is read. */
  synchronized List<StepResult> awaitPreview() throws InterruptedException {
    preview = null;
    previewWanted = reading();
    while (reading() && preview == null) {
      wait();
    }
    previewWanted = false;
    return preview == null ? List.of() : preview;
  }

  private boolean reading() {
    return state == JobState.RUNNING && phase.startsWith("reading");
  }

  @Override
  public synchronized void phase(String description) {
    phase = description;
    notifyAll();
  }

  @Override
  public void progress(long framesNow, double fractionNow) {
    synchronized (this) {
      frames = framesNow;
      fraction = fractionNow;
      long now = System.nanoTime();
      if (toldProgress && now - progressTold < NANOSECONDS_BETWEEN_EVENTS) {
        return;
      }
      toldProgress = true;
      progressTold = now;
    }
    events.accept(JobEvents.PROGRESS, status());
  }

  @Override
  public synchronized void warning(String sentence) {
    if (warnings.size() < MOST_WARNINGS && !warnings.contains(sentence)) {
      warnings.add(sentence);
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public boolean previewWanted() {
    return previewWanted;
  }

  @Override
  public synchronized void preview(List<StepResult> steps) {
    preview = steps;
    previewWanted = false;
    notifyAll();
  }
}
