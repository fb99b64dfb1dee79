package org.chikei.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.job.Checkpoints;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.JobStatus;
import org.chikei.api.job.Workbench;
import org.chikei.api.result.StepResult;

/** Jobs: checked, submitted, watched, cancelled, their results looked at and taken away. */
final class JobRoutes {
  private final String version;
  private final Workbench workbench;
  private final JobQueue queue;
  private final Folder folder;
  private final long uploadLimit;
  private final JobFiles files;

  JobRoutes(String version, Workbench workbench, JobQueue queue, Folder folder, long uploadLimit) {
    this.version = version;
    this.workbench = workbench;
    this.queue = queue;
    this.folder = folder;
    this.uploadLimit = uploadLimit;
    this.files = new JobFiles(folder);
  }

  /** Answers a call, or returns null if it is none of these. */
  Object answer(Call call) throws IOException, Refusal, JobException {
    if (call.is("GET", "status")) {
      return status();
    }
    if (call.is("POST", "check")) {
      return check(call.text());
    }
    if (call.is("POST", "jobs")) {
      return submit(call.text());
    }
    if (call.is("GET", "jobs")) {
      return queue.jobs().stream().map(this::plain).toList();
    }
    if (call.is("GET", "jobs", "*")) {
      return plain(job(call));
    }
    if (call.is("GET", "jobs", "*", "curves")) {
      return Figures.of(steps(job(call)));
    }
    if (call.is("POST", "jobs", "*", "cancel")) {
      return Map.of("cancelled", queue.cancel(job(call).id()));
    }
    if (call.is("DELETE", "jobs", "*")) {
      return Map.of("forgotten", queue.forget(job(call).id()));
    }
    return null;
  }

  private Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("version", version);
    status.put("folder", folder.root());
    status.put("uploadLimit", uploadLimit);
    // changes whenever something comes or goes, and says no more than that
    status.put("installed", Integer.toHexString(workbench.installed().hashCode()));
    status.put("jobs", queue.jobs().stream().map(this::plain).toList());
    return status;
  }

  private Object check(String text) throws IOException, JobException {
    Path file = files.temporary(text);
    try {
      return workbench.check(request(file, Optional.of(folder.root().resolve("results"))));
    } finally {
      Files.delete(file);
    }
  }

  private Object submit(String text) throws IOException, Refusal {
    JobFiles.Place place = files.place(text);
    try {
      return plain(job(queue.submit(request(place.job(), Optional.of(place.results())))));
    } catch (IllegalStateException full) {
      Files.delete(place.job());
      throw new Refusal(503, full.getMessage());
    }
  }

  private JobRequest request(Path file, Optional<Path> output) {
    return new JobRequest(
        file,
        Map.of(),
        output,
        0,
        Optional.of(folder.root()),
        Checkpoints.USUAL,
        JobRequest.USUAL_PATIENCE,
        Optional.empty());
  }

  private JobStatus job(Call call) throws Refusal {
    return job(call.path().get(1));
  }

  private JobStatus job(String id) throws Refusal {
    return queue.job(id).orElseThrow(() -> Refusal.notFound("such run; it may be forgotten"));
  }

  /** What a run found, or what it would find if its input ended here. */
  private List<StepResult> steps(JobStatus job) throws Refusal {
    if (job.outcome().isPresent()) {
      return job.outcome().get().result().steps();
    }
    try {
      return queue.preview(job.id());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "the server is stopping");
    }
  }

  private Map<String, Object> plain(JobStatus job) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("id", job.id());
    plain.put("name", files.name(job.request().file()));
    plain.put(
        "title",
        job.outcome().map(o -> o.result().title()).orElse(files.title(job.request().file())));
    plain.put("state", job.state().name().toLowerCase(Locale.ROOT));
    plain.put("phase", job.phase());
    plain.put("frames", job.frames());
    plain.put("fraction", job.fraction());
    plain.put("submitted", job.submitted());
    plain.put("started", job.started());
    plain.put("ended", job.ended());
    plain.put("warnings", job.warnings());
    plain.put("problems", job.problems());
    plain.put("message", job.message());
    plain.put("failures", job.outcome().map(o -> o.result().failures()).orElse(Map.of()));
    plain.put("files", job.outcome().map(JobOutcome::files).orElse(List.of()));
    plain.put("key", files.key(job.id()));
    return plain;
  }

  /**
   * Sends a file of a run to a plain link. A link cannot bring the token: the key in it stands for
   * it, and opens this run's files alone.
   *
   * @param path key and file
   */
  void view(List<String> path, HttpServletResponse response) throws IOException, Refusal {
    if (path.size() != 2) {
      throw Refusal.notFound("such file");
    }
    JobStatus job = job(files.id(path.get(0)));
    String name = path.get(1);
    if (name.equals(JobFiles.JOB)) {
      files.send(job.request().file(), response);
      return;
    }
    JobOutcome outcome =
        job.outcome()
            .filter(o -> o.files().contains(name))
            .orElseThrow(() -> Refusal.notFound("such file"));
    files.send(outcome.folder().resolve(name), response);
  }
}
